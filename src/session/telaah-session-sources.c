/* Verbs on sources: taking texts in, describing them, removing them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/telaah-id.h"
#include "session/telaah-session-private.h"

#define ATTRIBUTE "attribute:"

static TelaahSource *
find_by_digest (TelaahSession *self,
                const char    *sha256)
{
  for (guint i = 0; i < telaah_list_get_length (self->sources); i++)
    {
      TelaahSource *source = telaah_list_peek (self->sources, i);

      if (strcmp (telaah_source_fields (source)->sha256, sha256) == 0)
        return source;
    }

  return NULL;
}

static char *
write_source (TelaahSession   *self,
              TelaahDocument  *document,
              GError         **error)
{
  g_autofree char *id = telaah_id_new ();

  if (!telaah_store_put_text (self->store, document->text, document->sha256, error) ||
      !telaah_store_run (self->store, error, "INSERT INTO source (id, position, sha256, file_name)"
                         " VALUES (?1, (SELECT coalesce (max (position), 0) + 1 FROM source), ?2, ?3)", "sss",
                         id, document->sha256, document->file_name) ||
      (document->proposals != NULL &&
       !telaah_session_write_proposals (self, id, document->proposals, NULL, error)))
    return NULL;

  return g_steal_pointer (&id);
}

/**
 * telaah_session_import:
 * @documents: (element-type TelaahDocument): as they were read
 * @twice: whether to take in a text that is there already
 * @doubles: (out) (optional) (element-type utf8): the file names of those left out for that reason
 *
 * Returns: (transfer full) (element-type utf8): the ids of the new sources, or %NULL with @error set and nothing done
 */
GPtrArray *
telaah_session_import (TelaahSession  *self,
                       GPtrArray      *documents,
                       gboolean        twice,
                       GPtrArray     **doubles,
                       GError        **error)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) left_out = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean done = TRUE;

  if (!telaah_session_begin (self, error))
    return NULL;

  for (guint i = 0; done && i < documents->len; i++)
    {
      TelaahDocument *document = documents->pdata[i];
      gboolean known = !g_hash_table_add (seen, document->sha256) || find_by_digest (self, document->sha256) != NULL;
      char *id = NULL;

      if (known && !twice)
        g_ptr_array_add (left_out, g_strdup (document->file_name));
      else if ((id = write_source (self, document, error)) != NULL)
        g_ptr_array_add (ids, id);
      else
        done = FALSE;
    }

  if (!telaah_session_end (self, done, "import", NULL, error))
    return NULL;

  if (doubles != NULL)
    *doubles = g_steal_pointer (&left_out);
  return g_steal_pointer (&ids);
}

/* ---- In the background ---- */

typedef struct
{
  char                  *path;
  GPtrArray             *files;       /* GFile */
  gboolean               twice;
  GFileProgressCallback  progress;
  gpointer               progress_data;
  GMainContext          *context;

  GPtrArray             *documents;
  GPtrArray             *faults;
  GPtrArray             *doubles;
} Import;

static void
import_free (gpointer data)
{
  Import *import = data;

  g_free (import->path);
  g_ptr_array_unref (import->files);
  g_main_context_unref (import->context);
  g_clear_pointer (&import->documents, g_ptr_array_unref);
  g_clear_pointer (&import->faults, g_ptr_array_unref);
  g_clear_pointer (&import->doubles, g_ptr_array_unref);
  g_free (import);
}

typedef struct
{
  GFileProgressCallback callback;
  gpointer              data;
  goffset               done, all;
} Progress;

static gboolean
progress_cb (gpointer data)
{
  Progress *progress = data;

  progress->callback (progress->done, progress->all, progress->data);
  return G_SOURCE_REMOVE;
}

static void
tell_progress (Import *import,
               guint   done)
{
  Progress *progress;

  if (import->progress == NULL)
    return;

  progress = g_new (Progress, 1);
  *progress = (Progress) { import->progress, import->progress_data, done, import->files->len };
  g_main_context_invoke_full (import->context, G_PRIORITY_DEFAULT, progress_cb, progress, g_free);
}

/* In the worker: files are read, and their texts put where they are named by their digest, which is no part of any
 * verb; what is left for the main loop are rows of a few bytes. */
static void
import_worker (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Import *import = task_data;
  GError *error = NULL;
  g_autoptr(TelaahStore) store = telaah_store_open (import->path, &error);

  if (store == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  for (guint i = 0; i < import->files->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autoptr(GError) fault = NULL;
      TelaahDocument *document = telaah_document_read (import->files->pdata[i], cancellable, &fault);

      if (document == NULL)
        g_ptr_array_add (import->faults, g_strdup (fault->message));
      else
        {
          g_ptr_array_add (import->documents, document);
          if (!telaah_store_put_text (store, document->text, document->sha256, &error))
            {
              g_task_return_error (task, error);
              return;
            }
        }
      tell_progress (import, i + 1);
    }

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_boolean (task, TRUE);
}

static void
import_read_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  TelaahSession *self = g_task_get_source_object (task);
  Import *import = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  GPtrArray *ids;

  if (!g_task_propagate_boolean (G_TASK (result), &error) ||
      (ids = telaah_session_import (self, import->documents, import->twice, &import->doubles, &error)) == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_object_set_data_full (G_OBJECT (task), "doubles", g_steal_pointer (&import->doubles),
                          (GDestroyNotify) g_ptr_array_unref);
  g_object_set_data_full (G_OBJECT (task), "faults", g_steal_pointer (&import->faults),
                          (GDestroyNotify) g_ptr_array_unref);
  g_task_return_pointer (task, ids, (GDestroyNotify) g_ptr_array_unref);
}

void
telaah_session_import_async (TelaahSession         *self,
                             GListModel            *files,
                             gboolean               twice,
                             GFileProgressCallback  progress,
                             gpointer               progress_data,
                             GCancellable          *cancellable,
                             GAsyncReadyCallback    callback,
                             gpointer               user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr(GTask) reading = g_task_new (self, cancellable, import_read_cb, g_object_ref (task));
  Import *import = g_new0 (Import, 1);

  import->path = g_strdup (self->path);
  import->files = g_ptr_array_new_with_free_func (g_object_unref);
  import->twice = twice;
  import->progress = progress;
  import->progress_data = progress_data;
  import->context = g_main_context_ref_thread_default ();
  import->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_document_free);
  import->faults = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (import->files, g_list_model_get_item (files, i));

  g_task_set_source_tag (task, telaah_session_import_async);
  g_task_set_task_data (reading, import, import_free);
  g_task_run_in_thread (reading, import_worker);
}

GPtrArray *
telaah_session_import_finish (TelaahSession  *self,
                              GAsyncResult   *result,
                              GPtrArray     **doubles,
                              GPtrArray     **faults,
                              GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (doubles != NULL)
    *doubles = g_object_steal_data (G_OBJECT (result), "doubles");
  if (faults != NULL)
    *faults = g_object_steal_data (G_OBJECT (result), "faults");

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- Describing and removing ---- */

static const struct
{
  const char *key;
  const char *sql;
} source_keys[] = {
  { "title",     "UPDATE source SET title = nullif (?1, '') WHERE id = ?2" },
  { "author",    "UPDATE source SET author = nullif (?1, '') WHERE id = ?2" },
  { "publisher", "UPDATE source SET publisher = nullif (?1, '') WHERE id = ?2" },
  { "date",      "UPDATE source SET date = nullif (?1, '') WHERE id = ?2" },
  { "url",       "UPDATE source SET url = nullif (?1, '') WHERE id = ?2" },
  { "language",  "UPDATE source SET language = nullif (?1, '') WHERE id = ?2" },
  { "medium",    "UPDATE source SET medium = nullif (?1, '') WHERE id = ?2" },
  { "container", "UPDATE source SET container = nullif (?1, '') WHERE id = ?2" },
  { "volume",    "UPDATE source SET volume = nullif (?1, '') WHERE id = ?2" },
  { "issue",     "UPDATE source SET issue = nullif (?1, '') WHERE id = ?2" },
  { "pages",     "UPDATE source SET pages = nullif (?1, '') WHERE id = ?2" },
  { "doi",       "UPDATE source SET doi = nullif (?1, '') WHERE id = ?2" },
  { "accessed",  "UPDATE source SET accessed = nullif (?1, '') WHERE id = ?2" },
  { "reading",   "UPDATE source SET reading = nullif (?1, '') WHERE id = ?2" },
};

/* 2021, 2021-03 or 2021-03-04 */
static gboolean
is_date (const char *date)
{
  guint year = 0, month = 1, day = 1;
  char rest = '\0';
  gsize length = strlen (date);

  if (length != 4 && length != 7 && length != 10)
    return FALSE;

  return strspn (date, "0123456789-") == length &&
         sscanf (date, "%4u-%2u-%2u%c", &year, &month, &day, &rest) == (int) (length - 1) / 3 &&
         year > 0 && month >= 1 && month <= 12 && g_date_valid_dmy (day, month, year);
}

static const char *
find_source_sql (const char  *key,
                 const char  *value,
                 GError     **error)
{
  if ((strcmp (key, "date") == 0 || strcmp (key, "accessed") == 0) && value != NULL && *value != '\0' && !is_date (value))
    {
      g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
                   _("“%s” is not a date. Write it as 2021, 2021-03 or 2021-03-04."), value);
      return NULL;
    }

  if (strcmp (key, "reading") == 0 && value != NULL && *value != '\0' && strcmp (value, "reading") != 0 &&
      strcmp (value, "read") != 0)
    {
      g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
                   _("“%s” does not say how far the reading has come. Choose reading or read, or leave it empty."), value);
      return NULL;
    }

  for (guint i = 0; i < G_N_ELEMENTS (source_keys); i++)
    if (strcmp (key, source_keys[i].key) == 0)
      return source_keys[i].sql;

  g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
               _("A source has no “%s”. It has title, author, publisher, date, url, language, medium, container, volume, "
                 "issue, pages, doi, accessed and reading; an attribute of your own is written attribute:NAME."), key);
  return NULL;
}

static gboolean
write_attribute (TelaahSession  *self,
                 const char     *source,
                 const char     *name,
                 const char     *value,
                 GError        **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));

  if (*stripped == '\0')
    {
      g_set_error_literal (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
                           _("An attribute needs a name. Write one."));
      return FALSE;
    }

  if (value == NULL || *value == '\0')
    return telaah_store_run (self->store, error, "DELETE FROM attribute WHERE source = ?1 AND name = ?2", "ss",
                             source, stripped);

  return telaah_store_run (self->store, error, "INSERT INTO attribute (source, name, value) VALUES (?1, ?2, ?3)"
                           " ON CONFLICT (source, name) DO UPDATE SET value = excluded.value", "sss",
                           source, stripped, value);
}

GPtrArray *
telaah_session_dup_attributes (TelaahSession *self,
                               const char    *source)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *pairs = telaah_store_dup_attributes (self->store, source, &error);

  if (pairs != NULL)
    return pairs;

  g_warning ("attributes: %s", error->message);
  return g_ptr_array_new_with_free_func (g_free);
}

/**
 * telaah_session_describe_source:
 * @pairs: key, value, key, value, …, %NULL
 *
 * Several at once, as one verb. The keys are title, author (several parted by "; "), publisher, date, url, language,
 * medium, container, volume, issue, pages, doi, accessed, reading, and attribute:NAME for what the researcher adds. An
 * empty value makes it unknown.
 */
gboolean
telaah_session_describe_source (TelaahSession      *self,
                                const char         *source,
                                const char *const  *pairs,
                                GError            **error)
{
  gboolean done;

  if (!telaah_session_begin (self, error))
    return FALSE;

  done = telaah_session_need (telaah_session_find_source (self, source), N_("source"), error);
  for (; done && pairs[0] != NULL; pairs += 2)
    {
      const char *sql;

      if (g_str_has_prefix (pairs[0], ATTRIBUTE))
        done = write_attribute (self, source, pairs[0] + strlen (ATTRIBUTE), pairs[1], error);
      else
        done = (sql = find_source_sql (pairs[0], pairs[1], error)) != NULL &&
               telaah_store_run (self->store, error, sql, "ss", pairs[1], source);
    }

  return telaah_session_end (self, done, "set-source", NULL, error);
}

gboolean
telaah_session_set_source (TelaahSession  *self,
                           const char     *source,
                           const char     *key,
                           const char     *value,
                           GError        **error)
{
  const char *const pairs[] = { key, value != NULL ? value : "", NULL };

  return telaah_session_describe_source (self, source, pairs, error);
}

gboolean
telaah_session_remove_source (TelaahSession  *self,
                              const char     *source,
                              GError        **error)
{
  static const char *const statements[] = {
    "DELETE FROM coding WHERE passage IN (SELECT id FROM passage WHERE source = ?1)",
    "DELETE FROM note WHERE kind = 'passage' AND target IN (SELECT id FROM passage WHERE source = ?1)",
    "DELETE FROM note WHERE kind = 'source' AND target = ?1",
    "DELETE FROM pin WHERE passage IN (SELECT id FROM passage WHERE source = ?1)",
    "DELETE FROM link WHERE source = ?1 OR cited = ?1",
    "DELETE FROM link WHERE passage IN (SELECT id FROM passage WHERE source = ?1)",
    "DELETE FROM hidden WHERE target = ?1",
    "DELETE FROM refused WHERE source = ?1",
    "DELETE FROM passage WHERE source = ?1",
    "DELETE FROM cell WHERE source = ?1",
    "DELETE FROM mark WHERE source = ?1",
    "DELETE FROM attribute WHERE source = ?1",
    "DELETE FROM source WHERE id = ?1",
  };
  gboolean done;

  if (!telaah_session_begin (self, error))
    return FALSE;

  done = telaah_session_need (telaah_session_find_source (self, source), N_("source"), error);
  for (guint i = 0; done && i < G_N_ELEMENTS (statements); i++)
    done = telaah_store_run (self->store, error, statements[i], "s", source);

  return telaah_session_end (self, done, "remove-source", NULL, error);
}
