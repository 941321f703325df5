/* Writes the styles of a Word document, and the numbers of its headings. Word minds the order of elements.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-outline-docx-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char *const telaah_docx_faces[TELAAH_REPORT_N_FACES] = {
  [TELAAH_REPORT_STRONG]   = "Strong",
  [TELAAH_REPORT_EMPHASIS] = "Emphasis",
  [TELAAH_REPORT_QUIET]    = "Quiet",
};

/* Twentieths of a point. */
char *
telaah_docx_dup_twips (double points)
{
  return g_strdup_printf ("%d", (int) (points * 20 + (points < 0 ? -0.5 : 0.5)));
}

char *
telaah_docx_dup_style_id (TelaahReportStyle style,
                          guint             level)
{
  const TelaahReportLook *look = telaah_report_style_look (style);

  return style == TELAAH_REPORT_HEADING && level > 0 ? g_strdup_printf ("%s%u", look->id, level)
                                                     : g_strdup (look->id);
}

void
telaah_docx_put_value (TelaahXml  *xml,
                       const char *name,
                       const char *value)
{
  telaah_xml_empty (xml, name, "w:val", value, NULL);
}

/* The line beside a quote; Word means the sides of the sheet by left and right here. */
void
telaah_docx_put_bar (TelaahXml              *xml,
                     const TelaahReportLook *look,
                     gboolean                rtl)
{
  g_autofree char *distance = telaah_xml_dup_number (TELAAH_REPORT_BAR_DISTANCE);

  telaah_xml_start (xml, "w:pBdr", NULL);
  if (rtl)
    telaah_docx_put_value (xml, "w:left", "nil");
  telaah_xml_empty (xml, rtl ? "w:right" : "w:left", "w:val", "single", "w:sz", "12", "w:space", distance,
                    "w:color", look->bar + 1, NULL);
  telaah_xml_end (xml);
}

/* Word keeps three languages of a run and takes one by the script of its letters. */
void
telaah_docx_put_language (TelaahXml  *xml,
                          const char *language,
                          gboolean    rtl)
{
  gboolean wide = g_str_has_prefix (language, "zh") || g_str_has_prefix (language, "ja") ||
                  g_str_has_prefix (language, "ko");

  telaah_xml_empty (xml, "w:lang", "w:val", language, "w:eastAsia", wide ? language : NULL,
                    "w:bidi", rtl ? language : NULL, NULL);
}

/* ---- Looks ---- */

static void
put_type (TelaahXml  *xml,
          double      size,
          const char *color,
          gboolean    strong,
          gboolean    emphasis)
{
  g_autofree char *half_points = g_strdup_printf ("%d", (int) (size * 2 + 0.5));

  telaah_xml_start (xml, "w:rPr", NULL);
  if (strong)
    {
      telaah_xml_empty (xml, "w:b", NULL);
      telaah_xml_empty (xml, "w:bCs", NULL);
    }
  if (emphasis)
    {
      telaah_xml_empty (xml, "w:i", NULL);
      telaah_xml_empty (xml, "w:iCs", NULL);
    }
  if (color != NULL)
    telaah_docx_put_value (xml, "w:color", color + 1);
  if (size > 0)
    {
      telaah_docx_put_value (xml, "w:sz", half_points);
      telaah_docx_put_value (xml, "w:szCs", half_points);
    }
  telaah_xml_end (xml);
}

/* With a border of the same colour, which keeps the words off its rim. */
static void
put_shade (TelaahXml              *xml,
           const TelaahReportLook *look)
{
  static const char *const sides[] = { "w:top", "w:left", "w:bottom", "w:right" };
  g_autofree char *distance = telaah_xml_dup_number (TELAAH_REPORT_SHADE_DISTANCE);

  telaah_xml_start (xml, "w:pBdr", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    telaah_xml_empty (xml, sides[i], "w:val", "single", "w:sz", "4", "w:space", distance,
                      "w:color", look->shade + 1, NULL);
  telaah_xml_end (xml);
  telaah_xml_empty (xml, "w:shd", "w:val", "clear", "w:color", "auto", "w:fill", look->shade + 1, NULL);
}

static void
put_spacing (TelaahXml              *xml,
             const TelaahReportLook *look)
{
  g_autofree char *before = telaah_docx_dup_twips (look->before), *after = telaah_docx_dup_twips (look->after);
  g_autofree char *line = g_strdup_printf ("%d", (int) (look->line * 240 + 0.5));
  g_autofree char *start = telaah_docx_dup_twips (look->start), *end = telaah_docx_dup_twips (look->end);
  g_autofree char *first = telaah_docx_dup_twips (ABS (look->first));

  if (look->bar != NULL)
    telaah_docx_put_bar (xml, look, FALSE);
  if (look->shade != NULL)
    put_shade (xml, look);
  telaah_xml_empty (xml, "w:spacing", "w:before", before, "w:after", after, "w:line", line,
                    "w:lineRule", "auto", NULL);
  telaah_xml_empty (xml, "w:ind", "w:left", start, "w:right", end,
                    look->first < 0 ? "w:hanging" : "w:firstLine", first, NULL);
}

static void
put_style (TelaahXml         *xml,
           TelaahReportStyle  style)
{
  const TelaahReportLook *look = telaah_report_style_look (style);

  telaah_xml_start (xml, "w:style", "w:type", "paragraph", "w:customStyle", look->own ? "1" : NULL,
                    "w:styleId", look->id, NULL);
  telaah_docx_put_value (xml, "w:name", look->own ? _(look->name) : look->word_name);
  telaah_docx_put_value (xml, "w:basedOn", "Normal");
  if (look->keeps)
    telaah_docx_put_value (xml, "w:next", "BodyText");
  telaah_xml_empty (xml, "w:qFormat", NULL);

  telaah_xml_start (xml, "w:pPr", NULL);
  if (look->keeps)
    telaah_xml_empty (xml, "w:keepNext", NULL);
  put_spacing (xml, look);
  if (style == TELAAH_REPORT_FOOTER)
    telaah_docx_put_value (xml, "w:jc", "center");
  telaah_xml_end (xml);
  put_type (xml, look->size, look->color, look->strong, look->emphasis);
  telaah_xml_end (xml);
}

static void
put_heading (TelaahXml *xml,
             guint      level)
{
  const TelaahReportLook *look = telaah_report_style_look (TELAAH_REPORT_HEADING);
  g_autofree char *id = telaah_docx_dup_style_id (TELAAH_REPORT_HEADING, level);
  g_autofree char *name = g_strdup_printf ("%s %u", look->word_name, level);
  g_autofree char *index = g_strdup_printf ("%u", level - 1);

  telaah_xml_start (xml, "w:style", "w:type", "paragraph", "w:styleId", id, NULL);
  telaah_docx_put_value (xml, "w:name", name);
  telaah_docx_put_value (xml, "w:basedOn", "Normal");
  telaah_docx_put_value (xml, "w:next", "BodyText");
  telaah_docx_put_value (xml, "w:uiPriority", "9");
  telaah_xml_empty (xml, "w:qFormat", NULL);

  telaah_xml_start (xml, "w:pPr", NULL);
  telaah_xml_empty (xml, "w:keepNext", NULL);
  telaah_xml_empty (xml, "w:keepLines", NULL);
  telaah_xml_start (xml, "w:numPr", NULL);
  telaah_docx_put_value (xml, "w:ilvl", index);
  telaah_docx_put_value (xml, "w:numId", TELAAH_DOCX_HEADINGS);
  telaah_xml_end (xml);
  put_spacing (xml, look);
  telaah_docx_put_value (xml, "w:outlineLvl", index);
  telaah_xml_end (xml);
  put_type (xml, telaah_report_heading_size (level), NULL, TRUE, FALSE);
  telaah_xml_end (xml);
}

static void
put_face (TelaahXml        *xml,
          TelaahReportFace  face,
          const char       *name)
{
  telaah_xml_start (xml, "w:style", "w:type", "character",
                    "w:customStyle", face == TELAAH_REPORT_QUIET ? "1" : NULL,
                    "w:styleId", telaah_docx_faces[face], NULL);
  telaah_docx_put_value (xml, "w:name", name);
  telaah_docx_put_value (xml, "w:basedOn", "DefaultParagraphFont");
  telaah_xml_empty (xml, "w:qFormat", NULL);
  put_type (xml, 0, face == TELAAH_REPORT_QUIET ? TELAAH_REPORT_QUIET_COLOR : NULL,
            face == TELAAH_REPORT_STRONG, face == TELAAH_REPORT_EMPHASIS);
  telaah_xml_end (xml);
}

static void
put_default (TelaahXml  *xml,
             const char *type,
             const char *id,
             const char *name)
{
  telaah_xml_start (xml, "w:style", "w:type", type, "w:default", "1", "w:styleId", id, NULL);
  telaah_docx_put_value (xml, "w:name", name);
  if (strcmp (id, "Normal") != 0)
    {
      telaah_docx_put_value (xml, "w:uiPriority", "99");
      telaah_xml_empty (xml, "w:semiHidden", NULL);
      telaah_xml_empty (xml, "w:unhideWhenUsed", NULL);
    }
  else
    telaah_xml_empty (xml, "w:qFormat", NULL);
  telaah_xml_end (xml);
}

static void
put_link (TelaahXml *xml)
{
  telaah_xml_start (xml, "w:style", "w:type", "character", "w:styleId", TELAAH_DOCX_LINK, NULL);
  telaah_docx_put_value (xml, "w:name", "Hyperlink");
  telaah_docx_put_value (xml, "w:basedOn", "DefaultParagraphFont");
  telaah_docx_put_value (xml, "w:uiPriority", "99");
  put_type (xml, 0, TELAAH_REPORT_LINK_COLOR, FALSE, FALSE);
  telaah_xml_end (xml);
}

static void
put_footnote_mark (TelaahXml *xml)
{
  telaah_xml_start (xml, "w:style", "w:type", "character", "w:styleId", "FootnoteReference", NULL);
  telaah_docx_put_value (xml, "w:name", "footnote reference");
  telaah_docx_put_value (xml, "w:basedOn", "DefaultParagraphFont");
  telaah_docx_put_value (xml, "w:uiPriority", "99");
  telaah_xml_start (xml, "w:rPr", NULL);
  telaah_docx_put_value (xml, "w:vertAlign", "superscript");
  telaah_xml_end (xml);
  telaah_xml_end (xml);
}

gboolean
telaah_docx_add_styles (TelaahReport  *report,
                        TelaahZip     *zip,
                        GError       **error)
{
  g_autoptr(TelaahXml) xml = telaah_xml_new (TRUE);

  telaah_xml_start (xml, "w:styles", TELAAH_DOCX_NAMESPACES, NULL);
  telaah_xml_start (xml, "w:docDefaults", NULL);
  telaah_xml_start (xml, "w:rPrDefault", NULL);
  telaah_xml_start (xml, "w:rPr", NULL);
  telaah_docx_put_value (xml, "w:sz", "22");
  telaah_docx_put_value (xml, "w:szCs", "22");
  if (report->language != NULL)
    telaah_docx_put_language (xml, report->language, FALSE);
  telaah_xml_end (xml);
  telaah_xml_end (xml);
  telaah_xml_empty (xml, "w:pPrDefault", NULL);
  telaah_xml_end (xml);

  put_default (xml, "paragraph", "Normal", "Normal");
  put_default (xml, "character", "DefaultParagraphFont", "Default Paragraph Font");
  put_default (xml, "table", "TableNormal", "Normal Table");
  put_default (xml, "numbering", "NoList", "No List");

  for (TelaahReportStyle style = 0; style < TELAAH_REPORT_N_STYLES; style++)
    if (style != TELAAH_REPORT_HEADING)
      put_style (xml, style);
  for (guint level = 1; level <= TELAAH_REPORT_LEVELS; level++)
    put_heading (xml, level);

  put_face (xml, TELAAH_REPORT_STRONG, "Strong");
  put_face (xml, TELAAH_REPORT_EMPHASIS, "Emphasis");
  put_face (xml, TELAAH_REPORT_QUIET, _("Said in Passing"));
  put_link (xml);
  put_footnote_mark (xml);

  return telaah_xml_add_to (xml, zip, "word/styles.xml", error);
}

/* ---- Numbers ---- */

static void
put_level (TelaahXml *xml,
           guint      level,
           GString   *format)
{
  g_autofree char *index = g_strdup_printf ("%u", level - 1);
  g_autofree char *style = telaah_docx_dup_style_id (TELAAH_REPORT_HEADING, level);

  g_string_append_printf (format, "%s%%%u", level > 1 ? "." : "", level);
  telaah_xml_start (xml, "w:lvl", "w:ilvl", index, NULL);
  telaah_docx_put_value (xml, "w:start", "1");
  telaah_docx_put_value (xml, "w:numFmt", "decimal");
  telaah_docx_put_value (xml, "w:pStyle", style);
  telaah_docx_put_value (xml, "w:suff", "space");
  telaah_docx_put_value (xml, "w:lvlText", format->str);
  telaah_docx_put_value (xml, "w:lvlJc", "left");
  telaah_xml_start (xml, "w:pPr", NULL);
  telaah_xml_empty (xml, "w:ind", "w:left", "0", "w:firstLine", "0", NULL);
  telaah_xml_end (xml);
  telaah_xml_end (xml);
}

gboolean
telaah_docx_add_numbering (TelaahZip  *zip,
                           GError    **error)
{
  g_autoptr(TelaahXml) xml = telaah_xml_new (TRUE);
  g_autoptr(GString) format = g_string_new (NULL);

  telaah_xml_start (xml, "w:numbering", TELAAH_DOCX_NAMESPACES, NULL);
  telaah_xml_start (xml, "w:abstractNum", "w:abstractNumId", "0", NULL);
  telaah_docx_put_value (xml, "w:multiLevelType", "multilevel");
  for (guint level = 1; level <= TELAAH_REPORT_LEVELS; level++)
    put_level (xml, level, format);
  telaah_xml_end (xml);
  telaah_xml_start (xml, "w:num", "w:numId", TELAAH_DOCX_HEADINGS, NULL);
  telaah_docx_put_value (xml, "w:abstractNumId", "0");
  telaah_xml_end (xml);

  return telaah_xml_add_to (xml, zip, "word/numbering.xml", error);
}
