/* An open end as a row of a list: what is open, where, and a button that mends it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/outline/telaah-open-ends.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_OPEN_END_ROW (telaah_open_end_row_get_type ())
G_DECLARE_FINAL_TYPE (TelaahOpenEndRow, telaah_open_end_row, TELAAH, OPEN_END_ROW, GtkWidget)

/* Signals: "mend" (id of the place), by its button. */

GtkWidget *telaah_open_end_row_new        (void);
void       telaah_open_end_row_show       (TelaahOpenEndRow      *self,
                                           TelaahSession         *session,
                                           const TelaahOpenPlace *place);
GtkWidget *telaah_open_end_row_get_button (TelaahOpenEndRow      *self);

G_END_DECLS
