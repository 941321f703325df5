/* Logistic regression: known small cases, the slope at what is found, weights, priors, and that it comes out the same.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "analysis/telaah-learner.h"

#include <math.h>
#include <string.h>

#define N_FEATURES 3

static const TelaahFeature left[] = { { 0, 1 } };
static const TelaahFeature right[] = { { 1, 1 } };
static const TelaahFeature both[] = { { 0, 1 }, { 1, 1 }, { 2, 0.5 } };
static const TelaahFeature little[] = { { 1, 0.25 }, { 2, 2 } };

/* Left is positive, right is not, and two that are neither clear nor the same. */
static const TelaahExample examples[] = {
  { left, 1, TRUE, 1 }, { left, 1, TRUE, 1 }, { right, 1, FALSE, 1 }, { right, 1, FALSE, 1 },
  { both, 3, TRUE, 1 }, { little, 2, FALSE, 2 }, { both, 3, FALSE, 0.5 },
};

/* One feature that is always there: the mean of the labels is what the score says. */
static void
known_answer (void)
{
  const TelaahExample nothing[] = { { NULL, 0, TRUE, 1 }, { NULL, 0, TRUE, 1 }, { NULL, 0, TRUE, 1 },
                                    { NULL, 0, FALSE, 1 } };
  const TelaahExample pair[] = { { left, 1, TRUE, 1 }, { right, 1, FALSE, 1 } };
  g_autoptr(TelaahModel) bias = telaah_model_learn (nothing, G_N_ELEMENTS (nothing), N_FEATURES, NULL, 1);
  g_autoptr(TelaahModel) model = telaah_model_learn (pair, 2, N_FEATURES, NULL, 1);

  g_assert_cmpfloat_with_epsilon (bias->bias, log (3), 1e-3);
  g_assert_cmpfloat_with_epsilon (bias->weights[0], 0, 1e-9);

  /* Of a pair w solves w = 1 / (1 + exp (w)): 0.401058. */
  g_assert_cmpfloat_with_epsilon (model->weights[0], 0.401058, 1e-3);
  g_assert_cmpfloat_with_epsilon (model->weights[1], -0.401058, 1e-3);
  g_assert_cmpfloat_with_epsilon (model->weights[2], 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (model->bias, 0, 1e-3);
}

/* No penalty to speak of, and no end to how sure it may get: it ends, and ranks right. */
static void
separable (void)
{
  const TelaahExample pair[] = { { left, 1, TRUE, 1 }, { right, 1, FALSE, 1 } };
  const TelaahExample alone[] = { { left, 1, TRUE, 1 } };
  g_autoptr(TelaahModel) model = telaah_model_learn (pair, 2, N_FEATURES, NULL, 1e-6);
  g_autoptr(TelaahModel) one = telaah_model_learn (alone, 1, N_FEATURES, NULL, 0.1);

  g_assert_true (isfinite (model->bias) && isfinite (model->weights[0]));
  g_assert_cmpfloat (telaah_model_score (model, left, 1), >, 3);
  g_assert_cmpfloat (telaah_model_score (model, right, 1), <, -3);
  g_assert_true (isfinite (one->bias) && isfinite (one->weights[0]));
  g_assert_cmpfloat (telaah_model_score (one, left, 1), >, 0);
}

/* Whichever way one goes from what was found, the loss grows. */
static void
least (void)
{
  const double prior[N_FEATURES] = { 0, 0.3, -1 };
  const double penalty = 0.5;
  g_autoptr(TelaahModel) model = telaah_model_learn (examples, G_N_ELEMENTS (examples), N_FEATURES, prior, penalty);
  double loss = telaah_model_loss (model, examples, G_N_ELEMENTS (examples), prior, penalty);

  for (guint i = 0; i <= N_FEATURES; i++)
    for (int sign = -1; sign <= 1; sign += 2)
      {
        double *place = i < N_FEATURES ? &model->weights[i] : &model->bias, was = *place;

        *place += sign * 0.01;
        g_assert_cmpfloat (telaah_model_loss (model, examples, G_N_ELEMENTS (examples), prior, penalty), >, loss);
        *place = was;
      }
}

/* Counting twice is being there twice; counting nothing is not being there. */
static void
weights (void)
{
  TelaahExample heavy[G_N_ELEMENTS (examples)], twice[G_N_ELEMENTS (examples) + 1];
  g_autoptr(TelaahModel) one = NULL, other = NULL, without = NULL, less = NULL;

  memcpy (heavy, examples, sizeof examples);
  memcpy (twice, examples, sizeof examples);
  heavy[4].weight = 2;
  twice[G_N_ELEMENTS (examples)] = examples[4];
  one = telaah_model_learn (heavy, G_N_ELEMENTS (heavy), N_FEATURES, NULL, 0.3);
  other = telaah_model_learn (twice, G_N_ELEMENTS (twice), N_FEATURES, NULL, 0.3);
  for (guint i = 0; i < N_FEATURES; i++)
    g_assert_cmpfloat_with_epsilon (one->weights[i], other->weights[i], 1e-3);

  heavy[4].weight = 1;
  heavy[G_N_ELEMENTS (heavy) - 1].weight = 0;
  without = telaah_model_learn (heavy, G_N_ELEMENTS (heavy), N_FEATURES, NULL, 0.3);
  less = telaah_model_learn (heavy, G_N_ELEMENTS (heavy) - 1, N_FEATURES, NULL, 0.3);
  for (guint i = 0; i < N_FEATURES; i++)
    g_assert_cmpfloat_with_epsilon (without->weights[i], less->weights[i], 1e-3);
}

static void
prior (void)
{
  const double given[N_FEATURES] = { 2, -1, 0.5 };
  g_autoptr(TelaahModel) nothing = telaah_model_learn (NULL, 0, N_FEATURES, given, 1);
  g_autoptr(TelaahModel) firm = telaah_model_learn (examples, G_N_ELEMENTS (examples), N_FEATURES, given, 1e6);
  g_autoptr(TelaahModel) loose = telaah_model_learn (examples, G_N_ELEMENTS (examples), N_FEATURES, given, 1);

  for (guint i = 0; i < N_FEATURES; i++)
    {
      g_assert_cmpfloat (nothing->weights[i], ==, given[i]);
      g_assert_cmpfloat_with_epsilon (firm->weights[i], given[i], 1e-3);
    }
  g_assert_cmpfloat (nothing->bias, ==, 0);

  /* Feature 2 comes with what is negative. */
  g_assert_cmpfloat (loose->weights[2], <, given[2]);
}

static void
same_again (void)
{
  g_autoptr(TelaahModel) one = telaah_model_learn (examples, G_N_ELEMENTS (examples), N_FEATURES, NULL, 0.2);
  g_autoptr(TelaahModel) other = telaah_model_learn (examples, G_N_ELEMENTS (examples), N_FEATURES, NULL, 0.2);

  g_assert_cmpmem (one->weights, N_FEATURES * sizeof (double), other->weights, N_FEATURES * sizeof (double));
  g_assert_true (one->bias == other->bias);
}

/* 100,000 examples of a dozen features: the cost grows with them, not with their square. */
static void
many (void)
{
  enum { N = 100000, EACH = 12, TERMS = 20000 };
  g_autofree TelaahFeature *features = g_new (TelaahFeature, N * EACH);
  g_autofree TelaahExample *rows = g_new (TelaahExample, N);
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  g_autoptr(TelaahModel) model = NULL;
  gint64 start;

  for (guint i = 0; i < N; i++)
    {
      gboolean positive = i % 10 == 0;

      rows[i] = (TelaahExample) { &features[i * EACH], EACH, positive, 1 };
      for (guint j = 0; j < EACH; j++)
        features[i * EACH + j] =
          (TelaahFeature) { j * (TERMS / EACH) + g_rand_int_range (rand, 0, TERMS / EACH), 0.3f };

      /* The first of them tells. */
      features[i * EACH].feature = g_rand_int_range (rand, 0, 100) + (positive ? 0 : 100);
    }

  start = g_get_monotonic_time ();
  model = telaah_model_learn (rows, N, TERMS, NULL, 0.3);
  g_test_message ("%d examples: %.0f ms", N, (g_get_monotonic_time () - start) / 1000.0);
  g_assert_cmpfloat (telaah_model_score (model, rows[0].features, EACH), >,
                     telaah_model_score (model, rows[1].features, EACH));
  g_assert_cmpfloat (g_get_monotonic_time () - start, <, 30 * G_USEC_PER_SEC);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/analysis/learner/known-answer", known_answer);
  g_test_add_func ("/analysis/learner/separable", separable);
  g_test_add_func ("/analysis/learner/least", least);
  g_test_add_func ("/analysis/learner/weights", weights);
  g_test_add_func ("/analysis/learner/prior", prior);
  g_test_add_func ("/analysis/learner/same-again", same_again);
  g_test_add_func ("/analysis/learner/many", many);

  return g_test_run ();
}
