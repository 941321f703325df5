/* How often words come, over texts that are read one after the other, in stretches asked about and outside of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/telaah-words.h"

G_BEGIN_DECLS

typedef struct
{
  char  *word;                 /* folded; of stems the form that comes most often */
  guint  count;
  guint  n_sources;            /* that have it */
  double per_thousand;         /* of all words counted over, stop words too */
} TelaahFrequency;

void             telaah_frequency_free        (TelaahFrequency *self);

/* A form, or where stems are counted all forms of one. */
typedef struct
{
  const char *word;            /* borrowed from a lexicon: folded; of stems the form that comes most often */
  guint       inside;
  guint       outside;
  guint       n_sources;       /* that have it inside */
} TelaahTallied;

/* What is counted; takes room for each form, not for each word. */
typedef struct _TelaahTally TelaahTally;

TelaahTally     *telaah_tally_new             (gboolean       stems,         /* forms of one word are one */
                                               gboolean       stop_words);   /* with and, the, yang */
void             telaah_tally_free            (TelaahTally   *self);
void             telaah_tally_begin_source    (TelaahTally   *self,
                                               TelaahLexicon *lexicon,       /* must outlive the tally */
                                               const GArray  *inside);       /* TelaahSpan, in text order, none touching
                                                                              * another; NULL: all. Kept till the next */
void             telaah_tally_add             (TelaahTally   *self,
                                               const GArray  *words);        /* TelaahWord, that follow those before */
guint64          telaah_tally_get_inside      (TelaahTally   *self);         /* words, stop words too; as the next */
guint64          telaah_tally_get_outside     (TelaahTally   *self);
GArray          *telaah_tally_dup_words       (TelaahTally   *self);         /* TelaahTallied, in no useful order */

GPtrArray       *telaah_frequencies_list      (TelaahTally   *self);         /* TelaahFrequency of what is inside */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahTally, telaah_tally_free)

G_END_DECLS
