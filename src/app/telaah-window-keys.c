/* Keys that a text which is being typed may want for itself: they come to the window only when nobody has used them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/telaah-window-private.h"

static const struct
{
  const char *trigger;
  const char *action;
} keys[] = {
  { "<Ctrl>z", "win.undo" },
  { "<Ctrl><Shift>z", "win.redo" },
  { "<Ctrl>y", "win.redo" },
  { "<Alt>Left", "win.back" },
  { "Back", "win.back" },
  { "F2", "win.edit-text" },
  { "<Ctrl><Shift>f", "win.find" },
};

void
telaah_window_init_keys (TelaahWindow *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_BUBBLE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                                                            gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
