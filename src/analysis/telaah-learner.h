/* A small learner: logistic regression over sparse features, with an L2 penalty on what it moves away from a prior.
 *
 * It finds the weights w and the bias b that make
 *   sum of weight_i * log (1 + exp (-y_i (w . x_i + b)))  +  penalty / 2 * |w - prior|^2
 * least, y_i being 1 or -1. Deterministic: the same examples in the same order give the same weights to the last bit.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint32 feature;     /* below the number of features */
  float   value;
} TelaahFeature;

/* An example borrows its features. None may come twice in one. */
typedef struct
{
  const TelaahFeature *features;
  guint                n_features;
  gboolean             positive;
  double               weight;       /* how much it counts; 0: not at all */
} TelaahExample;

typedef struct
{
  guint   n_features;
  double *weights;
  double  bias;
} TelaahModel;

TelaahModel *telaah_model_new   (guint                n_features);   /* all weights nil */
TelaahModel *telaah_model_learn (const TelaahExample *examples,
                                 guint                n_examples,
                                 guint                n_features,
                                 const double        *prior,          /* NULL: nil */
                                 double               penalty);       /* above 0 */
void         telaah_model_free  (TelaahModel         *self);
double       telaah_model_score (const TelaahModel   *self,           /* w . x + b: log odds */
                                 const TelaahFeature *features,
                                 guint                n_features);
double       telaah_model_loss  (const TelaahModel   *self,           /* what is made least */
                                 const TelaahExample *examples,
                                 guint                n_examples,
                                 const double        *prior,
                                 double               penalty);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahModel, telaah_model_free)

G_END_DECLS
