/* What is to be tagged of what a search has found: the words themselves, their sentences or their paragraphs, each once.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-hit.h"
#include "session/telaah-session.h"

G_BEGIN_DECLS

typedef enum
{
  TELAAH_UNIT_HIT,
  TELAAH_UNIT_SENTENCE,
  TELAAH_UNIT_PARAGRAPH,    /* the lines between two empty ones */
} TelaahUnit;

#define TELAAH_N_UNITS (TELAAH_UNIT_PARAGRAPH + 1)

const char *telaah_unit_to_string   (TelaahUnit   unit);    /* "hit", "sentence", "paragraph" */
gboolean    telaah_unit_from_string (const char  *string,
                                     TelaahUnit  *unit);

typedef struct
{
  char       *source;      /* id */
  TelaahSpan  span;        /* without blanks at either end */
  TelaahSpan  around;      /* what to read it in: its sentence, or itself */
  guint       n_parts;
  TelaahSpan *parts;       /* the words that were found in it, in text order, none twice */
  gboolean    tagged;      /* it stands within a passage of the theme already */
} TelaahHitSpan;

void       telaah_hit_span_free         (TelaahHitSpan  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahHitSpan, telaah_hit_span_free)

/* TelaahHitSpan, source by source in the project's order, in text order; hits in notes and summaries are passed over. Spans
 * of two hits that overlap become one. @theme: id, or NULL: none is tagged. */
GPtrArray *telaah_session_dup_hit_spans (TelaahSession  *self,
                                         GPtrArray      *hits,     /* TelaahHit, in any order */
                                         TelaahUnit      unit,
                                         const char     *theme,
                                         GError        **error);
void       telaah_session_mark_tagged   (TelaahSession  *self,     /* once more, for another theme */
                                         GPtrArray      *spans,    /* TelaahHitSpan */
                                         const char     *theme);

G_END_DECLS
