/* Concordance of an open project, at once and in a thread: a search, and then what stands around each hit.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "session/telaah-search-engine.h"
#include "session/telaah-word-lists.h"
#include "text/telaah-body.h"

/* Made in the main thread, run in any. */
typedef struct
{
  TelaahSearchScene      *scene;
  char                   *words;
  char                   *source;
  TelaahSearchRequest     request;    /* of texts alone */
  TelaahConcordanceOrder  order;
  guint                   context;
} Job;

static Job *
job_new (TelaahSession             *session,
         const TelaahSearchRequest *request,
         TelaahConcordanceOrder     order,
         guint                      context)
{
  Job *self = g_new (Job, 1);

  *self = (Job) { .scene = telaah_session_get_search_scene (session, TELAAH_SCOPE_TEXT),
                  .words = g_strdup (request->words), .source = g_strdup (request->source),
                  .request = *request, .order = order, .context = context };
  self->request.words = self->words;
  self->request.source = self->source;
  self->request.scope = TELAAH_SCOPE_TEXT;

  return self;
}

static void
job_free (Job *self)
{
  telaah_search_scene_unref (self->scene);
  g_free (self->words);
  g_free (self->source);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

/* The hits of @source from @first on go over to their lines. Returns: how many; -1 where it failed */
static int
add_lines (const Job                *self,
           TelaahStore              *store,
           const TelaahSceneSource  *source,
           GPtrArray                *hits,
           guint                     first,
           GPtrArray                *lines,
           GError                  **error)
{
  g_autoptr(TelaahText) text = telaah_store_dup_text (store, source->sha256, error);
  g_autoptr(GPtrArray) marks = text != NULL ? telaah_store_dup_marks (store, source->id, error) : NULL;
  g_autoptr(GArray) apart = NULL;
  guint i;

  if (marks == NULL)
    return -1;

  if ((self->request.flags & TELAAH_SEARCH_CLUTTER) == 0)
    apart = telaah_body_dup_clutter (marks);
  for (i = first; i < hits->len && strcmp (((TelaahHit *) hits->pdata[i])->source, source->id) == 0; i++)
    {
      TelaahHit *hit = telaah_hit_copy (hits->pdata[i]);

      g_ptr_array_add (lines, telaah_concordance_line_new (hit, text, apart, self->context, i));
    }

  return i - first;
}

/* Hits come source by source, in the order of these. */
static gboolean
add_all_lines (const Job     *self,
               TelaahStore   *store,
               GPtrArray     *hits,
               GPtrArray     *lines,
               GCancellable  *cancellable,
               GError       **error)
{
  guint first = 0;

  for (guint i = 0; i < self->scene->sources->len && first < hits->len; i++)
    {
      const TelaahSceneSource *source = self->scene->sources->pdata[i];
      int n;

      if (strcmp (((TelaahHit *) hits->pdata[first])->source, source->id) != 0)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          (n = add_lines (self, store, source, hits, first, lines, error)) < 0)
        return FALSE;
      first += n;
    }

  return TRUE;
}

static GPtrArray *
job_run (const Job     *self,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr(TelaahStore) store = telaah_store_open (self->scene->path, error);
  g_autoptr(TelaahQuery) query = NULL;
  g_autoptr(TelaahSearchEngine) engine = NULL;
  g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_hit_free);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_concordance_line_free);

  if (store == NULL || (query = telaah_search_scene_dup_query (self->scene, &self->request, error)) == NULL)
    return NULL;

  engine = telaah_search_engine_new (self->scene->path, store);
  if (!telaah_search_engine_run (engine, self->scene, query, &self->request, hits, NULL, NULL, cancellable, error))
    return NULL;

  if (!add_all_lines (self, store, hits, lines, cancellable, error))
    return NULL;
  if (self->order != TELAAH_CONCORDANCE_TEXT)
    telaah_concordance_sort (lines, self->order);

  return g_steal_pointer (&lines);
}

GPtrArray *
telaah_session_dup_concordance (TelaahSession              *self,
                                const TelaahSearchRequest  *request,
                                TelaahConcordanceOrder      order,
                                guint                       context,
                                GError                    **error)
{
  g_autoptr(Job) job = job_new (self, request, order, context);

  return job_run (job, NULL, error);
}

static void
worker (GTask        *task,
        gpointer      source_object,
        gpointer      task_data,
        GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *lines = job_run (task_data, cancellable, &error);

  if (lines != NULL)
    g_task_return_pointer (task, lines, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
telaah_session_concordance_async (TelaahSession             *self,
                                  const TelaahSearchRequest *request,
                                  TelaahConcordanceOrder     order,
                                  guint                      context,
                                  GCancellable              *cancellable,
                                  GAsyncReadyCallback        callback,
                                  gpointer                   user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, job_new (self, request, order, context), (GDestroyNotify) job_free);
  g_task_run_in_thread (task, worker);
}
