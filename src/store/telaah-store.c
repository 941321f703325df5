/* Opens a project file, and runs statements on it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "store/telaah-store-private.h"

G_DEFINE_QUARK (telaah-store-error-quark, telaah_store_error)

G_DEFINE_FINAL_TYPE (TelaahStore, telaah_store, G_TYPE_OBJECT)

/* How long to wait for another program that is writing to the same file. */
#define BUSY_MS 10000

static void
telaah_store_finalize (GObject *object)
{
  TelaahStore *self = TELAAH_STORE (object);

  g_clear_pointer (&self->recorder, sqlite3session_delete);
  g_clear_pointer (&self->statements, g_hash_table_unref);
  telaah_guard_unlock (self->guard);
  g_clear_pointer (&self->db, sqlite3_close);
  telaah_guard_leave (self->guard);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (telaah_store_parent_class)->finalize (object);
}

static void
telaah_store_class_init (TelaahStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = telaah_store_finalize;
}

static void
telaah_store_init (TelaahStore *self)
{
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) sqlite3_finalize);
}

/* Always FALSE, with a sentence for what SQLite says. */
gboolean
telaah_store_set_error (TelaahStore  *self,
                        GError      **error)
{
  g_autofree char *name = g_path_get_basename (self->path);
  const char *format = NULL;
  int code = self->db != NULL ? sqlite3_errcode (self->db) & 0xff : SQLITE_NOMEM;

  if (error != NULL && *error != NULL)
    return FALSE;

  switch (code)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      format = _("“%s” is being written by another program. Try again in a moment.");
      break;

    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      format = _("“%s” can not be written to. Copy it to a folder of your own and open that.");
      break;

    case SQLITE_CANTOPEN:
      format = _("“%s” can not be opened. See whether the file is there and may be read and written.");
      break;

    case SQLITE_FULL:
      format = _("The disk that holds “%s” is full. Make room and try again.");
      break;

    case SQLITE_CORRUPT:
      format = _("“%s” is damaged. Open a backup of it.");
      break;

    case SQLITE_NOTADB:
      g_set_error (error, TELAAH_STORE_ERROR, TELAAH_STORE_ERROR_NOT_PROJECT,
                   _("“%s” is not a Telaah project. Choose a file that Telaah has made."), name);
      return FALSE;

    default:
      g_set_error (error, TELAAH_STORE_ERROR, TELAAH_STORE_ERROR_FAILED, "%s: %s", name,
                   self->db != NULL ? sqlite3_errmsg (self->db) : g_strerror (ENOMEM));
      return FALSE;
    }

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, TELAAH_STORE_ERROR, TELAAH_STORE_ERROR_FAILED, format, name);
#pragma GCC diagnostic pop
  return FALSE;
}

/* Arguments of a program are bytes; what is in the file must be text, or no export of it could be read. */
static gboolean
bind_text (sqlite3_stmt  *stmt,
           int            column,
           const char    *text,
           GError       **error)
{
  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return sqlite3_bind_text (stmt, column, text, -1, SQLITE_STATIC) == SQLITE_OK;

  g_set_error_literal (error, TELAAH_STORE_ERROR, TELAAH_STORE_ERROR_FAILED,
                       _("What was given is not UTF-8 text. Write it anew, or copy it from another program."));
  return FALSE;
}

/* Binds by @types: s a string or NULL, i a gint64, d a double (NAN: NULL). The strings must outlive the run. */
static sqlite3_stmt *
bind (TelaahStore  *self,
      const char   *sql,
      const char   *types,
      va_list       args,
      GError      **error)
{
  sqlite3_stmt *stmt = g_hash_table_lookup (self->statements, sql);
  gboolean fits = TRUE;

  if (stmt == NULL)
    {
      if (sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL) != SQLITE_OK)
        return NULL;
      g_hash_table_insert (self->statements, (gpointer) sql, stmt);
    }

  for (int i = 1; *types != '\0'; types++, i++)
    switch (*types)
      {
      case 's':
        fits = bind_text (stmt, i, va_arg (args, const char *), fits ? error : NULL) && fits;
        break;

      case 'i':
        sqlite3_bind_int64 (stmt, i, va_arg (args, gint64));
        break;

      case 'd':
        sqlite3_bind_double (stmt, i, va_arg (args, double));   /* NaN is bound as NULL */
        break;

      default:
        g_assert_not_reached ();
      }

  if (fits)
    return stmt;

  sqlite3_clear_bindings (stmt);
  return NULL;
}

/**
 * telaah_store_query:
 * @sql: a string literal: the statement is kept by its address
 * @types: what follows, a letter each: s for a string or %NULL, i for a #gint64, d for a double
 *
 * Returns: (nullable): rows to step through, to be let go with telaah_rows_done()
 */
TelaahRows *
telaah_store_query (TelaahStore  *self,
                    GError      **error,
                    const char   *sql,
                    const char   *types,
                    ...)
{
  sqlite3_stmt *stmt;
  va_list args;

  va_start (args, types);
  stmt = bind (self, sql, types, args, error);
  va_end (args);

  if (stmt == NULL)
    telaah_store_set_error (self, error);

  return stmt;
}

void
telaah_rows_done (TelaahRows *rows)
{
  sqlite3_reset (rows);
  sqlite3_clear_bindings (rows);
}

const char *
telaah_rows_text (TelaahRows *rows,
                  int         column)
{
  return (const char *) sqlite3_column_text (rows, column);
}

/**
 * telaah_store_run:
 * @sql: a string literal
 * @types: as for telaah_store_query()
 *
 * Runs a statement that gives no rows; inside a verb, see telaah_journal_begin().
 */
gboolean
telaah_store_run (TelaahStore  *self,
                  GError      **error,
                  const char   *sql,
                  const char   *types,
                  ...)
{
  sqlite3_stmt *stmt;
  va_list args;
  int rc;

  va_start (args, types);
  stmt = bind (self, sql, types, args, error);
  va_end (args);

  if (stmt == NULL)
    return telaah_store_set_error (self, error);

  rc = sqlite3_step (stmt);
  if (rc != SQLITE_DONE && rc != SQLITE_ROW)
    telaah_store_set_error (self, error);
  telaah_rows_done (stmt);

  return rc == SQLITE_DONE || rc == SQLITE_ROW;
}

/**
 * telaah_store_dup_value:
 * @sql: a string literal
 * @types: as for telaah_store_query()
 *
 * Returns: (transfer full) (nullable): the first column of the first row, %NULL where there is none
 */
char *
telaah_store_dup_value (TelaahStore *self,
                        const char  *sql,
                        const char  *types,
                        ...)
{
  sqlite3_stmt *stmt;
  char *value = NULL;
  va_list args;

  va_start (args, types);
  stmt = bind (self, sql, types, args, NULL);
  va_end (args);

  if (stmt != NULL && sqlite3_step (stmt) == SQLITE_ROW)
    value = g_strdup (telaah_rows_text (stmt, 0));
  if (stmt != NULL)
    telaah_rows_done (stmt);

  return value;
}

static TelaahStore *
open_file (const char  *path,
           GError     **error)
{
  g_autoptr(TelaahStore) self = g_object_new (TELAAH_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  self->guard = telaah_guard_enter (path);
  if (sqlite3_open_v2 (path, &self->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    {
      telaah_store_set_error (self, error);
      return NULL;
    }

  sqlite3_extended_result_codes (self->db, 1);
  sqlite3_busy_timeout (self->db, BUSY_MS);

  return g_steal_pointer (&self);
}

/* Going over to WAL wants the file for itself, and SQLite does not wait for that: where several programs open a file that
 * is not in WAL yet, it is asked again. In a file that is, there is nothing to wait for. */
static int
go_over_to_wal (TelaahStore *self)
{
  gint64 end = g_get_monotonic_time () + BUSY_MS * G_TIME_SPAN_MILLISECOND;
  int rc;

  while (((rc = sqlite3_exec (self->db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL)) & 0xff) == SQLITE_BUSY &&
         g_get_monotonic_time () < end)
    g_usleep (5000);

  return rc;
}

/* WAL: readers go on while another program writes. FULL: what is committed is on the disk. */
static gboolean
set_up (TelaahStore  *self,
        GError      **error)
{
  if (go_over_to_wal (self) != SQLITE_OK ||
      sqlite3_exec (self->db, "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; SELECT name FROM sqlite_schema LIMIT 1",
                    NULL, NULL, NULL) != SQLITE_OK)
    return telaah_store_set_error (self, error);

  telaah_guard_lock (self->guard, self->path);
  return TRUE;
}

/* Of SQLite, as it runs. */
const char *
telaah_store_get_library_version (void)
{
  return sqlite3_libversion ();
}

/**
 * telaah_store_create:
 * @path: (type filename): a file that is not there yet
 *
 * Returns: (transfer full): an empty project, or %NULL with @error set and no file made
 */
TelaahStore *
telaah_store_create (const char  *path,
                     GError     **error)
{
  g_autoptr(TelaahStore) self = NULL;
  int fd = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);

  if (fd < 0)
    {
      int problem = errno;
      g_autofree char *shown = g_filename_display_name (path);

      if (problem == EEXIST)
        g_set_error (error, TELAAH_STORE_ERROR, TELAAH_STORE_ERROR_EXISTS,
                     _("There is a file “%s” already. Choose another name."), shown);
      else
        g_set_error (error, TELAAH_STORE_ERROR, TELAAH_STORE_ERROR_FAILED,
                     _("“%s” can not be made: %s. Choose another folder."), shown, g_strerror (problem));
      return NULL;
    }

  g_close (fd, NULL);
  if ((self = open_file (path, error)) == NULL ||
      !telaah_schema_create (self, error) || !set_up (self, error))
    {
      g_clear_object (&self);
      g_unlink (path);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * telaah_store_open:
 * @path: (type filename): a project
 *
 * Returns: (transfer full): the open store, or %NULL with @error set
 */
TelaahStore *
telaah_store_open (const char  *path,
                   GError     **error)
{
  g_autoptr(TelaahStore) self = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *shown = g_filename_display_name (path);

      g_set_error (error, TELAAH_STORE_ERROR, TELAAH_STORE_ERROR_FAILED,
                   _("There is no file “%s”. See whether its name or folder has changed."), shown);
      return NULL;
    }

  if ((self = open_file (path, error)) == NULL ||
      !telaah_schema_open (self, error) || !set_up (self, error))
    return NULL;

  return g_steal_pointer (&self);
}
