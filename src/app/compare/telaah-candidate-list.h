/* What a cell may rest on besides its evidence: sentences of its source that are like those tagged with the point's
 * themes elsewhere.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_CANDIDATE_LIST (telaah_candidate_list_get_type ())
G_DECLARE_FINAL_TYPE (TelaahCandidateList, telaah_candidate_list, TELAAH, CANDIDATE_LIST, GtkBox)

/* Open from the start where a cell has little to rest on; elsewhere it is worked out once one opens it.
 *
 * Signals:
 *   "open-place" (source, offset)   code points
 *   "acted" (message)               something was done; a sentence for a toast with Undo
 *   "filled"                        what one has opened is there now, and wants to be seen
 *   "failed" (message)              a verb was refused; nothing has changed */

void     telaah_candidate_list_show   (TelaahCandidateList *self,
                                       TelaahSession       *session,
                                       TelaahCell          *cell);
void     telaah_candidate_list_unfold (TelaahCandidateList *self);

G_END_DECLS
