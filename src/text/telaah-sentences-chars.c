/* The characters that sentences end and begin with, and walking over them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-sentences-private.h"

gboolean
telaah_char_is_stop (gunichar c)
{
  int sb;

  if (c < 0x80)
    return c == '.' || c == '!' || c == '?';

  if (c == 0x2026)
    return TRUE;

  sb = telaah_char_get_break (c);

  return sb == U_SB_STERM || sb == U_SB_ATERM;
}

gboolean
telaah_char_is_opener (gunichar c)
{
  if (c < 0x80)
    return c == '(' || c == '[' || c == '{' || c == '"' || c == '\'' || c == '<';

  switch (u_charType (c))
    {
    case U_START_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
      return TRUE;
    default:
      return c == 0xbf || c == 0xa1;
    }
}

gboolean
telaah_char_is_closer (gunichar c)
{
  if (c < 0x80)
    return c == ')' || c == ']' || c == '}' || c == '>';

  switch (u_charType (c))
    {
    case U_END_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
telaah_char_is_bullet (gunichar c)
{
  switch (c)
    {
    case '*': case '+': case '-':
    case 0xb7: case 0x2013: case 0x2014: case 0x2022: case 0x2023: case 0x2043: case 0x25a0:
    case 0x25a1: case 0x25aa: case 0x25ab: case 0x25b6: case 0x25b8: case 0x25ba: case 0x25c6:
    case 0x25cb: case 0x25cf: case 0x25e6: case 0x2605: case 0x2611: case 0x2713: case 0x2714:
    case 0x2756: case 0x27a2: case 0x27a4: case 0xf0b7: case 0xf0a7: case 0xf0d8:
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
telaah_char_is_emoji (gunichar c)
{
  return c >= 0x203c && !telaah_char_is_bullet (c) &&
         (u_hasBinaryProperty (c, UCHAR_EXTENDED_PICTOGRAPHIC) ||
          u_hasBinaryProperty (c, UCHAR_EMOJI_MODIFIER) || (c >= 0x1f1e6 && c <= 0x1f1ff));
}

gsize
telaah_block_skip_blanks (const TelaahBlock *block,
                          gsize              at)
{
  while (at < block->end && telaah_char_is_blank (telaah_block_peek (block, at)))
    at = telaah_block_after (block, at);

  return at;
}

gsize
telaah_block_skip_blanks_back (const TelaahBlock *block,
                               gsize              at)
{
  while (at > block->start && telaah_char_is_blank (telaah_block_peek_before (block, at)))
    at = telaah_block_before (block, at);

  return at;
}
