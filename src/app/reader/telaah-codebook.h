/* A window with the codebook of a project: what its themes mean and how much they are used.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_CODEBOOK (telaah_codebook_get_type ())
G_DECLARE_FINAL_TYPE (TelaahCodebook, telaah_codebook, TELAAH, CODEBOOK, AdwWindow)

/* It uses the actions of the main window: "win.undo", "win.theme-passages", "win.merge-theme", "win.split-theme",
 * "win.write-note", "win.notes-on". */

TelaahCodebook *telaah_codebook_new       (TelaahSession  *session);
gboolean        telaah_codebook_flush     (TelaahCodebook *self);
void            telaah_codebook_tell      (TelaahCodebook *self,
                                           const char     *message);
void            telaah_codebook_tell_undo (TelaahCodebook *self,
                                           const char     *message);

G_END_DECLS
