/* The selected words: what they are, telling of them once they have settled, and copying them as they are stored.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-text-view-private.h"

/* How long a selection made with keys must rest before it is told of, in milliseconds. */
#define SETTLE 150

/* Off with white space at both ends, then out to where a cursor can stand, so that no grapheme is cut. */
static gboolean
trim (GtkTextIter *start,
                GtkTextIter *end)
{
  while (gtk_text_iter_compare (start, end) < 0 && g_unichar_isspace (gtk_text_iter_get_char (start)))
    gtk_text_iter_forward_char (start);

  while (gtk_text_iter_compare (start, end) < 0)
    {
      GtkTextIter before = *end;

      gtk_text_iter_backward_char (&before);
      if (!g_unichar_isspace (gtk_text_iter_get_char (&before)))
        break;
      *end = before;
    }

  if (gtk_text_iter_compare (start, end) >= 0)
    return FALSE;

  if (!gtk_text_iter_is_cursor_position (start))
    gtk_text_iter_backward_cursor_position (start);
  if (!gtk_text_iter_is_cursor_position (end) && !gtk_text_iter_forward_cursor_position (end))
    gtk_text_iter_forward_to_end (end);

  return TRUE;
}

/* Makes of @span what can be selected: whole graphemes, without white space around them. FALSE: nothing is left. */
gboolean
telaah_text_view_snap (TelaahTextView *self,
                       TelaahSpan     *span)
{
  GtkTextIter start, end;

  telaah_text_view_get_iter (self, span->start, &start);
  telaah_text_view_get_end_iter (self, span->end, &end);
  if (!trim (&start, &end))
    return FALSE;

  *span = (TelaahSpan) { telaah_text_view_get_offset (self, &start), telaah_text_view_get_offset (self, &end) };

  return TRUE;
}

/* The sentence there, or the one that ends there: it was pressed behind the last line of a paragraph. */
static gboolean
find_sentence_at (TelaahTextView *self,
                  guint           offset,
                  TelaahSpan     *sentence)
{
  guint index = telaah_text_view_find_sentence (self, offset), n = self->sentences != NULL ? self->sentences->len : 0;

  if (index < n)
    *sentence = g_array_index (self->sentences, TelaahSpan, index);
  if (index < n && sentence->start <= offset)
    return TRUE;

  if (index > 0 && index <= n)
    *sentence = g_array_index (self->sentences, TelaahSpan, index - 1);

  return index > 0 && index <= n && sentence->end == offset;
}

/* GtkTextViewClass.extend_selection: a double click is for a word, a triple click for a sentence. */
gboolean
telaah_text_view_extend (GtkTextView            *view,
                         GtkTextExtendSelection  granularity,
                         const GtkTextIter      *location,
                         GtkTextIter            *start,
                         GtkTextIter            *end)
{
  TelaahTextView *self = TELAAH_TEXT_VIEW (view);
  guint offset = telaah_text_view_get_offset (self, location);
  TelaahSpan sentence;

  if (granularity == GTK_TEXT_EXTEND_SELECTION_LINE && find_sentence_at (self, offset, &sentence))
    {
      telaah_text_view_get_iter (self, sentence.start, start);
      telaah_text_view_get_end_iter (self, sentence.end, end);
      return GDK_EVENT_STOP;
    }

  return GTK_TEXT_VIEW_CLASS (g_type_class_peek (GTK_TYPE_TEXT_VIEW))->extend_selection (view, granularity, location,
                                                                                         start, end);
}

/**
 * telaah_text_view_get_selection:
 * @span: (out) (optional): the selected words, without white space around them
 *
 * Returns: whether any words are selected
 */
gboolean
telaah_text_view_get_selection (TelaahTextView *self,
                                TelaahSpan     *span)
{
  GtkTextIter start, end;

  g_return_val_if_fail (TELAAH_IS_TEXT_VIEW (self), FALSE);

  if (!gtk_text_buffer_get_selection_bounds (telaah_text_view_buffer (self), &start, &end) ||
      !trim (&start, &end))
    return FALSE;

  if (span != NULL)
    *span = (TelaahSpan) { telaah_text_view_get_offset (self, &start), telaah_text_view_get_offset (self, &end) };

  return TRUE;
}

/* The caret is put at the end of it; an empty span only puts the caret. What would cut a grapheme takes it in. */
void
telaah_text_view_select_span (TelaahTextView *self,
                              TelaahSpan      span)
{
  GtkTextIter start, end;

  g_return_if_fail (TELAAH_IS_TEXT_VIEW (self));

  telaah_text_view_get_iter (self, span.start, &start);
  if (!gtk_text_iter_is_cursor_position (&start))
    gtk_text_iter_backward_cursor_position (&start);

  end = start;
  if (span.end > span.start)
    {
      telaah_text_view_get_end_iter (self, span.end, &end);
      if (!gtk_text_iter_is_cursor_position (&end) && !gtk_text_iter_forward_cursor_position (&end))
        gtk_text_iter_forward_to_end (&end);
    }

  telaah_text_view_end_cursor (self);
  gtk_text_buffer_select_range (telaah_text_view_buffer (self), &end, &start);
}

/* ---- Giving it away ---- */

/* The words as they are stored, not as they are broken for the screen. NULL: none are selected. */
static char *
dup_selection (TelaahTextView *self)
{
  GtkTextIter start, end;

  if (self->text == NULL || !gtk_text_buffer_get_selection_bounds (telaah_text_view_buffer (self), &start, &end))
    return NULL;

  return telaah_text_dup_slice (self->text, (TelaahSpan) { telaah_text_view_get_offset (self, &start),
                                                           telaah_text_view_get_offset (self, &end) });
}

/* GtkTextViewClass.copy_clipboard */
void
telaah_text_view_copy (GtkTextView *view)
{
  g_autofree char *words = dup_selection (TELAAH_TEXT_VIEW (view));

  if (words != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (view)), words);
}

/* Whether what the buffer holds is not what is stored. */
static gboolean
is_broken (TelaahTextView *self)
{
  return self->display != NULL && telaah_display_text_get_breaks (self->display)->len > 0;
}

/* What middle clicks paste. A sentence that one only goes through is not taken there. */
static void
update_primary (TelaahTextView *self)
{
  g_autofree char *words = self->cursor.active ? NULL : dup_selection (self);

  if (words != NULL && self->owns_primary)
    gdk_clipboard_set_text (gtk_widget_get_primary_clipboard (GTK_WIDGET (self)), words);
}

/* While the view is realized the buffer would put the selection there itself, with its breaks. GTK adds it when a
 * buffer or the view's surface comes, and takes it back when they go: what it takes back must be there. */
void
telaah_text_view_own_primary (TelaahTextView *self,
                              gboolean        own)
{
  GdkClipboard *primary;

  if (self->owns_primary == own || !gtk_widget_get_realized (GTK_WIDGET (self)))
    return;

  self->owns_primary = own;
  primary = gtk_widget_get_primary_clipboard (GTK_WIDGET (self));
  if (own)
    gtk_text_buffer_remove_selection_clipboard (telaah_text_view_buffer (self), primary);
  else
    gtk_text_buffer_add_selection_clipboard (telaah_text_view_buffer (self), primary);
}

/**
 * telaah_text_view_is_own_drag:
 * @x: in the coordinates of the widget
 *
 * Returns: whether a drag from there takes selected words with it that GTK would give away with their breaks
 */
gboolean
telaah_text_view_is_own_drag (TelaahTextView *self,
                              double          x,
                              double          y)
{
  GtkTextIter start, end, at;
  int left, top;

  if (!is_broken (self) || !gtk_text_buffer_get_selection_bounds (telaah_text_view_buffer (self), &start, &end))
    return FALSE;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, x, y, &left, &top);

  return gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &at, left, top)
         && gtk_text_iter_in_range (&at, &start, &end);
}

/* Returns: (transfer full) (nullable): what a drag of the selected words gives */
GdkContentProvider *
telaah_text_view_dup_content (TelaahTextView *self)
{
  g_autofree char *words = dup_selection (self);

  return words != NULL ? gdk_content_provider_new_typed (G_TYPE_STRING, words) : NULL;
}

/* ---- Telling of it ---- */

static gboolean
is_button_down (TelaahTextView *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (GTK_WIDGET (self)));
  GdkDevice *pointer = seat != NULL ? gdk_seat_get_pointer (seat) : NULL;
  GdkModifierType state = 0;

  if (native != NULL && pointer != NULL)
    gdk_surface_get_device_position (gtk_native_get_surface (native), pointer, NULL, NULL, &state);

  return (state & GDK_BUTTON1_MASK) != 0;
}

static gboolean
settle_cb (gpointer user_data)
{
  TelaahTextView *self = TELAAH_TEXT_VIEW (user_data);
  TelaahSpan span = { 0, 0 };
  gboolean has;

  if (is_button_down (self))
    return G_SOURCE_CONTINUE;

  self->settle_source = 0;
  has = telaah_text_view_get_selection (self, &span);
  if (span.start != self->announced.start || span.end != self->announced.end)
    {
      self->announced = span;
      update_primary (self);
      telaah_text_view_emit_selection (self, has);
    }

  return G_SOURCE_REMOVE;
}

/* Tells of the selection in @delay milliseconds, if it is another by then. */
void
telaah_text_view_queue_settle (TelaahTextView *self,
                               guint           delay)
{
  g_clear_handle_id (&self->settle_source, g_source_remove);
  self->settle_source = g_timeout_add (delay, settle_cb, self);
}

static void
mark_set_cb (TelaahTextView *self,
             GtkTextIter    *location,
             GtkTextMark    *mark,
             GtkTextBuffer  *buffer)
{
  if (mark != gtk_text_buffer_get_insert (buffer) && mark != gtk_text_buffer_get_selection_bound (buffer))
    return;

  if (!self->cursor.moving)
    telaah_text_view_end_cursor (self);
  if (gtk_text_buffer_get_has_selection (buffer) || self->announced.end > 0)
    telaah_text_view_queue_settle (self, SETTLE);
}

/* The buffer is another one: nothing in it has been selected or clicked. */
void
telaah_text_view_follow_buffer (TelaahTextView *self)
{
  GtkTextIter start;

  telaah_text_view_let_go (self);
  telaah_text_view_end_cursor (self);
  self->clicked_at = G_MAXUINT;
  gtk_text_buffer_get_start_iter (telaah_text_view_buffer (self), &start);
  gtk_text_buffer_create_mark (telaah_text_view_buffer (self), "place", &start, TRUE);
  g_signal_connect_object (telaah_text_view_buffer (self), "mark-set", G_CALLBACK (mark_set_cb), self,
                           G_CONNECT_SWAPPED);

  if (self->announced.end > 0)
    telaah_text_view_queue_settle (self, 0);
  telaah_text_view_queue_visible (self);
}

/* No more is told of the selection. */
void
telaah_text_view_stop_selection (TelaahTextView *self)
{
  g_clear_handle_id (&self->settle_source, g_source_remove);
}
