/* A table of words and numbers, sorted by any of its columns.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/words/telaah-word-arranging.h"

G_BEGIN_DECLS

/* Signals:
 *   "activated" (const char *word)    a double click, or Enter
 *   "arranged" ()                     what it shows is there */
#define TELAAH_TYPE_WORD_TABLE (telaah_word_table_get_type ())
G_DECLARE_FINAL_TYPE (TelaahWordTable, telaah_word_table, TELAAH, WORD_TABLE, GtkWidget)

GtkWidget *telaah_word_table_new         (void);
void       telaah_word_table_set_columns (TelaahWordTable        *self,
                                          const TelaahWordColumn *columns,   /* static; the first is the word */
                                          guint                   n_columns,
                                          guint                   sorted_by,
                                          const char             *name);     /* to those who can't see it */
void       telaah_word_table_set_rows    (TelaahWordTable        *self,
                                          GPtrArray              *rows,      /* kept */
                                          gboolean                anew);
void       telaah_word_table_set_filter  (TelaahWordTable        *self,
                                          const TelaahWordFilter *filter);
void       telaah_word_table_sort        (TelaahWordTable        *self,
                                          guint                   column,
                                          gboolean                reverse);
void       telaah_word_table_set_narrow  (TelaahWordTable        *self,
                                          gboolean                narrow);   /* no room for bars */
GPtrArray *telaah_word_table_get_shown   (TelaahWordTable        *self);     /* borrowed, in their order */
gboolean   telaah_word_table_is_busy     (TelaahWordTable        *self);

G_END_DECLS
