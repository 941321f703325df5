/* A small learner: logistic regression over sparse features, by Newton steps solved with conjugate gradients.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "analysis/telaah-learner.h"

#include <math.h>
#include <string.h>

/* Ranking wants no more digits than these; each step costs a few passes over the features. */
#define MAX_STEPS      30
#define MAX_INNER      50
#define TOLERANCE      1e-3
#define INNER_ACCURACY 0.1

/* The vectors below have one place more than there are features: the bias, which bears no penalty. */
typedef struct
{
  const TelaahExample *examples;
  guint                n_examples;
  guint                n_features;
  const double        *prior;
  double               penalty;
  double              *margins;      /* w . x + b of each example */
  double              *curvature;    /* of the loss of each example */
} Problem;

TelaahModel *
telaah_model_new (guint n_features)
{
  TelaahModel *self = g_new0 (TelaahModel, 1);

  self->n_features = n_features;
  self->weights = g_new0 (double, (gsize) n_features + 1);

  return self;
}

void
telaah_model_free (TelaahModel *self)
{
  if (self == NULL)
    return;

  g_free (self->weights);
  g_free (self);
}

/* log (1 + exp (x)) that neither overflows nor loses small values. */
static double
soft_plus (double x)
{
  return x > 0 ? x + log1p (exp (-x)) : log1p (exp (x));
}

static double
sigmoid (double x)
{
  return x >= 0 ? 1 / (1 + exp (-x)) : exp (x) / (1 + exp (x));
}

static double
multiply (const double        *weights,
          const TelaahFeature *features,
          guint                n_features)
{
  double sum = 0;

  for (guint i = 0; i < n_features; i++)
    sum += weights[features[i].feature] * features[i].value;

  return sum;
}

static double
dot (const double *a,
     const double *b,
     guint         n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += a[i] * b[i];

  return sum;
}

static double
measure (const Problem *problem,
         const double  *weights)
{
  double sum = 0;

  for (guint i = 0; i < problem->n_features; i++)
    {
      double moved = weights[i] - (problem->prior != NULL ? problem->prior[i] : 0);

      sum += moved * moved;
    }

  sum *= problem->penalty / 2;
  for (guint i = 0; i < problem->n_examples; i++)
    {
      const TelaahExample *example = &problem->examples[i];

      sum += example->weight * soft_plus (example->positive ? -problem->margins[i] : problem->margins[i]);
    }

  return sum;
}

static void
place_margins (Problem      *problem,
               const double *weights)
{
  for (guint i = 0; i < problem->n_examples; i++)
    problem->margins[i] = multiply (weights, problem->examples[i].features, problem->examples[i].n_features)
                          + weights[problem->n_features];
}

/* The slope at @weights, whose margins are placed; leaves the curvature of each example on the way. */
static void
find_slope (Problem      *problem,
            const double *weights,
            double       *slope)
{
  for (guint i = 0; i < problem->n_features; i++)
    slope[i] = problem->penalty * (weights[i] - (problem->prior != NULL ? problem->prior[i] : 0));
  slope[problem->n_features] = 0;

  for (guint i = 0; i < problem->n_examples; i++)
    {
      const TelaahExample *example = &problem->examples[i];
      double likely = sigmoid (problem->margins[i]);
      double error = example->weight * (likely - (example->positive ? 1 : 0));

      problem->curvature[i] = example->weight * likely * (1 - likely);
      for (guint j = 0; j < example->n_features; j++)
        slope[example->features[j].feature] += error * example->features[j].value;
      slope[problem->n_features] += error;
    }
}

/* The product of the second derivatives and @direction. */
static void
bend (const Problem *problem,
      const double  *direction,
      double        *product)
{
  for (guint i = 0; i < problem->n_features; i++)
    product[i] = problem->penalty * direction[i];

  /* A trifle, so that a bias that nothing holds any more (all examples far off) does not divide by nil. */
  product[problem->n_features] = 1e-9 * direction[problem->n_features];

  for (guint i = 0; i < problem->n_examples; i++)
    {
      const TelaahExample *example = &problem->examples[i];
      double along = multiply (direction, example->features, example->n_features)
                     + direction[problem->n_features];

      along *= problem->curvature[i];
      for (guint j = 0; j < example->n_features; j++)
        product[example->features[j].feature] += along * example->features[j].value;
      product[problem->n_features] += along;
    }
}

/* Solves bend (step) = -slope by conjugate gradients, roughly: the next Newton step mends what is left. */
static void
find_step (const Problem *problem,
           const double  *slope,
           double        *step,
           double        *work)
{
  guint n = problem->n_features + 1;
  double *rest = work;
  double *direction = work + n;
  double *product = work + 2 * (gsize) n;
  double norm = dot (slope, slope, n);
  double goal = norm * INNER_ACCURACY * INNER_ACCURACY;

  memset (step, 0, n * sizeof (double));
  for (guint i = 0; i < n; i++)
    direction[i] = rest[i] = -slope[i];

  for (guint round = 0; round < MAX_INNER && norm > goal; round++)
    {
      double along, length, next;

      bend (problem, direction, product);
      along = dot (direction, product, n);
      if (along <= 0)
        break;
      length = norm / along;
      for (guint i = 0; i < n; i++)
        {
          step[i] += length * direction[i];
          rest[i] -= length * product[i];
        }

      next = dot (rest, rest, n);
      for (guint i = 0; i < n; i++)
        direction[i] = rest[i] + next / norm * direction[i];
      norm = next;
    }
}

/* Goes along @step as far as the loss falls. Returns: FALSE where it does not fall at all. */
static gboolean
walk (Problem      *problem,
      double       *weights,
      const double *step,
      double        slope_along,
      double       *loss,
      double       *work)
{
  guint n = problem->n_features + 1;

  for (double length = 1; length > 1e-6; length /= 2)
    {
      double reached;

      for (guint i = 0; i < n; i++)
        work[i] = weights[i] + length * step[i];
      place_margins (problem, work);
      reached = measure (problem, work);
      if (reached <= *loss + 1e-4 * length * slope_along)
        {
          memcpy (weights, work, n * sizeof (double));
          *loss = reached;
          return TRUE;
        }
    }

  place_margins (problem, weights);

  return FALSE;
}

static void
descend (Problem *problem,
         double  *weights)
{
  gsize n = (gsize) problem->n_features + 1;
  g_autofree double *slope = g_new (double, n);
  g_autofree double *step = g_new (double, n);
  g_autofree double *work = g_new (double, 3 * n);
  double first = 0;
  double loss;

  place_margins (problem, weights);
  loss = measure (problem, weights);

  for (guint round = 0; round < MAX_STEPS; round++)
    {
      double steepness;

      find_slope (problem, weights, slope);
      steepness = sqrt (dot (slope, slope, n));
      if (round == 0)
        first = steepness;
      if (steepness <= TOLERANCE * MIN (first, 1) || steepness == 0)
        break;

      find_step (problem, slope, step, work);
      if (!walk (problem, weights, step, dot (slope, step, n), &loss, work))
        break;
    }
}

TelaahModel *
telaah_model_learn (const TelaahExample *examples,
                    guint                n_examples,
                    guint                n_features,
                    const double        *prior,
                    double               penalty)
{
  TelaahModel *self = telaah_model_new (n_features);
  g_autofree double *margins = g_new (double, (gsize) n_examples + 1);
  g_autofree double *curvature = g_new (double, (gsize) n_examples + 1);
  Problem problem = { examples, n_examples, n_features, prior, penalty, margins, curvature };

  g_return_val_if_fail (penalty > 0, self);

  if (prior != NULL)
    memcpy (self->weights, prior, n_features * sizeof (double));
  if (n_examples > 0)
    descend (&problem, self->weights);
  self->bias = self->weights[n_features];

  return self;
}

double
telaah_model_score (const TelaahModel   *self,
                    const TelaahFeature *features,
                    guint                n_features)
{
  return multiply (self->weights, features, n_features) + self->bias;
}

double
telaah_model_loss (const TelaahModel   *self,
                   const TelaahExample *examples,
                   guint                n_examples,
                   const double        *prior,
                   double               penalty)
{
  g_autofree double *margins = g_new (double, (gsize) n_examples + 1);
  Problem problem = { examples, n_examples, self->n_features, prior, penalty, margins, NULL };

  for (guint i = 0; i < n_examples; i++)
    margins[i] = telaah_model_score (self, examples[i].features, examples[i].n_features);

  return measure (&problem, self->weights);
}
