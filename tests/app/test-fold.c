/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-fold.h"

static const struct
{
  const char *name;
  const char *text;
  const char *query;
  gboolean    found;
} cases[] = {
  { "nothing-wanted", "Laut", "  ", TRUE },
  { "case", "KABEL Laut", "kabel lAUT", TRUE },
  { "order", "kabel laut", "laut kabel", TRUE },
  { "part", "kesenjangan", "senjang", TRUE },
  { "all-of-them", "kabel laut", "kabel darat", FALSE },
  { "accents-in-the-text", "Café de la Paix", "cafe", TRUE },
  { "accents-in-the-query", "cafe", "Café", TRUE },
  { "combining", "cafe\314\201", "café", TRUE },
  { "compatibility", "ﬁnal", "final", TRUE },
  { "greek", "ΔΙΠΛΩΜΑΤΊΑ", "διπλωματια", TRUE },
  { "arabic-vowels", "دِبْلُومَاسِيَّة", "دبلوماسية", TRUE },
  { "line-breaks", "kabel\n laut", "kabel laut", TRUE },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *folded = telaah_fold (cases[i].text);
  g_auto(GStrv) words = telaah_fold_words (cases[i].query);

  g_assert_cmpint (telaah_fold_matches (folded, words), ==, cases[i].found);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/fold/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }

  return g_test_run ();
}
