/* Opens the search index of a project, makes it where there is none, and makes it anew where it is damaged or of
 * another version.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <utime.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "store/telaah-index-private.h"

G_DEFINE_QUARK (telaah-index-error-quark, telaah_index_error)

/* "TELI", and what its tables below are; files of another number are made anew. */
#define APPLICATION_ID 0x54454C49
#define VERSION        1

#define BUSY_MS  10000
#define OLD_DAYS 180

/* The words of a text are in the rows first to first + n - 1. Rows are never changed, nor is a number used twice. */
static const char schema[] =
  "CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value) WITHOUT ROWID;"
  "INSERT INTO meta VALUES ('next', 1), ('bytes', 0);"
  "CREATE TABLE body (sha256 TEXT NOT NULL, language TEXT NOT NULL, stamp TEXT NOT NULL, first INTEGER NOT NULL,"
  "  n INTEGER NOT NULL, bytes INTEGER NOT NULL, places BLOB NOT NULL, PRIMARY KEY (sha256, language)) WITHOUT ROWID;"
  "CREATE TABLE sentences (sha256 TEXT NOT NULL, language TEXT NOT NULL, marks TEXT NOT NULL, spans BLOB NOT NULL,"
  "  PRIMARY KEY (sha256, language));"
  "CREATE TABLE term (term TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID;"
  "CREATE VIRTUAL TABLE words USING fts5 (stretch, content = '', columnsize = 0, tokenize = 'telaah');"
  /* Texts come in batches of some megabytes: they are merged seldom, and never in the way of the next one. */
  "INSERT INTO words (words, rank) VALUES ('hashsize', 67108864);"
  "INSERT INTO words (words, rank) VALUES ('automerge', 0);"
  "INSERT INTO words (words, rank) VALUES ('crisismerge', 64);"
  "INSERT INTO words (words, rank) VALUES ('usermerge', 2);";

/* ---- Where it is ---- */

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_cache_dir (), "telaah", "index", NULL);
}

/**
 * telaah_index_dup_path:
 * @project: (type filename): whatever way it is written
 */
char *
telaah_index_dup_path (const char *project)
{
  char *real = realpath (project, NULL);
  g_autofree char *canonical = real != NULL ? g_strdup (real) : g_canonicalize_filename (project, NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, canonical, -1);
  g_autofree char *name = g_strconcat (digest, ".db", NULL);
  g_autofree char *folder = dup_folder ();

  free (real);
  return g_build_filename (folder, name, NULL);
}

static void
remove_files (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);

      g_unlink (name);
    }
}

/**
 * telaah_index_remove_old:
 * @project: (type filename): whose index is in use, and stays
 */
void
telaah_index_remove_old (const char *project)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *own = telaah_index_dup_path (project);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  g_utime (own, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (g_str_has_suffix (name, ".db") && strcmp (path, own) != 0 && g_stat (path, &info) == 0 &&
          now - (gint64) info.st_mtime > (gint64) OLD_DAYS * 24 * 60 * 60)
        remove_files (path);
    }
}

/* ---- Statements ---- */

/* Always FALSE. */
gboolean
telaah_index_set_error (TelaahIndex  *self,
                        GError      **error)
{
  switch (self->db != NULL ? sqlite3_errcode (self->db) & 0xff : SQLITE_NOMEM)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error_literal (error, TELAAH_INDEX_ERROR, TELAAH_INDEX_ERROR_BUSY,
                           _("The search index is being written by another program. Try again in a moment."));
      break;

    case SQLITE_FULL:
      g_set_error (error, TELAAH_INDEX_ERROR, TELAAH_INDEX_ERROR_FAILED,
                   _("The disk that holds “%s” is full. Make room and try again."), self->path);
      break;

    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
    case SQLITE_NOMEM:
      g_set_error (error, TELAAH_INDEX_ERROR, TELAAH_INDEX_ERROR_FAILED,
                   _("The search index “%s” can not be written: %s. Search goes on without, but is slower."), self->path,
                   self->db != NULL ? sqlite3_errmsg (self->db) : g_strerror (ENOMEM));
      break;

    default:
      g_set_error (error, TELAAH_INDEX_ERROR, TELAAH_INDEX_ERROR_DAMAGED,
                   _("The search index “%s” is damaged. Make it anew."), self->path);
    }

  return FALSE;
}

gboolean
telaah_index_run (TelaahIndex  *self,
                  const char   *sql,
                  GError      **error)
{
  return sqlite3_exec (self->db, sql, NULL, NULL, NULL) == SQLITE_OK || telaah_index_set_error (self, error);
}

/* @types: what follows, a letter each: s for a string, i for a gint64, b for a GByteArray; they must outlive the rows.
 * NULL where the statement is refused, as in a damaged file. */
sqlite3_stmt *
telaah_index_query (TelaahIndex *self,
                    const char  *sql,
                    const char  *types,
                    ...)
{
  sqlite3_stmt *stmt = NULL;
  GByteArray *bytes;
  va_list args;

  if (sqlite3_prepare_v2 (self->db, sql, -1, &stmt, NULL) != SQLITE_OK)
    return NULL;

  va_start (args, types);
  for (int i = 1; *types != '\0'; types++, i++)
    switch (*types)
      {
      case 's':
        sqlite3_bind_text (stmt, i, va_arg (args, const char *), -1, SQLITE_STATIC);
        break;

      case 'i':
        sqlite3_bind_int64 (stmt, i, va_arg (args, gint64));
        break;

      case 'b':
        bytes = va_arg (args, GByteArray *);
        sqlite3_bind_blob64 (stmt, i, bytes->len > 0 ? bytes->data : (const guint8 *) "", bytes->len, SQLITE_STATIC);
        break;

      default:
        g_assert_not_reached ();
      }
  va_end (args);

  return stmt;
}

/* The first column of the first row; -1 where there is none. */
gint64
telaah_index_read_number (TelaahIndex *self,
                          const char  *sql)
{
  sqlite3_stmt *stmt = telaah_index_query (self, sql, "");
  gint64 number = -1;

  if (stmt != NULL && sqlite3_step (stmt) == SQLITE_ROW)
    number = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);

  return number;
}

/* ---- Opening ---- */

static gboolean
is_ours (TelaahIndex *self)
{
  return telaah_index_read_number (self, "PRAGMA application_id") == APPLICATION_ID &&
         telaah_index_read_number (self, "PRAGMA user_version") == VERSION &&
         telaah_index_read_number (self, "SELECT count(*) FROM meta WHERE key IN ('next', 'bytes')") == 2 &&
         telaah_index_read_number (self, "SELECT count(*) FROM (SELECT rowid FROM words"
                                   " WHERE words MATCH '\"a\"' LIMIT 1)") >= 0;
}

static TelaahIndex *
open_file (const char *path)
{
  TelaahIndex *self = g_new0 (TelaahIndex, 1);

  self->path = g_strdup (path);
  self->version = -1;
  self->terms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) telaah_index_terms_free);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, telaah_indexed_free);
  if (sqlite3_open_v2 (path, &self->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK)
    {
      sqlite3_extended_result_codes (self->db, 1);
      sqlite3_busy_timeout (self->db, BUSY_MS);
      telaah_index_add_tokenizer (self->db, &self->feed);
    }

  return self;
}

/* Going over to WAL wants the file for itself, and SQLite does not wait for that. NORMAL: a killed program leaves it
 * whole, and so does a power cut but for what was written last. */
static gboolean
set_up (TelaahIndex *self)
{
  gint64 end = g_get_monotonic_time () + BUSY_MS * G_TIME_SPAN_MILLISECOND;
  int rc;

  while (((rc = sqlite3_exec (self->db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL)) & 0xff) == SQLITE_BUSY &&
         g_get_monotonic_time () < end)
    g_usleep (5000);

  return rc == SQLITE_OK &&
         sqlite3_exec (self->db, "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 8000;"
                       "PRAGMA cache_size = -32000", NULL, NULL, NULL) == SQLITE_OK;
}

/* In a file with nothing in it: several programs may be at this at once. */
static gboolean
make_tables (TelaahIndex  *self,
             GError      **error)
{
  g_autofree char *stamp = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT",
                                            APPLICATION_ID, VERSION);

  if (sqlite3_exec (self->db, "PRAGMA page_size = 8192", NULL, NULL, NULL) == SQLITE_OK && set_up (self) &&
      telaah_index_run (self, "BEGIN IMMEDIATE", error))
    {
      if (is_ours (self) || telaah_index_read_number (self, "SELECT count(*) FROM sqlite_schema") != 0)
        return telaah_index_run (self, "ROLLBACK", error);
      if (telaah_index_run (self, schema, error) && telaah_index_run (self, stamp, error))
        return TRUE;
      sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
    }

  if (error != NULL && *error == NULL)
    telaah_index_set_error (self, error);
  return FALSE;
}

/* Makes the file where it is not there, for nobody else to read: it has the words of the texts. */
static gboolean
make_file (const char  *path,
           GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd;

  if (g_mkdir_with_parents (folder, 0700) != 0 ||
      ((fd = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600)) < 0 && errno != EEXIST))
    {
      g_set_error (error, TELAAH_INDEX_ERROR, TELAAH_INDEX_ERROR_FAILED,
                   _("The search index “%s” can not be written: %s. Search goes on without, but is slower."), path,
                   g_strerror (errno));
      return FALSE;
    }

  if (fd >= 0)
    g_close (fd, NULL);
  return TRUE;
}

/**
 * telaah_index_open:
 * @project: (type filename): a project
 * @make: whether it is to be written; else one that is not there, or not usable, is none
 */
TelaahIndex *
telaah_index_open (const char  *project,
                   gboolean     make,
                   GError     **error)
{
  g_autofree char *path = telaah_index_dup_path (project);
  g_autoptr(TelaahIndex) self = NULL;

  for (guint attempt = 0; ; attempt++)
    {
      g_autoptr(GError) problem = NULL;

      if (make ? !make_file (path, error) : !g_file_test (path, G_FILE_TEST_EXISTS))
        return NULL;

      self = open_file (path);
      if ((is_ours (self) && set_up (self)) || (make && make_tables (self, &problem) && is_ours (self)))
        {
          g_stat (path, &self->file);
          return g_steal_pointer (&self);
        }

      if (!make)
        return NULL;
      if (attempt > 0 || (problem != NULL && problem->code != TELAAH_INDEX_ERROR_DAMAGED))
        {
          if (problem != NULL)
            g_propagate_error (error, g_steal_pointer (&problem));
          else
            telaah_index_set_error (self, error);
          return NULL;
        }

      g_clear_pointer (&self, telaah_index_close);
      remove_files (path);
    }
}

void
telaah_index_close (TelaahIndex *self)
{
  sqlite3_finalize (self->insert_row);
  sqlite3_finalize (self->insert_term);
  sqlite3_close (self->db);
  g_clear_pointer (&self->vocabulary, g_ptr_array_unref);
  g_clear_pointer (&self->texts, g_hash_table_unref);
  g_hash_table_unref (self->terms);
  g_free (self->path);
  g_free (self);
}

/* Who has it open reads on in it until they look whether it is there. */
void
telaah_index_throw_away (TelaahIndex *self)
{
  g_autofree char *path = g_strdup (self->path);

  telaah_index_close (self);
  remove_files (path);
}

gboolean
telaah_index_is_there (TelaahIndex *self)
{
  GStatBuf now;

  return g_stat (self->path, &now) == 0 && now.st_dev == self->file.st_dev && now.st_ino == self->file.st_ino;
}

/* ---- Small things ---- */

char *
telaah_index_dup_key (const char *sha256,
                      const char *language)
{
  return g_strconcat (sha256, " ", language, NULL);
}

TelaahIndexTerms *
telaah_index_need_terms (TelaahIndex *self,
                         const char  *language)
{
  const char *key = language != NULL ? language : "";
  TelaahIndexTerms *terms = g_hash_table_lookup (self->terms, key);

  if (terms == NULL)
    {
      terms = telaah_index_terms_new (language);
      g_hash_table_insert (self->terms, g_strdup (key), terms);
    }

  return terms;
}

/* Changes with the rules and dictionaries by which the words of @language are read. */
const char *
telaah_index_get_stamp (TelaahIndex *self,
                        const char  *language)
{
  return telaah_lexicon_get_stamp (telaah_index_terms_get_lexicon (telaah_index_need_terms (self, language)));
}

void
telaah_numbers_add (GByteArray *bytes,
                    guint       number)
{
  guint8 byte;

  for (; number >= 0x80; number >>= 7)
    {
      byte = 0x80 | (number & 0x7f);
      g_byte_array_append (bytes, &byte, 1);
    }

  byte = number;
  g_byte_array_append (bytes, &byte, 1);
}

/* Moves on behind it. FALSE where there is none, as in a damaged file. */
gboolean
telaah_numbers_read (const guchar **at,
                     const guchar  *end,
                     guint         *number)
{
  *number = 0;
  for (guint shift = 0; *at < end && shift < 32; shift += 7)
    {
      guchar byte = *(*at)++;

      *number |= (guint) (byte & 0x7f) << shift;
      if (byte < 0x80)
        return TRUE;
    }

  return FALSE;
}
