/* The selected words: what they are, telling of them once they have settled, and copying them as they are stored.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-text-view-private.h"

/* How long a selection made with keys must rest before it is told of, in milliseconds. */
#define SETTLE 150

/* Off with white space at both ends, then out to where a cursor can stand, so that no grapheme is cut. */
static gboolean
trim_selection (GtkTextIter *start,
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
      !trim_selection (&start, &end))
    return FALSE;

  if (span != NULL)
    *span = (TelaahSpan) { gtk_text_iter_get_offset (&start), gtk_text_iter_get_offset (&end) };

  return TRUE;
}

/* The cursor is put at the end of it; an empty span only puts the cursor. */
void
telaah_text_view_select_span (TelaahTextView *self,
                              TelaahSpan      span)
{
  GtkTextIter start, end;

  g_return_if_fail (TELAAH_IS_TEXT_VIEW (self));

  telaah_text_view_get_iter (self, span.start, &start);
  telaah_text_view_get_iter (self, span.end, &end);
  gtk_text_buffer_select_range (telaah_text_view_buffer (self), &end, &start);
}

/* GtkTextViewClass.copy_clipboard: the words as they are stored, not as they are broken for the screen. */
void
telaah_text_view_copy (GtkTextView *view)
{
  TelaahTextView *self = TELAAH_TEXT_VIEW (view);
  GtkTextIter start, end;
  g_autofree char *words = NULL;

  if (self->text == NULL || !gtk_text_buffer_get_selection_bounds (telaah_text_view_buffer (self), &start, &end))
    return;

  words = telaah_text_dup_slice (self->text, (TelaahSpan) { gtk_text_iter_get_offset (&start),
                                                            gtk_text_iter_get_offset (&end) });
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (view)), words);
}

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

  if (gtk_text_buffer_get_has_selection (buffer) || self->announced.end > 0)
    telaah_text_view_queue_settle (self, SETTLE);
}

/* The buffer is another one: nothing in it has been selected or clicked. */
void
telaah_text_view_follow_buffer (TelaahTextView *self)
{
  GtkTextIter start;

  telaah_text_view_let_go (self);
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
