/* A text as a row of words, for search, statistics and candidates.
 *
 * A hyphen parts words ("negara-negara" are two); an apostrophe between letters does not. Scripts that write no blanks
 * are parted by ICU's dictionaries. A word that the page has broken, by a hyphen at the end of a line or by blank lines
 * before a small letter, is two words that also stand for one whole.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/telaah-lexicon.h"
#include "text/telaah-text.h"

G_BEGIN_DECLS

/* What stands between a word and the one before it, weakest first. */
typedef enum
{
  TELAAH_GAP_NONE,       /* nothing at all: scripts without blanks */
  TELAAH_GAP_BLANK,      /* one plain blank */
  TELAAH_GAP_BLANKS,     /* other blanks, line breaks, blank lines */
  TELAAH_GAP_HYPHEN,     /* a hyphen, with or without blanks */
  TELAAH_GAP_QUOTE,      /* quotation marks, brackets, stars, with or without blanks */
  TELAAH_GAP_CLAUSE,     /* a comma, a dash … */
  TELAAH_GAP_SENTENCE,   /* a full stop, a question mark, a colon … */
} TelaahGap;

typedef struct
{
  guint  start;      /* in code points of the text */
  guint  end;
  guint  form;       /* in the lexicon */
  guint  whole;      /* the form that it makes with the next one, where the page has broken a word here; else 0 */
  guint8 before;     /* TelaahGap */
} TelaahWord;

GArray *telaah_words_split (const TelaahText *text,
                            TelaahSpan        span,
                            TelaahLexicon    *lexicon);

/* The terms by which a search index knows a word: its folded form; each stem behind TELAAH_STEM_MARK; and of the whole that it
 * makes with the next one, or the one before it made with it, the same again behind TELAAH_WHOLE_MARK. */
#define TELAAH_WHOLE_MARK '+'

void    telaah_words_add_terms (const GArray  *words,
                                guint          index,
                                TelaahLexicon *lexicon,
                                GPtrArray     *terms);    /* char *, to free: appended */

G_END_DECLS
