/* The page of the text: its font, its column, its margins and the header above it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-text-view-private.h"

#include <math.h>

#define TOP_MARGIN     26
#define HEADER_GAP     18
#define BOTTOM_MARGIN  60

#define LINE_HEIGHT    1.7    /* of the size of the font */
#define PARAGRAPH_GAP  0.7

/* What depends on the font: the room between lines, and how wide a column is. */
void
telaah_text_view_measure_font (TelaahTextView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  double size = (double) pango_font_description_get_size (pango_context_get_font_description (context)) / PANGO_SCALE;
  double spacing = self->spacing > 0 ? self->spacing : LINE_HEIGHT;
  int natural = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

  self->column = self->characters * PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics));
  self->line_gap = MAX ((int) round (size * spacing) - natural, 4);
  gtk_text_view_set_pixels_inside_wrap (view, self->line_gap);
  gtk_text_view_set_pixels_below_lines (view, self->line_gap + (self->spaced ? 0 : round (size * PARAGRAPH_GAP)));
  pango_font_metrics_unref (metrics);

  telaah_text_view_style_marks (self);
  telaah_text_view_forget_drawing (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Room below the text: a third of the page, so that the last words can be read higher up than at the very edge; none
 * where the text and its header are in sight whole and there is nothing to scroll. */
int
telaah_text_view_bottom_margin (TelaahTextView *self,
                                int             height)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter end;
  int y, last;

  if (self->text == NULL)
    return 0;

  /* Of a longer text the end is not laid out, nor in sight. */
  if (telaah_text_get_n_bytes (self->text) < TELAAH_TEXT_VIEW_SHORT)
    {
      gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (view), &end);
      gtk_text_view_get_line_yrange (view, &end, &y, &last);
      if (gtk_text_view_get_top_margin (view) + y + last + BOTTOM_MARGIN <= height)
        return 0;
    }

  return MAX (height / 3, BOTTOM_MARGIN);
}

void
telaah_text_view_update_margins (TelaahTextView *self,
                                 int             width,
                                 int             height)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int room = MAX (width - TELAAH_TEXT_VIEW_LEFT - TELAAH_TEXT_VIEW_RIGHT, TELAAH_TEXT_VIEW_LEAST);
  int column = MIN (self->column, room);
  int left = MAX ((width - column) / 2, TELAAH_TEXT_VIEW_LEFT);

  if (left != gtk_text_view_get_left_margin (view) || width != self->width)
    telaah_text_view_forget_drawing (self);

  gtk_text_view_set_left_margin (view, left);
  gtk_text_view_set_right_margin (view, MAX (width - left - column, 0));

  self->header_height = 0;
  if (self->header != NULL && gtk_widget_should_layout (self->header))
    gtk_widget_measure (self->header, GTK_ORIENTATION_VERTICAL, column, NULL, &self->header_height, NULL, NULL);
  gtk_text_view_set_top_margin (view,
                                TOP_MARGIN + (self->header_height > 0 ? self->header_height + HEADER_GAP : 0));

  gtk_text_view_set_bottom_margin (view, telaah_text_view_bottom_margin (self, height));
}

/* As a child of the view itself, not by gtk_text_view_add_overlay(): overlays stay where they are when one
 * scrolls, before GTK 4.19. */
void
telaah_text_view_allocate_header (TelaahTextView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  double scrolled = self->vadjustment != NULL ? gtk_adjustment_get_value (self->vadjustment) : 0;
  int left = gtk_text_view_get_left_margin (view);
  int column = self->width - left - gtk_text_view_get_right_margin (view);
  int minimum;

  if (self->header == NULL || self->width == 0 || !gtk_widget_should_layout (self->header))
    return;

  gtk_widget_measure (self->header, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (self->header, MAX (column, minimum), self->header_height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (left, TOP_MARGIN - round (scrolled))));
}

/**
 * telaah_text_view_set_typography:
 * @family: (nullable): of the font; %NULL: the style sheet's serif
 * @px: its size at a text scale of 1; 0: the style sheet's
 * @characters: wanted in a line; 0: 66
 */
void
telaah_text_view_set_typography (TelaahTextView *self,
                                 const char     *family,
                                 int             px,
                                 int             characters)
{
  static guint serial;
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));
  g_autoptr(GString) css = g_string_new (NULL);
  g_autofree char *escaped = family != NULL ? g_strescape (family, NULL) : NULL;
  char size[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_if_fail (TELAAH_IS_TEXT_VIEW (self));

  if (self->css != NULL)
    gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (self->css));
  g_clear_object (&self->css);
  if (self->css_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->css_class);
  g_clear_pointer (&self->css_class, g_free);

  self->characters = characters > 0 ? characters : TELAAH_TEXT_VIEW_CHARACTERS;

  if (family != NULL || px > 0)
    {
      /* A class of its own, since a provider is for the whole display. Points, since they follow the text scale. */
      self->css_class = g_strdup_printf ("telaah-reading-%u", ++serial);
      g_string_append_printf (css, ".%s {", self->css_class);
      if (family != NULL)
        g_string_append_printf (css, " font-family: \"%s\", serif;", escaped);
      if (px > 0)
        g_string_append_printf (css, " font-size: %spt;", g_ascii_formatd (size, sizeof size, "%.2f", px * 0.75));
      g_string_append (css, " }");

      self->css = gtk_css_provider_new ();
      gtk_css_provider_load_from_data (self->css, css->str, css->len);
      gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (self->css),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
      gtk_widget_add_css_class (GTK_WIDGET (self), self->css_class);
    }

  telaah_text_view_measure_font (self);
}

/* @spacing: from line to line, in sizes of the font; 0: 1.7 */
void
telaah_text_view_set_spacing (TelaahTextView *self,
                              double          spacing)
{
  g_return_if_fail (TELAAH_IS_TEXT_VIEW (self));

  if (spacing == self->spacing)
    return;

  self->spacing = spacing;
  telaah_text_view_measure_font (self);
}
