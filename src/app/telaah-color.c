/* The colours of themes on the screen: a theme has one colour, which is made lighter or darker, with its hue kept,
 * until it can be read on the page of the style.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/telaah-color.h"

#include "formats/telaah-tone.h"

static TelaahTone
tone_from_rgba (const GdkRGBA *color)
{
  return (TelaahTone) { color->red, color->green, color->blue };
}

/**
 * telaah_color_contrast:
 *
 * Returns: the contrast of two opaque colours after WCAG 2, 1 to 21
 */
double
telaah_color_contrast (const GdkRGBA *a,
                       const GdkRGBA *b)
{
  TelaahTone x = tone_from_rgba (a), y = tone_from_rgba (b);

  return telaah_tone_contrast (&x, &y);
}

/**
 * telaah_color_for_style:
 * @hex: the theme's colour, "#rrggbb"
 * @out: (out caller-allocates): the colour for text, lines and, thinned, tints on the page; contrast at least 4.5:1,
 *   in high contrast 7:1
 *
 * Returns: %FALSE, with a grey, where @hex is no colour
 */
gboolean
telaah_color_for_style (const char *hex,
                        gboolean    dark,
                        gboolean    high_contrast,
                        GdkRGBA    *out)
{
  TelaahTone tone = telaah_tone_theme ((TelaahPalette) { dark, high_contrast }, hex), given;

  *out = (GdkRGBA) { tone.red, tone.green, tone.blue, 1 };

  return telaah_tone_parse (hex, &given);
}

struct _TelaahColors
{
  TelaahColorFunc  func;
  gpointer         user_data;
  GDestroyNotify   destroy;

  GHashTable      *known;    /* id -> GdkRGBA */
};

TelaahColors *
telaah_colors_new (void)
{
  TelaahColors *self = g_new0 (TelaahColors, 1);

  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

void
telaah_colors_set_func (TelaahColors    *self,
                        TelaahColorFunc  func,
                        gpointer         user_data,
                        GDestroyNotify   destroy)
{
  if (self->destroy != NULL)
    self->destroy (self->user_data);

  self->func = func;
  self->user_data = user_data;
  self->destroy = destroy;
  telaah_colors_forget (self);
}

void
telaah_colors_free (TelaahColors *self)
{
  telaah_colors_set_func (self, NULL, NULL, NULL);
  g_hash_table_unref (self->known);
  g_free (self);
}

/**
 * telaah_colors_get:
 * @theme: (nullable): %NULL for what is under no theme
 *
 * Returns: (transfer none): the same place for the same theme until telaah_colors_forget()
 */
const GdkRGBA *
telaah_colors_get (TelaahColors *self,
                   const char   *theme)
{
  static const GdkRGBA grey = { 0.5, 0.5, 0.5, 1 };
  GdkRGBA *color;

  if (theme == NULL || self->func == NULL)
    return &grey;

  color = g_hash_table_lookup (self->known, theme);
  if (color == NULL)
    {
      color = g_memdup2 (&grey, sizeof grey);
      self->func (theme, color, self->user_data);
      g_hash_table_insert (self->known, g_strdup (theme), color);
    }

  return color;
}

void
telaah_colors_forget (TelaahColors *self)
{
  g_hash_table_remove_all (self->known);
}
