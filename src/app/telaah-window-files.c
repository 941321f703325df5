/* Files of the window: opening projects, taking texts in, what is dropped.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "app/telaah-dialogs.h"
#include "app/telaah-window-private.h"

/* ---- Projects ---- */

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TelaahWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TelaahSession) session = telaah_session_open_finish (result, &error);

  if (session != NULL)
    telaah_window_set_session (self, session);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      telaah_welcome_refresh (self->welcome);
      telaah_dialogs_tell (GTK_WINDOW (self), _("The Project Was Not Opened"), error->message);
    }
}

/* In the background; the window shows it when it is there. */
void
telaah_window_open (TelaahWindow *self,
                    GFile        *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    {
      telaah_window_tell (self, _("A project must be a file on this computer. Copy it here and open the copy."));
      return;
    }

  telaah_session_open_async (path, NULL, opened_cb, g_object_ref (self));
}

static void
project_chosen_cb (GListModel *files,
                   gpointer    user_data)
{
  g_autoptr(GFile) file = g_list_model_get_item (files, 0);

  if (file != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (gtk_window_get_application (user_data)), "open",
                                    g_variant_new_take_string (g_file_get_uri (file)));
}

void
telaah_window_choose_project (TelaahWindow *self)
{
  telaah_dialogs_open_files (GTK_WINDOW (self), _("Open a Project"), TELAAH_FILES_PROJECTS, FALSE,
                             project_chosen_cb, G_OBJECT (self));
}

/* ---- Texts ---- */

static void
progress_cb (goffset  done,
             goffset  all,
             gpointer user_data)
{
  TelaahWindow *self = user_data;

  gtk_progress_bar_set_fraction (self->progress, all > 0 ? (double) done / all : 1);
}

/* What is needed to ask whether to take in again what is there already. */
typedef struct
{
  TelaahWindow *window;
  GListModel   *files;
} Again;

static void
again_free (gpointer data)
{
  Again *again = data;

  g_object_unref (again->window);
  g_object_unref (again->files);
  g_free (again);
}

static void
import_again_cb (gpointer user_data)
{
  Again *again = user_data;

  telaah_window_import (again->window, again->files, TRUE);
}

/* Only those files that were left out. */
static GListModel *
pick_files (GListModel *files,
            GPtrArray  *names)
{
  GListStore *picked = g_list_store_new (G_TYPE_FILE);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr(GFile) file = g_list_model_get_item (files, i);
      g_autofree char *path = g_file_get_basename (file);
      g_autofree char *name = g_filename_display_name (path);

      if (g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_list_store_append (picked, file);
    }

  return G_LIST_MODEL (picked);
}

static char *
join_lines (GPtrArray *lines)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (char *) lines->pdata[i]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
offer_doubles (TelaahWindow *self,
               GListModel   *files,
               GPtrArray    *doubles)
{
  g_autofree char *names = join_lines (doubles);
  g_autofree char *body =
    g_strdup_printf (ngettext ("The project holds the same text already:\n%s",
                               "The project holds the same texts already:\n%s", doubles->len), names);
  Again *again = g_new (Again, 1);

  *again = (Again) { g_object_ref (self), pick_files (files, doubles) };
  telaah_dialogs_ask (GTK_WINDOW (self), _("Import Again?"), body, _("_Leave Out"), _("_Import Again"),
                      import_again_cb, again, again_free);
}

static void
imported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  Again *again = user_data;
  TelaahWindow *self = again->window;
  g_autoptr(GPtrArray) doubles = NULL, faults = NULL, ids = NULL;
  g_autoptr(GError) error = NULL;

  ids = telaah_session_import_finish (TELAAH_SESSION (object), result, &doubles, &faults, &error);
  telaah_window_hide_progress (self);

  if (ids == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    telaah_window_tell (self, error->message);

  if (ids != NULL && ids->len > 0 && self->session == TELAAH_SESSION (object))
    {
      g_autofree char *message = g_strdup_printf (ngettext ("%u text imported", "%u texts imported", ids->len),
                                                  ids->len);

      telaah_window_set_view (self, "read");
      telaah_reader_open_source (self->reader, ids->pdata[0]);
      telaah_window_tell (self, message);
    }

  if (faults != NULL && faults->len > 0)
    {
      g_autofree char *body = join_lines (faults);
      g_autofree char *heading = g_strdup_printf (ngettext ("%u File Was Not Imported", "%u Files Were Not Imported",
                                                            faults->len), faults->len);

      telaah_dialogs_tell (GTK_WINDOW (self), heading, body);
    }

  if (doubles != NULL && doubles->len > 0)
    offer_doubles (self, again->files, doubles);

  again_free (again);
}

/* Takes texts into the project; without one, asks for a new one first. */
void
telaah_window_import (TelaahWindow *self,
                      GListModel   *files,
                      gboolean      twice)
{
  Again *again;

  if (self->session == NULL)
    {
      g_set_object (&self->waiting, files);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.new-project", NULL);
      return;
    }

  again = g_new (Again, 1);
  *again = (Again) { g_object_ref (self), g_object_ref (files) };
  telaah_window_show_progress (self, _("Importing texts"));
  telaah_session_import_async (self->session, files, twice, progress_cb, self, self->cancellable, imported_cb, again);
}

static void
texts_chosen_cb (GListModel *files,
                 gpointer    user_data)
{
  telaah_window_import (user_data, files, FALSE);
}

void
telaah_window_choose_texts (TelaahWindow *self)
{
  telaah_dialogs_open_files (GTK_WINDOW (self), _("Import Texts"), TELAAH_FILES_TEXTS, TRUE,
                             texts_chosen_cb, G_OBJECT (self));
}

static void
offered_cb (gpointer user_data)
{
  Again *again = user_data;

  telaah_window_import (again->window, again->files, FALSE);
}

/* For files that came from outside: asks before anything is changed. */
void
telaah_window_offer_import (TelaahWindow *self,
                            GListModel   *files)
{
  guint n = g_list_model_get_n_items (files);
  g_autofree char *heading = g_strdup_printf (ngettext ("Import %u Text?", "Import %u Texts?", n), n);
  g_autofree char *body = NULL;
  Again *again = g_new (Again, 1);

  if (self->session != NULL)
    body = g_strdup_printf (ngettext ("It goes into the project “%s”.", "They go into the project “%s”.", n),
                            gtk_label_get_text (self->title));
  else
    body = g_strdup (ngettext ("A new project will be made for it.", "A new project will be made for them.", n));

  *again = (Again) { g_object_ref (self), g_object_ref (files) };
  telaah_dialogs_ask (GTK_WINDOW (self), heading, body, _("_Cancel"), _("_Import"), offered_cb, again, again_free);
}

/* ---- What is dropped ---- */

static gboolean
drop_cb (TelaahWindow *self,
         const GValue *value)
{
  g_autoptr(GListStore) texts = g_list_store_new (G_TYPE_FILE);
  GSList *files = g_value_get_boxed (value);

  for (; files != NULL; files = files->next)
    {
      g_autofree char *name = g_file_get_basename (files->data);

      if (g_str_has_suffix (name, ".telaah"))
        g_action_group_activate_action (G_ACTION_GROUP (gtk_window_get_application (GTK_WINDOW (self))), "open",
                                        g_variant_new_take_string (g_file_get_uri (files->data)));
      else
        g_list_store_append (texts, files->data);
    }

  if (g_list_model_get_n_items (G_LIST_MODEL (texts)) > 0)
    telaah_window_import (self, G_LIST_MODEL (texts), FALSE);

  return TRUE;
}

void
telaah_window_init_drop (TelaahWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
