/* What stands before or after a word, as many whole words as there is room for.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TELAAH_TYPE_WORD_CONTEXT (telaah_word_context_get_type ())
G_DECLARE_FINAL_TYPE (TelaahWordContext, telaah_word_context, TELAAH, WORD_CONTEXT, GtkWidget)

GtkWidget *telaah_word_context_new      (gboolean           before);   /* the word; else after it */
void       telaah_word_context_set_text (TelaahWordContext *self,
                                         const char        *text);     /* in one line */

G_END_DECLS
