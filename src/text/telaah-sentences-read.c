/* What stands around a stop: the stop with its closing marks, the word before it, what comes after.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-sentences-private.h"

#include <string.h>

/* How far the word after a stop is looked for, in characters; and the ends of words, in bytes. */
#define NEXT_REACH 24
#define TOKEN_REACH 64

/* The marks of a footnote, and a citation in brackets, in bytes. */
#define NOTE_REACH 28
#define CITATION_REACH 120

/* Of an author's short name, in bytes. */
#define SIGNATURE 16

/* Nothing of the sentence comes after @at. */
static gboolean
is_apart_after (const TelaahBlock *block,
                gsize              at)
{
  gunichar c = telaah_block_peek (block, at);

  return c == 0 || (c < 0x80 && strchr ("\"'*_,;:", c) != NULL) || telaah_char_is_blank (c) ||
         telaah_char_is_closer (c) || telaah_char_is_stop (c);
}

static gboolean
is_quote (gunichar c)
{
  return c == '"' || c == '\'' || u_hasBinaryProperty (c, UCHAR_QUOTATION_MARK);
}

/* That the mark at @at, right after a stop, closes something. */
static gboolean
closes (TelaahScan *scan,
        gsize       at,
        gunichar    c)
{
  gboolean apart = is_apart_after (&scan->block, telaah_block_after (&scan->block, at));

  if (telaah_char_is_closer (c))
    return TRUE;
  if (c == '"')
    return apart || scan->quoted;

  /* Quotation marks turned the wrong way, and the emphasis of Markdown. */
  return apart && (is_quote (c) || c == '*' || c == '_' || c == '`');
}

/* " ." and " ”": what belongs to the stop though a blank parts them. @at where there is none. */
static gsize
skip_spaced (TelaahScan *scan,
             gsize       at)
{
  const TelaahBlock *block = &scan->block;
  gsize next = telaah_block_after (block, at);
  gunichar blank = telaah_block_peek (block, at);
  gunichar c = telaah_block_peek (block, next);

  if ((blank != ' ' && blank != 0xa0 && blank != 0x202f) ||
      !is_apart_after (block, telaah_block_after (block, next)))
    return at;

  if (telaah_char_is_stop (c) || telaah_char_is_closer (c) || (c == '"' && scan->quoted))
    return next;

  return at;
}

static void
add_mark (TelaahScan *scan,
          TelaahStop *stop,
          gsize       at,
          gunichar    c)
{
  if (telaah_char_is_stop (c))
    {
      gboolean full = c == '.' || c == 0x2026 || telaah_char_get_break (c) == U_SB_ATERM;

      stop->last = at;
      stop->dots += full;
      stop->strong |= !full;
      stop->foreign |= c >= 0x80 && c != 0x2026;
      stop->ellipsis |= c == 0x2026 || stop->dots > 1;
      stop->quoted = stop->bracketed = FALSE;
    }
  else if (is_quote (c))
    {
      stop->quoted = TRUE;
      if (c == '"')
        scan->quoted = FALSE;
    }
  else if (telaah_char_is_closer (c))
    {
      stop->bracketed = TRUE;
    }
}

TelaahStop
telaah_scan_read_stop (TelaahScan *scan,
                       gsize       at)
{
  const TelaahBlock *block = &scan->block;
  TelaahStop stop = { .stop = at };

  while (at < block->end)
    {
      gunichar c = telaah_block_peek (block, at);
      gsize spaced = skip_spaced (scan, at);

      if (spaced > at)
        at = spaced;
      else if (telaah_char_is_stop (c) || closes (scan, at, c) || telaah_char_is_emoji (c) ||
               telaah_char_get_break (c) == U_SB_EXTEND)
        {
          add_mark (scan, &stop, at, c);
          at = telaah_block_after (block, at);
        }
      else
        break;
    }

  stop.end = at;

  return stop;
}

/* "[12]", "[a]", "[citation needed]": where it ends, or @at. */
static gsize
skip_note (const TelaahBlock *block,
           gsize              at)
{
  gsize reach = MIN (block->end, at + NOTE_REACH);

  if (telaah_block_peek (block, at) != '[')
    return at;

  for (gsize i = at + 1; i < reach; i++)
    {
      char c = block->body[i];

      if (c == ']')
        return i > at + 1 ? i + 1 : at;
      if (g_ascii_isupper (c) || c == '.')
        return at;
    }

  return at;
}

/**
 * telaah_scan_skip_notes:
 *
 * Returns: the end of the marks of footnotes that stand right at @at
 */
gsize
telaah_scan_skip_notes (TelaahScan *scan,
                        gsize       at)
{
  const TelaahBlock *block = &scan->block;

  for (;;)
    {
      gunichar c = telaah_block_peek (block, at);
      gsize next = skip_note (block, at);

      if (c == 0xb9 || c == 0xb2 || c == 0xb3 || (c >= 0x2070 && c <= 0x2079) || c == 0x2020 ||
          c == 0x2021)
        next = telaah_block_after (block, at);
      if (next == at)
        return at;

      at = next;
    }
}

/* "(Nye, 2004)", "(2004: 15)": where it ends, or @at. */
static gsize
skip_citation (const TelaahBlock *block,
               gsize              at)
{
  const char *body = block->body;
  gsize reach = MIN (block->end, at + CITATION_REACH);
  gsize year = 0;
  gunichar next;

  if (telaah_block_peek (block, at) != '(')
    return at;

  for (gsize i = at + 1; i < reach && body[i] != '('; i++)
    {
      if (i + 4 < reach && (body[i] == '1' || body[i] == '2') && g_ascii_isdigit (body[i + 1]) &&
          g_ascii_isdigit (body[i + 2]) && g_ascii_isdigit (body[i + 3]))
        year = i + 4;
      if (body[i] != ')')
        continue;

      /* The year is at its end, but for pages. */
      if (year == 0 || i > year + 12)
        return at;

      i += 1 + (i + 1 < block->end && body[i + 1] == '.');
      next = telaah_block_peek (block, telaah_block_skip_blanks (block, i));

      return next == 0 || telaah_char_get_break (next) == U_SB_UPPER || telaah_char_is_opener (next)
             ? i : at;
    }

  return at;
}

/* "(ant)", "(Z-1)": the author of a piece, at its end. */
static gsize
skip_signature (const TelaahBlock *block,
                gsize              at)
{
  if (telaah_block_peek (block, at) != '(' || block->end - at > SIGNATURE ||
      block->body[block->end - 1] != ')')
    return at;

  for (gsize i = at; i < block->end; i++)
    if (block->body[i] == ' ')
      return at;

  return block->end;
}

static gsize
skip_emoji (const TelaahBlock *block,
            gsize              at)
{
  while (telaah_char_is_emoji (telaah_block_peek (block, at)) ||
         telaah_char_get_break (telaah_block_peek (block, at)) == U_SB_EXTEND)
    at = telaah_block_after (block, at);

  return at;
}

/**
 * telaah_scan_skip_more:
 *
 * Returns: the end of the citations and emoji that belong to the sentence which ends at @at, though
 *   blanks part them from it
 */
gsize
telaah_scan_skip_more (TelaahScan *scan,
                       gsize       at)
{
  const TelaahBlock *block = &scan->block;
  gboolean listed = telaah_char_is_emoji (telaah_block_peek (block, scan->sentence));

  for (;;)
    {
      gsize from = telaah_block_skip_blanks (block, at);
      gsize next = skip_note (block, from);
      gunichar c;

      if (next == from)
        next = skip_citation (block, from);
      if (next == from)
        next = skip_signature (block, from);
      if (next == from && !listed)
        next = skip_emoji (block, from);

      c = telaah_block_peek (block, next);
      if (next == from || (c != 0 && !telaah_char_is_blank (c)))
        return at;

      at = next;
    }
}

TelaahNext
telaah_scan_read_next (TelaahScan *scan,
                       gsize       at)
{
  const TelaahBlock *block = &scan->block;
  TelaahNext next = { .at = telaah_block_skip_blanks (block, at), .kind = TELAAH_NEXT_OTHER };

  next.apart = next.at > at;
  next.word = next.at;

  for (guint i = 0; i < NEXT_REACH; i++, next.word = telaah_block_after (block, next.word))
    {
      if (next.word >= block->end)
        next.kind = TELAAH_NEXT_NOTHING;
      else
        switch (telaah_char_get_break (telaah_block_peek (block, next.word)))
          {
          case U_SB_LOWER:
            next.kind = TELAAH_NEXT_LOWER;
            break;
          case U_SB_UPPER:
            next.kind = TELAAH_NEXT_UPPER;
            break;
          case U_SB_OLETTER:
            next.kind = TELAAH_NEXT_LETTER;
            break;
          case U_SB_NUMERIC:
            next.kind = TELAAH_NEXT_DIGIT;
            break;
          default:
            continue;
          }

      return next;
    }

  return next;
}

guint
telaah_block_count_digits (const TelaahBlock *block,
                           gsize              at)
{
  guint n = 0;

  while (at + n < block->end && g_ascii_isdigit (block->body[at + n]))
    n++;

  return n;
}

static gsize
find_word_end (const TelaahBlock *block,
               gsize              at)
{
  gsize reach = MIN (block->end, at + TOKEN_REACH);

  while (at < reach && telaah_char_is_word (telaah_block_peek (block, at)))
    at = telaah_block_after (block, at);

  return at;
}

static gsize
find_word_start (const TelaahBlock *block,
                 gsize              at)
{
  gsize from = at;

  while (from - at < TOKEN_REACH && at > block->start &&
         telaah_char_is_word (telaah_block_peek_before (block, at)))
    at = telaah_block_before (block, at);

  return at;
}

gboolean
telaah_scan_word_is (TelaahScan  *scan,
                     gsize        word,
                     TelaahWords  words)
{
  return telaah_words_contain (words, scan->block.body + word,
                               find_word_end (&scan->block, word) - word);
}

gboolean
telaah_scan_word_before_is (TelaahScan  *scan,
                            gsize        at,
                            TelaahWords  words)
{
  gsize end = telaah_block_skip_blanks_back (&scan->block, at);
  gsize start = find_word_start (&scan->block, end);

  return telaah_words_contain (words, scan->block.body + start, end - start);
}

/**
 * telaah_scan_is_starter:
 *
 * Whether @word is written and known as the first of a sentence, which no name is.
 */
gboolean
telaah_scan_is_starter (TelaahScan *scan,
                        gsize       word)
{
  const TelaahBlock *block = &scan->block;
  gunichar second = telaah_block_peek (block, telaah_block_after (block, word));
  gunichar after = telaah_block_peek (block, find_word_end (block, word));

  return telaah_char_get_break (telaah_block_peek (block, word)) == U_SB_UPPER &&
         telaah_char_get_break (second) == U_SB_LOWER && after != '.' &&
         telaah_scan_word_is (scan, word, TELAAH_WORDS_STARTERS);
}

/**
 * telaah_scan_is_sentence:
 *
 * Whether @word seems to begin a sentence after a name: the rest of a name has capitals.
 */
gboolean
telaah_scan_is_sentence (TelaahScan *scan,
                         gsize       word)
{
  const TelaahBlock *block = &scan->block;
  gsize end = find_word_end (block, word);
  gunichar second = telaah_block_peek (block, telaah_block_skip_blanks (block, end));

  return telaah_scan_is_starter (scan, word) ||
         (telaah_char_is_blank (telaah_block_peek (block, end)) &&
          telaah_char_get_break (second) == U_SB_LOWER);
}
