/* Rows of any height below each other. A list view of GTK keeps two hundred rows, of which ten are seen, and binds them
 * all at every key of a search; here a row is made when it comes into sight. A row stays with its item, by id, so that
 * nothing that is typed on it is ever interrupted.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-row-view-private.h"

G_DEFINE_FINAL_TYPE_WITH_CODE (TelaahRowView, telaah_row_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum { PROP_0, PROP_SINGLE_CLICK, PROP_HADJUSTMENT, PROP_VADJUSTMENT, PROP_HSCROLL_POLICY, PROP_VSCROLL_POLICY };
enum { SELECTED, ACTIVATED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- The widget ---- */

static void
telaah_row_view_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 300 : 400;
}

static void
telaah_row_view_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  TelaahRowView *self = TELAAH_ROW_VIEW (widget);

  if (self->width != width)
    telaah_row_view_forget (self);
  self->width = width;
  self->height = height;

  telaah_row_view_place (self);
  telaah_row_view_allocate (self);
}

static void
telaah_row_view_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (telaah_row_view_parent_class)->css_changed (widget, change);

  telaah_row_view_forget (TELAAH_ROW_VIEW (widget));
}

static void
set_adjustment (TelaahRowView  *self,
                GtkOrientation  orientation,
                GtkAdjustment  *adjustment)
{
  GtkAdjustment **slot = &self->adjustments[orientation];

  if (*slot != NULL)
    g_signal_handlers_disconnect_by_data (*slot, self);
  g_set_object (slot, adjustment);

  if (adjustment != NULL && orientation == GTK_ORIENTATION_VERTICAL)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (telaah_row_view_follow_value), self);
}

static void
telaah_row_view_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TelaahRowView *self = TELAAH_ROW_VIEW (object);

  switch (prop_id)
    {
    case PROP_SINGLE_CLICK:
      g_value_set_boolean (value, self->single_click);
      break;

    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;

    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;

    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;

    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
telaah_row_view_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TelaahRowView *self = TELAAH_ROW_VIEW (object);

  switch (prop_id)
    {
    case PROP_SINGLE_CLICK:
      self->single_click = g_value_get_boolean (value);
      break;

    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;

    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;

    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;

    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
telaah_row_view_dispose (GObject *object)
{
  TelaahRowView *self = TELAAH_ROW_VIEW (object);
  GtkWidget *child;

  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  g_hash_table_remove_all (self->rows);
  g_ptr_array_set_size (self->spare, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (telaah_row_view_parent_class)->dispose (object);
}

static void
telaah_row_view_finalize (GObject *object)
{
  TelaahRowView *self = TELAAH_ROW_VIEW (object);

  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->positions);
  g_ptr_array_unref (self->spare);
  g_ptr_array_unref (self->items);
  g_free (self->heights);
  g_free (self->selected);
  g_free (self->bring);

  G_OBJECT_CLASS (telaah_row_view_parent_class)->finalize (object);
}

static void
telaah_row_view_class_init (TelaahRowViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = telaah_row_view_dispose;
  object_class->finalize = telaah_row_view_finalize;
  object_class->get_property = telaah_row_view_get_property;
  object_class->set_property = telaah_row_view_set_property;

  widget_class->measure = telaah_row_view_measure;
  widget_class->size_allocate = telaah_row_view_size_allocate;
  widget_class->css_changed = telaah_row_view_css_changed;
  widget_class->focus = telaah_row_view_focus;
  widget_class->grab_focus = telaah_row_view_grab_focus;

  g_object_class_install_property (object_class, PROP_SINGLE_CLICK,
                                   g_param_spec_boolean ("single-click", NULL, NULL, FALSE,
                                                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  telaah_row_view_install_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "rowview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
telaah_row_view_init (TelaahRowView *self)
{
  self->items = g_ptr_array_new ();
  self->positions = g_hash_table_new (g_str_hash, g_str_equal);
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->spare = g_ptr_array_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  telaah_row_view_init_clicks (self);
}

GtkWidget *
telaah_row_view_new (void)
{
  return g_object_new (TELAAH_TYPE_ROW_VIEW, NULL);
}

/* Before its first items. */
void
telaah_row_view_set_funcs (TelaahRowView        *self,
                           const TelaahRowFuncs *funcs,
                           gpointer              user_data)
{
  g_return_if_fail (TELAAH_IS_ROW_VIEW (self));

  self->funcs = *funcs;
  self->user_data = user_data;
}

/* ---- What it shows ---- */

guint
telaah_row_view_find (TelaahRowView *self,
                      const char    *id)
{
  gpointer position;

  return id != NULL && g_hash_table_lookup_extended (self->positions, id, NULL, &position)
           ? GPOINTER_TO_UINT (position) : G_MAXUINT;
}

/* Borrowed. */
const char *
telaah_row_view_get_id (TelaahRowView *self,
                        guint          position)
{
  return self->funcs.get_id (self->items->pdata[position]);
}

/* An item that is replaced keeps its height until it is seen. */
static int *
dup_heights (TelaahRowView *self,
             GPtrArray     *items)
{
  int *heights = g_new0 (int, MAX (items->len, 1));

  for (guint i = 0; i < items->len; i++)
    {
      guint before = telaah_row_view_find (self, self->funcs.get_id (items->pdata[i]));

      if (before != G_MAXUINT)
        heights[i] = self->heights[before];
    }

  return heights;
}

/* The first one in sight stays where it is, if it is still there; else the next one after it that is. */
static guint
find_anchor (TelaahRowView *self,
             GHashTable    *positions)
{
  for (guint i = self->anchor; i < self->items->len; i++)
    {
      gpointer position;

      if (g_hash_table_lookup_extended (positions, telaah_row_view_get_id (self, i), NULL, &position))
        return GPOINTER_TO_UINT (position);
    }

  return self->anchor;
}

static void
bind_rows (TelaahRowView *self)
{
  GHashTableIter iter;
  gpointer id, row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &id, &row))
    {
      guint position = telaah_row_view_find (self, id);

      if (position != G_MAXUINT)
        self->funcs.bind (telaah_row_get_content (row), self->items->pdata[position], self->user_data);
    }
}

/**
 * telaah_row_view_set_items:
 * @items: no two with the same id; kept, and not to be changed while they are shown
 *
 * A row whose item is still there stays; so does the focus, or it goes on to what stands in its place.
 */
void
telaah_row_view_set_items (TelaahRowView *self,
                           GPtrArray     *items)
{
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GHashTable) positions = g_hash_table_new (g_str_hash, g_str_equal);
  GtkWidget *focus;
  guint focused;
  int *heights;

  g_return_if_fail (TELAAH_IS_ROW_VIEW (self));

  for (guint i = 0; i < items->len; i++)
    g_hash_table_insert (positions, (gpointer) self->funcs.get_id (items->pdata[i]), GUINT_TO_POINTER (i));

  focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  focused = focus != NULL ? telaah_row_view_find (self, telaah_row_view_get_row_id (focus)) : G_MAXUINT;
  heights = dup_heights (self, items);
  self->anchor = find_anchor (self, positions);
  before = g_steal_pointer (&self->items);
  g_free (self->heights);
  g_hash_table_unref (self->positions);
  self->items = g_ptr_array_ref (items);
  self->heights = heights;
  self->positions = g_steal_pointer (&positions);

  bind_rows (self);
  if (telaah_row_view_find (self, self->selected) == G_MAXUINT)
    g_clear_pointer (&self->selected, g_free);
  telaah_row_view_place (self);

  /* The row with the focus is gone: on to the one that stands in its place. */
  if (focused != G_MAXUINT && gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL && items->len > 0)
    telaah_row_view_focus_row (self, telaah_row_view_get_id (self, MIN (focused, items->len - 1)));
}

/* What the items say has changed. */
void
telaah_row_view_refresh (TelaahRowView *self)
{
  g_return_if_fail (TELAAH_IS_ROW_VIEW (self));

  bind_rows (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

guint
telaah_row_view_get_n (TelaahRowView *self)
{
  g_return_val_if_fail (TELAAH_IS_ROW_VIEW (self), 0);

  return self->items->len;
}

/* Borrowed; NULL: it is not there. */
gpointer
telaah_row_view_get_item (TelaahRowView *self,
                          const char    *id)
{
  guint position;

  g_return_val_if_fail (TELAAH_IS_ROW_VIEW (self), NULL);

  position = telaah_row_view_find (self, id);

  return position != G_MAXUINT ? self->items->pdata[position] : NULL;
}

/* NULL: it is not in sight. */
GtkWidget *
telaah_row_view_get_content (TelaahRowView *self,
                             const char    *id)
{
  GtkWidget *row;

  g_return_val_if_fail (TELAAH_IS_ROW_VIEW (self), NULL);

  row = id != NULL ? g_hash_table_lookup (self->rows, id) : NULL;

  return row != NULL ? telaah_row_get_content (TELAAH_ROW (row)) : NULL;
}

/* ---- Selecting and scrolling ---- */

const char *
telaah_row_view_get_selected (TelaahRowView *self)
{
  g_return_val_if_fail (TELAAH_IS_ROW_VIEW (self), NULL);

  return self->selected;
}

/* @id: (nullable): its row comes into sight. %NULL: none */
void
telaah_row_view_set_selected (TelaahRowView *self,
                              const char    *id)
{
  g_autofree char *kept = NULL;
  GtkWidget *row;

  g_return_if_fail (TELAAH_IS_ROW_VIEW (self));

  kept = telaah_row_view_find (self, id) != G_MAXUINT ? g_strdup (id) : NULL;
  if (self->selected != NULL && (row = g_hash_table_lookup (self->rows, self->selected)) != NULL)
    telaah_row_set_selected (TELAAH_ROW (row), FALSE);
  g_free (self->selected);
  self->selected = g_strdup (kept);
  if (kept != NULL && (row = g_hash_table_lookup (self->rows, kept)) != NULL)
    telaah_row_set_selected (TELAAH_ROW (row), TRUE);

  g_free (self->bring);
  self->bring = g_steal_pointer (&kept);
  telaah_row_view_place (self);
}

/* The same by the reader's hand. */
void
telaah_row_view_choose (TelaahRowView *self,
                        const char    *id)
{
  g_autofree char *kept = g_strdup (id);
  gboolean same = g_strcmp0 (self->selected, kept) == 0;

  telaah_row_view_set_selected (self, kept);
  if (!same && kept != NULL)
    g_signal_emit (self, signals[SELECTED], 0, kept);
}

void
telaah_row_view_activate (TelaahRowView *self,
                          const char    *id)
{
  g_signal_emit (self, signals[ACTIVATED], 0, id);
}

void
telaah_row_view_go_to_top (TelaahRowView *self)
{
  g_return_if_fail (TELAAH_IS_ROW_VIEW (self));

  self->anchor = 0;
  self->anchor_y = 0;
  telaah_row_view_place (self);
}
