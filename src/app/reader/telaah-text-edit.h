/* The text of a source, to be corrected: its passages and marks go with their words.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/reader/telaah-text-view.h"
#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_TEXT_EDIT (telaah_text_edit_get_type ())
G_DECLARE_FINAL_TYPE (TelaahTextEdit, telaah_text_edit, TELAAH, TEXT_EDIT, GtkWidget)

/* Signals:
 *   "edited" (const char *message, guint review)   the text is another; @review passages have lost their words
 *   "closed" (guint top)                           back to reading, with this at the top; G_MAXUINT: as it was
 *   "failed" (const char *message)
 */

GtkWidget     *telaah_text_edit_new         (void);
gboolean       telaah_text_edit_begin       (TelaahTextEdit  *self,
                                             TelaahSession   *session,
                                             const char      *source,
                                             TelaahTextView  *look,
                                             GError         **error);
const char    *telaah_text_edit_get_source  (TelaahTextEdit  *self);
gboolean       telaah_text_edit_is_changed  (TelaahTextEdit  *self);
guint          telaah_text_edit_get_top     (TelaahTextEdit  *self);
GtkTextBuffer *telaah_text_edit_get_buffer  (TelaahTextEdit  *self);
gboolean       telaah_text_edit_done        (TelaahTextEdit  *self);
void           telaah_text_edit_cancel      (TelaahTextEdit  *self);
void           telaah_text_edit_leave       (TelaahTextEdit  *self);

char          *telaah_text_edit_describe    (const TelaahReplaced *replaced);

G_END_DECLS
