/* The gap finder of an open project, at once and in a thread.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "session/telaah-candidates.h"

#include "session/telaah-candidates-private.h"

static TelaahSuggestJob *
job_new (TelaahSession      *session,
         const char *const  *themes,
         const char         *source,
         guint               limit)
{
  static GQuark quark;
  TelaahSuggestJob *self = g_new (TelaahSuggestJob, 1);
  TelaahReadingRoom *room;

  /* The session keeps what was read; a job that goes on after it has a reference of its own. */
  if (quark == 0)
    quark = g_quark_from_static_string ("telaah-reading-room");
  if ((room = g_object_get_qdata (G_OBJECT (session), quark)) == NULL)
    {
      room = telaah_reading_room_new ();
      g_object_set_qdata_full (G_OBJECT (session), quark, room, (GDestroyNotify) telaah_reading_room_unref);
    }

  *self = (TelaahSuggestJob) { .room = telaah_reading_room_ref (room), .path = g_strdup (session->path),
                               .themes = g_strdupv ((char **) themes), .source = g_strdup (source), .limit = limit };

  return self;
}

static void
job_free (gpointer data)
{
  TelaahSuggestJob *self = data;

  telaah_reading_room_unref (self->room);
  g_free (self->path);
  g_strfreev (self->themes);
  g_free (self->source);
  g_free (self);
}

GPtrArray *
telaah_session_suggest (TelaahSession      *self,
                        const char *const  *themes,
                        const char         *source,
                        guint               limit,
                        GError            **error)
{
  TelaahSuggestJob *job = job_new (self, themes, source, limit);
  GPtrArray *found = telaah_suggest_job_run (job, NULL, error);

  job_free (job);

  return found;
}

static void
suggest_worker (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *found = telaah_suggest_job_run (task_data, cancellable, &error);

  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
telaah_session_suggest_async (TelaahSession        *self,
                              const char *const    *themes,
                              const char           *source,
                              guint                 limit,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, job_new (self, themes, source, limit), job_free);
  g_task_run_in_thread (task, suggest_worker);
}

GPtrArray *
telaah_session_suggest_finish (TelaahSession  *self,
                               GAsyncResult   *result,
                               GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
