/* What the files of the canvas share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/compare/telaah-picture-canvas.h"

G_BEGIN_DECLS

struct _TelaahPictureCanvas
{
  GtkWidget           parent_instance;

  TelaahPicture      *picture;        /* or NULL */
  TelaahPicturePlace  place;          /* that is gone to */
  gboolean            has_place;

  /* Children: one stands on the place; going on, the other takes over with the focus, which is how a screen reader
   * hears of it. */
  GtkWidget          *rings[2];
  guint               ring;

  /* Drawing: what has been laid out for which width and font, and drawn from where. */
  int                 laid_out_width;
  guint               font_serial;
  GskRenderNode      *node;

  /* Scrolling. */
  GtkAdjustment      *adjustments[2]; /* by GtkOrientation */
  guint               policies[2];
  gboolean            updating;
  gboolean            reveal;         /* bring the place into view */
};

/* telaah-picture-canvas.c */
void     telaah_picture_canvas_redraw         (TelaahPictureCanvas *self);

/* telaah-picture-canvas-scroll.c */
void     telaah_picture_canvas_set_adjustment (TelaahPictureCanvas *self,
                                               GtkOrientation       orientation,
                                               GtkAdjustment       *adjustment);
void     telaah_picture_canvas_configure      (TelaahPictureCanvas *self,
                                               double               width,
                                               double               height);

/* telaah-picture-canvas-input.c */
void     telaah_picture_canvas_add_keys       (GtkWidgetClass      *widget_class);
void     telaah_picture_canvas_add_pointer    (TelaahPictureCanvas *self);
gboolean telaah_picture_canvas_find           (TelaahPictureCanvas *self,
                                               double               x,
                                               double               y,
                                               TelaahPicturePlace  *place);
void     telaah_picture_canvas_get_bounds     (TelaahPictureCanvas *self,
                                               TelaahPicturePlace   place,
                                               GdkRectangle        *bounds);

G_END_DECLS
