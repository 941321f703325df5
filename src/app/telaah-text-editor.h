/* Words edited where they stand: wraps, grows with its text, saves itself in every pause.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TELAAH_TYPE_TEXT_EDITOR (telaah_text_editor_get_type ())
G_DECLARE_FINAL_TYPE (TelaahTextEditor, telaah_text_editor, TELAAH, TEXT_EDITOR, GtkWidget)

/* Properties: "text" (read: as it stands, saved or not), "placeholder".
 *
 * Signals:
 *   "commit" (text)   on leaving, Ctrl+Enter, hiding, telaah_text_editor_flush() and a second after the last key,
 *                     where the text differs from what was last set or committed. A handler that could not save it
 *                     calls telaah_text_editor_reject().
 *   "done"            Ctrl+Enter, after the commit: the writer is finished
 *
 * Escape brings back what was last set or committed. */

GtkWidget *telaah_text_editor_new              (void);
void       telaah_text_editor_set_text         (TelaahTextEditor *self,
                                                const char       *text);
char      *telaah_text_editor_dup_text         (TelaahTextEditor *self);
void       telaah_text_editor_set_placeholder  (TelaahTextEditor *self,
                                                const char       *placeholder);
void       telaah_text_editor_set_label        (TelaahTextEditor *self,
                                                const char       *label);
void       telaah_text_editor_set_leading      (TelaahTextEditor *self,
                                                double            leading);
void       telaah_text_editor_edit             (TelaahTextEditor *self,
                                                gboolean          select_all);
gboolean   telaah_text_editor_is_dirty         (TelaahTextEditor *self);
gboolean   telaah_text_editor_flush            (TelaahTextEditor *self);
void       telaah_text_editor_reject           (TelaahTextEditor *self);

G_END_DECLS
