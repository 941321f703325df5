/* Reading a block from stop to stop: its brackets and quotation marks, and a verdict at each stop.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-sentences-private.h"

/* How far the end of a bracket and of a quoted title is looked for, in bytes. Longer ones hold
 * sentences of their own. */
#define BRACKET_REACH 300
#define TITLE_REACH 160

/**
 * telaah_scan_has_word:
 *
 * Whether a word of the sentence, other than the number of an item, stands before @at.
 */
gboolean
telaah_scan_has_word (TelaahScan *scan,
                      gsize       at)
{
  gsize word = telaah_block_skip_blanks (&scan->block, scan->sentence);

  word = MAX (word, telaah_block_find_item (&scan->block, word));
  scan->wordless = MAX (scan->wordless, word);
  while (scan->wordless < at)
    {
      if (telaah_char_is_word (telaah_block_peek (&scan->block, scan->wordless)))
        return TRUE;
      scan->wordless = telaah_block_after (&scan->block, scan->wordless);
    }

  return FALSE;
}

static gunichar
get_counterpart (gunichar c)
{
  return c == '(' ? ')' : c == '[' ? ']' : 0;
}

/* Stops within a bracket that stands in a sentence do not end it. */
static void
read_bracket (TelaahScan *scan,
              gsize       at)
{
  const char *body = scan->block.body;
  char opener = body[at], closer = get_counterpart (opener);
  gsize reach = MIN (scan->block.end, at + BRACKET_REACH);
  guint depth = 0;

  if (at < scan->hold || at < scan->unmatched || !telaah_scan_has_word (scan, at))
    return;

  for (gsize i = at; i < reach; i++)
    {
      depth += body[i] == opener;
      depth -= body[i] == closer;
      if (depth == 0)
        {
          scan->hold = i + 1;
          return;
        }
    }

  scan->unmatched = reach;
}

static gboolean
ends_title (TelaahScan *scan,
            gsize       closer)
{
  const TelaahBlock *block = &scan->block;
  gsize next = telaah_block_skip_blanks (block, telaah_block_after (block, closer));
  gunichar last = telaah_block_peek_before (block, closer);
  int sb = telaah_char_get_break (telaah_block_peek (block, next));

  if (sb == U_SB_LOWER || sb == U_SB_SCONTINUE)
    return TRUE;

  if (last == '.' || last == 0x2026 || next == block->end)
    return !telaah_char_is_stop (last);

  return !telaah_char_is_stop (last) || !telaah_scan_is_starter (scan, next);
}

/* Neither do those within a title, which is not introduced by a comma or a colon as speech is. */
static void
read_quotation (TelaahScan *scan,
                gsize       at,
                gunichar    closer)
{
  const TelaahBlock *block = &scan->block;
  gsize reach = MIN (block->end, at + TITLE_REACH);
  gsize before = telaah_block_skip_blanks_back (block, at);

  if (at < scan->hold || !telaah_char_is_word (telaah_block_peek_before (block, before)) ||
      !telaah_scan_has_word (scan, at))
    return;

  for (gsize i = telaah_block_after (block, at); i < reach; i = telaah_block_after (block, i))
    if (telaah_block_peek (block, i) == closer)
      {
        if (ends_title (scan, i))
          scan->hold = telaah_block_after (block, i);
        return;
      }
}

static void
read_straight_quote (TelaahScan *scan,
                     gsize       at)
{
  gunichar before = telaah_block_peek_before (&scan->block, at);
  gunichar after = telaah_block_peek (&scan->block, at + 1);
  gboolean apart_after = after == 0 || telaah_char_is_blank (after);
  gboolean apart_before = before == 0 || telaah_char_is_blank (before) ||
                          telaah_char_is_opener (before);

  scan->quoted = apart_before != apart_after ? apart_before : !scan->quoted;

  if (scan->quoted)
    read_quotation (scan, at, '"');
}

static void
read_other (TelaahScan *scan,
            gsize       at,
            gunichar    c)
{
  switch (c)
    {
    case '(':
    case '[':
      read_bracket (scan, at);
      break;
    case '"':
      read_straight_quote (scan, at);
      break;
    case 0x201c:
      read_quotation (scan, at, 0x201d);
      break;
    case 0xab:
      read_quotation (scan, at, 0xbb);
      break;
    default:
      break;
    }
}

/* Letters, of which nothing is asked; most of a text. */
static gboolean
is_plain (guchar b)
{
  if (b < 0x80)
    return b != '.' && b != '!' && b != '?' && b != '(' && b != '[' && b != '"' && b != ')';

  return b > 0xc2 && b < 0xd6;
}

/* That a new item begins: with the number that comes next, or the bullet that the sentence began
 * with. */
static gboolean
begins_item (TelaahScan *scan,
             gsize       at,
             gunichar    c,
             gsize      *start)
{
  const TelaahBlock *block = &scan->block;

  if (c >= 0x80)
    {
      *start = at;

      return telaah_char_is_bullet (c) && c != 0x2013 && c != 0x2014 && at > scan->sentence &&
             telaah_block_peek (block, scan->sentence) == c &&
             telaah_block_find_item (block, at) > at &&
             telaah_char_is_blank (telaah_block_peek_before (block, at));
    }

  if ((c != '.' && c != ')') || !telaah_scan_find_item (scan, at, start))
    return FALSE;

  /* The stop is that of the number, in any case. */
  scan->label = at + 1;

  return scan->listed && !telaah_scan_is_joined (scan, *start);
}

/**
 * telaah_scan_find_end:
 * @from: where the sentence begins
 *
 * Returns: where it ends, its closing quotation marks and the marks of its footnotes with it
 */
gsize
telaah_scan_find_end (TelaahScan *scan,
                      gsize       from)
{
  const TelaahBlock *block = &scan->block;
  gsize at = from, end;

  scan->sentence = from;
  scan->wordless = from;
  telaah_scan_begin_item (scan, from, TRUE);

  while (!block->whole && at < block->end)
    {
      guchar b = block->body[at];
      gunichar c;

      if (is_plain (b))
        {
          at += b < 0x80 ? 1 : 2;
          continue;
        }

      c = telaah_block_peek (block, at);
      if (begins_item (scan, at, c, &end))
        return end;

      if (!telaah_char_is_stop (c))
        {
          read_other (scan, at, c);
          at = telaah_block_after (block, at);
        }
      else if (telaah_scan_judge (scan, at, &end, &at))
        {
          return end;
        }
    }

  return block->end;
}
