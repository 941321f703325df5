/* Where the cursor of the grid is, kept by its ids while rows and columns come and go.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-grid-private.h"

static void
emit_selected (TelaahGrid *self)
{
  g_signal_emit_by_name (self, "cell-selected", self->point, self->source);
}

static gboolean
is_place (TelaahGrid *self,
          guint       row,
          guint       column)
{
  return column < telaah_grid_get_n_columns (self) &&
         (row == TELAAH_NO_ROW ? column > 0 : row < telaah_grid_get_n_rows (self));
}

/* The cursor by numbers, which must be right; without @place there is none. */
static gboolean
set_cursor (TelaahGrid            *self,
            const TelaahGridPlace *place)
{
  TelaahPoint *item = place != NULL ? telaah_grid_get_point_at (self, place) : NULL;
  g_autofree char *point = item != NULL ? g_strdup (telaah_point_fields (item)->id) : NULL;
  g_autofree char *source = place != NULL ? g_strdup (telaah_grid_get_source_id_at (self, place)) : NULL;

  if (place != NULL)
    self->last = *place;

  telaah_grid_collapse (self);

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
keep_cursor (TelaahGrid *self)
{
  guint n = telaah_grid_tree_get_n (self->tree);
  TelaahGridPlace old = telaah_grid_turn (self, &self->last), place = { TELAAH_NO_ROW, 0 };

  if (self->point != NULL || !telaah_grid_has_place (self))
    {
      place.row = telaah_grid_tree_find_near (self->tree, self->point);
      if (place.row == TELAAH_NO_ROW && n > 0)
        place.row = self->point != NULL && old.row != TELAAH_NO_ROW ? MIN (old.row, n - 1) : 0;
    }

  place.column = telaah_grid_has_place (self) ? telaah_grid_find_source (self, self->source)
                                              : MIN (1, self->sources->len);
  if (place.column == G_MAXUINT)
    place.column = MIN (old.column, self->sources->len + 1);

  place = telaah_grid_turn (self, &place);
  if (!set_cursor (self, n > 0 && is_place (self, place.row, place.column) ? &place : NULL))
    return;

  telaah_grid_drop_writing (self);
  telaah_grid_leave_quotes (self);
  emit_selected (self);
}

/* Moves the cursor by numbers and brings it into view, with the focus where the grid has it. */
void
telaah_grid_set_place (TelaahGrid *self,
                       guint       row,
                       guint       column)
{
  TelaahGridPlace place = { row, column };
  gboolean changed;

  if (!is_place (self, row, column))
    return;

  if (!telaah_grid_stop_writing (self))
    return;

  telaah_grid_leave_quotes (self);
  changed = set_cursor (self, &place);
  self->reveal = TRUE;
  telaah_grid_update (self);

  if (changed)
    emit_selected (self);
}

/* @point: by number, in the tree */
gboolean
telaah_grid_fold (TelaahGrid     *self,
                  guint           point,
                  TelaahGridFold  fold)
{
  if (!telaah_grid_stop_writing (self) || !telaah_grid_tree_set_fold (self->tree, point, fold))
    return FALSE;

  telaah_grid_load_rows (self);
  keep_cursor (self);
  self->reread = TRUE;
  telaah_grid_update (self);

  return TRUE;
}

void
telaah_grid_activate (TelaahGrid *self)
{
  if (telaah_grid_has_place (self))
    g_signal_emit_by_name (self, "cell-activated", self->point, self->source);
}

void
telaah_grid_ask_menu (TelaahGrid *self,
                      double      x,
                      double      y)
{
  if (telaah_grid_has_place (self))
    g_signal_emit_by_name (self, "menu", x, y);
}

/* ---- Following the project ---- */

/* Rows and columns anew, with the cursor and what stands at the top where they were. */
void
telaah_grid_reload (TelaahGrid *self)
{
  TelaahGridPlace top = { self->top_row, 0 }, found;
  TelaahPoint *point = telaah_grid_get_point_at (self, &top);
  g_autofree char *top_point = point != NULL ? g_strdup (telaah_point_fields (point)->id) : NULL;
  g_autofree char *top_source = g_strdup (telaah_grid_get_source_id_at (self, &top));

  telaah_grid_load_axes (self);

  if (telaah_grid_find (self, self->transposed ? NULL : top_point, top_source, &found) && found.row != TELAAH_NO_ROW)
    self->top_row = found.row;
  else
    self->top_row = MIN (self->top_row, MAX (1, telaah_grid_get_n_rows (self)) - 1);

  keep_cursor (self);
  self->reread = TRUE;
  telaah_grid_rows_forget (self->rows);
}

void
telaah_grid_follow (TelaahGrid   *self,
                    TelaahChange  changes)
{
  const TelaahChange axes = TELAAH_CHANGE_SOURCES | TELAAH_CHANGE_THEMES | TELAAH_CHANGE_POINTS |
                            TELAAH_CHANGE_OUTLINES | TELAAH_CHANGE_PROJECT;
  const TelaahChange cells = TELAAH_CHANGE_PASSAGES | TELAAH_CHANGE_CELLS | TELAAH_CHANGE_REVIEW;

  if (!(changes & (axes | cells | TELAAH_CHANGE_MARKS)))
    return;

  if (changes & (axes | TELAAH_CHANGE_MARKS | TELAAH_CHANGE_REVIEW))
    g_hash_table_remove_all (self->references);

  if (telaah_grid_update_matches (self, (changes & axes) != 0))
    telaah_grid_reload (self);
  else
    telaah_grid_reread_touched (self, (changes & TELAAH_CHANGE_MARKS) != 0);

  /* One that is not on show does it when it is. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    telaah_grid_update (self);
}

/* The place of the cursor; both NULL where there is nothing to select. */
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
 * Moves the cursor to a place and brings it into view; what is folded over it is opened.
 *
 * Returns: whether there is such a place
 */
gboolean
telaah_grid_select (TelaahGrid *self,
                    const char *point,
                    const char *source)
{
  TelaahGridPlace place;
  guint near;

  g_return_val_if_fail (TELAAH_IS_GRID (self), FALSE);

  near = telaah_grid_tree_find_near (self->tree, point);
  while (near != TELAAH_NO_ROW && telaah_grid_tree_find (self->tree, point) == TELAAH_NO_ROW &&
         telaah_grid_tree_set_fold (self->tree, near, TELAAH_GRID_FOLD_OPEN))
    {
      near = telaah_grid_tree_find_near (self->tree, point);
      telaah_grid_load_rows (self);
      self->reread = TRUE;
    }

  if (!telaah_grid_find (self, point, source, &place))
    return FALSE;

  telaah_grid_set_place (self, place.row, place.column);

  return TRUE;
}

/* Where the cursor stands, in pixels of the grid; FALSE where there is none. */
gboolean
telaah_grid_get_bounds (TelaahGrid   *self,
                        GdkRectangle *bounds)
{
  g_return_val_if_fail (TELAAH_IS_GRID (self), FALSE);

  if (!telaah_grid_has_place (self))
    return FALSE;

  telaah_grid_get_rectangle (self, &self->last, bounds);

  return TRUE;
}
