/* The keys of the palette: what an entry would take for itself, taken before it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-tag-popover-private.h"

static gboolean
theme_digit_pressed (TelaahTagPopover *self,
                     guint             keyval,
                     gboolean          stay)
{
  if (keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_9)
    keyval = keyval - GDK_KEY_KP_1 + GDK_KEY_1;

  return keyval >= GDK_KEY_1 && keyval <= GDK_KEY_9 &&
         *gtk_editable_get_text (GTK_EDITABLE (self->theme_entry)) == '\0' &&
         telaah_tag_popover_tag_with_digit (self, keyval - GDK_KEY_0, stay);
}

/* With nothing typed, the first key down shows all themes. */
static void
go_down (TelaahTagPopover *self)
{
  if (telaah_theme_results_has_choice (self->results))
    telaah_theme_results_move (self->results, 1);
  else
    telaah_tag_popover_browse (self);
}

/* Before the entry, which would take the arrows for itself. */
static gboolean
theme_key_pressed_cb (TelaahTagPopover *self,
                      guint             keyval,
                      guint             keycode,
                      GdkModifierType   state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean control = modifiers == GDK_CONTROL_MASK;

  if (self->composing || (modifiers != 0 && !control))
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      telaah_tag_popover_take (self, control);
      return GDK_EVENT_STOP;

    case GDK_KEY_Tab:
      gtk_widget_grab_focus (GTK_WIDGET (self->note_entry));
      return GDK_EVENT_STOP;

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      go_down (self);
      return GDK_EVENT_STOP;

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      telaah_theme_results_move (self->results, -1);
      return GDK_EVENT_STOP;

    default:
      return theme_digit_pressed (self, keyval, control);
    }
}

static gboolean
note_key_pressed_cb (TelaahTagPopover *self,
                     guint             keyval,
                     guint             keycode,
                     GdkModifierType   state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (self->composing)
    return GDK_EVENT_PROPAGATE;

  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter) &&
      (modifiers == 0 || modifiers == GDK_CONTROL_MASK))
    {
      telaah_tag_popover_take (self, modifiers == GDK_CONTROL_MASK);
      return GDK_EVENT_STOP;
    }

  if (keyval == GDK_KEY_ISO_Left_Tab || (keyval == GDK_KEY_Tab && modifiers == GDK_SHIFT_MASK) ||
      (keyval == GDK_KEY_Up && modifiers == 0))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->theme_entry));
      return GDK_EVENT_STOP;
    }

  /* The chips stand before it; this way they come after it. */
  if (keyval == GDK_KEY_Tab && modifiers == 0)
    return gtk_widget_child_focus (GTK_WIDGET (self->chips), GTK_DIR_TAB_FORWARD);

  return GDK_EVENT_PROPAGATE;
}

static void
preedit_changed_cb (TelaahTagPopover *self,
                    const char       *preedit)
{
  self->composing = *preedit != '\0';
}

static void
watch_entry (TelaahTagPopover *self,
             GtkEntry         *entry,
             GCallback         key_pressed)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", key_pressed, self);
  gtk_widget_add_controller (GTK_WIDGET (entry), keys);
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "preedit-changed",
                           G_CALLBACK (preedit_changed_cb), self, G_CONNECT_SWAPPED);
}

void
telaah_tag_popover_init_keys (TelaahTagPopover *self)
{
  watch_entry (self, self->theme_entry, G_CALLBACK (theme_key_pressed_cb));
  watch_entry (self, self->note_entry, G_CALLBACK (note_key_pressed_cb));
}
