/* Writes the comparative outline as a table: points x sources, as CSV (RFC 4180).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-outline-format.h"

#include <glib/gi18n-lib.h>

#include "formats/telaah-csv.h"
#include "formats/telaah-outline-words.h"

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
put_head (GString       *out,
          TelaahOutline *outline,
          gboolean       translated)
{
  telaah_csv_put (out, _("Point"));
  telaah_csv_put (out, _("Question"));
  for (guint i = 0; i < outline->sources->len; i++)
    {
      const char *id = telaah_source_fields (outline->sources->pdata[i])->id;
      g_autofree char *source = telaah_outline_dup_reference (outline, id, NULL);
      /* Translators: these four name columns of a table; %s is a source */
      g_autofree char *status = g_strdup_printf (_("%s: Status"), source);
      g_autofree char *summary = g_strdup_printf (_("%s: Summary"), source);
      g_autofree char *translation = g_strdup_printf (_("%s: Translation"), source);
      g_autofree char *passages = g_strdup_printf (_("%s: Passages"), source);

      telaah_csv_put (out, status);
      telaah_csv_put (out, summary);
      if (translated)
        telaah_csv_put (out, translation);
      telaah_csv_put (out, passages);
    }
  telaah_csv_put (out, _("Similarities"));
  telaah_csv_put (out, _("Differences"));
  telaah_csv_end_row (out);
}

static void
put_cell (GString    *out,
          TelaahCell *cell,
          gboolean    translated)
{
  const TelaahCellFields *f = cell != NULL ? telaah_cell_fields (cell) : NULL;

  telaah_csv_put (out, telaah_status_get_label (f != NULL ? f->status : TELAAH_STATUS_UNREAD));
  telaah_csv_put (out, f != NULL ? f->summary : NULL);
  if (translated)
    telaah_csv_put (out, f != NULL ? f->translation : NULL);
  telaah_csv_put_number (out, cell != NULL ? telaah_cell_get_evidence (cell)->len : 0);
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

      telaah_csv_put (out, path);
      telaah_csv_put (out, f->question);
      for (guint j = 0; j < outline->sources->len; j++)
        put_cell (out, j < node->cells->len ? node->cells->pdata[j] : NULL, translated);
      telaah_csv_put (out, f->similarities);
      telaah_csv_put (out, f->differences);
      telaah_csv_end_row (out);
      put_points (out, outline, node->points, path, translated);
    }
}

/**
 * telaah_outline_to_csv:
 *
 * Of each source its status, summary and number of passages, and the translation where the project has a second
 * language. Words that begin as a formula does are changed, see telaah_csv_put(); the workbook (XLSX) and the JSON have
 * them as they are.
 *
 * Returns: (transfer full): the comparison as a table, in the language of the interface
 */
char *
telaah_outline_to_csv (TelaahOutline *outline)
{
  GString *out = telaah_csv_new ();

  g_return_val_if_fail (outline != NULL, g_string_free (out, FALSE));

  put_head (out, outline, has_text (outline->second_language));
  put_points (out, outline, outline->points, NULL, has_text (outline->second_language));

  return g_string_free (out, FALSE);
}
