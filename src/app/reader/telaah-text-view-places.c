/* Where one is in the text: what is in sight, and staying there while the view finds out how long the text is.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-text-view-private.h"

#include <math.h>

/* Before the frame is drawn, so that what follows the view is drawn with it. */
#define PRIORITY_VISIBLE (GTK_PRIORITY_RESIZE + 5)

/* After the last line has been laid out, which the view does behind the drawing of frames. */
#define PRIORITY_VALIDATED (GDK_PRIORITY_REDRAW + 6)

/* The place is no longer to be kept. */
void
telaah_text_view_let_go (TelaahTextView *self)
{
  self->held = G_MAXUINT;
  self->kept = G_MAXUINT;
}

/* Where the line at @y begins or ends, whichever way it is written. */
static guint
offset_at_y (TelaahTextView *self,
             gboolean        end,
             int             y)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;

  gtk_text_view_get_iter_at_location (view, &iter, end ? self->width : 0, y);
  if (end && !gtk_text_iter_ends_line (&iter))
    gtk_text_view_forward_display_line_end (view, &iter);
  else if (!end && !gtk_text_view_starts_display_line (view, &iter))
    gtk_text_view_backward_display_line_start (view, &iter);

  return telaah_text_view_get_offset (self, &iter);
}

/* Empty before the view has a size. */
void
telaah_text_view_get_visible_span (TelaahTextView *self,
                                   TelaahSpan     *span)
{
  GdkRectangle visible;

  g_return_if_fail (TELAAH_IS_TEXT_VIEW (self));

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  *span = (TelaahSpan) { 0, 0 };
  if (self->width > 0 && visible.y + visible.height > 0)
    *span = (TelaahSpan) { offset_at_y (self, FALSE, MAX (visible.y, 0)),
                           offset_at_y (self, TRUE, visible.y + visible.height) };
}

static gboolean
is_in_line (TelaahTextView *self,
            guint           start,
            guint           offset)
{
  GtkTextIter a, b;
  GdkRectangle x, y;

  telaah_text_view_get_iter (self, start, &a);
  telaah_text_view_get_iter (self, offset, &b);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &a, &x);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &b, &y);

  return x.y == y.y;
}

/* Scrolls to the held place, wherever it is by now. */
static void
apply_hold (TelaahTextView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  GdkRectangle line;
  double page, value;

  if (self->held == G_MAXUINT || self->vadjustment == NULL || self->width == 0)
    return;

  telaah_text_view_get_iter (self, self->held, &iter);
  gtk_text_view_get_iter_location (view, &iter, &line);
  page = gtk_adjustment_get_page_size (self->vadjustment);
  value = gtk_text_view_get_top_margin (view) + line.y - self->held_align * (page - line.height);
  if (fabs (value - gtk_adjustment_get_value (self->vadjustment)) >= 1)
    gtk_adjustment_set_value (self->vadjustment, value);
}

static gboolean
release_cb (gpointer user_data)
{
  TelaahTextView *self = TELAAH_TEXT_VIEW (user_data);

  self->release_source = 0;
  apply_hold (self);
  if (self->width > 0)
    self->held = G_MAXUINT;

  return G_SOURCE_REMOVE;
}

/* Keeps the line with the character at @offset where @align says, 0 at the top to 1 at the bottom, until the heights
 * of all lines are known: GtkTextView guesses those that it has not laid out, and loses the place as it learns them.
 * The reader's own scrolling lets go of it. */
void
telaah_text_view_hold (TelaahTextView *self,
                       guint           offset,
                       double          align)
{
  self->held = offset;
  self->kept = offset;
  self->held_align = align;

  g_clear_handle_id (&self->release_source, g_source_remove);
  self->release_source = g_idle_add_full (PRIORITY_VALIDATED, release_cb, self, NULL);
  telaah_text_view_queue_visible (self);
}

static gboolean
visible_cb (gpointer user_data)
{
  TelaahTextView *self = TELAAH_TEXT_VIEW (user_data);

  self->visible_source = 0;
  apply_hold (self);
  telaah_text_view_emit_visible (self);

  return G_SOURCE_REMOVE;
}

void
telaah_text_view_queue_visible (TelaahTextView *self)
{
  if (self->visible_source == 0)
    self->visible_source = g_idle_add_full (PRIORITY_VISIBLE, visible_cb, self, NULL);
}

/* Returns: the first character in sight; 0 where the header is. As long as nobody scrolls it is the same in every
 * width, though the line that it is in begins elsewhere */
guint
telaah_text_view_get_top (TelaahTextView *self)
{
  GdkRectangle visible;
  guint top;

  g_return_val_if_fail (TELAAH_IS_TEXT_VIEW (self), 0);

  if (self->held != G_MAXUINT && self->held_align == 0)
    return self->held;
  if (self->width == 0)
    return 0;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  top = visible.y > 0 ? offset_at_y (self, FALSE, visible.y) : 0;

  return self->kept != G_MAXUINT && is_in_line (self, top, self->kept) ? self->kept : top;
}

static void
scroll_to_offset (TelaahTextView *self,
                  guint           offset,
                  double          align)
{
  GtkTextMark *mark = gtk_text_buffer_get_mark (telaah_text_view_buffer (self), "place");
  GtkTextIter iter;

  if (mark == NULL)
    return;

  /* The view itself lays out what is there, so that it is right in the first frame. */
  telaah_text_view_get_iter (self, offset, &iter);
  gtk_text_buffer_move_mark (telaah_text_view_buffer (self), mark, &iter);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), mark, 0, TRUE, 0, align);
  telaah_text_view_hold (self, offset, align);
}

/* Puts the line with the character at @offset at the top. 0: the very top, with the header. */
void
telaah_text_view_set_top (TelaahTextView *self,
                          guint           offset)
{
  g_return_if_fail (TELAAH_IS_TEXT_VIEW (self));

  self->cursor.unseen = FALSE;
  if (offset > 0)
    {
      scroll_to_offset (self, offset, 0);
      return;
    }

  telaah_text_view_let_go (self);
  if (self->vadjustment != NULL)
    gtk_adjustment_set_value (self->vadjustment, 0);
}

/* Brings the beginning of @span into sight; does nothing where it is there already, with some lines behind it. */
void
telaah_text_view_scroll_to (TelaahTextView *self,
                            TelaahSpan      span)
{
  const guint some_lines = 200;
  TelaahSpan visible;

  g_return_if_fail (TELAAH_IS_TEXT_VIEW (self));

  telaah_text_view_get_visible_span (self, &visible);
  if (span.start < visible.start || MIN (span.end, span.start + some_lines) > visible.end)
    scroll_to_offset (self, span.start, 0.3);
}

/* Brings @span into sight, with some lines before and behind it; of one that is longer than a page its @edge. Where it
 * must scroll it goes on for the better part of a page, so that not each step does. */
void
telaah_text_view_bring (TelaahTextView *self,
                        TelaahSpan      span,
                        guint           edge)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter start, end;
  GdkRectangle visible, first, last;
  int context;

  gtk_text_view_get_visible_rect (view, &visible);
  telaah_text_view_get_iter (self, span.start, &start);
  telaah_text_view_get_end_iter (self, span.end, &end);
  gtk_text_view_get_iter_location (view, &start, &first);
  gtk_text_view_get_iter_location (view, &end, &last);
  if (last.y + last.height - first.y > visible.height / 2)
    {
      first = edge == span.start ? first : last;
      last = first;
    }

  context = MIN (2 * (first.height + self->line_gap), visible.height / 4);
  if (first.y - context < visible.y)
    scroll_to_offset (self, edge == span.start ? edge : span.start, 0.55);
  else if (last.y + last.height + context > visible.y + visible.height)
    scroll_to_offset (self, first.y == last.y ? edge : span.start, 0.25);
}

/**
 * telaah_text_view_get_span_area:
 * @area: (out caller-allocates): what of @span is in sight, in the widget's coordinates: where a popover may point
 */
void
telaah_text_view_get_span_area (TelaahTextView *self,
                                TelaahSpan      span,
                                GdkRectangle   *area)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter start, end;
  GdkRectangle first, last;
  int left, x, y, bottom;

  g_return_if_fail (TELAAH_IS_TEXT_VIEW (self));

  telaah_text_view_get_iter (self, span.start, &start);
  telaah_text_view_get_end_iter (self, span.end, &end);
  gtk_text_view_get_iter_location (view, &start, &first);
  gtk_text_view_get_iter_location (view, &end, &last);
  left = gtk_text_view_get_left_margin (view);

  if (first.y == last.y)
    *area = (GdkRectangle) { MIN (first.x, last.x), first.y, ABS (last.x - first.x), first.height };
  else
    *area = (GdkRectangle) { left, first.y, self->width - left - gtk_text_view_get_right_margin (view),
                             last.y + last.height - first.y };

  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, area->x, area->y, &x, &y);
  bottom = CLAMP (y + area->height, 0, self->height);
  area->x = x;
  area->y = CLAMP (y, 0, self->height);
  area->height = bottom - area->y;
}

/* Nothing is told of nor kept in place any more. */
void
telaah_text_view_stop_places (TelaahTextView *self)
{
  g_clear_handle_id (&self->visible_source, g_source_remove);
  g_clear_handle_id (&self->release_source, g_source_remove);
}
