/* Makes features of sentences: tf-idf of their stems, with a part of those of their headings and neighbours.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "analysis/telaah-features.h"

#include <math.h>

#include "analysis/telaah-reading-private.h"

/* What stands around a sentence, as parts of what it holds itself. Measured, not guessed: see
 * tests/analysis/test-candidates-evaluation.c. All are of the same terms, as a word in a heading says of a sentence much
 * the same as in the sentence itself; kept apart, there is too little of each to learn from. */
#define OF_HEADINGS   0.5
#define OF_NEIGHBOURS 0.2

/* A vector over the terms, nil again once it is emptied. */
typedef struct
{
  double *values;
  guint  *touched;      /* terms: room for all of them */
  guint   n_touched;
} Sum;

/* Units are asked for in their order, and each is its neighbours' neighbour: the last few are kept. */
#define N_KEPT 4

typedef struct
{
  const TelaahReading *reading;
  guint                unit;
  GArray              *bag;     /* TelaahFeature */
} Kept;

struct _TelaahFeatureMaker
{
  double *rarity;     /* by term */
  Sum     whole;
  Sum     part;
  GArray *bag;        /* TelaahFeature */
  Kept    kept[N_KEPT];
};

/* ---- Sums ---- */

static void
sum_init (Sum   *sum,
          guint  n_terms)
{
  sum->values = g_new0 (double, n_terms);
  sum->touched = g_new (guint, n_terms);
  sum->n_touched = 0;
}

static void
sum_clear (Sum *sum)
{
  g_free (sum->values);
  g_free (sum->touched);
}

/* Nothing that is added is nil or negative, so that a term is touched once. */
static inline void
sum_add (Sum    *sum,
         guint   term,
         double  value)
{
  if (sum->values[term] == 0)
    sum->touched[sum->n_touched++] = term;
  sum->values[term] += value;
}

static void
sum_add_bag (Sum          *sum,
             const GArray *bag,
             double        scale)
{
  const TelaahFeature *features = (const TelaahFeature *) bag->data;

  for (guint i = 0; i < bag->len; i++)
    sum_add (sum, features[i].feature, scale * features[i].value);
}

/* Appends what the sum holds to @features, and empties it. */
static void
sum_pour (Sum    *sum,
          GArray *features)
{
  guint first = features->len;
  TelaahFeature *room;

  g_array_set_size (features, first + sum->n_touched);
  room = (TelaahFeature *) features->data + first;
  for (guint i = 0; i < sum->n_touched; i++)
    {
      guint term = sum->touched[i];

      room[i] = (TelaahFeature) { term, sum->values[term] };
      sum->values[term] = 0;
    }
  sum->n_touched = 0;
}

/* To length 1, from @first on. */
static void
even_out (GArray *features,
          guint   first)
{
  TelaahFeature *feature = (TelaahFeature *) features->data + first;
  double squares = 0;

  for (guint i = 0; i < features->len - first; i++)
    squares += feature[i].value * feature[i].value;
  if (squares == 0)
    return;

  squares = 1 / sqrt (squares);
  for (guint i = 0; i < features->len - first; i++)
    feature[i].value *= squares;
}

/* ---- The maker ---- */

/* How many units have each term; @last: by term, the last unit that was seen to have it. */
static void
count_units (const TelaahReading *reading,
             guint               *n_seen,
             guint               *last,
             double              *counts)
{
  for (guint i = 0; i < reading->units->len; i++)
    {
      const TelaahUnit *unit = telaah_reading_get_unit (reading, i);
      const TelaahToken *tokens = telaah_reading_get_tokens (reading, unit);

      ++*n_seen;
      for (guint j = 0; j < unit->n_tokens; j++)
        if (last[tokens[j].term] != *n_seen)
          {
            last[tokens[j].term] = *n_seen;
            counts[tokens[j].term]++;
          }
    }
}

TelaahFeatureMaker *
telaah_feature_maker_new (GPtrArray *readings,
                          guint      n_terms)
{
  TelaahFeatureMaker *self = g_new0 (TelaahFeatureMaker, 1);
  g_autofree guint *last = g_new0 (guint, n_terms);
  guint n_units = 0;

  self->rarity = g_new0 (double, n_terms);
  self->bag = g_array_new (FALSE, FALSE, sizeof (TelaahFeature));
  sum_init (&self->whole, n_terms);
  sum_init (&self->part, n_terms);
  for (guint i = 0; i < N_KEPT; i++)
    self->kept[i].bag = g_array_new (FALSE, FALSE, sizeof (TelaahFeature));

  for (guint i = 0; i < readings->len; i++)
    count_units (readings->pdata[i], &n_units, last, self->rarity);
  for (guint i = 0; i < n_terms; i++)
    self->rarity[i] = log ((n_units + 1) / (self->rarity[i] + 0.5));

  return self;
}

void
telaah_feature_maker_free (TelaahFeatureMaker *self)
{
  if (self == NULL)
    return;

  g_free (self->rarity);
  sum_clear (&self->whole);
  sum_clear (&self->part);
  g_array_unref (self->bag);
  for (guint i = 0; i < N_KEPT; i++)
    g_array_unref (self->kept[i].bag);
  g_free (self);
}

void
telaah_feature_maker_add_own (TelaahFeatureMaker  *self,
                              const TelaahReading *reading,
                              guint                unit,
                              GArray              *features)
{
  const TelaahUnit *of = telaah_reading_get_unit (reading, unit);
  const TelaahToken *tokens = telaah_reading_get_tokens (reading, of);
  guint first = features->len;

  for (guint i = 0; i < of->n_tokens; i++)
    sum_add (&self->part, tokens[i].term, 1);
  sum_pour (&self->part, features);

  for (guint i = first; i < features->len; i++)
    {
      TelaahFeature *feature = &g_array_index (features, TelaahFeature, i);

      feature->value = (1 + log (feature->value)) * self->rarity[feature->feature];
    }
  even_out (features, first);
}

static const GArray *
get_own (TelaahFeatureMaker  *self,
         const TelaahReading *reading,
         guint                unit)
{
  Kept *kept = &self->kept[unit % N_KEPT];

  if (kept->reading != reading || kept->unit != unit)
    {
      g_array_set_size (kept->bag, 0);
      telaah_feature_maker_add_own (self, reading, unit, kept->bag);
      kept->reading = reading;
      kept->unit = unit;
    }

  return kept->bag;
}

void
telaah_feature_maker_add_headings (TelaahFeatureMaker  *self,
                                   const TelaahReading *reading,
                                   guint                unit,
                                   GArray              *features)
{
  const TelaahUnit *of = telaah_reading_get_unit (reading, unit);
  const TelaahStretch *section = &g_array_index (reading->sections, TelaahStretch, of->section);
  guint first = features->len;

  if (section->n == 0)
    return;

  g_array_append_vals (features, &g_array_index (reading->headings, TelaahFeature, section->first), section->n);
  for (guint i = first; i < features->len; i++)
    {
      TelaahFeature *feature = &g_array_index (features, TelaahFeature, i);

      feature->value *= self->rarity[feature->feature];
    }
  even_out (features, first);
}

/* The sentences before and after, where they stand under the same heading. */
static void
add_neighbours (TelaahFeatureMaker  *self,
                const TelaahReading *reading,
                guint                unit)
{
  guint section = telaah_reading_get_unit (reading, unit)->section;
  const GArray *before = NULL, *after = NULL;

  if (unit > 0 && telaah_reading_get_unit (reading, unit - 1)->section == section)
    before = get_own (self, reading, unit - 1);
  if (unit + 1 < reading->units->len && telaah_reading_get_unit (reading, unit + 1)->section == section)
    after = get_own (self, reading, unit + 1);

  if (before != NULL)
    sum_add_bag (&self->part, before, 1);
  if (after != NULL)
    sum_add_bag (&self->part, after, 1);

  g_array_set_size (self->bag, 0);
  sum_pour (&self->part, self->bag);
  even_out (self->bag, 0);
  sum_add_bag (&self->whole, self->bag, OF_NEIGHBOURS);
}

void
telaah_feature_maker_add (TelaahFeatureMaker  *self,
                          const TelaahReading *reading,
                          guint                unit,
                          GArray              *features)
{
  sum_add_bag (&self->whole, get_own (self, reading, unit), 1);
  g_array_set_size (self->bag, 0);
  telaah_feature_maker_add_headings (self, reading, unit, self->bag);
  sum_add_bag (&self->whole, self->bag, OF_HEADINGS);
  add_neighbours (self, reading, unit);
  sum_pour (&self->whole, features);
}
