/* Writes the comparative outline as an OpenDocument text.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-outline-odt-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/telaah-outline-format.h"

#define MIME_TYPE "application/vnd.oasis.opendocument.text"

typedef struct
{
  TelaahReport *report;
  TelaahXml    *body;
  TelaahXml    *styles;       /* of paragraphs that differ from their style, of tables */
  GHashTable   *made;         /* what a style of those says → its name */
  guint         n_footnotes;
  guint         n_tables;
  const char   *master;       /* the sheet that the next paragraph begins, or NULL */
} Odt;

/* ---- Words ---- */

/* Blanks after a blank, tabs and line ends have elements of their own. */
static void
put_text (Odt        *self,
          const char *text,
          gboolean   *blank)
{
  const char *from = text;

  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean extra = *p == ' ' && *blank, is_return = *p == '\r';
      const char *element = *p == '\n' ? "text:line-break" : *p == '\t' ? "text:tab" : extra ? "text:s" : NULL;

      *blank = *p == ' ' || *p == '\n' || *p == '\t';
      if (element == NULL && !is_return)
        continue;

      telaah_xml_text_n (self->body, from, p - from);
      if (element != NULL)
        telaah_xml_empty (self->body, element, NULL);
      from = p + 1;
    }

  telaah_xml_text (self->body, from);
}

static void put_paragraph (Odt                         *self,
                           const TelaahReportParagraph *paragraph);

static void
put_footnote (Odt                         *self,
              const TelaahReportParagraph *footnote)
{
  g_autofree char *number = g_strdup_printf ("%u", ++self->n_footnotes);
  g_autofree char *id = g_strdup_printf ("ftn%s", number);

  telaah_xml_start (self->body, "text:note", "text:id", id, "text:note-class", "footnote", NULL);
  telaah_xml_element (self->body, "text:note-citation", number);
  telaah_xml_start (self->body, "text:note-body", NULL);
  put_paragraph (self, footnote);
  telaah_xml_end (self->body);
  telaah_xml_end (self->body);
}

static void
put_run (Odt                   *self,
         const TelaahReportRun *run,
         gboolean              *blank)
{
  const char *face = telaah_odt_faces[run->face];

  if (run->links)
    telaah_xml_start (self->body, "text:a", "xlink:type", "simple", "xlink:href", run->text,
                      "text:style-name", TELAAH_ODT_LINK, "text:visited-style-name", TELAAH_ODT_LINK, NULL);
  else if (face != NULL)
    telaah_xml_start (self->body, "text:span", "text:style-name", face, NULL);
  put_text (self, run->text, blank);
  if (run->links || face != NULL)
    telaah_xml_end (self->body);
}

static void
put_runs (Odt                         *self,
          const TelaahReportParagraph *paragraph)
{
  gboolean blank = TRUE;

  for (guint i = 0; i < paragraph->runs->len; i++)
    {
      const TelaahReportRun *run = paragraph->runs->pdata[i];

      if (run->footnote != NULL)
        {
          put_footnote (self, run->footnote);
          blank = FALSE;
          continue;
        }

      put_run (self, run, &blank);
    }
}

/* ---- Paragraphs ---- */

/* What a paragraph that runs to the left has on its other side. LibreOffice takes "start" for the left. */
static void
put_direction (TelaahXml              *xml,
               const TelaahReportLook *look)
{
  g_autofree char *start = telaah_odt_dup_start (look), *end = telaah_odt_dup_end (look);
  g_autofree char *to_bar = telaah_odt_dup_length (TELAAH_REPORT_BAR_DISTANCE);
  g_autofree char *bar = look->bar != NULL ? g_strdup_printf ("1.5pt solid %s", look->bar) : NULL;

  telaah_xml_attributes (xml, "style:writing-mode", "rl-tb", "fo:text-align", "right",
                         "fo:margin-right", start, "fo:margin-left", end,
                         "fo:border-right", bar, "fo:padding-right", bar != NULL ? to_bar : NULL,
                         "fo:border-left", bar != NULL ? "none" : NULL, "fo:border-top", bar != NULL ? "none" : NULL,
                         "fo:border-bottom", bar != NULL ? "none" : NULL, NULL);
}

/* The name of its style, or of one made after it where it needs more than that. */
static char *
dup_style (Odt                         *self,
           const TelaahReportParagraph *paragraph)
{
  g_autofree char *parent = telaah_odt_dup_style_name (paragraph->style, paragraph->level);
  const char *language = g_strcmp0 (paragraph->language, self->report->language) != 0 ? paragraph->language : NULL;
  const char *master = paragraph->style != TELAAH_REPORT_FOOTNOTE ? g_steal_pointer (&self->master) : NULL;
  gboolean rtl = telaah_report_is_rtl (paragraph);
  g_autofree char *key = NULL;
  const char *name;

  if (language == NULL && master == NULL && !rtl && !paragraph->keeps)
    return g_steal_pointer (&parent);

  key = g_strdup_printf ("%s %s %s %d %d", parent, language != NULL ? language : "", master != NULL ? master : "",
                         rtl, paragraph->keeps);
  name = g_hash_table_lookup (self->made, key);
  if (name != NULL)
    return g_strdup (name);

  name = g_strdup_printf ("P%u", g_hash_table_size (self->made) + 1);
  g_hash_table_insert (self->made, g_steal_pointer (&key), (char *) name);
  telaah_xml_start (self->styles, "style:style", "style:name", name, "style:family", "paragraph",
                    "style:parent-style-name", parent, "style:master-page-name", master, NULL);
  telaah_xml_start (self->styles, "style:paragraph-properties",
                    "fo:keep-with-next", paragraph->keeps ? "always" : NULL, NULL);
  if (rtl)
    put_direction (self->styles, telaah_report_style_look (paragraph->style));
  telaah_xml_end (self->styles);
  if (language != NULL)
    telaah_odt_put_text_language (self->styles, language);
  telaah_xml_end (self->styles);

  return g_strdup (name);
}

static void
put_paragraph (Odt                         *self,
               const TelaahReportParagraph *paragraph)
{
  g_autofree char *style = dup_style (self, paragraph);
  g_autofree char *level = g_strdup_printf ("%u", paragraph->level);

  if (paragraph->style == TELAAH_REPORT_HEADING)
    telaah_xml_start (self->body, "text:h", "text:style-name", style, "text:outline-level", level,
                      "text:is-list-header", paragraph->numbered ? NULL : "true", NULL);
  else
    telaah_xml_start (self->body, "text:p", "text:style-name", style, NULL);
  put_runs (self, paragraph);
  telaah_xml_end (self->body);
}

/* ---- Tables ---- */

static void
put_column_style (Odt        *self,
                  const char *table,
                  const char *suffix,
                  double      width)
{
  g_autofree char *name = g_strconcat (table, suffix, NULL), *length = telaah_odt_dup_length (width);

  telaah_xml_start (self->styles, "style:style", "style:name", name, "style:family", "table-column", NULL);
  telaah_xml_empty (self->styles, "style:table-column-properties", "style:column-width", length, NULL);
  telaah_xml_end (self->styles);
}

static void
put_table_styles (Odt                     *self,
                  const TelaahReportTable *table,
                  const char              *name)
{
  double width = (self->report->wide ? TELAAH_REPORT_LONG_SIDE : TELAAH_REPORT_SHORT_SIDE)
                 - 2 * TELAAH_REPORT_MARGIN;
  g_autofree char *length = telaah_odt_dup_length (width);

  telaah_xml_start (self->styles, "style:style", "style:name", name, "style:family", "table", NULL);
  telaah_xml_empty (self->styles, "style:table-properties", "style:width", length, "table:align", "margins",
                    "fo:margin-top", "4pt", "fo:margin-bottom", "0pt", "style:may-break-between-rows", "true", NULL);
  telaah_xml_end (self->styles);
  put_column_style (self, name, ".A", width * table->first);
  put_column_style (self, name, ".B", width * (1 - table->first) / MAX (table->n_columns - 1, 1));
}

/* The style of a cell of that shade. */
static char *
dup_cell_style (Odt        *self,
                const char *shade)
{
  g_autofree char *key = g_strdup_printf ("cell %s", shade != NULL ? shade : "");
  g_autofree char *rule = g_strdup_printf ("0.5pt solid %s", TELAAH_REPORT_RULE_COLOR);
  char *name = g_hash_table_lookup (self->made, key);

  if (name != NULL)
    return g_strdup (name);

  name = g_strdup_printf ("C%u", g_hash_table_size (self->made) + 1);
  g_hash_table_insert (self->made, g_steal_pointer (&key), name);
  telaah_xml_start (self->styles, "style:style", "style:name", name, "style:family", "table-cell", NULL);
  telaah_xml_empty (self->styles, "style:table-cell-properties", "fo:border", rule, "fo:padding", "3pt",
                    "fo:background-color", shade, "style:vertical-align", "middle", NULL);
  telaah_xml_end (self->styles);

  return g_strdup (name);
}

static void
put_row (Odt                     *self,
         const TelaahReportTable *table,
         guint                    first)
{
  telaah_xml_start (self->body, "table:table-row", "table:style-name", "Row", NULL);
  for (guint i = first; i < first + table->n_columns; i++)
    {
      const TelaahReportCell *cell = table->cells->pdata[i];
      g_autofree char *style = dup_cell_style (self, cell->shade);

      telaah_xml_start (self->body, "table:table-cell", "table:style-name", style,
                        "office:value-type", "string", NULL);
      put_paragraph (self, cell->words);
      telaah_xml_end (self->body);
    }
  telaah_xml_end (self->body);
}

static void
put_table (Odt                     *self,
           const TelaahReportTable *table)
{
  g_autofree char *name = g_strdup_printf ("Table%u", ++self->n_tables);
  g_autofree char *first = g_strconcat (name, ".A", NULL), *others = g_strconcat (name, ".B", NULL);
  g_autofree char *n_others = g_strdup_printf ("%u", table->n_columns - 1);

  put_table_styles (self, table, name);
  telaah_xml_start (self->body, "table:table", "table:name", name, "table:style-name", name, NULL);
  telaah_xml_empty (self->body, "table:table-column", "table:style-name", first, NULL);
  if (table->n_columns > 1)
    telaah_xml_empty (self->body, "table:table-column", "table:style-name", others,
                      "table:number-columns-repeated", n_others, NULL);

  telaah_xml_start (self->body, "table:table-header-rows", NULL);
  put_row (self, table, 0);
  telaah_xml_end (self->body);
  for (guint i = table->n_columns; i < table->cells->len; i += table->n_columns)
    put_row (self, table, i);
  telaah_xml_end (self->body);
}

/* ---- Parts ---- */

static void
put_body (Odt *self)
{
  GPtrArray *blocks = self->report->blocks;

  telaah_xml_start (self->styles, "style:style", "style:name", "Row", "style:family", "table-row", NULL);
  telaah_xml_empty (self->styles, "style:table-row-properties", "fo:keep-together", "always", NULL);
  telaah_xml_end (self->styles);

  self->master = self->report->wide ? "Landscape" : "Standard";
  for (guint i = 0; i < blocks->len; i++)
    {
      const TelaahReportBlock *block = blocks->pdata[i];

      if (i == self->report->n_front && self->report->wide)
        self->master = "Standard";

      if (block->paragraph != NULL)
        put_paragraph (self, block->paragraph);
      else
        put_table (self, block->table);
    }
}

static gboolean
add_content (TelaahReport  *report,
             TelaahZip     *zip,
             GError       **error)
{
  g_autoptr(TelaahXml) xml = telaah_xml_new (TRUE);
  g_autoptr(TelaahXml) body = telaah_xml_new (FALSE), styles = telaah_xml_new (FALSE);
  g_autoptr(GHashTable) made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Odt self = { .report = report, .body = body, .styles = styles, .made = made };

  put_body (&self);
  telaah_xml_start (xml, "office:document-content", TELAAH_ODT_NAMESPACES, NULL);
  telaah_xml_start (xml, "office:automatic-styles", NULL);
  telaah_xml_piece (xml, styles);
  telaah_xml_end (xml);
  telaah_xml_start (xml, "office:body", NULL);
  telaah_xml_start (xml, "office:text", NULL);
  telaah_xml_piece (xml, body);

  return telaah_xml_add_to (xml, zip, "content.xml", error);
}

static gboolean
add_meta (TelaahReport  *report,
          TelaahZip     *zip,
          GError       **error)
{
  g_autoptr(TelaahXml) xml = telaah_xml_new (TRUE);

  telaah_xml_start (xml, "office:document-meta", TELAAH_ODT_NAMESPACES, NULL);
  telaah_xml_start (xml, "office:meta", NULL);
  telaah_xml_element (xml, "meta:generator", "Telaah/" TELAAH_VERSION);
  telaah_xml_element (xml, "dc:title", report->title);
  telaah_xml_element (xml, "dc:description", report->description);
  telaah_xml_element (xml, "meta:initial-creator", report->creators);
  telaah_xml_element (xml, "dc:creator", report->creators);
  telaah_xml_element (xml, "meta:creation-date", report->created);
  telaah_xml_element (xml, "dc:date", report->modified);
  telaah_xml_element (xml, "dc:language", report->language);

  return telaah_xml_add_to (xml, zip, "meta.xml", error);
}

static gboolean
add_manifest (TelaahZip  *zip,
              GError    **error)
{
  static const char *const files[] = { "content.xml", "styles.xml", "meta.xml" };
  g_autoptr(TelaahXml) xml = telaah_xml_new (TRUE);

  telaah_xml_start (xml, "manifest:manifest",
                    "xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
                    "manifest:version", "1.2", NULL);
  telaah_xml_empty (xml, "manifest:file-entry", "manifest:full-path", "/", "manifest:version", "1.2",
                    "manifest:media-type", MIME_TYPE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    telaah_xml_empty (xml, "manifest:file-entry", "manifest:full-path", files[i],
                      "manifest:media-type", "text/xml", NULL);

  return telaah_xml_add_to (xml, zip, "META-INF/manifest.xml", error);
}

/**
 * telaah_outline_to_odt:
 *
 * Returns: (transfer full) (nullable): the outline as a document, in the language of the interface
 */
GBytes *
telaah_outline_to_odt (TelaahOutline  *outline,
                       GError        **error)
{
  g_autoptr(GBytes) type = g_bytes_new_static (MIME_TYPE, strlen (MIME_TYPE));
  g_autoptr(TelaahZip) zip = telaah_zip_new ();
  g_autoptr(TelaahReport) report = NULL;

  g_return_val_if_fail (outline != NULL, NULL);

  report = telaah_report_new_for_outline (outline);

  /* The type comes first and as it is, so that it is seen without unpacking. */
  if (!telaah_zip_add (zip, "mimetype", type, TRUE, error) ||
      !add_content (report, zip, error) ||
      !telaah_odt_add_styles (report, zip, error) ||
      !add_meta (report, zip, error) ||
      !add_manifest (zip, error))
    return NULL;

  return telaah_zip_finish (zip, error);
}
