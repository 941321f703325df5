/* Places in the words of an editor, for whoever points at them or puts something there.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/telaah-text-editor-private.h"

void
telaah_text_editor_get_caret (TelaahTextEditor *self,
                              GtkTextIter      *caret)
{
  GtkTextBuffer *buffer = telaah_text_editor_get_buffer (self);

  gtk_text_buffer_get_iter_at_mark (buffer, caret, gtk_text_buffer_get_insert (buffer));
}

void
telaah_text_editor_add_popover (TelaahTextEditor *self,
                                GtkWidget        *popover)
{
  g_return_if_fail (TELAAH_IS_TEXT_EDITOR (self));

  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  g_ptr_array_add (self->popovers, popover);
}

guint
telaah_text_editor_get_cursor (TelaahTextEditor *self)
{
  GtkTextIter caret;

  g_return_val_if_fail (TELAAH_IS_TEXT_EDITOR (self), 0);

  telaah_text_editor_get_caret (self, &caret);

  return gtk_text_iter_get_offset (&caret);
}

void
telaah_text_editor_set_cursor (TelaahTextEditor *self,
                               guint             offset)
{
  GtkTextIter caret;

  g_return_if_fail (TELAAH_IS_TEXT_EDITOR (self));

  gtk_text_buffer_get_iter_at_offset (telaah_text_editor_get_buffer (self), &caret, offset);
  gtk_text_buffer_place_cursor (telaah_text_editor_get_buffer (self), &caret);
}

TelaahSpan
telaah_text_editor_get_selection (TelaahTextEditor *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (TELAAH_IS_TEXT_EDITOR (self), ((TelaahSpan) { 0, 0 }));

  gtk_text_buffer_get_selection_bounds (telaah_text_editor_get_buffer (self), &start, &end);

  return (TelaahSpan) { gtk_text_iter_get_offset (&start), gtk_text_iter_get_offset (&end) };
}

/* Of those on the first line where they go over several. */
void
telaah_text_editor_get_place (TelaahTextEditor *self,
                              TelaahSpan        span,
                              GdkRectangle     *place)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  GdkRectangle last;
  int x, y;
  double here_x, here_y;

  g_return_if_fail (TELAAH_IS_TEXT_EDITOR (self));

  buffer = telaah_text_editor_get_buffer (self);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, span.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, span.end);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->view), &start, place);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->view), &end, &last);

  place->width = last.y == place->y ? MAX (1, last.x - place->x) : MAX (1, place->width);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self->view), GTK_TEXT_WINDOW_WIDGET, place->x, place->y,
                                         &x, &y);
  gtk_widget_translate_coordinates (self->view, GTK_WIDGET (self), x, y, &here_x, &here_y);
  place->x = here_x;
  place->y = here_y;
}
