/* Which lines belong together: those that were wrapped, and those that a page break has parted.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-sentences-private.h"

#include <string.h>

/* Nobody wraps to narrower lines than this, in characters. */
#define NARROWEST 28

/* A line of running text, not of a list or a menu, has at least so many characters. */
#define RUNNING 40

/* An entry of a list of references, in bytes. */
#define LONGEST_ENTRY 600

/* Of the longer words, nearly all have a capital: a heading, not a part of a sentence. */
static gboolean
is_titled (const TelaahBlock *words)
{
  guint longer = 0, capitals = 0;
  gsize at = words->start;

  if (words->end - words->start > TELAAH_LINE_BYTES)
    return FALSE;

  while (at < words->end)
    {
      gsize from = at;
      gboolean capital = telaah_char_get_break (telaah_block_peek (words, at)) == U_SB_UPPER;

      while (at < words->end && telaah_char_is_word (telaah_block_peek (words, at)))
        at = telaah_block_after (words, at);

      if (at - from > 4)
        {
          longer++;
          capitals += capital;
        }

      if (at == from)
        at = telaah_block_after (words, at);
    }

  return longer >= 2 && capitals * 10 >= longer * 7;
}

static gboolean
is_ended (const TelaahTextLine *line)
{
  return line->tail == TELAAH_TAIL_STOP || line->tail == TELAAH_TAIL_COLON ||
         line->tail == TELAAH_TAIL_SEMICOLON;
}

/* That the break after @line is seen to be a wrap: the sentence goes on in lower case. */
static gboolean
is_wrapped (const TelaahTextLine *line,
            const TelaahTextLine *next)
{
  return next->head == TELAAH_HEAD_LOWER && !next->fresh && !next->spaced &&
         !is_ended (line) &&
         line->width >= NARROWEST && line->width <= TELAAH_LINE_WIDEST;
}

/* Of a script without case nothing tells that a sentence goes on, but lines of one width do. */
static guint
find_caseless_wrap (const TelaahTextLine *lines,
                    guint                 n)
{
  guint widest = 0, full = 0;

  for (guint i = 0; i < n; i++)
    widest = MAX (widest, lines[i].width);

  for (guint i = 0; i + 1 < n; i++)
    {
      if (lines[i + 1].head != TELAAH_HEAD_LETTER)
        return 0;
      full += lines[i].tail != TELAAH_TAIL_STOP && lines[i].width * 10 >= widest * 8;
    }

  if (n < 3 || full * 10 < (n - 1) * 7 || widest < NARROWEST / 2 || widest > TELAAH_LINE_WIDEST)
    return 0;

  return widest;
}

static guint
find_wrap (const TelaahTextLine *lines,
           guint                 n)
{
  guint wrap = 0;

  for (guint i = 0; i + 1 < n; i++)
    if (is_wrapped (&lines[i], &lines[i + 1]))
      wrap = MAX (wrap, lines[i].width);

  return wrap > 0 ? wrap : find_caseless_wrap (lines, n);
}

static int
compare_widths (gconstpointer a,
                gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

/* What most of the text is wrapped to; 0 where there is too little to tell by. */
static guint
find_usual_wrap (const GArray *lines)
{
  g_autoptr(GArray) widths = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i + 1 < lines->len; i++)
    {
      const TelaahTextLine *line = &g_array_index (lines, TelaahTextLine, i);

      if (is_wrapped (line, line + 1))
        g_array_append_val (widths, line->width);
    }

  if (widths->len < 3)
    return 0;

  g_array_sort (widths, compare_widths);

  return g_array_index (widths, guint, widths->len * 3 / 4);
}

static void
set_wraps (GArray *lines)
{
  guint usual = find_usual_wrap (lines);
  guint next;

  for (guint i = 0; i < lines->len; i = next)
    {
      TelaahTextLine *line = &g_array_index (lines, TelaahTextLine, i);
      guint wrap;

      for (next = i + 1; next < lines->len; next++)
        if (line[next - i].fresh || line[next - i].spaced)
          break;

      wrap = find_wrap (line, next - i);
      for (guint j = i; j < next; j++)
        line[j - i].wrap = wrap > 0 ? wrap : usual;
    }
}

/* That the first word of @next had no room on @line. */
static gboolean
is_full (const TelaahTextLine *line,
         const TelaahTextLine *next)
{
  return line->wrap > 0 && line->width * 10 <= line->wrap * 12 &&
         (line->width + 1 + next->first) * 10 > line->wrap * 9;
}

/* That @line is of running text, so that what goes on below it in lower case is its sentence. */
static gboolean
is_running (const TelaahTextLine *line)
{
  if (line->tail == TELAAH_TAIL_COMMA || line->tail == TELAAH_TAIL_HYPHEN || line->joined)
    return TRUE;

  if (line->tail == TELAAH_TAIL_OPEN)
    return line->width >= RUNNING / 2;

  /* A lower-case line that begins a block is an item of a list without bullets. */
  return line->width >= RUNNING && !is_titled (&line->words) && line->head != TELAAH_HEAD_LOWER;
}

static gboolean
joins_over_space (const TelaahTextLine *line,
                  const TelaahTextLine *next)
{
  if (is_ended (line))
    return FALSE;

  if (next->head == TELAAH_HEAD_LOWER)
    return is_running (line);

  return next->head == TELAAH_HEAD_UPPER && line->tail == TELAAH_TAIL_OPEN &&
         line->width >= RUNNING && !is_titled (&line->words);
}

static guint
count_words (const TelaahBlock *words)
{
  guint n = 0;

  for (gsize at = words->start; at < words->end; n++)
    {
      while (at < words->end && !telaah_char_is_blank (telaah_block_peek (words, at)))
        at = telaah_block_after (words, at);
      at = telaah_block_skip_blanks (words, at);
    }

  return n;
}

/* Two short lines of which the second begins in lower case: a sentence, if they look like its
 * beginning and its end. */
static gboolean
is_short_wrap (const TelaahTextLine *line,
               const TelaahTextLine *next)
{
  return line->head == TELAAH_HEAD_UPPER && next->tail == TELAAH_TAIL_STOP &&
         count_words (&line->words) >= 3 && !is_titled (&line->words);
}

static gboolean
joins (const TelaahTextLine *line,
       const TelaahTextLine *next)
{
  gboolean full = is_full (line, next);
  gboolean ends = is_ended (line);

  if (next->fresh || next->head == TELAAH_HEAD_BULLET)
    return FALSE;

  /* "…of Article\n5. It": in the middle of a wrapped sentence a number is no item's. */
  if (next->head == TELAAH_HEAD_LABEL)
    return !next->spaced && full && !ends && line->width >= RUNNING && next->first <= 3;

  if (next->spaced)
    return joins_over_space (line, next);

  if (line->tail == TELAAH_TAIL_COLON)
    return full && next->head == TELAAH_HEAD_LOWER;

  /* The stop itself decides, if it is that of an abbreviation. */
  if (line->tail == TELAAH_TAIL_STOP || line->tail == TELAAH_TAIL_SEMICOLON)
    return full;

  if (line->tail == TELAAH_TAIL_HYPHEN)
    return next->head == TELAAH_HEAD_LOWER || line->width >= NARROWEST;

  if (next->head == TELAAH_HEAD_LOWER)
    return is_running (line) || is_short_wrap (line, next) ||
           (full && (line->width >= RUNNING || line->head != TELAAH_HEAD_LOWER));

  if (line->tail == TELAAH_TAIL_COMMA || line->tail == TELAAH_TAIL_OPEN)
    return full || (line->width >= RUNNING && !is_titled (&line->words));

  return full && !is_titled (&line->words);
}

static gboolean
has_year (const TelaahBlock *block)
{
  for (gsize i = block->start; i + 4 <= block->end; i++)
    {
      const char *p = block->body + i;

      if (((p[0] == '1' && (p[1] == '8' || p[1] == '9')) || (p[0] == '2' && p[1] == '0')) &&
          g_ascii_isdigit (p[2]) && g_ascii_isdigit (p[3]))
        return TRUE;
    }

  return FALSE;
}

/* An entry of a list of references: its stops are between author, title and place. */
static gboolean
is_entry (const TelaahBlock *block)
{
  gsize length = block->end - block->start;

  return length <= LONGEST_ENTRY &&
         (has_year (block) || g_strstr_len (block->body + block->start, length, "doi") != NULL);
}

/* Entries end with a stop, however wide the line. */
static gboolean
is_next_entry (const TelaahTextLine *line,
               const TelaahTextLine *next)
{
  return line->tail == TELAAH_TAIL_STOP && next->head != TELAAH_HEAD_LOWER;
}

/* "Nye, J. S.": an author, as an entry begins. */
static gboolean
begins_with_author (const TelaahTextLine *line)
{
  const char *p = line->words.body + line->words.start;
  gsize length = MIN (line->words.end - line->words.start, 48);

  for (gsize i = 1; i + 3 < length; i++)
    if (p[i] == ',' && p[i + 1] == ' ' && g_ascii_isupper (p[i + 2]) && p[i + 3] == '.')
      return TRUE;

  return FALSE;
}

/* An entry has one year and one author; what comes below a full line without either belongs to it. */
static gboolean
goes_on_in_entry (const TelaahBlock    *block,
                  const TelaahTextLine *line,
                  const TelaahTextLine *next)
{
  if (next->fresh || next->spaced || next->head == TELAAH_HEAD_BULLET || next->head == TELAAH_HEAD_LABEL ||
      !is_full (line, next) || begins_with_author (next))
    return FALSE;

  return !has_year (&next->words) || !has_year (block);
}

/* Sets of each line whether it goes on from the one above, and puts the blocks together. */
static void
add_blocks (GArray *blocks,
            GArray *lines)
{
  TelaahBlock *block = NULL;
  gboolean references = FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      TelaahTextLine *line = &g_array_index (lines, TelaahTextLine, i);

      line->joined = i > 0 && joins (line - 1, line) &&
                     !(references && is_next_entry (line - 1, line));
      line->joined |= i > 0 && references && (!line[-1].references || has_year (&line[-1].words)) &&
                      goes_on_in_entry (block, line - 1, line);
      if (line->joined)
        {
          block->end = line->words.end;
          continue;
        }

      if (block != NULL)
        block->whole = references && is_entry (block);
      references |= line->references;

      g_array_append_val (blocks, line->words);
      block = &g_array_index (blocks, TelaahBlock, blocks->len - 1);
    }

  if (block != NULL)
    block->whole = references && is_entry (block);
}

/**
 * telaah_blocks_find:
 * @stretches: (element-type TelaahBlock): what is read of a body
 *
 * Returns: (transfer full) (element-type TelaahBlock): runs of lines that no break of a line parts
 */
GArray *
telaah_blocks_find (const GArray *stretches)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (TelaahBlock));
  g_autoptr(GArray) lines = telaah_text_lines_read (stretches);

  set_wraps (lines);
  add_blocks (blocks, lines);

  return blocks;
}
