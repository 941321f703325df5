/* The gap finder, and what it is measured against: plain learning, keywords, chance.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "analysis/candidate-methods.h"

#include <string.h>

/* ---- The gap finder ---- */

static GArray *
rank_with (const Corpus           *corpus,
           const CorpusTheme      *theme,
           guint                   text,
           const TelaahThemeWords *words)
{
  guint n = telaah_reading_get_n_units (corpus->readings->pdata[text]);
  g_autoptr(GPtrArray) labels = g_ptr_array_new ();
  g_autofree guint8 *unread = g_malloc (n + 1);
  TelaahEvidenceBase base = { corpus->readings, labels, telaah_terms_get_n (corpus->terms), words };
  g_autoptr(GArray) ranked = NULL;
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  memset (unread, TELAAH_LABEL_UNREAD, n);
  for (guint i = 0; i < corpus->readings->len; i++)
    g_ptr_array_add (labels, i == text ? unread : theme->labels->pdata[i]);

  ranked = telaah_candidates_rank (&base, text, 0);
  g_assert_cmpint (ranked->len, ==, n);
  for (guint i = 0; i < ranked->len; i++)
    g_array_append_val (numbers, g_array_index (ranked, TelaahRanked, i).unit);

  return numbers;
}

GArray *
rank_by_candidates (const Corpus      *corpus,
                    const CorpusTheme *theme,
                    guint              text)
{
  return rank_with (corpus, theme, text, &theme->words);
}

/* Without the theme's name and description. */
GArray *
rank_by_learning_alone (const Corpus      *corpus,
                        const CorpusTheme *theme,
                        guint              text)
{
  g_autoptr(GArray) none = g_array_new (FALSE, FALSE, sizeof (guint));
  TelaahThemeWords words = { none, none };

  return rank_with (corpus, theme, text, &words);
}

/* ---- Others ---- */

typedef struct
{
  guint  number;
  double score;
} Scored;

/* Of equals the first in the text. */
static int
compare_scored (gconstpointer a,
                gconstpointer b)
{
  const Scored *one = a, *other = b;

  if (one->score != other->score)
    return one->score > other->score ? -1 : 1;

  return one->number < other->number ? -1 : one->number > other->number;
}

static GArray *
sort_scores (GArray *scored)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_sort (scored, compare_scored);
  for (guint i = 0; i < scored->len; i++)
    g_array_append_val (numbers, g_array_index (scored, Scored, i).number);

  return numbers;
}

typedef void (*AddFeatures) (TelaahFeatureMaker *maker, const TelaahReading *reading, guint unit, GArray *features);

/* Which stems there are: 1 for each. */
static void
add_stems (TelaahFeatureMaker  *maker,
           const TelaahReading *reading,
           guint                unit,
           GArray              *features)
{
  guint first = features->len;

  telaah_feature_maker_add_own (maker, reading, unit, features);
  for (guint i = first; i < features->len; i++)
    g_array_index (features, TelaahFeature, i).value = 1;
}

/* An L2 penalty of 1, all sentences of the other texts, nothing else. */
static GArray *
rank_by_regression (const Corpus      *corpus,
                    const CorpusTheme *theme,
                    guint              text,
                    AddFeatures        add)
{
  guint n_terms = telaah_terms_get_n (corpus->terms);
  g_autoptr(TelaahFeatureMaker) maker = telaah_feature_maker_new (corpus->readings, n_terms);
  g_autoptr(GArray) scored = g_array_new (FALSE, FALSE, sizeof (Scored));
  g_autoptr(GArray) examples = g_array_new (FALSE, FALSE, sizeof (TelaahExample));
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr(TelaahModel) model = NULL;

  for (guint i = 0; i < corpus->readings->len; i++)
    for (guint j = 0; i != text && j < telaah_reading_get_n_units (corpus->readings->pdata[i]); j++)
      {
        GArray *row = g_array_new (FALSE, FALSE, sizeof (TelaahFeature));
        TelaahExample example = { .weight = 1 };

        add (maker, corpus->readings->pdata[i], j, row);
        example.features = (const TelaahFeature *) row->data;
        example.n_features = row->len;
        example.positive = ((guint8 *) theme->labels->pdata[i])[j] == TELAAH_LABEL_YES;
        g_ptr_array_add (rows, row);
        g_array_append_val (examples, example);
      }

  model = telaah_model_learn ((const TelaahExample *) examples->data, examples->len, n_terms, NULL, 1);
  for (guint i = 0; i < telaah_reading_get_n_units (corpus->readings->pdata[text]); i++)
    {
      g_autoptr(GArray) row = g_array_new (FALSE, FALSE, sizeof (TelaahFeature));
      Scored item = { i, 0 };

      add (maker, corpus->readings->pdata[text], i, row);
      item.score = telaah_model_score (model, (const TelaahFeature *) row->data, row->len);
      g_array_append_val (scored, item);
    }

  return sort_scores (scored);
}

/* Logistic regression on which stems a sentence has. */
GArray *
rank_by_plain_regression (const Corpus      *corpus,
                          const CorpusTheme *theme,
                          guint              text)
{
  return rank_by_regression (corpus, theme, text, add_stems);
}

/* The same on tf-idf, of length 1. */
GArray *
rank_by_rarity (const Corpus      *corpus,
                const CorpusTheme *theme,
                guint              text)
{
  return rank_by_regression (corpus, theme, text, telaah_feature_maker_add_own);
}

/* By how many stems of the theme's name and description a sentence has, each once, stop words left out. */
GArray *
rank_by_keywords (const Corpus      *corpus,
                  const CorpusTheme *theme,
                  guint              text)
{
  const TelaahReading *reading = corpus->readings->pdata[text];
  g_autoptr(GArray) scored = g_array_new (FALSE, FALSE, sizeof (Scored));

  for (guint i = 0; i < telaah_reading_get_n_units (reading); i++)
    {
      const TelaahUnit *unit = telaah_reading_get_unit (reading, i);
      const TelaahToken *tokens = telaah_reading_get_tokens (reading, unit);
      Scored item = { i, 0 };

      for (guint j = 0; j < theme->keywords->len; j++)
        for (guint k = 0; k < unit->n_tokens; k++)
          if (tokens[k].term == g_array_index (theme->keywords, guint, j))
            {
              item.score++;
              break;
            }
      g_array_append_val (scored, item);
    }

  return sort_scores (scored);
}

/* ---- Measures ---- */

static guint
count_positive (const GArray *ranked,
                const guint8 *labels)
{
  guint n = 0;

  for (guint i = 0; i < ranked->len; i++)
    n += labels[i] == TELAAH_LABEL_YES;

  return n;
}

/* Average precision. */
double
measure_precision (const GArray *ranked,
                   const guint8 *labels)
{
  guint found = 0;
  double sum = 0;

  for (guint i = 0; i < ranked->len; i++)
    if (labels[g_array_index (ranked, guint, i)] == TELAAH_LABEL_YES)
      sum += (double) ++found / (i + 1);

  return sum / count_positive (ranked, labels);
}

/* Among the @first. */
double
measure_recall (const GArray *ranked,
                const guint8 *labels,
                guint         first)
{
  guint found = 0;

  for (guint i = 0; i < MIN (first, ranked->len); i++)
    found += labels[g_array_index (ranked, guint, i)] == TELAAH_LABEL_YES;

  return (double) found / count_positive (ranked, labels);
}

/* The mean of the average precision over all orders: of a sentence at place k the k - 1 before it are positive as the
 * rest of the text is. */
double
expect_precision (guint n_sentences,
                  guint n_positive)
{
  double sum = 0;

  for (guint k = 1; k <= n_sentences; k++)
    sum += (1 + (n_sentences > 1 ? (k - 1) * (n_positive - 1.0) / (n_sentences - 1) : 0)) / k;

  return sum / n_sentences;
}

double
expect_recall (guint n_sentences,
               guint first)
{
  return MIN (1, (double) first / n_sentences);
}
