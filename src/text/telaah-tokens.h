/* A text as a row of words and punctuation marks, each different one with a number.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/telaah-text.h"

G_BEGIN_DECLS

/* What a reader sees as one character: which code points go on with it. Starts as { 0 }. */
typedef struct
{
  gunichar last;
  gboolean paired;     /* last is the second letter of a flag */
} TelaahCluster;

gboolean telaah_cluster_goes_on (TelaahCluster *self,
                                 gunichar       c);

/* How clearly something new begins, weakest first. */
typedef enum
{
  TELAAH_BREAK_NONE,
  TELAAH_BREAK_BLANK,
  TELAAH_BREAK_CLAUSE,
  TELAAH_BREAK_SENTENCE,
  TELAAH_BREAK_LINE,
  TELAAH_BREAK_PARAGRAPH,
} TelaahBreak;

typedef struct
{
  guint  start;       /* in code points */
  guint  end;
  guint  byte;        /* where in the body */
  guint  n_bytes;
  guint  symbol;      /* in the vocabulary; 0: not known there */
  guint8 is_word;
  guint8 before;      /* TelaahBreak */
} TelaahToken;

typedef struct _TelaahVocabulary TelaahVocabulary;

TelaahVocabulary *telaah_vocabulary_new      (void);
TelaahVocabulary *telaah_vocabulary_new_loose (void);
void              telaah_vocabulary_free     (TelaahVocabulary       *self);
guint             telaah_vocabulary_get_size (const TelaahVocabulary *self);
guint             telaah_vocabulary_get_bits (const TelaahVocabulary *self,
                                              guint                   symbol);
guint             telaah_vocabulary_learn    (TelaahVocabulary       *self,
                                              const char             *word,
                                              guint                   n_bytes);
guint             telaah_vocabulary_find     (const TelaahVocabulary *self,
                                              const char             *word,
                                              guint                   n_bytes);

/* Where to begin and to stop in a body. */
typedef struct
{
  guint character;
  guint byte;
  guint end_byte;
} TelaahStretch;

gboolean          telaah_is_word_character   (gunichar                c);
GArray           *telaah_tokens_split        (const char             *body,
                                              TelaahStretch           stretch,
                                              TelaahVocabulary       *vocabulary);
void              telaah_tokens_look_up      (GArray                 *tokens,
                                              const char             *body,
                                              const TelaahVocabulary *vocabulary);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahVocabulary, telaah_vocabulary_free)

G_END_DECLS
