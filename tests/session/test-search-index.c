/* The search index of a project: in step with its texts, made in the background, and not what it should be.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gstdio.h>

#include "session/search-fixture.h"
#include "store/telaah-index.h"

/* The index is up to date after it was made, behind after a change of text, and knows the text again after an undo. */
static void
test_in_step (void)
{
  g_autoptr(TelaahSession) session = telaah_test_open_harbour ();
  const char *first = telaah_test_get_id (telaah_session_get_sources (session), 0);
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup ("Pelabuhan baru dibuka.\n"));
  g_autoptr(GPtrArray) before = NULL, after = NULL;

  g_assert_false (telaah_session_is_indexed (session));
  telaah_test_make_index (session, FALSE);
  telaah_test_does (session, telaah_session_replace_text (session, first, text, NULL, NULL, &fault));
  g_assert_false (telaah_session_is_indexed (session));
  before = telaah_test_look_for (session, "dibuka", TELAAH_SEARCH_DEFAULT);
  g_assert_cmpuint (before->len, ==, 1);

  telaah_test_make_index (session, FALSE);
  after = telaah_test_look_for (session, "dibuka", TELAAH_SEARCH_DEFAULT);
  g_assert_cmpuint (after->len, ==, 1);
  telaah_test_does (session, telaah_session_undo (session, &fault));
  g_assert_true (telaah_session_is_indexed (session));
  telaah_test_make_index (session, TRUE);
}

typedef void (*Damage) (const char *path);

static void
write_noise (const char *path)
{
  g_assert_true (g_file_set_contents (path, "Ini bukan basis data, melainkan sebaris tulisan.\n", -1, NULL));
}

static void
cut (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (path, contents, length / 2, NULL));
}

static void
empty (const char *path)
{
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
}

static void
scratch (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  for (gsize i = 8192; i < length; i++)
    contents[i] = 'x';
  g_assert_true (g_file_set_contents (path, contents, length, NULL));
}

static void
age (const char *path)
{
  telaah_test_run_sql (path, "PRAGMA user_version = 9999");
}

static void
other_rules (const char *path)
{
  telaah_test_run_sql (path, "UPDATE body SET stamp = 'of long ago'");
}

static void
test_damaged (gconstpointer data)
{
  Damage damage = (Damage) data;
  g_autoptr(TelaahSession) session = telaah_test_open_harbour ();
  g_autofree char *path = telaah_test_dup_index_path (session);
  g_autoptr(TelaahSession) later = NULL;
  g_autoptr(GPtrArray) before = telaah_test_look_for (session, "surat", TELAAH_SEARCH_DEFAULT);
  g_autoptr(GPtrArray) without = NULL, after = NULL;
  g_autofree char *is = telaah_test_describe_hits (before), *still = NULL, *again = NULL;

  g_assert_cmpuint (before->len, ==, 2);
  telaah_test_make_index (session, FALSE);
  later = telaah_test_reopen (session);
  g_clear_object (&session);
  damage (path);

  without = telaah_test_look_for (later, "surat", TELAAH_SEARCH_DEFAULT);
  still = telaah_test_describe_hits (without);
  telaah_test_assert_text (still, is);
  g_assert_false (telaah_session_is_indexed (later));

  telaah_test_make_index (later, FALSE);
  after = telaah_test_look_for (later, "surat", TELAAH_SEARCH_DEFAULT);
  again = telaah_test_describe_hits (after);
  telaah_test_assert_text (again, is);
}

/* A file where the folder should be, which stops root as well. */
static void
test_no_cache (void)
{
  g_autoptr(TelaahSession) session = telaah_test_open_harbour ();
  g_autofree char *path = telaah_test_dup_index_path (session);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *above = g_path_get_dirname (folder);
  g_autoptr(GPtrArray) hits = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (above, 0700), ==, 0);
  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  hits = telaah_test_look_for (session, "surat", TELAAH_SEARCH_DEFAULT);
  g_assert_cmpuint (hits->len, ==, 2);
  g_assert_false (telaah_session_index (session, FALSE, &error));
  g_assert_error (error, TELAAH_INDEX_ERROR, TELAAH_INDEX_ERROR_FAILED);
  telaah_test_assert_sentence (error);
  g_assert_false (telaah_session_is_indexed (session));
}

/* ---- In a thread ---- */

typedef struct
{
  gint64   done;
  gint64   all;
  gboolean finished;
} Making;

static void
progress_cb (goffset  done,
             goffset  all,
             gpointer user_data)
{
  Making *making = user_data;

  g_assert_false (making->finished);
  g_assert_cmpint (done, >=, making->done);
  making->done = done;
  making->all = all;
}

static void
indexed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Making *making = user_data;
  g_autoptr(GError) error = NULL;

  g_assert_true (telaah_session_index_finish (TELAAH_SESSION (object), result, &error));
  g_assert_no_error (error);
  making->finished = TRUE;
}

static void
test_index_async (void)
{
  TelaahSession *session = telaah_test_open_harbour ();
  Making making = { 0 };

  telaah_session_index_async (session, FALSE, progress_cb, &making, NULL, indexed_cb, &making);
  while (!making.finished)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpint (making.all, ==, strlen (BODY_ONE BODY_TWO));
  g_assert_cmpint (making.done, ==, making.all);
  g_assert_true (telaah_session_is_indexed (session));
  telaah_test_let_go (session);
}

/* What is found does not depend on how far the index is. */
static void
test_while_indexing (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);
  g_autofree char *one = telaah_test_make_text (rand, 25000), *two = telaah_test_make_text (rand, 25000);
  g_autofree char *three = telaah_test_make_text (rand, 25000);
  TelaahSession *session = telaah_test_project_new ("growing.telaah", one, two, three, NULL);
  g_autoptr(GPtrArray) before = telaah_test_look_for (session, "\"juru bahasa\" privasi", TELAAH_SEARCH_DEFAULT);
  g_autofree char *expected = telaah_test_describe_hits (before);
  Making making = { 0 };
  guint n = 0;

  g_assert_cmpuint (before->len, >, 10);
  telaah_session_index_async (session, FALSE, NULL, NULL, NULL, indexed_cb, &making);
  for (; !making.finished; n++)
    {
      g_autoptr(GPtrArray) hits = telaah_test_look_for (session, "\"juru bahasa\" privasi", TELAAH_SEARCH_DEFAULT);
      g_autofree char *found = telaah_test_describe_hits (hits);

      telaah_test_assert_text (found, expected);
      g_main_context_iteration (NULL, FALSE);
    }

  g_assert_cmpuint (n, >, 1);
  telaah_test_let_go (session);
}

static void
cancelled_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (telaah_session_index_finish (TELAAH_SESSION (object), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *(gboolean *) user_data = TRUE;
}

static void
test_indexing_cancelled (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (12);
  g_autofree char *body = telaah_test_make_text (rand, 80000);
  TelaahSession *session = telaah_test_project_new ("cancelled.telaah", body, BODY_ONE, NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  gboolean finished = FALSE;

  telaah_session_index_async (session, FALSE, NULL, NULL, cancellable, cancelled_cb, &finished);
  telaah_test_spin (10);
  g_cancellable_cancel (cancellable);
  while (!finished)
    g_main_context_iteration (NULL, TRUE);

  g_assert_false (telaah_session_is_indexed (session));
  telaah_test_make_index (session, FALSE);
  telaah_test_let_go (session);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/session/search/in-step", test_in_step);
  g_test_add_data_func ("/session/search/damaged/noise", write_noise, test_damaged);
  g_test_add_data_func ("/session/search/damaged/cut", cut, test_damaged);
  g_test_add_data_func ("/session/search/damaged/empty", empty, test_damaged);
  g_test_add_data_func ("/session/search/damaged/scratched", scratch, test_damaged);
  g_test_add_data_func ("/session/search/damaged/other-version", age, test_damaged);
  g_test_add_data_func ("/session/search/damaged/other-rules", other_rules, test_damaged);
  g_test_add_func ("/session/search/no-cache", test_no_cache);
  g_test_add_func ("/session/search/index-async", test_index_async);
  g_test_add_func ("/session/search/while-indexing", test_while_indexing);
  g_test_add_func ("/session/search/indexing-cancelled", test_indexing_cancelled);

  return g_test_run ();
}
