/* A drawing as an SVG file: boxes and text, so that it can be searched, and changed in Inkscape.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-drawing-private.h"

#include <math.h>
#include <string.h>

/* Always a point, no more digits than are seen, and no "-0". */
static void
append_number (GString *out,
               double   value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;

  g_ascii_formatd (text, sizeof text, "%.2f", fabs (value) < 0.005 ? 0 : value);
  end = text + strlen (text);
  while (end[-1] == '0')
    *--end = '\0';
  if (end[-1] == '.')
    *--end = '\0';
  g_string_append (out, text);
}

static void
append_attribute (GString    *out,
                  const char *name,
                  double      value)
{
  g_string_append_printf (out, " %s=\"", name);
  append_number (out, value);
  g_string_append_c (out, '"');
}

/* XML knows no way at all to write most control characters. */
static void
append_text (GString    *out,
             const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c == '&')
        g_string_append (out, "&amp;");
      else if (c == '<')
        g_string_append (out, "&lt;");
      else if (c == '>')
        g_string_append (out, "&gt;");
      else if (c == '"')
        g_string_append (out, "&quot;");
      else if ((c >= 0x20 || c == '\n' || c == '\t') && c != 0xfffe && c != 0xffff)
        g_string_append_unichar (out, c);
    }
}

static void
append_element (GString    *out,
                const char *name,
                const char *text)
{
  g_string_append_printf (out, "<%s>", name);
  append_text (out, text);
  g_string_append_printf (out, "</%s>\n", name);
}

static void
append_fill (GString   *out,
             TelaahInk  ink)
{
  TelaahTone tone = telaah_drawing_resolve (ink, (TelaahPalette) { FALSE, FALSE });
  g_autofree char *hex = telaah_tone_to_hex (&tone);

  g_string_append_printf (out, " fill=\"%s\"", hex);
}

static void
append_box (GString           *out,
            const TelaahShape *shape)
{
  g_string_append (out, "<rect");
  append_attribute (out, "x", shape->x);
  append_attribute (out, "y", shape->y);
  append_attribute (out, "width", shape->width);
  append_attribute (out, "height", shape->height);
  if (shape->radius > 0)
    append_attribute (out, "rx", shape->radius);
  append_fill (out, shape->ink);
  g_string_append (out, "/>\n");
}

static void
append_words (TelaahDrawing     *self,
              GString           *out,
              const TelaahShape *shape)
{
  static const char *const anchors[] = { NULL, "middle", "end" };

  g_string_append (out, "<text");
  append_attribute (out, "x", shape->x);
  append_attribute (out, "y", shape->y);
  if (shape->words->scale != 1)
    append_attribute (out, "font-size", self->size * shape->words->scale);
  if (shape->words->bold)
    g_string_append (out, " font-weight=\"600\"");
  if (anchors[shape->align] != NULL)
    g_string_append_printf (out, " text-anchor=\"%s\"", anchors[shape->align]);
  if (shape->turned)
    {
      g_string_append (out, " transform=\"rotate(-90 ");
      append_number (out, shape->x);
      g_string_append_c (out, ' ');
      append_number (out, shape->y);
      g_string_append (out, ")\"");
    }
  append_fill (out, shape->ink);
  g_string_append_c (out, '>');
  append_text (out, shape->words->text);
  g_string_append (out, "</text>\n");
}

static void
append_head (TelaahDrawing *self,
             GString       *out,
             double         width,
             double         height,
             const char    *title,
             const char    *description)
{
  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"");
  append_attribute (out, "width", width);
  append_attribute (out, "height", height);
  g_string_append (out, " viewBox=\"0 0 ");
  append_number (out, width);
  g_string_append_c (out, ' ');
  append_number (out, height);
  g_string_append (out, "\" role=\"img\" font-family=\"");
  append_text (out, self->family);
  g_string_append_c (out, '"');
  append_attribute (out, "font-size", self->size);
  g_string_append (out, ">\n");
  append_element (out, "title", title);
  append_element (out, "desc", description);
  g_string_append (out, "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
}

/**
 * telaah_drawing_to_svg:
 * @title: what the whole is called
 * @description: and what it shows
 *
 * Returns: (transfer full): on white, the same bytes for the same drawing
 */
GBytes *
telaah_drawing_to_svg (TelaahDrawing *self,
                       double         width,
                       double         height,
                       const char    *title,
                       const char    *description)
{
  GString *out = g_string_new (NULL);

  append_head (self, out, width, height, title, description);

  for (guint i = 0; i < self->shapes->len; i++)
    {
      const TelaahShape *shape = &g_array_index (self->shapes, TelaahShape, i);

      switch (shape->kind)
        {
        case TELAAH_SHAPE_BOX:
          append_box (out, shape);
          break;

        case TELAAH_SHAPE_WORDS:
          append_words (self, out, shape);
          break;

        case TELAAH_SHAPE_OPEN:
          g_string_append (out, "<g>");
          append_element (out, "title", shape->words->text);
          break;

        case TELAAH_SHAPE_CLOSE:
          g_string_append (out, "</g>\n");
          break;

        default:
          g_assert_not_reached ();
        }
    }

  g_string_append (out, "</svg>\n");

  return g_string_free_to_bytes (out);
}
