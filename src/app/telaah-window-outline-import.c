/* Outlines that come in as files: with their evidence, or as points alone.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n.h>

#include "app/telaah-dialogs.h"
#include "app/telaah-window-private.h"
#include "formats/telaah-outline-format.h"

/* What was read of a file, with the window that it is for. */
typedef struct
{
  TelaahWindow  *window;
  TelaahOutline *outline;
} Import;

static void
import_free (gpointer data)
{
  Import *import = data;

  g_object_unref (import->window);
  g_clear_pointer (&import->outline, telaah_outline_free);
  g_free (import);
}

/* As its own outline, which is then the one at hand. */
static void
import_points (TelaahWindow  *self,
               TelaahOutline *outline)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL, *message = NULL;
  guint n = telaah_outline_count_points (outline);

  if (self->session == NULL)
    return;

  id = telaah_session_import_points (self->session, outline, NULL, &error);
  if (id == NULL || !telaah_session_set_outline (self->session, id, &error))
    {
      telaah_window_tell (self, error->message);
      return;
    }

  telaah_window_set_view (self, "outline");
  message = g_strdup_printf (ngettext ("%u point imported into an outline of its own",
                                       "%u points imported into an outline of their own", n), n);
  telaah_window_tell (self, message);
}

static void
points_only_cb (gpointer user_data)
{
  Import *import = user_data;

  import_points (import->window, import->outline);
}

static gboolean
import_whole (TelaahWindow   *self,
              TelaahOutline  *outline,
              GError        **error)
{
  if (!telaah_session_import_outline (self->session, outline, error))
    return FALSE;

  telaah_window_set_view (self, "outline");
  telaah_window_tell (self, _("The outline was imported, with its evidence"));

  return TRUE;
}

static void
take_in (TelaahWindow  *self,
         TelaahOutline *outline)
{
  g_autoptr(TelaahOutline) owned = outline;
  g_autoptr(GError) error = NULL;
  Import *import;

  telaah_window_flush (self);
  if (outline->sources->len == 0)
    {
      import_points (self, outline);
      return;
    }

  if (import_whole (self, outline, &error))
    return;

  if (!g_error_matches (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_NOT_FOUND))
    {
      telaah_dialogs_tell (GTK_WINDOW (self), _("The Outline Was Not Imported"), error->message);
      return;
    }

  import = g_new (Import, 1);
  *import = (Import) { g_object_ref (self), g_steal_pointer (&owned) };
  telaah_dialogs_ask (GTK_WINDOW (self), _("Import Points Only?"), error->message, _("_Cancel"),
                      _("_Import Points Only"), points_only_cb, import, import_free);
}

/* OPML is XML, ours is JSON; the first letter tells them apart, whatever the name says. */
static TelaahOutline *
parse (const char  *contents,
       gsize        length,
       GError     **error)
{
  gsize i = 0;

  if (length >= 3 && memcmp (contents, "\xef\xbb\xbf", 3) == 0)
    i = 3;
  while (i < length && g_ascii_isspace (contents[i]))
    i++;

  return i < length && contents[i] == '<' ? telaah_outline_from_opml (contents, length, error)
                                          : telaah_outline_from_json (contents, length, error);
}

static void
import_worker (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  g_autofree char *contents = NULL;
  TelaahOutline *outline = NULL;
  GError *error = NULL;
  gsize length;

  if (g_file_load_contents (task_data, cancellable, &contents, &length, NULL, &error))
    outline = parse (contents, length, &error);

  if (outline != NULL)
    g_task_return_pointer (task, outline, (GDestroyNotify) telaah_outline_free);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  TelaahWindow *self = TELAAH_WINDOW (object);
  g_autoptr(GError) error = NULL;
  TelaahOutline *outline = g_task_propagate_pointer (G_TASK (result), &error);

  telaah_window_end_job (self);
  if (outline != NULL && self->session != NULL)
    take_in (self, outline);
  else if (outline != NULL)
    telaah_outline_free (outline);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    telaah_dialogs_tell (GTK_WINDOW (self), _("The Outline Was Not Imported"), error->message);
}

/* Into the project that is open. */
void
telaah_window_import_outline (TelaahWindow *self,
                              GFile        *file)
{
  g_autoptr(GTask) task = NULL;

  telaah_window_begin_job (self, _("Importing the outline"));
  task = g_task_new (self, self->cancellable, read_cb, NULL);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, import_worker);
}
