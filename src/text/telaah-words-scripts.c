/* Words of scripts that write no blanks, as ICU's dictionaries know them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-words-private.h"

#include <string.h>

void
telaah_word_breaker_clear (TelaahWordBreaker *self)
{
  g_clear_pointer (&self->icu, ubrk_close);
  g_clear_pointer (&self->pieces, g_array_unref);
}

static void
add_piece (TelaahWordBreaker *self,
           const char        *run,
           guint              start,
           guint              end)
{
  TelaahPiece piece = { start, end };

  if (telaah_char_get_kind (g_utf8_get_char (run + start)) == TELAAH_CHAR_UNSPACED)
    g_array_append_val (self->pieces, piece);
}

/**
 * telaah_word_breaker_break:
 * @run: letters of unspaced scripts with their marks
 *
 * Fills the pieces with its words; with the whole run as one, should ICU fail.
 */
void
telaah_word_breaker_break (TelaahWordBreaker *self,
                           const char        *run,
                           gsize              n_bytes)
{
  UText text = UTEXT_INITIALIZER;
  UErrorCode status = U_ZERO_ERROR;
  int start, end;

  if (self->pieces == NULL)
    {
      self->pieces = g_array_new (FALSE, FALSE, sizeof (TelaahPiece));
      self->icu = ubrk_open (UBRK_WORD, "", NULL, 0, &status);
    }
  g_array_set_size (self->pieces, 0);

  utext_openUTF8 (&text, run, n_bytes, &status);
  if (self->icu != NULL)
    ubrk_setUText (self->icu, &text, &status);
  if (self->icu == NULL || U_FAILURE (status))
    {
      add_piece (self, run, 0, n_bytes);
    }
  else
    {
      start = ubrk_first (self->icu);
      for (end = ubrk_next (self->icu); end != UBRK_DONE; start = end, end = ubrk_next (self->icu))
        add_piece (self, run, start, end);
    }
  utext_close (&text);
}
