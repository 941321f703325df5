/* A widget whose children stand where they are told to.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TELAAH_TYPE_SEMINAR_CANVAS (telaah_seminar_canvas_get_type ())
G_DECLARE_FINAL_TYPE (TelaahSeminarCanvas, telaah_seminar_canvas, TELAAH, SEMINAR_CANVAS, GtkWidget)

/* Signals:
 *   "resized" (width, height)    before its children are placed: they may be others after it */

GtkWidget *telaah_seminar_canvas_new   (GtkAccessibleRole     role);
void       telaah_seminar_canvas_put   (TelaahSeminarCanvas  *self,
                                        GtkWidget            *child,
                                        const GdkRectangle   *place);
void       telaah_seminar_canvas_clear (TelaahSeminarCanvas  *self);

G_END_DECLS
