/* Words of a source on the wall, with a line in the colour of their theme; a click goes to where they stand.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/seminar/telaah-seminar-quote.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/telaah-color.h"

/* Of the line, by the size of the body type. */
#define LINE 0.14

struct _TelaahSeminarQuote
{
  GtkWidget  parent_instance;

  char      *passage;
  char      *color;       /* #rrggbb */
  double     size;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (TelaahSeminarQuote, telaah_seminar_quote, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static int
get_edge (TelaahSeminarQuote *self)
{
  return (int) (TELAAH_SEMINAR_QUOTE_EDGE * self->size);
}

static void
telaah_seminar_quote_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  TelaahSeminarQuote *self = TELAAH_SEMINAR_QUOTE (widget);
  int edge = get_edge (self);
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;

  gtk_widget_measure (self->label, orientation, across || for_size < 0 ? -1 : MAX (0, for_size - edge),
                      minimum, natural, NULL, NULL);
  if (across)
    {
      *minimum += edge;
      *natural += edge;
    }
  *minimum_baseline = *natural_baseline = -1;
}

static void
telaah_seminar_quote_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  TelaahSeminarQuote *self = TELAAH_SEMINAR_QUOTE (widget);
  int edge = get_edge (self);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation place = { mirrored ? 0 : edge, 0, width - edge, height };
  int minimum;

  gtk_widget_measure (self->label, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  place.width = MAX (place.width, minimum);
  gtk_widget_size_allocate (self->label, &place, -1);
}

static void
telaah_seminar_quote_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  TelaahSeminarQuote *self = TELAAH_SEMINAR_QUOTE (widget);
  AdwStyleManager *style = adw_style_manager_get_default ();
  float line = (float) MAX (3, (int) (LINE * self->size));
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GdkRGBA color;

  telaah_color_for_style (self->color, adw_style_manager_get_dark (style),
                          adw_style_manager_get_high_contrast (style), &color);
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (mirrored ? gtk_widget_get_width (widget) - line : 0, 0, line,
                                                  gtk_widget_get_height (widget)));

  GTK_WIDGET_CLASS (telaah_seminar_quote_parent_class)->snapshot (widget, snapshot);
}

/* Not claimed before it is released: a press that is dragged away is none. */
static void
released_cb (GtkGesture         *gesture,
             int                 n_press,
             double              x,
             double              y,
             TelaahSeminarQuote *self)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (gtk_widget_contains (GTK_WIDGET (self), x, y))
    telaah_seminar_quote_activate (self);
}

static void
telaah_seminar_quote_dispose (GObject *object)
{
  TelaahSeminarQuote *self = TELAAH_SEMINAR_QUOTE (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (telaah_seminar_quote_parent_class)->dispose (object);
}

static void
telaah_seminar_quote_finalize (GObject *object)
{
  TelaahSeminarQuote *self = TELAAH_SEMINAR_QUOTE (object);

  g_free (self->passage);
  g_free (self->color);

  G_OBJECT_CLASS (telaah_seminar_quote_parent_class)->finalize (object);
}

static void
telaah_seminar_quote_class_init (TelaahSeminarQuoteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_seminar_quote_dispose;
  G_OBJECT_CLASS (klass)->finalize = telaah_seminar_quote_finalize;
  widget_class->measure = telaah_seminar_quote_measure;
  widget_class->size_allocate = telaah_seminar_quote_size_allocate;
  widget_class->snapshot = telaah_seminar_quote_snapshot;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "seminarquote");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
telaah_seminar_quote_init (TelaahSeminarQuote *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  self->label = telaah_seminar_type_label_new (TELAAH_SEMINAR_KIND_QUOTE);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
telaah_seminar_quote_new (const char *passage,
                          const char *color)
{
  TelaahSeminarQuote *self = g_object_new (TELAAH_TYPE_SEMINAR_QUOTE, NULL);

  self->passage = g_strdup (passage);
  self->color = g_strdup (color);

  return GTK_WIDGET (self);
}

void
telaah_seminar_quote_set_words (TelaahSeminarQuote *self,
                                const char         *words,
                                gsize               aside,
                                double              size)
{
  g_return_if_fail (TELAAH_IS_SEMINAR_QUOTE (self));

  self->size = size;
  telaah_seminar_type_set (self->label, TELAAH_SEMINAR_KIND_QUOTE, words, aside, size);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Show in its text"), -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

const char *
telaah_seminar_quote_get_passage (TelaahSeminarQuote *self)
{
  g_return_val_if_fail (TELAAH_IS_SEMINAR_QUOTE (self), NULL);

  return self->passage;
}

const char *
telaah_seminar_quote_get_words (TelaahSeminarQuote *self)
{
  g_return_val_if_fail (TELAAH_IS_SEMINAR_QUOTE (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->label));
}

void
telaah_seminar_quote_activate (TelaahSeminarQuote *self)
{
  g_return_if_fail (TELAAH_IS_SEMINAR_QUOTE (self));

  g_signal_emit (self, signals[ACTIVATED], 0);
}
