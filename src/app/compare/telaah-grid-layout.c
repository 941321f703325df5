/* Which cells of the grid are on show, what they show, and where they stand.
 *
 * Only those in view have a widget, and the selected one, which may hold the focus; widgets that scroll out of view
 * are used again. All of it happens in telaah_grid_update().
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-grid-private.h"

#include <glib/gi18n.h>

/* How often heights may change what is in view before we let it be. */
#define MOST_PASSES 4

static guint
place_hash (gconstpointer key)
{
  const TelaahGridPlace *place = key;

  return place->row * 8191 + place->column;
}

static gboolean
place_equal (gconstpointer a,
             gconstpointer b)
{
  const TelaahGridPlace *first = a, *second = b;

  return first->row == second->row && first->column == second->column;
}

/* From TelaahGridPlace, inside the cell, to TelaahGridCell. */
GHashTable *
telaah_grid_cells_new (void)
{
  return g_hash_table_new (place_hash, place_equal);
}

TelaahGridCell *
telaah_grid_find_cell (TelaahGrid *self,
                       guint       row,
                       guint       column)
{
  return g_hash_table_lookup (self->cells, &(TelaahGridPlace) { row, column });
}

/* ---- What they show ---- */

static TelaahGridFace *
make_point_face (TelaahGrid  *self,
                 TelaahPoint *point,
                 guint        row)
{
  const char *theme = telaah_point_fields (point)->theme;

  return telaah_grid_face_new_point (point,
                                     theme != NULL ? telaah_session_get_color (self->session, theme) : NULL,
                                     telaah_grid_rows_get_fold (self->rows, row));
}

static TelaahGridFace *
make_face (TelaahGrid            *self,
           const TelaahGridPlace *place)
{
  TelaahPoint *point = telaah_grid_rows_get_point (self->rows, place->row);
  TelaahSource *source = place->column > 0 && place->column <= self->sources->len
                         ? g_ptr_array_index (self->sources, place->column - 1) : NULL;
  g_autoptr(TelaahCell) cell = NULL;

  if (point == NULL)
    return source != NULL ? telaah_grid_face_new_source (source)
                          : telaah_grid_face_new_heading (_("Similarities and Differences"));

  if (place->column == 0)
    return make_point_face (self, point, place->row);

  if (source == NULL)
    return telaah_grid_face_new_comparison (point);

  cell = telaah_session_dup_cell (self->session, telaah_point_fields (point)->id,
                                  telaah_source_fields (source)->id);

  return telaah_grid_face_new_cell (cell, telaah_point_fields (point)->title, telaah_source_get_name (source));
}

/* ---- Which have a widget ---- */

static TelaahGridKind
get_kind (TelaahGrid            *self,
          const TelaahGridPlace *place)
{
  if (place->row == TELAAH_NO_ROW)
    return place->column <= self->sources->len ? TELAAH_GRID_KIND_SOURCE : TELAAH_GRID_KIND_HEADING;

  if (place->column == 0)
    return TELAAH_GRID_KIND_POINT;

  return place->column <= self->sources->len ? TELAAH_GRID_KIND_CELL : TELAAH_GRID_KIND_COMPARISON;
}

/* A widget for @kind, used again where one is spare. Those that scroll stand below the header and the first column,
 * which stand below the corner, so that a click finds the one that is seen. */
static TelaahGridCell *
take_cell (TelaahGrid     *self,
           TelaahGridKind  kind)
{
  GPtrArray *spares = self->spares[kind];
  GtkWidget *cell;

  if (spares->len > 0)
    {
      cell = g_ptr_array_steal_index_fast (spares, spares->len - 1);
      gtk_widget_set_child_visible (cell, TRUE);
      return TELAAH_GRID_CELL (cell);
    }

  cell = telaah_grid_cell_new (kind);

  if (kind == TELAAH_GRID_KIND_CELL || kind == TELAAH_GRID_KIND_COMPARISON)
    gtk_widget_insert_after (cell, GTK_WIDGET (self), NULL);
  else
    gtk_widget_insert_before (cell, GTK_WIDGET (self), self->corner);

  return TELAAH_GRID_CELL (cell);
}

static void
put_cell (TelaahGrid *self,
          guint       row,
          guint       column)
{
  TelaahGridPlace place = { row, column };
  TelaahGridCell *cell = g_hash_table_lookup (self->cells, &place);
  gboolean fresh = cell == NULL;

  if (fresh)
    {
      cell = take_cell (self, get_kind (self, &place));
      *telaah_grid_cell_get_place (cell) = place;
      g_hash_table_insert (self->cells, telaah_grid_cell_get_place (cell), cell);
    }

  if (fresh || self->reread)
    telaah_grid_cell_take_face (cell, make_face (self, &place));

  telaah_grid_cell_set_selected (cell, self->point != NULL && row == self->last.row && column == self->last.column);
}

static gboolean
is_wanted (TelaahGrid            *self,
           const TelaahGridPlace *place,
           const TelaahGridRange *range)
{
  gboolean row_seen = place->row == TELAAH_NO_ROW || (place->row >= range->row && place->row < range->end_row);
  gboolean column_seen = place->column == 0 ||
                         (place->column >= range->column && place->column < range->end_column);

  return (row_seen && column_seen) ||
         (self->point != NULL && place->row == self->last.row && place->column == self->last.column);
}

static void
sweep_cells (TelaahGrid            *self,
             const TelaahGridRange *range)
{
  GHashTableIter iter;
  TelaahGridCell *cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &cell))
    {
      const TelaahGridPlace *place = telaah_grid_cell_get_place (cell);
      TelaahGridKind kind = telaah_grid_cell_get_kind (cell);

      /* The numbers of sources and points may have changed, and with them what a column is. */
      if (is_wanted (self, place, range) && kind == get_kind (self, place))
        continue;

      g_hash_table_iter_remove (&iter);
      gtk_widget_set_child_visible (GTK_WIDGET (cell), FALSE);
      g_ptr_array_add (self->spares[kind], cell);
    }
}

static void
fill_range (TelaahGrid            *self,
            const TelaahGridRange *range)
{
  for (guint column = range->column; column < range->end_column; column++)
    put_cell (self, TELAAH_NO_ROW, column);

  for (guint row = range->row; row < range->end_row; row++)
    {
      put_cell (self, row, 0);

      for (guint column = range->column; column < range->end_column; column++)
        put_cell (self, row, column);
    }

  if (self->point != NULL)
    put_cell (self, self->last.row, self->last.column);
}

/* Takes all widgets away: another project is to be shown, or none. */
void
telaah_grid_clear_cells (TelaahGrid *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_hash_table_remove_all (self->cells);

  for (guint i = 0; i < TELAAH_N_GRID_KINDS; i++)
    g_ptr_array_set_size (self->spares[i], 0);

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (child != self->corner)
        gtk_widget_unparent (child);
      child = next;
    }
}

/* ---- How high they are ---- */

static int
measure_cell (TelaahGrid *self,
              guint       row,
              guint       column)
{
  TelaahGridCell *cell = telaah_grid_find_cell (self, row, column);
  int height = 0;

  if (cell != NULL)
    gtk_widget_measure (GTK_WIDGET (cell), GTK_ORIENTATION_VERTICAL,
                        telaah_grid_get_column_width (self, column), NULL, &height, NULL, NULL);

  return height;
}

static int
measure_row (TelaahGrid            *self,
             guint                  row,
             const TelaahGridRange *range)
{
  int height = measure_cell (self, row, 0);

  for (guint column = range->column; column < range->end_column; column++)
    height = MAX (height, measure_cell (self, row, column));

  return height;
}

static gboolean
measure_rows (TelaahGrid            *self,
              const TelaahGridRange *range)
{
  gboolean changed = FALSE;
  int corner, header;

  gtk_widget_measure (self->corner, GTK_ORIENTATION_VERTICAL, self->first_width, NULL, &corner, NULL, NULL);
  header = MAX (corner, measure_row (self, TELAAH_NO_ROW, range));

  /* As with rows: scrolling sideways only raises it. */
  if (header > self->header_height || self->reread)
    {
      changed = header != self->header_height;
      self->header_height = header;
    }

  for (guint row = range->row; row < range->end_row; row++)
    changed |= telaah_grid_rows_raise (self->rows, row, measure_row (self, row, range));

  return changed;
}

/* ---- All of it ---- */

/* Brings the widgets in line with the project, the size and the scrolling; the next allocation moves them there. */
void
telaah_grid_update (TelaahGrid *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  gboolean had_focus = focus != NULL && focus != self->corner;
  TelaahGridCell *selected;
  TelaahGridRange range;

  if (self->updating || self->session == NULL || width <= 0 || height <= 0)
    return;

  self->updating = TRUE;
  telaah_grid_size_columns (self, width);
  telaah_grid_range_columns (self, width, &range);

  for (guint pass = 0; pass < MOST_PASSES; pass++)
    {
      telaah_grid_range_rows (self, height, &range);
      sweep_cells (self, &range);
      fill_range (self, &range);

      if (!measure_rows (self, &range))
        break;
    }

  telaah_grid_range_rows (self, height, &range);
  self->reread = FALSE;
  self->reveal = FALSE;
  self->updating = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));

  selected = self->point != NULL ? telaah_grid_find_cell (self, self->last.row, self->last.column) : NULL;
  if (had_focus && selected != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self)) != GTK_WIDGET (selected))
    gtk_widget_grab_focus (GTK_WIDGET (selected));
}
