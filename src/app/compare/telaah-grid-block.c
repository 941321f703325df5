/* A block of places: what lies between the anchor and the cursor, as in a spreadsheet.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-grid-private.h"

gboolean
telaah_grid_is_block (TelaahGrid *self)
{
  return telaah_grid_has_place (self) &&
         (self->all || self->anchor.row != self->last.row || self->anchor.column != self->last.column);
}

/* In the header, row is TELAAH_NO_ROW and end_row 0. */
void
telaah_grid_get_block (TelaahGrid      *self,
                       TelaahGridRange *block)
{
  const TelaahGridPlace *a = &self->anchor, *b = &self->last;

  if (self->all)
    {
      *block = (TelaahGridRange) { 0, telaah_grid_get_n_rows (self), 1, telaah_grid_get_n_columns (self) };
      return;
    }

  *block = (TelaahGridRange) {
    MIN (a->row, b->row), MAX (a->row, b->row) + 1, MIN (a->column, b->column), MAX (a->column, b->column) + 1,
  };
}

gboolean
telaah_grid_is_chosen (TelaahGrid            *self,
                       const TelaahGridPlace *place)
{
  TelaahGridRange block;

  if (!telaah_grid_has_place (self))
    return FALSE;

  telaah_grid_get_block (self, &block);

  if (place->column < block.column || place->column >= block.end_column)
    return FALSE;

  return block.row == TELAAH_NO_ROW ? place->row == TELAAH_NO_ROW
                                    : place->row >= block.row && place->row < block.end_row;
}

void
telaah_grid_collapse (TelaahGrid *self)
{
  gboolean was = telaah_grid_is_block (self);

  self->anchor = self->last;
  self->all = FALSE;

  if (was)
    g_signal_emit_by_name (self, "block-changed");
}

/* Moves the cursor and leaves the anchor. A block is of cells, or of what stands before the rows or over the columns,
 * as it began. */
void
telaah_grid_extend (TelaahGrid *self,
                    guint       row,
                    guint       column)
{
  TelaahGridPlace anchor = self->anchor;

  if (!telaah_grid_has_place (self))
    return;

  if (anchor.row == TELAAH_NO_ROW)
    row = TELAAH_NO_ROW;
  else if (row == TELAAH_NO_ROW)
    row = 0;

  if (anchor.column == 0)
    column = 0;
  else
    column = MAX (column, 1);

  telaah_grid_set_place (self, row, column);
  self->anchor = anchor;
  telaah_grid_update (self);
  g_signal_emit_by_name (self, "block-changed");
}

void
telaah_grid_select_all (TelaahGrid *self)
{
  g_return_if_fail (TELAAH_IS_GRID (self));

  if (!telaah_grid_has_place (self))
    return;

  self->all = TRUE;
  telaah_grid_update (self);
  g_signal_emit_by_name (self, "block-changed");
}

/* ---- What is in it ---- */

static GPtrArray *
dup_ids (TelaahGrid *self,
         gboolean    points)
{
  GPtrArray *ids = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  gboolean down = points != self->transposed;    /* whether they differ from row to row */
  TelaahGridRange block;
  guint n = 1;

  if (!telaah_grid_has_place (self))
    return ids;

  telaah_grid_get_block (self, &block);
  if (down)
    n = block.row == TELAAH_NO_ROW ? 1 : block.end_row - block.row;
  else
    n = block.end_column - block.column;

  for (guint i = 0; i < n; i++)
    {
      TelaahGridPlace place = { block.row, block.column };
      TelaahPoint *point;
      TelaahSource *source;

      if (down && block.row != TELAAH_NO_ROW)
        place.row += i;
      else if (!down)
        place.column += i;

      point = telaah_grid_get_point_at (self, &place);
      source = telaah_grid_get_source_at (self, &place);

      if (points && point != NULL)
        g_ptr_array_add (ids, g_strdup (telaah_point_fields (point)->id));
      else if (!points && source != NULL)
        g_ptr_array_add (ids, g_strdup (telaah_source_fields (source)->id));
    }

  return ids;
}

/**
 * telaah_grid_dup_points:
 *
 * Returns: (transfer full) (element-type utf8): ids of the points that the block is in, as they stand; ends in %NULL
 */
GPtrArray *
telaah_grid_dup_points (TelaahGrid *self)
{
  g_return_val_if_fail (TELAAH_IS_GRID (self), NULL);

  return dup_ids (self, TRUE);
}

/**
 * telaah_grid_dup_sources:
 *
 * Returns: (transfer full) (element-type utf8): ids of the sources that the block is in, as they stand; ends in %NULL
 */
GPtrArray *
telaah_grid_dup_sources (TelaahGrid *self)
{
  g_return_val_if_fail (TELAAH_IS_GRID (self), NULL);

  return dup_ids (self, FALSE);
}
