/* Rows of any height below each other. A list view of GTK keeps two hundred rows, of which ten are seen, and binds them
 * all at every key of a search; here a row is made when it comes into sight. A row stays with its item, by id, so that
 * nothing that is typed on it is ever interrupted.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-row-view-private.h"

G_DEFINE_FINAL_TYPE_WITH_CODE (TelaahRowView, telaah_row_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum
{
  PROP_0,
  PROP_SINGLE_CLICK,
  PROP_ROOM_BELOW,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

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

    case PROP_ROOM_BELOW:
      g_value_set_int (value, self->room_below);
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

    case PROP_ROOM_BELOW:
      self->room_below = g_value_get_int (value);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
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
  telaah_row_view_follow_model (self, NULL);

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
  g_array_unref (self->heights);
  g_free (self->gone);
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
  g_object_class_install_property (object_class, PROP_ROOM_BELOW,
                                   g_param_spec_int ("room-below", NULL, NULL, 0, G_MAXINT, 0,
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
  self->heights = g_array_new (FALSE, TRUE, sizeof (int));
  self->changed = G_MAXUINT;
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

/* ---- Selecting and scrolling ---- */

const char *
telaah_row_view_get_selected (TelaahRowView *self)
{
  g_return_val_if_fail (TELAAH_IS_ROW_VIEW (self), NULL);

  return self->selected;
}

static void
show_selected (TelaahRowView *self,
               const char    *id,
               gboolean       selected)
{
  GtkWidget *row = id != NULL ? g_hash_table_lookup (self->rows, id) : NULL;

  if (row != NULL)
    telaah_row_view_select_row (self, row, selected);
}

/* @id: (nullable): its row comes into sight. %NULL: none */
void
telaah_row_view_set_selected (TelaahRowView *self,
                              const char    *id)
{
  g_autofree char *kept = NULL, *before = NULL;

  g_return_if_fail (TELAAH_IS_ROW_VIEW (self));

  kept = telaah_row_view_find (self, id) != G_MAXUINT ? g_strdup (id) : NULL;
  if (g_strcmp0 (self->selected, kept) != 0)
    {
      before = g_steal_pointer (&self->selected);
      self->selected = g_strdup (kept);
      show_selected (self, before, FALSE);
      show_selected (self, kept, TRUE);
    }

  telaah_row_view_bring (self, kept);
}

/* The same by the reader's hand. */
void
telaah_row_view_choose (TelaahRowView *self,
                        const char    *id)
{
  g_autofree char *kept = g_strdup (id);
  gboolean same;

  g_return_if_fail (TELAAH_IS_ROW_VIEW (self));

  same = g_strcmp0 (self->selected, kept) == 0;
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

/* @id: (nullable): scrolls no further than it must */
void
telaah_row_view_bring (TelaahRowView *self,
                       const char    *id)
{
  g_free (self->bring);
  self->bring = g_strdup (id);
  telaah_row_view_place (self);
}

void
telaah_row_view_bring_to_top (TelaahRowView *self,
                              guint          position)
{
  g_return_if_fail (TELAAH_IS_ROW_VIEW (self));

  self->anchor = position;
  self->anchor_y = 0;
  telaah_row_view_place (self);
}

void
telaah_row_view_go_to_top (TelaahRowView *self)
{
  telaah_row_view_bring_to_top (self, 0);
}
