/* Colours: even steps of one hue for counts, and a theme's colour made legible on the page it stands on.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* sRGB, 0 to 1. */
typedef struct
{
  double red, green, blue;
} TelaahTone;

/* What a picture is looked at on. */
typedef struct
{
  gboolean dark;
  gboolean high_contrast;
} TelaahPalette;

TelaahTone telaah_tone_page     (TelaahPalette     palette);
TelaahTone telaah_tone_text     (TelaahPalette     palette);
TelaahTone telaah_tone_quiet    (TelaahPalette     palette);   /* text said in passing */
TelaahTone telaah_tone_line     (TelaahPalette     palette);
TelaahTone telaah_tone_tint     (TelaahPalette     palette,
                                 double            share);
TelaahTone telaah_tone_on       (const TelaahTone *ground);
TelaahTone telaah_tone_theme    (TelaahPalette     palette,
                                 const char       *hex);
double     telaah_tone_contrast (const TelaahTone *a,
                                 const TelaahTone *b);
gboolean   telaah_tone_parse    (const char       *hex,
                                 TelaahTone       *tone);
char      *telaah_tone_to_hex   (const TelaahTone *tone);

G_END_DECLS
