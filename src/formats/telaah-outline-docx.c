/* Writes the comparative outline as a document of Word.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-outline-docx-private.h"

#include <string.h>

#include "formats/telaah-outline-format.h"

typedef struct
{
  TelaahReport *report;
  TelaahXml    *body;
  TelaahXml    *footnotes;
  guint         n_footnotes;
} Docx;

/* ---- Words ---- */

static void
put_words (TelaahXml  *xml,
           const char *text,
           gsize       length)
{
  if (length == 0)
    return;

  telaah_xml_start (xml, "w:t", "xml:space", "preserve", NULL);
  telaah_xml_text_n (xml, text, length);
  telaah_xml_end (xml);
}

static void
put_text (TelaahXml  *xml,
          const char *text)
{
  const char *from = text;

  for (const char *p = text; *p != '\0'; p++)
    if (*p == '\n' || *p == '\t' || *p == '\r')
      {
        put_words (xml, from, p - from);
        if (*p != '\r')
          telaah_xml_empty (xml, *p == '\n' ? "w:br" : "w:tab", NULL);
        from = p + 1;
      }

  put_words (xml, from, strlen (from));
}

static void
put_run (TelaahXml             *xml,
         const TelaahReportRun *run,
         const char            *face,
         const char            *language,
         gboolean               rtl)
{
  telaah_xml_start (xml, "w:r", NULL);
  if (face != NULL || language != NULL || rtl)
    {
      telaah_xml_start (xml, "w:rPr", NULL);
      if (face != NULL)
        telaah_docx_put_value (xml, "w:rStyle", face);
      if (rtl)
        telaah_xml_empty (xml, "w:rtl", NULL);
      if (language != NULL)
        telaah_docx_put_language (xml, language, rtl);
      telaah_xml_end (xml);
    }
  put_text (xml, run->text);
  telaah_xml_end (xml);
}

/* As a field, which holds the address itself: no part of a package has to be told of it. */
static void
put_link (TelaahXml             *xml,
          const TelaahReportRun *run,
          gboolean               rtl)
{
  g_autofree char *field = g_strdup_printf (" HYPERLINK \"%s\" ", run->text);

  telaah_xml_start (xml, "w:fldSimple", "w:instr", field, NULL);
  put_run (xml, run, TELAAH_DOCX_LINK, NULL, rtl);
  telaah_xml_end (xml);
}

/* A run of the footnotes' own face: @element, the number of one. */
static void
put_mark (TelaahXml  *xml,
          const char *element,
          const char *id)
{
  telaah_xml_start (xml, "w:r", NULL);
  telaah_xml_start (xml, "w:rPr", NULL);
  telaah_docx_put_value (xml, "w:rStyle", "FootnoteReference");
  telaah_xml_end (xml);
  telaah_xml_empty (xml, element, "w:id", id, NULL);
  telaah_xml_end (xml);
}

/* ---- Paragraphs ---- */

static void
put_section (TelaahXml *xml,
             gboolean   wide)
{
  g_autofree char *shorter = telaah_docx_dup_twips (TELAAH_REPORT_SHORT_SIDE);
  g_autofree char *longer = telaah_docx_dup_twips (TELAAH_REPORT_LONG_SIDE);
  g_autofree char *margin = telaah_docx_dup_twips (TELAAH_REPORT_MARGIN);

  telaah_xml_start (xml, "w:sectPr", NULL);
  telaah_xml_empty (xml, "w:footerReference", "w:type", "default", "r:id", TELAAH_DOCX_FOOTER, NULL);
  telaah_xml_empty (xml, "w:pgSz", "w:w", wide ? longer : shorter, "w:h", wide ? shorter : longer,
                    "w:orient", wide ? "landscape" : NULL, NULL);
  telaah_xml_empty (xml, "w:pgMar", "w:top", margin, "w:right", margin, "w:bottom", margin, "w:left", margin,
                    "w:header", "720", "w:footer", "720", "w:gutter", "0", NULL);
  telaah_xml_end (xml);
}

static void
put_unnumbered (TelaahXml *xml)
{
  telaah_xml_start (xml, "w:numPr", NULL);
  telaah_docx_put_value (xml, "w:ilvl", "0");
  telaah_docx_put_value (xml, "w:numId", "0");
  telaah_xml_end (xml);
}

/* @ends: the sheets laid across end with it */
static void
put_properties (TelaahXml                   *xml,
                const TelaahReportParagraph *paragraph,
                gboolean                     rtl,
                gboolean                     ends)
{
  const TelaahReportLook *look = telaah_report_style_look (paragraph->style);
  g_autofree char *style = telaah_docx_dup_style_id (paragraph->style, paragraph->level);

  telaah_xml_start (xml, "w:pPr", NULL);
  telaah_docx_put_value (xml, "w:pStyle", style);
  if (paragraph->keeps)
    telaah_xml_empty (xml, "w:keepNext", NULL);
  if (paragraph->style == TELAAH_REPORT_HEADING && !paragraph->numbered)
    put_unnumbered (xml);
  if (rtl && look->bar != NULL)
    telaah_docx_put_bar (xml, look, TRUE);
  if (rtl)
    telaah_xml_empty (xml, "w:bidi", NULL);
  if (ends)
    put_section (xml, TRUE);
  telaah_xml_end (xml);
}

static void put_paragraph (Docx                        *self,
                           TelaahXml                   *xml,
                           const TelaahReportParagraph *paragraph,
                           gboolean                     ends);

static void
put_footnote (Docx                        *self,
              TelaahXml                   *xml,
              const TelaahReportParagraph *footnote)
{
  g_autofree char *id = g_strdup_printf ("%u", ++self->n_footnotes);

  put_mark (xml, "w:footnoteReference", id);
  telaah_xml_start (self->footnotes, "w:footnote", "w:id", id, NULL);
  put_paragraph (self, self->footnotes, footnote, FALSE);
  telaah_xml_end (self->footnotes);
}

static void
put_paragraph (Docx                        *self,
               TelaahXml                   *xml,
               const TelaahReportParagraph *paragraph,
               gboolean                     ends)
{
  gboolean rtl = telaah_report_is_rtl (paragraph);

  telaah_xml_start (xml, "w:p", NULL);
  put_properties (xml, paragraph, rtl, ends);
  if (paragraph->style == TELAAH_REPORT_FOOTNOTE)
    {
      put_mark (xml, "w:footnoteRef", NULL);
      telaah_xml_start (xml, "w:r", NULL);
      telaah_xml_empty (xml, "w:tab", NULL);
      telaah_xml_end (xml);
    }
  for (guint i = 0; i < paragraph->runs->len; i++)
    {
      const TelaahReportRun *run = paragraph->runs->pdata[i];

      if (run->footnote != NULL)
        put_footnote (self, xml, run->footnote);
      else if (run->links)
        put_link (xml, run, rtl);
      else
        put_run (xml, run, telaah_docx_faces[run->face], paragraph->language, rtl);
    }
  telaah_xml_end (xml);
}

/* ---- Tables ---- */

static void
put_borders (TelaahXml *xml)
{
  static const char *const sides[] = { "w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV" };

  telaah_xml_start (xml, "w:tblBorders", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    telaah_xml_empty (xml, sides[i], "w:val", "single", "w:sz", "4", "w:space", "0",
                      "w:color", TELAAH_REPORT_RULE_COLOR + 1, NULL);
  telaah_xml_end (xml);
}

static void
put_padding (TelaahXml *xml)
{
  static const char *const sides[] = { "w:top", "w:left", "w:bottom", "w:right" };

  telaah_xml_start (xml, "w:tblCellMar", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    telaah_xml_empty (xml, sides[i], "w:w", "60", "w:type", "dxa", NULL);
  telaah_xml_end (xml);
}

static void
put_row (Docx                    *self,
         const TelaahReportTable *table,
         guint                    first,
         char                   **widths)
{
  telaah_xml_start (self->body, "w:tr", NULL);
  telaah_xml_start (self->body, "w:trPr", NULL);
  telaah_xml_empty (self->body, "w:cantSplit", NULL);
  if (first == 0)
    telaah_xml_empty (self->body, "w:tblHeader", NULL);
  telaah_xml_end (self->body);

  for (guint i = 0; i < table->n_columns; i++)
    {
      const TelaahReportCell *cell = table->cells->pdata[first + i];

      telaah_xml_start (self->body, "w:tc", NULL);
      telaah_xml_start (self->body, "w:tcPr", NULL);
      telaah_xml_empty (self->body, "w:tcW", "w:w", widths[i > 0], "w:type", "dxa", NULL);
      if (cell->shade != NULL)
        telaah_xml_empty (self->body, "w:shd", "w:val", "clear", "w:color", "auto", "w:fill", cell->shade + 1, NULL);
      telaah_docx_put_value (self->body, "w:vAlign", "center");
      telaah_xml_end (self->body);
      put_paragraph (self, self->body, cell->words, FALSE);
      telaah_xml_end (self->body);
    }
  telaah_xml_end (self->body);
}

static void
put_table (Docx                    *self,
           const TelaahReportTable *table)
{
  double width = (self->report->wide ? TELAAH_REPORT_LONG_SIDE : TELAAH_REPORT_SHORT_SIDE)
                 - 2 * TELAAH_REPORT_MARGIN;
  g_autofree char *whole = telaah_docx_dup_twips (width);
  g_autofree char *first = telaah_docx_dup_twips (width * table->first);
  g_autofree char *other = telaah_docx_dup_twips (width * (1 - table->first) / MAX (table->n_columns - 1, 1));

  telaah_xml_start (self->body, "w:tbl", NULL);
  telaah_xml_start (self->body, "w:tblPr", NULL);
  telaah_xml_empty (self->body, "w:tblW", "w:w", whole, "w:type", "dxa", NULL);
  put_borders (self->body);
  telaah_xml_empty (self->body, "w:tblLayout", "w:type", "fixed", NULL);
  put_padding (self->body);
  telaah_xml_empty (self->body, "w:tblLook", "w:val", "0020", "w:firstRow", "1", NULL);
  telaah_xml_end (self->body);

  telaah_xml_start (self->body, "w:tblGrid", NULL);
  for (guint i = 0; i < table->n_columns; i++)
    telaah_xml_empty (self->body, "w:gridCol", "w:w", i > 0 ? other : first, NULL);
  telaah_xml_end (self->body);

  for (guint i = 0; i < table->cells->len; i += table->n_columns)
    put_row (self, table, i, (char *[]) { first, other });
  telaah_xml_end (self->body);
}

/* ---- Parts ---- */

static void
put_separator (TelaahXml  *xml,
               const char *id,
               const char *name)
{
  g_autofree char *element = g_strconcat ("w:", name, NULL);

  telaah_xml_start (xml, "w:footnote", "w:type", name, "w:id", id, NULL);
  telaah_xml_start (xml, "w:p", NULL);
  telaah_xml_start (xml, "w:r", NULL);
  telaah_xml_empty (xml, element, NULL);
  telaah_xml_end (xml);
  telaah_xml_end (xml);
  telaah_xml_end (xml);
}

static gboolean
add_words (TelaahReport  *report,
           TelaahZip     *zip,
           GError       **error)
{
  g_autoptr(TelaahXml) body = telaah_xml_new (TRUE), footnotes = telaah_xml_new (TRUE);
  Docx self = { .report = report, .body = body, .footnotes = footnotes };

  telaah_xml_start (footnotes, "w:footnotes", TELAAH_DOCX_NAMESPACES, NULL);
  put_separator (footnotes, "-1", "separator");
  put_separator (footnotes, "0", "continuationSeparator");

  telaah_xml_start (body, "w:document", TELAAH_DOCX_NAMESPACES, NULL);
  telaah_xml_start (body, "w:body", NULL);
  for (guint i = 0; i < report->blocks->len; i++)
    {
      const TelaahReportBlock *block = report->blocks->pdata[i];

      /* The front ends with a paragraph, never with a table, which could not end a section. */
      if (block->paragraph != NULL)
        put_paragraph (&self, body, block->paragraph, report->wide && i + 1 == report->n_front);
      else
        put_table (&self, block->table);
    }
  put_section (body, FALSE);

  return telaah_xml_add_to (body, zip, "word/document.xml", error) &&
         telaah_xml_add_to (footnotes, zip, "word/footnotes.xml", error);
}

/**
 * telaah_outline_to_docx:
 *
 * Returns: (transfer full) (nullable): the outline as a document, in the language of the interface
 */
GBytes *
telaah_outline_to_docx (TelaahOutline  *outline,
                        GError        **error)
{
  g_autoptr(TelaahZip) zip = telaah_zip_new ();
  g_autoptr(TelaahReport) report = NULL;

  g_return_val_if_fail (outline != NULL, NULL);

  report = telaah_report_new_for_outline (outline);

  if (!telaah_docx_add_package (report, zip, error) ||
      !add_words (report, zip, error) ||
      !telaah_docx_add_styles (report, zip, error) ||
      !telaah_docx_add_numbering (zip, error))
    return NULL;

  return telaah_zip_finish (zip, error);
}
