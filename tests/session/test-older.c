/* A project that an older version wrote opens with everything in it, and what was done then can be undone now.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <sqlite3.h>

#include "support/telaah-test-session.h"

/* What was in it. */
typedef struct
{
  const char *name;         /* of the fixture */
  guint       n_passages;
  guint       n_after;      /* when its last verb is taken back */
  guint       n_notes;
} Older;

static const Older olders[] = {
  { "version-1.sql", 1, 2, 1 },
  { "version-2.sql", 2, 2, 2 },
  { "version-3.sql", 2, 2, 1 },
};

static char *
make_older (const Older *older)
{
  g_autofree char *fixture = g_test_build_filename (G_TEST_DIST, "session", "fixtures", older->name, NULL);
  g_autofree char *sql = NULL;
  char *path = telaah_test_dup_path ("lama.telaah");
  g_autoptr(GError) error = NULL;
  sqlite3 *db = NULL;

  g_file_get_contents (fixture, &sql, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_close (db);
  telaah_test_run_sql (path, sql);

  return path;
}

static void
test_opens (gconstpointer data)
{
  const Older *older = data;
  g_autofree char *path = make_older (older);
  g_autoptr(GError) error = NULL;
  g_autoptr(TelaahSession) session = telaah_session_open (path, &error);
  g_autoptr(GPtrArray) faults = NULL;
  g_autofree char *source = NULL, *point = NULL;
  GListModel *notes;

  g_assert_no_error (error);
  faults = telaah_session_check (session, &error);
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (telaah_session_get_sources (session)), ==, 2);
  g_assert_cmpuint (telaah_session_count (session, NULL, NULL), ==, older->n_passages);
  notes = telaah_session_get_notes (session);
  g_assert_cmpuint (g_list_model_get_n_items (notes), ==, older->n_notes);
  g_assert_cmpuint (g_list_model_get_n_items (telaah_session_get_outlines (session)), ==, 1);

  /* What is new works on it. */
  source = g_strdup (telaah_test_get_id (telaah_session_get_sources (session), 0));
  telaah_test_does (session, telaah_session_set_source (session, source, "doi", "10.1/2", &fault));
  telaah_test_does (session, telaah_session_propose_marks (session, source, &fault));
  g_free (telaah_session_add_outline (session, "Baru", TRUE, &error));
  g_assert_no_error (error);
  point = g_strdup (telaah_test_get_id (telaah_session_get_points (session), 0));
  telaah_test_does (session, telaah_session_set_translation (session, point, source, "New.", &fault));
  telaah_test_let_go (g_steal_pointer (&session));
}

/* The journal of then holds rows with fewer columns. */
static void
test_undoes (gconstpointer data)
{
  const Older *older = data;
  g_autofree char *path = make_older (older);
  g_autoptr(GError) error = NULL;
  g_autoptr(TelaahSession) session = telaah_session_open (path, &error);

  g_assert_no_error (error);
  telaah_session_set_user (session, "root");
  g_assert_cmpstr (telaah_session_get_undo (session), ==, "untag");
  telaah_test_does (session, telaah_session_undo (session, &fault));
  g_assert_cmpuint (telaah_session_count (session, NULL, NULL), ==, older->n_after);

  for (guint i = 0; telaah_session_get_undo (session) != NULL; i++)
    {
      g_assert_cmpuint (i, <, 20);
      telaah_test_does (session, telaah_session_undo (session, &fault));
    }
  g_assert_cmpuint (g_list_model_get_n_items (telaah_session_get_sources (session)), ==, 0);

  while (telaah_session_get_redo (session) != NULL)
    telaah_test_does (session, telaah_session_redo (session, &fault));
  g_assert_cmpuint (g_list_model_get_n_items (telaah_session_get_sources (session)), ==, 2);
  telaah_test_let_go (g_steal_pointer (&session));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (olders); i++)
    {
      g_autofree char *opens = g_strdup_printf ("/older/opens/%s", olders[i].name);
      g_autofree char *undoes = g_strdup_printf ("/older/undoes/%s", olders[i].name);

      g_test_add_data_func (opens, &olders[i], test_opens);
      g_test_add_data_func (undoes, &olders[i], test_undoes);
    }

  return g_test_run ();
}
