/* Undo and redo: inverted changesets, applied only where nobody has been since.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "store/telaah-journal.h"
#include "store/telaah-store-private.h"

/* The last verb of one's own that still holds. */
#define LAST_VERB \
  "SELECT seq, verb, changes FROM journal AS j WHERE user = ?1 AND undoes IS NULL AND NOT EXISTS" \
  " (SELECT 1 FROM journal AS u WHERE u.undoes = j.seq AND NOT EXISTS" \
  "  (SELECT 1 FROM journal AS r WHERE r.undoes = u.seq)) ORDER BY seq DESC LIMIT 1"

/* One's own last undo that still holds, of those since one has last done something new: where there is none, the rest
 * of the journal need not be looked at. */
#define LAST_UNDO \
  "SELECT u.seq, d.verb, u.changes FROM journal AS u CROSS JOIN journal AS d ON d.seq = u.undoes" \
  " WHERE u.seq > coalesce ((SELECT max (seq) FROM journal WHERE user = ?1 AND undoes IS NULL), 0)" \
  " AND u.user = ?1 AND d.undoes IS NULL" \
  " AND NOT EXISTS (SELECT 1 FROM journal AS r WHERE r.undoes = u.seq) ORDER BY u.seq DESC LIMIT 1"

static char *
dup_verb (TelaahStore *store,
          const char  *sql,
          const char  *user)
{
  g_autoptr(TelaahRows) rows = telaah_store_query (store, NULL, sql, "s", user);

  return rows != NULL && sqlite3_step (rows) == SQLITE_ROW ? g_strdup (telaah_rows_text (rows, 1)) : NULL;
}

/* The key of the verb that an undo would take back, or NULL. */
char *
telaah_journal_dup_undo (TelaahStore *store,
                         const char  *user)
{
  return dup_verb (store, LAST_VERB, user);
}

char *
telaah_journal_dup_redo (TelaahStore *store,
                         const char  *user)
{
  return dup_verb (store, LAST_UNDO, user);
}

/* Where a changeset did not fit. */
typedef struct
{
  char *table;
  char *key;
} Clash;

static char *
dup_key (sqlite3_changeset_iter *iter,
         int                     op,
         int                     n_columns)
{
  GString *key = g_string_new (NULL);
  unsigned char *is_key = NULL;

  sqlite3changeset_pk (iter, &is_key, NULL);
  for (int i = 0; i < n_columns; i++)
    {
      sqlite3_value *value = NULL;

      if (!is_key[i])
        continue;
      if (op == SQLITE_INSERT)
        sqlite3changeset_new (iter, i, &value);
      else
        sqlite3changeset_old (iter, i, &value);
      g_string_append_printf (key, "%s ", value != NULL ? (const char *) sqlite3_value_text (value) : "");
    }

  return g_string_free (key, FALSE);
}

static int
conflict_cb (void                   *data,
             int                     reason,
             sqlite3_changeset_iter *iter)
{
  Clash *clash = data;
  const char *table;
  int n_columns, op;

  /* The iterator of a foreign-key conflict stands at no row. */
  if (reason != SQLITE_CHANGESET_FOREIGN_KEY && clash->table == NULL &&
      sqlite3changeset_op (iter, &table, &n_columns, &op, NULL) == SQLITE_OK)
    {
      clash->table = g_strdup (table);
      clash->key = dup_key (iter, op, n_columns);
    }

  return SQLITE_CHANGESET_ABORT;
}

static gboolean
touches (const void *changes,
         int         size,
         Clash      *clash)
{
  sqlite3_changeset_iter *iter = NULL;
  gboolean found = FALSE;

  if (sqlite3changeset_start (&iter, size, (void *) changes) == SQLITE_OK)
    while (!found && sqlite3changeset_next (iter) == SQLITE_ROW)
      {
        g_autofree char *key = NULL;
        const char *table;
        int n_columns, op;

        sqlite3changeset_op (iter, &table, &n_columns, &op, NULL);
        key = dup_key (iter, op, n_columns);
        found = clash->table == NULL || (strcmp (table, clash->table) == 0 && strcmp (key, clash->key) == 0);
      }
  sqlite3changeset_finalize (iter);

  return found;
}

/* Whose change stands in the way: the last that touched the row, else (a reference) the last at all. */
static char *
dup_culprit (TelaahStore *store,
             gint64       since,
             Clash       *clash)
{
  g_autoptr(TelaahRows) rows =
    telaah_store_query (store, NULL, "SELECT coder, changes FROM journal WHERE seq > ?1 ORDER BY seq DESC", "i", since);

  while (rows != NULL && sqlite3_step (rows) == SQLITE_ROW)
    if (touches (sqlite3_column_blob (rows, 1), sqlite3_column_bytes (rows, 1), clash))
      return g_strdup (telaah_rows_text (rows, 0));

  return NULL;
}

/* A move taken back after another move could hang a branch of a tree on itself; such rows are reached from no top. */
static gboolean
trees_are_whole (TelaahStore *store)
{
  g_autoptr(TelaahRows) rows =
    telaah_store_query (store, NULL,
                        "WITH RECURSIVE t (id) AS (SELECT id FROM theme WHERE parent IS NULL UNION"
                        "  SELECT c.id FROM t JOIN theme AS c ON c.parent = t.id),"
                        " p (id) AS (SELECT id FROM point WHERE parent IS NULL UNION"
                        "  SELECT c.id FROM p JOIN point AS c ON c.parent = p.id)"
                        " SELECT (SELECT count(*) FROM t) = (SELECT count(*) FROM theme)"
                        "    AND (SELECT count(*) FROM p) = (SELECT count(*) FROM point)", "");

  return rows != NULL && sqlite3_step (rows) == SQLITE_ROW && sqlite3_column_int (rows, 0);
}

/* One row of the journal to invert, copied out so that no statement is open while it is applied. */
typedef struct
{
  gint64  seq;
  char   *verb;
  void   *inverse;
  int     size;
} Target;

static void
target_clear (Target *target)
{
  g_free (target->verb);
  sqlite3_free (target->inverse);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Target, target_clear)

static gboolean
find_target (TelaahStore  *store,
             const char   *sql,
             const char   *user,
             Target       *target,
             GError      **error)
{
  g_autoptr(TelaahRows) rows = telaah_store_query (store, error, sql, "s", user);

  if (rows == NULL)
    return FALSE;

  if (sqlite3_step (rows) != SQLITE_ROW)
    {
      g_set_error_literal (error, TELAAH_STORE_ERROR, TELAAH_STORE_ERROR_NOTHING,
                           strcmp (sql, LAST_VERB) == 0 ? _("There is nothing to undo.")
                                                        : _("There is nothing to redo."));
      return FALSE;
    }

  target->seq = sqlite3_column_int64 (rows, 0);
  target->verb = g_strdup (telaah_rows_text (rows, 1));

  return sqlite3changeset_invert (sqlite3_column_bytes (rows, 2), sqlite3_column_blob (rows, 2),
                                  &target->size, &target->inverse) == SQLITE_OK ||
         telaah_store_set_error (store, error);
}

static void
set_conflict (TelaahStore  *store,
              gint64        since,
              Clash        *clash,
              GError      **error)
{
  g_autofree char *culprit = dup_culprit (store, since, clash);

  g_set_error (error, TELAAH_STORE_ERROR, TELAAH_STORE_ERROR_CONFLICT,
               _("This can not be taken back: %s has changed the same thing since."),
               culprit != NULL ? culprit : _("somebody"));
}

/* Notes name what they are on by kind and id, which no reference of the schema can guard: none may be left without its
 * passage, neither by the passage going nor by the note coming back. */
static gboolean
leaves_notes_hanging (TelaahStore *store,
                      Target      *target)
{
  sqlite3_changeset_iter *iter = NULL;
  gboolean found = FALSE;

  if (sqlite3changeset_start (&iter, target->size, target->inverse) == SQLITE_OK)
    while (!found && sqlite3changeset_next (iter) == SQLITE_ROW)
      {
        g_autofree char *hanging = NULL;
        sqlite3_value *passage = NULL;
        const char *table;
        int n_columns, op;

        sqlite3changeset_op (iter, &table, &n_columns, &op, NULL);
        if (op == SQLITE_DELETE && strcmp (table, "passage") == 0)
          sqlite3changeset_old (iter, 0, &passage);
        else if (op == SQLITE_INSERT && strcmp (table, "note") == 0)
          sqlite3changeset_new (iter, 2, &passage);
        if (passage == NULL)
          continue;

        hanging = telaah_store_dup_value (store, "SELECT 1 FROM note WHERE kind = 'passage' AND target = ?1"
                                          " AND NOT EXISTS (SELECT 1 FROM passage WHERE id = ?1)", "s",
                                          sqlite3_value_text (passage));
        found = hanging != NULL;
      }
  sqlite3changeset_finalize (iter);

  return found;
}

/* Whether every passage of @source reads in its text what it says, and no mark goes beyond it. */
static gboolean
fits_its_text (TelaahStore *store,
               const char  *source)
{
  g_autoptr(TelaahRows) rows = NULL;
  g_autofree char *sha256 = telaah_store_dup_value (store, "SELECT sha256 FROM source WHERE id = ?1", "s", source);
  g_autofree char *beyond =
    telaah_store_dup_value (store, "SELECT 1 FROM mark JOIN source ON source.id = mark.source JOIN text USING (sha256)"
                            " WHERE source.id = ?1 AND mark.end > text.characters", "s", source);
  g_autoptr(TelaahText) text = sha256 != NULL ? telaah_store_dup_text (store, sha256, NULL) : NULL;
  gboolean fits = beyond == NULL;

  if (text == NULL)
    return TRUE;

  rows = telaah_store_query (store, NULL, "SELECT start, end, quote FROM passage WHERE source = ?1 AND lost IS NULL",
                             "s", source);
  while (fits && rows != NULL && sqlite3_step (rows) == SQLITE_ROW)
    {
      guint start = sqlite3_column_int (rows, 0), end = sqlite3_column_int (rows, 1);
      const char *quote = telaah_rows_text (rows, 2);
      gsize size = sqlite3_column_bytes (rows, 2);

      fits = end <= telaah_text_get_characters (text) &&
             telaah_text_get_byte (text, end) - telaah_text_get_byte (text, start) == size &&
             memcmp (telaah_text_get_body (text) + telaah_text_get_byte (text, start), quote, size) == 0;
    }

  return fits;
}

/* A text that goes back to what it was would leave behind what somebody has tagged in it since. */
static gboolean
leaves_words_behind (TelaahStore *store,
                     Target      *target)
{
  sqlite3_changeset_iter *iter = NULL;
  gboolean found = FALSE;

  if (sqlite3changeset_start (&iter, target->size, target->inverse) == SQLITE_OK)
    while (!found && sqlite3changeset_next (iter) == SQLITE_ROW)
      {
        sqlite3_value *id = NULL, *sha256 = NULL;
        const char *table;
        int n_columns, op;

        sqlite3changeset_op (iter, &table, &n_columns, &op, NULL);
        if (op != SQLITE_UPDATE || strcmp (table, "source") != 0)
          continue;
        sqlite3changeset_old (iter, 0, &id);
        sqlite3changeset_new (iter, 2, &sha256);
        found = sha256 != NULL && !fits_its_text (store, (const char *) sqlite3_value_text (id));
      }
  sqlite3changeset_finalize (iter);

  return found;
}

static gboolean
apply (TelaahStore  *store,
       Target       *target,
       GError      **error)
{
  Clash clash = { NULL, NULL };
  int rc = sqlite3changeset_apply (store->db, target->size, target->inverse, NULL, conflict_cb, &clash);
  gboolean done = rc == SQLITE_OK && trees_are_whole (store) && !leaves_notes_hanging (store, target) &&
                  !leaves_words_behind (store, target);

  if (!done && (rc == SQLITE_OK || rc == SQLITE_ABORT || (rc & 0xff) == SQLITE_CONSTRAINT))
    set_conflict (store, target->seq, &clash, error);
  else if (!done)
    telaah_store_set_error (store, error);

  g_free (clash.table);
  g_free (clash.key);
  return done;
}

static gboolean
take_back (TelaahStore  *store,
           const char   *sql,
           const char   *user,
           const char   *coder,
           GError      **error)
{
  g_auto(Target) target = { 0 };

  if (!telaah_store_run (store, error, "BEGIN IMMEDIATE", ""))
    return FALSE;

  if (find_target (store, sql, user, &target, error) &&
      apply (store, &target, error) &&
      telaah_journal_write (store, user, coder, target.verb, target.seq, target.inverse, target.size, error) &&
      telaah_store_run (store, error, "COMMIT", ""))
    return TRUE;

  telaah_journal_rollback (store);
  return FALSE;
}

/**
 * telaah_journal_undo:
 * @user: whose last verb it takes back
 *
 * Where a later change touched the same rows it refuses and says whose it is.
 */
gboolean
telaah_journal_undo (TelaahStore  *store,
                     const char   *user,
                     const char   *coder,
                     GError      **error)
{
  return take_back (store, LAST_VERB, user, coder, error);
}

gboolean
telaah_journal_redo (TelaahStore  *store,
                     const char   *user,
                     const char   *coder,
                     GError      **error)
{
  return take_back (store, LAST_UNDO, user, coder, error);
}
