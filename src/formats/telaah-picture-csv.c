/* The numbers of a picture as CSV.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-picture.h"

#include <glib/gi18n-lib.h>

#include "formats/telaah-csv.h"

/* With the names of what it is below, since names come again in a tree: "Challenges › Security". */
static char *
dup_path (GPtrArray *lines,
          guint      index)
{
  const TelaahMatrixLine *line = lines->pdata[index];
  GString *path = g_string_new (line->name);
  guint depth = line->depth;

  while (index > 0 && depth > 0)
    {
      const TelaahMatrixLine *above = lines->pdata[--index];

      if (above->depth >= depth)
        continue;

      g_string_prepend (path, " › ");
      g_string_prepend (path, above->name);
      depth = above->depth;
    }

  return g_string_free (path, FALSE);
}

/* Returns: (transfer full): the matrix as it is seen, a row a line */
GBytes *
telaah_matrix_to_csv (TelaahMatrix  *matrix,
                      TelaahMeasure  measure)
{
  GString *out = telaah_csv_new ();

  telaah_csv_put (out, matrix->symmetric ? _("Theme") : _("Point"));
  for (guint column = 0; column < matrix->columns->len; column++)
    {
      g_autofree char *path = dup_path (matrix->columns, column);

      telaah_csv_put (out, path);
    }
  telaah_csv_end_row (out);

  for (guint row = 0; row < matrix->rows->len; row++)
    {
      g_autofree char *path = dup_path (matrix->rows, row);

      telaah_csv_put (out, path);
      for (guint column = 0; column < matrix->columns->len; column++)
        {
          const TelaahMatrixCount *count = telaah_matrix_at (matrix, row, column);

          telaah_csv_put_number (out, measure == TELAAH_MEASURE_PASSAGES ? count->passages : count->characters);
        }
      telaah_csv_end_row (out);
    }

  return g_string_free_to_bytes (out);
}

/* Returns: (transfer full): a line a stretch; characters are counted from 0, per cent of the text */
GBytes *
telaah_portraits_to_csv (GPtrArray *portraits)
{
  static const char *const heads[] = {
    N_("Source"), N_("Theme"), N_("Start"), N_("End"), N_("Characters"), N_("Start in Per Cent"),
    N_("End in Per Cent"), NULL,
  };
  GString *out = telaah_csv_new ();

  telaah_csv_put_heads (out, heads);

  for (guint i = 0; i < portraits->len; i++)
    {
      const TelaahPortrait *portrait = portraits->pdata[i];

      for (guint j = 0; j < portrait->lanes->len; j++)
        {
          const TelaahPortraitLane *lane = portrait->lanes->pdata[j];

          for (guint k = 0; k < lane->spans->len; k++)
            {
              TelaahSpan span = g_array_index (lane->spans, TelaahSpan, k);

              telaah_csv_put (out, portrait->name);
              telaah_csv_put (out, lane->name);
              telaah_csv_put_number (out, span.start);
              telaah_csv_put_number (out, span.end);
              telaah_csv_put_number (out, span.end - span.start);
              telaah_csv_put_real (out, 100.0 * span.start / MAX (portrait->characters, 1), 2);
              telaah_csv_put_real (out, 100.0 * span.end / MAX (portrait->characters, 1), 2);
              telaah_csv_end_row (out);
            }
        }
    }

  return g_string_free_to_bytes (out);
}
