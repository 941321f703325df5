/* Bringing into sight what has the focus, or what somebody wants seen, in a TelaahHeadedRows.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-headed-rows-private.h"

#include <math.h>

static gboolean
reveal_cb (gpointer user_data)
{
  TelaahHeadedRows *self = TELAAH_HEADED_ROWS (user_data);
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  double x, y, value;

  self->reveal = 0;
  if (self->revealed == NULL || adjustment == NULL || height <= 0 ||
      !gtk_widget_is_ancestor (self->revealed, GTK_WIDGET (self)) ||
      !gtk_widget_translate_coordinates (self->revealed, GTK_WIDGET (self), self->area.x, self->area.y, &x, &y))
    return G_SOURCE_REMOVE;

  value = gtk_adjustment_get_value (adjustment);
  if (y < 0 || self->area.height > height)
    value += y;
  else if (y + self->area.height > height)
    value += y + self->area.height - height;
  gtk_adjustment_set_value (adjustment, value);

  return G_SOURCE_REMOVE;
}

/* The layout of this frame is still to come; when we are idle again it is done. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  TelaahHeadedRows *self = TELAAH_HEADED_ROWS (widget);

  self->tick = 0;
  self->reveal = g_idle_add (reveal_cb, self);

  return G_SOURCE_REMOVE;
}

void
telaah_headed_rows_forget_reveal (TelaahHeadedRows *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_handle_id (&self->reveal, g_source_remove);
}

/**
 * telaah_headed_rows_reveal:
 * @widget: somewhere in the head, the list or the foot
 * @area: of it, in its coordinates
 *
 * Scrolls no further than it must, once all is where it belongs.
 */
void
telaah_headed_rows_reveal (TelaahHeadedRows   *self,
                           GtkWidget          *widget,
                           const GdkRectangle *area)
{
  g_return_if_fail (TELAAH_IS_HEADED_ROWS (self));

  g_set_weak_pointer (&self->revealed, widget);
  self->area = *area;
  if (self->tick == 0 && self->reveal == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/* Of a text only the caret must be seen; who writes there tells where that goes. */
static void
reveal_caret (TelaahHeadedRows *self,
              GtkTextView      *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (text);
  GtkTextIter caret;
  GdkRectangle area;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (text, &caret, &area);
  gtk_text_view_buffer_to_window_coords (text, GTK_TEXT_WINDOW_WIDGET, area.x, area.y, &area.x, &area.y);
  telaah_headed_rows_reveal (self, GTK_WIDGET (text), &area);
}

/* It has gone elsewhere. */
void
telaah_headed_rows_follow_focus (TelaahHeadedRows *self)
{
  GtkWidget *focus = gtk_root_get_focus (self->root);
  graphene_rect_t bounds;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ||
      gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL)
    return;

  /* With its border and padding, which lie outside its coordinates. */
  if (GTK_IS_TEXT_VIEW (focus))
    reveal_caret (self, GTK_TEXT_VIEW (focus));
  else if (gtk_widget_compute_bounds (focus, focus, &bounds))
    telaah_headed_rows_reveal (self, focus, &(GdkRectangle) { floor (bounds.origin.x), floor (bounds.origin.y),
                                                              ceil (bounds.size.width), ceil (bounds.size.height) });
}
