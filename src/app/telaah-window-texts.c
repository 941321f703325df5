/* The commands on the text itself, as actions of the window: editing and replacing it, its headings and clutter, the
 * passages that have lost their words.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "app/reader/telaah-page-texts.h"
#include "app/reader/telaah-text-edit.h"
#include "app/telaah-dialogs.h"
#include "app/telaah-window-private.h"

/* ---- A new version of a file ---- */

/* What is being read, for which source of which project. */
typedef struct
{
  TelaahSession *session;
  char          *source;
  GFile         *file;
} Version;

static void
version_free (gpointer data)
{
  Version *version = data;

  g_object_unref (version->session);
  g_object_unref (version->file);
  g_free (version->source);
  g_free (version);
}

static void
read_worker (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Version *version = task_data;
  GError *error = NULL;
  TelaahDocument *document = telaah_document_read (version->file, cancellable, &error);

  if (document != NULL)
    g_task_return_pointer (task, document, (GDestroyNotify) telaah_document_free);
  else
    g_task_return_error (task, error);
}

static void
say_replaced (TelaahWindow   *self,
              TelaahReplaced *replaced)
{
  g_autofree char *message = telaah_text_edit_describe (replaced);

  g_signal_emit_by_name (self->reader, replaced->review->len > 0 ? "review" : "removed", message);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  TelaahWindow *self = TELAAH_WINDOW (object);
  Version *version = g_task_get_task_data (G_TASK (result));
  TelaahSource *source = telaah_session_find_source (version->session, version->source);
  g_autoptr(GError) error = NULL;
  g_autoptr(TelaahDocument) document = g_task_propagate_pointer (G_TASK (result), &error);
  TelaahReplaced replaced = { 0 };

  if (document != NULL && source != NULL &&
      g_strcmp0 (telaah_source_fields (source)->sha256, document->sha256) == 0)
    telaah_window_tell (self, _("The file holds the text as it is. Nothing was changed."));
  else if (document != NULL && telaah_session_replace_text (version->session, version->source, document->text, NULL,
                                                            &replaced, &error))
    {
      say_replaced (self, &replaced);
      telaah_replaced_clear (&replaced);
    }
  else
    telaah_dialogs_tell (GTK_WINDOW (self), _("The Text Was Not Replaced"), error->message);
}

/* Reads @file in the background; passages and marks go with their words. */
void
telaah_window_replace_text (TelaahWindow *self,
                            const char   *source,
                            GFile        *file)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, read_cb, NULL);
  Version *version = g_new (Version, 1);

  *version = (Version) { g_object_ref (self->session), g_strdup (source), g_object_ref (file) };
  g_task_set_task_data (task, version, version_free);
  g_task_run_in_thread (task, read_worker);
}

static void
file_chosen_cb (GListModel *files,
                gpointer    user_data)
{
  TelaahWindow *self = user_data;
  g_autoptr(GFile) file = g_list_model_get_item (files, 0);
  const char *source = self->session != NULL ? telaah_reader_get_source (self->reader) : NULL;

  if (file != NULL && source != NULL)
    telaah_window_replace_text (self, source, file);
}

static void
replace_text_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       widget)
{
  telaah_dialogs_open_files (GTK_WINDOW (widget), _("Replace with New Version"), TELAAH_FILES_TEXTS, FALSE,
                             file_chosen_cb, G_OBJECT (widget));
}

/* ---- On the page that is read ---- */

static TelaahSourcePage *
get_page (gpointer window)
{
  return telaah_reader_get_page (TELAAH_WINDOW (window)->reader);
}

static void
edit_text_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       widget)
{
  telaah_window_flush (widget);
  telaah_source_page_edit_text (get_page (widget));
}

static void
mark_heading_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       widget)
{
  telaah_source_page_mark_as (get_page (widget), TELAAH_MARK_HEADING);
}

static void
mark_clutter_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       widget)
{
  telaah_source_page_mark_as (get_page (widget), TELAAH_MARK_CLUTTER);
}

static void
unmark_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       widget)
{
  telaah_source_page_unmark (get_page (widget));
}

static void
find_clutter_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       widget)
{
  if (!telaah_source_page_find_clutter (get_page (widget)))
    telaah_window_tell (widget, _("Nothing here looks like page clutter that you have not decided on"));
}

/* ---- Around it ---- */

static void
review_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       widget)
{
  TelaahWindow *self = widget;

  if (g_list_model_get_n_items (telaah_session_get_review (self->session)) == 0)
    {
      telaah_window_tell (self, _("Every passage has its words"));
      return;
    }

  telaah_window_set_view (self, "read");
  telaah_reader_show_review (self->reader);
}

static void
contents_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       widget)
{
  telaah_reader_show_contents (TELAAH_WINDOW (widget)->reader);
}

/* What has happened, with the way to what is left to do. */
static void
say_review_cb (TelaahWindow *self,
               const char   *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _("_Review"));
  adw_toast_set_action_name (toast, "win.review");
  adw_toast_set_timeout (toast, 10);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* ---- All of them ---- */

static const GActionEntry of_text[] = {
  { "edit-text", edit_text_cb },
  { "replace-text", replace_text_cb },
  { "mark-heading", mark_heading_cb },
  { "mark-clutter", mark_clutter_cb },
  { "unmark", unmark_cb },
  { "find-clutter", find_clutter_cb },
  { "contents", contents_cb },
};

static const GActionEntry of_project[] = {
  { "review", review_cb },
};

void
telaah_window_init_texts (TelaahWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), of_text, G_N_ELEMENTS (of_text), self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), of_project, G_N_ELEMENTS (of_project), self);
  g_signal_connect_swapped (self->reader, "review", G_CALLBACK (say_review_cb), self);
}

static void
enable (TelaahWindow *self,
        const char   *name,
        gboolean      enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)), enabled);
}

void
telaah_window_update_texts (TelaahWindow *self)
{
  gboolean text = telaah_window_is_reading (self) && telaah_reader_get_source (self->reader) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (of_text); i++)
    enable (self, of_text[i].name, text);
  for (guint i = 0; i < G_N_ELEMENTS (of_project); i++)
    enable (self, of_project[i].name, self->session != NULL);
}
