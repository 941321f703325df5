/* Ways to rank the sentences of a text for a theme, and measures of how well they do.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "analysis/candidate-corpus.h"

G_BEGIN_DECLS

/* The numbers of the sentences of @text, the likeliest first; what other texts are coded with may be looked at, not
 * what this one is. */
typedef GArray *(*Method) (const Corpus *corpus, const CorpusTheme *theme, guint text);

GArray *rank_by_candidates       (const Corpus *corpus, const CorpusTheme *theme, guint text);
GArray *rank_by_learning_alone   (const Corpus *corpus, const CorpusTheme *theme, guint text);
GArray *rank_by_plain_regression (const Corpus *corpus, const CorpusTheme *theme, guint text);
GArray *rank_by_rarity           (const Corpus *corpus, const CorpusTheme *theme, guint text);
GArray *rank_by_keywords         (const Corpus *corpus, const CorpusTheme *theme, guint text);

double  measure_precision        (const GArray *ranked, const guint8 *labels);
double  measure_recall           (const GArray *ranked, const guint8 *labels, guint first);
double  expect_precision         (guint n_sentences, guint n_positive);
double  expect_recall            (guint n_sentences, guint first);

G_END_DECLS
