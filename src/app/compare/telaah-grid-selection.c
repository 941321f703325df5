/* Which cell of the grid is selected, kept by its ids while rows and columns come and go.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-grid-private.h"

static guint
find_column (TelaahGrid *self,
             const char *source)
{
  if (source == NULL)
    return 0;

  for (guint i = 0; i < self->sources->len; i++)
    if (g_str_equal (telaah_source_fields (g_ptr_array_index (self->sources, i))->id, source))
      return i + 1;

  return *source == '\0' ? self->sources->len + 1 : G_MAXUINT;
}

static const char *
get_column_id (TelaahGrid *self,
               guint       column)
{
  if (column == 0)
    return NULL;

  return column <= self->sources->len ? telaah_source_fields (g_ptr_array_index (self->sources, column - 1))->id : "";
}

static void
emit_selected (TelaahGrid *self)
{
  g_signal_emit_by_name (self, "cell-selected", self->point, self->source);
}

/* The selection by numbers, which must be right; without @row there is none. */
static gboolean
set_selection (TelaahGrid *self,
               guint       row,
               guint       column)
{
  g_autofree char *point = g_strdup (telaah_grid_rows_get_id (self->rows, row));
  g_autofree char *source = point != NULL ? g_strdup (get_column_id (self, column)) : NULL;

  self->last = (TelaahGridPlace) { row, column };

  if (g_strcmp0 (point, self->point) == 0 && g_strcmp0 (source, self->source) == 0)
    return FALSE;

  g_free (self->point);
  g_free (self->source);
  self->point = g_steal_pointer (&point);
  self->source = g_steal_pointer (&source);

  return TRUE;
}

/* After rows or columns have come or gone: the same cell, else the one that stands in its place. */
static void
keep_selection (TelaahGrid *self)
{
  guint n = telaah_grid_rows_get_n (self->rows);
  guint row = telaah_grid_rows_find_near (self->rows, self->point);
  guint column = self->point != NULL ? find_column (self, self->source) : MIN (1, self->sources->len);

  if (row == TELAAH_NO_ROW && n > 0)
    row = self->point != NULL ? MIN (self->last.row, n - 1) : 0;

  if (column == G_MAXUINT)
    column = MIN (self->last.column, self->sources->len + 1);

  if (set_selection (self, row, column))
    emit_selected (self);
}

/* Selects by numbers and brings that into view, with the focus where the grid has it. */
void
telaah_grid_set_place (TelaahGrid *self,
                       guint       row,
                       guint       column)
{
  gboolean changed;

  if (row >= telaah_grid_rows_get_n (self->rows) || column >= telaah_grid_get_n_columns (self))
    return;

  changed = set_selection (self, row, column);
  self->reveal = TRUE;
  telaah_grid_update (self);

  if (changed)
    emit_selected (self);
}

gboolean
telaah_grid_fold (TelaahGrid     *self,
                  guint           row,
                  TelaahGridFold  fold)
{
  if (!telaah_grid_rows_set_fold (self->rows, row, fold))
    return FALSE;

  keep_selection (self);
  self->reread = TRUE;
  telaah_grid_update (self);

  return TRUE;
}

void
telaah_grid_activate (TelaahGrid *self)
{
  if (self->point != NULL)
    g_signal_emit_by_name (self, "cell-activated", self->point, self->source);
}

void
telaah_grid_ask_menu (TelaahGrid *self,
                      double      x,
                      double      y)
{
  if (self->point != NULL)
    g_signal_emit_by_name (self, "menu", x, y);
}

/* ---- Following the project ---- */

static void
load (TelaahGrid *self)
{
  g_autofree char *top = g_strdup (telaah_grid_rows_get_id (self->rows, self->top_row));
  GListModel *sources = self->session != NULL ? telaah_session_get_sources (self->session) : NULL;
  guint n = sources != NULL ? g_list_model_get_n_items (sources) : 0, row;

  g_ptr_array_set_size (self->sources, 0);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->sources, g_list_model_get_item (sources, i));

  telaah_grid_rows_set_points (self->rows, self->session != NULL ? telaah_session_get_points (self->session) : NULL);

  row = telaah_grid_rows_find_near (self->rows, top);
  if (row != TELAAH_NO_ROW)
    self->top_row = row;
}

void
telaah_grid_follow (TelaahGrid   *self,
                    TelaahChange  changes)
{
  const TelaahChange axes = TELAAH_CHANGE_SOURCES | TELAAH_CHANGE_THEMES | TELAAH_CHANGE_POINTS;
  const TelaahChange cells = TELAAH_CHANGE_PASSAGES | TELAAH_CHANGE_CELLS;

  if (!(changes & (axes | cells)))
    return;

  if (changes & axes)
    {
      load (self);
      keep_selection (self);
    }

  telaah_grid_rows_forget (self->rows);
  self->reread = TRUE;

  /* One that is not on show does it when it is. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    telaah_grid_update (self);
}

/* The selected place; NULL where there is nothing to select. */
const char *
telaah_grid_get_point (TelaahGrid *self)
{
  g_return_val_if_fail (TELAAH_IS_GRID (self), NULL);

  return self->point;
}

const char *
telaah_grid_get_source (TelaahGrid *self)
{
  g_return_val_if_fail (TELAAH_IS_GRID (self), NULL);

  return self->source;
}

/**
 * telaah_grid_select:
 *
 * Selects a place and brings it into view; what is folded over it is opened.
 *
 * Returns: whether there is such a place
 */
gboolean
telaah_grid_select (TelaahGrid *self,
                    const char *point,
                    const char *source)
{
  guint row, column;

  g_return_val_if_fail (TELAAH_IS_GRID (self), FALSE);

  column = find_column (self, source);
  row = telaah_grid_rows_find_near (self->rows, point);

  if (row == TELAAH_NO_ROW || column == G_MAXUINT)
    return FALSE;

  while (telaah_grid_rows_find (self->rows, point) == TELAAH_NO_ROW &&
         telaah_grid_rows_set_fold (self->rows, row, TELAAH_GRID_FOLD_OPEN))
    row = telaah_grid_rows_find_near (self->rows, point);

  self->reread = TRUE;
  telaah_grid_set_place (self, telaah_grid_rows_find (self->rows, point), column);

  return TRUE;
}

/* Where the selected place stands, in pixels of the grid; FALSE where there is none. */
gboolean
telaah_grid_get_bounds (TelaahGrid   *self,
                        GdkRectangle *bounds)
{
  g_return_val_if_fail (TELAAH_IS_GRID (self), FALSE);

  if (self->point == NULL)
    return FALSE;

  telaah_grid_get_rectangle (self, &self->last, bounds);

  return TRUE;
}
