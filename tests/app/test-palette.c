/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "app/reader/telaah-palette.h"
#include "app/telaah-color.h"
#include "support/telaah-test-session.h"

#define N_COLORS 16

/* What eyes see that miss one kind of cone, after Machado, Oliveira and Fernandes, "A physiologically-based model for
 * simulation of color vision deficiency" (2009), at full severity, on linear RGB. */
typedef struct
{
  const char *name;
  double      matrix[9];
  double      light;       /* the least that any two of the palette differ by, in Oklab: on a light page, */
  double      dark;        /* on a dark one, */
  double      first;       /* and on a light one the eight that new themes take first */
} Vision;

static const Vision visions[] = {
  { "usual", { 1, 0, 0, 0, 1, 0, 0, 0, 1 }, 0.078, 0.06, 0.105 },
  { "deuteranopia", { 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881 },
    0.045, 0.028, 0.05 },
  { "protanopia", { 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998 },
    0.041, 0.035, 0.069 },
  { "tritanopia", { 1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900 },
    0.031, 0.026, 0.031 },
};

typedef struct { double l, a, b; } Lab;

static double
linearize (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static Lab
see (const Vision  *vision,
     const GdkRGBA *color)
{
  const double rgb[3] = { linearize (color->red), linearize (color->green), linearize (color->blue) };
  double seen[3], l, m, s;

  for (guint i = 0; i < 3; i++)
    {
      const double *row = &vision->matrix[3 * i];

      seen[i] = CLAMP (row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2], 0, 1);
    }

  l = cbrt (0.4122214708 * seen[0] + 0.5363325363 * seen[1] + 0.0514459929 * seen[2]);
  m = cbrt (0.2119034982 * seen[0] + 0.6806995451 * seen[1] + 0.1073969566 * seen[2]);
  s = cbrt (0.0883024619 * seen[0] + 0.2817188376 * seen[1] + 0.6299787005 * seen[2]);

  return (Lab) {
    0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
  };
}

static double
get_least (const Vision *vision,
           guint         n,
           gboolean      dark)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < i; k++)
      {
        GdkRGBA a, b;
        Lab x, y;

        telaah_color_for_style (telaah_palette_get_color (i, NULL), dark, FALSE, &a);
        telaah_color_for_style (telaah_palette_get_color (k, NULL), dark, FALSE, &b);
        x = see (vision, &a);
        y = see (vision, &b);
        least = MIN (least, sqrt (pow (x.l - y.l, 2) + pow (x.a - y.a, 2) + pow (x.b - y.b, 2)));
      }

  return least;
}

static void
test_apart (gconstpointer data)
{
  const Vision *vision = data;

  g_assert_cmpfloat (get_least (vision, N_COLORS, FALSE), >=, vision->light);
  g_assert_cmpfloat (get_least (vision, N_COLORS, TRUE), >=, vision->dark);
  g_assert_cmpfloat (get_least (vision, 8, FALSE), >=, vision->first);
}

/* On a light page they are as they are written. */
static void
test_legible (void)
{
  const GdkRGBA light = TELAAH_COLOR_PAGE_LIGHT, dark = TELAAH_COLOR_PAGE_DARK;
  guint i;

  for (i = 0; telaah_palette_get_color (i, NULL) != NULL; i++)
    {
      const char *hex = telaah_palette_get_color (i, NULL);
      GdkRGBA given, shown;

      g_assert_true (gdk_rgba_parse (&given, hex));
      telaah_color_for_style (hex, FALSE, FALSE, &shown);
      g_assert_true (gdk_rgba_equal (&given, &shown));
      g_assert_cmpfloat (telaah_color_contrast (&shown, &light), >=, 4.5);
      telaah_color_for_style (hex, TRUE, FALSE, &shown);
      g_assert_cmpfloat (telaah_color_contrast (&shown, &dark), >=, 4.5);
      telaah_color_for_style (hex, FALSE, TRUE, &shown);
      g_assert_cmpfloat (telaah_color_contrast (&shown, &light), >=, 7);
      telaah_color_for_style (hex, TRUE, TRUE, &shown);
      g_assert_cmpfloat (telaah_color_contrast (&shown, &dark), >=, 7);
    }
  g_assert_cmpuint (i, ==, N_COLORS);
}

static void
test_names (void)
{
  g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < N_COLORS; i++)
    {
      const char *name = NULL;

      telaah_palette_get_color (i, &name);
      g_assert_true (g_hash_table_add (names, (gpointer) name));
    }
}

/* The session gives new themes the colours that one can choose, in the same order, and begins again. */
static void
test_new_themes (TelaahTestProject *project,
                 gconstpointer      data)
{
  for (guint i = 3; i < N_COLORS + 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("Tema %u", i);
      g_autofree char *id = telaah_session_add_theme (project->session, name, NULL, NULL, NULL, NULL);

      g_assert_cmpstr (telaah_session_get_color (project->session, id), ==, telaah_palette_get_color (i % N_COLORS, NULL));
    }
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (telaah_session_get_color (project->session, project->themes[i]), ==,
                     telaah_palette_get_color (i, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (visions); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/palette/told-apart/%s", visions[i].name);

      g_test_add_data_func (path, &visions[i], test_apart);
    }
  g_test_add_func ("/app/palette/legible", test_legible);
  g_test_add_func ("/app/palette/names", test_names);
  g_test_add ("/app/palette/new-themes", TelaahTestProject, NULL, telaah_test_project_set_up, test_new_themes,
              telaah_test_project_tear_down);

  return g_test_run ();
}
