/* Coded texts, to measure candidates by.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "analysis/telaah-candidates.h"

G_BEGIN_DECLS

typedef struct
{
  char             *key;
  GPtrArray        *labels;      /* for each text a guint8 for each sentence: TELAAH_LABEL_YES or _NO */
  TelaahThemeWords  words;       /* as the gap finder takes them */
  GArray           *keywords;    /* guint: terms of the name and of the whole description, each once */
} CorpusTheme;

typedef struct
{
  TelaahTerms   *terms;
  TelaahLexicon *lexicon;
  GPtrArray     *readings;       /* TelaahReading */
  GPtrArray     *themes;         /* CorpusTheme */
} Corpus;

Corpus *corpus_load_coding (void);    /* NULL: its texts are not there */
Corpus *corpus_load_sample (void);
void    corpus_free        (Corpus            *self);
guint   corpus_count       (const Corpus      *self,
                            const CorpusTheme *theme,
                            guint              text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Corpus, corpus_free)

G_END_DECLS
