/* Ranks sentences: learns from the tagged and the refused, then looks at each sentence and at those around it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "analysis/telaah-candidates.h"

#include <math.h>

/* Measured, see tests/analysis/test-candidates-evaluation.c; what they are times or by a half matters little. */
#define PENALTY          0.33
#define OF_NAME          2.0     /* what a word of the theme's name weighs before anything is learnt */
#define OF_DESCRIPTION   1.0
#define OF_SECTION       0.5     /* of the mean score under the same heading */
#define SECTION_DOUBT    2.0     /* so many average sentences are added to each section */
#define OF_NEIGHBOURS    0.3     /* of the mean score of the sentences before and after */
#define OF_REFUSED       3.0     /* what a refusal weighs against a sentence that was merely passed over */

/* Where little has been passed over, sentences of unread texts stand for what the theme is not: most are not it. */
#define OF_UNREAD        0.1
#define MAX_UNREAD       2000

/* Words that made a candidate: not what is far less than the first of them. */
#define LEAST_REASON     0.2

typedef struct
{
  const TelaahEvidenceBase *base;
  TelaahFeatureMaker       *maker;
  double                   *prior;
  GArray                   *features;    /* TelaahFeature: of the examples, one after the other */
  GArray                   *bag;         /* TelaahFeature: of the sentence at hand */
  GArray                   *examples;    /* TelaahExample */
  TelaahModel              *model;
  guint                     counts[TELAAH_LABEL_REFUSED + 1];
} Ranking;

static guint8 *
get_labels (const Ranking *self,
            guint          reading)
{
  return self->base->labels->pdata[reading];
}

/* ---- Learning ---- */

static void
weigh_words (double       *prior,
             guint         n_terms,
             const GArray *terms,
             double        weight)
{
  for (guint i = 0; i < terms->len; i++)
    {
      guint term = g_array_index (terms, guint, i);

      if (term < n_terms)
        prior[term] = MAX (prior[term], weight);
    }
}

static void
count_labels (Ranking *self)
{
  for (guint i = 0; i < self->base->readings->len; i++)
    for (guint j = 0; j < telaah_reading_get_n_units (self->base->readings->pdata[i]); j++)
      self->counts[get_labels (self, i)[j]]++;
}

static void
add_example (Ranking *self,
             guint    n_features,
             gboolean positive,
             double   weight)
{
  TelaahExample example = { NULL, n_features, positive, weight };

  g_array_append_val (self->examples, example);
}

static void
add_unit (Ranking *self,
          guint    reading,
          guint    unit,
          double   weight)
{
  guint before = self->features->len;

  telaah_feature_maker_add (self->maker, self->base->readings->pdata[reading], unit, self->features);
  add_example (self, self->features->len - before, get_labels (self, reading)[unit] == TELAAH_LABEL_YES, weight);
}

/* The theme's own words as a sentence that belongs there: without any tagged there must be something to tell the
 * refused ones from. */
static void
add_words (Ranking *self)
{
  guint before = self->features->len;

  for (guint i = 0; i < self->base->n_terms; i++)
    if (self->prior[i] > 0)
      {
        TelaahFeature feature = { i, self->prior[i] };

        g_array_append_val (self->features, feature);
      }
  add_example (self, self->features->len - before, TRUE, 1);
}

static void
gather (Ranking *self)
{
  guint n_no = self->counts[TELAAH_LABEL_NO] + self->counts[TELAAH_LABEL_REFUSED];
  guint n_unread = self->counts[TELAAH_LABEL_UNREAD];
  gboolean borrows = n_no < self->counts[TELAAH_LABEL_YES];
  guint stride = n_unread / MAX_UNREAD + 1, at = 0;

  for (guint i = 0; i < self->base->readings->len; i++)
    for (guint j = 0; j < telaah_reading_get_n_units (self->base->readings->pdata[i]); j++)
      switch ((TelaahLabel) get_labels (self, i)[j])
        {
        case TELAAH_LABEL_YES:
        case TELAAH_LABEL_NO:
          add_unit (self, i, j, 1);
          break;
        case TELAAH_LABEL_REFUSED:
          add_unit (self, i, j, OF_REFUSED);
          break;
        case TELAAH_LABEL_UNREAD:
          if (borrows && at++ % stride == 0)
            add_unit (self, i, j, OF_UNREAD);
          break;
        case TELAAH_LABEL_PARTLY:
          break;
        }

  if (self->counts[TELAAH_LABEL_YES] == 0)
    add_words (self);
}

static void
learn (Ranking *self)
{
  const TelaahFeature *features;

  count_labels (self);
  if (self->counts[TELAAH_LABEL_YES] + self->counts[TELAAH_LABEL_REFUSED] > 0)
    gather (self);

  /* They have stopped growing, and so moving. */
  features = (const TelaahFeature *) self->features->data;
  for (guint i = 0; i < self->examples->len; i++)
    {
      TelaahExample *example = &g_array_index (self->examples, TelaahExample, i);

      example->features = features;
      features += example->n_features;
    }

  self->model = telaah_model_learn ((const TelaahExample *) self->examples->data, self->examples->len,
                                    self->base->n_terms, self->prior, PENALTY);
}

/* ---- Scores ---- */

static gboolean
is_open (guint8 label)
{
  return label == TELAAH_LABEL_UNREAD || label == TELAAH_LABEL_NO;
}

/* To each score a part of the mean of those under the same heading. */
static void
add_section (const TelaahReading *reading,
             const guint8        *labels,
             double              *scores)
{
  guint n = telaah_reading_get_n_units (reading), n_open = 0;
  double mean = 0;

  for (guint i = 0; i < n; i++)
    if (is_open (labels[i]))
      mean += (scores[i] - mean) / ++n_open;

  for (guint i = 0, end; i < n; i = end)
    {
      guint section = telaah_reading_get_unit (reading, i)->section;
      double sum = SECTION_DOUBT * mean, weight = SECTION_DOUBT;

      for (end = i; end < n && telaah_reading_get_unit (reading, end)->section == section; end++)
        if (is_open (labels[end]))
          {
            sum += scores[end];
            weight++;
          }
      for (guint j = i; j < end; j++)
        scores[j] += OF_SECTION * sum / weight;
    }
}

/* What is tagged comes in runs, and under headings of its own: a sentence gains by the company that it keeps. Of tagged
 * ones it gains nothing: what stands beside them was seen when they were tagged. */
static void
add_company (const TelaahReading *reading,
             const guint8        *labels,
             double              *scores)
{
  guint n = telaah_reading_get_n_units (reading);
  double before = NAN;

  add_section (reading, labels, scores);
  for (guint i = 0; i < n; i++)
    {
      double lone = scores[i], after = i + 1 < n && is_open (labels[i + 1]) ? scores[i + 1] : lone;

      scores[i] += OF_NEIGHBOURS * ((isnan (before) ? lone : before) + after) / 2;
      before = is_open (labels[i]) ? lone : NAN;
    }
}

/* The theme's own words are in it, or in a heading above it. */
static gboolean
has_words (Ranking *self,
           guint    reading,
           guint    unit)
{
  g_array_set_size (self->bag, 0);
  telaah_feature_maker_add_own (self->maker, self->base->readings->pdata[reading], unit, self->bag);
  telaah_feature_maker_add_headings (self->maker, self->base->readings->pdata[reading], unit, self->bag);
  for (guint i = 0; i < self->bag->len; i++)
    if (self->prior[g_array_index (self->bag, TelaahFeature, i).feature] > 0)
      return TRUE;

  return FALSE;
}

static void
score_reading (Ranking *self,
               guint    number,
               GArray  *ranked)
{
  const TelaahReading *reading = self->base->readings->pdata[number];
  const guint8 *labels = get_labels (self, number);
  guint n = telaah_reading_get_n_units (reading);
  g_autofree double *scores = g_new (double, n + 1);

  for (guint i = 0; i < n; i++)
    {
      g_array_set_size (self->bag, 0);
      telaah_feature_maker_add (self->maker, reading, i, self->bag);
      scores[i] = telaah_model_score (self->model, (const TelaahFeature *) self->bag->data, self->bag->len);
    }

  add_company (reading, labels, scores);
  for (guint i = 0; i < n; i++)
    {
      TelaahRanked item = { .reading = number, .unit = i, .score = 1 / (1 + exp (-scores[i])) };

      /* Nothing tagged: what has nothing to do with the theme's own words would be a mere guess. */
      if (is_open (labels[i]) && (self->counts[TELAAH_LABEL_YES] > 0 || has_words (self, number, i)))
        g_array_append_val (ranked, item);
    }
}

/* Of equals the one that comes first in the texts. */
static int
compare_ranked (gconstpointer a,
                gconstpointer b)
{
  const TelaahRanked *one = a, *other = b;

  if (one->score != other->score)
    return one->score > other->score ? -1 : 1;
  if (one->reading != other->reading)
    return one->reading < other->reading ? -1 : 1;

  return one->unit < other->unit ? -1 : one->unit > other->unit;
}

/* ---- Reasons ---- */

static const TelaahToken *
find_token (const TelaahReading *reading,
            const TelaahUnit    *unit,
            guint                term)
{
  const TelaahToken *tokens = telaah_reading_get_tokens (reading, unit);

  for (guint i = 0; i < unit->n_tokens; i++)
    if (tokens[i].term == term)
      return &tokens[i];

  return NULL;
}

/* Features of value times weight, the greatest first; of equals in the order of the text. */
static int
compare_shares (gconstpointer a,
                gconstpointer b)
{
  float one = ((const TelaahFeature *) a)->value, other = ((const TelaahFeature *) b)->value;

  return (one < other) - (one > other);
}

/* The words of the sentence itself that speak for it, however much its neighbours do. */
static void
explain (Ranking      *self,
         TelaahRanked *item)
{
  const TelaahReading *reading = self->base->readings->pdata[item->reading];
  const TelaahUnit *unit = telaah_reading_get_unit (reading, item->unit);
  double least = 0;

  g_array_set_size (self->bag, 0);
  telaah_feature_maker_add_own (self->maker, reading, item->unit, self->bag);
  for (guint i = 0; i < self->bag->len; i++)
    {
      TelaahFeature *feature = &g_array_index (self->bag, TelaahFeature, i);

      feature->value *= self->model->weights[feature->feature];
    }
  g_array_sort (self->bag, compare_shares);

  for (guint i = 0; i < self->bag->len && item->n_reasons < TELAAH_MAX_REASONS; i++)
    {
      const TelaahFeature *feature = &g_array_index (self->bag, TelaahFeature, i);
      const TelaahToken *token = find_token (reading, unit, feature->feature);

      if (feature->value <= 0 || feature->value < least)
        break;
      if (token->is_stop)
        continue;
      if (item->n_reasons == 0)
        least = LEAST_REASON * feature->value;
      item->reasons[item->n_reasons++] = (TelaahSpan) { token->start, token->end };
    }
}

/* ---- Ranking ---- */

static void
ranking_clear (Ranking *self)
{
  telaah_feature_maker_free (self->maker);
  telaah_model_free (self->model);
  g_array_unref (self->features);
  g_array_unref (self->bag);
  g_array_unref (self->examples);
  g_free (self->prior);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ranking, ranking_clear)

static gboolean
knows_anything (const Ranking *self)
{
  if (self->counts[TELAAH_LABEL_YES] > 0)
    return TRUE;

  for (guint i = 0; i < self->base->n_terms; i++)
    if (self->prior[i] > 0)
      return TRUE;

  return FALSE;
}

GArray *
telaah_candidates_rank (const TelaahEvidenceBase *base,
                        int                       only,
                        guint                     limit)
{
  GArray *ranked = g_array_new (FALSE, FALSE, sizeof (TelaahRanked));
  g_auto(Ranking) self = { .base = base };

  self.maker = telaah_feature_maker_new (base->readings, base->n_terms);
  self.prior = g_new0 (double, (gsize) base->n_terms + 1);
  self.features = g_array_new (FALSE, FALSE, sizeof (TelaahFeature));
  self.bag = g_array_new (FALSE, FALSE, sizeof (TelaahFeature));
  self.examples = g_array_new (FALSE, FALSE, sizeof (TelaahExample));
  weigh_words (self.prior, base->n_terms, base->words->name, OF_NAME);
  weigh_words (self.prior, base->n_terms, base->words->description, OF_DESCRIPTION);

  learn (&self);
  if (!knows_anything (&self))
    return ranked;

  for (guint i = 0; i < base->readings->len; i++)
    if (only < 0 || i == (guint) only)
      score_reading (&self, i, ranked);

  g_array_sort (ranked, compare_ranked);
  if (limit > 0 && ranked->len > limit)
    g_array_set_size (ranked, limit);
  for (guint i = 0; i < ranked->len; i++)
    explain (&self, &g_array_index (ranked, TelaahRanked, i));

  return ranked;
}
