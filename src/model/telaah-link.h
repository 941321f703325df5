/* A link: words of what a researcher has written, and the passage or the cell that they rest on.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-fields.h"
#include "model/telaah-span.h"

G_BEGIN_DECLS

/* In what was written: of a cell the first two, of a point the others. */
typedef enum
{
  TELAAH_LINK_SUMMARY,
  TELAAH_LINK_TRANSLATION,
  TELAAH_LINK_SIMILARITIES,
  TELAAH_LINK_DIFFERENCES,
} TelaahLinkKind;

#define TELAAH_N_LINK_KINDS (TELAAH_LINK_DIFFERENCES + 1)

const char *telaah_link_kind_to_string   (TelaahLinkKind  kind);
gboolean    telaah_link_kind_from_string (const char     *string,
                                          TelaahLinkKind *kind);

typedef struct
{
  const char     *id;
  const char     *point;
  const char     *source;    /* of the cell; NULL where the words are the point's */
  const char     *passage;   /* what they rest on: a passage, or NULL */
  const char     *cited;     /* or the cell of this source on the same point, or NULL */
  TelaahLinkKind  kind;
  TelaahSpan      span;      /* of those words, in code points; empty: all that was written */
} TelaahLinkFields;

#define TELAAH_TYPE_LINK (telaah_link_get_type ())
TELAAH_DECLARE_ITEM (TelaahLink, telaah_link, LINK)

G_END_DECLS
