/* The colours of themes on the screen: a theme has one colour, which is made lighter or darker, with its hue kept,
 * until it can be read on the page of the style.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/telaah-color.h"

#include <math.h>

/* Oklab, as Björn Ottosson gives it in "A perceptual color space for image processing" (2020),
 * https://bottosson.github.io/posts/oklab/: equal steps of lightness look equal whatever the hue. */
typedef struct { double l, a, b; } Lab;
typedef struct { double r, g, b; } Linear;

/* How light a theme of the usual lightness is on a dark page: there its 4.5:1 alone would look dull beside white text.
 * A lighter one is lighter there too, since that is what eyes that miss some hues tell them apart by. */
#define DARK_LIGHTNESS 0.777
#define DARK_LIGHTNESS_HIGH 0.86
#define USUAL_LIGHTNESS 0.52
#define DARK_SPREAD 0.75

static double
linearize (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
companded (double c)
{
  return c <= 0.0031308 ? c * 12.92 : 1.055 * pow (c, 1 / 2.4) - 0.055;
}

static Lab
lab_from_rgba (const GdkRGBA *color)
{
  double r = linearize (color->red), g = linearize (color->green), b = linearize (color->blue);
  double l = cbrt (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  double m = cbrt (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  double s = cbrt (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);

  return (Lab) {
    0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
  };
}

static Linear
linear_from_lab (Lab lab)
{
  double l = lab.l + 0.3963377774 * lab.a + 0.2158037573 * lab.b;
  double m = lab.l - 0.1055613458 * lab.a - 0.0638541728 * lab.b;
  double s = lab.l - 0.0894841775 * lab.a - 1.2914855480 * lab.b;

  l = l * l * l;
  m = m * m * m;
  s = s * s * s;

  return (Linear) {
     4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s,
  };
}

static gboolean
displayable (Linear c)
{
  const double slack = 1e-4;

  return MIN (c.r, MIN (c.g, c.b)) >= -slack && MAX (c.r, MAX (c.g, c.b)) <= 1 + slack;
}

/* At this lightness with the hue of @lab, as colourful as it was or else as a screen can show. */
static GdkRGBA
rgba_at_lightness (Lab    lab,
                   double lightness)
{
  double low = 0, high = 1;
  Linear c = linear_from_lab ((Lab) { lightness, lab.a, lab.b });

  if (!displayable (c))
    for (guint i = 0; i < 20; i++)
      {
        double chroma = (low + high) / 2;

        c = linear_from_lab ((Lab) { lightness, lab.a * chroma, lab.b * chroma });
        if (displayable (c))
          low = chroma;
        else
          high = chroma;
      }

  return (GdkRGBA) {
    companded (CLAMP (c.r, 0, 1)), companded (CLAMP (c.g, 0, 1)), companded (CLAMP (c.b, 0, 1)), 1
  };
}

static double
luminance (const GdkRGBA *color)
{
  return 0.2126 * linearize (color->red) + 0.7152 * linearize (color->green) + 0.0722 * linearize (color->blue);
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
  double x = luminance (a), y = luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
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
  const GdkRGBA page = dark ? TELAAH_COLOR_PAGE_DARK : TELAAH_COLOR_PAGE_LIGHT;
  const double wanted = high_contrast ? 7 : 4.5;
  GdkRGBA color;
  gboolean valid = hex != NULL && gdk_rgba_parse (&color, hex);
  Lab lab;
  double lightness;

  if (!valid)
    color = (GdkRGBA) { 0.5, 0.5, 0.5, 1 };

  color.alpha = 1;
  lab = lab_from_rgba (&color);
  lightness = lab.l;

  if (dark)
    lightness = MAX (lightness, (high_contrast ? DARK_LIGHTNESS_HIGH : DARK_LIGHTNESS) +
                                DARK_SPREAD * (CLAMP (lightness, 0.25, 0.6) - USUAL_LIGHTNESS));
  if (lightness != lab.l)
    color = rgba_at_lightness (lab, lightness);

  while (telaah_color_contrast (&color, &page) < wanted && lightness > 0 && lightness < 1)
    {
      lightness += dark ? 0.005 : -0.005;
      color = rgba_at_lightness (lab, CLAMP (lightness, 0, 1));
    }

  *out = color;

  return valid;
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
