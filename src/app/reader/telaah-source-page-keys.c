/* The keys that give the commands on a source, while its text has the focus.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-source-page-private.h"

/* Those of the window that are about more than this page. */
static void
activate (TelaahSourcePage *self,
          const char       *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

/* Where there is nothing to tag, Enter is for what the caret stands in. */
static gboolean
has_words (TelaahSourcePage *self)
{
  return telaah_text_view_get_selection (self->text_view, NULL) || telaah_source_page_get_passage (self) != NULL;
}

static gboolean
key_pressed_cb (TelaahSourcePage      *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  self->by_pointer = FALSE;
  telaah_source_page_need_sentences (self);

  if (modifiers == GDK_ALT_MASK && (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down))
    {
      telaah_source_page_step (self, keyval == GDK_KEY_Down);
      return GDK_EVENT_STOP;
    }

  if (modifiers == GDK_ALT_MASK && (keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_Page_Down))
    {
      telaah_source_page_step_of_theme (self, keyval == GDK_KEY_Page_Down);
      return GDK_EVENT_STOP;
    }

  if (modifiers == GDK_SHIFT_MASK && keyval == GDK_KEY_U)
    {
      telaah_source_page_step_uncoded (self, FALSE);
      return GDK_EVENT_STOP;
    }

  if (modifiers != 0)
    return GDK_EVENT_PROPAGATE;

  if (keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_9)
    keyval = keyval - GDK_KEY_KP_1 + GDK_KEY_1;
  if (keyval >= GDK_KEY_1 && keyval <= GDK_KEY_9)
    telaah_source_page_tag_with_digit (self, keyval - GDK_KEY_0);
  else if (keyval == GDK_KEY_t || (keyval == GDK_KEY_Return && has_words (self)))
    telaah_source_page_open_palette (self);
  else if (keyval == GDK_KEY_n)
    telaah_source_page_write_note (self);
  else if (keyval == GDK_KEY_u)
    telaah_source_page_step_uncoded (self, TRUE);
  else if (keyval == GDK_KEY_r || keyval == GDK_KEY_period)
    activate (self, "win.repeat-tag");
  else if (keyval == GDK_KEY_Delete)
    telaah_source_page_untag (self);
  else if (keyval == GDK_KEY_Escape && telaah_source_page_get_passage (self) != NULL)
    telaah_source_page_select (self, NULL, FALSE);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
pressed_cb (TelaahSourcePage *self)
{
  self->by_pointer = TRUE;
}

void
telaah_source_page_init_keys (TelaahSourcePage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *press = gtk_gesture_click_new ();

  /* Before the text view's own bindings. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text_view), keys);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text_view), GTK_EVENT_CONTROLLER (press));
}
