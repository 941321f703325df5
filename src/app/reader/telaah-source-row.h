/* One source as a row of the sidebar: its name, where it comes from, its themes as a bar, its passages.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/reader/telaah-share-bar.h"
#include "model/telaah-source.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_SOURCE_ROW (telaah_source_row_get_type ())
G_DECLARE_FINAL_TYPE (TelaahSourceRow, telaah_source_row, TELAAH, SOURCE_ROW, GtkListBoxRow)

GtkWidget    *telaah_source_row_new        (void);
TelaahSource *telaah_source_row_get_source (TelaahSourceRow   *self);
void          telaah_source_row_set_source (TelaahSourceRow   *self,
                                            TelaahSource      *source);
void          telaah_source_row_set_counts (TelaahSourceRow   *self,
                                            guint              n_passages,
                                            const TelaahShare *shares,
                                            guint              n_shares,
                                            double             filled,
                                            const char        *in_words);

G_END_DECLS
