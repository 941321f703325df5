/* The document: the points as blocks one below the other, in a centred column that scrolls. Its
 * blocks are kept by the id of their point, so that a change from elsewhere never takes away the
 * one that is being written in.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/outline/telaah-outline-column-private.h"


static void scrollable_init (GtkScrollableInterface *iface) { }

G_DEFINE_FINAL_TYPE_WITH_CODE (TelaahOutlineColumn, telaah_outline_column, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, scrollable_init))

enum { PROP_0, PROP_HEAD, PROP_ROOT, N_PROPS,
       PROP_HADJUSTMENT = N_PROPS, PROP_VADJUSTMENT, PROP_HPOLICY, PROP_VPOLICY };
enum { PLACE_CHANGED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* ---- Scrolling ---- */

/* The point whose block covers the upper part of the page. */
static void
update_place (TelaahOutlineColumn *self)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  int line = gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) / 4;
  const char *place = NULL;

  for (guint i = 0; i < self->items->len; i++)
    {
      TelaahOutlineItem *item = &g_array_index (self->items, TelaahOutlineItem, i);

      if (place != NULL && item->top > line)
        break;
      if (TELAAH_IS_OUTLINE_BLOCK (item->widget))
        place = telaah_outline_block_get_point (TELAAH_OUTLINE_BLOCK (item->widget));
    }

  if (g_strcmp0 (place, self->place) == 0)
    return;

  g_free (self->place);
  self->place = g_strdup (place);
  g_signal_emit (self, signals[PLACE_CHANGED], 0);
}

static void
value_changed_cb (TelaahOutlineColumn *self,
                  GtkAdjustment       *adjustment)
{
  if (self->allocating)
    return;

  telaah_outline_column_set_anchor (self, gtk_adjustment_get_value (adjustment));
  update_place (self);
  telaah_outline_column_queue (self);
}

static void
set_adjustment (TelaahOutlineColumn *self,
                GtkOrientation       orientation,
                GtkAdjustment       *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], value_changed_cb, self);

  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  g_object_ref_sink (adjustment);
  g_set_object (&self->adjustments[orientation], adjustment);
  g_object_unref (adjustment);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self);
  telaah_outline_column_queue (self);
}

/* ---- The widget ---- */

static void
telaah_outline_column_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 820 : 600;
}

static void
telaah_outline_column_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  telaah_outline_column_layout (TELAAH_OUTLINE_COLUMN (widget), width, height);
}

/* What is mapped only to be reached by Tab is not drawn. */
static void
telaah_outline_column_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  int height = gtk_widget_get_height (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation at;

      gtk_widget_get_allocation (child, &at);
      if (gtk_widget_get_mapped (child) && at.y < height && at.y + at.height > 0)
        gtk_widget_snapshot_child (widget, child, snapshot);
    }
}

static void
telaah_outline_column_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (telaah_outline_column_parent_class)->root (widget);

  telaah_outline_column_watch (TELAAH_OUTLINE_COLUMN (widget), gtk_widget_get_root (widget));
}

static void
telaah_outline_column_unroot (GtkWidget *widget)
{
  telaah_outline_column_watch (TELAAH_OUTLINE_COLUMN (widget), NULL);

  GTK_WIDGET_CLASS (telaah_outline_column_parent_class)->unroot (widget);
}

static void
telaah_outline_column_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  TelaahOutlineColumn *self = TELAAH_OUTLINE_COLUMN (object);

  switch (prop_id)
    {
    case PROP_HEAD:
      g_value_set_object (value, self->head);
      break;

    case PROP_ROOT:
      g_value_set_string (value, self->root);
      break;

    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[prop_id - PROP_HADJUSTMENT]);
      break;

    case PROP_HPOLICY:
    case PROP_VPOLICY:
      g_value_set_enum (value, self->policies[prop_id - PROP_HPOLICY]);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_head (TelaahOutlineColumn *self,
          GtkWidget           *head)
{
  TelaahOutlineItem item = { .widget = head };

  g_return_if_fail (self->head == NULL);

  self->head = head;
  gtk_widget_set_parent (head, GTK_WIDGET (self));
  g_array_prepend_val (self->items, item);
}

static void
telaah_outline_column_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  TelaahOutlineColumn *self = TELAAH_OUTLINE_COLUMN (object);

  switch (prop_id)
    {
    case PROP_HEAD:
      set_head (self, g_value_get_object (value));
      break;

    case PROP_ROOT:
      telaah_outline_column_set_root (self, g_value_get_string (value));
      break;

    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      set_adjustment (self, prop_id - PROP_HADJUSTMENT, g_value_get_object (value));
      break;

    case PROP_HPOLICY:
    case PROP_VPOLICY:
      self->policies[prop_id - PROP_HPOLICY] = g_value_get_enum (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
telaah_outline_column_dispose (GObject *object)
{
  TelaahOutlineColumn *self = TELAAH_OUTLINE_COLUMN (object);
  GtkWidget *child;

  telaah_outline_column_set_session (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_array_set_size (self->items, 0);
  self->head = NULL;
  self->anchor = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    if (self->adjustments[i] != NULL)
      {
        g_signal_handlers_disconnect_by_data (self->adjustments[i], self);
        g_clear_object (&self->adjustments[i]);
      }

  G_OBJECT_CLASS (telaah_outline_column_parent_class)->dispose (object);
}

static void
telaah_outline_column_finalize (GObject *object)
{
  TelaahOutlineColumn *self = TELAAH_OUTLINE_COLUMN (object);

  g_hash_table_unref (self->blocks);
  g_hash_table_unref (self->folded);
  g_free (self->root);
  g_array_unref (self->items);
  g_free (self->place);

  G_OBJECT_CLASS (telaah_outline_column_parent_class)->finalize (object);
}

static void
fold_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  const char *point;
  gboolean fold;

  g_variant_get (parameter, "(&sb)", &point, &fold);
  telaah_outline_column_set_folded (TELAAH_OUTLINE_COLUMN (widget), point, fold);
}

static void
telaah_outline_column_class_init (TelaahOutlineColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = telaah_outline_column_get_property;
  object_class->set_property = telaah_outline_column_set_property;
  object_class->dispose = telaah_outline_column_dispose;
  object_class->finalize = telaah_outline_column_finalize;

  widget_class->measure = telaah_outline_column_measure;
  widget_class->size_allocate = telaah_outline_column_size_allocate;
  widget_class->snapshot = telaah_outline_column_snapshot;
  widget_class->root = telaah_outline_column_root;
  widget_class->unroot = telaah_outline_column_unroot;

  properties[PROP_HEAD] =
    g_param_spec_object ("head", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ROOT] =
    g_param_spec_string ("root", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HPOLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VPOLICY, "vscroll-policy");

  signals[PLACE_CHANGED] =
    g_signal_new ("place-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "document.fold", "(sb)", fold_action);
  gtk_widget_class_set_css_name (widget_class, "outline-column");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
telaah_outline_column_init (TelaahOutlineColumn *self)
{
  self->blocks = g_hash_table_new (g_str_hash, g_str_equal);
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->items = g_array_new (FALSE, FALSE, sizeof (TelaahOutlineItem));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
telaah_outline_column_new (void)
{
  return g_object_new (TELAAH_TYPE_OUTLINE_COLUMN, NULL);
}
