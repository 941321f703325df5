/* A hit with its sentence, or the heading above hits: what a row of the search holds.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/search/telaah-search-rows.h"
#include "app/search/telaah-hit-texts.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_SEARCH_ROW (telaah_search_row_get_type ())
G_DECLARE_FINAL_TYPE (TelaahSearchRow, telaah_search_row, TELAAH, SEARCH_ROW, GtkWidget)

/* Signals: "toggled" (gboolean chosen), by its check */

GtkWidget  *telaah_search_row_new        (void);
void        telaah_search_row_show       (TelaahSearchRow        *self,
                                          TelaahHitTexts         *texts,
                                          const TelaahSearchItem *item,
                                          guint                   room);
const char *telaah_search_row_get_id     (TelaahSearchRow        *self);
void        telaah_search_row_set_chosen (TelaahSearchRow        *self,
                                          gboolean                chosen);

G_END_DECLS
