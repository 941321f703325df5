/* A window with all notes of a project.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_NOTES (telaah_notes_get_type ())
G_DECLARE_FINAL_TYPE (TelaahNotes, telaah_notes, TELAAH, NOTES, AdwWindow)

/* Signals: "open-target" (const char *kind, const char *target), what a note is on is wanted.
 * Its toasts undo with "win.undo". */

TelaahNotes *telaah_notes_new     (TelaahSession *session);
void         telaah_notes_write   (TelaahNotes   *self,
                                   const char    *kind,
                                   const char    *target);
void         telaah_notes_show_on (TelaahNotes   *self,
                                   const char    *kind,
                                   const char    *target);
gboolean     telaah_notes_flush   (TelaahNotes   *self);

G_END_DECLS
