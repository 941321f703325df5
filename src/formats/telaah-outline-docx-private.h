/* What the parts of a Word document share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/telaah-opc.h"

G_BEGIN_DECLS

#define TELAAH_DOCX_NAMESPACES                                                    \
  "xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main",      \
  "xmlns:r", TELAAH_OPC_RELATIONSHIPS

/* In word/_rels/document.xml.rels. */
#define TELAAH_DOCX_FOOTER "rId5"

#define TELAAH_DOCX_LINK "Hyperlink"

/* In word/numbering.xml. */
#define TELAAH_DOCX_HEADINGS "1"

gboolean  telaah_docx_add_styles    (TelaahReport           *report,
                                     TelaahZip              *zip,
                                     GError                **error);
gboolean  telaah_docx_add_numbering (TelaahZip              *zip,
                                     GError                **error);
gboolean  telaah_docx_add_package   (TelaahReport           *report,
                                     TelaahZip              *zip,
                                     GError                **error);
char     *telaah_docx_dup_style_id  (TelaahReportStyle       style,
                                     guint                   level);
char     *telaah_docx_dup_twips     (double                  points);
void      telaah_docx_put_value     (TelaahXml              *xml,
                                     const char             *name,
                                     const char             *value);
void      telaah_docx_put_bar       (TelaahXml              *xml,
                                     const TelaahReportLook *look,
                                     gboolean                rtl);
void      telaah_docx_put_language  (TelaahXml              *xml,
                                     const char             *language,
                                     gboolean                rtl);

extern const char *const telaah_docx_faces[TELAAH_REPORT_N_FACES];

G_END_DECLS
