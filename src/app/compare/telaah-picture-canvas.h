/* A picture of the comparison on the screen: it scrolls, its heads stay in sight, and each of its places can be gone to.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "formats/telaah-picture.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_PICTURE_CANVAS (telaah_picture_canvas_get_type ())
G_DECLARE_FINAL_TYPE (TelaahPictureCanvas, telaah_picture_canvas, TELAAH, PICTURE_CANVAS, GtkWidget)

/* Signal "activated": double click or Enter on the place that telaah_picture_canvas_get_place() names. */

GtkWidget     *telaah_picture_canvas_new         (void);
void           telaah_picture_canvas_take        (TelaahPictureCanvas *self,
                                                  TelaahPicture       *picture);
TelaahPicture *telaah_picture_canvas_get_picture (TelaahPictureCanvas *self);
gboolean       telaah_picture_canvas_get_place   (TelaahPictureCanvas *self,
                                                  TelaahPicturePlace  *place);
void           telaah_picture_canvas_go          (TelaahPictureCanvas *self,
                                                  TelaahPicturePlace   place);

G_END_DECLS
