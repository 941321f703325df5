/* What the parts of splitting a text into words share: what characters are to it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <unicode/ubrk.h>

#include "text/telaah-words.h"

G_BEGIN_DECLS

typedef enum
{
  TELAAH_CHAR_LETTER,
  TELAAH_CHAR_UNSPACED,     /* a letter of a script that writes no blanks */
  TELAAH_CHAR_DIGIT,
  TELAAH_CHAR_MARK,         /* goes on with what is before it */
  TELAAH_CHAR_IGNORED,      /* has no width; within words it is nothing */
  TELAAH_CHAR_APOSTROPHE,
  TELAAH_CHAR_STOP,         /* . : ! */
  TELAAH_CHAR_CLAUSE,       /* , ; and all else that is no word */
  TELAAH_CHAR_QUOTE,
  TELAAH_CHAR_HYPHEN,
  TELAAH_CHAR_SPACE,        /* the plain one */
  TELAAH_CHAR_BLANK,
  TELAAH_CHAR_LINE,         /* ends one */
} TelaahCharKind;

extern const guint8 telaah_char_kinds[0x80];

TelaahCharKind telaah_char_get_wide_kind (gunichar c);

static inline TelaahCharKind
telaah_char_get_kind (gunichar c)
{
  return c < 0x80 ? (TelaahCharKind) telaah_char_kinds[c] : telaah_char_get_wide_kind (c);
}

/* A word of an unspaced script, in bytes from the beginning of its run. */
typedef struct
{
  guint start;
  guint end;
} TelaahPiece;

/* Made when the first run comes. */
typedef struct
{
  UBreakIterator *icu;
  GArray         *pieces;     /* TelaahPiece, of the last run */
} TelaahWordBreaker;

void telaah_word_breaker_clear (TelaahWordBreaker *self);
void telaah_word_breaker_break (TelaahWordBreaker *self,
                                const char        *run,
                                gsize              n_bytes);

gboolean telaah_words_are_one  (TelaahLexicon     *lexicon,
                                const char        *first,
                                gsize              n_first,
                                const char        *second,
                                gsize              n_second);

G_END_DECLS
