/* The comparative outline as files, one function a format; telaah-outline-export.h has the list of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-outline.h"

G_BEGIN_DECLS

#define TELAAH_OUTLINE_ERROR (telaah_outline_error_quark ())

typedef enum
{
  TELAAH_OUTLINE_ERROR_NOT_OUTLINE,   /* not JSON, or not of our format */
  TELAAH_OUTLINE_ERROR_TOO_NEW,       /* of a later version */
  TELAAH_OUTLINE_ERROR_INVALID,       /* ours, but something in it does not fit */
} TelaahOutlineError;

GQuark         telaah_outline_error_quark  (void);

char          *telaah_outline_to_json      (TelaahOutline  *outline);
TelaahOutline *telaah_outline_from_json    (const char     *json,
                                            gssize          length,
                                            GError        **error);
char          *telaah_outline_to_text      (TelaahOutline  *outline,
                                            guint           columns);
char          *telaah_outline_to_markdown  (TelaahOutline  *outline);

/* These say of each quote where it stands if the outline has the contexts of its passages. */
char          *telaah_outline_to_html      (TelaahOutline  *outline);   /* one file, nothing from elsewhere */
GBytes        *telaah_outline_to_odt       (TelaahOutline  *outline,
                                            GError        **error);
GBytes        *telaah_outline_to_docx      (TelaahOutline  *outline,
                                            GError        **error);
GBytes        *telaah_outline_to_pdf       (TelaahOutline  *outline,
                                            double          width,      /* of a sheet, 1/72 inch; 0: A4 */
                                            double          height,
                                            GError        **error);
GBytes        *telaah_outline_to_handout   (TelaahOutline  *outline,
                                            gboolean        filled,
                                            double          width,
                                            double          height,
                                            GError        **error);
char          *telaah_outline_to_csv       (TelaahOutline  *outline);   /* points x sources */
GBytes        *telaah_outline_to_xlsx      (TelaahOutline  *outline,
                                            GError        **error);
char          *telaah_outline_to_template  (TelaahOutline  *outline);   /* points and questions alone, as JSON */
char          *telaah_outline_to_opml      (TelaahOutline  *outline);
TelaahOutline *telaah_outline_from_opml    (const char     *opml,       /* points alone; _note is the question */
                                            gssize          length,
                                            GError        **error);

G_END_DECLS
