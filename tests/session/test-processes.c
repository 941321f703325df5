/* Several programs that write to one project at once: nothing is lost, and who follows sees all of it soon.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "support/telaah-test-session.h"

#define N_WRITERS 4
#define N_TAGS    100

typedef struct
{
  GSubprocess *process;
  GPtrArray   *ids;
  gboolean     done;
} Writer;

static void
said_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  Writer *writer = user_data;
  g_autofree char *output = NULL;
  g_auto(GStrv) lines = NULL;
  g_autoptr(GError) error = NULL;

  g_subprocess_communicate_utf8_finish (G_SUBPROCESS (object), result, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (writer->process));

  lines = g_strsplit (output, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_ptr_array_add (writer->ids, g_strdup (lines[i]));
  writer->done = TRUE;
}

static void
writer_start (Writer        *writer,
              TelaahSession *session,
              const char    *theme,
              guint          i)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "session-writer", NULL);
  g_autofree char *coder = g_strdup_printf ("penulis %u", i + 1);
  g_autofree char *n = g_strdup_printf ("%u", N_TAGS);
  g_autoptr(GError) error = NULL;

  writer->ids = g_ptr_array_new_with_free_func (g_free);
  writer->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program,
                                      telaah_session_get_path (session),
                                      telaah_test_get_id (telaah_session_get_sources (session), 0), theme, coder, n,
                                      NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8_async (writer->process, NULL, NULL, said_cb, writer);
}

static void
writer_clear (Writer *writer)
{
  g_clear_object (&writer->process);
  g_ptr_array_unref (writer->ids);
}

/* Until all have ended; the session that follows takes in what they do meanwhile. */
static void
wait_for (Writer *writers)
{
  gboolean all = FALSE;

  while (!all)
    {
      g_main_context_iteration (NULL, TRUE);
      all = TRUE;
      for (guint i = 0; i < N_WRITERS; i++)
        all = all && writers[i].done;
    }
}

static void
assert_journal_rows (TelaahSession *session)
{
  g_autofree char *rows = telaah_test_dup_value (telaah_session_get_path (session),
                                                 "SELECT count(*) FROM journal WHERE verb = 'tag'");

  g_assert_cmpuint (g_ascii_strtoull (rows, NULL, 10), ==, N_WRITERS * N_TAGS);
}

static void
test_at_once (void)
{
  g_autofree char *body = g_strnfill (500, 'a');
  g_autoptr(TelaahSession) session = telaah_test_project_new ("p.telaah", body, NULL);
  g_autofree char *theme = telaah_session_add_theme (session, "Manfaat", NULL, NULL, NULL, NULL);
  const char *source = telaah_test_get_id (telaah_session_get_sources (session), 0);
  g_autoptr(TelaahTestWatch) watch = telaah_test_watch_new (telaah_session_get_passages (session, source));
  Writer writers[N_WRITERS] = { 0 };
  gint64 end;

  telaah_session_follow (session);
  for (guint i = 0; i < N_WRITERS; i++)
    writer_start (&writers[i], session, theme, i);
  wait_for (writers);

  end = g_get_monotonic_time () + G_TIME_SPAN_SECOND;
  while (telaah_session_count (session, theme, NULL) < N_WRITERS * N_TAGS && g_get_monotonic_time () < end)
    telaah_test_spin (20);
  g_assert_cmpuint (telaah_session_count (session, theme, NULL), ==, N_WRITERS * N_TAGS);
  telaah_test_assert_live (session);
  telaah_test_watch_check (watch);

  for (guint i = 0; i < N_WRITERS; i++)
    {
      g_assert_cmpuint (writers[i].ids->len, ==, N_TAGS);
      for (guint k = 0; k < N_TAGS; k++)
        g_assert_nonnull (telaah_session_find_passage (session, writers[i].ids->pdata[k]));
      writer_clear (&writers[i]);
    }

  /* As many steps as verbs: each was whole, and for itself. */
  assert_journal_rows (session);
}

/* Another program opens the project, tags once, and closes it. */
static void
write_once (TelaahSession *session,
            const char    *theme)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "session-writer", NULL);
  const char *argv[] = { program, telaah_session_get_path (session),
                         telaah_test_get_id (telaah_session_get_sources (session), 0), theme, "lain", "1", NULL };
  g_autoptr(GError) error = NULL;
  g_autofree char *said = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &said, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

/* As a file chooser does that draws the icons of a folder: closing a file drops the process's locks on it. */
static void
look_at_files (TelaahSession *session)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (telaah_session_get_path (session), endings[i], NULL);
      g_autofree char *contents = NULL;

      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
    }
}

/* What is done after somebody has looked into the files is not lost, and neither is what others do. */
static void
test_looked_at (void)
{
  g_autoptr(TelaahSession) session = telaah_test_project_new ("p.telaah", "Sebuah teks yang cukup panjang.", NULL);
  g_autofree char *theme = telaah_session_add_theme (session, "Manfaat", NULL, NULL, NULL, NULL);
  g_autofree char *log = g_strconcat (telaah_session_get_path (session), "-wal", NULL);
  g_autofree char *later = NULL;

  look_at_files (session);
  write_once (session, theme);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  telaah_test_does (session, later = telaah_session_add_theme (session, "Tantangan", NULL, NULL, NULL, &fault));
  write_once (session, later);   /* which fails where it is not in the file */
  telaah_test_does (session, telaah_session_catch_up (session, &fault));
  g_assert_cmpuint (telaah_session_count (session, theme, NULL), ==, 1);
  g_assert_cmpuint (telaah_session_count (session, later, NULL), ==, 1);

  /* Closed by the last, it is one file again. */
  telaah_test_let_go (g_steal_pointer (&session));
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/session/processes/at-once", test_at_once);
  g_test_add_func ("/session/processes/looked-at", test_looked_at);

  return g_test_run ();
}
