/* The comparative outline as files: JSON in and out, text and Markdown out.
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

G_END_DECLS
