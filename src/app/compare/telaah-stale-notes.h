/* What has happened to a cell's evidence since its summary was written: what came, what changed, what went.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_STALE_NOTES (telaah_stale_notes_get_type ())
G_DECLARE_FINAL_TYPE (TelaahStaleNotes, telaah_stale_notes, TELAAH, STALE_NOTES, GtkWidget)

/* Signals: "open-passage" (source, passage), "confirm" (), "rewrite" () */

GtkWidget *telaah_stale_notes_new  (void);
void       telaah_stale_notes_show (TelaahStaleNotes  *self,
                                    TelaahCellChanges *changes);

G_END_DECLS
