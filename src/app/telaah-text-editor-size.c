/* How high the words of an editor are, at which width, and how far apart their lines stand.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/telaah-text-editor-private.h"

#include <math.h>

/* A text view's own request is the height it has now, at the width it has now; this is the one
 * it will have. */
static int
measure_text (TelaahTextEditor *self,
              int               width)
{
  g_autofree char *text = telaah_text_editor_dup_text (self);
  g_auto(GStrv) paragraphs = g_strsplit (text, "\n", -1);
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  int height = 0;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_spacing (layout, self->gap * PANGO_SCALE);
  if (width >= 0)
    pango_layout_set_width (layout, width * PANGO_SCALE);

  for (guint i = 0; i == 0 || paragraphs[i] != NULL; i++)
    {
      int paragraph;

      pango_layout_set_text (layout, paragraphs[i] != NULL ? paragraphs[i] : "", -1);
      pango_layout_get_pixel_size (layout, NULL, &paragraph);
      height += paragraph + self->gap;
      if (paragraphs[i] == NULL)
        break;
    }

  return height;
}

void
telaah_text_editor_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  TelaahTextEditor *self = TELAAH_TEXT_EDITOR (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int word = 0;

      /* The longest word of the placeholder must fit; newer GTKs say so aloud. */
      if (gtk_widget_get_visible (self->placeholder))
        gtk_widget_measure (self->placeholder, GTK_ORIENTATION_HORIZONTAL, -1, &word, NULL, NULL, NULL);
      *minimum = MAX (48, word);
      *natural = MAX (240, word);
      return;
    }

  if (self->width != for_size || for_size < 0)
    {
      int placeholder = 0;

      if (gtk_widget_get_visible (self->placeholder))
        gtk_widget_measure (self->placeholder, GTK_ORIENTATION_VERTICAL, for_size, &placeholder, NULL, NULL, NULL);
      self->width = for_size;
      self->height = MAX (measure_text (self, for_size), placeholder);
    }

  *minimum = *natural = self->height;
}

void
telaah_text_editor_forget_size (TelaahTextEditor *self)
{
  self->width = -1;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* The space between lines goes half above and half below, so that one line stands as high as a
 * line of many. */
void
telaah_text_editor_space_lines (TelaahTextEditor *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = PANGO_PIXELS (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);
  if (self->gap == MAX (0, (int) round (height * (self->leading - 1))))
    return;

  self->gap = MAX (0, (int) round (height * (self->leading - 1)));
  gtk_text_view_set_pixels_inside_wrap (GTK_TEXT_VIEW (self->view), self->gap);
  gtk_text_view_set_pixels_above_lines (GTK_TEXT_VIEW (self->view), self->gap / 2);
  gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (self->view), self->gap - self->gap / 2);
  gtk_widget_set_margin_top (self->placeholder, self->gap / 2);
  gtk_widget_set_margin_bottom (self->placeholder, self->gap - self->gap / 2);
}
