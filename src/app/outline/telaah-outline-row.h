/* A point in the list beside the document: it folds, and is dragged to another place.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_OUTLINE_ROW (telaah_outline_row_get_type ())
G_DECLARE_FINAL_TYPE (TelaahOutlineRow, telaah_outline_row, TELAAH, OUTLINE_ROW, GtkListBoxRow)

/* Signals: "fold", to fold it or unfold it. */

GtkWidget  *telaah_outline_row_new       (TelaahSession    *session);
void        telaah_outline_row_set_point (TelaahOutlineRow *self,
                                          TelaahPoint      *point,
                                          guint             order);
void        telaah_outline_row_set_fold  (TelaahOutlineRow *self,
                                          gboolean          has_points,
                                          gboolean          folded);
const char *telaah_outline_row_get_point (TelaahOutlineRow *self);
guint       telaah_outline_row_get_depth (TelaahOutlineRow *self);
guint       telaah_outline_row_get_order (TelaahOutlineRow *self);
gboolean    telaah_outline_row_can_fold  (TelaahOutlineRow *self,
                                          gboolean          fold);

G_END_DECLS
