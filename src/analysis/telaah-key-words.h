/* Key words: those that come much more often, or much more seldom, in some stretches than in the rest.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "analysis/telaah-frequencies.h"

G_BEGIN_DECLS

typedef struct
{
  char  *word;
  guint  count;                /* in what is tagged */
  guint  rest;                 /* in the rest */
  double likelihood;           /* Dunning's log-likelihood G2; 3.84: p < 0.05, 10.83: p < 0.001 */
  double ratio;                /* log2 of the relative frequencies; below 0: rarer than in the rest */
} TelaahKeyWord;

void       telaah_key_word_free           (TelaahKeyWord *self);

double     telaah_key_word_get_likelihood (guint          count,
                                           guint          rest,
                                           guint64        n_words,     /* all that are tagged */
                                           guint64        n_rest);
double     telaah_key_word_get_ratio      (guint          count,
                                           guint          rest,
                                           guint64        n_words,
                                           guint64        n_rest);

GPtrArray *telaah_key_words_list          (TelaahTally   *tally);      /* TelaahKeyWord: inside against outside */

G_END_DECLS
