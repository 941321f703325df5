/* How key a word is: the two measures against numbers worked out elsewhere.
 *
 * The likelihoods and ratios below are those of this Python, with a, b, c, d for the words in what is tagged, in the
 * rest, and all words there and there:
 *
 *   from math import log, log2
 *   def g2 (a, b, c, d):
 *       e1, e2 = c * (a + b) / (c + d), d * (a + b) / (c + d)
 *       return 2 * ((a * log (a / e1) if a else 0) + (b * log (b / e2) if b else 0))
 *   def ratio (a, b, c, d):
 *       return log2 (((a or 0.5) / c) / ((b or 0.5) / d))
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "analysis/telaah-key-words.h"

static const struct
{
  const char *name;
  guint       count, rest;
  guint64     n_words, n_rest;
  double      likelihood;
  double      ratio;
} rows[] = {
  { "more-here", 110, 2, 2552, 17000, 428.4580, 8.5172 },
  { "twice", 20, 10, 1000, 1000, 3.3980, 1.0000 },
  { "half", 10, 20, 1000, 1000, 3.3980, -1.0000 },
  { "once", 1, 0, 100, 100000, 13.8175, 10.9658 },
  { "never-here", 0, 50, 1000, 9000, 10.5361, -3.4739 },
  { "never-there", 7, 0, 350, 4650, 37.2296, 7.5392 },
  { "same-share", 10, 100, 1000, 10000, 0.0000, 0.0000 },
  { "neither", 0, 0, 10, 10, 0.0000, 0.0000 },
  { "large", 40000, 1500000, 2000000, 98000000, 2565.3781, 0.3859 },
};

static void
test_row (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  double likelihood = telaah_key_word_get_likelihood (rows[row].count, rows[row].rest, rows[row].n_words,
                                                      rows[row].n_rest);
  double ratio = telaah_key_word_get_ratio (rows[row].count, rows[row].rest, rows[row].n_words, rows[row].n_rest);

  g_assert_cmpfloat_with_epsilon (likelihood, rows[row].likelihood, 0.0005);
  g_assert_cmpfloat_with_epsilon (ratio, rows[row].ratio, 0.0005);
}

/* The table of Dunning 1993: pairs of words in a report of the Union Bank of Switzerland. His test has four cells, which
 * is the word's two and those of all other words: the same formula twice. */
static void
test_dunning (void)
{
  static const struct { guint both, first_alone, second_alone, neither; double likelihood; } pairs[] = {
    { 110, 2442, 111, 29114, 270.72 },   /* the swiss */
    { 29, 13, 123, 31612, 263.90 },      /* can be */
    { 31, 23, 139, 31584, 256.84 },      /* previous year */
    { 10, 0, 3, 31764, 167.23 },         /* mineral water */
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      guint64 n_first = pairs[i].both + pairs[i].first_alone, n_rest = pairs[i].second_alone + pairs[i].neither;
      double likelihood =
        telaah_key_word_get_likelihood (pairs[i].both, pairs[i].second_alone, n_first, n_rest) +
        telaah_key_word_get_likelihood (pairs[i].first_alone, pairs[i].neither, n_first, n_rest);

      g_assert_cmpfloat_with_epsilon (likelihood, pairs[i].likelihood, 0.005);
    }
}

/* What is the same on both sides is no surprise, however often it comes, and both sides are alike in their surprise. */
static void
test_balance (void)
{
  for (guint n = 1; n < 1000000; n *= 7)
    {
      g_assert_cmpfloat_with_epsilon (telaah_key_word_get_likelihood (n, 3 * n, 5 * n, 15 * n), 0, 1e-6);
      g_assert_cmpfloat_with_epsilon (telaah_key_word_get_ratio (n, 3 * n, 5 * n, 15 * n), 0, 1e-9);
      g_assert_cmpfloat_with_epsilon (telaah_key_word_get_likelihood (n, 10, 20 * n, 1000),
                                      telaah_key_word_get_likelihood (10, n, 1000, 20 * n), 1e-6);
    }
}

/* ---- The list ---- */

static GPtrArray *
list (const char *text,
      guint       start,
      guint       end)
{
  g_autoptr(TelaahText) all = telaah_text_new (g_strdup (text));
  g_autoptr(TelaahLexicon) lexicon = telaah_lexicon_new (NULL);
  g_autoptr(GArray) words = telaah_words_split (all, (TelaahSpan) { 0, telaah_text_get_characters (all) }, lexicon);
  g_autoptr(GArray) inside = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));
  g_autoptr(TelaahTally) tally = telaah_tally_new (FALSE, TRUE);
  TelaahSpan span = { start, end };

  g_array_append_val (inside, span);
  telaah_tally_begin_source (tally, lexicon, inside);
  telaah_tally_add (tally, words);

  return telaah_key_words_list (tally);
}

static void
test_list (void)
{
  /* Inside: the first three words, one of them twice. */
  g_autoptr(GPtrArray) words = list ("laut laut ikan padi padi ikan padi", 0, 14);
  static const struct { const char *word; guint count, rest; } expected[] = {
    { "laut", 2, 0 }, { "padi", 0, 3 }, { "ikan", 1, 1 },
  };

  g_assert_cmpuint (words->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < words->len; i++)
    {
      const TelaahKeyWord *word = words->pdata[i];

      g_assert_cmpstr (word->word, ==, expected[i].word);
      g_assert_cmpuint (word->count, ==, expected[i].count);
      g_assert_cmpuint (word->rest, ==, expected[i].rest);
      g_assert_cmpfloat (word->likelihood, ==, telaah_key_word_get_likelihood (word->count, word->rest, 3, 4));
      g_assert_cmpfloat (word->ratio, ==, telaah_key_word_get_ratio (word->count, word->rest, 3, 4));
    }
}

/* Nothing to compare: nothing tagged, or no rest. */
static void
test_no_rest (void)
{
  g_autoptr(GPtrArray) all = list ("laut ikan", 0, 9);
  g_autoptr(GPtrArray) nothing = list ("laut ikan", 0, 3);

  g_assert_cmpuint (all->len, ==, 0);
  g_assert_cmpuint (nothing->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/analysis/key-words/measures/%s", rows[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/analysis/key-words/dunning", test_dunning);
  g_test_add_func ("/analysis/key-words/balance", test_balance);
  g_test_add_func ("/analysis/key-words/list", test_list);
  g_test_add_func ("/analysis/key-words/no-rest", test_no_rest);

  return g_test_run ();
}
