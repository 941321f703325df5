/* Making and opening project files, and what is refused.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/telaah-store.h"

#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "support/telaah-test.h"

/* The schema of a file, whoever made it. */
#define SCHEMA "SELECT group_concat (sql, ';') FROM (SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name)"

static void
close_store (TelaahStore *store)
{
  g_assert_finalize_object (store);
}

static void
make_project (const char *path)
{
  g_autoptr(GError) error = NULL;
  TelaahStore *store = telaah_store_create (path, &error);

  g_assert_no_error (error);
  close_store (store);
}

static void
assert_value (const char *path,
              const char *sql,
              const char *expected)
{
  g_autofree char *value = telaah_test_dup_value (path, sql);

  g_assert_cmpstr (value, ==, expected);
}

static void
test_create (void)
{
  g_autofree char *path = telaah_test_dup_path ("Proyek baru – ñ.telaah");

  make_project (path);
  assert_value (path, "PRAGMA application_id", "1413827649");
  assert_value (path, "PRAGMA user_version", "4");
  assert_value (path, "PRAGMA journal_mode", "wal");
  assert_value (path, "PRAGMA integrity_check", "ok");
  assert_value (path, "SELECT count(*) FROM journal", "0");
}

static void
test_create_again (void)
{
  g_autofree char *path = telaah_test_dup_path ("p.telaah");
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;

  make_project (path);
  telaah_test_run_sql (path, "INSERT INTO project VALUES ('title', 'yang lama')");
  before = telaah_test_dump_all (path);

  g_assert_null (telaah_store_create (path, &error));
  telaah_test_assert_refused (path, before, error, TELAAH_STORE_ERROR, TELAAH_STORE_ERROR_EXISTS);
}

static void
test_create_nowhere (void)
{
  g_autofree char *path = telaah_test_dup_path ("no/such/folder/p.telaah");
  g_autoptr(GError) error = NULL;

  g_assert_null (telaah_store_create (path, &error));
  g_assert_error (error, TELAAH_STORE_ERROR, TELAAH_STORE_ERROR_FAILED);
  telaah_test_assert_sentence (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* ---- Files that are none of ours ---- */

static void
make_missing (const char *path)
{
}

static void
make_folder (const char *path)
{
  g_assert_cmpint (g_mkdir (path, 0755), ==, 0);
}

static void
make_empty (const char *path)
{
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
}

static void
make_text (const char *path)
{
  g_assert_true (g_file_set_contents (path, "Diplomasi digital, kata mereka, bukan sekadar unggahan.\n", -1, NULL));
}

/* The beginning of a database and nothing behind it. */
static void
make_torso (const char *path)
{
  g_assert_true (g_file_set_contents (path, "SQLite format 3\0and then", 24, NULL));
}

static void
make_other (const char *path)
{
  make_empty (path);
  telaah_test_run_sql (path, "CREATE TABLE recipe (name); INSERT INTO recipe VALUES ('rendang')");
}

/* Has our tables, not our name. */
static void
make_unnamed (const char *path)
{
  make_project (path);
  telaah_test_run_sql (path, "PRAGMA application_id = 1");
}

static void
make_too_new (const char *path)
{
  make_project (path);
  telaah_test_run_sql (path, "PRAGMA user_version = 999");
}

static const struct
{
  const char  *name;
  void       (*make) (const char *path);
  int          code;
} strangers[] = {
  { "missing",        make_missing, TELAAH_STORE_ERROR_FAILED },
  { "folder",         make_folder,  TELAAH_STORE_ERROR_FAILED },
  { "empty",          make_empty,   TELAAH_STORE_ERROR_NOT_PROJECT },
  { "text",           make_text,    TELAAH_STORE_ERROR_NOT_PROJECT },
  { "torso",          make_torso,   TELAAH_STORE_ERROR_NOT_PROJECT },
  { "other-database", make_other,   TELAAH_STORE_ERROR_NOT_PROJECT },
  { "unnamed",        make_unnamed, TELAAH_STORE_ERROR_NOT_PROJECT },
  { "too-new",        make_too_new, TELAAH_STORE_ERROR_TOO_NEW },
};

/* What can't be opened is named, and left byte for byte as it is. */
static void
test_stranger (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autofree char *path = telaah_test_dup_path ("asing.telaah");
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr(GError) error = NULL;
  gsize n_before = 0, n_after = 0;

  strangers[row].make (path);
  g_file_get_contents (path, &before, &n_before, NULL);

  g_assert_null (telaah_store_open (path, &error));
  g_assert_error (error, TELAAH_STORE_ERROR, strangers[row].code);
  telaah_test_assert_sentence (error);
  g_assert_nonnull (strstr (error->message, "asing.telaah"));

  g_file_get_contents (path, &after, &n_after, NULL);
  g_assert_cmpmem (before, n_before, after, n_after);
  g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, strangers[row].make != make_missing);
}

/* ---- Files that may not be written ---- */

/* Permissions say nothing to root; then somebody else has to try. */
static gboolean
step_down (void)
{
  return geteuid () != 0 || seteuid (65534) == 0;
}

static void
step_up (void)
{
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
}

static void
test_read_only (void)
{
  g_autofree char *folder = g_dir_make_tmp ("telaah-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "p.telaah", NULL);
  g_autoptr(TelaahStore) store = NULL;
  g_autoptr(GError) error = NULL;

  make_project (path);
  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0777), ==, 0);

  if (!step_down ())
    g_test_skip ("this account can write everything, and can not step down");
  else
    {
      /* One may look; who writes is told why not. */
      store = telaah_store_open (path, &error);
      if (store != NULL)
        telaah_store_run (store, &error, "INSERT INTO project VALUES ('title', 'x')", "");
      g_assert_error (error, TELAAH_STORE_ERROR, TELAAH_STORE_ERROR_FAILED);
      telaah_test_assert_sentence (error);
      g_clear_object (&store);
    }

  step_up ();
  assert_value (path, "SELECT count(*) FROM project", "0");
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_create_in_locked_folder (void)
{
  g_autofree char *folder = g_dir_make_tmp ("telaah-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "p.telaah", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  if (!step_down ())
    g_test_skip ("this account can write everything, and can not step down");
  else
    {
      g_assert_null (telaah_store_create (path, &error));
      g_assert_error (error, TELAAH_STORE_ERROR, TELAAH_STORE_ERROR_FAILED);
      telaah_test_assert_sentence (error);
    }

  step_up ();
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* ---- Older files ---- */

static void
make_old (const char *path)
{
  make_empty (path);
  telaah_test_run_sql (path, "PRAGMA application_id = 1413827649");
  assert_value (path, "PRAGMA user_version", "0");
}

static void
test_migrates (void)
{
  g_autofree char *path = telaah_test_dup_path ("lama.telaah");
  g_autofree char *new_path = telaah_test_dup_path ("baru.telaah");
  g_autofree char *schema = NULL;
  g_autoptr(GError) error = NULL;
  TelaahStore *store;

  make_old (path);
  make_project (new_path);

  store = telaah_store_open (path, &error);
  g_assert_no_error (error);
  close_store (store);

  schema = telaah_test_dup_value (new_path, SCHEMA);
  g_assert_cmpuint (strlen (schema), >, 1000);
  assert_value (path, SCHEMA, schema);
  assert_value (path, "PRAGMA user_version", "4");
  assert_value (path, "PRAGMA application_id", "1413827649");
}

/* A step that fails leaves the file at the version it had. */
static void
test_migration_fails_whole (void)
{
  g_autofree char *path = telaah_test_dup_path ("lama.telaah");
  g_autoptr(GError) error = NULL;

  make_old (path);
  telaah_test_run_sql (path, "CREATE TABLE pin (stands TEXT, in_the TEXT, way TEXT)");

  g_assert_null (telaah_store_open (path, &error));
  g_assert_error (error, TELAAH_STORE_ERROR, TELAAH_STORE_ERROR_FAILED);
  g_assert_cmpuint (strlen (error->message), >, 10);
  assert_value (path, "PRAGMA user_version", "0");
  assert_value (path, "SELECT group_concat (name) FROM sqlite_master", "pin");
}

static gpointer
open_thread (gpointer path)
{
  g_autoptr(GError) error = NULL;
  TelaahStore *store = telaah_store_open (path, &error);

  g_assert_no_error (error);
  return store;
}

/* Two programs may come upon an old file at once. */
static void
test_migrates_for_two (void)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("lama-%u.telaah", i);
      g_autofree char *path = telaah_test_dup_path (name);
      GThread *threads[2];

      make_old (path);
      for (guint k = 0; k < 2; k++)
        threads[k] = g_thread_new ("open", open_thread, path);
      for (guint k = 0; k < 2; k++)
        close_store (g_thread_join (threads[k]));

      assert_value (path, "PRAGMA user_version", "4");
      assert_value (path, "PRAGMA integrity_check", "ok");
    }
}

/* ---- Reading ---- */

static void
test_texts (void)
{
  g_autofree char *path = telaah_test_dup_path ("p.telaah");
  g_autoptr(GError) error = NULL;
  g_autoptr(TelaahStore) store = telaah_store_create (path, &error);
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup ("Satu\ndua 😀 tiga"));
  g_autofree char *sha256 = telaah_text_dup_sha256 (text);
  g_autoptr(TelaahText) back = NULL;

  g_assert_null (telaah_store_dup_text (store, sha256, &error));
  telaah_test_assert_sentence (error);
  g_clear_error (&error);

  for (guint i = 0; i < 2; i++)
    {
      telaah_store_put_text (store, text, sha256, &error);
      g_assert_no_error (error);
    }

  back = telaah_store_dup_text (store, sha256, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (telaah_text_get_body (back), ==, "Satu\ndua 😀 tiga");
  assert_value (path, "SELECT count(*) || ' ' || characters || ' ' || words FROM text", "1 15 3");
}

/* The rows as they lie in the file are in another order than the tree. */
static void
test_trees_are_depth_first (void)
{
  g_autofree char *path = telaah_test_dup_path ("p.telaah");
  g_autoptr(GError) error = NULL;
  g_autoptr(TelaahStore) store = telaah_store_create (path, &error);
  g_autoptr(GString) seen = g_string_new (NULL);
  g_autoptr(GPtrArray) themes = NULL;

  telaah_test_run_sql (path, "INSERT INTO theme (id, parent, position, name) VALUES"
                       " ('a', NULL, 2, ''), ('b', NULL, 1, ''), ('c', 'b', 9, ''), ('d', 'b', 0.5, ''),"
                       " ('e', 'd', 7, ''), ('f', 'a', 1, ''), ('g', 'd', 7, '')");

  themes = telaah_store_dup_themes (store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < themes->len; i++)
    g_string_append_printf (seen, "%s%u ", telaah_theme_fields (themes->pdata[i])->id,
                            telaah_theme_fields (themes->pdata[i])->depth);
  g_assert_cmpstr (seen->str, ==, "b0 d1 e2 g2 c1 a0 f1 ");
}

static void
test_check (void)
{
  g_autofree char *path = telaah_test_dup_path ("p.telaah");
  g_autoptr(GError) error = NULL;
  g_autoptr(TelaahStore) store = telaah_store_create (path, &error);
  g_autoptr(GPtrArray) before = telaah_store_check (store, &error);
  g_autoptr(GPtrArray) after = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (before->len, ==, 0);

  telaah_test_run_sql (path, "INSERT INTO coding VALUES ('no-passage', 'no-theme', 1, 'c', 't')");
  after = telaah_store_check (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (after->len, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/store/create/makes-a-project", test_create);
  g_test_add_func ("/store/create/spares-what-is-there", test_create_again);
  g_test_add_func ("/store/create/needs-its-folder", test_create_nowhere);
  g_test_add_func ("/store/create/needs-leave-to-write", test_create_in_locked_folder);
  for (guint i = 0; i < G_N_ELEMENTS (strangers); i++)
    {
      g_autofree char *name = g_strconcat ("/store/open/refuses/", strangers[i].name, NULL);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_stranger);
    }
  g_test_add_func ("/store/open/read-only", test_read_only);
  g_test_add_func ("/store/open/migrates", test_migrates);
  g_test_add_func ("/store/open/migrates-wholly-or-not", test_migration_fails_whole);
  g_test_add_func ("/store/open/migrates-for-two", test_migrates_for_two);
  g_test_add_func ("/store/read/texts", test_texts);
  g_test_add_func ("/store/read/trees-are-depth-first", test_trees_are_depth_first);
  g_test_add_func ("/store/check/finds-what-hangs", test_check);

  return g_test_run ();
}
