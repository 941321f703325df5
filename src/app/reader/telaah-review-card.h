/* One passage that has lost its words, as a row of the review tray.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_REVIEW_CARD (telaah_review_card_get_type ())
G_DECLARE_FINAL_TYPE (TelaahReviewCard, telaah_review_card, TELAAH, REVIEW_CARD, GtkListBoxRow)

GtkWidget *telaah_review_card_new  (void);
void       telaah_review_card_show (TelaahReviewCard *self,
                                    TelaahSession    *session,
                                    TelaahPassage    *passage,
                                    TelaahText       *text);

G_END_DECLS
