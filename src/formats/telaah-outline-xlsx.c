/* Writes the comparative outline as a workbook of Excel: the comparison, the quotes, and how many there are.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-outline-format.h"

#include <glib/gi18n-lib.h>

#include "formats/telaah-opc.h"
#include "formats/telaah-report-private.h"
#include "formats/telaah-sheet.h"

#define SHEETS 3

typedef void (*PutRow) (TelaahReportMaker  *self,
                        TelaahSheet        *sheet,
                        TelaahOutlinePoint *node,
                        const char         *path);

/* For every point, with what it is below; the rows that @put makes of it. */
static void
put_points (TelaahReportMaker *self,
            TelaahSheet       *sheet,
            GPtrArray         *points,
            const char        *above,
            PutRow             put)
{
  for (guint i = 0; i < points->len; i++)
    {
      TelaahOutlinePoint *node = points->pdata[i];
      const char *title = telaah_outline_get_point_title (self->outline, node->point);
      g_autofree char *path = above != NULL ? g_strdup_printf ("%s › %s", above, title) : g_strdup (title);

      put (self, sheet, node, path);
      put_points (self, sheet, node->points, path, put);
    }
}

static void
put_head (TelaahSheet *sheet,
          const char  *words)
{
  telaah_sheet_put (sheet, TELAAH_SHEET_HEAD, words);
}

static void
put_sources (TelaahReportMaker *self,
             TelaahSheet       *sheet)
{
  for (guint i = 0; i < self->outline->sources->len; i++)
    put_head (sheet, telaah_report_maker_get_citation (self, self->outline->sources->pdata[i]));
}

static void
put_title (TelaahReportMaker  *self,
           TelaahSheet        *sheet,
           TelaahOutlinePoint *node)
{
  guint depth = telaah_point_fields (node->point)->depth;

  telaah_sheet_put (sheet, TELAAH_SHEET_POINT + MIN (depth, TELAAH_SHEET_LEVELS),
                    telaah_outline_get_point_title (self->outline, node->point));
}

/* ---- The comparison ---- */

static void
put_cell (TelaahSheet *sheet,
          TelaahCell  *cell)
{
  const TelaahCellFields *f = telaah_cell_fields (cell);
  GString *words = g_string_new (telaah_status_get_label (f->status));

  if (f->summary != NULL && *f->summary != '\0')
    g_string_append_printf (words, "\n%s", f->summary);
  if (f->translation != NULL && *f->translation != '\0')
    g_string_append_printf (words, "\n%s", f->translation);
  telaah_sheet_put (sheet, TELAAH_SHEET_UNREAD + f->status, words->str);
  g_string_free (words, TRUE);
}

static void
put_comparison (TelaahReportMaker  *self,
                TelaahSheet        *sheet,
                TelaahOutlinePoint *node,
                const char         *path)
{
  const TelaahPointFields *f = telaah_point_fields (node->point);

  telaah_sheet_begin_row (sheet);
  put_title (self, sheet, node);
  telaah_sheet_put (sheet, TELAAH_SHEET_WORDS, f->question);
  for (guint i = 0; i < self->outline->sources->len; i++)
    if (i < node->cells->len)
      put_cell (sheet, node->cells->pdata[i]);
    else
      telaah_sheet_put (sheet, TELAAH_SHEET_UNREAD, telaah_status_get_label (TELAAH_STATUS_UNREAD));
  telaah_sheet_put (sheet, TELAAH_SHEET_WORDS, f->similarities);
  telaah_sheet_put (sheet, TELAAH_SHEET_WORDS, f->differences);
}

static gboolean
add_comparison (TelaahReportMaker  *self,
                TelaahZip          *zip,
                GError            **error)
{
  static const double widths[] = { 28, 30, 34, 0 };
  g_autoptr(TelaahSheet) sheet = telaah_sheet_new (widths, self->outline->sources->len + 4, TRUE);

  telaah_sheet_begin_row (sheet);
  put_head (sheet, _("Point"));
  put_head (sheet, _("Question"));
  put_sources (self, sheet);
  put_head (sheet, _("Similarities"));
  put_head (sheet, _("Differences"));
  put_points (self, sheet, self->outline->points, NULL, put_comparison);

  return telaah_sheet_add_to (sheet, zip, "xl/worksheets/sheet1.xml", error);
}

/* ---- Quotes ---- */

/* The names of a passage's themes, in the order of the tree. */
static char *
dup_themes (TelaahReportMaker *self,
            TelaahPassage     *passage)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->outline->themes->len; i++)
    {
      const TelaahThemeFields *f = telaah_theme_fields (self->outline->themes->pdata[i]);

      if (telaah_passage_has_theme (passage, f->id))
        g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", f->name);
    }

  return g_string_free (names, FALSE);
}

static void
put_quote (TelaahReportMaker *self,
           TelaahSheet       *sheet,
           const char        *path,
           TelaahSource      *source,
           TelaahPassage     *passage)
{
  const TelaahPassageFields *f = telaah_passage_fields (passage);
  g_autofree char *reference = telaah_outline_dup_reference (self->outline, f->source, f->id);
  g_autofree char *quote = telaah_passage_dup_quote (passage);
  g_autofree char *themes = dup_themes (self, passage);

  telaah_sheet_begin_row (sheet);
  telaah_sheet_put (sheet, TELAAH_SHEET_WORDS, path);
  telaah_sheet_put (sheet, TELAAH_SHEET_WORDS, telaah_source_get_name (source));
  telaah_sheet_put (sheet, TELAAH_SHEET_WORDS, quote);
  telaah_sheet_put (sheet, TELAAH_SHEET_WORDS, reference);
  telaah_sheet_put_number (sheet, f->span.start);
  telaah_sheet_put_number (sheet, f->span.end);
  telaah_sheet_put (sheet, TELAAH_SHEET_WORDS, f->coder);
  telaah_sheet_put (sheet, TELAAH_SHEET_WORDS, themes);
}

static void
put_quotes (TelaahReportMaker  *self,
            TelaahSheet        *sheet,
            TelaahOutlinePoint *node,
            const char         *path)
{
  for (guint i = 0; i < node->cells->len && i < self->outline->sources->len; i++)
    {
      GPtrArray *evidence = telaah_cell_get_evidence (node->cells->pdata[i]);

      for (guint j = 0; j < evidence->len; j++)
        put_quote (self, sheet, path, self->outline->sources->pdata[i], evidence->pdata[j]);
    }
}

static gboolean
add_quotes (TelaahReportMaker  *self,
            TelaahZip          *zip,
            GError            **error)
{
  static const double widths[] = { 26, 26, 64, 34, 9, 9, 14, 26, 0 };
  g_autoptr(TelaahSheet) sheet = telaah_sheet_new (widths, G_N_ELEMENTS (widths) - 1, FALSE);

  telaah_sheet_begin_row (sheet);
  put_head (sheet, _("Point"));
  put_head (sheet, _("Source"));
  put_head (sheet, _("Quote"));
  put_head (sheet, _("Reference"));
  /* Translators: where in its text a quote begins and ends, as a number of characters */
  put_head (sheet, _("Start"));
  put_head (sheet, C_("of a quote", "End"));
  put_head (sheet, _("Coder"));
  put_head (sheet, _("Themes"));
  put_points (self, sheet, self->outline->points, NULL, put_quotes);

  return telaah_sheet_add_to (sheet, zip, "xl/worksheets/sheet2.xml", error);
}

/* ---- Counts ---- */

static void
put_counts (TelaahReportMaker  *self,
            TelaahSheet        *sheet,
            TelaahOutlinePoint *node,
            const char         *path)
{
  guint n_sources = self->outline->sources->len, total = 0;

  telaah_sheet_begin_row (sheet);
  put_title (self, sheet, node);
  for (guint i = 0; i < n_sources; i++)
    {
      guint n = i < node->cells->len ? telaah_cell_get_evidence (node->cells->pdata[i])->len : 0;

      telaah_sheet_put_number (sheet, n);
      total += n;
    }
  telaah_sheet_put_number (sheet, total);
}

static gboolean
add_counts (TelaahReportMaker  *self,
            TelaahZip          *zip,
            GError            **error)
{
  static const double widths[] = { 34, 14, 0 };
  g_autoptr(TelaahSheet) sheet = telaah_sheet_new (widths, self->outline->sources->len + 2, TRUE);

  telaah_sheet_begin_row (sheet);
  put_head (sheet, _("Point"));
  put_sources (self, sheet);
  /* Translators: the sum of the numbers in a row */
  put_head (sheet, _("Total"));
  put_points (self, sheet, self->outline->points, NULL, put_counts);

  return telaah_sheet_add_to (sheet, zip, "xl/worksheets/sheet3.xml", error);
}

/* ---- The workbook ---- */

static const TelaahOpcPart parts[] = {
  { "rId1", "worksheet", "worksheets/sheet1.xml", "worksheet+xml" },
  { "rId2", "worksheet", "worksheets/sheet2.xml", "worksheet+xml" },
  { "rId3", "worksheet", "worksheets/sheet3.xml", "worksheet+xml" },
  { "rId4", "styles",    "styles.xml",            "styles+xml" },
};

static const TelaahOpc package = {
  "xl", "workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.", "sheet.main+xml",
  parts, G_N_ELEMENTS (parts),
};

static gboolean
add_workbook (TelaahZip  *zip,
              GError    **error)
{
  /* Translators: these three are names of sheets of a workbook: up to 31 letters, and none of : \ / ? * [ ] */
  const char *names[SHEETS] = { _("Comparison"), _("Quotes"), _("Counts") };
  g_autoptr(TelaahXml) xml = telaah_xml_new (TRUE);

  telaah_xml_start (xml, "workbook", "xmlns", "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                    "xmlns:r", TELAAH_OPC_RELATIONSHIPS, NULL);
  telaah_xml_start (xml, "bookViews", NULL);
  telaah_xml_empty (xml, "workbookView", "activeTab", "0", NULL);
  telaah_xml_end (xml);
  telaah_xml_start (xml, "sheets", NULL);
  for (guint i = 0; i < SHEETS; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      telaah_xml_empty (xml, "sheet", "name", names[i], "sheetId", number, "r:id", parts[i].id, NULL);
    }

  return telaah_xml_add_to (xml, zip, "xl/workbook.xml", error);
}

/**
 * telaah_outline_to_xlsx:
 *
 * Returns: (transfer full) (nullable): the outline as a workbook, in the language of the interface
 */
GBytes *
telaah_outline_to_xlsx (TelaahOutline  *outline,
                        GError        **error)
{
  g_autoptr(TelaahZip) zip = telaah_zip_new ();
  g_autoptr(TelaahReport) report = NULL;
  TelaahReportMaker *maker;
  gboolean done;

  g_return_val_if_fail (outline != NULL, NULL);

  maker = telaah_report_maker_new (outline);
  report = maker->report;
  done = telaah_opc_add (&package, report, zip, error) &&
         add_workbook (zip, error) &&
         add_comparison (maker, zip, error) &&
         add_quotes (maker, zip, error) &&
         add_counts (maker, zip, error) &&
         telaah_sheet_add_looks (zip, "xl/styles.xml", error);
  telaah_report_maker_free (maker);

  return done ? telaah_zip_finish (zip, error) : NULL;
}
