/* "Insert quote": a popover at the caret of an editor with the evidence that its words may rest on; the one that is
 * chosen is written there, with its reference, as a link to its passage.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/telaah-text-editor.h"
#include "session/telaah-session.h"

G_BEGIN_DECLS

/* By Ctrl+J, once attached. What is refused is told by the action outline.fail. */
void telaah_quote_insert_attach (TelaahTextEditor *editor,
                                 TelaahLinkKind    kind,
                                 TelaahSession    *session,
                                 const char       *point,
                                 const char       *source);
void telaah_quote_insert_open   (TelaahTextEditor *editor);

G_END_DECLS
