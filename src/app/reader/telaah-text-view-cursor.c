/* The sentence cursor: going through the text by sentences and words with keys alone. It is the buffer's selection,
 * so that a screen reader hears of it and every command finds it, and is only drawn otherwise.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-text-view-private.h"

#define STYLE_CLASS "sentence-cursor"

static TelaahSpan
sentence (TelaahTextView *self,
          guint           index)
{
  return g_array_index (self->sentences, TelaahSpan, index);
}

static TelaahSpan
get_span (TelaahTextView *self)
{
  const TelaahCursor *cursor = &self->cursor;

  return cursor->backward ? (TelaahSpan) { cursor->edge, cursor->anchor.end }
                          : (TelaahSpan) { cursor->anchor.start, cursor->edge };
}

/**
 * telaah_text_view_get_cursor:
 * @span: (out) (optional): what it is on
 *
 * Returns: whether there is a sentence cursor
 */
gboolean
telaah_text_view_get_cursor (TelaahTextView *self,
                             TelaahSpan     *span)
{
  if (span != NULL && self->cursor.active)
    *span = get_span (self);

  return self->cursor.active;
}

/* What was selected stays so. */
void
telaah_text_view_end_cursor (TelaahTextView *self)
{
  if (!self->cursor.active)
    return;

  self->cursor.active = FALSE;
  gtk_widget_remove_css_class (GTK_WIDGET (self), STYLE_CLASS);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* None is selected from here on, by the reader's hand. */
void
telaah_text_view_leave_passage (TelaahTextView *self)
{
  if (self->selected == NULL)
    return;

  telaah_text_view_set_selected (self, NULL);
  telaah_text_view_emit_left (self);
}

/* From @anchor to @edge, which lies before it where @backward. */
static void
put (TelaahTextView *self,
     TelaahSpan      anchor,
     guint           edge,
     gboolean        backward)
{
  GtkTextIter start, end;
  TelaahSpan span;

  telaah_text_view_leave_passage (self);
  if (!self->cursor.active)
    gtk_widget_add_css_class (GTK_WIDGET (self), STYLE_CLASS);
  self->cursor = (TelaahCursor) {
    .active = TRUE, .backward = backward, .unseen = TRUE, .anchor = anchor, .edge = edge,
  };

  span = get_span (self);
  telaah_text_view_get_iter (self, span.start, &start);
  telaah_text_view_get_end_iter (self, span.end, &end);
  self->cursor.moving = TRUE;
  gtk_text_buffer_select_range (telaah_text_view_buffer (self), backward ? &start : &end, backward ? &end : &start);
  self->cursor.moving = FALSE;

  telaah_text_view_let_go (self);
  telaah_text_view_bring (self, span, edge);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
put_on (TelaahTextView *self,
        TelaahSpan      span)
{
  put (self, span, span.end, FALSE);
}

/* ---- From where ---- */

static gboolean
in_sight (TelaahTextView *self,
          TelaahSpan      span)
{
  TelaahSpan visible;

  telaah_text_view_get_visible_span (self, &visible);

  return visible.end == 0 || telaah_span_overlaps (span, visible)
         || (span.start == span.end && span.start >= visible.start && span.end <= visible.end);
}

static gboolean
get_passage (TelaahTextView *self,
             TelaahSpan     *span)
{
  const TelaahHighlight *highlight =
    self->selected != NULL ? telaah_highlights_find (self->highlights, self->selected) : NULL;

  if (highlight != NULL)
    *span = (TelaahSpan) { highlight->start, highlight->end };

  return highlight != NULL;
}

/* What a step goes on from: the cursor, the selected passage or the selected words, as long as they are in sight. */
static gboolean
get_place (TelaahTextView *self,
           TelaahSpan     *span)
{
  if (self->cursor.active && self->cursor.unseen)
    return telaah_text_view_get_cursor (self, span);

  return (telaah_text_view_get_cursor (self, span) || get_passage (self, span)
          || telaah_text_view_get_selection (self, span))
         && in_sight (self, *span);
}

/* Where one begins otherwise: at the caret, or with what is in sight. */
static guint
get_beginning (TelaahTextView *self,
               gboolean        forward)
{
  GtkTextIter caret;
  TelaahSpan visible;
  guint offset;

  gtk_text_buffer_get_iter_at_mark (telaah_text_view_buffer (self), &caret,
                                    gtk_text_buffer_get_insert (telaah_text_view_buffer (self)));
  offset = telaah_text_view_get_offset (self, &caret);
  if (in_sight (self, (TelaahSpan) { offset, offset }))
    return offset;

  telaah_text_view_get_visible_span (self, &visible);

  return forward ? visible.start : visible.end;
}

/* The index of the sentence that a step would go to; G_MAXUINT: there is none. */
static guint
find_step (TelaahTextView *self,
           gboolean        forward)
{
  TelaahSpan place;
  gboolean has = get_place (self, &place);
  guint from = has ? (forward ? place.end : place.start) : get_beginning (self, forward);
  guint index = telaah_text_view_find_sentence (self, from);

  if (forward)
    {
      /* One that is entered in its middle is behind. */
      if (has && index < self->sentences->len && sentence (self, index).start < from)
        index++;
      return index < self->sentences->len ? index : G_MAXUINT;
    }

  /* The last that begins before; without a place also the one that begins there. */
  if (index == self->sentences->len || sentence (self, index).start + has > from)
    return index > 0 ? index - 1 : G_MAXUINT;

  return index;
}

static gboolean
is_coded (TelaahTextView *self,
          guint           index)
{
  g_autoptr(GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));

  telaah_highlights_query (self->highlights, sentence (self, index), indices);

  return indices->len > 0;
}

/* Whether a passage touches every sentence. */
gboolean
telaah_text_view_is_all_coded (TelaahTextView *self)
{
  guint n = self->sentences != NULL ? self->sentences->len : 0;

  for (guint i = 0; i < n; i++)
    if (!is_coded (self, i))
      return FALSE;

  return TRUE;
}

/**
 * telaah_text_view_step_sentence:
 * @uncoded: only to one that no passage touches
 *
 * Puts the sentence cursor on the next or previous sentence: from where it is, from the selected passage, from the
 * caret, or if none of them is in sight from what is.
 *
 * Returns: whether there is one
 */
gboolean
telaah_text_view_step_sentence (TelaahTextView *self,
                                gboolean        forward,
                                gboolean        uncoded)
{
  guint index;

  g_return_val_if_fail (TELAAH_IS_TEXT_VIEW (self), FALSE);

  if (self->sentences == NULL)
    return FALSE;

  index = find_step (self, forward);
  while (uncoded && index < self->sentences->len && is_coded (self, index))
    index += forward ? 1 : -1;    /* past the first to G_MAXUINT */
  if (index >= self->sentences->len)
    return FALSE;

  put_on (self, sentence (self, index));

  return TRUE;
}

/* ---- Words ---- */

/* To the next or previous word; from a sentence to its first or last. */
static gboolean
step_word (TelaahTextView *self,
           gboolean        forward)
{
  TelaahSpan place, word, whole;
  gboolean has = get_place (self, &place), found;
  guint beginning = has ? 0 : get_beginning (self, forward);

  if (!has)
    found = forward ? telaah_text_view_next_word (self, beginning, &word)
                    : telaah_text_view_previous_word (self, beginning, &word);
  else if (telaah_text_view_next_word (self, place.start, &whole) && whole.start <= place.start
           && whole.end >= place.end)
    found = forward ? telaah_text_view_next_word (self, place.end, &word)
                    : telaah_text_view_previous_word (self, place.start, &word);
  else
    found = forward ? telaah_text_view_next_word (self, place.start, &word)
                    : telaah_text_view_previous_word (self, place.end, &word);

  if (found)
    put_on (self, word);

  return found;
}

/* ---- Widening ---- */

/* As much of the anchor as a stretch that is narrowed by words keeps. */
static TelaahSpan
narrow_anchor (TelaahTextView *self,
               TelaahSpan      anchor,
               gboolean        backward)
{
  TelaahSpan word;

  if (backward && telaah_text_view_previous_word (self, anchor.end, &word) && word.start > anchor.start)
    anchor.start = word.start;
  else if (!backward && telaah_text_view_next_word (self, anchor.start, &word) && word.end < anchor.end)
    anchor.end = word.end;

  return anchor;
}

/* Moves the edge; one that would come to lie before what the stretch began on goes out on the other side of it. */
static gboolean
widen (TelaahTextView *self,
       gboolean        forward,
       gboolean        by_sentence)
{
  TelaahSpan place, anchor;
  gboolean backward = self->cursor.active && self->cursor.backward, outwards = forward != backward, moved;
  guint edge;

  if (!get_place (self, &place))
    return by_sentence ? telaah_text_view_step_sentence (self, forward, FALSE) : step_word (self, forward);

  anchor = self->cursor.active ? self->cursor.anchor : place;
  if (!by_sentence)
    anchor = narrow_anchor (self, anchor, backward);
  edge = backward ? place.start : place.end;

  moved = telaah_text_view_move_edge (self, !backward, forward, by_sentence, &edge);
  if (moved && (outwards || (backward ? edge <= anchor.start : edge >= anchor.end)))
    put (self, anchor, edge, backward);
  else if (outwards)
    return FALSE;
  else if (backward ? place.start < anchor.start : place.end > anchor.end)
    put (self, anchor, backward ? anchor.start : anchor.end, backward);
  else
    {
      edge = backward ? anchor.end : anchor.start;
      if (!telaah_text_view_move_edge (self, backward, forward, by_sentence, &edge))
        return FALSE;
      put (self, anchor, edge, !backward);
    }

  return TRUE;
}

/* ---- Keys ---- */

enum { SENTENCE, WORD };

static gboolean
answer (GtkWidget *widget,
        gboolean   done)
{
  if (!done)
    gtk_widget_error_bell (widget);

  return TRUE;
}

/* The arguments: forward, by what, whether it widens, whether it is turned round from right to left. */
static gboolean
step_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  TelaahTextView *self = TELAAH_TEXT_VIEW (widget);
  gboolean forward, widens, sideways;
  GtkTextIter caret;
  int by;

  if (self->sentences == NULL)
    return FALSE;

  g_variant_get (args, "(bibb)", &forward, &by, &widens, &sideways);
  gtk_text_buffer_get_iter_at_mark (telaah_text_view_buffer (self), &caret,
                                    gtk_text_buffer_get_insert (telaah_text_view_buffer (self)));
  if (sideways && telaah_text_view_goes_left (self, telaah_text_view_get_offset (self, &caret)))
    forward = !forward;

  if (widens)
    return answer (widget, widen (self, forward, by == SENTENCE));

  return answer (widget, by == WORD ? step_word (self, forward)
                                    : telaah_text_view_step_sentence (self, forward, FALSE));
}

/* To the first or last sentence of the text or of the paragraph. */
static gboolean
end_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   user_data)
{
  TelaahTextView *self = TELAAH_TEXT_VIEW (widget);
  TelaahSpan place = { 0, G_MAXUINT }, at;
  gboolean last, whole;
  GtkTextIter start, end;
  guint index;

  if (self->sentences == NULL || self->sentences->len == 0)
    return FALSE;

  g_variant_get (args, "(bb)", &last, &whole);
  if (!whole)
    {
      at.start = get_place (self, &at) ? at.start : get_beginning (self, TRUE);
      telaah_text_view_get_iter (self, at.start, &start);
      gtk_text_iter_set_line_offset (&start, 0);
      end = start;
      if (!gtk_text_iter_ends_line (&end))
        gtk_text_iter_forward_to_line_end (&end);
      place = (TelaahSpan) { telaah_text_view_get_offset (self, &start), telaah_text_view_get_offset (self, &end) };
    }

  index = telaah_text_view_find_sentence (self, last ? MAX (place.end, 1) - 1 : place.start);
  if (last && (index == self->sentences->len || sentence (self, index).start >= place.end))
    index -= index > 0;
  if (index == self->sentences->len || sentence (self, index).start >= place.end
      || sentence (self, index).end <= place.start)
    return answer (widget, FALSE);

  if (whole && !last)
    telaah_text_view_set_top (self, 0);
  put_on (self, sentence (self, index));

  return TRUE;
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  TelaahTextView *self = TELAAH_TEXT_VIEW (widget);
  TelaahSpan span;

  if (!telaah_text_view_get_cursor (self, &span))
    return FALSE;

  telaah_text_view_select_span (self, (TelaahSpan) { span.start, span.start });

  return TRUE;
}

static void
bind_step (GListStore *keys,
           guint       key,
           gboolean    forward,
           gboolean    sideways)
{
  telaah_text_view_bind (keys, key, 0, step_cb,
                         g_variant_new ("(bibb)", forward, SENTENCE, FALSE, sideways));
  telaah_text_view_bind (keys, key, GDK_SHIFT_MASK, step_cb,
                         g_variant_new ("(bibb)", forward, SENTENCE, TRUE, sideways));
  if (!sideways)
    return;

  telaah_text_view_bind (keys, key, GDK_CONTROL_MASK, step_cb,
                         g_variant_new ("(bibb)", forward, WORD, FALSE, TRUE));
  telaah_text_view_bind (keys, key, GDK_CONTROL_MASK | GDK_SHIFT_MASK, step_cb,
                         g_variant_new ("(bibb)", forward, WORD, TRUE, TRUE));
}

static void
bind_end (GListStore *keys,
          guint       key,
          gboolean    last)
{
  telaah_text_view_bind (keys, key, 0, end_cb, g_variant_new ("(bb)", last, FALSE));
  telaah_text_view_bind (keys, key, GDK_CONTROL_MASK, end_cb, g_variant_new ("(bb)", last, TRUE));
}

void
telaah_text_view_bind_cursor (GListStore *keys)
{
  bind_step (keys, GDK_KEY_Down, TRUE, FALSE);
  bind_step (keys, GDK_KEY_KP_Down, TRUE, FALSE);
  bind_step (keys, GDK_KEY_Up, FALSE, FALSE);
  bind_step (keys, GDK_KEY_KP_Up, FALSE, FALSE);
  bind_step (keys, GDK_KEY_Right, TRUE, TRUE);
  bind_step (keys, GDK_KEY_KP_Right, TRUE, TRUE);
  bind_step (keys, GDK_KEY_Left, FALSE, TRUE);
  bind_step (keys, GDK_KEY_KP_Left, FALSE, TRUE);
  bind_end (keys, GDK_KEY_Home, FALSE);
  bind_end (keys, GDK_KEY_KP_Home, FALSE);
  bind_end (keys, GDK_KEY_End, TRUE);
  bind_end (keys, GDK_KEY_KP_End, TRUE);
  telaah_text_view_bind (keys, GDK_KEY_Escape, 0, escape_cb, NULL);
}

/**
 * telaah_text_view_set_sentences:
 * @spans: (nullable) (transfer none) (element-type TelaahSpan): the sentences of the body in text order, not to be
 *   changed any more; %NULL: the arrow keys move the caret
 */
void
telaah_text_view_set_sentences (TelaahTextView *self,
                                GArray         *spans)
{
  g_return_if_fail (TELAAH_IS_TEXT_VIEW (self));

  if (spans != NULL)
    g_array_ref (spans);
  g_clear_pointer (&self->sentences, g_array_unref);
  self->sentences = spans;
}
