/* How often words come, or which are the key words of a theme, as a table with what it is about above.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-word-lists.h"

G_BEGIN_DECLS

/* Property "key-words": of a theme against the rest; else frequencies.
 *
 * Signals:
 *   "open-word" (const char *word, gboolean forms, const char *source)    its places are wanted; @forms: of all its
 *                                                                        forms; @source: NULL: in all
 *   "answered" ()                                                         what it shows is there */
#define TELAAH_TYPE_WORD_COUNTS (telaah_word_counts_get_type ())
G_DECLARE_FINAL_TYPE (TelaahWordCounts, telaah_word_counts, TELAAH, WORD_COUNTS, GtkWidget)

void        telaah_word_counts_set_session (TelaahWordCounts *self,
                                            TelaahSession    *session);   /* once */
GPtrArray  *telaah_word_counts_get_rows    (TelaahWordCounts *self);      /* TelaahFrequency or TelaahKeyWord, in the
                                                                           * order that they are shown in; borrowed */
char       *telaah_word_counts_dup_csv     (TelaahWordCounts *self);
const char *telaah_word_counts_get_theme   (TelaahWordCounts *self);      /* id; NULL: none */
void        telaah_word_counts_set_narrow  (TelaahWordCounts *self,
                                            gboolean          narrow);
void        telaah_word_counts_set_theme   (TelaahWordCounts *self,
                                            const char       *theme);

G_END_DECLS
