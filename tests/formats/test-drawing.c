/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-drawing.h"

#include <string.h>

static const TelaahPalette palettes[] = { { FALSE, FALSE }, { FALSE, TRUE }, { TRUE, FALSE }, { TRUE, TRUE } };

/* ---- Colours ---- */

static void
test_tints (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (palettes); i++)
    {
      TelaahTone page = telaah_tone_page (palettes[i]), text = telaah_tone_text (palettes[i]);
      TelaahTone quiet = telaah_tone_quiet (palettes[i]);
      double last = 1;

      g_assert_cmpfloat (telaah_tone_contrast (&text, &page), >=, 7);
      g_assert_cmpfloat (telaah_tone_contrast (&quiet, &page), >=, 4.5);

      for (guint share = 0; share <= 100; share++)
        {
          TelaahTone tint = telaah_tone_tint (palettes[i], share / 100.0), on = telaah_tone_on (&tint);
          double contrast = telaah_tone_contrast (&tint, &page);

          g_assert_cmpfloat (telaah_tone_contrast (&tint, &on), >=, 4.5);
          g_assert_cmpfloat (contrast, >, last);
          last = contrast;
        }
    }
}

static void
test_themes (void)
{
  static const char *const colors[] = { "#ffffff", "#000000", "#f0e442", "#bb5500", "#1e1e1e", "red", "", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (palettes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (colors); j++)
      {
        TelaahTone page = telaah_tone_page (palettes[i]), tone = telaah_tone_theme (palettes[i], colors[j]);

        g_assert_cmpfloat (telaah_tone_contrast (&tone, &page), >=, palettes[i].high_contrast ? 7 : 4.5);
      }
}

static void
test_theme_kept (void)
{
  TelaahTone tone = telaah_tone_theme (palettes[0], "#bb5500");
  g_autofree char *hex = telaah_tone_to_hex (&tone);

  g_assert_cmpstr (hex, ==, "#bb5500");
}

/* ---- Words that fit ---- */

static void
test_fit (void)
{
  g_autoptr(TelaahDrawing) drawing = telaah_drawing_new ("sans-serif", 14);
  const TelaahWordsStyle style = { 1 };
  const char *name = "Forum kawasan e\u0301e\u0301e\u0301e\u0301 dan wilayah lain";
  double full = telaah_drawing_width_of (drawing, name, &style);
  gsize last = 0;

  for (double width = 20; width < full; width += 3)
    {
      g_autofree char *cut = telaah_drawing_fit (drawing, name, &style, width);

      g_assert_true (g_str_has_suffix (cut, "…"));
      g_assert_cmpfloat (telaah_drawing_width_of (drawing, cut, &style), <=, width);
      g_assert_cmpuint (strlen (cut), >=, last);
      g_assert_false (g_str_has_suffix (cut, "e…"));
      last = strlen (cut);
    }

  g_assert_cmpuint (last, >, strlen (name) / 2);
}

static void
test_fit_all (void)
{
  g_autoptr(TelaahDrawing) drawing = telaah_drawing_new ("sans-serif", 14);
  const TelaahWordsStyle style = { 1, TRUE };
  g_autofree char *whole = telaah_drawing_fit (drawing, "two\nlines", &style, 1000);
  g_autofree char *none = telaah_drawing_fit (drawing, "word", &style, 0);
  g_autofree char *empty = telaah_drawing_fit (drawing, "", &style, 0);

  g_assert_cmpstr (whole, ==, "two lines");
  g_assert_cmpstr (none, ==, "…");
  g_assert_cmpstr (empty, ==, "");
}

static void
test_wrap (void)
{
  g_autoptr(TelaahDrawing) drawing = telaah_drawing_new ("sans-serif", 14);
  const TelaahWordsStyle style = { 1 };
  double width = telaah_drawing_width_of (drawing, "one two three", &style);
  g_auto(GStrv) all = telaah_drawing_wrap (drawing, "one two three one two three", &style, width, 3);
  g_auto(GStrv) cut = telaah_drawing_wrap (drawing, "one two three one two three one", &style, width, 2);

  g_assert_cmpuint (g_strv_length (all), ==, 2);
  g_assert_cmpstr (all[0], ==, "one two three");
  g_assert_cmpstr (all[1], ==, "one two three");
  g_assert_cmpuint (g_strv_length (cut), ==, 2);
  g_assert_true (g_str_has_suffix (cut[1], "…"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/formats/tone/tints", test_tints);
  g_test_add_func ("/formats/tone/themes", test_themes);
  g_test_add_func ("/formats/tone/theme-kept", test_theme_kept);
  g_test_add_func ("/formats/drawing/fit", test_fit);
  g_test_add_func ("/formats/drawing/fit-all", test_fit_all);
  g_test_add_func ("/formats/drawing/wrap", test_wrap);

  return g_test_run ();
}
