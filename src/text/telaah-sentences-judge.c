/* Whether a sentence ends at a stop. ICU knows it of most; here is what it cannot know.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-sentences-private.h"

#include <string.h>

/* In letters: what is shorter before a stop is rather an abbreviation than the end of a sentence
 * whose author spares capitals. */
#define SHORTEST 3

/* In letters, of what may be short for a unit after a number. */
#define LONGEST_UNIT 3

/* That ICU sees a border between two places. It is asked for each border in turn: to look one up
 * it would go back to the beginning of the paragraph. */
static gboolean
breaks (TelaahScan *scan,
        gsize       from,
        gsize       to)
{
  if (scan->icu == NULL)
    return TRUE;

  while (scan->boundary != UBRK_DONE && scan->boundary <= (gint64) from)
    scan->boundary = ubrk_next (scan->icu);

  return scan->boundary != UBRK_DONE && scan->boundary <= (gint64) to;
}

/* That the token is the number of an item within the sentence: "…: 1. Murah; 2. Cepat." */
gboolean
telaah_scan_is_label (TelaahScan           *scan,
                      const TelaahScanWord *token)
{
  if (telaah_block_find_item (&scan->block, token->start) <= token->end)
    return FALSE;

  /* "You and I. Did…": of letters, only those after a mark. */
  if (!telaah_scan_is_joined (scan, token->start) ||
      (token->kind != TELAAH_WORD_NUMBER &&
       telaah_scan_word_before_is (scan, token->start, TELAAH_WORDS_JOINING)))
    return FALSE;

  telaah_scan_begin_item (scan, token->start, scan->listed);

  return TRUE;
}

/* "Gambar 1. Peta", "Langkah 2. Buka": as a sentence begins, the stop belongs to the number. */
static gboolean
is_caption (TelaahScan           *scan,
            const TelaahScanWord *token)
{
  const TelaahBlock *block = &scan->block;
  gsize word = scan->sentence;
  gsize next = word;

  while (next < token->start && telaah_char_is_word (telaah_block_peek (block, next)))
    next = telaah_block_after (block, next);

  return next > word && telaah_block_find_item (block, token->start) > token->end &&
         telaah_block_skip_blanks (block, next) == token->start &&
         telaah_scan_word_is (scan, word, TELAAH_WORDS_NUMBERED);
}

/* A full stop before lower case: the author spares capitals, or the word is an abbreviation that
 * we do not know. */
static gboolean
ends_before_lower (TelaahScan           *scan,
                   const TelaahStop     *stop,
                   const TelaahScanWord *token,
                   const TelaahNext     *next)
{
  const TelaahBlock *block = &scan->block;
  gunichar before = telaah_block_peek_before (block, stop->stop);
  gunichar after = telaah_block_peek (block, next->at);

  if (stop->quoted || stop->bracketed || after == '(' || after == '[')
    return FALSE;

  /* "Kami siap". kata Retno */
  if (telaah_char_is_closer (before) || before == '"')
    return !telaah_scan_word_is (scan, next->word, TELAAH_WORDS_SPEECH);

  /* 1.2bn., 35 thn.: a unit. */
  if (token->start < token->end && token->kind != TELAAH_WORD_NUMBER &&
      (g_ascii_isdigit (block->body[token->start]) || token->counted))
    return token->letters > LONGEST_UNIT;

  return token->start == token->end || token->kind == TELAAH_WORD_NUMBER ||
         token->letters >= SHORTEST;
}

/* "5. 000", "10. 30 WIB", "17. 8. 1945": a number that a blank has parted. */
static gboolean
is_parted_number (TelaahScan           *scan,
                  const TelaahScanWord *token,
                  const TelaahNext     *next)
{
  const TelaahBlock *block = &scan->block;
  guint before = token->end - token->start, after;
  gsize end;

  if (next->word != next->at || before > 3)
    return FALSE;

  after = telaah_block_count_digits (block, next->word);
  end = next->word + after;

  if (after == 3)
    return TRUE;

  return before <= 2 && after <= 2 &&
         (telaah_block_peek (block, end) == '.' ||
          telaah_scan_word_is (scan, telaah_block_skip_blanks (block, end), TELAAH_WORDS_TIMES));
}

static gboolean
ends_after_number (TelaahScan           *scan,
                   const TelaahStop     *stop,
                   const TelaahScanWord *token,
                   const TelaahNext     *next)
{
  switch (next->kind)
    {
    case TELAAH_NEXT_LOWER:
      return token->end - token->start > 1 && ends_before_lower (scan, stop, token, next);
    case TELAAH_NEXT_DIGIT:
      return !is_parted_number (scan, token, next);
    case TELAAH_NEXT_OTHER:
      return TRUE;
    default:
      return breaks (scan, stop->stop, next->at);
    }
}

static gboolean
ends_after_word (TelaahScan           *scan,
                 const TelaahStop     *stop,
                 const TelaahScanWord *token,
                 const TelaahNext     *next)
{
  if (next->kind == TELAAH_NEXT_LOWER)
    return ends_before_lower (scan, stop, token, next);

  return next->kind == TELAAH_NEXT_DIGIT || next->kind == TELAAH_NEXT_OTHER ||
         telaah_char_is_bullet (telaah_block_peek (&scan->block, next->at)) ||
         breaks (scan, stop->stop, next->at);
}

/* "Vol. II", "Fig. A": numbers without digits. But "No. I won't." */
static gboolean
is_counting (TelaahScan           *scan,
             const TelaahScanWord *token,
             gsize                 word)
{
  const TelaahBlock *block = &scan->block;
  const char *body = block->body;
  gsize at = word;

  while (at < block->end && strchr ("IVXLC", body[at]) != NULL)
    at++;

  if (at == word && at < block->end && g_ascii_isupper (body[at]))
    at++;

  if (at == word || body[at] == '\'' || telaah_block_peek (block, at) == 0x2019 ||
      telaah_char_is_word (telaah_block_peek (block, at)))
    return FALSE;

  return at > word + 1 || (body[word] != 'A' && body[word] != 'I') ||
         g_ascii_tolower (body[token->start]) != 'n' ||
         !telaah_char_is_lower (telaah_block_peek (block, telaah_block_skip_blanks (block, at)));
}

/* A single full stop, and a blank after it. */
static gboolean
ends_at_full_stop (TelaahScan       *scan,
                   const TelaahStop *stop,
                   const TelaahNext *next)
{
  TelaahScanWord token = telaah_scan_read_word (scan, stop->stop);
  gunichar after = telaah_block_peek (&scan->block, next->at);
  gboolean upper = next->kind == TELAAH_NEXT_UPPER && after != '(' && after != '[';

  if (telaah_scan_is_label (scan, &token) || is_caption (scan, &token))
    return FALSE;

  switch (token.kind)
    {
    case TELAAH_WORD_NUMBER:
      return ends_after_number (scan, stop, &token, next);
    case TELAAH_WORD_COUNTED:
      return next->kind != TELAAH_NEXT_DIGIT && next->kind != TELAAH_NEXT_LOWER &&
             !is_counting (scan, &token, next->word) && ends_after_word (scan, stop, &token, next);
    case TELAAH_WORD_TITLE:
      return stop->quoted && upper && telaah_scan_is_starter (scan, next->word);
    case TELAAH_WORD_INITIAL:
      return upper && telaah_scan_is_starter (scan, next->word);
    case TELAAH_WORD_NAME:
      return upper && telaah_scan_is_sentence (scan, next->word);
    case TELAAH_WORD_LAST:
      return (upper && !telaah_scan_word_is (scan, next->word, TELAAH_WORDS_TIMES)) ||
             next->kind == TELAAH_NEXT_LETTER;
    case TELAAH_WORD_ORDINARY:
    default:
      return ends_after_word (scan, stop, &token, next);
    }
}

/* "Kenapa?" Budi bertanya. Of up to two words, and the verb. */
static gboolean
is_speech_tag (TelaahScan *scan,
               gsize       word)
{
  const TelaahBlock *block = &scan->block;

  for (guint i = 0; i < 3; i++)
    {
      gsize end = word;
      gunichar after;

      while (telaah_char_is_word (telaah_block_peek (block, end)))
        end = telaah_block_after (block, end);

      after = telaah_block_peek (block, end);
      if (i > 0 && telaah_scan_word_is (scan, word, TELAAH_WORDS_SPEECH))
        return after == '.' || after == ',' || after == 0;
      if (!telaah_char_is_blank (after))
        return FALSE;

      word = telaah_block_skip_blanks (block, end);
    }

  return FALSE;
}

/* "Yahoo! mengumumkan": a name, for it has a capital within the sentence. */
static gboolean
is_name_before (TelaahScan       *scan,
                const TelaahStop *stop)
{
  TelaahScanWord token = telaah_scan_read_word (scan, stop->stop);

  return telaah_block_peek (&scan->block, stop->stop) == '!' && token.start > scan->sentence &&
         telaah_char_get_break (telaah_block_peek (&scan->block, token.start)) == U_SB_UPPER;
}

/* A question or exclamation mark, and a blank after it. */
static gboolean
ends_at_strong (TelaahScan       *scan,
                const TelaahStop *stop,
                const TelaahNext *next)
{
  switch (next->kind)
    {
    case TELAAH_NEXT_LOWER:
      return !stop->quoted && !stop->bracketed && !is_name_before (scan, stop) &&
             !telaah_scan_word_is (scan, next->word, TELAAH_WORDS_JOINING);
    case TELAAH_NEXT_UPPER:
      return stop->quoted ? !is_speech_tag (scan, next->word)
                          : !telaah_scan_word_is (scan, next->word, TELAAH_WORDS_FIRMS);
    default:
      return TRUE;
    }
}

/* Within a bracket or a title nothing ends; with the bracket a sentence may. */
static gboolean
is_held (TelaahScan       *scan,
         const TelaahStop *stop,
         const TelaahNext *next)
{
  if (stop->last >= scan->hold)
    return FALSE;

  /* "[...]" leaves out words. */
  if (stop->ellipsis && telaah_char_is_opener (telaah_block_peek_before (&scan->block, stop->stop)))
    return TRUE;

  return !stop->bracketed || stop->end < scan->hold || next->kind != TELAAH_NEXT_UPPER ||
         !telaah_scan_is_starter (scan, next->word);
}

static gboolean
ends (TelaahScan       *scan,
      const TelaahStop *stop,
      const TelaahNext *next)
{
  gunichar c = telaah_block_peek (&scan->block, next->at);

  if (next->kind == TELAAH_NEXT_NOTHING || is_held (scan, stop, next) ||
      c == ';' || c == ',' || c == ':' || c == '/' ||
      (telaah_char_get_break (c) == U_SB_SCONTINUE &&
       !(next->apart && next->kind != TELAAH_NEXT_LOWER && telaah_char_is_bullet (c))))
    return FALSE;

  if (!next->apart)
    return telaah_scan_ends_glued (scan, stop, next);
  if (stop->strong)
    return ends_at_strong (scan, stop, next);
  if (stop->ellipsis)
    return next->kind == TELAAH_NEXT_UPPER || next->kind == TELAAH_NEXT_LETTER;

  return ends_at_full_stop (scan, stop, next);
}

/**
 * telaah_scan_judge:
 * @at: a stop
 * @end: (out): where the sentence ends, if it does
 * @resume: (out): where to go on reading, if it does not
 *
 * Returns: whether the sentence ends with this stop
 */
gboolean
telaah_scan_judge (TelaahScan *scan,
                   gsize       at,
                   gsize      *end,
                   gsize      *resume)
{
  TelaahStop stop = telaah_scan_read_stop (scan, at);
  TelaahNext next;
  gsize notes;

  *resume = stop.end;
  if (!telaah_scan_has_word (scan, at) || at < scan->label)
    return FALSE;

  notes = telaah_scan_skip_notes (scan, stop.end);
  next = telaah_scan_read_next (scan, notes);

  if (next.kind == TELAAH_NEXT_DIGIT && !next.apart && next.word == next.at && !stop.strong &&
      !stop.ellipsis)
    {
      *end = telaah_scan_skip_number (scan, &stop, notes);
      return *end > notes;
    }

  if (!ends (scan, &stop, &next))
    return FALSE;

  *end = telaah_scan_skip_more (scan, notes);

  return TRUE;
}
