/* The gap finder: for a theme, the sentences most like those tagged with it, best first.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-candidate.h"
#include "session/telaah-session.h"

G_BEGIN_DECLS

/* @themes: ids; those below them count along, as in a cell. Sentences that are tagged with one of them already, or were
 * refused for one, are left out; so are headings and clutter. @source: id, or NULL for all. Where nothing has been tagged
 * yet, names and descriptions of the themes are all there is to go by. Returns TelaahCandidate, @limit at most (0: all). */
GPtrArray *telaah_session_suggest        (TelaahSession        *self,
                                          const char *const    *themes,
                                          const char           *source,
                                          guint                 limit,
                                          GError              **error);
void       telaah_session_suggest_async  (TelaahSession        *self,      /* the same in a thread */
                                          const char *const    *themes,
                                          const char           *source,
                                          guint                 limit,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
GPtrArray *telaah_session_suggest_finish (TelaahSession        *self,
                                          GAsyncResult         *result,
                                          GError              **error);

G_END_DECLS
