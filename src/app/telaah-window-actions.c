/* The commands of the window: each an action with a stable name, for menus, keys, scripts and tests.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "app/telaah-project-dialog.h"
#include "app/telaah-window-private.h"

#define MIN_SIZE 10
#define MAX_SIZE 48

/* ---- Project ---- */

static void
created_cb (TelaahWindow  *self,
            TelaahSession *session)
{
  telaah_window_set_session (self, session);

  if (self->waiting != NULL)
    {
      g_autoptr(GListModel) files = g_steal_pointer (&self->waiting);

      telaah_window_import (self, files, FALSE);
    }
}

static void
new_project_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       widget)
{
  TelaahProjectDialog *dialog = telaah_project_dialog_new (GTK_WINDOW (widget), NULL);

  g_signal_connect_object (dialog, "created", G_CALLBACK (created_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
details_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       widget)
{
  TelaahWindow *self = TELAAH_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (telaah_project_dialog_new (GTK_WINDOW (self), self->session)));
}

static void
open_project_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       widget)
{
  telaah_window_choose_project (TELAAH_WINDOW (widget));
}

static void
close_project_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       widget)
{
  telaah_window_set_session (TELAAH_WINDOW (widget), NULL);
}

static void
import_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       widget)
{
  telaah_window_choose_texts (TELAAH_WINDOW (widget));
}

static void
import_files_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       widget)
{
  g_autoptr(GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autofree const char **uris = g_variant_get_strv (parameter, NULL);

  for (guint i = 0; uris[i] != NULL; i++)
    {
      g_autoptr(GFile) file = g_file_new_for_commandline_arg (uris[i]);

      g_list_store_append (files, file);
    }

  telaah_window_import (TELAAH_WINDOW (widget), G_LIST_MODEL (files), FALSE);
}

/* ---- Undo and redo ---- */

static void
take_back (TelaahWindow *self,
           gboolean    (*verb) (TelaahSession *, GError **))
{
  g_autoptr(GError) error = NULL;

  telaah_window_flush (self);
  if (!verb (self->session, &error))
    telaah_window_tell (self, error->message);
}

static void
undo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       widget)
{
  take_back (TELAAH_WINDOW (widget), telaah_session_undo);
}

static void
redo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       widget)
{
  take_back (TELAAH_WINDOW (widget), telaah_session_redo);
}

/* "Undo Tag passage", where a pointer rests and for a screen reader. */
static void
name_button (GtkWidget  *button,
             const char *format,
             const char *nothing,
             const char *verb)
{
  g_autofree char *label = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  label = verb != NULL ? g_strdup_printf (format, telaah_verb_get_label (verb)) : g_strdup (nothing);
#pragma GCC diagnostic pop
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* ---- Views ---- */

static void
back_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       widget)
{
  TelaahWindow *self = TELAAH_WINDOW (widget);
  g_autofree char *view = g_steal_pointer (&self->back_view);

  if (view == NULL)
    return;

  telaah_window_set_view (self, view);
}

static void
toggle (TelaahWindow *self,
        const char   *key)
{
  g_settings_set_boolean (self->settings, key, !g_settings_get_boolean (self->settings, key));
  telaah_window_update_panes (self);
}

/* Where there is little room a pane is hidden by itself; asking for it brings it back there too. */
static void
toggle_pane (TelaahWindow *self,
             const char   *key,
             gboolean      yield,
             gboolean     *asked)
{
  if (yield && !*asked)
    {
      *asked = TRUE;
      g_settings_set_boolean (self->settings, key, TRUE);
      telaah_window_update_panes (self);
    }
  else
    toggle (self, key);
}

/* The Outline has a sidebar of its own, which yields to the search alone. */
static void
sidebar_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       widget)
{
  TelaahWindow *self = TELAAH_WINDOW (widget);
  gboolean yield = telaah_window_is_reading (self) ? self->sidebar_yield : self->outline_yield;

  toggle_pane (self, "sidebar-visible", yield, &self->sidebar_asked);
}

static void
cards_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       widget)
{
  TelaahWindow *self = TELAAH_WINDOW (widget);

  toggle_pane (self, "cards-visible", self->cards_yield, &self->cards_asked);
}

static void
set_size (GtkWidget *widget,
          int        size)
{
  g_settings_set_int (TELAAH_WINDOW (widget)->settings, "reader-size", CLAMP (size, MIN_SIZE, MAX_SIZE));
}

static void
larger_text_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       widget)
{
  set_size (widget, g_settings_get_int (TELAAH_WINDOW (widget)->settings, "reader-size") + 1);
}

static void
smaller_text_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       widget)
{
  set_size (widget, g_settings_get_int (TELAAH_WINDOW (widget)->settings, "reader-size") - 1);
}

static void
normal_text_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       widget)
{
  g_settings_reset (TELAAH_WINDOW (widget)->settings, "reader-size");
}

static void
menu_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       widget)
{
  telaah_window_peek_header (TELAAH_WINDOW (widget), TRUE);
  gtk_menu_button_popup (TELAAH_WINDOW (widget)->menu_button);
}

/* ---- All of them ---- */

/* Without a project */
static const GActionEntry general[] = {
  { "new-project", new_project_cb },
  { "open-project", open_project_cb },
  { "import", import_cb },
  { "larger-text", larger_text_cb },
  { "smaller-text", smaller_text_cb },
  { "normal-text", normal_text_cb },
  { "menu", menu_cb },
};

static const GActionEntry of_project[] = {
  { "close-project", close_project_cb },
  { "details", details_cb },
  { "import-files", import_files_cb, "as" },
  { "undo", undo_cb },
  { "redo", redo_cb },
  { "back", back_cb },
  { "sidebar", sidebar_cb },
  { "cards", cards_cb },
};

void
telaah_window_init_actions (TelaahWindow *self)
{
  g_autoptr(GPropertyAction) view = g_property_action_new ("view", self->views, "visible-child-name");

  g_action_map_add_action_entries (G_ACTION_MAP (self), general, G_N_ELEMENTS (general), self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), of_project, G_N_ELEMENTS (of_project), self);
  telaah_window_init_reading (self);
  telaah_window_init_notes (self);
  telaah_window_init_texts (self);
  telaah_window_init_print (self);
  telaah_window_init_outline (self);
  telaah_window_init_search (self);
  telaah_window_init_words (self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (view));
}

static void
enable (TelaahWindow *self,
        const char   *name,
        gboolean      enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* What can be done now, and what undo and redo would do. */
void
telaah_window_update_actions (TelaahWindow *self)
{
  gboolean project = self->session != NULL;
  const char *undo = project ? telaah_session_get_undo (self->session) : NULL;
  const char *redo = project ? telaah_session_get_redo (self->session) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (of_project); i++)
    enable (self, of_project[i].name, project);
  telaah_window_update_reading (self);
  telaah_window_update_notes (self);
  telaah_window_update_texts (self);
  telaah_window_update_print (self);
  telaah_window_update_outline (self);
  telaah_window_update_search (self);
  telaah_window_update_words (self);

  enable (self, "undo", undo != NULL);
  enable (self, "redo", redo != NULL);
  enable (self, "back", self->back_view != NULL);
  gtk_widget_set_visible (self->back_button, self->back_view != NULL);
  name_button (self->undo_button, _("Undo %s"), _("Undo"), undo);
  name_button (self->redo_button, _("Redo %s"), _("Redo"), redo);
}
