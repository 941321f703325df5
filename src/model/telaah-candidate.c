/* A candidate: a sentence that may belong to a theme, because it is like those that were tagged with it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/telaah-candidate.h"

void
telaah_candidate_free (TelaahCandidate *self)
{
  g_free (self->source);
  g_free (self->quote);
  g_free (self->reasons);
  g_free (self);
}
