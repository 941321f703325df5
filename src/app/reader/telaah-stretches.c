/* Where the brackets of a paragraph's passages stand: beside each other where they share a line.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-stretches.h"

static gboolean
place (GArray        *stretches,
       TelaahStretch *stretch,
       guint          column,
       guint          n_columns)
{
  guint width = MIN (MAX (stretch->highlight->n_themes, 1), n_columns);

  if (column + width > n_columns)
    return FALSE;

  for (guint i = 0; i < stretches->len; i++)
    {
      const TelaahStretch *other = &g_array_index (stretches, TelaahStretch, i);

      if (other->placed && other->first <= stretch->last && stretch->first <= other->last
          && other->column < column + width
          && column < other->column + MAX (other->highlight->n_themes, 1))
        return FALSE;
    }

  stretch->column = column;
  stretch->placed = TRUE;

  return TRUE;
}

/**
 * telaah_stretches_place:
 * @stretches: (element-type TelaahStretch): of one paragraph, none of them placed
 *
 * Gives each a column, one for each of its themes, or none where there is no room.
 */
void
telaah_stretches_place (GArray *stretches,
                        guint   n_columns)
{
  /* Those that run over several paragraphs come first and stand in their lanes, which are the same in each, so that
   * they do not jump from one paragraph to the next. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < stretches->len; i++)
      {
        TelaahStretch *stretch = &g_array_index (stretches, TelaahStretch, i);
        gboolean runs_over = stretch->before || stretch->behind;

        if (stretch->placed || (pass == 0 && !runs_over))
          continue;
        if (runs_over && place (stretches, stretch, stretch->highlight->lane, n_columns))
          continue;
        for (guint column = 0; column < n_columns && !place (stretches, stretch, column, n_columns); column++);
      }
}
