/* What an edit did to a text, from the two texts alone: matched word by word, then letter by letter
 * where words were mended.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-compare.h"
#include "text/telaah-diff.h"

#include <string.h>

/* How far both texts are told, between two kept words. */
typedef struct
{
  guint before;
  guint after;
  guint before_byte;
  guint after_byte;
} Progress;

/* How many bytes the texts have in common from the start, to where a line begins in both. */
static gsize
count_common_start (const TelaahText *before,
                    const TelaahText *after)
{
  const char *a = telaah_text_get_body (before), *b = telaah_text_get_body (after);
  gsize n = MIN (telaah_text_get_n_bytes (before), telaah_text_get_n_bytes (after)), i = 0;

  while (i < n && a[i] == b[i])
    i++;
  if (i == telaah_text_get_n_bytes (before) && i == telaah_text_get_n_bytes (after))
    return i;
  while (i > 0 && a[i - 1] != '\n')
    i--;

  return i;
}

/* How many they have in common at the end, from a line break on, the first @skipped aside. */
static gsize
count_common_end (const TelaahText *before,
                  const TelaahText *after,
                  gsize             skipped)
{
  const char *a = telaah_text_get_body (before) + telaah_text_get_n_bytes (before);
  const char *b = telaah_text_get_body (after) + telaah_text_get_n_bytes (after);
  gsize n = MIN (telaah_text_get_n_bytes (before), telaah_text_get_n_bytes (after)) - skipped;
  gsize end = 0;

  for (gsize i = 1; i <= n && a[-(gssize) i] == b[-(gssize) i]; i++)
    if (a[-(gssize) i] == '\n')
      end = i;

  return end;
}

static guint32 *
list_symbols (const GArray *tokens)
{
  guint32 *symbols = g_new (guint32, tokens->len + 1);

  for (guint i = 0; i < tokens->len; i++)
    symbols[i] = g_array_index (tokens, TelaahToken, i).symbol;

  return symbols;
}

static void
match_words (TelaahComparison *self)
{
  g_autofree guint32 *before = list_symbols (self->before);
  g_autofree guint32 *after = list_symbols (self->after);

  self->runs = telaah_diff (before, self->before->len, after, self->after->len);
  telaah_comparison_drop_islands (self);
  telaah_comparison_slide (self);
}

static void
keep_gap (const TelaahComparison *self,
          const Progress         *from,
          const Progress         *to,
          TelaahEdits            *edits)
{
  guint n_before = to->before_byte - from->before_byte, n_after = to->after_byte - from->after_byte;
  const char *before = self->before_body + from->before_byte;
  const char *after = self->after_body + from->after_byte;

  if (n_before == n_after && memcmp (before, after, n_before) == 0)
    telaah_edits_keep (edits, (TelaahRun) { from->before, from->after, to->before - from->before });
  else
    telaah_gap_keep_letters ((TelaahGap) { before, before + n_before, after, after + n_after,
                                           from->before, from->after, self->loose }, edits);
}

static void
keep_words (const TelaahComparison *self,
            Progress                from,
            const Progress         *end,
            TelaahEdits            *edits)
{
  for (guint i = 0; i < self->runs->len; i++)
    {
      const TelaahRun *run = &g_array_index (self->runs, TelaahRun, i);

      for (guint k = 0; k < run->length; k++)
        {
          const TelaahToken *a = &g_array_index (self->before, TelaahToken, run->before + k);
          const TelaahToken *b = &g_array_index (self->after, TelaahToken, run->after + k);

          keep_gap (self, &from, &(Progress) { a->start, b->start, a->byte, b->byte }, edits);
          telaah_edits_keep (edits, (TelaahRun) { a->start, b->start, a->end - a->start });
          from = (Progress) { a->end, b->end, a->byte + a->n_bytes, b->byte + b->n_bytes };
        }
    }

  keep_gap (self, &from, end, edits);
}

static TelaahEdits *
compare (const TelaahText *before,
         const TelaahText *after,
         gboolean          loose)
{
  TelaahComparison self = {
    .before_body = telaah_text_get_body (before),
    .after_body = telaah_text_get_body (after),
    .loose = loose,
  };
  TelaahEdits *edits = telaah_edits_new_replaced (telaah_text_get_characters (before),
                                                  telaah_text_get_characters (after));
  gsize head = count_common_start (before, after);
  gsize tail = count_common_end (before, after, head);
  gsize before_end = telaah_text_get_n_bytes (before) - tail;
  gsize after_end = telaah_text_get_n_bytes (after) - tail;
  guint start = g_utf8_strlen (self.before_body, head);
  guint end = g_utf8_strlen (self.before_body + before_end, tail);
  TelaahStretch of_before = { start, head, before_end }, of_after = { start, head, after_end };
  Progress first = { start, start, head, head };
  Progress last = { telaah_text_get_characters (before) - end,
                    telaah_text_get_characters (after) - end, before_end, after_end };

  telaah_edits_keep (edits, (TelaahRun) { 0, 0, start });

  self.vocabulary = loose ? telaah_vocabulary_new_loose () : telaah_vocabulary_new ();
  self.before = telaah_tokens_split (self.before_body, of_before, self.vocabulary);
  self.after = telaah_tokens_split (self.after_body, of_after, self.vocabulary);
  match_words (&self);
  keep_words (&self, first, &last, edits);

  telaah_edits_keep (edits, (TelaahRun) { last.before, last.after, end });

  g_array_unref (self.runs);
  g_array_unref (self.before);
  g_array_unref (self.after);
  telaah_vocabulary_free (self.vocabulary);

  return edits;
}

/**
 * telaah_edits_compare:
 * @before: a text
 * @after: what became of it
 *
 * Nobody knows what was done, only what would be the least that a person could have done: whole
 * words where it can be, letters where a word was mended, and no words that are in both by chance.
 *
 * Returns: (transfer full): the edits that lead from one to the other
 */
TelaahEdits *
telaah_edits_compare (const TelaahText *before,
                      const TelaahText *after)
{
  return compare (before, after, FALSE);
}

/**
 * telaah_edits_follow:
 * @before: a text
 * @after: what became of it
 *
 * Like telaah_edits_compare(), for what has to go with its words however they are written: a word in another case, a
 * quotation mark or a dash of another form counts as kept.
 *
 * Returns: (transfer full): the edits that lead from one to the other
 */
TelaahEdits *
telaah_edits_follow (const TelaahText *before,
                     const TelaahText *after)
{
  return compare (before, after, TRUE);
}
