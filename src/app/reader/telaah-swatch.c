/* A dot in the colour of a theme.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-swatch.h"

#define RING 2.5f   /* pixels */

struct _TelaahSwatch
{
  GtkWidget parent_instance;

  GdkRGBA   color;
  gboolean  ring;
};

G_DEFINE_FINAL_TYPE (TelaahSwatch, telaah_swatch, GTK_TYPE_WIDGET)

static void
telaah_swatch_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  TelaahSwatch *self = TELAAH_SWATCH (widget);
  float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  float size = MIN (width, height);
  GskRoundedRect circle;

  gsk_rounded_rect_init_from_rect (&circle, &GRAPHENE_RECT_INIT ((width - size) / 2, (height - size) / 2, size, size),
                                   size / 2);

  if (self->ring)
    {
      gtk_snapshot_append_border (snapshot, &circle, (float[4]) { RING, RING, RING, RING },
                                  (GdkRGBA[4]) { self->color, self->color, self->color, self->color });
      return;
    }

  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_color (snapshot, &self->color, &circle.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
telaah_swatch_class_init (TelaahSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = telaah_swatch_snapshot;

  gtk_widget_class_set_css_name (widget_class, "swatch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
telaah_swatch_init (TelaahSwatch *self)
{
  self->color = (GdkRGBA) { 0.5, 0.5, 0.5, 1 };
}

GtkWidget *
telaah_swatch_new (void)
{
  return g_object_new (TELAAH_TYPE_SWATCH, NULL);
}

/* @color: as it is to be on the screen, see telaah_color_for_style() */
void
telaah_swatch_set (TelaahSwatch  *self,
                   const GdkRGBA *color,
                   gboolean       ring)
{
  g_return_if_fail (TELAAH_IS_SWATCH (self));

  if (gdk_rgba_equal (&self->color, color) && self->ring == ring)
    return;

  self->color = *color;
  self->ring = ring;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
