/* The first table of a report: which source treats which point.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-report-private.h"

#include <glib/gi18n-lib.h>

/* So many columns of sources stay readable on a sheet, upright and laid across; more go into further tables. */
#define UPRIGHT 4
#define ACROSS 8

static const char *const shades[TELAAH_N_STATUSES] = {
  [TELAAH_STATUS_TREATED]  = "#c9def5",
  [TELAAH_STATUS_IMPLICIT] = "#e6effa",
  [TELAAH_STATUS_SILENT]   = "#f4e9dc",
};

static void
put_words (TelaahReportTable *table,
           TelaahReportStyle  style,
           TelaahReportFace   face,
           const char        *words,
           const char        *shade)
{
  TelaahReportParagraph *paragraph = telaah_report_paragraph_new (style, NULL);

  telaah_report_put (paragraph, face, words);
  telaah_report_table_put (table, paragraph, shade);
}

static void
put_cell (TelaahReportTable *table,
          TelaahCell        *cell)
{
  TelaahStatus status = telaah_cell_fields (cell)->status;
  guint n = telaah_cell_get_evidence (cell)->len;
  TelaahReportParagraph *paragraph = telaah_report_paragraph_new (TELAAH_REPORT_TABLE_CELL, NULL);

  telaah_report_put (paragraph, status == TELAAH_STATUS_UNREAD ? TELAAH_REPORT_QUIET : TELAAH_REPORT_PLAIN,
                     telaah_status_get_label (status));
  if (n > 0)
    {
      g_autofree char *count = g_strdup_printf (" (%u)", n);

      telaah_report_put (paragraph, TELAAH_REPORT_PLAIN, count);
    }
  telaah_report_table_put (table, paragraph, shades[status]);
}

static void
put_rows (TelaahReportMaker *self,
          TelaahReportTable *table,
          GPtrArray         *points,
          const char        *above,
          guint              first,
          guint              n)
{
  for (guint i = 0; i < points->len; i++)
    {
      TelaahOutlinePoint *node = points->pdata[i];
      g_autofree char *number = g_strdup_printf ("%s%u", above, i + 1);
      g_autofree char *below = g_strdup_printf ("%s.", number);
      g_autofree char *title = g_strdup_printf ("%s  %s", number,
                                                telaah_outline_get_point_title (self->outline, node->point));

      g_strdelimit (title, "\r\n", ' ');
      put_words (table, TELAAH_REPORT_TABLE_CELL, *above == '\0' ? TELAAH_REPORT_STRONG : TELAAH_REPORT_PLAIN,
                 title, NULL);
      for (guint j = first; j < first + n; j++)
        if (j < node->cells->len)
          put_cell (table, node->cells->pdata[j]);
        else
          put_words (table, TELAAH_REPORT_TABLE_CELL, TELAAH_REPORT_QUIET,
                     telaah_status_get_label (TELAAH_STATUS_UNREAD), NULL);
      put_rows (self, table, node->points, below, first, n);
    }
}

static void
add_table (TelaahReportMaker *self,
           guint              first,
           guint              n)
{
  TelaahReportTable *table = telaah_report_add_table (self->report, n + 1,
                                                      self->report->wide ? 0.24 : n < 3 ? 0.4 : 0.3);

  put_words (table, TELAAH_REPORT_TABLE_HEAD, TELAAH_REPORT_PLAIN, _("Point"), TELAAH_REPORT_HEAD_SHADE);
  for (guint i = first; i < first + n; i++)
    put_words (table, TELAAH_REPORT_TABLE_HEAD, TELAAH_REPORT_PLAIN,
               telaah_report_maker_get_citation (self, self->outline->sources->pdata[i]),
               TELAAH_REPORT_HEAD_SHADE);
  put_rows (self, table, self->outline->points, "", first, n);
}

static void
add_caption (TelaahReportMaker *self,
             const char        *words)
{
  TelaahReportParagraph *paragraph = telaah_report_paragraph_new (TELAAH_REPORT_POSITION, NULL);

  telaah_report_put (paragraph, TELAAH_REPORT_QUIET, words);
  telaah_report_add (self->report, paragraph);
}

static void
add_legend (TelaahReportMaker *self,
            const char        *words)
{
  TelaahReportParagraph *paragraph = telaah_report_paragraph_new (TELAAH_REPORT_LEGEND, NULL);

  telaah_report_put (paragraph, TELAAH_REPORT_PLAIN, words);
  telaah_report_add (self->report, paragraph);
}

/* Of an outline with sources; as many tables as it takes, as even as can be. */
void
telaah_report_maker_add_overview (TelaahReportMaker *self)
{
  guint n_sources = self->outline->sources->len;
  guint most = n_sources > UPRIGHT ? ACROSS : UPRIGHT;
  guint n_tables = (n_sources + most - 1) / most;

  self->report->wide = n_sources > UPRIGHT;
  for (guint i = 0; i < n_tables; i++)
    {
      guint first = n_sources * i / n_tables, end = n_sources * (i + 1) / n_tables;

      if (n_tables > 1)
        {
          /* Translators: which columns of all a table has: the first, the last, and how many there are */
          g_autofree char *columns = g_strdup_printf (_("Sources %u to %u of %u"), first + 1, end, n_sources);

          add_caption (self, columns);
        }
      add_table (self, first, end - first);
    }

  add_legend (self, _("In brackets: how many passages the cell rests on."));
}
