/* The numbers of a picture as CSV after RFC 4180, with the mark by which spreadsheets know UTF-8.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-picture.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MARK "\xef\xbb\xbf"

static void
append_text (GString    *out,
             const char *text)
{
  if (strpbrk (text, "\",\r\n") == NULL)
    {
      g_string_append (out, text);
      return;
    }

  g_string_append_c (out, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *text);
    }
  g_string_append_c (out, '"');
}

static void
append_number (GString *out,
               guint    number)
{
  g_string_append_printf (out, ",%u", number);
}

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
  GString *out = g_string_new (MARK);

  append_text (out, matrix->symmetric ? _("Theme") : _("Point"));
  for (guint column = 0; column < matrix->columns->len; column++)
    {
      g_autofree char *path = dup_path (matrix->columns, column);

      g_string_append_c (out, ',');
      append_text (out, path);
    }
  g_string_append (out, "\r\n");

  for (guint row = 0; row < matrix->rows->len; row++)
    {
      g_autofree char *path = dup_path (matrix->rows, row);

      append_text (out, path);
      for (guint column = 0; column < matrix->columns->len; column++)
        {
          const TelaahMatrixCount *count = telaah_matrix_at (matrix, row, column);

          append_number (out, measure == TELAAH_MEASURE_PASSAGES ? count->passages : count->characters);
        }
      g_string_append (out, "\r\n");
    }

  return g_string_free_to_bytes (out);
}

static void
append_heads (GString           *out,
              const char *const *heads)
{
  for (guint i = 0; heads[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_text (out, _(heads[i]));
    }
  g_string_append (out, "\r\n");
}

static void
append_share (GString *out,
              guint    part,
              guint    whole)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, ",%s", g_ascii_formatd (text, sizeof text, "%.2f", 100.0 * part / MAX (whole, 1)));
}

/* Returns: (transfer full): a line a stretch; characters are counted from 0, per cent of the text */
GBytes *
telaah_portraits_to_csv (GPtrArray *portraits)
{
  static const char *const heads[] = {
    N_("Source"), N_("Theme"), N_("Start"), N_("End"), N_("Characters"), N_("Start in Per Cent"),
    N_("End in Per Cent"), NULL,
  };
  GString *out = g_string_new (MARK);

  append_heads (out, heads);

  for (guint i = 0; i < portraits->len; i++)
    {
      const TelaahPortrait *portrait = portraits->pdata[i];

      for (guint j = 0; j < portrait->lanes->len; j++)
        {
          const TelaahPortraitLane *lane = portrait->lanes->pdata[j];

          for (guint k = 0; k < lane->spans->len; k++)
            {
              TelaahSpan span = g_array_index (lane->spans, TelaahSpan, k);

              append_text (out, portrait->name);
              g_string_append_c (out, ',');
              append_text (out, lane->name);
              append_number (out, span.start);
              append_number (out, span.end);
              append_number (out, span.end - span.start);
              append_share (out, span.start, portrait->characters);
              append_share (out, span.end, portrait->characters);
              g_string_append (out, "\r\n");
            }
        }
    }

  return g_string_free_to_bytes (out);
}
