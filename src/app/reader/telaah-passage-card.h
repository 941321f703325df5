/* One passage as a card: its themes, its quote, its notes, and where it comes from.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_PASSAGE_CARD (telaah_passage_card_get_type ())
G_DECLARE_FINAL_TYPE (TelaahPassageCard, telaah_passage_card, TELAAH, PASSAGE_CARD, GtkWidget)

/* Signals:
 *   "removed" (label)    something was taken away: its name, to say "… removed" with
 *   "failed" (message)   a sentence for a person
 *   "note-done"          a note is written, said by a key; the card has the focus */

GtkWidget     *telaah_passage_card_new          (void);
void           telaah_passage_card_set_session  (TelaahPassageCard *self,
                                                 TelaahSession     *session);
TelaahPassage *telaah_passage_card_get_passage  (TelaahPassageCard *self);
void           telaah_passage_card_set_passage  (TelaahPassageCard *self,
                                                 TelaahPassage     *passage);
void           telaah_passage_card_set_selected (TelaahPassageCard *self,
                                                 gboolean           selected);
void           telaah_passage_card_refresh      (TelaahPassageCard *self);
void           telaah_passage_card_edit_note    (TelaahPassageCard *self);
void           telaah_passage_card_flush        (TelaahPassageCard *self);

G_END_DECLS
