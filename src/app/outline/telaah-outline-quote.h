/* A passage quoted in the document: its words, the way to its text, and what was noted on it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/telaah-passage.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_OUTLINE_QUOTE (telaah_outline_quote_get_type ())
G_DECLARE_FINAL_TYPE (TelaahOutlineQuote, telaah_outline_quote, TELAAH, OUTLINE_QUOTE, GtkWidget)

GtkWidget *telaah_outline_quote_new         (void);
void       telaah_outline_quote_set_passage (TelaahOutlineQuote *self,
                                             TelaahPassage      *passage,
                                             const char         *reference,
                                             const char         *color);

G_END_DECLS
