/* The mark of a cell's status, ● ◐ ○ ◌, drawn, so that no font can lack it; and its word.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/telaah-cell.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_STATUS_MARK (telaah_status_mark_get_type ())
G_DECLARE_FINAL_TYPE (TelaahStatusMark, telaah_status_mark, TELAAH, STATUS_MARK, GtkWidget)

GtkWidget  *telaah_status_mark_new      (TelaahStatus           status);
void        telaah_status_mark_draw     (GtkSnapshot           *snapshot,
                                         TelaahStatus           status,
                                         const graphene_rect_t *box,
                                         const GdkRGBA         *color);
const char *telaah_status_get_word      (TelaahStatus           status);

G_END_DECLS
