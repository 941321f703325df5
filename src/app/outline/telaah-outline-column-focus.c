/* What has the focus in the document stays in sight: the widget, or the caret of the text that is
 * written.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/outline/telaah-outline-column-private.h"

/* What is kept free above and below, in pixels. */
#define MARGIN 24

/* Where the focus is, in our coordinates. */
static gboolean
find_focus (TelaahOutlineColumn *self,
            int                 *y,
            int                 *height)
{
  graphene_rect_t bounds;

  if (self->focus == NULL || !gtk_widget_get_mapped (self->focus) ||
      !gtk_widget_compute_bounds (self->focus, GTK_WIDGET (self), &bounds))
    return FALSE;

  *y = bounds.origin.y;
  *height = bounds.size.height;

  if (GTK_IS_TEXT_VIEW (self->focus))
    {
      GdkRectangle caret;
      int caret_y;

      gtk_text_view_get_cursor_locations (GTK_TEXT_VIEW (self->focus), NULL, &caret, NULL);
      gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self->focus), GTK_TEXT_WINDOW_WIDGET,
                                             caret.x, caret.y, NULL, &caret_y);
      *y += caret_y;
      *height = caret.height;
    }

  return TRUE;
}

/* How far to scroll for the focus to be in sight. */
int
telaah_outline_column_find_reveal (TelaahOutlineColumn *self,
                                   int                  height)
{
  int y, size;

  if (!find_focus (self, &y, &size))
    return 0;

  /* What is larger than the page is in sight when any of it is. */
  if (size > height - 2 * MARGIN)
    return y > height ? y - MARGIN : y + size < 0 ? y + size - height : 0;
  if (y < MARGIN)
    return y - MARGIN;
  if (y + size > height - MARGIN)
    return y + size - (height - MARGIN);

  return 0;
}

/* With the next frame: the focus also moves while the one before is laid out. */
static void
reveal (TelaahOutlineColumn *self)
{
  self->reveal = TRUE;
  telaah_outline_column_build (self);
}

static void
forget (TelaahOutlineColumn *self)
{
  if (self->written != NULL)
    g_signal_handlers_disconnect_by_func (self->written, reveal, self);
  g_clear_object (&self->written);
  self->focus = NULL;
}

static void
focus_changed_cb (TelaahOutlineColumn *self,
                  GParamSpec          *pspec,
                  GtkRoot             *root)
{
  GtkWidget *focus = gtk_root_get_focus (root);

  forget (self);
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ||
      gtk_widget_get_native (focus) != gtk_widget_get_native (GTK_WIDGET (self)))   /* a popover shows itself */
    return;

  self->focus = focus;
  if (GTK_IS_TEXT_VIEW (focus))
    {
      self->written = g_object_ref (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)));
      g_signal_connect_swapped (self->written, "notify::cursor-position", G_CALLBACK (reveal), self);
    }
  reveal (self);
}

/* @root: (nullable): where the focus is to be followed; %NULL: no more */
void
telaah_outline_column_watch (TelaahOutlineColumn *self,
                             GtkRoot             *root)
{
  GtkRoot *before = gtk_widget_get_root (GTK_WIDGET (self));

  forget (self);
  if (before != NULL)
    g_signal_handlers_disconnect_by_func (before, focus_changed_cb, self);
  if (root != NULL)
    g_signal_connect_swapped (root, "notify::focus-widget", G_CALLBACK (focus_changed_cb), self);
}
