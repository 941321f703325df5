/* How a picture on the screen is scrolled.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-picture-canvas-private.h"

#include <math.h>

static void
scrolled_cb (TelaahPictureCanvas *self)
{
  if (self->updating)
    return;

  telaah_picture_canvas_redraw (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
telaah_picture_canvas_set_adjustment (TelaahPictureCanvas *self,
                                      GtkOrientation       orientation,
                                      GtkAdjustment       *adjustment)
{
  GtkAdjustment *old = self->adjustments[orientation];

  if (adjustment != NULL && adjustment == old)
    return;

  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);

  if (old != NULL)
    {
      g_signal_handlers_disconnect_by_func (old, scrolled_cb, self);
      g_object_unref (old);
    }

  self->adjustments[orientation] = g_object_ref_sink (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
configure (TelaahPictureCanvas *self,
           GtkOrientation       orientation,
           double               size,
           double               view)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double upper = MAX (ceil (size), view);

  gtk_adjustment_configure (adjustment, CLAMP (gtk_adjustment_get_value (adjustment), 0, upper - view), 0, upper,
                            view * 0.1, view * 0.9, view);
}

/* How far along @orientation one must scroll for [from, from + size) to be seen beside the heads. */
static void
reveal_along (TelaahPictureCanvas *self,
              GtkOrientation       orientation,
              double               from,
              double               size,
              double               head)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double value = gtk_adjustment_get_value (adjustment), page = gtk_adjustment_get_page_size (adjustment);

  if (from + size > value + page)
    value = from + size - page;
  if (from < value + head)
    value = from - head;

  gtk_adjustment_set_value (adjustment, value);
}

static void
reveal (TelaahPictureCanvas *self)
{
  TelaahPictureArea area;
  double left, top;

  if (!telaah_picture_locate (self->picture, self->place, &area))
    return;

  telaah_picture_get_heads (self->picture, &left, &top);
  if (self->place.column >= 0)
    reveal_along (self, GTK_ORIENTATION_HORIZONTAL, area.x, area.width, left);
  reveal_along (self, GTK_ORIENTATION_VERTICAL, area.y, area.height, top);
}

/* For a picture of this size, in the widget as it has just been allocated; and brings into view what is to be. */
void
telaah_picture_canvas_configure (TelaahPictureCanvas *self,
                                 double               width,
                                 double               height)
{
  self->updating = TRUE;
  configure (self, GTK_ORIENTATION_HORIZONTAL, width, gtk_widget_get_width (GTK_WIDGET (self)));
  configure (self, GTK_ORIENTATION_VERTICAL, height, gtk_widget_get_height (GTK_WIDGET (self)));
  if (self->reveal && self->has_place)
    reveal (self);
  self->reveal = FALSE;
  self->updating = FALSE;
}
