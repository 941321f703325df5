/* What is to be tagged of what a search has found: the words themselves, their sentences or paragraphs, each once.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-hit.h"
#include "session/telaah-session.h"

G_BEGIN_DECLS

typedef enum
{
  TELAAH_UNIT_HIT,
  TELAAH_UNIT_SENTENCE,
  TELAAH_UNIT_PARAGRAPH,
} TelaahUnit;

#define TELAAH_N_UNITS (TELAAH_UNIT_PARAGRAPH + 1)

const char *telaah_unit_to_string   (TelaahUnit   unit);    /* "hit", "sentence", "paragraph" */
gboolean    telaah_unit_from_string (const char  *string,
                                     TelaahUnit  *unit);

typedef struct
{
  char       *source;      /* id */
  TelaahSpan  span;        /* without blanks at either end */
  TelaahSpan  core;        /* the same without quotation marks and stops at either end */
  TelaahSpan  around;      /* what to read it in: of words alone their sentence, else itself */
  guint       n_parts;
  TelaahSpan *parts;       /* the words that were found in it, in text order, none twice */
  gboolean    heading;     /* it is a heading's words, which are neither sentence nor paragraph */
  gboolean    tagged;      /* its core stands within a passage of the theme already */
} TelaahHitSpan;

void       telaah_hit_span_free         (TelaahHitSpan  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahHitSpan, telaah_hit_span_free)

/* TelaahHitSpan, source by source in the project's order, in text order. Spans of two hits that overlap become one.
 * Passed over are hits in notes, summaries and clutter, and those whose words stand there no more. @theme: id, or
 * NULL: none is tagged. */
GPtrArray *telaah_session_dup_hit_spans (TelaahSession  *self,
                                         GPtrArray      *hits,     /* TelaahHit, in any order */
                                         TelaahUnit      unit,
                                         const char     *theme,
                                         GError        **error);
void       telaah_session_mark_tagged   (TelaahSession  *self,     /* once more, for another theme */
                                         GPtrArray      *spans,    /* TelaahHitSpan */
                                         const char     *theme);

G_END_DECLS
