/* A widget whose children stand where they are told to: the screen of a seminar, and a card on it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/seminar/telaah-seminar-canvas.h"

struct _TelaahSeminarCanvas
{
  GtkWidget parent_instance;

  int       width;
  int       height;
};

G_DEFINE_FINAL_TYPE (TelaahSeminarCanvas, telaah_seminar_canvas, GTK_TYPE_WIDGET)

enum
{
  RESIZED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GQuark place_quark;

/* Its children are made to measure: it takes what it is given. */
static void
telaah_seminar_canvas_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
}

static void
telaah_seminar_canvas_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  TelaahSeminarCanvas *self = TELAAH_SEMINAR_CANVAS (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (self->width != width || self->height != height)
    {
      self->width = width;
      self->height = height;
      g_signal_emit (self, signals[RESIZED], 0, width, height);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GdkRectangle place = *(GdkRectangle *) g_object_get_qdata (G_OBJECT (child), place_quark);
      int minimum;

      if (!gtk_widget_should_layout (child))
        continue;
      if (mirrored)
        place.x = width - place.x - place.width;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      place.width = MAX (place.width, minimum);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place.width, &minimum, NULL, NULL, NULL);
      place.height = MAX (place.height, minimum);
      gtk_widget_size_allocate (child, &place, -1);
    }
}

static void
telaah_seminar_canvas_dispose (GObject *object)
{
  telaah_seminar_canvas_clear (TELAAH_SEMINAR_CANVAS (object));

  G_OBJECT_CLASS (telaah_seminar_canvas_parent_class)->dispose (object);
}

static void
telaah_seminar_canvas_class_init (TelaahSeminarCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_seminar_canvas_dispose;
  widget_class->measure = telaah_seminar_canvas_measure;
  widget_class->size_allocate = telaah_seminar_canvas_size_allocate;

  signals[RESIZED] = g_signal_new ("resized", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  place_quark = g_quark_from_static_string ("telaah-seminar-place");
  gtk_widget_class_set_css_name (widget_class, "seminarcanvas");
}

static void
telaah_seminar_canvas_init (TelaahSeminarCanvas *self)
{
}

GtkWidget *
telaah_seminar_canvas_new (GtkAccessibleRole role)
{
  return g_object_new (TELAAH_TYPE_SEMINAR_CANVAS, "accessible-role", role, NULL);
}

/* @place: from the side where lines begin */
void
telaah_seminar_canvas_put (TelaahSeminarCanvas *self,
                           GtkWidget           *child,
                           const GdkRectangle  *place)
{
  g_return_if_fail (TELAAH_IS_SEMINAR_CANVAS (self));

  g_object_set_qdata_full (G_OBJECT (child), place_quark, g_memdup2 (place, sizeof (*place)), g_free);
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

void
telaah_seminar_canvas_clear (TelaahSeminarCanvas *self)
{
  GtkWidget *child;

  g_return_if_fail (TELAAH_IS_SEMINAR_CANVAS (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
