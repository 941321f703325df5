/* Stops that no blank follows: those of addresses, of footnotes, of texts from the web.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-sentences-private.h"

#include <string.h>

/* How far back the beginning of an address is looked for, in bytes. */
#define ADDRESS_REACH 200

/* In letters: what is shorter before a stop is rather an abbreviation than the end of a sentence
 * whose author spares blanks. */
#define SHORTEST 3

/* In digits, of a footnote that is not raised. */
#define NOTE_DIGITS 3

static gunichar
get_letter_after (const TelaahBlock *block,
                  gsize              at)
{
  return telaah_block_peek (block, telaah_block_after (block, at));
}

/* "http://…", "www.…", "a@b", "a.org/b": their stops end nothing. */
static gboolean
is_in_address (const TelaahBlock *block,
               gsize              stop)
{
  const char *slash;
  gsize at = stop;

  while (at > block->start && stop - at < ADDRESS_REACH && (guchar) block->body[at - 1] > ' ')
    at--;

  slash = memchr (block->body + at, '/', stop - at);
  if (slash != NULL && memchr (block->body + at, '.', slash - block->body - at) != NULL)
    return TRUE;

  return g_strstr_len (block->body + at, stop - at, "://") != NULL ||
         g_strstr_len (block->body + at, stop - at, "www.") != NULL ||
         memchr (block->body + at, '@', stop - at) != NULL;
}

/* "kebijakan.1 Selanjutnya": the end of the number, or @at. */
gsize
telaah_scan_skip_number (TelaahScan       *scan,
                         const TelaahStop *stop,
                         gsize             at)
{
  const TelaahBlock *block = &scan->block;
  TelaahScanWord token = telaah_scan_read_word (scan, stop->stop);
  guint digits = telaah_block_count_digits (block, at);
  TelaahNext next;

  if (digits == 0 || digits > NOTE_DIGITS || token.kind != TELAAH_WORD_ORDINARY ||
      (token.start < token.end && token.letters <= SHORTEST) ||
      telaah_scan_word_is (scan, token.start, TELAAH_WORDS_NUMBERED))
    return at;

  next = telaah_scan_read_next (scan, at + digits);

  return next.apart && next.kind == TELAAH_NEXT_UPPER ? at + digits : at;
}

/* That the word after a stop which no blank follows is one of its own: "digital.Selain itu". */
static gboolean
is_word_apart (TelaahScan       *scan,
               const TelaahStop *stop,
               gsize             word)
{
  const TelaahBlock *block = &scan->block;
  TelaahScanWord token = telaah_scan_read_word (scan, stop->stop);
  gsize end = word;
  gunichar after;

  while (telaah_char_is_word (telaah_block_peek (block, end)))
    end = telaah_block_after (block, end);

  after = telaah_block_peek (block, end);
  if (is_in_address (block, stop->stop) || after == '(' || after == '@' ||
      (after == '.' && telaah_char_is_lower (get_letter_after (block, end))))
    return FALSE;

  if (stop->strong || stop->ellipsis || stop->quoted || stop->bracketed || token.start == token.end)
    return TRUE;

  if (telaah_words_contain (TELAAH_WORDS_DOMAINS, block->body + word, end - word) ||
      telaah_scan_is_label (scan, &token))
    return FALSE;

  switch (token.kind)
    {
    case TELAAH_WORD_LAST:
      return TRUE;
    case TELAAH_WORD_NUMBER:
      return token.end - token.start > 1 || telaah_scan_is_starter (scan, word);
    case TELAAH_WORD_ORDINARY:
      return token.letters >= SHORTEST || telaah_scan_is_starter (scan, word);
    default:
      return FALSE;
    }
}

/* A stop without a blank after it, as in texts from the web. */
gboolean
telaah_scan_ends_glued (TelaahScan       *scan,
                        const TelaahStop *stop,
                        const TelaahNext *next)
{
  const TelaahBlock *block = &scan->block;
  gunichar c = telaah_block_peek (block, next->at);
  gboolean opened = next->word > next->at;

  /* 「…。」と言った */
  if (stop->foreign && (stop->quoted || stop->bracketed) && c == 0x3068)
    return FALSE;
  if (stop->foreign)
    return next->kind != TELAAH_NEXT_DIGIT || stop->strong;

  if (opened && !telaah_char_is_opener (c) && !telaah_char_is_bullet (c))
    return FALSE;
  if (opened && (c == '-' || c == 0x2013 || c == 0x2014 || c == '\'' || c == '*' || c == '<'))
    return FALSE;

  if (next->kind == TELAAH_NEXT_UPPER)
    return telaah_char_is_lower (get_letter_after (block, next->word)) &&
           is_word_apart (scan, stop, next->word);

  /* Scripts without case, typed with the stops of others. */
  if (next->kind == TELAAH_NEXT_LETTER)
    {
      TelaahScanWord token = telaah_scan_read_word (scan, stop->stop);

      return stop->strong || (token.kind == TELAAH_WORD_ORDINARY && token.letters > 1);
    }

  return FALSE;
}
