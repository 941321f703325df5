/* A note on a card: words to read, or an editor in the same place.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TELAAH_TYPE_CARD_NOTE (telaah_card_note_get_type ())
G_DECLARE_FINAL_TYPE (TelaahCardNote, telaah_card_note, TELAAH, CARD_NOTE, GtkWidget)

/* Signals:
 *   "commit" (text)   as that of TelaahTextEditor; a handler that fails calls telaah_card_note_reject()
 *   "done"            the writer is finished
 *   "wanted"          a click on words that are only to read */

GtkWidget  *telaah_card_note_new         (const char     *note);
const char *telaah_card_note_get_id      (TelaahCardNote *self);
void        telaah_card_note_set_id      (TelaahCardNote *self,
                                          const char     *note);
void        telaah_card_note_set_names   (TelaahCardNote *self,
                                          const char     *name,
                                          const char     *placeholder);
void        telaah_card_note_set_text    (TelaahCardNote *self,
                                          const char     *text,
                                          const char     *byline);
void        telaah_card_note_set_editing (TelaahCardNote *self,
                                          gboolean        editing);
void        telaah_card_note_edit        (TelaahCardNote *self);
gboolean    telaah_card_note_flush       (TelaahCardNote *self);
void        telaah_card_note_reject      (TelaahCardNote *self);

G_END_DECLS
