/* The comparison as a grid: points and sources, the header and the first column always in sight.
 *
 * The truth is the session's; here is only what is selected, folded and filtered, and how far it is scrolled.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-grid-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE_WITH_CODE (TelaahGrid, telaah_grid, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum { PROP_0, PROP_HADJUSTMENT, PROP_VADJUSTMENT, PROP_HSCROLL_POLICY, PROP_VSCROLL_POLICY };

static void
scrolled_cb (TelaahGrid *self)
{
  if (self->updating)
    return;

  telaah_grid_note_scroll (self);
  telaah_grid_update (self);
}

static void
set_adjustment (TelaahGrid     *self,
                GtkOrientation  orientation,
                GtkAdjustment  *adjustment)
{
  GtkAdjustment *old = self->adjustments[orientation];

  if (adjustment != NULL && adjustment == old)
    return;

  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);

  if (old != NULL)
    {
      g_signal_handlers_disconnect_by_func (old, scrolled_cb, self);
      g_object_unref (old);
    }

  self->adjustments[orientation] = g_object_ref_sink (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
telaah_grid_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  TelaahGrid *self = TELAAH_GRID (widget);

  *minimum = self->line * 6;
  *natural = self->line * (orientation == GTK_ORIENTATION_HORIZONTAL ? 40 : 25);
}

static void
telaah_grid_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  TelaahGrid *self = TELAAH_GRID (widget);
  GtkAllocation box = { 0, 0, 0, 0 };
  GHashTableIter iter;
  gpointer cell;
  int least;

  telaah_grid_update (self);

  gtk_widget_measure (self->corner, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (self->corner, GTK_ORIENTATION_VERTICAL, -1, &box.height, NULL, NULL, NULL);
  box.width = MAX (self->first_width, least);
  box.height = MAX (self->header_height, box.height);
  box.x = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? width - box.width : 0;
  gtk_widget_size_allocate (self->corner, &box, -1);

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, NULL, &cell))
    {
      telaah_grid_get_rectangle (self, telaah_grid_cell_get_place (cell), &box);
      gtk_widget_size_allocate (cell, &box, -1);
    }

  telaah_grid_place_editor (self);
  telaah_grid_place_quotes (self);
}

/* Before it has been on show there are no cells: then the selected one takes the focus as soon as it is there. */
static gboolean
telaah_grid_grab_focus (GtkWidget *widget)
{
  TelaahGrid *self = TELAAH_GRID (widget);
  TelaahGridCell *cell = telaah_grid_get_cursor_cell (self);

  if (cell != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (cell));

  self->wants_focus = self->point != NULL && g_hash_table_size (self->cells) == 0;
  return self->wants_focus;
}

/* Tab stops at the corner's button, then goes from cell to cell, as the arrow keys do; before the first and after the
 * last it leaves. */
static gboolean
telaah_grid_focus (GtkWidget        *widget,
                   GtkDirectionType  direction)
{
  TelaahGrid *self = TELAAH_GRID (widget);
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child == NULL)
    {
      if (direction == GTK_DIR_TAB_FORWARD && gtk_widget_child_focus (self->corner, direction))
        return TRUE;

      return gtk_widget_grab_focus (widget) || gtk_widget_child_focus (self->corner, direction);
    }

  if (child == self->corner)
    return gtk_widget_child_focus (child, direction) ||
           (direction != GTK_DIR_TAB_BACKWARD && gtk_widget_grab_focus (widget));

  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return telaah_grid_step (self, direction == GTK_DIR_TAB_FORWARD ? 1 : -1) ||
           (direction == GTK_DIR_TAB_BACKWARD && gtk_widget_child_focus (self->corner, direction));

  return FALSE;
}

/* Themes' colours are tuned to the style in use. */
static void
restyle_cb (TelaahGrid *self)
{
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, NULL, &cell))
    telaah_grid_cell_redraw (cell);
}

static void
telaah_grid_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  TelaahGrid *self = TELAAH_GRID (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[prop_id - PROP_HADJUSTMENT]);
      break;

    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[prop_id - PROP_HSCROLL_POLICY]);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
telaah_grid_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  TelaahGrid *self = TELAAH_GRID (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      set_adjustment (self, prop_id - PROP_HADJUSTMENT, g_value_get_object (value));
      break;

    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->policies[prop_id - PROP_HSCROLL_POLICY] = g_value_get_enum (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
telaah_grid_dispose (GObject *object)
{
  TelaahGrid *self = TELAAH_GRID (object);

  if (self->corner != NULL)
    {
      telaah_grid_set_session (self, NULL);
      telaah_grid_clear_cells (self);
    }

  g_clear_pointer (&self->corner, gtk_widget_unparent);
  g_clear_pointer (&self->frame, gtk_widget_unparent);
  g_clear_pointer (&self->quote_labels[0], gtk_widget_unparent);
  g_clear_pointer (&self->quote_labels[1], gtk_widget_unparent);
  g_clear_object (&self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
  g_clear_object (&self->adjustments[GTK_ORIENTATION_VERTICAL]);

  G_OBJECT_CLASS (telaah_grid_parent_class)->dispose (object);
}

static void
telaah_grid_finalize (GObject *object)
{
  TelaahGrid *self = TELAAH_GRID (object);

  for (guint i = 0; i < TELAAH_N_GRID_KINDS; i++)
    g_ptr_array_unref (self->spares[i]);

  g_hash_table_unref (self->cells);
  g_ptr_array_unref (self->sources);
  g_hash_table_unref (self->references);
  g_clear_pointer (&self->matches, g_hash_table_unref);
  telaah_grid_filter_free (self->filter);
  telaah_grid_tree_free (self->tree);
  telaah_grid_rows_free (self->rows);
  g_free (self->point);
  g_free (self->source);
  g_free (self->written_point);
  g_free (self->written_source);
  g_free (self->drop_parent);
  g_free (self->drop_before);

  G_OBJECT_CLASS (telaah_grid_parent_class)->finalize (object);
}

static void
add_signals (TelaahGridClass *klass)
{
  const GType type = G_TYPE_FROM_CLASS (klass);

  g_signal_new ("cell-selected", type, G_SIGNAL_RUN_LAST, 0,
                NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  g_signal_new ("cell-activated", type, G_SIGNAL_RUN_LAST, 0,
                NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  g_signal_new ("block-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("open-passage", type, G_SIGNAL_RUN_LAST, 0,
                NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  g_signal_new ("menu", type, G_SIGNAL_RUN_LAST, 0,
                NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
telaah_grid_class_init (TelaahGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = telaah_grid_get_property;
  object_class->set_property = telaah_grid_set_property;
  object_class->dispose = telaah_grid_dispose;
  object_class->finalize = telaah_grid_finalize;

  widget_class->measure = telaah_grid_measure;
  widget_class->size_allocate = telaah_grid_size_allocate;
  widget_class->snapshot = telaah_grid_draw;
  widget_class->grab_focus = telaah_grid_grab_focus;
  widget_class->focus = telaah_grid_focus;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  add_signals (klass);
  telaah_grid_add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "comparegrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
telaah_grid_init (TelaahGrid *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->tree = telaah_grid_tree_new ();
  self->rows = telaah_grid_rows_new ();
  self->filter = telaah_grid_filter_copy (NULL);
  self->sources = g_ptr_array_new_with_free_func (g_object_unref);
  self->cells = telaah_grid_cells_new ();
  self->line = 1;

  for (guint i = 0; i < TELAAH_N_GRID_KINDS; i++)
    self->spares[i] = g_ptr_array_new ();

  telaah_grid_add_quotes (self);
  telaah_grid_add_editor (self);
  self->corner = adw_bin_new ();
  gtk_widget_add_css_class (self->corner, "corner");
  gtk_widget_set_parent (self->corner, GTK_WIDGET (self));

  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Comparison"), -1);

  telaah_grid_add_pointer (self);
  telaah_grid_add_typing (self);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (restyle_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (restyle_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
telaah_grid_new (void)
{
  return g_object_new (TELAAH_TYPE_GRID, NULL);
}

/**
 * telaah_grid_set_session:
 * @session: (nullable):
 */
void
telaah_grid_set_session (TelaahGrid    *self,
                         TelaahSession *session)
{
  g_return_if_fail (TELAAH_IS_GRID (self));

  if (self->session == session)
    return;

  telaah_grid_stop_writing (self);
  telaah_grid_drop_writing (self);
  telaah_grid_leave_quotes (self);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);

  g_set_object (&self->session, session);
  telaah_grid_clear_cells (self);
  telaah_grid_filter_free (self->filter);
  self->filter = telaah_grid_filter_copy (NULL);
  g_clear_pointer (&self->matches, g_hash_table_unref);
  g_hash_table_remove_all (self->references);
  self->top_row = 0;
  self->top_offset = 0;
  g_clear_pointer (&self->point, g_free);
  g_clear_pointer (&self->source, g_free);
  telaah_grid_reload (self);

  if (session != NULL)
    {
      g_signal_connect_object (session, "changed", G_CALLBACK (telaah_grid_follow), self, G_CONNECT_SWAPPED);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
}

/* ---- What is on show ---- */

/* Anew, with the cursor in view. */
static void
refresh (TelaahGrid *self)
{
  self->reread = TRUE;
  self->reveal = TRUE;
  telaah_grid_update (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
telaah_grid_set_content (TelaahGrid        *self,
                         TelaahGridContent  content)
{
  g_return_if_fail (TELAAH_IS_GRID (self));

  if (self->content == content)
    return;

  telaah_grid_stop_writing (self);
  telaah_grid_leave_quotes (self);
  self->content = content;
  telaah_grid_rows_clear (self->rows);
  self->top_offset = 0;
  refresh (self);
}

gboolean
telaah_grid_get_transposed (TelaahGrid *self)
{
  g_return_val_if_fail (TELAAH_IS_GRID (self), FALSE);

  return self->transposed;
}

/* Sources down and points across, instead of the other way round. */
void
telaah_grid_set_transposed (TelaahGrid *self,
                            gboolean    transposed)
{
  g_return_if_fail (TELAAH_IS_GRID (self));

  if (self->transposed == transposed || !telaah_grid_stop_writing (self))
    return;

  telaah_grid_leave_quotes (self);
  telaah_grid_clear_cells (self);
  self->last = telaah_grid_turn (self, &self->last);
  self->transposed = transposed;
  if (transposed)
    self->last = telaah_grid_turn (self, &self->last);

  self->top_row = 0;
  self->top_offset = 0;
  self->header_height = 0;
  telaah_grid_rows_clear (self->rows);
  telaah_grid_reload (self);
  refresh (self);
}

/* Borrowed; never NULL. */
const TelaahGridFilter *
telaah_grid_get_filter (TelaahGrid *self)
{
  g_return_val_if_fail (TELAAH_IS_GRID (self), NULL);

  return self->filter;
}

/**
 * telaah_grid_set_filter:
 * @filter: (nullable): %NULL: everything is wanted
 */
void
telaah_grid_set_filter (TelaahGrid             *self,
                        const TelaahGridFilter *filter)
{
  g_return_if_fail (TELAAH_IS_GRID (self));

  if (!telaah_grid_stop_writing (self))
    return;

  telaah_grid_leave_quotes (self);
  telaah_grid_filter_free (self->filter);
  self->filter = telaah_grid_filter_copy (filter);
  telaah_grid_update_matches (self, TRUE);
  telaah_grid_reload (self);
  refresh (self);
}

/* Whether filter or hiding leave nothing to be seen. */
gboolean
telaah_grid_is_empty (TelaahGrid *self)
{
  g_return_val_if_fail (TELAAH_IS_GRID (self), TRUE);

  return self->sources->len == 0 || telaah_grid_tree_get_n (self->tree) == 0;
}

/* What stands over the first column. */
void
telaah_grid_set_corner (TelaahGrid *self,
                        GtkWidget  *corner)
{
  g_return_if_fail (TELAAH_IS_GRID (self));

  adw_bin_set_child (ADW_BIN (self->corner), corner);
}
