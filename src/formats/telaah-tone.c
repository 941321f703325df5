/* Colours: even steps of one hue for counts, and a theme's colour made lighter or darker, with its hue kept, until it
 * can be read on the page it stands on.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-tone.h"

#include <math.h>
#include <string.h>

/* Oklab, as Björn Ottosson gives it in "A perceptual color space for image processing" (2020),
 * https://bottosson.github.io/posts/oklab/: equal steps of lightness look equal whatever the hue. */
typedef struct { double l, a, b; } Lab;

/* How light a theme of the usual lightness is on a dark page: there its 4.5:1 alone would look dull beside white text.
 * A lighter one is lighter there too, since that is what eyes that miss some hues tell them apart by. */
#define DARK_LIGHTNESS 0.777
#define DARK_LIGHTNESS_HIGH 0.86
#define USUAL_LIGHTNESS 0.52
#define DARK_SPREAD 0.75

/* The scale of counts: the blue of water on a map, from nearly the page to nearly the ink. */
#define TINT_HUE (252 * G_PI / 180)

static const struct { double from, to, from_chroma, to_chroma; } tints[2] = {
  { 0.945, 0.42, 0.022, 0.125 },   /* light: more is darker */
  { 0.335, 0.84, 0.035, 0.095 },   /* dark: more is brighter */
};

static double
linearize (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
compand (double c)
{
  return c <= 0.0031308 ? c * 12.92 : 1.055 * pow (c, 1 / 2.4) - 0.055;
}

static Lab
lab_from_tone (const TelaahTone *tone)
{
  double r = linearize (tone->red), g = linearize (tone->green), b = linearize (tone->blue);
  double l = cbrt (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  double m = cbrt (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  double s = cbrt (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);

  return (Lab) {
    0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
  };
}

/* As light, before it is companded, and perhaps beyond what a screen can show. */
static TelaahTone
linear_from_lab (Lab lab)
{
  double l = lab.l + 0.3963377774 * lab.a + 0.2158037573 * lab.b;
  double m = lab.l - 0.1055613458 * lab.a - 0.0638541728 * lab.b;
  double s = lab.l - 0.0894841775 * lab.a - 1.2914855480 * lab.b;

  l = l * l * l;
  m = m * m * m;
  s = s * s * s;

  return (TelaahTone) {
     4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s,
  };
}

static gboolean
can_be_shown (TelaahTone c)
{
  const double slack = 1e-4;

  return MIN (c.red, MIN (c.green, c.blue)) >= -slack && MAX (c.red, MAX (c.green, c.blue)) <= 1 + slack;
}

/* As colourful as @lab, or else as a screen can show at its lightness. */
static TelaahTone
tone_from_lab (Lab lab)
{
  double low = 0, high = 1;
  TelaahTone c = linear_from_lab (lab);

  if (!can_be_shown (c))
    for (guint i = 0; i < 20; i++)
      {
        double chroma = (low + high) / 2;

        c = linear_from_lab ((Lab) { lab.l, lab.a * chroma, lab.b * chroma });
        if (can_be_shown (c))
          low = chroma;
        else
          high = chroma;
      }

  return (TelaahTone) { compand (CLAMP (c.red, 0, 1)), compand (CLAMP (c.green, 0, 1)), compand (CLAMP (c.blue, 0, 1)) };
}

static TelaahTone
grey (int level)
{
  return (TelaahTone) { level / 255.0, level / 255.0, level / 255.0 };
}

TelaahTone
telaah_tone_page (TelaahPalette palette)
{
  return grey (palette.dark ? 30 : 255);
}

TelaahTone
telaah_tone_text (TelaahPalette palette)
{
  if (palette.high_contrast)
    return grey (palette.dark ? 255 : 0);

  return grey (palette.dark ? 242 : 46);
}

TelaahTone
telaah_tone_quiet (TelaahPalette palette)
{
  if (palette.high_contrast)
    return grey (palette.dark ? 222 : 50);

  return grey (palette.dark ? 165 : 105);
}

TelaahTone
telaah_tone_line (TelaahPalette palette)
{
  if (palette.high_contrast)
    return grey (palette.dark ? 160 : 110);

  return grey (palette.dark ? 68 : 218);
}

/* @share: of the most that there is, 0 to 1; equal steps of it look equally far apart. */
TelaahTone
telaah_tone_tint (TelaahPalette palette,
                  double        share)
{
  guint style = palette.dark ? 1 : 0;
  double lightness, chroma;

  share = CLAMP (share, 0, 1);
  lightness = tints[style].from + (tints[style].to - tints[style].from) * share;
  chroma = tints[style].from_chroma + (tints[style].to_chroma - tints[style].from_chroma) * share;

  return tone_from_lab ((Lab) { lightness, chroma * cos (TINT_HUE), chroma * sin (TINT_HUE) });
}

/* What can be read on @ground: near black or white where that is 4.5:1, else all the way. */
TelaahTone
telaah_tone_on (const TelaahTone *ground)
{
  const TelaahTone dark = grey (20), black = grey (0), white = grey (255);

  if (telaah_tone_contrast (ground, &dark) >= 4.5)
    return dark;

  return telaah_tone_contrast (ground, &white) >= telaah_tone_contrast (ground, &black) ? white : black;
}

/**
 * telaah_tone_parse:
 * @tone: (out):
 *
 * Returns: whether @hex is a colour, "#rrggbb"
 */
gboolean
telaah_tone_parse (const char *hex,
                   TelaahTone *tone)
{
  guint64 value = 0;

  if (hex == NULL || strlen (hex) != 7 || *hex != '#' ||
      !g_ascii_string_to_unsigned (hex + 1, 16, 0, 0xffffff, &value, NULL))
    return FALSE;

  *tone = (TelaahTone) { (value >> 16) / 255.0, (value >> 8 & 0xff) / 255.0, (value & 0xff) / 255.0 };

  return TRUE;
}

/**
 * telaah_tone_theme:
 * @hex: (nullable): the theme's colour, "#rrggbb"; else it is grey
 *
 * Returns: the colour for text, lines and shapes on the page, its hue kept; contrast at least 4.5:1, in high contrast 7:1
 */
TelaahTone
telaah_tone_theme (TelaahPalette  palette,
                   const char    *hex)
{
  const double wanted = palette.high_contrast ? 7 : 4.5;
  TelaahTone page = telaah_tone_page (palette), tone;
  double lightness;
  Lab lab;

  if (!telaah_tone_parse (hex, &tone))
    tone = (TelaahTone) { 0.5, 0.5, 0.5 };

  lab = lab_from_tone (&tone);
  lightness = lab.l;
  if (palette.dark)
    lightness = MAX (lightness, (palette.high_contrast ? DARK_LIGHTNESS_HIGH : DARK_LIGHTNESS) +
                                DARK_SPREAD * (CLAMP (lightness, 0.25, 0.6) - USUAL_LIGHTNESS));
  if (lightness != lab.l)
    {
      lab.l = lightness;
      tone = tone_from_lab (lab);
    }

  for (guint step = 0; step < 200 && telaah_tone_contrast (&tone, &page) < wanted; step++)
    {
      lab.l = CLAMP (lab.l + (palette.dark ? 0.005 : -0.005), 0, 1);
      tone = tone_from_lab (lab);
    }

  return tone;
}

static double
luminance (const TelaahTone *tone)
{
  return 0.2126 * linearize (tone->red) + 0.7152 * linearize (tone->green) + 0.0722 * linearize (tone->blue);
}

/* After WCAG 2, 1 to 21. */
double
telaah_tone_contrast (const TelaahTone *a,
                      const TelaahTone *b)
{
  double x = luminance (a), y = luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

/* Returns: "#rrggbb" */
char *
telaah_tone_to_hex (const TelaahTone *tone)
{
  return g_strdup_printf ("#%02x%02x%02x", (guint) lround (tone->red * 255), (guint) lround (tone->green * 255),
                          (guint) lround (tone->blue * 255));
}
