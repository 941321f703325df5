/* Cards below each other, as many widgets as are in sight, however many passages there are.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/reader/telaah-passage-card.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_CARD_VIEW (telaah_card_view_get_type ())
G_DECLARE_FINAL_TYPE (TelaahCardView, telaah_card_view, TELAAH, CARD_VIEW, GtkWidget)

/* Signals:
 *   "setup" (TelaahPassageCard)    a card was made, which will show one passage after another
 *   "selected" (passage id)        by a click or a key, not by telaah_card_view_set_selected()
 *   "activated" (passage id)       a double click, or Enter */

GtkWidget         *telaah_card_view_new           (void);

/* ---- What it shows; positions go through the passages in text order ---- */

void               telaah_card_view_set_passages  (TelaahCardView *self,
                                                   TelaahSession  *session,
                                                   GListModel     *passages);
void               telaah_card_view_sync          (TelaahCardView *self);
void               telaah_card_view_refresh       (TelaahCardView *self);
guint              telaah_card_view_get_n         (TelaahCardView *self);
const char        *telaah_card_view_get_id        (TelaahCardView *self,
                                                   guint           position);
guint              telaah_card_view_find          (TelaahCardView *self,
                                                   const char     *passage);
guint              telaah_card_view_find_offset   (TelaahCardView *self,
                                                   guint           offset);
TelaahPassageCard *telaah_card_view_get_card      (TelaahCardView *self,
                                                   const char     *passage);

/* ---- Selecting and scrolling ---- */

const char        *telaah_card_view_get_selected  (TelaahCardView *self);
void               telaah_card_view_set_selected  (TelaahCardView *self,
                                                   const char     *passage);
void               telaah_card_view_choose        (TelaahCardView *self,
                                                   const char     *passage);
void               telaah_card_view_bring         (TelaahCardView *self,
                                                   const char     *passage);
void               telaah_card_view_bring_to_top  (TelaahCardView *self,
                                                   guint           position);

G_END_DECLS
