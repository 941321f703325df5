/* The journal: one transaction and one row a verb; following what others wrote.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/telaah-journal.h"

#include <string.h>

#include "model/telaah-id.h"
#include "store/telaah-store-private.h"

void
telaah_journal_entry_free (TelaahJournalEntry *self)
{
  g_free (self->time);
  g_free (self->coder);
  g_free (self->verb);
  g_free (self);
}

void
telaah_news_clear (TelaahNews *self)
{
  self->n_rows = 0;
  memset (self->tables, 0, sizeof self->tables);
  if (self->passages == NULL)
    return;

  g_hash_table_remove_all (self->passages);
  g_hash_table_remove_all (self->notes);
  g_hash_table_remove_all (self->marked);
  g_hash_table_remove_all (self->cells);
}

/* After it no sets are there. */
void
telaah_news_free_sets (TelaahNews *self)
{
  g_clear_pointer (&self->passages, g_hash_table_unref);
  g_clear_pointer (&self->notes, g_hash_table_unref);
  g_clear_pointer (&self->marked, g_hash_table_unref);
  g_clear_pointer (&self->cells, g_hash_table_unref);
}

/**
 * telaah_journal_begin:
 *
 * Starts a verb: from here to the commit no other program writes, and what is written is recorded.
 */
gboolean
telaah_journal_begin (TelaahStore  *store,
                      GError      **error)
{
  g_return_val_if_fail (store->recorder == NULL, FALSE);

  if (!telaah_store_run (store, error, "BEGIN IMMEDIATE", ""))
    return FALSE;

  if (sqlite3session_create (store->db, "main", &store->recorder) != SQLITE_OK)
    goto fail;

  for (const char *const *table = telaah_schema_tables; *table != NULL; table++)
    if (sqlite3session_attach (store->recorder, *table) != SQLITE_OK)
      goto fail;

  return TRUE;

fail:
  telaah_store_set_error (store, error);
  telaah_journal_rollback (store);
  return FALSE;
}

void
telaah_journal_rollback (TelaahStore *store)
{
  g_clear_pointer (&store->recorder, sqlite3session_delete);
  if (!sqlite3_get_autocommit (store->db))
    telaah_store_run (store, NULL, "ROLLBACK", "");
}

/* @undoes: the row it takes back, 0 for a verb of its own. */
gboolean
telaah_journal_write (TelaahStore  *store,
                      const char   *user,
                      const char   *coder,
                      const char   *verb,
                      gint64        undoes,
                      const void   *changes,
                      int           size,
                      GError      **error)
{
  g_autofree char *time = telaah_time_now ();
  g_autoptr(TelaahRows) row =
    telaah_store_query (store, error, "INSERT INTO journal (time, user, coder, verb, undoes, changes)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6)", "ssss", time, user, coder, verb);

  if (row == NULL)
    return FALSE;

  if (undoes > 0)
    sqlite3_bind_int64 (row, 5, undoes);
  sqlite3_bind_blob (row, 6, changes, size, SQLITE_STATIC);

  return sqlite3_step (row) == SQLITE_DONE || telaah_store_set_error (store, error);
}

/**
 * telaah_journal_commit:
 * @user: who acted, to find one's own verbs again
 * @coder: in whose name
 * @verb: its stable key
 *
 * Ends a verb: journal row and changes in one durable commit. A verb that has changed nothing leaves no row.
 */
gboolean
telaah_journal_commit (TelaahStore  *store,
                       const char   *user,
                       const char   *coder,
                       const char   *verb,
                       GError      **error)
{
  void *changes = NULL;
  int size = 0;
  gboolean done;

  done = sqlite3session_changeset (store->recorder, &size, &changes) == SQLITE_OK ||
         telaah_store_set_error (store, error);
  g_clear_pointer (&store->recorder, sqlite3session_delete);

  if (done && size > 0)
    done = telaah_journal_write (store, user, coder, verb, 0, changes, size, error);
  sqlite3_free (changes);

  if (done && telaah_store_run (store, error, "COMMIT", ""))
    return TRUE;

  telaah_journal_rollback (store);
  return FALSE;
}

/* 0 where nothing has been written yet. */
gint64
telaah_journal_get_last (TelaahStore *store)
{
  g_autoptr(TelaahRows) rows = telaah_store_query (store, NULL, "SELECT max(seq) FROM journal", "");

  return rows != NULL && sqlite3_step (rows) == SQLITE_ROW ? sqlite3_column_int64 (rows, 0) : 0;
}

/* When the project was last changed, or NULL. */
char *
telaah_journal_dup_time (TelaahStore *store)
{
  g_autoptr(TelaahRows) rows =
    telaah_store_query (store, NULL, "SELECT time FROM journal ORDER BY seq DESC LIMIT 1", "");

  return rows != NULL && sqlite3_step (rows) == SQLITE_ROW ? g_strdup (telaah_rows_text (rows, 0)) : NULL;
}

static TelaahTable
find_table (const char *name)
{
  for (guint i = 0; telaah_schema_tables[i] != NULL; i++)
    if (strcmp (name, telaah_schema_tables[i]) == 0)
      return i;

  return TELAAH_N_TABLES;
}

/* A column before or after the change, whichever is told; the primary key is always told. */
static const char *
column_text (sqlite3_changeset_iter *iter,
             int                     op,
             int                     column)
{
  sqlite3_value *value = NULL;

  if (op == SQLITE_INSERT)
    sqlite3changeset_new (iter, column, &value);
  else
    sqlite3changeset_old (iter, column, &value);

  return value != NULL ? (const char *) sqlite3_value_text (value) : NULL;
}

static void
add_to (GHashTable *set,
        const char *id)
{
  if (id != NULL)
    g_hash_table_add (set, g_strdup (id));
}

/* What a note is on, or whose a mark is: in @column, or, as an update tells only what it changes, still in the row. */
static void
add_owner (TelaahStore            *store,
           sqlite3_changeset_iter *iter,
           int                     op,
           int                     column,
           const char             *sql,
           GHashTable             *set)
{
  const char *owner = column_text (iter, op, column);

  add_to (set, owner);
  if (op == SQLITE_UPDATE)
    {
      g_autoptr(TelaahRows) rows = telaah_store_query (store, NULL, sql, "s", column_text (iter, op, 0));

      if (rows != NULL && sqlite3_step (rows) == SQLITE_ROW)
        add_to (set, telaah_rows_text (rows, 0));
    }
}

static void
note_change (TelaahStore            *store,
             sqlite3_changeset_iter *iter,
             TelaahNews             *news)
{
  const char *name;
  TelaahTable table;
  int n_columns, op;

  sqlite3changeset_op (iter, &name, &n_columns, &op, NULL);
  table = find_table (name);
  if (table == TELAAH_N_TABLES)
    return;

  news->tables[table] = TRUE;
  if (table == TELAAH_TABLE_PASSAGE || table == TELAAH_TABLE_CODING)
    add_to (news->passages, column_text (iter, op, 0));
  else if (table == TELAAH_TABLE_NOTE)
    {
      add_to (news->notes, column_text (iter, op, 0));
      add_owner (store, iter, op, 2, "SELECT target FROM note WHERE id = ?1", news->passages);
    }
  else if (table == TELAAH_TABLE_MARK)
    add_owner (store, iter, op, 1, "SELECT source FROM mark WHERE id = ?1", news->marked);
  else if (table == TELAAH_TABLE_CELL)
    g_hash_table_add (news->cells, g_strconcat (column_text (iter, op, 0), " ", column_text (iter, op, 1), NULL));
}

/**
 * telaah_journal_follow:
 * @news: (inout): @news->seq says where one was; what has come since is added
 *
 * Reads the rows after the last one seen, whoever wrote them.
 */
gboolean
telaah_journal_follow (TelaahStore  *store,
                       TelaahNews   *news,
                       GError      **error)
{
  g_autoptr(TelaahRows) rows =
    telaah_store_query (store, error, "SELECT seq, changes FROM journal WHERE seq > ?1 ORDER BY seq", "i", news->seq);
  int rc;

  if (rows == NULL)
    return FALSE;

  if (news->passages == NULL)
    {
      news->passages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      news->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      news->marked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      news->cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }

  while ((rc = sqlite3_step (rows)) == SQLITE_ROW)
    {
      sqlite3_changeset_iter *iter = NULL;

      if (sqlite3changeset_start (&iter, sqlite3_column_bytes (rows, 1),
                                  (void *) sqlite3_column_blob (rows, 1)) == SQLITE_OK)
        while (sqlite3changeset_next (iter) == SQLITE_ROW)
          note_change (store, iter, news);
      sqlite3changeset_finalize (iter);

      news->seq = sqlite3_column_int64 (rows, 0);
      news->n_rows++;
    }

  return rc == SQLITE_DONE || telaah_store_set_error (store, error);
}

/* An undo holds until a redo names it; a verb is undone while an undo of it holds. */
#define UNDONE "EXISTS (SELECT 1 FROM journal AS u WHERE u.undoes = j.seq AND NOT EXISTS" \
               " (SELECT 1 FROM journal AS r WHERE r.undoes = u.seq))"

/**
 * telaah_journal_dup_all:
 *
 * Returns: (transfer full) (element-type TelaahJournalEntry): the verbs, oldest first
 */
GPtrArray *
telaah_journal_dup_all (TelaahStore  *store,
                        GError      **error)
{
  g_autoptr(TelaahRows) rows =
    telaah_store_query (store, error, "SELECT seq, time, coder, verb, " UNDONE " FROM journal AS j"
                        " WHERE undoes IS NULL ORDER BY seq", "");
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_journal_entry_free);
  int rc;

  if (rows == NULL)
    return NULL;

  while ((rc = sqlite3_step (rows)) == SQLITE_ROW)
    {
      TelaahJournalEntry *entry = g_new0 (TelaahJournalEntry, 1);

      entry->seq = sqlite3_column_int64 (rows, 0);
      entry->time = g_strdup (telaah_rows_text (rows, 1));
      entry->coder = g_strdup (telaah_rows_text (rows, 2));
      entry->verb = g_strdup (telaah_rows_text (rows, 3));
      entry->undone = sqlite3_column_int (rows, 4);
      g_ptr_array_add (entries, entry);
    }

  if (rc != SQLITE_DONE)
    {
      telaah_store_set_error (store, error);
      return NULL;
    }

  return g_steal_pointer (&entries);
}
