/* A candidate: a sentence that may belong to a theme, because it is like those that were tagged with it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-span.h"

G_BEGIN_DECLS

typedef struct
{
  char       *source;      /* id */
  TelaahSpan  span;        /* of the sentence, in code points */
  char       *quote;       /* its words, as they stand in the text */
  double      score;       /* how likely it belongs there, 0 to 1; only the order of one list means anything */
  guint       n_reasons;
  TelaahSpan *reasons;     /* the words that made it, in the text, those that count most first */
} TelaahCandidate;

void telaah_candidate_free (TelaahCandidate *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahCandidate, telaah_candidate_free)

G_END_DECLS
