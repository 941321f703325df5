/* One note in the list of all: what it is on, what it says, whose it is.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_NOTE_ROW (telaah_note_row_get_type ())
G_DECLARE_FINAL_TYPE (TelaahNoteRow, telaah_note_row, TELAAH, NOTE_ROW, GtkWidget)

/* Signals, each with the id of the note:
 *   "open" (id)           what it is on is wanted
 *   "commit" (id, text)   as that of TelaahTextEditor; a handler that fails calls telaah_note_row_reject()
 *   "done" (id)           the writer has gone
 *   "remove" (id) */

GtkWidget  *telaah_note_row_new       (void);
void        telaah_note_row_show      (TelaahNoteRow *self,
                                       TelaahSession *session,
                                       TelaahNote    *note);
void        telaah_note_row_edit      (TelaahNoteRow *self);
gboolean    telaah_note_row_flush     (TelaahNoteRow *self);
void        telaah_note_row_reject    (TelaahNoteRow *self);

G_END_DECLS
