/* How often words come: in stretches and outside of them, with stems and without, over sources in several languages.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "analysis/telaah-frequencies.h"

#include <string.h>

/* Texts of one source each, '|' between; what stands in brackets is asked about, the brackets themselves are not of the
 * text. What is expected: word inside outside sources, in the order of the alphabet. */
static const struct
{
  const char *name;
  const char *texts;
  gboolean    all;         /* everything is asked about */
  const char *expected;
} rows[] = {
  { "none", "", TRUE, "" },
  { "one", "laut", TRUE, "laut 1 0 1" },
  { "again", "laut ikan laut", TRUE, "ikan 1 0 1, laut 2 0 1" },
  { "case", "Laut LAUT laut", TRUE, "laut 3 0 1" },
  { "accents", "déjà deja", TRUE, "deja 2 0 1" },
  { "sources", "laut|laut laut|ikan", TRUE, "ikan 1 0 1, laut 3 0 2" },
  { "hyphen", "anak-anak", TRUE, "anak 2 0 1" },
  { "stretch", "laut [ikan laut] padi", FALSE, "ikan 1 0 1, laut 1 1 1, padi 0 1 0" },
  { "cut-at-end", "[laut ik]an", FALSE, "ikan 0 1 0, laut 1 0 1" },
  { "cut-at-start", "la[ut ikan]", FALSE, "ikan 1 0 1, laut 0 1 0" },
  { "two-stretches", "[laut] ikan [laut] ikan", FALSE, "ikan 0 2 0, laut 2 0 1" },
  { "other-source", "[laut] ikan|laut ikan|[ikan]", FALSE, "ikan 1 2 1, laut 1 1 1" },
  { "script", "[Море] море", FALSE, "море 1 1 1" },
  { "numbers", "2021 2021", TRUE, "2021 2 0 1" },
};

/* Reads a text with brackets. */
static TelaahText *
read_text (const char *marked,
           GArray     *inside)
{
  GString *body = g_string_new (NULL);
  guint start = 0, offset = 0;

  for (const char *p = marked; *p != '\0'; p = g_utf8_next_char (p))
    if (*p == '[')
      start = offset;
    else if (*p == ']')
      g_array_append_val (inside, ((TelaahSpan) { start, offset }));
    else
      {
        g_string_append_unichar (body, g_utf8_get_char (p));
        offset++;
      }

  return telaah_text_new (g_string_free (body, FALSE));
}

static void
add_text (TelaahTally   *tally,
          TelaahLexicon *lexicon,
          const char    *marked,
          gboolean       all)
{
  g_autoptr(GArray) inside = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));
  g_autoptr(TelaahText) text = read_text (marked, inside);
  g_autoptr(GArray) words = telaah_words_split (text, (TelaahSpan) { 0, telaah_text_get_characters (text) }, lexicon);

  telaah_tally_begin_source (tally, lexicon, all ? NULL : inside);
  telaah_tally_add (tally, words);
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (((const TelaahTallied *) a)->word, ((const TelaahTallied *) b)->word);
}

static char *
describe (TelaahTally *tally)
{
  g_autoptr(GArray) words = telaah_tally_dup_words (tally);
  GString *all = g_string_new (NULL);

  g_array_sort (words, compare_words);
  for (guint i = 0; i < words->len; i++)
    {
      const TelaahTallied *word = &g_array_index (words, TelaahTallied, i);

      g_string_append_printf (all, "%s%s %u %u %u", i > 0 ? ", " : "", word->word, word->inside, word->outside,
                              word->n_sources);
    }

  return g_string_free (all, FALSE);
}

static void
test_row (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr(TelaahLexicon) lexicon = telaah_lexicon_new (NULL);
  g_autoptr(TelaahTally) tally = telaah_tally_new (FALSE, TRUE);
  g_auto(GStrv) texts = g_strsplit (rows[row].texts, "|", -1);
  g_autofree char *found = NULL;

  for (guint i = 0; texts[i] != NULL; i++)
    add_text (tally, lexicon, texts[i], rows[row].all);
  found = describe (tally);
  g_assert_cmpstr (found, ==, rows[row].expected);
}

/* ---- What a language knows ---- */

static TelaahLexicon *
need_stems (void)
{
  TelaahLexicon *lexicon = telaah_lexicon_new ("en");

  if (telaah_lexicon_get_method (lexicon) != NULL)
    return lexicon;

  telaah_lexicon_free (lexicon);
  g_test_skip ("no stems of English here");
  return NULL;
}

/* The forms of a word count as one, shown by the one that comes most often where one looks. */
static void
test_stems (void)
{
  g_autoptr(TelaahLexicon) lexicon = need_stems ();
  g_autoptr(TelaahTally) tally = telaah_tally_new (TRUE, TRUE);
  g_autofree char *found = NULL;

  if (lexicon == NULL)
    return;

  add_text (tally, lexicon, "[cats cat Cats] cat cat dogs", FALSE);
  add_text (tally, lexicon, "[cat dog] dog", FALSE);
  found = describe (tally);
  g_assert_cmpstr (found, ==, "cat 4 2 2, dog 1 2 1");

  add_text (tally, lexicon, "[cats]", FALSE);
  g_free (found);
  found = describe (tally);
  g_assert_cmpstr (found, ==, "cats 5 2 3, dog 1 2 1");
}

/* Left out of the list, but counted among the words that shares are of. */
static void
test_stop_words (void)
{
  g_autoptr(TelaahLexicon) lexicon = telaah_lexicon_new ("en");
  g_autoptr(TelaahTally) tally = telaah_tally_new (FALSE, FALSE);
  g_autofree char *found = NULL;

  add_text (tally, lexicon, "[the cat and the dog] and the cat", FALSE);
  found = describe (tally);
  g_assert_cmpstr (found, ==, "cat 1 1 1, dog 1 0 1");
  g_assert_cmpuint (telaah_tally_get_inside (tally), ==, 5);
  g_assert_cmpuint (telaah_tally_get_outside (tally), ==, 3);
}

/* A form is one, in capitals, with accents and in two languages: the three of it are more than the two of the other. */
static void
test_faces (void)
{
  g_autoptr(TelaahLexicon) lexicon = need_stems ();
  g_autoptr(TelaahLexicon) british = telaah_lexicon_new ("en-GB");
  g_autoptr(TelaahTally) tally = telaah_tally_new (TRUE, TRUE);
  g_autofree char *found = NULL;

  if (lexicon == NULL)
    return;

  add_text (tally, lexicon, "cat CATS cat cats", TRUE);
  add_text (tally, british, "cats", TRUE);
  found = describe (tally);
  g_assert_cmpstr (found, ==, "cats 5 0 2");
}

/* A word of two languages is one; a stop word of the one may be a word of the other. */
static void
test_languages (void)
{
  g_autoptr(TelaahLexicon) english = telaah_lexicon_new ("en");
  g_autoptr(TelaahLexicon) indonesian = telaah_lexicon_new ("id");
  g_autoptr(TelaahTally) tally = telaah_tally_new (FALSE, FALSE);
  g_autofree char *found = NULL;

  add_text (tally, english, "data yang", TRUE);
  add_text (tally, indonesian, "data yang data", TRUE);
  found = describe (tally);
  g_assert_cmpstr (found, ==, "data 3 0 2, yang 1 0 1");
}

/* A word that the page has broken is what it was. */
static void
test_broken (void)
{
  g_autoptr(TelaahLexicon) lexicon = need_stems ();
  g_autoptr(TelaahTally) tally = telaah_tally_new (FALSE, TRUE);
  g_autofree char *found = NULL;

  if (lexicon == NULL)
    return;
  if (strcmp (telaah_lexicon_get_method (lexicon), "hunspell") != 0)
    {
      g_test_skip ("no dictionary of English here");
      return;
    }

  add_text (tally, lexicon, "secu-\nrity, night-\nnight", TRUE);
  found = describe (tally);
  g_assert_cmpstr (found, ==, "night 2 0 1, security 1 0 1");
}

/* ---- The list ---- */

static void
test_list (void)
{
  static const struct { const char *word; guint count, n_sources; } expected[] = {
    { "laut", 3, 2 }, { "ikan", 2, 1 }, { "padi", 2, 2 }, { "angin", 1, 1 },
  };
  g_autoptr(TelaahLexicon) lexicon = telaah_lexicon_new (NULL);
  g_autoptr(TelaahTally) tally = telaah_tally_new (FALSE, TRUE);
  g_autoptr(GPtrArray) list = NULL;

  add_text (tally, lexicon, "[padi laut laut ikan ikan angin] badai", FALSE);
  add_text (tally, lexicon, "[laut padi] angin badai", FALSE);
  list = telaah_frequencies_list (tally);
  g_assert_cmpuint (list->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < list->len; i++)
    {
      const TelaahFrequency *frequency = list->pdata[i];

      g_assert_cmpstr (frequency->word, ==, expected[i].word);
      g_assert_cmpuint (frequency->count, ==, expected[i].count);
      g_assert_cmpuint (frequency->n_sources, ==, expected[i].n_sources);
      g_assert_cmpfloat_with_epsilon (frequency->per_thousand, 1000.0 * expected[i].count / 8, 1e-9);
    }
}

static void
test_empty (void)
{
  g_autoptr(TelaahTally) tally = telaah_tally_new (TRUE, TRUE);
  g_autoptr(GPtrArray) list = telaah_frequencies_list (tally);

  g_assert_cmpuint (list->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/analysis/frequencies/count/%s", rows[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/analysis/frequencies/stems", test_stems);
  g_test_add_func ("/analysis/frequencies/faces", test_faces);
  g_test_add_func ("/analysis/frequencies/stop-words", test_stop_words);
  g_test_add_func ("/analysis/frequencies/languages", test_languages);
  g_test_add_func ("/analysis/frequencies/broken", test_broken);
  g_test_add_func ("/analysis/frequencies/list", test_list);
  g_test_add_func ("/analysis/frequencies/empty", test_empty);

  return g_test_run ();
}
