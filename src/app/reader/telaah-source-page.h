/* One source to read and to tag: its text below its head, its bars, its strip, and the commands on it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/reader/telaah-text-view.h"
#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_SOURCE_PAGE (telaah_source_page_get_type ())
G_DECLARE_FINAL_TYPE (TelaahSourcePage, telaah_source_page, TELAAH, SOURCE_PAGE, GtkWidget)

/* The text is read and set when the page is first on the screen, or when a command wants it.
 *
 * Signals:
 *   "active"                          it got the focus
 *   "source-changed"                  it is for another source, or for none
 *   "passage-selected" (const char *id)   NULL: none is
 *   "edit-note" (const char *id)      the note of this passage is to be written, wherever notes are
 *   "tagged" (const char *id)         this passage was tagged here, or gained themes
 *   "visible-changed"                 another part is in sight
 *   "removed" (const char *label)     to say “… removed” with
 *   "done" (const char *message)      a sentence on something that an undo takes back
 *   "review" (const char *message)    the same, and passages have lost their words by it
 *   "failed" (const char *message)    a sentence for a person
 */

GtkWidget      *telaah_source_page_new              (void);
void            telaah_source_page_set_owner        (TelaahSourcePage *self,
                                                     GtkWidget        *owner);
GtkWidget      *telaah_source_page_get_owner        (TelaahSourcePage *self);
void            telaah_source_page_set_session      (TelaahSourcePage *self,
                                                     TelaahSession    *session);
void            telaah_source_page_set_settings     (TelaahSourcePage *self,
                                                     GSettings        *settings);

/* ---- What it shows ---- */

const char     *telaah_source_page_get_source       (TelaahSourcePage *self);
gboolean        telaah_source_page_open_source      (TelaahSourcePage *self,
                                                     const char       *source);
const char     *telaah_source_page_get_passage      (TelaahSourcePage *self);
void            telaah_source_page_select           (TelaahSourcePage *self,
                                                     const char       *passage,
                                                     gboolean          scroll);
void            telaah_source_page_go_to            (TelaahSourcePage *self,
                                                     guint             offset);
void            telaah_source_page_set_hits         (TelaahSourcePage *self,
                                                     GArray           *hits,
                                                     GArray           *current);
void            telaah_source_page_go_to_hit        (TelaahSourcePage *self,
                                                     TelaahSpan        span);
char           *telaah_source_page_dup_selection    (TelaahSourcePage *self);
void            telaah_source_page_get_visible_span (TelaahSourcePage *self,
                                                     TelaahSpan       *span);
guint           telaah_source_page_get_top          (TelaahSourcePage *self);
void            telaah_source_page_set_top          (TelaahSourcePage *self,
                                                     guint             offset);

void            telaah_source_page_set_bare         (TelaahSourcePage *self,
                                                     gboolean          bare);

/* ---- Parts, for who adds to it ---- */

TelaahTextView *telaah_source_page_get_text_view    (TelaahSourcePage *self);
void            telaah_source_page_add_bar          (TelaahSourcePage *self,
                                                     GtkWidget        *bar);
void            telaah_source_page_add_mode         (TelaahSourcePage *self,
                                                     const char       *name,
                                                     GtkWidget        *widget);
const char     *telaah_source_page_get_mode         (TelaahSourcePage *self);
void            telaah_source_page_set_mode         (TelaahSourcePage *self,
                                                     const char       *name);

/* ---- Commands: on the words that are selected, else on the passage that is ---- */

void            telaah_source_page_tag_with         (TelaahSourcePage *self,
                                                     const char       *theme);
void            telaah_source_page_tag_with_all     (TelaahSourcePage *self,
                                                     const char *const *themes);
void            telaah_source_page_tag_with_digit   (TelaahSourcePage *self,
                                                     guint             digit);
void            telaah_source_page_open_palette     (TelaahSourcePage *self);
void            telaah_source_page_retag            (TelaahSourcePage *self,
                                                     const char       *passage);
void            telaah_source_page_write_note       (TelaahSourcePage *self);
void            telaah_source_page_untag            (TelaahSourcePage *self);
void            telaah_source_page_step             (TelaahSourcePage *self,
                                                     gboolean          forward);
void            telaah_source_page_step_uncoded     (TelaahSourcePage *self,
                                                     gboolean          forward);
void            telaah_source_page_step_of_theme    (TelaahSourcePage *self,
                                                     gboolean          forward);
void            telaah_source_page_activate_theme   (TelaahSourcePage *self,
                                                     const char       *theme);

G_END_DECLS
