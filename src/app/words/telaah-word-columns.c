/* The columns of frequencies and of key words.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/words/telaah-word-columns.h"

#include <glib/gi18n.h>

#include "analysis/telaah-key-words.h"

static const char *
get_frequent_word (gconstpointer row)
{
  return ((const TelaahFrequency *) row)->word;
}

static double
get_frequent_count (gconstpointer row)
{
  return ((const TelaahFrequency *) row)->count;
}

static double
get_n_sources (gconstpointer row)
{
  return ((const TelaahFrequency *) row)->n_sources;
}

static double
get_per_thousand (gconstpointer row)
{
  return ((const TelaahFrequency *) row)->per_thousand;
}

static const char *
get_key_word (gconstpointer row)
{
  return ((const TelaahKeyWord *) row)->word;
}

static double
get_in_theme (gconstpointer row)
{
  return ((const TelaahKeyWord *) row)->count;
}

static double
get_in_rest (gconstpointer row)
{
  return ((const TelaahKeyWord *) row)->rest;
}

static double
get_likelihood (gconstpointer row)
{
  return ((const TelaahKeyWord *) row)->likelihood;
}

static double
get_ratio (gconstpointer row)
{
  return ((const TelaahKeyWord *) row)->ratio;
}

static const TelaahWordColumn frequency_columns[] = {
  { N_("Word"), .get_word = get_frequent_word },
  { N_("Count"), .get_number = get_frequent_count, .bar = TRUE },
  { N_("Sources"), .get_number = get_n_sources },
  { N_("Per 1,000 Words"), .get_number = get_per_thousand, .digits = 2 },
};

static const TelaahWordColumn key_word_columns[] = {
  { N_("Word"), .get_word = get_key_word },
  { N_("In Theme"), .get_number = get_in_theme },
  { N_("In Rest"), .get_number = get_in_rest },
  { N_("Likelihood G²"), .get_number = get_likelihood, .digits = 1, .bar = TRUE },
  { N_("Log Ratio"), .get_number = get_ratio, .digits = 2, .sign = TRUE },
};

/* The columns that the lists come sorted by. */
enum { BY_COUNT = 1, BY_LIKELIHOOD = 3 };

const TelaahWordColumn *
telaah_word_columns_get_frequencies (guint *n,
                                     guint *sorted_by)
{
  *n = G_N_ELEMENTS (frequency_columns);
  *sorted_by = BY_COUNT;

  return frequency_columns;
}

const TelaahWordColumn *
telaah_word_columns_get_key_words (guint *n,
                                   guint *sorted_by)
{
  *n = G_N_ELEMENTS (key_word_columns);
  *sorted_by = BY_LIKELIHOOD;

  return key_word_columns;
}

/* Words that are rarer in the theme must come so often in the rest. */
TelaahWordFilter
telaah_word_columns_get_filter (gboolean rarer,
                                double   least)
{
  return (TelaahWordFilter) { .get_number = rarer ? get_in_rest : get_in_theme, .least = least,
                              .get_sign = get_ratio, .below = rarer };
}
