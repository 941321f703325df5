/* A window with the words of a project: in their company, by how often they come, and those that set a theme apart.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_WORDS_WINDOW (telaah_words_window_get_type ())
G_DECLARE_FINAL_TYPE (TelaahWordsWindow, telaah_words_window, TELAAH, WORDS_WINDOW, AdwWindow)

/* Signal "open-hit" (gpointer hit, gboolean enter): TelaahHit, borrowed: to be shown in its text; @enter: and gone to */

TelaahWordsWindow *telaah_words_window_new        (TelaahSession     *session);
void               telaah_words_window_ask_for    (TelaahWordsWindow *self,      /* its concordance */
                                                   const char        *words);
char              *telaah_words_window_dup_csv    (TelaahWordsWindow *self);     /* of the page that is shown; NULL: it */
                                                                                 /* shows nothing */
void               telaah_words_window_save       (TelaahWordsWindow *self,
                                                   GFile             *file);

G_END_DECLS
