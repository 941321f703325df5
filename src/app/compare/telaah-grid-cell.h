/* One field of the comparison: a light widget that draws its words itself and is used again for another field.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/compare/telaah-grid-face.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_GRID_CELL (telaah_grid_cell_get_type ())
G_DECLARE_FINAL_TYPE (TelaahGridCell, telaah_grid_cell, TELAAH, GRID_CELL, GtkWidget)

/* Where it stands: a row, or %TELAAH_NO_ROW for the header, and a column. Also the key that the grid finds it by. */
typedef struct
{
  guint row;
  guint column;
} TelaahGridPlace;

GtkWidget             *telaah_grid_cell_new          (TelaahGridKind   kind,
                                                      gboolean         transposed);
TelaahGridKind         telaah_grid_cell_get_kind     (TelaahGridCell  *self);
TelaahGridPlace       *telaah_grid_cell_get_place    (TelaahGridCell  *self);
const TelaahGridFace  *telaah_grid_cell_get_face     (TelaahGridCell  *self);
void                   telaah_grid_cell_take_face    (TelaahGridCell  *self,
                                                      TelaahGridFace  *face);
void                   telaah_grid_cell_set_chosen   (TelaahGridCell  *self,
                                                      gboolean         cursor,
                                                      gboolean         block);
void                   telaah_grid_cell_set_quote    (TelaahGridCell  *self,
                                                      guint            number);
guint                  telaah_grid_cell_find_quote   (TelaahGridCell  *self,
                                                      double           x,
                                                      double           y);
gboolean               telaah_grid_cell_get_quote_box (TelaahGridCell *self,
                                                      guint            number,
                                                      GdkRectangle    *box);
void                   telaah_grid_cell_tell_place   (TelaahGridCell  *self);
void                   telaah_grid_cell_redraw       (TelaahGridCell  *self);
gboolean               telaah_grid_cell_is_arrow     (TelaahGridCell  *self,
                                                      double           x,
                                                      double           y);

G_END_DECLS
