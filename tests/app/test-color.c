/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/telaah-color.h"

#include <gtk/gtk.h>

/* Okabe and Ito's colours, deep ones for white pages, and the ends of the scale. */
static const char *const colors[] = {
  "#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7", "#c04f00",
  "#00795a", "#0b63a8", "#8a4f9e", "#000000", "#ffffff", "#808080", "#ff0000", "#00ff00", "#0000ff",
};

static const struct
{
  const char *name;
  gboolean    dark;
  gboolean    high_contrast;
  double      least;
} styles[] = {
  { "light", FALSE, FALSE, 4.5 },
  { "dark", TRUE, FALSE, 4.5 },
  { "light-high-contrast", FALSE, TRUE, 7 },
  { "dark-high-contrast", TRUE, TRUE, 7 },
};

static double
hue (const GdkRGBA *color)
{
  float h, s, v;

  gtk_rgb_to_hsv (color->red, color->green, color->blue, &h, &s, &v);

  return h * 360;
}

static void
test_legible (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  const GdkRGBA page = styles[i].dark ? TELAAH_COLOR_PAGE_DARK : TELAAH_COLOR_PAGE_LIGHT;

  for (guint k = 0; k < G_N_ELEMENTS (colors); k++)
    {
      GdkRGBA color;

      g_assert_true (telaah_color_for_style (colors[k], styles[i].dark, styles[i].high_contrast, &color));
      g_assert_cmpfloat (telaah_color_contrast (&color, &page), >=, styles[i].least);
    }

  for (guint k = 0; k < 4096; k++)
    {
      g_autofree char *hex = g_strdup_printf ("#%02x%02x%02x", (k & 15) * 17, (k >> 4 & 15) * 17, (k >> 8) * 17);
      GdkRGBA color;

      telaah_color_for_style (hex, styles[i].dark, styles[i].high_contrast, &color);
      g_assert_cmpfloat (telaah_color_contrast (&color, &page), >=, styles[i].least);
    }
}

static void
test_contrast (void)
{
  const GdkRGBA black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 }, grey = { 119 / 255., 119 / 255., 119 / 255., 1 };

  g_assert_cmpfloat_with_epsilon (telaah_color_contrast (&black, &white), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (telaah_color_contrast (&white, &black), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (telaah_color_contrast (&white, &white), 1, 0.001);
  g_assert_cmpfloat_with_epsilon (telaah_color_contrast (&white, &grey), 4.478, 0.001);
}

/* What is legible already stays to the bit; elsewhere the hue stays, near enough to be called the same. */
static void
test_keeps_hue (void)
{
  static const struct { const char *hex; const char *dark; } pairs[] = {
    { "#c04f00", "#ff9a55" }, { "#00795a", "#4fd1a5" }, { "#0b63a8", "#7ab8f5" }, { "#8a4f9e", "#d7a3ea" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      GdkRGBA given, light, dark, wanted;

      g_assert_true (gdk_rgba_parse (&given, pairs[i].hex));
      g_assert_true (gdk_rgba_parse (&wanted, pairs[i].dark));
      telaah_color_for_style (pairs[i].hex, FALSE, FALSE, &light);
      telaah_color_for_style (pairs[i].hex, TRUE, FALSE, &dark);

      g_assert_true (gdk_rgba_equal (&given, &light));
      g_assert_cmpfloat_with_epsilon (hue (&dark), hue (&wanted), 15);
      g_assert_cmpfloat (telaah_color_contrast (&dark, &wanted), <, 1.25);
    }
}

static void
test_no_color (void)
{
  GdkRGBA color;

  g_assert_false (telaah_color_for_style ("teal-ish", FALSE, FALSE, &color));
  g_assert_cmpfloat_with_epsilon (color.red, color.blue, 0.01);
  g_assert_cmpfloat (telaah_color_contrast (&color, &TELAAH_COLOR_PAGE_LIGHT), >=, 4.5);
  g_assert_false (telaah_color_for_style (NULL, TRUE, FALSE, &color));
}

static void
count_cb (const char *theme,
          GdkRGBA    *color,
          gpointer    user_data)
{
  *(guint *) user_data += 1;
  color->red = 1;
}

static void
test_remembered (void)
{
  g_autoptr(TelaahColors) remembered = telaah_colors_new ();
  guint n = 0;

  g_assert_nonnull (telaah_colors_get (remembered, "a"));
  telaah_colors_set_func (remembered, count_cb, &n, NULL);
  g_assert_cmpfloat (telaah_colors_get (remembered, "a")->red, ==, 1);
  g_assert_true (telaah_colors_get (remembered, "a") == telaah_colors_get (remembered, "a"));
  telaah_colors_get (remembered, "b");
  telaah_colors_get (remembered, NULL);
  g_assert_cmpuint (n, ==, 2);

  telaah_colors_forget (remembered);
  telaah_colors_get (remembered, "a");
  g_assert_cmpuint (n, ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/color/legible/%s", styles[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_legible);
    }
  g_test_add_func ("/app/color/contrast", test_contrast);
  g_test_add_func ("/app/color/keeps-hue", test_keeps_hue);
  g_test_add_func ("/app/color/no-color", test_no_color);
  g_test_add_func ("/app/color/remembered", test_remembered);

  return g_test_run ();
}
