/* The comparative outline in every format that it leaves in: one list of them for the window and for telaah-cli.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-outline.h"

G_BEGIN_DECLS

typedef enum
{
  TELAAH_OUTLINE_JSON,
  TELAAH_OUTLINE_TEXT,
  TELAAH_OUTLINE_MARKDOWN,
  TELAAH_OUTLINE_HTML,
  TELAAH_OUTLINE_ODT,
  TELAAH_OUTLINE_DOCX,
  TELAAH_OUTLINE_PDF,
  TELAAH_OUTLINE_OPML,
  TELAAH_OUTLINE_CSV,
  TELAAH_OUTLINE_XLSX,
  TELAAH_OUTLINE_TEMPLATE,   /* JSON: points and questions only */
} TelaahOutlineFormat;

#define TELAAH_N_OUTLINE_FORMATS (TELAAH_OUTLINE_TEMPLATE + 1)

/* What of the outline goes on paper. */
typedef enum
{
  TELAAH_HANDOUT_NONE,       /* no handout: the whole outline */
  TELAAH_HANDOUT_BLANK,      /* points, questions and sources, with room to write in */
  TELAAH_HANDOUT_FILLED,     /* the same with what was found */
} TelaahHandout;

typedef struct
{
  TelaahHandout handout;     /* PDF alone */
  double        width;       /* of a sheet, in points of 1/72 inch; 0: A4 */
  double        height;
  guint         columns;     /* of text; 0: 100 */
} TelaahOutlineExport;

const char *telaah_outline_format_to_string     (TelaahOutlineFormat        format);
gboolean    telaah_outline_format_from_string   (const char                *string,
                                                 TelaahOutlineFormat       *format);
const char *telaah_outline_format_get_name      (TelaahOutlineFormat        format);   /* translated, for a list */
const char *telaah_outline_format_get_extension (TelaahOutlineFormat        format);   /* "html", without the dot */
const char *telaah_outline_format_get_mime_type (TelaahOutlineFormat        format);
GBytes     *telaah_outline_export               (TelaahOutline             *outline,
                                                 TelaahOutlineFormat        format,
                                                 const TelaahOutlineExport *options,   /* NULL: as usual */
                                                 GError                   **error);

G_END_DECLS
