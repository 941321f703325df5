/* The keys of the text view. They come before GtkTextView's own, which bindings of the class would not.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-text-view-private.h"

/**
 * telaah_text_view_bind:
 * @keys: (element-type GtkShortcut): what is bound already
 * @args: (nullable): of the callback, floating
 */
void
telaah_text_view_bind (GListStore      *keys,
                       guint            key,
                       GdkModifierType  modifiers,
                       GtkShortcutFunc  callback,
                       GVariant        *args)
{
  g_autoptr(GtkShortcut) shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                                                      gtk_callback_action_new (callback, NULL, NULL));

  if (args != NULL)
    gtk_shortcut_set_arguments (shortcut, args);
  g_list_store_append (keys, shortcut);
}

void
telaah_text_view_init_keys (TelaahTextView *self)
{
  static GListStore *keys;

  if (keys == NULL)
    {
      keys = g_list_store_new (GTK_TYPE_SHORTCUT);
      telaah_text_view_bind_cursor (keys);
      telaah_text_view_bind_borders (keys);
      telaah_text_view_bind_menu (keys);
      telaah_text_view_bind_clicks (keys);
    }

  gtk_widget_add_controller (GTK_WIDGET (self), gtk_shortcut_controller_new_for_model (G_LIST_MODEL (keys)));
}
