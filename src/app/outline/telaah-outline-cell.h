/* What one source says on one point, in the document: its summary and the quotes that it rests on.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_OUTLINE_CELL (telaah_outline_cell_get_type ())
G_DECLARE_FINAL_TYPE (TelaahOutlineCell, telaah_outline_cell, TELAAH, OUTLINE_CELL, GtkWidget)

GtkWidget  *telaah_outline_cell_new         (TelaahSession     *session,
                                             const char        *point,
                                             const char        *source);
const char *telaah_outline_cell_get_source  (TelaahOutlineCell *self);
void        telaah_outline_cell_show        (TelaahOutlineCell *self,
                                             TelaahCell        *cell);
gboolean    telaah_outline_cell_focus_stale (TelaahOutlineCell *self);
gboolean    telaah_outline_cell_flush       (TelaahOutlineCell *self);
gboolean    telaah_outline_cell_is_kept     (TelaahOutlineCell *self);

G_END_DECLS
