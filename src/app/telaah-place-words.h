/* How the place of a passage in its text is told.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session/telaah-session.h"

G_BEGIN_DECLS

char *telaah_place_words_dup    (TelaahSession *session,     /* "§ Costs"; NULL: it stands under no heading */
                                 TelaahPassage *passage);
char *telaah_place_words_dup_at (TelaahSession *session,
                                 const char    *source,
                                 guint          offset);

G_END_DECLS
