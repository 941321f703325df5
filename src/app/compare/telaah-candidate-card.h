/* One candidate: a sentence that may belong to a theme, the words that made it one, and the answers to it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/telaah-candidate.h"
#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_CANDIDATE_CARD (telaah_candidate_card_get_type ())
G_DECLARE_FINAL_TYPE (TelaahCandidateCard, telaah_candidate_card, TELAAH, CANDIDATE_CARD, GtkListBoxRow)

/* Signals:
 *   "tag" (theme)    it belongs there
 *   "refuse"         it does not
 *   "open"           to be seen in its text
 *
 * T and Delete do what its buttons do. */

GtkWidget             *telaah_candidate_card_new           (TelaahSession         *session,
                                                            TelaahCandidate       *candidate,
                                                            const char *const     *themes);
const TelaahCandidate *telaah_candidate_card_get_candidate (TelaahCandidateCard   *self);
char                  *telaah_candidate_dup_reasons        (const TelaahCandidate *self);

G_END_DECLS
