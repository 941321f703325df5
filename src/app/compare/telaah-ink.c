/* Colours that can be read: a theme's colour as text, on the style in use.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-ink.h"

#include <adwaita.h>
#include <math.h>

/* What WCAG asks of small text, and of text for those who asked for more contrast. */
#define CONTRAST      4.5
#define HIGH_CONTRAST 7.0

static double
luminance (const GdkRGBA *c)
{
  const float channels[3] = { c->red, c->green, c->blue };
  const double weights[3] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;

  for (guint i = 0; i < 3; i++)
    sum += weights[i] * (channels[i] <= 0.04045 ? channels[i] / 12.92
                                                : pow ((channels[i] + 0.055) / 1.055, 2.4));

  return sum;
}

static double
contrast (const GdkRGBA *a,
          const GdkRGBA *b)
{
  double first = luminance (a), second = luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

/**
 * telaah_ink_from_color:
 * @color: `#rrggbb`, of a theme
 * @ink: (out): the same hue, as far towards black or white as it must go to be read on the window's background
 */
void
telaah_ink_from_color (const char *color,
                       GdkRGBA    *ink)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (style);
  double wanted = adw_style_manager_get_high_contrast (style) ? HIGH_CONTRAST : CONTRAST;
  /* The darkest and the lightest ground that text of themes stands on, the shaded first column. */
  const GdkRGBA ground = dark ? (GdkRGBA) { 0.21, 0.21, 0.21, 1 } : (GdkRGBA) { 0.94, 0.94, 0.94, 1 };
  float end = dark ? 1 : 0;

  if (color == NULL || !gdk_rgba_parse (ink, color))
    *ink = (GdkRGBA) { 0.5, 0.5, 0.5, 1 };

  for (guint i = 0; i < 20 && contrast (ink, &ground) < wanted; i++)
    {
      ink->red += (end - ink->red) * 0.1;
      ink->green += (end - ink->green) * 0.1;
      ink->blue += (end - ink->blue) * 0.1;
    }
}

/* From the colour of text to that of what is said in passing. */
void
telaah_ink_dim (GdkRGBA *ink)
{
  ink->alpha *= adw_style_manager_get_high_contrast (adw_style_manager_get_default ()) ? 0.9 : 0.65;
}
