/* Title, question, language and file of a project.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/telaah-project-dialog.h"

#include <string.h>

#include <glib/gi18n.h>

#include "app/telaah-application.h"
#include "app/telaah-dialogs.h"

struct _TelaahProjectDialog
{
  AdwWindow      parent_instance;

  TelaahSession *session;       /* NULL: a new one is to be made */
  char          *path;          /* of the new one */
  gboolean       chosen;        /* by hand: it no longer follows the title */

  GtkWidget     *apply_button;
  GtkEditable   *title_row;
  GtkEditable   *question_row;
  GtkEditable   *language_row;
  GtkEditable   *second_language_row;
  GtkEditable   *coder_row;
  AdwActionRow  *file_row;
  GtkWidget     *file_button;
  GtkLabel      *error_label;
};

G_DEFINE_FINAL_TYPE (TelaahProjectDialog, telaah_project_dialog, ADW_TYPE_WINDOW)

enum { CREATED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
show_error (TelaahProjectDialog *self,
            const char          *message)
{
  gtk_label_set_text (self->error_label, message);
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), TRUE);
}

static void
show_path (TelaahProjectDialog *self)
{
  g_autofree char *shown = g_filename_display_name (self->path);
  g_autofree char *escaped = g_markup_escape_text (shown, -1);

  adw_action_row_set_subtitle (self->file_row, escaped);
}

/* A name in Documents that no file has yet. */
static char *
dup_free_path (const char *title)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  const char *folder = documents != NULL ? documents : g_get_home_dir ();
  g_autofree char *name = g_strdup (*title != '\0' ? title : _("Project"));

  g_strdelimit (name, "/", '-');
  for (guint i = 1; ; i++)
    {
      g_autofree char *file_name = i == 1 ? g_strdup_printf ("%s.telaah", name)
                                          : g_strdup_printf ("%s %u.telaah", name, i);
      g_autofree char *path = g_build_filename (folder, file_name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

static void
title_changed_cb (TelaahProjectDialog *self)
{
  if (self->session != NULL || self->chosen)
    return;

  g_free (self->path);
  self->path = dup_free_path (gtk_editable_get_text (self->title_row));
  show_path (self);
}

static void
file_chosen_cb (GFile    *file,
                gpointer  user_data)
{
  TelaahProjectDialog *self = user_data;
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    return;

  g_free (self->path);
  self->path = g_str_has_suffix (path, ".telaah") ? g_steal_pointer (&path) : g_strconcat (path, ".telaah", NULL);
  self->chosen = TRUE;
  show_path (self);
}

static void
choose_cb (TelaahProjectDialog *self)
{
  g_autofree char *name = g_path_get_basename (self->path);

  telaah_dialogs_save_file (GTK_WINDOW (self), _("New Project"), name, TELAAH_FILES_PROJECTS,
                            file_chosen_cb, G_OBJECT (self));
}

/* NULL where nothing was written. */
static const char *
get_text (GtkEditable *row)
{
  const char *text = gtk_editable_get_text (row);

  return *text != '\0' ? text : NULL;
}

static gboolean
save (TelaahProjectDialog  *self,
      const char           *key,
      const char           *old,
      GtkEditable          *row,
      GError              **error)
{
  const char *value = get_text (row);

  return g_strcmp0 (old, value) == 0 || telaah_session_set_project (self->session, key, value, error);
}

static void
apply_cb (TelaahProjectDialog *self)
{
  g_autoptr(TelaahSession) created = NULL;
  g_autoptr(GError) error = NULL;
  gboolean done;

  g_settings_set_string (telaah_application_get_settings (), "coder", gtk_editable_get_text (self->coder_row));

  if (self->session != NULL)
    {
      done = save (self, "title", telaah_session_get_title (self->session), self->title_row, &error) &&
             save (self, "question", telaah_session_get_question (self->session), self->question_row, &error) &&
             save (self, "language", telaah_session_get_language (self->session), self->language_row, &error) &&
             save (self, "second-language", telaah_session_get_second_language (self->session),
                   self->second_language_row, &error);
      telaah_session_set_coder (self->session, gtk_editable_get_text (self->coder_row));
    }
  else
    {
      g_autofree char *folder = g_path_get_dirname (self->path);

      g_mkdir_with_parents (folder, 0755);
      created = telaah_session_create (self->path, get_text (self->title_row), get_text (self->question_row),
                                       get_text (self->language_row), &error);
      done = created != NULL &&
             (get_text (self->second_language_row) == NULL ||
              telaah_session_set_project (created, "second-language", get_text (self->second_language_row), &error));
    }

  if (!done)
    {
      show_error (self, error->message);
      return;
    }

  if (created != NULL)
    g_signal_emit (self, signals[CREATED], 0, created);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
telaah_project_dialog_dispose (GObject *object)
{
  TelaahProjectDialog *self = TELAAH_PROJECT_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (telaah_project_dialog_parent_class)->dispose (object);
}

static void
telaah_project_dialog_class_init (TelaahProjectDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_project_dialog_dispose;
  signals[CREATED] = g_signal_new ("created", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, TELAAH_TYPE_SESSION);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-project-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahProjectDialog, apply_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahProjectDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, TelaahProjectDialog, question_row);
  gtk_widget_class_bind_template_child (widget_class, TelaahProjectDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, TelaahProjectDialog, second_language_row);
  gtk_widget_class_bind_template_child (widget_class, TelaahProjectDialog, coder_row);
  gtk_widget_class_bind_template_child (widget_class, TelaahProjectDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, TelaahProjectDialog, file_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahProjectDialog, error_label);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
telaah_project_dialog_init (TelaahProjectDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_text (GtkEditable *row,
          const char  *text)
{
  gtk_editable_set_text (row, text != NULL ? text : "");
}

/**
 * telaah_project_dialog_new:
 * @session: (nullable): the project to describe, %NULL to make one
 */
TelaahProjectDialog *
telaah_project_dialog_new (GtkWindow     *parent,
                           TelaahSession *session)
{
  TelaahProjectDialog *self = g_object_new (TELAAH_TYPE_PROJECT_DIALOG, "transient-for", parent, NULL);
  g_autofree char *coder = g_settings_get_string (telaah_application_get_settings (), "coder");
  gboolean is_new = session == NULL;

  g_set_object (&self->session, session);
  gtk_window_set_title (GTK_WINDOW (self), is_new ? _("New Project") : _("Project Details"));
  gtk_button_set_label (GTK_BUTTON (self->apply_button), is_new ? _("C_reate") : _("_Apply"));
  gtk_widget_set_visible (self->file_button, is_new);

  self->path = is_new ? dup_free_path ("") : g_strdup (telaah_session_get_path (session));
  show_path (self);
  set_text (self->coder_row, *coder != '\0' ? coder : g_get_user_name ());
  if (!is_new)
    {
      set_text (self->title_row, telaah_session_get_title (session));
      set_text (self->question_row, telaah_session_get_question (session));
      set_text (self->language_row, telaah_session_get_language (session));
      set_text (self->second_language_row, telaah_session_get_second_language (session));
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));

  return self;
}
