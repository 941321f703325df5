/* The wording of what is not an article: patterns of words that pages put around their texts.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/telaah-line-shape.h"

G_BEGIN_DECLS

typedef enum
{
  TELAAH_PHRASE_WEAK     = 1 << 0,   /* clutter in the company of clutter only: the words have other uses */
  TELAAH_PHRASE_SENTENCE = 1 << 1,   /* may be a sentence, or a few */
  TELAAH_PHRASE_NAMES    = 1 << 2,   /* what * stands for are names */
  TELAAH_PHRASE_HEAD     = 1 << 3,   /* before the running text only */
  TELAAH_PHRASE_AROUND   = 1 << 4,   /* before or after it only */
  TELAAH_PHRASE_TITLED   = 1 << 5,   /* what * stands for is written as a title */
  TELAAH_PHRASE_GRID     = 1 << 6,   /* a field of a form: not among the fields of a table of facts */
} TelaahPhraseFlags;

/* The words of a pattern: "this|that" is either, "#" a number, "*" any words or none; at the beginning "..." says
 * that the pattern may begin anywhere. A line has to match to its end. */
typedef struct
{
  const char        *words;
  const char        *reason;
  TelaahPhraseFlags  flags;
  guint              most;           /* words in the line; 0: no matter */
} TelaahPhrase;

extern const TelaahPhrase telaah_phrases[];
extern const guint        telaah_n_phrases;

const TelaahPhrase *telaah_phrases_match (const TelaahPage      *page,
                                          guint                  index,
                                          const TelaahLineWords *words);

G_END_DECLS
