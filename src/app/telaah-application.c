/* The program: its windows, what it does without one, and about it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/telaah-application.h"

#include <glib/gi18n.h>

#include "app/telaah-about.h"
#include "app/telaah-sample.h"
#include "app/telaah-window.h"

struct _TelaahApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (TelaahApplication, telaah_application, ADW_TYPE_APPLICATION)

/**
 * telaah_application_get_settings:
 *
 * Returns: (transfer none): the settings, one for the whole program
 */
GSettings *
telaah_application_get_settings (void)
{
  static GSettings *settings = NULL;

  if (settings == NULL)
    settings = g_settings_new ("org.telaah.Telaah");

  return settings;
}

/* A window that shows no project yet, or a new one. */
static TelaahWindow *
need_window (TelaahApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (; windows != NULL; windows = windows->next)
    if (TELAAH_IS_WINDOW (windows->data) && telaah_window_get_session (windows->data) == NULL)
      return windows->data;

  return TELAAH_WINDOW (telaah_window_new (GTK_APPLICATION (self)));
}

/* The one that shows this project already, or NULL. */
static TelaahWindow *
find_window (TelaahApplication *self,
             GFile             *file)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (; windows != NULL; windows = windows->next)
    {
      TelaahSession *session = TELAAH_IS_WINDOW (windows->data) ? telaah_window_get_session (windows->data) : NULL;
      g_autoptr(GFile) own = session != NULL ? g_file_new_for_path (telaah_session_get_path (session)) : NULL;

      if (own != NULL && g_file_equal (own, file))
        return windows->data;
    }

  return NULL;
}

static void
open_project (TelaahApplication *self,
              GFile             *file)
{
  TelaahWindow *window = find_window (self, file);

  if (window == NULL)
    {
      window = need_window (self);
      telaah_window_open (window, file);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
telaah_application_activate (GApplication *application)
{
  TelaahApplication *self = TELAAH_APPLICATION (application);
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autofree char *last = g_settings_get_string (telaah_application_get_settings (), "last-project");

  if (active == NULL && *last != '\0' && g_file_test (last, G_FILE_TEST_EXISTS))
    {
      g_autoptr(GFile) file = g_file_new_for_path (last);

      open_project (self, file);
      return;
    }

  gtk_window_present (active != NULL ? active : GTK_WINDOW (need_window (self)));
}

/* Projects open in a window each; anything else is offered for import, all of it together. */
static void
telaah_application_open (GApplication  *application,
                         GFile        **files,
                         int            n_files,
                         const char    *hint)
{
  TelaahApplication *self = TELAAH_APPLICATION (application);
  g_autoptr(GListStore) texts = g_list_store_new (G_TYPE_FILE);

  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *name = g_file_get_basename (files[i]);

      if (g_str_has_suffix (name, ".telaah"))
        open_project (self, files[i]);
      else
        g_list_store_append (texts, files[i]);
    }

  if (g_list_model_get_n_items (G_LIST_MODEL (texts)) > 0)
    {
      GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));
      TelaahWindow *window = TELAAH_IS_WINDOW (active) ? TELAAH_WINDOW (active) : need_window (self);

      gtk_window_present (GTK_WINDOW (window));
      telaah_window_offer_import (window, G_LIST_MODEL (texts));
    }
}

/* ---- Actions ---- */

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (user_data));

  /* Each keeps its place and writes what is being typed. */
  g_list_foreach (windows, (GFunc) gtk_window_close, NULL);
  g_list_free (windows);
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  telaah_about_show (gtk_application_get_active_window (user_data));
}

static void
open_sample_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) sample = telaah_sample_prepare (&error);

  if (sample != NULL)
    open_project (user_data, sample);
  else
    {
      TelaahWindow *window = need_window (user_data);

      gtk_window_present (GTK_WINDOW (window));
      telaah_window_tell (window, error->message);
    }
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_autoptr(GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  open_project (user_data, file);
}

static void
new_window_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  gtk_window_present (GTK_WINDOW (telaah_window_new (user_data)));
}

static const GActionEntry actions[] = {
  { "quit", quit_cb },
  { "about", about_cb },
  { "open-sample", open_sample_cb },
  { "open", open_cb, "s" },
  { "new-window", new_window_cb },
};

/* Undo and redo are not among these: a text that is being typed comes first, see telaah-window-keys.c. */
static const struct
{
  const char *action;
  const char *accels[3];
} accels[] = {
  { "app.quit", { "<Ctrl>q" } },
  { "app.new-window", { "<Ctrl><Shift>w" } },
  { "win.new-project", { "<Ctrl>n" } },
  { "win.open-project", { "<Ctrl>o" } },
  { "win.import", { "<Ctrl>i" } },
  { "win.export", { "<Ctrl>e" } },
  { "win.show-help-overlay", { "<Ctrl>question", "F1" } },
  { "win.view::read", { "<Ctrl>1" } },
  { "win.view::compare", { "<Ctrl>2" } },
  { "win.view::outline", { "<Ctrl>3" } },
  { "win.find", { "<Ctrl>f" } },
  { "win.next-hit", { "F3", "<Ctrl>g" } },
  { "win.previous-hit", { "<Shift>F3", "<Ctrl><Shift>g" } },
  { "win.print", { "<Ctrl>p" } },
  { "win.sidebar", { "F9" } },
  { "win.sources", { "<Ctrl>l" } },
  { "win.edit-text", { "<Ctrl><Shift>e" } },
  { "win.mark-heading", { "<Ctrl><Shift>h" } },
  { "win.mark-clutter", { "<Ctrl><Shift>k" } },
  { "win.unmark", { "<Ctrl><Shift>b" } },
  { "win.contents", { "<Ctrl><Shift>o" } },
  { "win.review", { "<Ctrl><Shift>r" } },
  { "win.notes", { "<Ctrl><Shift>n" } },
  { "win.codebook", { "<Ctrl><Shift>c" } },
  { "win.words", { "<Ctrl><Shift>m" } },
  { "win.tag-occurrences", { "<Ctrl><Shift>s" } },
  { "win.cards", { "<Shift>F9" } },
  { "win.larger-text", { "<Ctrl>plus", "<Ctrl>equal" } },
  { "win.smaller-text", { "<Ctrl>minus" } },
  { "win.normal-text", { "<Ctrl>0" } },
  { "win.menu", { "F10" } },
  { "win.close-tab", { "<Ctrl>w" } },
  { "win.next-tab", { "<Ctrl>Tab", "<Ctrl>Page_Down" } },
  { "win.previous-tab", { "<Ctrl><Shift>Tab", "<Ctrl>Page_Up" } },
  { "win.split", { "<Ctrl>backslash" } },
  { "win.other-pane", { "F6" } },
  { "win.focus-mode", { "F11" } },
};

static void
telaah_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (telaah_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i].action, accels[i].accels);

  gtk_window_set_default_icon_name (TELAAH_APP_ID);
}

static int
telaah_application_handle_local_options (GApplication *application,
                                         GVariantDict *options)
{
  g_autoptr(GError) error = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("telaah %s\n", TELAAH_VERSION);
      return 0;
    }

  if (!g_variant_dict_contains (options, "sample"))
    return -1;

  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("telaah: %s\n", error->message);
      return 1;
    }
  g_action_group_activate_action (G_ACTION_GROUP (application), "open-sample", NULL);

  return g_application_get_is_remote (application) ? 0 : -1;
}

static void
telaah_application_class_init (TelaahApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = telaah_application_activate;
  application_class->open = telaah_application_open;
  application_class->startup = telaah_application_startup;
  application_class->handle_local_options = telaah_application_handle_local_options;
}

static void
telaah_application_init (TelaahApplication *self)
{
  static const GOptionEntry options[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version"), NULL },
    { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open the sample project"), NULL },
    { NULL }
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
}

GtkApplication *
telaah_application_new (GApplicationFlags flags)
{
  return g_object_new (TELAAH_TYPE_APPLICATION,
                       "application-id", TELAAH_APP_ID,
                       "resource-base-path", "/org/telaah/Telaah",
                       "flags", flags,
                       NULL);
}
