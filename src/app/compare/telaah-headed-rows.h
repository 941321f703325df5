/* A long list of rows with whatever stands over and under it, scrolled as one.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/reader/telaah-row-view.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_HEADED_ROWS (telaah_headed_rows_get_type ())
G_DECLARE_FINAL_TYPE (TelaahHeadedRows, telaah_headed_rows, TELAAH, HEADED_ROWS, GtkWidget)

/* Properties: "head" and "foot" (widgets), and those of GtkScrollable. */

GtkWidget     *telaah_headed_rows_get_head  (TelaahHeadedRows   *self);
TelaahRowView *telaah_headed_rows_get_view  (TelaahHeadedRows   *self);
void           telaah_headed_rows_go_to_top (TelaahHeadedRows   *self);
void           telaah_headed_rows_reveal    (TelaahHeadedRows   *self,
                                             GtkWidget          *widget,
                                             const GdkRectangle *area);

G_END_DECLS
