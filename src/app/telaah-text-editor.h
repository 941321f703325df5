/* Words edited where they stand: wraps, grows with its text, saves itself in every pause.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/telaah-link.h"

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
 *   "moved"           the caret is elsewhere, or the words around it are
 *
 * Escape brings back what was last set or committed.
 *
 * Signals of a text whose words can be linked, see telaah_text_editor_set_linkable():
 *   "link-wanted" (guint start, guint end)   for these words, by Ctrl+K or the menu; all that was typed is committed,
 *                                            so that the offsets, in code points, are of what the project has
 *   "link-activated" (TelaahLink)            to where it leads: Ctrl and a click, or the menu
 *   "link-removed" (TelaahLink)              by the menu */

GtkWidget  *telaah_text_editor_new              (void);
void        telaah_text_editor_set_text         (TelaahTextEditor *self,
                                                 const char       *text);
char       *telaah_text_editor_dup_text         (TelaahTextEditor *self);
void        telaah_text_editor_set_placeholder  (TelaahTextEditor *self,
                                                 const char       *placeholder);
void        telaah_text_editor_set_label        (TelaahTextEditor *self,
                                                 const char       *label);
void        telaah_text_editor_set_leading      (TelaahTextEditor *self,
                                                 double            leading);
void        telaah_text_editor_edit             (TelaahTextEditor *self,
                                                 gboolean          select_all);
gboolean    telaah_text_editor_is_dirty         (TelaahTextEditor *self);
gboolean    telaah_text_editor_flush            (TelaahTextEditor *self);
void        telaah_text_editor_reject           (TelaahTextEditor *self);
void        telaah_text_editor_forget           (TelaahTextEditor *self);

/* ---- Places, in code points of the words as they stand ---- */

guint       telaah_text_editor_get_cursor       (TelaahTextEditor *self);
void        telaah_text_editor_set_cursor       (TelaahTextEditor *self,
                                                 guint             offset);
TelaahSpan  telaah_text_editor_get_selection    (TelaahTextEditor *self);   /* empty: none */
void        telaah_text_editor_get_place        (TelaahTextEditor *self,    /* of words, for a popover on the editor */
                                                 TelaahSpan        span,
                                                 GdkRectangle     *place);

/* ---- Linked words ---- */

/* (transfer full): what a link leads to, for who points at it. */
typedef char *(*TelaahLinkWords) (TelaahLink *link, gpointer user_data);

void        telaah_text_editor_set_linkable     (TelaahTextEditor *self,
                                                 TelaahLinkWords   words,
                                                 gpointer          user_data);
void        telaah_text_editor_set_links        (TelaahTextEditor *self,
                                                 GPtrArray        *links);
TelaahLink *telaah_text_editor_get_link         (TelaahTextEditor *self);   /* at the caret; borrowed, or NULL */
void        telaah_text_editor_add_popover      (TelaahTextEditor *self,    /* which goes with the editor */
                                                 GtkWidget        *popover);

G_END_DECLS
