/* A point by itself: its title, what it asks of the sources, its themes, and under which condition.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/telaah-text-editor.h"
#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_POINT_WORDS (telaah_point_words_get_type ())
G_DECLARE_FINAL_TYPE (TelaahPointWords, telaah_point_words, TELAAH, POINT_WORDS, GtkWidget)

/* Its button calls the action compare.point-details.
 *
 * Signals: "failed" (message), "done" */

GtkWidget        *telaah_point_words_new          (void);
void              telaah_point_words_show         (TelaahPointWords *self,
                                                   TelaahSession    *session,
                                                   const char       *point);
gboolean          telaah_point_words_flush        (TelaahPointWords *self);
void              telaah_point_words_edit         (TelaahPointWords *self);
TelaahTextEditor *telaah_point_words_get_question (TelaahPointWords *self);

G_END_DECLS
