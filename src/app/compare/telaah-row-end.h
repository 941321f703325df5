/* The end of a row: what its sources have in common, where they part, which of them each of that cites, and the facts
 * that can be worked out beside it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/telaah-text-editor.h"
#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_ROW_END (telaah_row_end_get_type ())
G_DECLARE_FINAL_TYPE (TelaahRowEnd, telaah_row_end, TELAAH, ROW_END, GtkWidget)

/* Signals:
 *   "show-cell" (source)       of this point
 *   "link-activated" (TelaahLink)
 *   "failed" (message)         a verb was refused; nothing has changed
 *   "done"                     the writer is finished */

GtkWidget        *telaah_row_end_new        (void);
void              telaah_row_end_show       (TelaahRowEnd   *self,
                                             TelaahSession  *session,
                                             const char     *point);
gboolean          telaah_row_end_flush      (TelaahRowEnd   *self);
TelaahTextEditor *telaah_row_end_get_editor (TelaahRowEnd   *self,
                                             TelaahLinkKind  kind);

G_END_DECLS
