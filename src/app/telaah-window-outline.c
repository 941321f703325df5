/* The window's commands on outlines as files: exports in every format, handouts, templates, and the way back in.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n.h>

#include "app/outline/telaah-export-dialog.h"
#include "app/outline/telaah-outline-visible.h"
#include "app/telaah-dialogs.h"
#include "app/telaah-window-private.h"

/* How wide a table in a text file is, in characters. */
#define TEXT_COLUMNS 120

/* After how long a job shows its progress, and between two steps of it, in milliseconds. */
#define PATIENCE 300
#define PULSE    120

/* ---- Progress ---- */

static gboolean
pulse_cb (gpointer user_data)
{
  gtk_progress_bar_pulse (TELAAH_WINDOW (user_data)->progress);

  return G_SOURCE_CONTINUE;
}

static gboolean
patience_cb (gpointer user_data)
{
  TelaahWindow *self = user_data;

  gtk_revealer_set_reveal_child (self->progress_revealer, TRUE);
  self->outline_job = g_timeout_add (PULSE, pulse_cb, self);

  return G_SOURCE_REMOVE;
}

/* What is done in a moment shows none. */
void
telaah_window_begin_job (TelaahWindow *self,
                         const char   *what)
{
  g_clear_handle_id (&self->outline_job, g_source_remove);
  telaah_window_show_progress (self, what);
  gtk_revealer_set_reveal_child (self->progress_revealer, FALSE);
  self->outline_job = g_timeout_add (PATIENCE, patience_cb, self);
}

void
telaah_window_end_job (TelaahWindow *self)
{
  g_clear_handle_id (&self->outline_job, g_source_remove);
  telaah_window_hide_progress (self);
}

/* ---- Export ---- */

typedef struct
{
  TelaahOutline      *outline;
  TelaahExportChoice  choice;
  GFile              *file;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  telaah_outline_free (export->outline);
  g_object_unref (export->file);
  g_free (export);
}

/* The file is replaced as a whole, or stays as it was. */
static void
export_worker (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Export *export = task_data;
  GError *error = NULL;
  g_autoptr(GBytes) bytes = telaah_outline_export (export->outline, export->choice.format, &export->choice.options,
                                                   &error);
  gsize size;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  if (bytes != NULL && !g_cancellable_set_error_if_cancelled (cancellable, &error) &&
      g_file_replace_contents (export->file, data, size, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL,
                               cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
exported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  TelaahWindow *self = TELAAH_WINDOW (object);
  Export *export = g_task_get_task_data (G_TASK (result));
  g_autofree char *path = g_file_get_basename (export->file), *name = g_filename_display_name (path);
  g_autofree char *message = NULL, *escaped = NULL, *uri = g_file_get_uri (export->file);
  g_autoptr(GError) error = NULL;
  AdwToast *toast;

  telaah_window_end_job (self);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        telaah_window_tell (self, error->message);
      return;
    }

  message = g_strdup_printf (_("The outline was written to “%s”"), name);
  escaped = g_markup_escape_text (message, -1);
  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, _("_Open"));
  adw_toast_set_action_name (toast, "win.open-file");
  adw_toast_set_action_target_value (toast, g_variant_new_string (uri));
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static gboolean
needs_contexts (TelaahOutlineFormat format)
{
  return format != TELAAH_OUTLINE_JSON && format != TELAAH_OUTLINE_TEMPLATE && format != TELAAH_OUTLINE_OPML;
}

static void
export_to (TelaahWindow             *self,
           GFile                    *file,
           const TelaahExportChoice *choice)
{
  g_autoptr(TelaahOutline) outline = NULL;
  g_autoptr(GTask) task = NULL;
  g_autoptr(GError) error = NULL;
  Export *export;

  if (self->session == NULL)
    return;

  telaah_window_flush (self);
  outline = telaah_session_dup_outline (self->session);
  if (choice->visible)
    telaah_outline_drop_hidden (outline, self->session);
  if (needs_contexts (choice->format) && !telaah_session_add_contexts (self->session, outline, &error))
    {
      telaah_window_tell (self, error->message);
      return;
    }

  telaah_window_begin_job (self, _("Exporting the outline"));
  export = g_new (Export, 1);
  *export = (Export) { g_steal_pointer (&outline), *choice, g_object_ref (file) };
  export->choice.options.columns = TEXT_COLUMNS;
  task = g_task_new (self, self->cancellable, exported_cb, NULL);
  g_task_set_task_data (task, export, export_free);
  g_task_run_in_thread (task, export_worker);
}

/* Called with what was chosen before, whatever the name ends in. */
static void
file_chosen_cb (GFile    *file,
                gpointer  user_data)
{
  TelaahWindow *self = user_data;

  export_to (self, file, self->export_choice);
}

static char *
dup_name (TelaahWindow *self,
          const char   *suffix)
{
  char *name = g_strdup_printf ("%s.%s", gtk_label_get_text (self->title), suffix);

  return g_strdelimit (name, "/", '-');
}

static void
choose_file (TelaahWindow             *self,
             const char               *title,
             const TelaahExportChoice *choice)
{
  g_autofree char *name = dup_name (self, telaah_outline_format_get_extension (choice->format));

  *self->export_choice = *choice;
  telaah_dialogs_save_file (GTK_WINDOW (self), title, name,
                            choice->format == TELAAH_OUTLINE_PDF ? TELAAH_FILES_PDF : TELAAH_FILES_OUTLINES,
                            file_chosen_cb, G_OBJECT (self));
}

static void
dialog_chosen_cb (TelaahExportDialog *dialog,
                  TelaahWindow       *self)
{
  TelaahExportChoice choice;

  telaah_export_dialog_get_choice (dialog, &choice);
  choose_file (self, _("Export the Outline"), &choice);
}

static void
export_outline_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       widget)
{
  TelaahWindow *self = widget;
  TelaahExportDialog *dialog = telaah_export_dialog_new (GTK_WINDOW (self), self->export_choice,
                                                         telaah_outline_has_hidden (self->session));

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (dialog_chosen_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- Export without a question ---- */

/* The format that a name asks for by its ending; JSON where it asks for none that we know. */
static TelaahOutlineFormat
get_format (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  const char *ending = strrchr (name, '.');

  for (guint i = 0; ending != NULL && i < TELAAH_N_OUTLINE_FORMATS; i++)
    if (g_ascii_strcasecmp (ending + 1, telaah_outline_format_get_extension (i)) == 0)
      return i;

  return TELAAH_OUTLINE_JSON;
}

static void
named_cb (GFile    *file,
          gpointer  user_data)
{
  TelaahExportChoice choice;

  telaah_export_choice_init (&choice);
  choice.format = get_format (file);
  export_to (user_data, file, &choice);
}

static void
export_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       widget)
{
  TelaahWindow *self = widget;
  g_autofree char *name = dup_name (self, "json");

  telaah_dialogs_save_file (GTK_WINDOW (self), _("Export the Outline"), name, TELAAH_FILES_OUTLINES,
                            named_cb, G_OBJECT (self));
}

static void
export_template_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       widget)
{
  TelaahExportChoice choice;

  telaah_export_choice_init (&choice);
  choice.format = TELAAH_OUTLINE_TEMPLATE;
  choose_file (widget, _("Export a Template"), &choice);
}

static void
export_handout_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       widget)
{
  const char *kind = g_variant_get_string (parameter, NULL);
  gboolean filled = g_str_equal (kind, "filled");
  TelaahExportChoice choice;

  if (!filled && !g_str_equal (kind, "blank"))
    {
      g_warning ("No handout is called “%s”", kind);
      return;
    }

  telaah_export_choice_init (&choice);
  choice.format = TELAAH_OUTLINE_PDF;
  choice.options.handout = filled ? TELAAH_HANDOUT_FILLED : TELAAH_HANDOUT_BLANK;
  choose_file (widget, _("Save the Handout"), &choice);
}

static void
launched_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(TelaahWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    telaah_window_tell (self, error->message);
}

static void
open_file_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       widget)
{
  GdkDisplay *display = gtk_widget_get_display (widget);
  g_autoptr(GdkAppLaunchContext) context = gdk_display_get_app_launch_context (display);

  g_app_info_launch_default_for_uri_async (g_variant_get_string (parameter, NULL), G_APP_LAUNCH_CONTEXT (context),
                                           NULL, launched_cb, g_object_ref (widget));
}

/* ---- Import ---- */

static void
outline_chosen_cb (GListModel *files,
                   gpointer    user_data)
{
  g_autoptr(GFile) file = g_list_model_get_item (files, 0);

  if (file != NULL)
    telaah_window_import_outline (user_data, file);
}

static void
import_outline_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       widget)
{
  telaah_dialogs_open_files (GTK_WINDOW (widget), _("Import an Outline"), TELAAH_FILES_OUTLINES, FALSE,
                             outline_chosen_cb, G_OBJECT (widget));
}

/* For scripts: the file is named. */
static void
import_outline_file_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       widget)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (g_variant_get_string (parameter, NULL));

  telaah_window_import_outline (widget, file);
}

/* ---- To and from the other views ---- */

/* A cell in Compare; Back is the switcher. */
void
telaah_window_open_cell (TelaahWindow *self,
                         const char   *point,
                         const char   *source)
{
  g_autofree char *point_id = g_strdup (point), *source_id = g_strdup (source);

  telaah_window_set_view (self, "compare");
  telaah_compare_set_place (self->compare, point_id, source_id);
}

/* A theme in the sidebar of Read. */
void
telaah_window_open_theme (TelaahWindow *self,
                          const char   *theme)
{
  g_autofree char *id = g_strdup (theme);

  telaah_window_set_view (self, "read");
  telaah_reader_show_theme (self->reader, id);
}

static void
focus_point_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       widget)
{
  telaah_window_set_view (widget, "outline");
  gtk_widget_activate_action (GTK_WIDGET (TELAAH_WINDOW (widget)->outline), "outline.focus-point", NULL);
}

/* Of a cell, by its point and source. */
static void
show_candidates_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       widget)
{
  const char *point, *source;

  g_variant_get (parameter, "(&s&s)", &point, &source);
  telaah_window_open_cell (widget, point, source);
  telaah_compare_show_candidates (TELAAH_WINDOW (widget)->compare);
}

/* ---- All of them ---- */

static const GActionEntry of_outline[] = {
  { "export", export_cb },
  { "export-outline", export_outline_cb },
  { "export-template", export_template_cb },
  { "export-handout", export_handout_cb, "s" },
  { "import-outline", import_outline_cb },
  { "import-outline-file", import_outline_file_cb, "s" },
  { "open-file", open_file_cb, "s" },
  { "focus-point", focus_point_cb },
  { "show-candidates", show_candidates_cb, "(ss)" },
};

void
telaah_window_init_outline (TelaahWindow *self)
{
  self->export_choice = g_new0 (TelaahExportChoice, 1);
  telaah_export_choice_init (self->export_choice);
  g_action_map_add_action_entries (G_ACTION_MAP (self), of_outline, G_N_ELEMENTS (of_outline), self);
}

void
telaah_window_update_outline (TelaahWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (of_outline); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self),
                                                                              of_outline[i].name)),
                                 self->session != NULL);
}

void
telaah_window_close_outline (TelaahWindow *self)
{
  g_clear_handle_id (&self->outline_job, g_source_remove);
  g_clear_pointer (&self->export_choice, g_free);
}
