/* One row of a TelaahRowView: the focus goes to the row first, then to what it holds.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TELAAH_TYPE_ROW (telaah_row_get_type ())
G_DECLARE_FINAL_TYPE (TelaahRow, telaah_row, TELAAH, ROW, GtkWidget)

GtkWidget *telaah_row_new          (GtkWidget  *content);
GtkWidget *telaah_row_get_content  (TelaahRow  *self);
void       telaah_row_set_selected (TelaahRow  *self,
                                    gboolean    selected);
void       telaah_row_set_label    (GtkWidget  *content,
                                    const char *label);

G_END_DECLS
