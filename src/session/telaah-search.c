/* A search that goes on in a thread while one types. The thread lives as long as the search, so that what it has learnt of
 * texts and words is there for the next key.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "session/telaah-search.h"

#include "session/telaah-search-engine.h"

/* The first hits come at once, further ones together. */
#define BATCH_MS 50

/* What the thread is to do. */
typedef struct
{
  guint                number;
  TelaahSearchScene   *scene;
  TelaahQuery         *query;
  TelaahSearchRequest  request;       /* the strings are its own */
  GCancellable        *cancellable;
} Job;

/* Shared by the search and its thread. */
typedef struct
{
  gatomicrefcount  ref_count;
  GMutex           mutex;
  GCond            cond;
  Job             *next;         /* the newest; what it overtook is gone */
  gboolean         quit;
  GMainContext    *context;
  char            *path;

  TelaahSearch    *search;       /* in the main thread only; NULL once it is gone */
} Worker;

struct _TelaahSearch
{
  GObject        parent_instance;

  TelaahSession *session;
  Worker        *worker;
  GThread       *thread;         /* NULL until there is something to do */
  GCancellable  *cancellable;    /* of the run under way */
  guint          number;         /* its; what others say is not heard any more */
  gboolean       busy;
  GPtrArray     *hits;
  char          *message;
};

G_DEFINE_FINAL_TYPE (TelaahSearch, telaah_search, G_TYPE_OBJECT)

enum { RESTARTED, ADDED, DONE, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- Shared things ---- */

static void
job_free (Job *job)
{
  telaah_search_scene_unref (job->scene);
  telaah_query_unref (job->query);
  g_free ((char *) job->request.words);
  g_free ((char *) job->request.source);
  g_object_unref (job->cancellable);
  g_free (job);
}

static Worker *
worker_ref (Worker *worker)
{
  g_atomic_ref_count_inc (&worker->ref_count);
  return worker;
}

static void
worker_unref (Worker *worker)
{
  if (!g_atomic_ref_count_dec (&worker->ref_count))
    return;

  g_clear_pointer (&worker->next, job_free);
  g_main_context_unref (worker->context);
  g_mutex_clear (&worker->mutex);
  g_cond_clear (&worker->cond);
  g_free (worker->path);
  g_free (worker);
}

static GPtrArray *
hits_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_hit_free);
}

/* ---- In the main thread: what the thread has found ---- */

typedef struct
{
  Worker    *worker;
  guint      number;
  GPtrArray *hits;
  gboolean   done;
  char      *message;
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  worker_unref (news->worker);
  g_ptr_array_unref (news->hits);
  g_free (news->message);
  g_free (news);
}

static gboolean
news_cb (gpointer user_data)
{
  News *news = user_data;
  g_autoptr(TelaahSearch) self = NULL;
  guint first, n = news->hits->len;

  if (news->worker->search == NULL || news->worker->search->number != news->number)
    return G_SOURCE_REMOVE;

  self = g_object_ref (news->worker->search);
  first = self->hits->len;
  g_ptr_array_extend_and_steal (self->hits, g_steal_pointer (&news->hits));
  news->hits = hits_new ();
  if (n > 0)
    g_signal_emit (self, signals[ADDED], 0, first, n);

  /* Who heard of it may have run it again. */
  if (news->done && self->number == news->number)
    {
      self->busy = FALSE;
      self->message = g_steal_pointer (&news->message);
      g_signal_emit (self, signals[DONE], 0);
    }

  return G_SOURCE_REMOVE;
}

/* ---- In the thread ---- */

typedef struct
{
  Worker *worker;
  Job    *job;
  gint64  told;       /* when hits were handed over last; 0: never */
} Telling;

/* @hits is empty afterwards. */
static void
tell (Telling   *telling,
      GPtrArray *hits,
      gboolean   done,
      GError    *error)
{
  News *news = g_new0 (News, 1);
  g_autoptr(GSource) source = g_idle_source_new ();
  gsize n;
  gpointer *stolen = g_ptr_array_steal (hits, &n);

  news->worker = worker_ref (telling->worker);
  news->number = telling->job->number;
  news->hits = hits_new ();
  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (news->hits, stolen[i]);
  g_free (stolen);
  news->done = done;
  news->message = error != NULL ? g_strdup (error->message) : NULL;

  telling->told = g_get_monotonic_time ();

  /* Not g_main_context_invoke(), which would call here and now where nobody is in the main loop. */
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, news_cb, news, news_free);
  g_source_attach (source, telling->worker->context);
}

static void
found_cb (GPtrArray *hits,
          gpointer   user_data)
{
  Telling *telling = user_data;

  if (telling->told == 0 || g_get_monotonic_time () - telling->told >= BATCH_MS * G_TIME_SPAN_MILLISECOND)
    tell (telling, hits, FALSE, NULL);
}

static void
run_job (Worker             *worker,
         TelaahSearchEngine *engine,
         Job                *job)
{
  Telling telling = { worker, job, 0 };
  g_autoptr(GPtrArray) hits = hits_new ();
  g_autoptr(GError) error = NULL;

  telaah_search_engine_run (engine, job->scene, job->query, &job->request, hits, found_cb, &telling, job->cancellable,
                            &error);
  if (!g_cancellable_is_cancelled (job->cancellable))
    tell (&telling, hits, TRUE, error);
}

static gpointer
work (gpointer data)
{
  Worker *worker = data;
  g_autoptr(TelaahSearchEngine) engine = telaah_search_engine_new (worker->path, NULL);

  g_mutex_lock (&worker->mutex);
  while (!worker->quit)
    {
      Job *job = g_steal_pointer (&worker->next);

      if (job == NULL)
        {
          g_cond_wait (&worker->cond, &worker->mutex);
          continue;
        }

      g_mutex_unlock (&worker->mutex);
      run_job (worker, engine, job);
      job_free (job);
      g_mutex_lock (&worker->mutex);
    }
  g_mutex_unlock (&worker->mutex);

  worker_unref (worker);
  return NULL;
}

/* ---- The object ---- */

/* Waits for the thread, which stops at once: it has the project open, which is to be closed when this is gone. */
static void
telaah_search_dispose (GObject *object)
{
  TelaahSearch *self = TELAAH_SEARCH (object);

  if (self->worker != NULL)
    {
      telaah_search_stop (self);
      self->worker->search = NULL;
      g_mutex_lock (&self->worker->mutex);
      self->worker->quit = TRUE;
      g_cond_signal (&self->worker->cond);
      g_mutex_unlock (&self->worker->mutex);
      g_clear_pointer (&self->thread, g_thread_join);
      g_clear_pointer (&self->worker, worker_unref);
    }
  g_clear_object (&self->session);

  G_OBJECT_CLASS (telaah_search_parent_class)->dispose (object);
}

static void
telaah_search_finalize (GObject *object)
{
  TelaahSearch *self = TELAAH_SEARCH (object);

  g_ptr_array_unref (self->hits);
  g_free (self->message);

  G_OBJECT_CLASS (telaah_search_parent_class)->finalize (object);
}

static void
telaah_search_class_init (TelaahSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = telaah_search_dispose;
  object_class->finalize = telaah_search_finalize;

  signals[RESTARTED] =
    g_signal_new ("restarted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ADDED] =
    g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                  G_TYPE_UINT, G_TYPE_UINT);
  signals[DONE] =
    g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
telaah_search_init (TelaahSearch *self)
{
  self->hits = hits_new ();
}

TelaahSearch *
telaah_search_new (TelaahSession *session)
{
  TelaahSearch *self = g_object_new (TELAAH_TYPE_SEARCH, NULL);

  self->session = g_object_ref (session);
  self->worker = g_new0 (Worker, 1);
  g_atomic_ref_count_init (&self->worker->ref_count);
  g_mutex_init (&self->worker->mutex);
  g_cond_init (&self->worker->cond);
  self->worker->context = g_main_context_ref_thread_default ();
  self->worker->path = g_strdup (telaah_session_get_path (session));
  self->worker->search = self;

  return self;
}

/* What is under way is not heard of any more; the hits so far stay. */
void
telaah_search_stop (TelaahSearch *self)
{
  self->number++;
  self->busy = FALSE;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  g_mutex_lock (&self->worker->mutex);
  g_clear_pointer (&self->worker->next, job_free);
  g_mutex_unlock (&self->worker->mutex);
}

static void
hand_over (TelaahSearch              *self,
           TelaahSearchScene         *scene,
           TelaahQuery               *query,
           const TelaahSearchRequest *request)
{
  Job *job = g_new (Job, 1);

  self->cancellable = g_cancellable_new ();
  self->busy = TRUE;
  *job = (Job) {
    .number = self->number,
    .scene = telaah_search_scene_ref (scene),
    .query = telaah_query_ref (query),
    .request = *request,
    .cancellable = g_object_ref (self->cancellable),
  };
  job->request.words = g_strdup (request->words);
  job->request.source = g_strdup (request->source);

  g_mutex_lock (&self->worker->mutex);
  self->worker->next = job;
  g_cond_signal (&self->worker->cond);
  g_mutex_unlock (&self->worker->mutex);

  if (self->thread == NULL)
    self->thread = g_thread_new ("search", work, worker_ref (self->worker));
}

/**
 * telaah_search_run:
 *
 * "restarted" is emitted before this returns, and "done" too where @request can not be understood; see
 * telaah_search_get_message(). The hits of each run are in an array of their own.
 */
void
telaah_search_run (TelaahSearch              *self,
                   const TelaahSearchRequest *request)
{
  g_autoptr(TelaahSearchScene) scene = telaah_session_get_search_scene (self->session, request->scope);
  g_autoptr(GError) error = NULL;
  g_autoptr(TelaahQuery) query = telaah_search_scene_dup_query (scene, request, &error);
  guint number;

  telaah_search_stop (self);
  number = self->number;
  g_ptr_array_unref (self->hits);
  self->hits = hits_new ();
  g_clear_pointer (&self->message, g_free);

  if (query != NULL)
    hand_over (self, scene, query, request);
  else
    self->message = g_strdup (error->message);

  g_signal_emit (self, signals[RESTARTED], 0);
  if (query == NULL && self->number == number)
    g_signal_emit (self, signals[DONE], 0);
}

gboolean
telaah_search_is_busy (TelaahSearch *self)
{
  return self->busy;
}

GPtrArray *
telaah_search_get_hits (TelaahSearch *self)
{
  return self->hits;
}

const char *
telaah_search_get_message (TelaahSearch *self)
{
  return self->message;
}
