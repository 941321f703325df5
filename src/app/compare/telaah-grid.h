/* The comparison as a grid: points down, sources across, the header and the first column always in sight.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_GRID (telaah_grid_get_type ())
G_DECLARE_FINAL_TYPE (TelaahGrid, telaah_grid, TELAAH, GRID, GtkWidget)

/* A place is a point's id and a source's id; instead of the latter NULL is the point itself, in the first column, and
 * "" its similarities and differences, in the last.
 *
 * Signals:
 *   "cell-selected" (point, source)    the selection has moved; both NULL: there is nothing to select
 *   "cell-activated" (point, source)   double click or Enter
 *   "menu" (x, y)                      right click or the menu key on what is selected; pixels in the grid, doubles
 *
 * Keys that change points are bound to the actions compare.rename, compare.remove, compare.move-up, compare.move-down,
 * compare.nest and compare.lift, where an ancestor has them. */

GtkWidget  *telaah_grid_new          (void);
void        telaah_grid_set_session  (TelaahGrid     *self,
                                      TelaahSession  *session);
void        telaah_grid_set_corner   (TelaahGrid     *self,
                                      GtkWidget      *corner);
const char *telaah_grid_get_point    (TelaahGrid     *self);
const char *telaah_grid_get_source   (TelaahGrid     *self);
gboolean    telaah_grid_select       (TelaahGrid     *self,
                                      const char     *point,
                                      const char     *source);
gboolean    telaah_grid_get_bounds   (TelaahGrid     *self,
                                      GdkRectangle   *bounds);

G_END_DECLS
