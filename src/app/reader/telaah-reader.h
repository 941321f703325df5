/* The Read view: sources and themes, the texts that are open, and the cards of the one that is read.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/reader/telaah-source-page.h"
#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_READER (telaah_reader_get_type ())
G_DECLARE_FINAL_TYPE (TelaahReader, telaah_reader, TELAAH, READER, GtkWidget)

/* Sources are open in tabs, one pane of them or two side by side. Where it says "the page", the one that is read is
 * meant: on show in the active pane.
 *
 * Signals:
 *   "removed" (const char *message)    something went that an undo brings back
 *   "failed" (const char *message)     a verb did not work
 *   "review" (const char *message)     a text is another, and passages have lost their words by it
 *   "source-changed"                   another source is read: another page is, or the page shows another
 *   "split-changed"                    there are two panes, or no longer
 */

void        telaah_reader_set_session       (TelaahReader  *self,
                                             TelaahSession *session);
void        telaah_reader_set_settings      (TelaahReader  *self,
                                             GSettings     *settings);
void        telaah_reader_flush             (TelaahReader  *self);

/* ---- What is read ---- */

TelaahSourcePage *
            telaah_reader_get_page          (TelaahReader  *self);
const char *telaah_reader_get_source        (TelaahReader  *self);
void        telaah_reader_open_source       (TelaahReader  *self,
                                             const char    *source);
void        telaah_reader_open_passage      (TelaahReader  *self,
                                             const char    *source,
                                             const char    *passage);
GVariant   *telaah_reader_get_place         (TelaahReader  *self);
void        telaah_reader_set_place         (TelaahReader  *self,
                                             GVariant      *place);
guint       telaah_reader_get_top           (TelaahReader  *self);
void        telaah_reader_set_top           (TelaahReader  *self,
                                             guint          offset);

/* ---- What a search has found ---- */

void        telaah_reader_set_hits          (TelaahReader  *self,
                                             GHashTable    *hits);
void        telaah_reader_open_hit          (TelaahReader  *self,
                                             const char    *source,
                                             TelaahSpan     span,
                                             GArray        *words);
void        telaah_reader_leave_hit         (TelaahReader  *self);

/* ---- Tabs, and two panes ---- */

void        telaah_reader_open_tab          (TelaahReader  *self,
                                             const char    *source);
void        telaah_reader_open_beside       (TelaahReader  *self,
                                             const char    *source);
guint       telaah_reader_get_n_tabs        (TelaahReader  *self);
gboolean    telaah_reader_close_tab         (TelaahReader  *self);
void        telaah_reader_step_tab          (TelaahReader  *self,
                                             gboolean       forward);
gboolean    telaah_reader_get_split         (TelaahReader  *self);
void        telaah_reader_set_split         (TelaahReader  *self,
                                             gboolean       split);
void        telaah_reader_go_to_other_pane  (TelaahReader  *self);

/* ---- What is around it ---- */

void        telaah_reader_set_panes         (TelaahReader  *self,
                                             gboolean       sidebar,
                                             gboolean       cards);
void        telaah_reader_set_narrow        (TelaahReader  *self,
                                             gboolean       narrow);
void        telaah_reader_set_focus_mode    (TelaahReader  *self,
                                             gboolean       focus_mode);

/* Beside the text, in the place of the cards; "cards" is these. Who adds one keeps it in step with
 * telaah_reader_get_page() at "source-changed". */
void        telaah_reader_add_side          (TelaahReader  *self,
                                             const char    *name,
                                             GtkWidget     *widget);
const char *telaah_reader_get_side          (TelaahReader  *self);
void        telaah_reader_set_side          (TelaahReader  *self,
                                             const char    *name);

/* ---- Commands on the page, as the window's actions and keys have them ---- */

void        telaah_reader_tag_with_digit    (TelaahReader  *self,
                                             guint          digit);
void        telaah_reader_repeat_tag        (TelaahReader  *self);
void        telaah_reader_open_palette      (TelaahReader  *self);
void        telaah_reader_write_note        (TelaahReader  *self);
void        telaah_reader_untag             (TelaahReader  *self);
void        telaah_reader_tag_occurrences   (TelaahReader  *self);
void        telaah_reader_step              (TelaahReader  *self,
                                             gboolean       forward);
void        telaah_reader_step_uncoded      (TelaahReader  *self,
                                             gboolean       forward);
void        telaah_reader_step_of_theme     (TelaahReader  *self,
                                             gboolean       forward);

/* ---- The texts themselves ---- */

void        telaah_reader_show_review       (TelaahReader  *self);
void        telaah_reader_show_contents     (TelaahReader  *self);
void        telaah_reader_show_sources      (TelaahReader  *self);
void        telaah_reader_show_theme        (TelaahReader  *self,
                                             const char    *theme);

G_END_DECLS
