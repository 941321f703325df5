/* One theme as a row of the codebook.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/reader/telaah-codebook-lines.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_CODEBOOK_ROW (telaah_codebook_row_get_type ())
G_DECLARE_FINAL_TYPE (TelaahCodebookRow, telaah_codebook_row, TELAAH, CODEBOOK_ROW, GtkWidget)

/* Signals:
 *   "change" (const char *theme, const char *key, const char *value)   as telaah_session_set_theme(); value may be NULL
 *   "wanted" (const char *theme)                                       something on it was opened: it is the one meant */

GtkWidget *telaah_codebook_row_new        (GMenuModel         *menu);
void       telaah_codebook_row_show       (TelaahCodebookRow  *self,
                                           TelaahSession      *session,
                                           TelaahCodebookLine *line,
                                           gboolean            tree);
void       telaah_codebook_row_set_narrow (TelaahCodebookRow  *self,
                                           gboolean            narrow);
void       telaah_codebook_row_rename     (TelaahCodebookRow  *self);
void       telaah_codebook_row_describe   (TelaahCodebookRow  *self);
void       telaah_codebook_row_recolor    (TelaahCodebookRow  *self);
void       telaah_codebook_row_popup      (TelaahCodebookRow  *self);
gboolean   telaah_codebook_row_flush      (TelaahCodebookRow  *self);

G_END_DECLS
