/* Makes features of sentences: tf-idf of their stems, with a part of those of their headings and neighbours.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "analysis/telaah-features.h"

#include <math.h>

#include "analysis/telaah-reading-private.h"

/* What stands around a sentence, as parts of what it holds itself. Measured, not guessed: see
 * tests/analysis/evaluate-candidates.c. All are of the same terms, as a word in a heading says of a sentence much the same
 * as in the sentence itself; kept apart, there is too little of each to learn from. */
#define OF_HEADINGS   0.5
#define OF_NEIGHBOURS 0.2

/* A vector over the terms, nil again once it is emptied. */
typedef struct
{
  double *values;
  GArray *touched;    /* guint: terms */
} Sum;

struct _TelaahFeatureMaker
{
  guint   n_terms;
  double *rarity;     /* by term */
  Sum     whole;
  Sum     part;
  GArray *bag;        /* TelaahFeature */
};

/* ---- Sums ---- */

static void
sum_init (Sum   *sum,
          guint  n_terms)
{
  sum->values = g_new0 (double, n_terms);
  sum->touched = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
sum_clear (Sum *sum)
{
  g_free (sum->values);
  g_array_unref (sum->touched);
}

/* Nothing that is added is nil or negative, so that a term is touched once. */
static void
sum_add (Sum    *sum,
         guint   term,
         double  value)
{
  if (sum->values[term] == 0)
    g_array_append_val (sum->touched, term);
  sum->values[term] += value;
}

static void
sum_add_bag (Sum          *sum,
             const GArray *bag,
             double        scale)
{
  for (guint i = 0; i < bag->len; i++)
    {
      const TelaahFeature *feature = &g_array_index (bag, TelaahFeature, i);

      sum_add (sum, feature->feature, scale * feature->value);
    }
}

/* Appends what the sum holds to @features, and empties it. */
static void
sum_pour (Sum    *sum,
          GArray *features)
{
  for (guint i = 0; i < sum->touched->len; i++)
    {
      guint term = g_array_index (sum->touched, guint, i);
      TelaahFeature feature = { term, sum->values[term] };

      g_array_append_val (features, feature);
      sum->values[term] = 0;
    }
  g_array_set_size (sum->touched, 0);
}

/* To length 1, from @first on. */
static void
even_out (GArray *features,
          guint   first)
{
  double squares = 0;

  for (guint i = first; i < features->len; i++)
    {
      double value = g_array_index (features, TelaahFeature, i).value;

      squares += value * value;
    }
  for (guint i = first; i < features->len && squares > 0; i++)
    g_array_index (features, TelaahFeature, i).value /= sqrt (squares);
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
  TelaahFeatureMaker *self = g_new (TelaahFeatureMaker, 1);
  g_autofree guint *last = g_new0 (guint, n_terms);
  guint n_units = 0;

  self->n_terms = n_terms;
  self->rarity = g_new0 (double, n_terms);
  self->bag = g_array_new (FALSE, FALSE, sizeof (TelaahFeature));
  sum_init (&self->whole, n_terms);
  sum_init (&self->part, n_terms);

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

static void
add_headings (TelaahFeatureMaker  *self,
              const TelaahReading *reading,
              const TelaahUnit    *unit)
{
  const TelaahStretch *section = &g_array_index (reading->sections, TelaahStretch, unit->section);

  g_array_set_size (self->bag, 0);
  if (section->n == 0)
    return;

  g_array_append_vals (self->bag, &g_array_index (reading->headings, TelaahFeature, section->first), section->n);
  for (guint i = 0; i < self->bag->len; i++)
    {
      TelaahFeature *feature = &g_array_index (self->bag, TelaahFeature, i);

      feature->value *= self->rarity[feature->feature];
    }
  even_out (self->bag, 0);
  sum_add_bag (&self->whole, self->bag, OF_HEADINGS);
}

/* The sentences before and after, where they stand under the same heading. */
static void
add_neighbours (TelaahFeatureMaker  *self,
                const TelaahReading *reading,
                guint                unit)
{
  guint section = telaah_reading_get_unit (reading, unit)->section;

  g_array_set_size (self->bag, 0);
  if (unit > 0 && telaah_reading_get_unit (reading, unit - 1)->section == section)
    telaah_feature_maker_add_own (self, reading, unit - 1, self->bag);
  if (unit + 1 < reading->units->len && telaah_reading_get_unit (reading, unit + 1)->section == section)
    telaah_feature_maker_add_own (self, reading, unit + 1, self->bag);

  /* A term that both have comes twice in the bag. */
  sum_add_bag (&self->part, self->bag, 1);
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
  g_array_set_size (self->bag, 0);
  telaah_feature_maker_add_own (self, reading, unit, self->bag);
  sum_add_bag (&self->whole, self->bag, 1);
  add_headings (self, reading, telaah_reading_get_unit (reading, unit));
  add_neighbours (self, reading, unit);
  sum_pour (&self->whole, features);
}
