/* Writes the styles of an OpenDocument text: paragraphs, headings and their numbers, sheets.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-outline-odt-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char *const telaah_odt_faces[TELAAH_REPORT_N_FACES] = {
  [TELAAH_REPORT_STRONG]   = "Strong_20_Emphasis",
  [TELAAH_REPORT_EMPHASIS] = "Emphasis",
  [TELAAH_REPORT_QUIET]    = "Quiet",
};

char *
telaah_odt_dup_length (double points)
{
  g_autofree char *number = telaah_xml_dup_number (points);

  return g_strconcat (number, "pt", NULL);
}

/* Indents are of what lies around the words here. */
char *
telaah_odt_dup_start (const TelaahReportLook *look)
{
  return telaah_odt_dup_length (look->start - (look->bar != NULL ? TELAAH_REPORT_BAR_DISTANCE :
                                               look->shade != NULL ? TELAAH_REPORT_SHADE_DISTANCE : 0));
}

char *
telaah_odt_dup_end (const TelaahReportLook *look)
{
  return telaah_odt_dup_length (look->end - (look->shade != NULL ? TELAAH_REPORT_SHADE_DISTANCE : 0));
}

/* "Text_20_body": a style's name, in which a blank has to be written so. */
char *
telaah_odt_dup_style_name (TelaahReportStyle style,
                           guint             level)
{
  const TelaahReportLook *look = telaah_report_style_look (style);
  GString *name = g_string_new (look->own ? look->id : look->name);

  if (style == TELAAH_REPORT_HEADING && level > 0)
    g_string_append_printf (name, " %u", level);
  g_string_replace (name, " ", "_20_", 0);

  return g_string_free (name, FALSE);
}

/* For every kind of script, so that it holds whatever the words are in. */
void
telaah_odt_put_text_language (TelaahXml  *xml,
                              const char *language)
{
  g_auto(GStrv) tags = g_strsplit (language, "-", -1);
  const char *country = "none", *script = NULL;

  for (guint i = 1; tags[i] != NULL; i++)
    if (strlen (tags[i]) == 2 && g_ascii_isalpha (*tags[i]) && g_ascii_isalpha (tags[i][1]))
      country = tags[i];
    else if (strlen (tags[i]) == 4 && g_ascii_isalpha (*tags[i]))
      script = tags[i];

  telaah_xml_empty (xml, "style:text-properties",
                    "fo:language", tags[0], "fo:country", country, "fo:script", script,
                    "style:language-asian", tags[0], "style:country-asian", country,
                    "style:language-complex", tags[0], "style:country-complex", country, NULL);
}

/* ---- Looks ---- */

static void
put_type (TelaahXml  *xml,
          double      size,
          const char *color,
          gboolean    strong,
          gboolean    emphasis)
{
  g_autofree char *length = size > 0 ? telaah_odt_dup_length (size) : NULL;
  const char *weight = strong ? "bold" : NULL, *slant = emphasis ? "italic" : NULL;

  telaah_xml_empty (xml, "style:text-properties",
                    "fo:font-size", length, "style:font-size-asian", length, "style:font-size-complex", length,
                    "fo:font-weight", weight, "style:font-weight-asian", weight, "style:font-weight-complex", weight,
                    "fo:font-style", slant, "style:font-style-asian", slant, "style:font-style-complex", slant,
                    "fo:color", color, NULL);
}

/* A bar is a border at one side; a shade has one of its own colour all around, since only a border keeps a distance. */
static void
put_sides (TelaahXml              *xml,
           const TelaahReportLook *look)
{
  g_autofree char *bar = look->bar != NULL ? g_strdup_printf ("1.5pt solid %s", look->bar) : NULL;
  g_autofree char *rim = look->shade != NULL ? g_strdup_printf ("0.5pt solid %s", look->shade) : NULL;
  g_autofree char *to_bar = telaah_odt_dup_length (TELAAH_REPORT_BAR_DISTANCE);
  g_autofree char *to_rim = telaah_odt_dup_length (TELAAH_REPORT_SHADE_DISTANCE - 0.5);
  const char *none = bar != NULL ? "none" : NULL;

  telaah_xml_attributes (xml, "fo:background-color", look->shade, "fo:border", rim,
                         "fo:padding", rim != NULL ? to_rim : NULL,
                         "fo:border-left", bar, "fo:padding-left", bar != NULL ? to_bar : NULL,
                         "fo:border-right", none, "fo:border-top", none, "fo:border-bottom", none, NULL);
}

static void
put_spacing (TelaahXml              *xml,
             const TelaahReportLook *look)
{
  g_autofree char *before = telaah_odt_dup_length (look->before), *after = telaah_odt_dup_length (look->after);
  g_autofree char *start = telaah_odt_dup_start (look), *end = telaah_odt_dup_end (look);
  g_autofree char *first = telaah_odt_dup_length (look->first);
  g_autofree char *line = g_strdup_printf ("%d%%", (int) (look->line * 100 + 0.5));

  telaah_xml_start (xml, "style:paragraph-properties",
                    "fo:margin-top", before, "fo:margin-bottom", after, "fo:margin-left", start,
                    "fo:margin-right", end, "fo:text-indent", first, "fo:line-height", line,
                    "fo:keep-with-next", look->keeps ? "always" : "auto",
                    "fo:text-align", look == telaah_report_style_look (TELAAH_REPORT_FOOTER) ? "center" : "start",
                    "fo:orphans", "2", "fo:widows", "2", NULL);
  put_sides (xml, look);
  telaah_xml_end (xml);
}

static void
put_style (TelaahXml         *xml,
           TelaahReportStyle  style)
{
  const TelaahReportLook *look = telaah_report_style_look (style);
  g_autofree char *name = telaah_odt_dup_style_name (style, 0);

  telaah_xml_start (xml, "style:style", "style:name", name,
                    "style:display-name", look->own ? _(look->name) : look->name,
                    "style:family", "paragraph", "style:parent-style-name", "Standard",
                    "style:next-style-name", look->keeps ? "Text_20_body" : NULL,
                    "style:class", look->own ? NULL : "text", NULL);
  put_spacing (xml, look);
  put_type (xml, look->size, look->color, look->strong, look->emphasis);
  telaah_xml_end (xml);
}

static void
put_heading (TelaahXml *xml,
             guint      level)
{
  g_autofree char *name = telaah_odt_dup_style_name (TELAAH_REPORT_HEADING, level);
  g_autofree char *display = g_strdup_printf ("Heading %u", level);
  g_autofree char *number = g_strdup_printf ("%u", level);

  telaah_xml_start (xml, "style:style", "style:name", name, "style:display-name", display,
                    "style:family", "paragraph", "style:parent-style-name", "Heading",
                    "style:next-style-name", "Text_20_body", "style:default-outline-level", number,
                    "style:class", "text", NULL);
  put_type (xml, telaah_report_heading_size (level), NULL, TRUE, FALSE);
  telaah_xml_end (xml);
}

static void
put_face (TelaahXml        *xml,
          TelaahReportFace  face,
          const char       *display)
{
  telaah_xml_start (xml, "style:style", "style:name", telaah_odt_faces[face], "style:display-name", display,
                    "style:family", "text", NULL);
  put_type (xml, 0, face == TELAAH_REPORT_QUIET ? TELAAH_REPORT_QUIET_COLOR : NULL,
            face == TELAAH_REPORT_STRONG, face == TELAAH_REPORT_EMPHASIS);
  telaah_xml_end (xml);
}

static void
put_link (TelaahXml *xml)
{
  telaah_xml_start (xml, "style:style", "style:name", TELAAH_ODT_LINK, "style:display-name", "Internet Link",
                    "style:family", "text", NULL);
  put_type (xml, 0, TELAAH_REPORT_LINK_COLOR, FALSE, FALSE);
  telaah_xml_end (xml);
}

static void
put_footnote_mark (TelaahXml *xml)
{
  telaah_xml_start (xml, "style:style", "style:name", "Footnote_20_anchor", "style:display-name",
                    "Footnote anchor", "style:family", "text", NULL);
  telaah_xml_empty (xml, "style:text-properties", "style:text-position", "super 58%",
                    "fo:font-style", "normal", "fo:font-weight", "normal", NULL);
  telaah_xml_end (xml);
}

/* ---- Numbers ---- */

static void
put_numbering (TelaahXml *xml)
{
  telaah_xml_start (xml, "text:outline-style", "style:name", "Outline", NULL);
  for (guint level = 1; level <= TELAAH_REPORT_LEVELS; level++)
    {
      g_autofree char *number = g_strdup_printf ("%u", level);

      telaah_xml_start (xml, "text:outline-level-style", "text:level", number, "style:num-format", "1",
                        "text:display-levels", number, NULL);
      telaah_xml_start (xml, "style:list-level-properties", "text:list-level-position-and-space-mode",
                        "label-alignment", NULL);
      telaah_xml_empty (xml, "style:list-level-label-alignment", "text:label-followed-by", "space",
                        "fo:text-indent", "0pt", "fo:margin-left", "0pt", NULL);
      telaah_xml_end (xml);
      telaah_xml_end (xml);
    }
  telaah_xml_end (xml);

  telaah_xml_empty (xml, "text:notes-configuration", "text:note-class", "footnote",
                    "text:citation-body-style-name", "Footnote_20_anchor",
                    "text:default-style-name", "Footnote",
                    "style:num-format", "1", "text:start-value", "0",
                    "text:footnotes-position", "page", "text:start-numbering-at", "document", NULL);
}

static void
put_styles (TelaahXml    *xml,
            TelaahReport *report)
{
  telaah_xml_start (xml, "office:styles", NULL);
  telaah_xml_start (xml, "style:default-style", "style:family", "paragraph", NULL);
  telaah_xml_empty (xml, "style:paragraph-properties", "style:writing-mode", "page", NULL);
  if (report->language != NULL)
    telaah_odt_put_text_language (xml, report->language);
  telaah_xml_end (xml);
  telaah_xml_empty (xml, "style:style", "style:name", "Standard", "style:family", "paragraph",
                    "style:class", "text", NULL);

  for (TelaahReportStyle style = 0; style < TELAAH_REPORT_N_STYLES; style++)
    put_style (xml, style);
  for (guint level = 1; level <= TELAAH_REPORT_LEVELS; level++)
    put_heading (xml, level);

  put_face (xml, TELAAH_REPORT_STRONG, "Strong Emphasis");
  put_face (xml, TELAAH_REPORT_EMPHASIS, "Emphasis");
  put_face (xml, TELAAH_REPORT_QUIET, _("Said in Passing"));
  put_link (xml);
  put_footnote_mark (xml);
  put_numbering (xml);
  telaah_xml_end (xml);
}

/* ---- Sheets ---- */

static void
put_layout (TelaahXml  *xml,
            const char *name,
            gboolean    wide)
{
  g_autofree char *shorter = telaah_odt_dup_length (TELAAH_REPORT_SHORT_SIDE);
  g_autofree char *longer = telaah_odt_dup_length (TELAAH_REPORT_LONG_SIDE);
  g_autofree char *margin = telaah_odt_dup_length (TELAAH_REPORT_MARGIN);
  g_autofree char *rule = g_strdup_printf ("0.5pt solid %s", TELAAH_REPORT_RULE_COLOR);

  telaah_xml_start (xml, "style:page-layout", "style:name", name, NULL);
  telaah_xml_start (xml, "style:page-layout-properties",
                    "fo:page-width", wide ? longer : shorter, "fo:page-height", wide ? shorter : longer,
                    "style:print-orientation", wide ? "landscape" : "portrait",
                    "fo:margin-top", margin, "fo:margin-bottom", "45pt", "fo:margin-left", margin,
                    "fo:margin-right", margin, "style:writing-mode", "lr-tb", NULL);
  telaah_xml_empty (xml, "style:footnote-sep", "style:width", "0.5pt", "style:rel-width", "25%",
                    "style:color", "#77767b", "style:line-style", "solid", "style:adjustment", "left",
                    "style:distance-before-sep", "6pt", "style:distance-after-sep", "5pt", NULL);
  telaah_xml_end (xml);
  telaah_xml_start (xml, "style:footer-style", NULL);
  telaah_xml_empty (xml, "style:header-footer-properties", "fo:min-height", "18pt", "fo:margin-top", "12pt", NULL);
  telaah_xml_end (xml);
  telaah_xml_end (xml);
}

static void
put_master (TelaahXml  *xml,
            const char *name,
            const char *display,
            const char *layout)
{
  telaah_xml_start (xml, "style:master-page", "style:name", name, "style:display-name", display,
                    "style:page-layout-name", layout, NULL);
  telaah_xml_start (xml, "style:footer", NULL);
  telaah_xml_start (xml, "text:p", "text:style-name", "Footer", NULL);
  telaah_xml_start (xml, "text:page-number", "text:select-page", "current", NULL);
  telaah_xml_text (xml, "1");
  telaah_xml_end (xml);
  telaah_xml_end (xml);
  telaah_xml_end (xml);
  telaah_xml_end (xml);
}

gboolean
telaah_odt_add_styles (TelaahReport  *report,
                       TelaahZip     *zip,
                       GError       **error)
{
  g_autoptr(TelaahXml) xml = telaah_xml_new (TRUE);

  telaah_xml_start (xml, "office:document-styles", TELAAH_ODT_NAMESPACES, NULL);
  put_styles (xml, report);
  telaah_xml_start (xml, "office:automatic-styles", NULL);
  put_layout (xml, "Upright", FALSE);
  put_layout (xml, "Across", TRUE);
  telaah_xml_end (xml);
  telaah_xml_start (xml, "office:master-styles", NULL);
  put_master (xml, "Standard", NULL, "Upright");
  put_master (xml, "Landscape", NULL, "Across");

  return telaah_xml_add_to (xml, zip, "styles.xml", error);
}
