/* The passages of a source as a list of cards, beside its text.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_CARD_LIST (telaah_card_list_get_type ())
G_DECLARE_FINAL_TYPE (TelaahCardList, telaah_card_list, TELAAH, CARD_LIST, GtkWidget)

/* Signals, with the id of a passage:
 *   "passage-selected"    by a click or a key, not by telaah_card_list_set_selected()
 *   "passage-activated"   a double click, or Enter
 *   "retag"               its themes are to be changed
 * and:
 *   "removed" (label)     something was taken away: its name, to say "… removed" with
 *   "failed" (message)    a sentence for a person
 *   "note-done"           a note is written, said by a key; its card has the focus */

GtkWidget  *telaah_card_list_new              (void);
void        telaah_card_list_set_session      (TelaahCardList *self,
                                               TelaahSession  *session);
void        telaah_card_list_set_source       (TelaahCardList *self,
                                               const char     *source);
const char *telaah_card_list_get_selected     (TelaahCardList *self);
void        telaah_card_list_set_selected     (TelaahCardList *self,
                                               const char     *passage);
void        telaah_card_list_edit_note        (TelaahCardList *self,
                                               const char     *passage);
void        telaah_card_list_scroll_to_offset (TelaahCardList *self,
                                               guint           offset);
void        telaah_card_list_flush            (TelaahCardList *self);

G_END_DECLS
