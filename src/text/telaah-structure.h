/* What of a text is not its body: headings, and the clutter of the page it was taken from.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-mark.h"
#include "text/telaah-text.h"

G_BEGIN_DECLS

/* A mark that does not belong to a source yet. */
typedef struct
{
  TelaahSpan      span;      /* without blanks at either end */
  TelaahMarkKind  kind;
  guint           level;     /* of a heading, from 1 */
  const char     *reason;    /* static */
} TelaahProposal;

GArray     *telaah_text_propose_marks    (const TelaahText *self,
                                          const char       *language);
const char *telaah_mark_reason_get_label (const char       *reason);

G_END_DECLS
