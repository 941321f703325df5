/* What the second button, a long press and the menu key ask for, and taking selected words elsewhere with the pointer.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-text-view-private.h"

static void
secondary_cb (TelaahTextView *self,
              int             n_press,
              double          x,
              double          y,
              GtkGesture     *gesture)
{
  if (telaah_text_view_activate_mark (self, telaah_text_view_get_mark (self, x, y)))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
long_press_cb (TelaahTextView *self,
               double          x,
               double          y,
               GtkGesture     *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (!telaah_text_view_activate_mark (self, telaah_text_view_get_mark (self, x, y)))
    gtk_widget_activate_action (GTK_WIDGET (self), "menu.popup", NULL);
}

/* At the caret; elsewhere it is for GTK's own menu. */
static gboolean
menu_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  TelaahTextView *self = TELAAH_TEXT_VIEW (widget);
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_mark (telaah_text_view_buffer (self), &caret,
                                    gtk_text_buffer_get_insert (telaah_text_view_buffer (self)));

  return telaah_text_view_activate_mark (
    self, telaah_text_view_get_mark_at (self, telaah_text_view_get_offset (self, &caret)));
}

/* ---- Taking words elsewhere ---- */

static void
drag_begin_cb (TelaahTextView *self,
               double          x,
               double          y,
               GtkGesture     *gesture)
{
  TelaahBorder border;

  if (telaah_text_view_get_border (self, x, y, &border) || !telaah_text_view_is_own_drag (self, x, y))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
drag_update_cb (TelaahTextView *self,
                double          dx,
                double          dy,
                GtkGesture     *gesture)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkDevice *device = gtk_gesture_get_device (gesture);
  g_autoptr(GdkContentProvider) content = NULL;
  g_autoptr(GdkDrag) drag = NULL;
  g_autoptr(GdkPaintable) icon = NULL;
  double x, y;

  if (native == NULL || !gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y)
      || !gtk_drag_check_threshold (GTK_WIDGET (self), x, y, x + dx, y + dy))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
  self->pressed_at = G_MAXUINT;
  content = telaah_text_view_dup_content (self);
  if (content != NULL)
    drag = gdk_drag_begin (gtk_native_get_surface (native), device, content, GDK_ACTION_COPY, dx, dy);
  if (drag == NULL)
    return;

  icon = GDK_PAINTABLE (gtk_icon_theme_lookup_icon (
    gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (self))), "text-x-generic", NULL, 32,
    gtk_widget_get_scale_factor (GTK_WIDGET (self)), gtk_widget_get_direction (GTK_WIDGET (self)), 0));
  gtk_drag_icon_set_from_paintable (drag, icon, 0, 0);
}

/* It was a click: what was selected no longer is. */
static void
drag_end_cb (TelaahTextView *self,
             double          dx,
             double          dy,
             GtkGesture     *gesture)
{
  GtkTextIter iter;
  double x, y;
  int left, top;

  if (!gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y)
      || gtk_gesture_get_sequence_state (gesture, gtk_gesture_get_last_updated_sequence (gesture))
         != GTK_EVENT_SEQUENCE_CLAIMED)
    return;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, x, y, &left, &top);
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, left, top);
  gtk_text_buffer_place_cursor (telaah_text_view_buffer (self), &iter);
}

static void
add_gesture (TelaahTextView *self,
             GtkGesture     *gesture)
{
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
}

void
telaah_text_view_init_menu (TelaahTextView *self)
{
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *long_press = gtk_gesture_long_press_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (secondary_cb), self);
  add_gesture (self, secondary);

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  g_signal_connect_swapped (long_press, "pressed", G_CALLBACK (long_press_cb), self);
  add_gesture (self, long_press);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  add_gesture (self, drag);
}

void
telaah_text_view_bind_menu (GListStore *keys)
{
  telaah_text_view_bind (keys, GDK_KEY_Menu, 0, menu_cb, NULL);
  telaah_text_view_bind (keys, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);
}
