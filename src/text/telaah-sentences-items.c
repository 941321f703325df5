/* The bullets and numbers that items begin with, on lines of their own and within a sentence.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-sentences-private.h"

/* Numbers longer than this are years and amounts, not the numbers of items. */
#define ITEM_DIGITS 3

/* As far as Roman numbers of items go: xxxviii. */
#define ITEM_LETTERS 7

static gboolean
is_roman (gunichar c)
{
  return c == 'i' || c == 'v' || c == 'x' || c == 'l' || c == 'I' || c == 'V' || c == 'X' ||
         c == 'L';
}

/* 1, 1.2, 3.2.1: where it ends, or @at. */
static gsize
skip_number (const TelaahBlock *block,
             gsize              at)
{
  const char *body = block->body;
  gsize end = at;

  for (;;)
    {
      gsize from = end;

      while (end < block->end && g_ascii_isdigit (body[end]))
        end++;

      if (end == from || end - from > ITEM_DIGITS)
        return at;

      if (end + 1 >= block->end || body[end] != '.' || !g_ascii_isdigit (body[end + 1]))
        return end;

      end++;
    }
}

/* What an item is counted with: a number, a letter, iv. */
static gsize
skip_count (const TelaahBlock *block,
            gsize              at)
{
  gsize end = skip_number (block, at);

  if (end > at)
    return end;

  while (end < block->end && end - at < ITEM_LETTERS && is_roman (block->body[end]))
    end++;

  if (end > at && !telaah_char_is_word (telaah_block_peek (block, end)))
    return end;

  return at < block->end && g_ascii_isalpha (block->body[at]) ? at + 1 : at;
}

/* "1. ", "a) ", "1.) ", "(iv) ": where it ends, or @at. */
static gsize
find_label (const TelaahBlock *block,
            gsize              at)
{
  gboolean open = telaah_block_peek (block, at) == '(';
  gsize from = at + open;
  gsize end = skip_count (block, from);
  gunichar mark = telaah_block_peek (block, end);
  gunichar next;

  if (end == from || (open ? mark != ')' : mark != '.' && mark != ')'))
    return at;

  end++;
  if (mark == '.' && telaah_block_peek (block, end) == ')')
    end++;
  next = telaah_block_peek (block, end);

  return next == 0 || telaah_char_is_blank (next) ? end : at;
}

/**
 * telaah_block_find_item:
 *
 * Returns: the end of the bullet, the number or both that an item begins with at @at, or @at
 */
gsize
telaah_block_find_item (const TelaahBlock *block,
                        gsize              at)
{
  gsize next = telaah_block_after (block, at);
  gunichar c = telaah_block_peek (block, next);
  gsize label;

  if (telaah_char_is_bullet (telaah_block_peek (block, at)) && telaah_char_is_blank (c))
    {
      label = telaah_block_skip_blanks (block, next);

      return MAX (next, find_label (block, label));
    }

  return find_label (block, at);
}

/* 1 for 1, a thousand and one for a: so that none comes next to another kind. 0: there is none. */
static guint
get_value (const TelaahBlock *block,
           gsize              at)
{
  gsize item = telaah_block_find_item (block, at);
  guint value = 0;

  if (item == at)
    return 0;

  while (at < item && !g_ascii_isalnum (block->body[at]))
    at++;

  if (g_ascii_islower (block->body[at]) && !g_ascii_isalnum (block->body[at + 1]))
    return 1000 + block->body[at] - 'a' + 1;

  for (; g_ascii_isdigit (block->body[at]); at++)
    value = value * 10 + g_ascii_digit_value (block->body[at]);

  return block->body[at] == '.' && g_ascii_isdigit (block->body[at + 1]) ? 0 : value;
}

/* Where the label begins that ends with the mark at @mark, or @mark. */
static gsize
find_label_start (const TelaahBlock *block,
                  gsize              mark)
{
  gsize at = mark;

  while (at > block->start && mark - at < ITEM_DIGITS && g_ascii_isdigit (block->body[at - 1]))
    at--;

  if (at == mark && at > block->start && g_ascii_islower (block->body[at - 1]))
    at--;

  return at > block->start && at < mark && block->body[at - 1] == '(' ? at - 1 : at;
}

/**
 * telaah_scan_begin_item:
 * @at: where an item with a number may begin
 * @listed: whether a sentence begins with it
 */
void
telaah_scan_begin_item (TelaahScan *scan,
                        gsize       at,
                        gboolean    listed)
{
  scan->item = get_value (&scan->block, at);
  scan->listed = listed && scan->item > 0;
}

/**
 * telaah_scan_find_item:
 * @mark: a full stop or a bracket that may belong to a number
 * @start: (out): where the number begins
 *
 * In "1. Murah 2. Cepat" only their order tells that the numbers are of items.
 *
 * Returns: whether this is the number that comes next
 */
gboolean
telaah_scan_find_item (TelaahScan *scan,
                       gsize       mark,
                       gsize      *start)
{
  const TelaahBlock *block = &scan->block;
  gsize at;
  guint value;

  if (scan->item == 0)
    return FALSE;

  at = find_label_start (block, mark);
  if (at <= scan->sentence || at == mark ||
      !telaah_char_is_blank (telaah_block_peek_before (block, at)))
    return FALSE;

  value = get_value (block, at);
  if (value != scan->item + 1 || telaah_scan_word_before_is (scan, at, TELAAH_WORDS_NUMBERED) ||
      telaah_scan_word_before_is (scan, at, TELAAH_WORDS_LETTERED))
    return FALSE;

  scan->item = value;
  *start = at;

  return TRUE;
}

/**
 * telaah_scan_is_joined:
 * @start: where the number of an item begins
 *
 * Whether the item is of the same sentence as the one before: "1. murah, 2. cepat, dan 3. aman".
 */
gboolean
telaah_scan_is_joined (TelaahScan *scan,
                       gsize       start)
{
  const TelaahBlock *block = &scan->block;
  gsize end = telaah_block_skip_blanks_back (block, start);
  gunichar before = telaah_block_peek_before (block, end);

  return end < start && (before == ':' || before == ';' || before == ',' ||
                         telaah_scan_word_before_is (scan, start, TELAAH_WORDS_JOINING));
}
