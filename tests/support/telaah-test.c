/* A look past the store at what a project file holds, through SQLite alone.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/telaah-test.h"

#include <string.h>

#include <sqlite3.h>

/* The tables that the journal records, then the other two. */
static const char *const tables[] = {
  "project", "source", "theme", "passage", "coding", "note", "point", "cell", "pin", "mark", "attribute",
  "outline", "stands_for", "link", "hidden", "synonyms", "refused",
  "text", "journal",
};

#define N_JOURNALLED 17

/**
 * telaah_test_dup_path:
 *
 * Returns: (transfer full): a path in a folder that this test has for itself, and that goes with it
 */
char *
telaah_test_dup_path (const char *name)
{
  /* G_TEST_OPTION_ISOLATE_DIRS gives each test its own, and takes it away after. */
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0755), ==, 0);

  return g_build_filename (g_get_user_data_dir (), name, NULL);
}

static sqlite3 *
open_file (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 10000);

  return db;
}

static void
append_value (GString      *dump,
              sqlite3_stmt *row,
              int           column)
{
  const guint8 *blob;

  switch (sqlite3_column_type (row, column))
    {
    case SQLITE_NULL:
      g_string_append (dump, "NULL");
      break;

    case SQLITE_INTEGER:
      g_string_append_printf (dump, "%" G_GINT64_FORMAT, (gint64) sqlite3_column_int64 (row, column));
      break;

    case SQLITE_FLOAT:
      g_string_append_printf (dump, "%.17g", sqlite3_column_double (row, column));
      break;

    case SQLITE_TEXT:
      g_string_append_printf (dump, "'%s'", (const char *) sqlite3_column_text (row, column));
      break;

    default:
      blob = sqlite3_column_blob (row, column);
      for (int i = 0; i < sqlite3_column_bytes (row, column); i++)
        g_string_append_printf (dump, "%02x", blob[i]);
      break;
    }
}

/* The first column is the primary key, or the first two are. */
static void
append_table (GString    *dump,
              sqlite3    *db,
              const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1, 2", table);
  sqlite3_stmt *rows = NULL;
  int rc;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &rows, NULL), ==, SQLITE_OK);
  while ((rc = sqlite3_step (rows)) == SQLITE_ROW)
    {
      g_string_append_printf (dump, "%s:", table);
      for (int i = 0; i < sqlite3_column_count (rows); i++)
        {
          g_string_append_printf (dump, " %s=", sqlite3_column_name (rows, i));
          append_value (dump, rows, i);
        }
      g_string_append_c (dump, '\n');
    }
  g_assert_cmpint (rc, ==, SQLITE_DONE);
  sqlite3_finalize (rows);
}

static char *
dump (const char *path,
      guint       n_tables)
{
  GString *text = g_string_new (NULL);
  sqlite3 *db = open_file (path);

  for (guint i = 0; i < n_tables; i++)
    append_table (text, db, tables[i]);
  sqlite3_close (db);

  return g_string_free (text, FALSE);
}

/**
 * telaah_test_dump:
 *
 * Returns: (transfer full): every column of every table that is journalled, by primary key
 */
char *
telaah_test_dump (const char *path)
{
  return dump (path, N_JOURNALLED);
}

/* The same with texts and journal. */
char *
telaah_test_dump_all (const char *path)
{
  return dump (path, G_N_ELEMENTS (tables));
}

void
telaah_test_run_sql (const char *path,
                     const char *sql)
{
  sqlite3 *db = open_file (path);
  char *message = NULL;

  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

/* The first column of the first row, or NULL. */
char *
telaah_test_dup_value (const char *path,
                       const char *sql)
{
  sqlite3 *db = open_file (path);
  sqlite3_stmt *row = NULL;
  char *value = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &row, NULL), ==, SQLITE_OK);
  if (sqlite3_step (row) == SQLITE_ROW)
    value = g_strdup ((const char *) sqlite3_column_text (row, 0));
  sqlite3_finalize (row);
  sqlite3_close (db);

  return value;
}

/* That two dumps are the same; says only where they first are not. */
void
telaah_test_assert_text (const char *text,
                         const char *expected)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto(GStrv) wanted = g_strsplit (expected, "\n", -1);
  guint i = 0;

  while (lines[i] != NULL && wanted[i] != NULL && strcmp (lines[i], wanted[i]) == 0)
    i++;

  if (lines[i] != NULL || wanted[i] != NULL)
    {
      g_test_message ("line %u is:  %.600s", i + 1, lines[i] != NULL ? lines[i] : "(the end)");
      g_test_message ("and should be: %.600s", wanted[i] != NULL ? wanted[i] : "(the end)");
      g_assert_true (strcmp (text, expected) == 0);
    }
}

/* What a person reads: one line, a beginning, an end, and nothing of SQL. */
void
telaah_test_assert_sentence (const GError *error)
{
  g_assert_nonnull (error);
  g_test_message ("it says: %s", error->message);

  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (g_utf8_strlen (error->message, -1), >, 10);
  g_assert_null (strchr (error->message, '\n'));
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_false (g_unichar_islower (g_utf8_get_char (error->message)));
  g_assert_null (strstr (error->message, "constraint"));
  g_assert_null (strstr (error->message, "SQL"));
}
