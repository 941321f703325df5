/* What characters are to words and to the gaps between them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-words-private.h"

#include <unicode/uchar.h>

#include "text/telaah-fold.h"

#define L TELAAH_CHAR_LETTER
#define D TELAAH_CHAR_DIGIT
#define A TELAAH_CHAR_APOSTROPHE
#define S TELAAH_CHAR_STOP
#define C TELAAH_CHAR_CLAUSE
#define Q TELAAH_CHAR_QUOTE
#define H TELAAH_CHAR_HYPHEN
#define B TELAAH_CHAR_BLANK
#define N TELAAH_CHAR_LINE
#define W TELAAH_CHAR_SPACE

/* Stars, underscores and the like are Markdown's, and stand where quotation marks do. */
const guint8 telaah_char_kinds[0x80] = {
  B, B, B, B, B, B, B, B, B, B, N, N, N, N, B, B, /* controls */
  B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B,
  W, S, Q, Q, C, C, C, A, Q, Q, Q, C, C, H, S, C, /*  !"#$%&'()*+,-./ */
  D, D, D, D, D, D, D, D, D, D, S, C, Q, C, Q, S, /* 0123456789:;<=>? */
  C, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, /* @ABC */
  L, L, L, L, L, L, L, L, L, L, L, Q, C, Q, C, Q, /* PQRS … Z[\]^_ */
  Q, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, /* `abc */
  L, L, L, L, L, L, L, L, L, L, L, Q, C, Q, Q, B, /* pqrs … z{|}~ */
};

#undef L
#undef D
#undef A
#undef S
#undef C
#undef Q
#undef H
#undef B
#undef N
#undef W

static gboolean
is_unspaced (gunichar c)
{
  if (c < 0xe00 || (c >= 0xac00 && c <= 0xd7ff))
    return FALSE;

  return (c >= 0x3005 && c <= 0x3007) || (c >= 0x3041 && c <= 0x30ff && c != 0x30fb) ||
         (c >= 0x31f0 && c <= 0x31ff) || (c >= 0xff66 && c <= 0xff9f) ||
         u_hasBinaryProperty (c, UCHAR_IDEOGRAPHIC) ||
         u_getIntPropertyValue (c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
}

static TelaahCharKind
get_punctuation_kind (gunichar c)
{
  if (c == 0x2026 || u_hasBinaryProperty (c, UCHAR_S_TERM))
    return TELAAH_CHAR_STOP;
  if (c == 0xad || c == 0x2010 || c == 0x2011 || c == 0x2043 || c == 0xfe63 || c == 0xff0d)
    return TELAAH_CHAR_HYPHEN;
  if (c == 0xff1a || c == 0xff0e)
    return TELAAH_CHAR_STOP;
  if (u_hasBinaryProperty (c, UCHAR_QUOTATION_MARK))
    return TELAAH_CHAR_QUOTE;

  return TELAAH_CHAR_CLAUSE;
}

/* Not of ASCII. */
TelaahCharKind
telaah_char_get_wide_kind (gunichar c)
{
  int type;

  if (telaah_char_is_apostrophe (c))
    return TELAAH_CHAR_APOSTROPHE;

  /* This one is there to part words. */
  if (c == 0x200b)
    return TELAAH_CHAR_BLANK;

  type = u_charType (c);
  if (type == U_LOWERCASE_LETTER || type == U_UPPERCASE_LETTER || type == U_TITLECASE_LETTER)
    return TELAAH_CHAR_LETTER;

  if (c != 0xad && u_hasBinaryProperty (c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
    return TELAAH_CHAR_IGNORED;

  switch (type)
    {
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_LETTER_NUMBER:
      return is_unspaced (c) ? TELAAH_CHAR_UNSPACED : TELAAH_CHAR_LETTER;
    case U_DECIMAL_DIGIT_NUMBER:
      return TELAAH_CHAR_DIGIT;
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_ENCLOSING_MARK:
      return TELAAH_CHAR_MARK;
    case U_SPACE_SEPARATOR:
      return TELAAH_CHAR_BLANK;
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return TELAAH_CHAR_LINE;
    case U_CONTROL_CHAR:
      return c == 0x85 ? TELAAH_CHAR_LINE : TELAAH_CHAR_BLANK;
    case U_START_PUNCTUATION:
    case U_END_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
    case U_OTHER_NUMBER:       /* of footnotes */
      return TELAAH_CHAR_QUOTE;
    default:
      return get_punctuation_kind (c);
    }
}
