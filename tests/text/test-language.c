/* What language a text seems to be in, where nobody has said it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-stop-words.h"

static const struct
{
  const char *words;
  const char *language;
} texts[] = {
  { "Penelitian ini bermanfaat.", "id" },
  { "Kapal yang datang dari utara tidak dapat bersandar karena ombak, dan mereka menunggu di luar teluk.", "id" },
  { "The ships that came from the north could not land, and so they waited outside the bay.", "en" },
  { "De schepen die uit het noorden kwamen konden niet aanleggen, en zij wachtten buiten de baai.", "nl" },
  { "Die Schiffe, die aus dem Norden kamen, konnten nicht anlegen und warteten vor der Bucht.", "de" },
  { "Les bateaux qui venaient du nord ne pouvaient pas accoster, et ils attendaient dans la baie.", "fr" },
  { "Los barcos que venían del norte no podían atracar, y esperaban fuera de la bahía.", "es" },
  { "Os barcos que vinham do norte não podiam atracar, e esperavam fora da baía.", "pt" },
  { "Le navi che venivano dal nord non potevano attraccare, e aspettavano fuori della baia.", "it" },
  { "", NULL },
  { "Kapal utara", NULL },
  { "Диктатор отменил встречу послов и не сказал почему.", NULL },
  { "12 34 56 78 — 90", NULL },
  { "Jakarta Surabaya Medan Makassar Denpasar Ambon Kupang", NULL },
};

static void
test_guess (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  g_assert_cmpstr (telaah_language_guess (texts[i].words, -1), ==, texts[i].language);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *language = texts[i].language != NULL ? texts[i].language : "none";
      g_autofree char *path = g_strdup_printf ("/language/%u-%s", i, language);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_guess);
    }

  return g_test_run ();
}
