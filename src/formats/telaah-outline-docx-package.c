/* Writes what a Word document has around its words: its list of parts, settings, the footer.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-outline-docx-private.h"

static const TelaahOpcPart parts[] = {
  { "rId1", "styles",    "styles.xml",    "styles+xml" },
  { "rId2", "settings",  "settings.xml",  "settings+xml" },
  { "rId3", "numbering", "numbering.xml", "numbering+xml" },
  { "rId4", "footnotes", "footnotes.xml", "footnotes+xml" },
  { TELAAH_DOCX_FOOTER, "footer", "footer1.xml", "footer+xml" },
};

static const TelaahOpc package = {
  "word", "document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.", "document.main+xml",
  parts, G_N_ELEMENTS (parts),
};

/* Without the mode of compatibility Word opens it as one of 2003; it asks for the two separators by number. */
static gboolean
add_settings (TelaahReport  *report,
              TelaahZip     *zip,
              GError       **error)
{
  g_autoptr(TelaahXml) xml = telaah_xml_new (TRUE);

  telaah_xml_start (xml, "w:settings", TELAAH_DOCX_NAMESPACES, NULL);
  telaah_docx_put_value (xml, "w:defaultTabStop", "720");
  telaah_docx_put_value (xml, "w:characterSpacingControl", "doNotCompress");
  telaah_xml_start (xml, "w:footnotePr", NULL);
  telaah_xml_empty (xml, "w:footnote", "w:id", "-1", NULL);
  telaah_xml_empty (xml, "w:footnote", "w:id", "0", NULL);
  telaah_xml_end (xml);
  telaah_xml_start (xml, "w:compat", NULL);
  telaah_xml_empty (xml, "w:compatSetting", "w:name", "compatibilityMode",
                    "w:uri", "http://schemas.microsoft.com/office/word", "w:val", "15", NULL);
  telaah_xml_end (xml);
  if (report->language != NULL)
    telaah_docx_put_value (xml, "w:themeFontLang", report->language);

  return telaah_xml_add_to (xml, zip, "word/settings.xml", error);
}

static gboolean
add_footer (TelaahZip  *zip,
            GError    **error)
{
  g_autoptr(TelaahXml) xml = telaah_xml_new (TRUE);

  telaah_xml_start (xml, "w:ftr", TELAAH_DOCX_NAMESPACES, NULL);
  telaah_xml_start (xml, "w:p", NULL);
  telaah_xml_start (xml, "w:pPr", NULL);
  telaah_docx_put_value (xml, "w:pStyle", telaah_report_style_look (TELAAH_REPORT_FOOTER)->id);
  telaah_xml_end (xml);
  telaah_xml_start (xml, "w:fldSimple", "w:instr", " PAGE ", NULL);
  telaah_xml_start (xml, "w:r", NULL);
  telaah_xml_element (xml, "w:t", "1");

  return telaah_xml_add_to (xml, zip, "word/footer1.xml", error);
}

gboolean
telaah_docx_add_package (TelaahReport  *report,
                         TelaahZip     *zip,
                         GError       **error)
{
  return telaah_opc_add (&package, report, zip, error) &&
         add_settings (report, zip, error) &&
         add_footer (zip, error);
}
