/* Words and sentences of the text: where the edge of a stretch goes when it is moved by one of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-text-view-private.h"

static TelaahSpan
sentence (TelaahTextView *self,
          guint           index)
{
  return g_array_index (self->sentences, TelaahSpan, index);
}

/* Returns: the index of the first sentence that ends behind @offset; how many there are, where none does */
guint
telaah_text_view_find_sentence (TelaahTextView *self,
                                guint           offset)
{
  guint low = 0, high = self->sentences != NULL ? self->sentences->len : 0;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (sentence (self, middle).end <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * telaah_text_view_next_word:
 * @word: (out): the first word that ends behind @from; it may have begun before
 *
 * Returns: whether there is one
 */
gboolean
telaah_text_view_next_word (TelaahTextView *self,
                            guint           from,
                            TelaahSpan     *word)
{
  GtkTextIter start, end;

  telaah_text_view_get_iter (self, from, &end);
  gtk_text_iter_forward_word_end (&end);
  if (!gtk_text_iter_ends_word (&end) || telaah_text_view_get_offset (self, &end) <= from)
    return FALSE;

  start = end;
  gtk_text_iter_backward_word_start (&start);
  *word = (TelaahSpan) { telaah_text_view_get_offset (self, &start), telaah_text_view_get_offset (self, &end) };

  return TRUE;
}

/**
 * telaah_text_view_previous_word:
 * @word: (out): the last word that begins before @before; it may end behind
 *
 * Returns: whether there is one
 */
gboolean
telaah_text_view_previous_word (TelaahTextView *self,
                                guint           before,
                                TelaahSpan     *word)
{
  GtkTextIter start, end;

  telaah_text_view_get_end_iter (self, before, &start);
  gtk_text_iter_backward_word_start (&start);
  if (!gtk_text_iter_starts_word (&start) || telaah_text_view_get_offset (self, &start) >= before)
    return FALSE;

  end = start;
  gtk_text_iter_forward_word_end (&end);
  *word = (TelaahSpan) { telaah_text_view_get_offset (self, &start), telaah_text_view_get_offset (self, &end) };

  return TRUE;
}

/* An end behind the last word of a sentence goes on to the sentence's: its stop and quotes belong to it. */
static guint
with_sentence_end (TelaahTextView *self,
                   guint           end)
{
  guint index = telaah_text_view_find_sentence (self, end);
  TelaahSpan next;

  if (self->sentences == NULL || index == self->sentences->len || sentence (self, index).start >= end)
    return end;
  if (telaah_text_view_next_word (self, end, &next) && next.start < sentence (self, index).end)
    return end;

  return sentence (self, index).end;
}

static guint
with_sentence_start (TelaahTextView *self,
                     guint           start)
{
  guint index = telaah_text_view_find_sentence (self, start);
  TelaahSpan before;

  if (self->sentences == NULL || index == self->sentences->len || sentence (self, index).start >= start)
    return start;
  if (telaah_text_view_previous_word (self, start, &before) && before.end > sentence (self, index).start)
    return start;

  return sentence (self, index).start;
}

static gboolean
move_by_word (TelaahTextView *self,
              gboolean        end,
              gboolean        forward,
              guint          *edge)
{
  TelaahSpan word, other;

  if (!(forward ? telaah_text_view_next_word (self, *edge, &word)
                : telaah_text_view_previous_word (self, *edge, &word)))
    return FALSE;

  if (end && forward)
    *edge = with_sentence_end (self, word.end);
  else if (!end && !forward)
    *edge = with_sentence_start (self, word.start);
  else if (end)
    {
      if (!telaah_text_view_previous_word (self, word.start, &other))
        return FALSE;
      *edge = with_sentence_end (self, other.end);
    }
  else
    {
      if (!telaah_text_view_next_word (self, word.end, &other))
        return FALSE;
      *edge = with_sentence_start (self, other.start);
    }

  return TRUE;
}

static gboolean
move_by_sentence (TelaahTextView *self,
                  gboolean        end,
                  gboolean        forward,
                  guint          *edge)
{
  guint n = self->sentences != NULL ? self->sentences->len : 0;
  guint index = telaah_text_view_find_sentence (self, forward ? *edge : MAX (*edge, 1) - 1);

  /* Backward, this one ends at the edge or behind it. */
  if (forward && !end && index < n && sentence (self, index).start <= *edge)
    index++;
  if (!forward && (end || index == n || sentence (self, index).start >= *edge))
    {
      if (index == 0)
        return FALSE;
      index--;
    }
  if (index >= n)
    return FALSE;

  *edge = end ? sentence (self, index).end : sentence (self, index).start;

  return TRUE;
}

/**
 * telaah_text_view_move_edge:
 * @end: whether @edge is where a stretch ends
 * @edge: (inout): to the next or previous place where a word or sentence does
 *
 * Returns: whether there is one
 */
gboolean
telaah_text_view_move_edge (TelaahTextView *self,
                            gboolean        end,
                            gboolean        forward,
                            gboolean        by_sentence,
                            guint          *edge)
{
  return by_sentence ? move_by_sentence (self, end, forward, edge) : move_by_word (self, end, forward, edge);
}

/* Whether the paragraph there is written from right to left. */
gboolean
telaah_text_view_goes_left (TelaahTextView *self,
                            guint           offset)
{
  const guint enough = 1000;    /* characters */
  PangoDirection base = PANGO_DIRECTION_NEUTRAL;
  GtkTextIter start, end;
  g_autofree char *words = NULL;

  telaah_text_view_get_iter (self, offset, &start);
  gtk_text_iter_set_line_offset (&start, 0);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  if ((guint) gtk_text_iter_get_line_offset (&end) > enough)
    gtk_text_iter_set_line_offset (&end, enough);

  words = gtk_text_iter_get_slice (&start, &end);
  g_free (pango_log2vis_get_embedding_levels (words, -1, &base));

  return base == PANGO_DIRECTION_RTL;
}
