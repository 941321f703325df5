/* What the parts of an OpenDocument text share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/telaah-report.h"
#include "formats/telaah-xml.h"

G_BEGIN_DECLS

#define TELAAH_ODT_NAMESPACES                                            \
  "xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0",    \
  "xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0",      \
  "xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0",        \
  "xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0",      \
  "xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", \
  "xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", \
  "xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",        \
  "xmlns:xlink", "http://www.w3.org/1999/xlink",                         \
  "xmlns:dc", "http://purl.org/dc/elements/1.1/",                        \
  "office:version", "1.2"

#define TELAAH_ODT_LINK "Internet_20_link"

gboolean  telaah_odt_add_styles        (TelaahReport       *report,
                                        TelaahZip          *zip,
                                        GError            **error);
char     *telaah_odt_dup_style_name    (TelaahReportStyle   style,
                                        guint               level);
char     *telaah_odt_dup_length        (double              points);
char     *telaah_odt_dup_start         (const TelaahReportLook *look);
char     *telaah_odt_dup_end           (const TelaahReportLook *look);
void      telaah_odt_put_text_language (TelaahXml          *xml,
                                        const char         *language);

extern const char *const telaah_odt_faces[TELAAH_REPORT_N_FACES];

G_END_DECLS
