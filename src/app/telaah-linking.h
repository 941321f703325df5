/* Links of an editor's words, as the project has them: shown, made and removed there.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/telaah-text-editor.h"
#include "session/telaah-session.h"

G_BEGIN_DECLS

/* Whoever owns the editor connects to its "link-activated" and goes to the passage, or to the cell of the cited source;
 * the rest is done here. @failed: (nullable) takes the sentence of a verb that was refused. */
typedef void (*TelaahLinkingFailed) (gpointer user_data, const char *message);

void telaah_linking_attach (TelaahTextEditor    *editor,
                            TelaahLinkKind       kind,
                            TelaahLinkingFailed  failed,
                            gpointer             user_data);
void telaah_linking_show   (TelaahTextEditor    *editor,
                            TelaahSession       *session,
                            const char          *point,
                            const char          *source);

G_END_DECLS
