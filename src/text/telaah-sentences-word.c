/* The word before a full stop: an abbreviation, an initial, a number, or a word like any.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-sentences-private.h"

#include <string.h>

/* How far the beginning of the word is looked for, in bytes. */
#define REACH 64

/* S.Sos, M.Hum, Sp.OG: how long the parts of a degree are. */
#define DEGREE_FIRST 2
#define DEGREE_PART 4

/* Longer words without a vowel are no abbreviations: there are none. */
#define CONSONANTS 5

static gboolean
is_letter (gunichar c)
{
  int sb = telaah_char_get_break (c);

  return sb == U_SB_LOWER || sb == U_SB_UPPER || sb == U_SB_OLETTER || sb == U_SB_EXTEND;
}

/* Stops and apostrophes between letters belong to the word. */
static gsize
find_start (const TelaahBlock *block,
            gsize              sentence,
            gsize              end,
            gboolean          *dotted)
{
  gsize at = end;

  while (at > sentence && end - at < REACH)
    {
      gsize before = telaah_block_before (block, at);
      gunichar c = telaah_block_peek (block, before);

      if (c == '.' || c == '\'' || c == 0x2019)
        {
          if (at == end || !telaah_char_is_word (telaah_block_peek_before (block, before)))
            break;
          *dotted |= c == '.';
        }
      else if (!telaah_char_is_word (c) && telaah_char_get_break (c) != U_SB_EXTEND)
        {
          break;
        }

      at = before;
    }

  return at;
}

static gboolean
is_number (const TelaahBlock *block,
           gsize              end)
{
  return end > block->start && g_ascii_isdigit (block->body[end - 1]);
}

static gboolean
follows_number (const TelaahBlock *block,
                gsize              start)
{
  return is_number (block, telaah_block_skip_blanks_back (block, start));
}

static guint
count_letters (const TelaahBlock *block,
               gsize              start,
               gsize              end)
{
  guint n = 0;

  for (gsize at = start; at < end; at = telaah_block_after (block, at))
    {
      gunichar c = telaah_block_peek (block, at);

      n += is_letter (c) && telaah_char_get_break (c) != U_SB_EXTEND;
    }

  return n;
}

/* One character, with its marks. */
static gboolean
is_single (const TelaahBlock *block,
           gsize              start,
           gsize              end)
{
  for (gsize at = start; at < end; at = telaah_block_after (block, at))
    if (!is_letter (telaah_block_peek (block, at)))
      return FALSE;

  return count_letters (block, start, end) == 1;
}

static TelaahWordKind
classify_dotted (const TelaahBlock    *block,
                 const TelaahScanWord *token)
{
  gboolean initials = TRUE, degree;
  gsize from = token->start;

  degree = telaah_char_get_break (telaah_block_peek (block, from)) == U_SB_UPPER;
  while (from < token->end)
    {
      const char *dot = memchr (block->body + from, '.', token->end - from);
      gsize to = dot != NULL ? (gsize) (dot - block->body) : token->end;

      initials = initials && is_single (block, from, to);
      degree = degree && to - from <= (from == token->start ? DEGREE_FIRST : DEGREE_PART);
      from = to + 1;
    }

  return initials ? TELAAH_WORD_INITIAL : degree ? TELAAH_WORD_NAME : TELAAH_WORD_ORDINARY;
}

/* yg, dgn, krn: nobody can say them. Words in capitals one spells: DPR. */
static gboolean
has_no_vowel (const TelaahBlock    *block,
              const TelaahScanWord *token)
{
  gboolean small = FALSE;

  if (token->end - token->start > CONSONANTS)
    return FALSE;

  for (gsize at = token->start; at < token->end; at++)
    {
      if (!g_ascii_isalpha (block->body[at]) || strchr ("aeiouyAEIOUY", block->body[at]) != NULL)
        return FALSE;
      small |= g_ascii_islower (block->body[at]);
    }

  return small;
}

/* s/d.: up to. */
static gboolean
is_until (const TelaahBlock    *block,
          const TelaahScanWord *token)
{
  return token->end - token->start == 1 && token->start >= block->start + 2 &&
         memcmp (block->body + token->start - 2, "s/d", 3) == 0;
}

/* "Drs. H. Lalu M. Iqbal": what stands between a title and a name is no end. */
static gboolean
follows_title (TelaahScan           *scan,
               const TelaahScanWord *token)
{
  const TelaahBlock *block = &scan->block;
  gsize end = telaah_block_skip_blanks_back (block, token->start);
  gboolean dotted = FALSE;
  TelaahWordKind kind;
  gsize start;

  if (end == token->start || end <= scan->sentence || block->body[end - 1] != '.')
    return FALSE;

  start = find_start (block, scan->sentence, --end, &dotted);

  return telaah_words_find_short (block->body + start, end - start, scan->language, &kind) &&
         kind == TELAAH_WORD_TITLE;
}

/* "Nov.-Dec. 2020", "Nov.–Dec.", "Jan/Feb.": two abbreviations with a sign between. */
static gboolean
joins_short (const TelaahBlock *block,
             gsize              start)
{
  gunichar c = telaah_block_peek_before (block, start);

  return c == 0x2013 || c == '/' || c == '@' ||
         (c == '-' && telaah_block_peek_before (block, telaah_block_before (block, start)) == '.');
}

static TelaahWordKind
classify (TelaahScan           *scan,
          const TelaahScanWord *token)
{
  const TelaahBlock *block = &scan->block;
  const char *word = block->body + token->start;
  gsize length = token->end - token->start;
  gunichar last = telaah_block_peek_before (block, token->end);
  TelaahWordKind kind;

  if (length == 0)
    return TELAAH_WORD_ORDINARY;
  if (is_number (block, token->end))
    return TELAAH_WORD_NUMBER;

  /* Thai and Lao have the stop for abbreviations only. */
  if (last >= 0xe00 && last <= 0xeff)
    return TELAAH_WORD_TITLE;

  if (token->thin && joins_short (block, token->start) &&
      telaah_words_find_short (word, length, scan->language, &kind))
    return kind;
  if (token->thin)
    return is_until (block, token) ? TELAAH_WORD_TITLE : TELAAH_WORD_ORDINARY;

  if (telaah_words_find_short (word, length, scan->language, &kind))
    return kind;

  /* 6 P.M.; but A. M. Fatwa is a name. */
  if (length == 3 && token->counted && g_ascii_strncasecmp (word + 1, ".m", 2) == 0)
    return TELAAH_WORD_LAST;

  if (length == 2 && memcmp (word, "al", 2) == 0 && token->start >= block->start + 3 &&
      memcmp (word - 3, "et ", 3) == 0)
    return TELAAH_WORD_LAST;

  if ((token->dotted || is_single (block, token->start, token->end)) && follows_title (scan, token))
    return TELAAH_WORD_TITLE;

  if (token->dotted)
    return classify_dotted (block, token);

  /* 1445 H., 5 kg., vitamin B. */
  if (is_single (block, token->start, token->end))
    return token->counted ||
           telaah_scan_word_before_is (scan, token->start, TELAAH_WORDS_LETTERED)
           ? TELAAH_WORD_ORDINARY : TELAAH_WORD_INITIAL;

  if (has_no_vowel (block, token) && !token->counted)
    return g_ascii_isupper (*word) ? TELAAH_WORD_NAME : TELAAH_WORD_INITIAL;

  return TELAAH_WORD_ORDINARY;
}

TelaahScanWord
telaah_scan_read_word (TelaahScan *scan,
                       gsize       stop)
{
  const TelaahBlock *block = &scan->block;
  TelaahScanWord token = { .end = stop };
  gunichar before;

  if (telaah_char_is_blank (telaah_block_peek_before (block, stop)))
    token.end = telaah_block_before (block, stop);

  token.start = find_start (block, scan->sentence, token.end, &token.dotted);
  before = telaah_block_peek_before (block, token.start);
  token.thin = before != 0 && !telaah_char_is_blank (before) && !telaah_char_is_opener (before) &&
               !telaah_char_is_closer (before) && before != '*' && before != '_' && before != '.' &&
               before != ',' && !telaah_char_is_stop (before);
  token.letters = count_letters (block, token.start, token.end);
  token.counted = follows_number (block, token.start);
  token.kind = classify (scan, &token);

  return token;
}
