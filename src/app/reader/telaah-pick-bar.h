/* Above a text: asks for words in it to be selected.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TELAAH_TYPE_PICK_BAR (telaah_pick_bar_get_type ())
G_DECLARE_FINAL_TYPE (TelaahPickBar, telaah_pick_bar, TELAAH, PICK_BAR, GtkWidget)

/* Signals: "picked" (), "cancelled" (); it is hidden by then. */

GtkWidget *telaah_pick_bar_new       (void);
void       telaah_pick_bar_ask       (TelaahPickBar *self,
                                      const char    *words);
void       telaah_pick_bar_set_ready (TelaahPickBar *self,
                                      gboolean       ready);
void       telaah_pick_bar_pick      (TelaahPickBar *self);
void       telaah_pick_bar_cancel    (TelaahPickBar *self);

G_END_DECLS
