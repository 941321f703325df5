/* Focus mode: the window shows nothing but the text that is read, until Escape.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "app/telaah-window-private.h"

/* In pixels: from how near the upper edge the header comes, and how far below it one has to be for it to go. */
#define EDGE 2
#define AWAY 16

/* The header, over the text, so that this does not move. */
void
telaah_window_peek_header (TelaahWindow *self,
                           gboolean      peek)
{
  gtk_revealer_set_reveal_child (self->header_peek, peek && self->focus_mode);
}

static void
move_header (TelaahWindow *self)
{
  g_autoptr(GtkWidget) header = g_object_ref (self->header);

  telaah_window_peek_header (self, FALSE);
  if (self->focus_mode)
    {
      adw_bin_set_child (self->header_slot, NULL);
      gtk_revealer_set_child (self->header_peek, header);
    }
  else
    {
      gtk_revealer_set_child (self->header_peek, NULL);
      adw_bin_set_child (self->header_slot, header);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->header_peek), self->focus_mode);
}

static void
tell (TelaahWindow *self)
{
  AdwToast *toast = adw_toast_new (_("Press Escape to leave focus mode"));

  adw_toast_set_timeout (toast, 3);
  g_set_weak_pointer (&self->focus_toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
telaah_window_set_focus_mode (TelaahWindow *self,
                              gboolean      focus_mode)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "focus-mode");

  if (focus_mode == self->focus_mode)
    return;

  self->focus_mode = focus_mode;
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (focus_mode));
  move_header (self);
  telaah_reader_set_focus_mode (self->reader, focus_mode);
  telaah_window_show_search (self);
  telaah_window_update_room (self);

  if (focus_mode)
    {
      gtk_window_fullscreen (GTK_WINDOW (self));
      tell (self);
    }
  else
    {
      gtk_window_unfullscreen (GTK_WINDOW (self));
      if (self->focus_toast != NULL)
        telaah_window_dismiss (self->focus_toast);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->reader));
}

/* The desktop may end it too. */
static void
fullscreened_cb (TelaahWindow *self)
{
  if (!gtk_window_is_fullscreen (GTK_WINDOW (self)))
    telaah_window_set_focus_mode (self, FALSE);
}

static gboolean
is_open (GtkMenuButton *button)
{
  return gtk_widget_get_visible (GTK_WIDGET (gtk_menu_button_get_popover (button)));
}

static void
motion_cb (TelaahWindow *self,
           double        x,
           double        y)
{
  if (!self->focus_mode)
    return;

  if (y <= EDGE)
    telaah_window_peek_header (self, TRUE);
  else if (y > gtk_widget_get_height (self->header) + AWAY && !is_open (self->menu_button) &&
           !is_open (self->text_style_button))
    telaah_window_peek_header (self, FALSE);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  TelaahWindow *self = TELAAH_WINDOW (widget);

  if (self->focus_mode)
    {
      telaah_window_set_focus_mode (self, FALSE);
      return TRUE;
    }

  /* From the header, where a closed menu leaves one, back to what one was at. */
  return self->session != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self->header_slot)) != NULL
         && gtk_widget_grab_focus (adw_view_stack_get_visible_child (self->views));
}

void
telaah_window_init_focus (TelaahWindow *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *escape = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  /* After everything that has a use for the key. */
  gtk_event_controller_set_propagation_phase (escape, GTK_PHASE_BUBBLE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (escape),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), escape);

  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (fullscreened_cb), NULL);
}
