/* Key words: those that come much more often, or much more seldom, in some stretches than in the rest.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "analysis/telaah-key-words.h"

#include <math.h>
#include <string.h>

void
telaah_key_word_free (TelaahKeyWord *self)
{
  g_free (self->word);
  g_free (self);
}

/* What a word adds to the likelihood; x ln x goes to nothing where x does. */
static double
weigh (double observed,
       double expected)
{
  return observed > 0 ? observed * log (observed / expected) : 0;
}

/**
 * telaah_key_word_get_likelihood:
 *
 * How surprising it is that a word comes @count times among @n_words words and @rest times among @n_rest, if it were as
 * frequent in both: the log-likelihood statistic of T. Dunning, "Accurate Methods for the Statistics of Surprise and
 * Coincidence", Computational Linguistics 19 (1993), in the form with two cells of P. Rayson and R. Garside,
 * "Comparing Corpora Using Frequency Profiling", Workshop on Comparing Corpora (2000). With a, b, c, d in the order of
 * the arguments:
 *
 *   E1 = c (a + b) / (c + d)        E2 = d (a + b) / (c + d)
 *   G2 = 2 (a ln (a / E1) + b ln (b / E2))
 *
 * Returns: G2, which follows the chi-squared distribution of one degree of freedom; never below 0
 */
double
telaah_key_word_get_likelihood (guint   count,
                                guint   rest,
                                guint64 n_words,
                                guint64 n_rest)
{
  double share = ((double) count + rest) / ((double) n_words + n_rest);

  if (count == 0 && rest == 0)
    return 0;

  return MAX (0, 2 * (weigh (count, n_words * share) + weigh (rest, n_rest * share)));
}

/**
 * telaah_key_word_get_ratio:
 *
 * How much more frequent a word is, whatever the size of the samples: A. Hardie, "Log Ratio: An Informal Introduction"
 * (2014). With a, b, c, d in the order of the arguments:
 *
 *   log2 ((a / c) / (b / d))        0.5 in place of an a or b of 0
 *
 * Returns: 1 where it is twice as frequent, 2 where four times, -1 where half as frequent
 */
double
telaah_key_word_get_ratio (guint   count,
                           guint   rest,
                           guint64 n_words,
                           guint64 n_rest)
{
  double here = (count > 0 ? count : 0.5) / n_words, there = (rest > 0 ? rest : 0.5) / n_rest;

  return log2 (here / there);
}

static int
compare_key_words (gconstpointer a,
                   gconstpointer b)
{
  const TelaahKeyWord *ka = *(const TelaahKeyWord *const *) a, *kb = *(const TelaahKeyWord *const *) b;

  if (ka->likelihood != kb->likelihood)
    return ka->likelihood > kb->likelihood ? -1 : 1;
  if (ka->ratio != kb->ratio)
    return ka->ratio > kb->ratio ? -1 : 1;

  return strcmp (ka->word, kb->word);
}

/**
 * telaah_key_words_list:
 *
 * Returns: (transfer full) (element-type TelaahKeyWord): every word of @tally, the greatest likelihood first; none where
 *   there is nothing inside or nothing outside: then there is nothing to compare
 */
GPtrArray *
telaah_key_words_list (TelaahTally *tally)
{
  guint64 n_words = telaah_tally_get_inside (tally), n_rest = telaah_tally_get_outside (tally);
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_key_word_free);
  g_autoptr(GArray) words = NULL;

  if (n_words == 0 || n_rest == 0)
    return list;

  words = telaah_tally_dup_words (tally);
  for (guint i = 0; i < words->len; i++)
    {
      const TelaahTallied *word = &g_array_index (words, TelaahTallied, i);
      TelaahKeyWord *key = g_new (TelaahKeyWord, 1);

      key->word = g_strdup (word->word);
      key->count = word->inside;
      key->rest = word->outside;
      key->likelihood = telaah_key_word_get_likelihood (key->count, key->rest, n_words, n_rest);
      key->ratio = telaah_key_word_get_ratio (key->count, key->rest, n_words, n_rest);
      g_ptr_array_add (list, key);
    }
  g_ptr_array_sort (list, compare_key_words);

  return list;
}
