/* Word forms: folding, stems, stop words, misspellings.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "text/telaah-stemmer.h"

/* ---- Folding ---- */

static const struct
{
  const char *name;
  const char *word;
  const char *folded;
} folds[] = {
  { "case", "PERAN Negara", "peran negara" },
  { "accents", "Élève coöperatie naïve", "eleve cooperatie naive" },
  { "decomposed", "e\314\201le\314\200ve", "eleve" },
  { "stacked", "Việt Nam", "viet nam" },
  { "strokes", "Łódź Øre Đà œuvre Æon", "lodz ore da oeuvre aeon" },
  { "sharp-s", "Straße STRASSE", "strasse strasse" },
  { "turkish", "İSTANBUL ısı", "istanbul isi" },
  { "greek", "ΣΟΦΌΣ σοφός", "σοφοσ σοφοσ" },
  { "ligatures", "ﬁnance eﬀort", "finance effort" },
  { "full-width", "ＡＢＣ１２３", "abc123" },
  { "half-width", "ﾃﾞｼﾞﾀﾙ", "デジタル" },
  { "voiced-marks", "が ガ", "が ガ" },
  { "arabic-points", "مُحَمَّد", "محمد" },
  { "arabic-stretched", "محـــمد", "محمد" },
  { "arabic-alef", "أحمد", "احمد" },
  { "hebrew-points", "שָׁלוֹם", "שלום" },
  { "hindi-vowels", "हिन्दी", "हिन्दी" },
  { "thai-vowels", "ดิจิทัล น้ำ", "ดิจิทัล น้ํา" },
  { "hangul", "\341\204\222\341\205\241\341\206\253", "한" },
  { "apostrophes", "Jum’at Ma‘ruf Quʼran Quʾran", "jum'at ma'ruf qu'ran qu'ran" },
  { "soft-hyphens", "in\302\255for\302\255ma\302\255si", "informasi" },
  { "no-width", "a\342\200\213b\342\200\215c\357\273\277", "abc" },
  { "no-break", "satu\302\240dua", "satu dua" },
  { "emoji", "😀 x", "😀 x" },
  { "nothing", "\314\201\302\255", "" },
  { "empty", "", "" },
};

static void
test_fold (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *folded = telaah_fold_dup (folds[i].word, -1);
  g_autofree char *again = telaah_fold_dup (folded, -1);

  g_assert_cmpstr (folded, ==, folds[i].folded);
  g_assert_cmpstr (again, ==, folded);
}

static void
test_fold_part (void)
{
  g_autofree char *plain = telaah_fold_dup ("PERAN", 3);
  g_autofree char *accented = telaah_fold_dup ("ÉÉÉ", 4);

  g_assert_cmpstr (plain, ==, "per");
  g_assert_cmpstr (accented, ==, "ee");
}

/* ---- Forms ---- */

static void
test_forms (void)
{
  g_autoptr(TelaahLexicon) lexicon = telaah_lexicon_new (NULL);
  guint peran = telaah_lexicon_learn (lexicon, "Peran", -1);
  guint small = telaah_lexicon_learn (lexicon, "peran", -1);
  guint eleve = telaah_lexicon_learn (lexicon, "ÉLÈVE", -1);
  guint plain = telaah_lexicon_learn (lexicon, "eleve", -1);

  g_assert_cmpuint (peran, ==, 1);
  g_assert_cmpuint (small, !=, peran);
  g_assert_cmpuint (eleve, !=, plain);
  g_assert_cmpuint (telaah_lexicon_learn (lexicon, "Perang", 5), ==, peran);
  g_assert_cmpuint (telaah_lexicon_get_n_forms (lexicon), ==, 4);

  /* Equal folded words are one string. */
  g_assert_cmpstr (telaah_lexicon_get_folded (lexicon, peran), ==, "peran");
  g_assert_true (telaah_lexicon_get_folded (lexicon, small) == telaah_lexicon_get_folded (lexicon, peran));
  g_assert_true (telaah_lexicon_get_folded (lexicon, plain) == telaah_lexicon_get_folded (lexicon, eleve));

  g_assert_null (telaah_lexicon_get_method (lexicon));
  g_assert_cmpstr (telaah_lexicon_get_stems (lexicon, peran)[0], ==, "peran");
  g_assert_null (telaah_lexicon_get_stems (lexicon, peran)[1]);
  g_assert_false (telaah_lexicon_is_known (lexicon, peran));
}

/* What was lent stays where it is, however many come. */
static void
test_many_forms (void)
{
  g_autoptr(TelaahLexicon) lexicon = telaah_lexicon_new (NULL);
  guint first = telaah_lexicon_learn (lexicon, "Pertama", -1);
  const char *folded = telaah_lexicon_get_folded (lexicon, first);
  const char *const *stems = telaah_lexicon_get_stems (lexicon, first);

  for (guint i = 0; i < 50000; i++)
    {
      g_autofree char *word = g_strdup_printf ("Kata%u", i);

      g_assert_cmpuint (telaah_lexicon_learn (lexicon, word, -1), ==, i + 2);
    }
  for (guint i = 0; i < 50000; i += 77)
    {
      g_autofree char *word = g_strdup_printf ("Kata%u", i);

      g_assert_cmpuint (telaah_lexicon_learn (lexicon, word, -1), ==, i + 2);
      g_assert_cmpstr (telaah_lexicon_get_folded (lexicon, i + 2) + 1, ==, word + 1);
    }

  g_assert_true (telaah_lexicon_get_folded (lexicon, first) == folded);
  g_assert_true (telaah_lexicon_get_stems (lexicon, first) == stems);
  g_assert_cmpstr (stems[0], ==, "pertama");
}

/* ---- Stems ---- */

static TelaahLexicon *
new_lexicon (const char *language,
             const char *method)
{
  gboolean hunspell = strcmp (method, "hunspell") == 0;
  TelaahLexicon *lexicon = telaah_lexicon_new_with (language, hunspell ? TELAAH_STEMMER_ANY
                                                                       : TELAAH_STEMMER_SNOWBALL);

  if (g_strcmp0 (telaah_lexicon_get_method (lexicon), method) == 0)
    return lexicon;

  telaah_lexicon_free (lexicon);
  g_test_skip (hunspell ? "no Hunspell dictionary of this language is installed" : "built without Snowball");

  return NULL;
}

static const struct
{
  const char *method;
  const char *language;
  const char *stems;      /* word: its stems */
} stems[] = {
  { "hunspell", "id",
    "memanfaatkan: manfaat|Keamanan: aman|KEAMANANNYA: aman|tantangan: tantang|peluang: peluang luang|"
    "Indonesia: indonesia|negaranya: negara|diplomasinya: diplomasi|diplomasinyalah: diplomasi|dipengaruhi: pengaruh|"
    "siapakah: siapa|sibernya: siber|diprediksi: prediksi|memverifikasi: verifikasi|keberlanjutan: lanjut|"
    "mengkomunikasikan: komunikasi|qwxyz: qwxyz|2024: 2024|外交: 外交" },
  { "hunspell", "en",
    "policies: policy|running: running run|tweeted: tweet|Paris: paris|NATO: nato|disinformation: disinform|"
    "cyberattacks: cyberattack|don’t: don't" },
  { "snowball", "en", "running: run|communication: communic|communicate: communic|Policies: polici|sky: sky" },
  { "snowball", "fr-CA", "Nationalités: national|nationale: national|l’état: etat|états: etat" },
  { "snowball", "nb", "husene: hus" },
};

static void
test_stems (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(TelaahLexicon) lexicon = new_lexicon (stems[i].language, stems[i].method);
  g_auto(GStrv) lines = g_strsplit (stems[i].stems, "|", -1);

  for (guint j = 0; lexicon != NULL && lines[j] != NULL; j++)
    {
      g_auto(GStrv) parts = g_strsplit (lines[j], ": ", 2);
      guint form = telaah_lexicon_learn (lexicon, parts[0], -1);
      g_autofree char *found = g_strjoinv (" ", (char **) telaah_lexicon_get_stems (lexicon, form));

      g_test_message ("%s", parts[0]);
      g_assert_cmpstr (found, ==, parts[1]);
    }
}

static void
test_known (void)
{
  g_autoptr(TelaahLexicon) lexicon = new_lexicon ("id", "hunspell");
  static const struct { const char *word; gboolean known; } words[] = {
    { "keamanan", TRUE }, { "KEAMANAN", TRUE }, { "indonesia", TRUE }, { "diplomasinya", TRUE },
    { "kemanan", FALSE }, { "konnflik", FALSE }, { "2024", FALSE },
  };

  for (guint i = 0; lexicon != NULL && i < G_N_ELEMENTS (words); i++)
    {
      guint form = telaah_lexicon_learn (lexicon, words[i].word, -1);

      g_test_message ("%s", words[i].word);
      g_assert_cmpint (telaah_lexicon_is_known (lexicon, form), ==, words[i].known);
    }
}

static gpointer
stem_in_thread (gpointer language)
{
  g_autoptr(TelaahLexicon) lexicon = telaah_lexicon_new (language);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *word = g_strdup_printf ("%s%c%c", i % 2 ? "keamanan" : "communication", 'a' + i % 26, 'a' + i / 26);
      guint form = telaah_lexicon_learn (lexicon, word, -1);

      g_string_append_printf (found, "%s ", telaah_lexicon_get_stems (lexicon, form)[0]);
    }

  return g_string_free (found, FALSE);
}

static void
test_threads (void)
{
  GThread *threads[4];
  g_autofree char *expected = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("stems", stem_in_thread, (gpointer) "id");

  expected = stem_in_thread ((gpointer) "id");
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autofree char *found = g_thread_join (threads[i]);

      g_assert_cmpstr (found, ==, expected);
    }
}

static void
test_stamp (void)
{
  g_autoptr(TelaahLexicon) none = telaah_lexicon_new (NULL);
  g_autoptr(TelaahLexicon) english = telaah_lexicon_new ("en");
  g_autoptr(TelaahLexicon) again = telaah_lexicon_new ("en");
  g_autoptr(TelaahLexicon) snowball = new_lexicon ("en", "snowball");

  g_assert_cmpstr (telaah_lexicon_get_stamp (english), ==, telaah_lexicon_get_stamp (again));
  g_assert_cmpstr (telaah_lexicon_get_stamp (english), !=, telaah_lexicon_get_stamp (none));
  if (snowball != NULL && g_strcmp0 (telaah_lexicon_get_method (english), "hunspell") == 0)
    g_assert_cmpstr (telaah_lexicon_get_stamp (english), !=, telaah_lexicon_get_stamp (snowball));
}

/* Languages that nothing is known of, and what is no language. */
static void
test_strange_languages (void)
{
  static const char *const languages[] = { "", "tlh", "x-private", "und", "-", "../../etc/passwd",
                                           "a-very-long-tag-that-no-registry-has-ever-seen" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr(TelaahLexicon) lexicon = telaah_lexicon_new (languages[i]);
      guint form = telaah_lexicon_learn (lexicon, "Kata", -1);

      g_assert_null (telaah_lexicon_get_method (lexicon));
      g_assert_cmpstr (telaah_lexicon_get_stems (lexicon, form)[0], ==, "kata");
    }
}

/* ---- Stop words ---- */

static void
test_stop_words (void)
{
  static const struct { const char *language; const char *stop; const char *others; } rows[] = {
    { "id", "yang Dan DENGAN adalah", "diplomasi negara peran the" },
    { "ms-MY", "yang dan", "negara" },
    { "en-GB", "The and it’s Don't", "diplomacy yang may-day" },
    { "de", "und für über", "staat" },
    { "fr", "être où l", "état" },
    { "es", "también más", "estado" },
    { "pt-BR", "não são", "estado" },
    { "it", "perché della", "stato-nazione" },
    { "nl", "het een", "staat" },
    { "fi", "", "ja the" },
    { NULL, "", "the yang" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(TelaahLexicon) lexicon = telaah_lexicon_new_with (rows[i].language, 0);
      g_auto(GStrv) stop = g_strsplit (rows[i].stop, " ", -1);
      g_auto(GStrv) others = g_strsplit (rows[i].others, " ", -1);

      for (guint j = 0; stop[j] != NULL; j++)
        {
          g_test_message ("%s: %s", rows[i].language, stop[j]);
          g_assert_true (telaah_lexicon_is_stop_word (lexicon, telaah_lexicon_learn (lexicon, stop[j], -1)));
        }
      for (guint j = 0; others[j] != NULL; j++)
        {
          g_test_message ("%s: %s", rows[i].language, others[j]);
          g_assert_false (telaah_lexicon_is_stop_word (lexicon, telaah_lexicon_learn (lexicon, others[j], -1)));
        }
    }
}

/* ---- Misspellings ---- */

static const struct
{
  const char *language;    /* NULL: without a dictionary */
  const char *word;
  const char *other;
  gboolean    near;
} slips[] = {
  { "id", "kemanan", "keamanan", TRUE },
  { "id", "konnflik", "konflik", TRUE },
  { "id", "bahwasannya", "bahwasanya", TRUE },
  { "id", "desinformasi", "disinformasi", TRUE },
  { "id", "peran", "perang", FALSE },
  { "id", "peran", "peras", FALSE },
  { "id", "keamanan", "kenamaan", FALSE },
  { "id", "informasi", "deformasi", FALSE },
  { NULL, "dan", "dam", FALSE },
  { NULL, "putin", "puttin", TRUE },
  { NULL, "putin", "puitn", TRUE },
  { NULL, "putin", "pustun", FALSE },
  { NULL, "kata", "rata", FALSE },
  { NULL, "diplomasi", "tiplomasi", TRUE },
  { NULL, "diplomasi", "dipolmassi", FALSE },
  { NULL, "disinformasi", "dsinformassi", TRUE },
  { NULL, "disinformasi", "dsinfromassi", FALSE },
  { "id", "diplomat", "diplomacy", FALSE },
  { "id", "desinformasi", "informasi", FALSE },
  { NULL, "sama", "sama", FALSE },
  { NULL, "цифровая", "цифравая", TRUE },
  { NULL, "", "kata", FALSE },
};

static void
test_slip (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(TelaahLexicon) lexicon = slips[i].language != NULL ? new_lexicon (slips[i].language, "hunspell")
                                                               : telaah_lexicon_new (NULL);

  if (lexicon == NULL)
    return;

  g_assert_cmpint (telaah_lexicon_may_be_misspelt (lexicon, slips[i].word, slips[i].other), ==, slips[i].near);
  g_assert_cmpint (telaah_lexicon_may_be_misspelt (lexicon, slips[i].other, slips[i].word), ==, slips[i].near);
}

static void
test_suggestions (void)
{
  g_autoptr(TelaahLexicon) lexicon = new_lexicon ("id", "hunspell");
  g_auto(GStrv) security = NULL;
  g_auto(GStrv) known = NULL;
  g_auto(GStrv) nothing = NULL;

  if (lexicon == NULL)
    return;

  security = telaah_lexicon_dup_suggestions (lexicon, "Kemanan");
  known = telaah_lexicon_dup_suggestions (lexicon, "keamanan");
  nothing = telaah_lexicon_dup_suggestions (lexicon, "");
  g_assert_cmpstr (security[0], ==, "keamanan");
  g_assert_null (known[0]);
  g_assert_null (nothing[0]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (folds); i++)
    {
      g_autofree char *path = g_strdup_printf ("/lexicon/fold/%s", folds[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_fold);
    }
  g_test_add_func ("/lexicon/fold/part", test_fold_part);
  g_test_add_func ("/lexicon/forms", test_forms);
  g_test_add_func ("/lexicon/many-forms", test_many_forms);
  for (guint i = 0; i < G_N_ELEMENTS (stems); i++)
    {
      g_autofree char *path = g_strdup_printf ("/lexicon/stems/%s-%s", stems[i].method, stems[i].language);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_stems);
    }
  g_test_add_func ("/lexicon/known", test_known);
  g_test_add_func ("/lexicon/threads", test_threads);
  g_test_add_func ("/lexicon/stamp", test_stamp);
  g_test_add_func ("/lexicon/strange-languages", test_strange_languages);
  g_test_add_func ("/lexicon/stop-words", test_stop_words);
  for (guint i = 0; i < G_N_ELEMENTS (slips); i++)
    {
      g_autofree char *path = g_strdup_printf ("/lexicon/misspelt/%s-%s", slips[i].word, slips[i].other);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_slip);
    }
  g_test_add_func ("/lexicon/suggestions", test_suggestions);

  return g_test_run ();
}
