/* The Read view: sources and themes, one text with its passages, and their cards.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_READER (telaah_reader_get_type ())
G_DECLARE_FINAL_TYPE (TelaahReader, telaah_reader, TELAAH, READER, GtkWidget)

/* Signals:
 *   "removed" (const char *message)    something went that an undo brings back
 *   "failed" (const char *message)     a verb did not work
 *   "source-changed"                   another source is shown
 */

void        telaah_reader_set_session       (TelaahReader  *self,
                                             TelaahSession *session);
void        telaah_reader_set_settings      (TelaahReader  *self,
                                             GSettings     *settings);
void        telaah_reader_flush             (TelaahReader  *self);

const char *telaah_reader_get_source        (TelaahReader  *self);
void        telaah_reader_open_source       (TelaahReader  *self,
                                             const char    *source);
void        telaah_reader_open_passage      (TelaahReader  *self,
                                             const char    *source,
                                             const char    *passage);
guint       telaah_reader_get_top           (TelaahReader  *self);
void        telaah_reader_set_top           (TelaahReader  *self,
                                             guint          offset);
void        telaah_reader_set_panes         (TelaahReader  *self,
                                             gboolean       sidebar,
                                             gboolean       cards);

/* Commands, as the window's actions and keys have them. */
void        telaah_reader_tag_with_digit    (TelaahReader  *self,
                                             guint          digit);
void        telaah_reader_open_palette      (TelaahReader  *self);
void        telaah_reader_write_note        (TelaahReader  *self);
void        telaah_reader_untag             (TelaahReader  *self);
void        telaah_reader_step              (TelaahReader  *self,
                                             gboolean       forward);

G_END_DECLS
