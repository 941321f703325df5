/* Of which themes a cell wants candidates, and why there can be none.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session/telaah-session.h"

G_BEGIN_DECLS

gboolean  telaah_cell_is_thin            (TelaahCell         *cell);
char    **telaah_candidate_dup_themes    (TelaahSession      *session,   /* ids, the first one to tag with */
                                          const char         *point);
char     *telaah_candidate_dup_obstacle  (TelaahSession      *session,   /* a sentence; NULL: nothing is in the way */
                                          const char         *point,
                                          const char         *source);
gboolean  telaah_candidate_has_examples  (TelaahSession      *session,   /* passages under one of them, anywhere */
                                          const char *const  *themes);
guint     telaah_candidate_count_refused (TelaahSession      *session,   /* sentences */
                                          const char *const  *themes,
                                          const char         *source);

G_END_DECLS
