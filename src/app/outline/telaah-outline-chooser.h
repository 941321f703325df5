/* Which outline is at hand: a flat menu button with its title, which switches, makes, renames and deletes outlines.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_OUTLINE_CHOOSER (telaah_outline_chooser_get_type ())
G_DECLARE_FINAL_TYPE (TelaahOutlineChooser, telaah_outline_chooser, TELAAH, OUTLINE_CHOOSER, GtkWidget)

/* Signals: "removed" (message), after an outline was deleted, for a toast with Undo; "failed" (message). */

GtkWidget  *telaah_outline_chooser_new         (void);
void        telaah_outline_chooser_set_session (TelaahOutlineChooser   *self,
                                                TelaahSession          *session);
void        telaah_outline_chooser_popup       (TelaahOutlineChooser   *self);
const char *telaah_outline_entry_get_label     (TelaahOutlineEntry     *entry);

G_END_DECLS
