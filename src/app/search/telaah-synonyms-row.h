/* A group of words that count as one, on one line to edit; below it what is wrong with it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TELAAH_TYPE_SYNONYMS_ROW (telaah_synonyms_row_get_type ())
G_DECLARE_FINAL_TYPE (TelaahSynonymsRow, telaah_synonyms_row, TELAAH, SYNONYMS_ROW, GtkListBoxRow)

/* Signals:
 *   "commit" (gboolean go_on)    the row was left, or with @go_on, Enter was pressed: what was typed is to be written
 *   "remove" ()                  the button was pressed */

GtkWidget  *telaah_synonyms_row_new        (void);
const char *telaah_synonyms_row_get_group  (TelaahSynonymsRow *self);
void        telaah_synonyms_row_set_group  (TelaahSynonymsRow *self,
                                            const char        *group);
void        telaah_synonyms_row_set_words  (TelaahSynonymsRow *self,
                                            const char        *words);
char       *telaah_synonyms_row_dup_words  (TelaahSynonymsRow *self);
guint       telaah_synonyms_row_count      (TelaahSynonymsRow *self);
gboolean    telaah_synonyms_row_is_edited  (TelaahSynonymsRow *self);
void        telaah_synonyms_row_take       (TelaahSynonymsRow *self);
void        telaah_synonyms_row_set_fault  (TelaahSynonymsRow *self,
                                            const char        *fault);

G_END_DECLS
