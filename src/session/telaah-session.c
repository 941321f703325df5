/* An open project: opening, following others, and the round of a verb.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "model/telaah-id.h"
#include "session/telaah-session-private.h"

G_DEFINE_QUARK (telaah-session-error-quark, telaah_session_error)

G_DEFINE_FINAL_TYPE (TelaahSession, telaah_session, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* A file monitor tells at once; this catches what it can't see (a network folder). One row's look-up each time. */
#define POLL_MS 800

static void
telaah_session_finalize (GObject *object)
{
  TelaahSession *self = TELAAH_SESSION (object);

  g_clear_handle_id (&self->poll_id, g_source_remove);
  g_clear_object (&self->monitor);
  g_queue_clear_full (&self->texts, telaah_session_drop_text);
  g_clear_pointer (&self->by_theme, g_hash_table_unref);
  g_clear_pointer (&self->map, telaah_evidence_map_free);
  g_clear_pointer (&self->touched, g_hash_table_unref);
  g_clear_pointer (&self->links, g_hash_table_unref);
  g_clear_pointer (&self->attributes, g_hash_table_unref);
  g_clear_pointer (&self->hidden, g_hash_table_unref);
  g_clear_pointer (&self->pins_of_point, g_hash_table_unref);
  g_clear_pointer (&self->pins_of_passage, g_hash_table_unref);
  g_clear_pointer (&self->pins, g_hash_table_unref);
  g_clear_pointer (&self->cells, g_hash_table_unref);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_clear_pointer (&self->passages_by_id, g_hash_table_unref);
  g_clear_pointer (&self->passages, g_hash_table_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->project, g_hash_table_unref);
  g_clear_pointer (&self->sections, g_hash_table_unref);
  g_clear_pointer (&self->marks, g_hash_table_unref);
  telaah_news_free_sets (&self->news);
  g_clear_object (&self->notes);
  g_clear_object (&self->review);
  g_clear_object (&self->points);
  g_clear_object (&self->synonyms);
  g_clear_pointer (&self->guesses, g_hash_table_unref);
  g_clear_object (&self->outlines);
  g_clear_object (&self->themes);
  g_clear_object (&self->sources);
  g_clear_object (&self->store);
  g_free (self->undo);
  g_free (self->redo);
  g_free (self->coder);
  g_free (self->user);
  g_free (self->path);
  g_free (self->outline);

  G_OBJECT_CLASS (telaah_session_parent_class)->finalize (object);
}

static void
telaah_session_class_init (TelaahSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = telaah_session_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
telaah_session_init (TelaahSession *self)
{
  self->user = g_strdup (g_get_user_name ());
  self->coder = g_strdup (self->user);
  self->sources = telaah_list_new (TELAAH_TYPE_SOURCE);
  self->themes = telaah_list_new (TELAAH_TYPE_THEME);
  self->points = telaah_list_new (TELAAH_TYPE_POINT);
  self->synonyms = telaah_list_new (TELAAH_TYPE_SYNONYMS);
  self->guesses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->outlines = telaah_list_new (TELAAH_TYPE_OUTLINE_ENTRY);
  self->outline = g_strdup (TELAAH_FIRST_OUTLINE);
  self->review = telaah_list_new (TELAAH_TYPE_PASSAGE);
  self->marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->sections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, telaah_session_drop_sections);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->passages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->passages_by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  self->cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->pins = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) telaah_pin_free);
  self->pins_of_point = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->pins_of_passage = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static TelaahSession *
session_new (const char   *path,
             TelaahStore  *store,
             GError      **error)
{
  g_autoptr(TelaahSession) self = g_object_new (TELAAH_TYPE_SESSION, NULL);

  self->path = g_strdup (path);
  self->store = g_object_ref (store);

  return telaah_session_load (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * telaah_session_create:
 * @path: (type filename): a file that is not there yet
 *
 * Returns: (transfer full): the new project, or %NULL with @error set
 */
TelaahSession *
telaah_session_create (const char  *path,
                       const char  *title,
                       const char  *question,
                       const char  *language,
                       GError     **error)
{
  g_autoptr(TelaahStore) store = telaah_store_create (path, error);
  g_autofree char *now = telaah_time_now ();
  const char *const values[][2] = {
    { "title", title }, { "question", question }, { "language", language }, { "created", now },
  };

  if (store == NULL)
    return NULL;

  /* Not journalled: there is no project before this that an undo could go back to. */
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (values[i][1] != NULL &&
        !telaah_store_run (store, error, "INSERT INTO project (key, value) VALUES (?1, ?2)", "ss",
                           values[i][0], values[i][1]))
      return NULL;

  return session_new (path, store, error);
}

/**
 * telaah_session_open:
 * @path: (type filename): a project
 *
 * Returns: (transfer full): the open project, or %NULL with @error set
 */
TelaahSession *
telaah_session_open (const char  *path,
                     GError     **error)
{
  g_autoptr(TelaahStore) store = telaah_store_open (path, error);

  return store != NULL ? session_new (path, store, error) : NULL;
}

static void
open_worker (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  TelaahSession *session = telaah_session_open (task_data, &error);

  if (session != NULL)
    g_task_return_pointer (task, session, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
telaah_session_open_async (const char          *path,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, telaah_session_open_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, open_worker);
}

TelaahSession *
telaah_session_open_finish (GAsyncResult  *result,
                            GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- Following ---- */

/* Tells what has been pulled in since the last time. */
void
telaah_session_announce (TelaahSession *self)
{
  TelaahChange changes = self->pending;

  self->pending = 0;
  telaah_session_forget_search_scene (self, changes);
  if (changes != 0)
    g_signal_emit (self, signals[CHANGED], 0, (guint) changes);

  g_hash_table_remove_all (self->touched);
  self->all_touched = FALSE;
}

/**
 * telaah_session_catch_up:
 *
 * Takes in what other programs have written since the last look; telaah_session_follow() calls it by itself.
 */
gboolean
telaah_session_catch_up (TelaahSession  *self,
                         GError        **error)
{
  gboolean done = telaah_session_pull (self, error);

  telaah_session_announce (self);
  return done;
}

static gboolean
poll_cb (gpointer user_data)
{
  g_autoptr(TelaahSession) self = g_object_ref (user_data);
  g_autoptr(GError) error = NULL;

  if (!telaah_session_catch_up (self, &error))
    g_debug ("catching up: %s", error->message);

  return G_SOURCE_CONTINUE;
}

static void
file_changed_cb (TelaahSession *self)
{
  poll_cb (self);
}

/**
 * telaah_session_follow:
 *
 * From here on, in the default main context, changes of other programs to the same file are taken in as they come.
 */
void
telaah_session_follow (TelaahSession *self)
{
  g_autofree char *log_path = g_strconcat (self->path, "-wal", NULL);
  g_autoptr(GFile) log = g_file_new_for_path (log_path);

  if (self->poll_id != 0)
    return;

  self->poll_id = g_timeout_add (POLL_MS, poll_cb, self);
  self->monitor = g_file_monitor_file (log, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor == NULL)
    return;

  g_file_monitor_set_rate_limit (self->monitor, 100);
  g_signal_connect_object (self->monitor, "changed", G_CALLBACK (file_changed_cb), self, G_CONNECT_SWAPPED);
}

/* ---- The round of a verb ---- */

/* Others are locked out from here on, and what they did before is taken in, so that a verb decides on how things
 * are. */
gboolean
telaah_session_begin (TelaahSession  *self,
                      GError        **error)
{
  if (!telaah_journal_begin (self->store, error))
    return FALSE;

  if (telaah_session_pull (self, error))
    return TRUE;

  telaah_journal_rollback (self->store);
  return FALSE;
}

/**
 * telaah_session_end:
 * @done: whether it went well so far; if not, nothing will have happened
 * @coder: (nullable): in whose name, %NULL for the session's coder
 *
 * Returns: whether the verb is done and durable
 */
gboolean
telaah_session_end (TelaahSession  *self,
                    gboolean        done,
                    const char     *verb,
                    const char     *coder,
                    GError        **error)
{
  if (done)
    done = telaah_journal_commit (self->store, self->user, coder != NULL ? coder : self->coder, verb, error);
  else
    telaah_journal_rollback (self->store);

  telaah_session_pull (self, NULL);
  telaah_session_announce (self);

  return done;
}

/* FALSE with a sentence where a look-up found nothing. */
gboolean
telaah_session_need (gconstpointer   item,
                     const char     *what,
                     GError        **error)
{
  if (item != NULL)
    return TRUE;

  g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_NOT_FOUND,
               _("There is no such %s. Somebody may have removed it; look at the list again."), _(what));
  return FALSE;
}

/* ---- The project ---- */

const char *
telaah_session_get_path (TelaahSession *self)
{
  return self->path;
}

const char *
telaah_session_get_title (TelaahSession *self)
{
  return g_hash_table_lookup (self->project, "title");
}

const char *
telaah_session_get_question (TelaahSession *self)
{
  return g_hash_table_lookup (self->project, "question");
}

const char *
telaah_session_get_language (TelaahSession *self)
{
  return g_hash_table_lookup (self->project, "language");
}

const char *
telaah_session_get_second_language (TelaahSession *self)
{
  return g_hash_table_lookup (self->project, "second-language");
}

const char *
telaah_session_get_coder (TelaahSession *self)
{
  return self->coder;
}

void
telaah_session_set_coder (TelaahSession *self,
                          const char    *coder)
{
  g_free (self->coder);
  self->coder = g_strdup (coder != NULL && *coder != '\0' ? coder : self->user);
}

gboolean
telaah_session_set_project (TelaahSession  *self,
                            const char     *key,
                            const char     *value,
                            GError        **error)
{
  gboolean done;

  if (!g_str_equal (key, "title") && !g_str_equal (key, "question") && !g_str_equal (key, "language") &&
      !g_str_equal (key, "second-language"))
    {
      g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
                   _("A project has no “%s”. It has title, question, language and second-language."), key);
      return FALSE;
    }

  if (!telaah_session_begin (self, error))
    return FALSE;

  done = telaah_store_run (self->store, error,
                           "INSERT INTO project (key, value) VALUES (?1, ?2)"
                           " ON CONFLICT (key) DO UPDATE SET value = excluded.value", "ss",
                           key, value != NULL && *value != '\0' ? value : NULL);

  return telaah_session_end (self, done, "set-project", NULL, error);
}
