/* Keeps the search index of a project in step with its texts: in the background, some megabytes at a time.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "session/telaah-search-texts.h"
#include "session/telaah-session-private.h"

/* Bytes of text that are written in one transaction. */
#define BATCH (8 * 1024 * 1024)

typedef struct
{
  TelaahSearchScene     *scene;
  gboolean               anew;
  GFileProgressCallback  progress;        /* in the main context */
  gpointer               progress_data;
  GMainContext          *context;         /* NULL: nobody wants to know */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  telaah_search_scene_unref (job->scene);
  g_clear_pointer (&job->context, g_main_context_unref);
  g_free (job);
}

static Job *
job_new (TelaahSession *session,
         gboolean       anew)
{
  Job *job = g_new0 (Job, 1);

  job->scene = telaah_session_get_search_scene (session, TELAAH_SCOPE_TEXT);
  job->anew = anew;
  return job;
}

/* ---- Progress ---- */

typedef struct
{
  GFileProgressCallback callback;
  gpointer              user_data;
  goffset               done;
  goffset               all;
} Progress;

static gboolean
progress_cb (gpointer user_data)
{
  Progress *progress = user_data;

  progress->callback (progress->done, progress->all, progress->user_data);
  return G_SOURCE_REMOVE;
}

static void
tell_progress (const Job *job,
               goffset    done,
               goffset    all)
{
  g_autoptr(GSource) source = NULL;
  Progress *progress;

  if (job->context == NULL || job->progress == NULL)
    return;

  progress = g_new (Progress, 1);
  *progress = (Progress) { job->progress, job->progress_data, done, all };
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, progress_cb, progress, g_free);
  g_source_attach (source, job->context);
}

/* ---- The work ---- */

/* In characters, which are at hand without reading the text: near enough to bytes. */
static gint64
get_size (TelaahStore             *store,
          const TelaahSceneSource *source)
{
  g_autofree char *size = telaah_store_dup_value (store, "SELECT characters FROM text WHERE sha256 = ?1", "s",
                                                  source->sha256);

  return size != NULL ? g_ascii_strtoll (size, NULL, 10) : 0;
}

/* Most of an index that has grown with a project may be of texts that are no longer in it. */
static gboolean
clear_waste (TelaahIndex  *index,
             GPtrArray    *sources,
             gboolean      anew,
             GCancellable *cancellable,
             GError      **error)
{
  g_autoptr(GHashTable) counted = g_hash_table_new (g_direct_hash, g_direct_equal);
  guint64 n_bytes = 0;

  if (!telaah_index_refresh (index, error))
    return FALSE;

  for (guint i = 0; i < sources->len; i++)
    {
      const TelaahSceneSource *source = sources->pdata[i];
      const TelaahIndexed *indexed = telaah_index_find (index, source->sha256, source->language);

      if (indexed != NULL && g_hash_table_add (counted, (gpointer) indexed))
        n_bytes += indexed->n_bytes;
    }

  if (!anew && !telaah_index_is_wasteful (index, n_bytes))
    return TRUE;

  return telaah_index_begin (index, cancellable, error) &&
         telaah_index_end (index, telaah_index_clear (index, error), error);
}

/* From @first on, until there is enough for one transaction. Returns the next; the same where it failed. */
static guint
write_batch (const Job          *job,
             TelaahSearchTexts  *texts,
             TelaahIndex        *index,
             const gint64       *sizes,
             guint               first,
             GCancellable       *cancellable,
             GError            **error)
{
  GPtrArray *sources = job->scene->sources;
  gboolean done = TRUE;
  gint64 size = 0;
  guint i = first;

  if (!telaah_index_begin (index, cancellable, error))
    return first;

  for (; done && i < sources->len && size < BATCH; i++)
    {
      done = !g_cancellable_set_error_if_cancelled (cancellable, error) &&
             telaah_search_texts_index (texts, sources->pdata[i], index, cancellable, error);
      size += sizes[i];
    }

  return telaah_index_end (index, done, error) ? i : first;
}

static gboolean
tidy (TelaahIndex   *index,
      GCancellable  *cancellable,
      GError       **error)
{
  gboolean more = TRUE;

  while (more)
    {
      g_autoptr(GError) problem = NULL;

      if (!telaah_index_begin (index, cancellable, error))
        return FALSE;
      more = telaah_index_tidy (index, &problem);
      if (!telaah_index_end (index, problem == NULL, error))
        {
          if (problem != NULL)
            g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
write_all (const Job     *job,
           TelaahStore   *store,
           TelaahIndex   *index,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(TelaahSearchTexts) texts = telaah_search_texts_new (store);
  GPtrArray *sources = job->scene->sources;
  g_autofree gint64 *sizes = g_new0 (gint64, sources->len + 1);
  gint64 all = 0, done = 0;
  gboolean written = FALSE;

  for (guint i = 0; i < sources->len; i++)
    all += sizes[i] = get_size (store, sources->pdata[i]);

  for (guint i = 0, next; i < sources->len; i = next)
    {
      if (telaah_search_texts_is_in (texts, sources->pdata[i], index))
        next = i + 1;
      else if ((next = write_batch (job, texts, index, sizes, i, cancellable, error)) == i)
        return FALSE;
      else
        written = TRUE;

      for (guint k = i; k < next; k++)
        done += sizes[k];
      tell_progress (job, done, all);
    }

  return !written || tidy (index, cancellable, error);
}

/* One that turns out to be damaged while it is written is made anew, once. */
static gboolean
run_job (const Job     *job,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr(TelaahStore) store = telaah_store_open (job->scene->path, error);

  for (guint attempt = 0; store != NULL; attempt++)
    {
      g_autoptr(TelaahIndex) index = telaah_index_open (job->scene->path, TRUE, error);
      g_autoptr(GError) problem = NULL;

      if (index == NULL)
        return FALSE;
      telaah_index_remove_old (job->scene->path);
      if (clear_waste (index, job->scene->sources, job->anew, cancellable, &problem) &&
          write_all (job, store, index, cancellable, &problem))
        return TRUE;

      if (attempt > 0 || !g_error_matches (problem, TELAAH_INDEX_ERROR, TELAAH_INDEX_ERROR_DAMAGED))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      telaah_index_throw_away (g_steal_pointer (&index));
    }

  return FALSE;
}

/* ---- What others call ---- */

static void
index_worker (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  GError *error = NULL;

  if (run_job (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * telaah_session_index_async:
 * @progress: (nullable): may still be called shortly before @callback, not after it
 */
void
telaah_session_index_async (TelaahSession         *self,
                            gboolean               anew,
                            GFileProgressCallback  progress,
                            gpointer               progress_data,
                            GCancellable          *cancellable,
                            GAsyncReadyCallback    callback,
                            gpointer               user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  Job *job = job_new (self, anew);

  job->progress = progress;
  job->progress_data = progress_data;
  job->context = g_main_context_ref_thread_default ();
  g_task_set_source_tag (task, telaah_session_index_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, index_worker);
}

gboolean
telaah_session_index_finish (TelaahSession  *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
telaah_session_index (TelaahSession  *self,
                      gboolean        anew,
                      GError        **error)
{
  Job *job = job_new (self, anew);
  gboolean done = run_job (job, NULL, error);

  job_free (job);
  return done;
}

gboolean
telaah_session_is_indexed (TelaahSession *self)
{
  g_autoptr(TelaahSearchScene) scene = telaah_session_get_search_scene (self, TELAAH_SCOPE_TEXT);
  g_autoptr(TelaahIndex) index = telaah_index_open (scene->path, FALSE, NULL);

  if (index == NULL || !telaah_index_refresh (index, NULL))
    return scene->sources->len == 0;

  for (guint i = 0; i < scene->sources->len; i++)
    {
      const TelaahSceneSource *source = scene->sources->pdata[i];
      const TelaahIndexed *indexed = telaah_index_find (index, source->sha256, source->language);

      if (indexed == NULL || strcmp (indexed->stamp, telaah_index_get_stamp (index, source->language)) != 0)
        return FALSE;
    }

  return TRUE;
}
