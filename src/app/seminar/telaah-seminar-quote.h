/* Words of a source on the wall, with a line in the colour of their theme; a click goes to where they stand.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/seminar/telaah-seminar-type.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_SEMINAR_QUOTE (telaah_seminar_quote_get_type ())
G_DECLARE_FINAL_TYPE (TelaahSeminarQuote, telaah_seminar_quote, TELAAH, SEMINAR_QUOTE, GtkWidget)

/* Signals: "activated" */

GtkWidget  *telaah_seminar_quote_new         (const char         *passage,
                                              const char         *color);
void        telaah_seminar_quote_set_words   (TelaahSeminarQuote *self,
                                              const char         *words,
                                              gsize               aside,
                                              double              size);
const char *telaah_seminar_quote_get_passage (TelaahSeminarQuote *self);
const char *telaah_seminar_quote_get_words   (TelaahSeminarQuote *self);
void        telaah_seminar_quote_activate    (TelaahSeminarQuote *self);

G_END_DECLS
