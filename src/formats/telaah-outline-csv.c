/* Writes the comparative outline as a table: points x sources, as CSV (RFC 4180).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-outline-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/telaah-outline-words.h"

/* Without it Excel takes UTF-8 for the letters of its country. */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

/* Whether a spreadsheet would work out what begins so, and could be made to do something by it. */
static gboolean
is_formula (const char *text)
{
  switch (g_utf8_get_char (text))
    {
    case '=': case '+': case '-': case '@': case '\t': case '\r': case '\n':
    case 0xff1d: case 0xff0b: case 0xff0d: case 0xff20:   /* the same, in full width */
      return TRUE;
    default:
      return FALSE;
    }
}

/* Words that begin as a formula does get an apostrophe before them, the sign by which spreadsheets know text. Here it
 * is one more letter, and to be seen: CSV itself has no way to say that a cell is text. The workbook (XLSX) and the
 * JSON have the words as they are. */
static void
put (GString    *out,
     const char *text)
{
  const char *words = text != NULL ? text : "";
  gboolean formula = is_formula (words);
  gboolean quoted = strpbrk (words, ",;\"\r\n\t") != NULL || g_str_has_prefix (words, " ") ||
                    g_str_has_suffix (words, " ");

  if (quoted)
    g_string_append_c (out, '"');
  if (formula)
    g_string_append_c (out, '\'');
  for (const char *p = words; *p != '\0'; p++)
    if (*p != '\r')
      g_string_append_len (out, *p == '"' ? "\"\"" : p, *p == '"' ? 2 : 1);
  if (quoted)
    g_string_append_c (out, '"');
  g_string_append_c (out, ',');
}

/* In place of the comma after its last cell. */
static void
end_row (GString *out)
{
  g_string_truncate (out, out->len - 1);
  g_string_append (out, "\r\n");
}

static void
put_head (GString       *out,
          TelaahOutline *outline,
          gboolean       translated)
{
  put (out, _("Point"));
  put (out, _("Question"));
  for (guint i = 0; i < outline->sources->len; i++)
    {
      const char *id = telaah_source_fields (outline->sources->pdata[i])->id;
      g_autofree char *source = telaah_outline_dup_reference (outline, id, NULL);
      /* Translators: these four name columns of a table; %s is a source */
      g_autofree char *status = g_strdup_printf (_("%s: Status"), source);
      g_autofree char *summary = g_strdup_printf (_("%s: Summary"), source);
      g_autofree char *translation = g_strdup_printf (_("%s: Translation"), source);
      g_autofree char *passages = g_strdup_printf (_("%s: Passages"), source);

      put (out, status);
      put (out, summary);
      if (translated)
        put (out, translation);
      put (out, passages);
    }
  put (out, _("Similarities"));
  put (out, _("Differences"));
  end_row (out);
}

static void
put_cell (GString    *out,
          TelaahCell *cell,
          gboolean    translated)
{
  const TelaahCellFields *f = cell != NULL ? telaah_cell_fields (cell) : NULL;
  g_autofree char *count = g_strdup_printf ("%u", cell != NULL ? telaah_cell_get_evidence (cell)->len : 0);

  put (out, telaah_status_get_label (f != NULL ? f->status : TELAAH_STATUS_UNREAD));
  put (out, f != NULL ? f->summary : NULL);
  if (translated)
    put (out, f != NULL ? f->translation : NULL);
  put (out, count);
}

/* A point below another names that, too, so that a row says by itself what it is about. */
static void
put_points (GString       *out,
            TelaahOutline *outline,
            GPtrArray     *points,
            const char    *above,
            gboolean       translated)
{
  for (guint i = 0; i < points->len; i++)
    {
      TelaahOutlinePoint *node = points->pdata[i];
      const TelaahPointFields *f = telaah_point_fields (node->point);
      const char *title = telaah_outline_get_point_title (outline, node->point);
      g_autofree char *path = above != NULL ? g_strdup_printf ("%s › %s", above, title) : g_strdup (title);

      put (out, path);
      put (out, f->question);
      for (guint j = 0; j < outline->sources->len; j++)
        put_cell (out, j < node->cells->len ? node->cells->pdata[j] : NULL, translated);
      put (out, f->similarities);
      put (out, f->differences);
      end_row (out);
      put_points (out, outline, node->points, path, translated);
    }
}

/**
 * telaah_outline_to_csv:
 *
 * Of each source its status, summary and number of passages, and the translation where the project has a second
 * language.
 *
 * Returns: (transfer full): the comparison as a table, in the language of the interface
 */
char *
telaah_outline_to_csv (TelaahOutline *outline)
{
  GString *out = g_string_new (BYTE_ORDER_MARK);

  g_return_val_if_fail (outline != NULL, g_string_free (out, FALSE));

  put_head (out, outline, has_text (outline->second_language));
  put_points (out, outline, outline->points, NULL, has_text (outline->second_language));

  return g_string_free (out, FALSE);
}
