/* Where the sentences of a text begin and end: stretches, then blocks of lines, then stops.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-sentences.h"

#include "text/telaah-sentences-private.h"

/* Bytes and code points, both of the same place; it goes forward only. */
typedef struct
{
  const char *body;
  gsize       byte;
  guint       offset;
} Cursor;

static guint
move (Cursor *cursor,
      gsize   byte)
{
  for (; cursor->byte < byte; cursor->byte++)
    cursor->offset += ((guchar) cursor->body[cursor->byte] & 0xc0) != 0x80;

  return cursor->offset;
}

static void
add_stretch (GArray     *stretches,
             const char *body,
             gsize       start,
             gsize       end)
{
  TelaahBlock stretch = { body, start, end };

  if (start < end)
    g_array_append_val (stretches, stretch);
}

/* What lies between the spans of @apart, in bytes. */
static GArray *
find_stretches (const TelaahText *self,
                const GArray     *apart)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (TelaahBlock));
  const char *body = telaah_text_get_body (self);
  gsize from = 0;

  for (guint i = 0; apart != NULL && i < apart->len; i++)
    {
      TelaahSpan span = g_array_index (apart, TelaahSpan, i);

      if (span.start >= span.end)
        continue;

      add_stretch (stretches, body, from, telaah_text_get_byte (self, span.start));
      from = MAX (from, telaah_text_get_byte (self, span.end));
    }

  add_stretch (stretches, body, from, telaah_text_get_n_bytes (self));

  return stretches;
}

static void
add_span (GArray            *spans,
          Cursor            *cursor,
          const TelaahBlock *block,
          gsize              start,
          gsize              end)
{
  TelaahBlock words = { block->body, start, end };
  TelaahSpan span;

  words.start = telaah_block_skip_blanks (&words, start);
  words.end = telaah_block_skip_blanks_back (&words, end);
  if (words.start >= words.end)
    return;

  span.start = move (cursor, words.start);
  span.end = move (cursor, words.end);
  g_array_append_val (spans, span);
}

static void
read_block (TelaahScan *scan,
            GArray     *sentences,
            Cursor     *cursor)
{
  gsize at = scan->block.start;

  while (at < scan->block.end)
    {
      gsize end = telaah_scan_find_end (scan, at);

      add_span (sentences, cursor, &scan->block, at, end);
      at = telaah_block_skip_blanks (&scan->block, end);
    }
}

/* ICU counts in 32 bits. A body beyond that, or an ICU without its data, is read by our own rules
 * alone. */
static UBreakIterator *
open_icu (const TelaahText *self,
          const char       *language,
          UText            *utext)
{
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *icu;

  if (telaah_text_get_n_bytes (self) >= G_MAXINT32)
    return NULL;

  icu = ubrk_open (UBRK_SENTENCE, language != NULL ? language : "", NULL, 0, &status);
  utext_openUTF8 (utext, telaah_text_get_body (self), telaah_text_get_n_bytes (self), &status);
  ubrk_setUText (icu, utext, &status);

  if (U_SUCCESS (status))
    return icu;

  g_debug ("No sentences from ICU: %s", u_errorName (status));
  if (icu != NULL)
    ubrk_close (icu);

  return NULL;
}

/**
 * telaah_text_find_sentences:
 * @language: (nullable): BCP 47; where it is unknown, Indonesian and English are expected alike
 * @apart: (nullable) (element-type TelaahSpan): headings and clutter in text order, which do not
 *   overlap; no sentence crosses one
 *
 * Every character outside @apart that is not blank belongs to exactly one sentence, and no sentence
 * begins or ends with a blank.
 *
 * Returns: (transfer full) (element-type TelaahSpan): the sentences in text order
 */
GArray *
telaah_text_find_sentences (const TelaahText *self,
                            const char       *language,
                            const GArray     *apart)
{
  g_autoptr(GArray) sentences = NULL;
  g_autoptr(GArray) stretches = NULL;
  g_autoptr(GArray) blocks = NULL;
  UText utext = UTEXT_INITIALIZER;
  TelaahScan scan = { .language = language };
  Cursor cursor = { 0 };

  g_return_val_if_fail (self != NULL, NULL);

  sentences = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));
  cursor.body = telaah_text_get_body (self);
  stretches = find_stretches (self, apart);
  blocks = telaah_blocks_find (stretches);
  scan.icu = open_icu (self, language, &utext);

  for (guint i = 0; i < blocks->len; i++)
    {
      scan.block = g_array_index (blocks, TelaahBlock, i);
      scan.hold = scan.label = scan.unmatched = scan.block.start;
      scan.quoted = FALSE;
      read_block (&scan, sentences, &cursor);
    }

  g_clear_pointer (&scan.icu, ubrk_close);
  utext_close (&utext);

  return g_steal_pointer (&sentences);
}

/**
 * telaah_text_find_paragraphs:
 * @apart: (nullable) (element-type TelaahSpan): as for the sentences
 *
 * Lines that were wrapped are one paragraph, and so is one that a page break has parted. Each sentence
 * is in exactly one; no paragraph begins or ends with a blank.
 *
 * Returns: (transfer full) (element-type TelaahSpan): the paragraphs in text order
 */
GArray *
telaah_text_find_paragraphs (const TelaahText *self,
                             const GArray     *apart)
{
  g_autoptr(GArray) stretches = NULL;
  g_autoptr(GArray) blocks = NULL;
  GArray *paragraphs;
  Cursor cursor = { 0 };

  g_return_val_if_fail (self != NULL, NULL);

  paragraphs = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));
  cursor.body = telaah_text_get_body (self);
  stretches = find_stretches (self, apart);
  blocks = telaah_blocks_find (stretches);
  for (guint i = 0; i < blocks->len; i++)
    {
      const TelaahBlock *block = &g_array_index (blocks, TelaahBlock, i);

      add_span (paragraphs, &cursor, block, block->start, block->end);
    }

  return paragraphs;
}
