/* How a field of the comparison is laid out and drawn: words to Pango layouts, to places, to a render node.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/compare/telaah-grid-face.h"

G_BEGIN_DECLS

/* The words of a face, in the order in which they are read. */
typedef enum
{
  TELAAH_GRID_RUN_TITLE,
  TELAAH_GRID_RUN_ALERT,
  TELAAH_GRID_RUN_COUNT,
  TELAAH_GRID_RUN_BODY,
  TELAAH_GRID_RUN_CITES,
  TELAAH_GRID_RUN_SECOND_TITLE,
  TELAAH_GRID_RUN_SECOND_BODY,
  TELAAH_GRID_RUN_SECOND_CITES,
  TELAAH_GRID_RUN_NOTE,
} TelaahGridRun;

#define TELAAH_N_GRID_RUNS (TELAAH_GRID_RUN_NOTE + 1)

/* Boxes are pixels, as in a left-to-right language; mirrored only when drawn. All zeros: nothing laid out yet. */
typedef struct
{
  PangoLayout    *runs[TELAAH_N_GRID_RUNS];    /* NULL where the face has no such words */
  PangoRectangle  boxes[TELAAH_N_GRID_RUNS];
  GArray         *blocks;                      /* of the quotes; NULL: it has none */
  PangoRectangle  arrow;
  PangoRectangle  mark;                        /* of the status, or the dot of the theme */
  int             width;                       /* that it was laid out for */
  int             height;                      /* that it takes up */
  gboolean        flat;                        /* a point that stands over a column */
} TelaahGridPainting;

gboolean       telaah_grid_painting_lay_out  (TelaahGridPainting   *self,
                                              GtkWidget            *widget,
                                              const TelaahGridFace *face,
                                              int                   width);
void           telaah_grid_painting_clear    (TelaahGridPainting   *self);
GskRenderNode *telaah_grid_painting_draw     (TelaahGridPainting   *self,
                                              GtkWidget            *widget,
                                              const TelaahGridFace *face,
                                              const GdkRGBA        *color);

guint          telaah_grid_painting_find_quote    (TelaahGridPainting   *self,
                                                   double                y);
gboolean       telaah_grid_painting_get_quote_box (TelaahGridPainting   *self,
                                                   guint                 number,
                                                   GdkRectangle         *box);
void           telaah_grid_painting_draw_ring     (TelaahGridPainting   *self,
                                                   GtkWidget            *widget,
                                                   GtkSnapshot          *snapshot,
                                                   guint                 number);

/* telaah-grid-painting-quotes.c */
int            telaah_grid_painting_put_quotes    (TelaahGridPainting   *self,
                                                   GtkWidget            *widget,
                                                   const TelaahGridFace *face,
                                                   int                   y,
                                                   int                   width,
                                                   int                   line);
void           telaah_grid_painting_draw_quotes   (TelaahGridPainting   *self,
                                                   GtkSnapshot          *snapshot,
                                                   const GdkRGBA        *color);

G_END_DECLS
