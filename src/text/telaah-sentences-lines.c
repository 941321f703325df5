/* The lines of a text, and how each begins and ends.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-sentences-private.h"

#include <string.h>

/* How much of the first word of a line is counted, in characters. */
#define FIRST_REACH 40

static gsize
find_newline (const TelaahBlock *stretch,
              gsize              at)
{
  const guchar *body = (const guchar *) stretch->body;

  for (; at < stretch->end; at++)
    {
      guchar b = body[at];

      if (b > 0x0d && b < 0xc2)
        continue;
      if (b >= 0x0a && b <= 0x0d)
        return at;
      if ((b == 0xc2 && body[at + 1] == 0x85) ||
          (b == 0xe2 && body[at + 1] == 0x80 && (body[at + 2] | 1) == 0xa9))
        return at;
    }

  return stretch->end;
}

static guint
count_width (const TelaahBlock *words)
{
  gsize bytes = words->end - words->start;
  guint n = 0;

  if (bytes > TELAAH_LINE_BYTES)
    return MAX (bytes / 4, TELAAH_LINE_WIDEST + 1);

  for (gsize i = words->start; i < words->end; i++)
    n += ((guchar) words->body[i] & 0xc0) != 0x80;

  return n;
}

static guint
count_first (const TelaahBlock *words)
{
  gsize at = words->start;
  guint n = 0;

  for (; n < FIRST_REACH && at < words->end; n++, at = telaah_block_after (words, at))
    if (telaah_char_is_blank (telaah_block_peek (words, at)))
      break;

  return n;
}

static TelaahHead
find_head (const TelaahBlock *words)
{
  gsize at = words->start;
  gsize item = telaah_block_find_item (words, at);

  if (item > at)
    return telaah_char_is_bullet (telaah_block_peek (words, at)) ? TELAAH_HEAD_BULLET
                                                                 : TELAAH_HEAD_LABEL;

  for (guint i = 0; i < 4; i++, at = telaah_block_after (words, at))
    switch (telaah_char_get_break (telaah_block_peek (words, at)))
      {
      case U_SB_LOWER:
        return TELAAH_HEAD_LOWER;
      case U_SB_UPPER:
        return TELAAH_HEAD_UPPER;
      case U_SB_OLETTER:
        return TELAAH_HEAD_LETTER;
      case U_SB_CLOSE:
        break;
      default:
        return TELAAH_HEAD_OTHER;
      }

  return TELAAH_HEAD_OTHER;
}

/* Back over closing marks and the number of a footnote, to what ends the line. */
static gsize
find_last (const TelaahBlock *words)
{
  gsize at = words->end;

  for (guint i = 0; i < 8; i++)
    {
      gunichar c = telaah_block_peek_before (words, at);

      if (!telaah_char_is_closer (c) && c != '"' && c != '\'' && c != '*' && c != '_' &&
          telaah_char_get_break (c) != U_SB_EXTEND && !telaah_char_is_emoji (c))
        break;

      at = telaah_block_before (words, at);
      if (c != ']')
        continue;

      while (g_ascii_isdigit (telaah_block_peek_before (words, at)))
        at--;
      if (telaah_block_peek_before (words, at) == '[')
        at--;
    }

  return telaah_block_skip_blanks_back (words, at);
}

static gsize
find_word_before (const TelaahBlock *block,
                  gsize              at)
{
  for (guint i = 0; i < 24 && telaah_char_is_word (telaah_block_peek_before (block, at)); i++)
    at = telaah_block_before (block, at);

  return at;
}

static TelaahTail
find_tail (const TelaahBlock *words)
{
  gsize at = find_last (words);
  gunichar c = telaah_block_peek_before (words, at);
  gsize word;

  if (telaah_char_is_stop (c))
    return TELAAH_TAIL_STOP;

  switch (c)
    {
    case ':': case 0xff1a:
      return TELAAH_TAIL_COLON;
    case ';': case 0xff1b:
      return TELAAH_TAIL_SEMICOLON;
    case ',': case 0x60c: case 0x3001: case 0xff0c:
      return TELAAH_TAIL_COMMA;
    case '-': case 0xad: case 0x2010: case 0x2011:
      at = telaah_block_before (words, at);
      return telaah_char_is_word (telaah_block_peek_before (words, at)) ? TELAAH_TAIL_HYPHEN
                                                                        : TELAAH_TAIL_OPEN;
    case '(': case '[': case '&': case '/': case 0x2013: case 0x2014: case 0x201c:
      return TELAAH_TAIL_OPEN;
    default:
      break;
    }

  word = find_word_before (words, at);
  if (at == words->end && word > words->start &&
      telaah_words_contain (TELAAH_WORDS_OPEN, words->body + word, at - word))
    return TELAAH_TAIL_OPEN;

  return TELAAH_TAIL_WORD;
}

/* Daftar Pustaka, 7. References: and whatever else such a heading is written with. */
static gboolean
is_references (const TelaahBlock *words)
{
  TelaahBlock title = *words;
  gsize item = telaah_block_find_item (words, words->start);

  title.start = telaah_block_skip_blanks (words, item);
  while (title.start < title.end && strchr ("#*_ ", title.body[title.start]) != NULL)
    title.start++;
  while (title.end > title.start && strchr ("#*_: ", title.body[title.end - 1]) != NULL)
    title.end--;

  return telaah_words_contain (TELAAH_WORDS_REFERENCES, title.body + title.start,
                               title.end - title.start);
}

static gboolean
is_blank (const TelaahBlock *stretch)
{
  return telaah_block_skip_blanks (stretch, stretch->start) >= stretch->end;
}

/* What stands between two stretches may be the heading of the references. */
static gboolean
follows_references (const GArray *stretches,
                    guint         i)
{
  const TelaahBlock *stretch = &g_array_index (stretches, TelaahBlock, i);
  TelaahBlock apart = { stretch->body, i > 0 ? stretch[-1].end : 0, stretch->start };

  /* Between them there may be a link, on a line of its own. */
  while (i > 0 && is_blank (&stretch[-1]))
    {
      apart.start = --i > 0 ? stretch[-2].end : 0;
      stretch--;
    }

  for (gsize at = apart.start; at < apart.end;)
    {
      TelaahBlock words = { apart.body, at, find_newline (&apart, at) };

      at = words.end + 1;
      words.start = telaah_block_skip_blanks (&words, words.start);
      words.end = telaah_block_skip_blanks_back (&words, words.end);
      if (is_references (&words))
        return TRUE;
    }

  return FALSE;
}

static void
add_line (GArray            *lines,
          const TelaahBlock *words,
          gboolean           fresh,
          gboolean           spaced)
{
  TelaahTextLine line = { .words = *words, .fresh = fresh, .spaced = spaced };

  line.width = count_width (words);
  line.first = count_first (words);
  line.head = find_head (words);
  line.tail = find_tail (words);
  line.references = is_references (words);
  g_array_append_val (lines, line);
}

static void
add_lines (GArray       *lines,
           const GArray *stretches,
           guint         i)
{
  const TelaahBlock *stretch = &g_array_index (stretches, TelaahBlock, i);
  guint first = lines->len;
  gboolean fresh = TRUE, spaced = FALSE;
  gsize at = stretch->start;

  while (at < stretch->end)
    {
      gsize end = find_newline (stretch, at);
      TelaahBlock words = { stretch->body, at, end };

      words.start = telaah_block_skip_blanks (&words, at);
      words.end = telaah_block_skip_blanks_back (&words, end);

      if (words.start < words.end)
        {
          add_line (lines, &words, fresh, spaced);
          fresh = spaced = FALSE;
        }
      else
        {
          spaced = TRUE;
        }

      at = end < stretch->end && stretch->body[end] == '\r' && stretch->body[end + 1] == '\n'
           ? end + 2 : telaah_block_after (stretch, end);
    }

  if (first < lines->len && follows_references (stretches, i))
    g_array_index (lines, TelaahTextLine, first).references = TRUE;
}

/**
 * telaah_text_lines_read:
 * @stretches: (element-type TelaahBlock): what is read of a body
 *
 * Returns: (transfer full) (element-type TelaahTextLine): the lines that are not blank
 */
GArray *
telaah_text_lines_read (const GArray *stretches)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (TelaahTextLine));

  for (guint i = 0; i < stretches->len; i++)
    add_lines (lines, stretches, i);

  return lines;
}
