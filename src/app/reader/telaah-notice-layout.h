/* Words with buttons behind them, or below them where there is little room.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TELAAH_TYPE_NOTICE_LAYOUT (telaah_notice_layout_get_type ())
G_DECLARE_FINAL_TYPE (TelaahNoticeLayout, telaah_notice_layout, TELAAH, NOTICE_LAYOUT, GtkLayoutManager)

/* The first child are the words; all others stand in a row at the end. */
GtkLayoutManager *telaah_notice_layout_new (void);

G_END_DECLS
