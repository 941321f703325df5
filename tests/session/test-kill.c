/* A program that is killed in the middle of its work leaves a sound project with everything that it said was done.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <signal.h>
#include <string.h>

#include "support/telaah-test-session.h"

#define N_KILLS 50

static char *
long_text_new (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 500; i++)
    g_string_append_printf (text, "Kalimat nomor %u menyebut 😀 diplomasi digital. ", i);

  return g_string_free (text, FALSE);
}

/* The whole lines: one that was cut off was never said. */
static void
read_ids (GDataInputStream *lines,
          GPtrArray        *ids,
          gsize             n)
{
  char *line;

  while (n-- > 0 && (line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL)
    if (strlen (line) == 36)
      g_ptr_array_add (ids, line);
    else
      g_free (line);
}

/* Anywhere from the first steps of its start to the middle of a verb; with @begun, once it has done one, however slow
 * the machine. */
static void
run_and_kill (TelaahSession *session,
              const char    *theme,
              gboolean       begun,
              GPtrArray     *ids)
{
  g_autofree char *writer = g_test_build_filename (G_TEST_BUILT, "session-writer", NULL);
  g_autofree char *whole = NULL;
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GDataInputStream) lines = NULL;
  g_autoptr(GError) error = NULL;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, writer, telaah_session_get_path (session),
                              telaah_test_get_id (telaah_session_get_sources (session), 0), theme, "penulis", "0",
                              NULL);
  g_assert_no_error (error);

  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  if (begun)
    read_ids (lines, ids, 1);
  g_usleep (g_test_rand_int_range (0, 90) * 1000 + g_test_rand_int_range (0, 1000));
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);

  /* By us, not by an assertion of its own. */
  g_assert_true (g_subprocess_get_if_signaled (process));
  g_assert_cmpint (g_subprocess_get_term_sig (process), ==, SIGKILL);
  read_ids (lines, ids, G_MAXSIZE);

  whole = telaah_test_dup_value (telaah_session_get_path (session), "PRAGMA integrity_check");
  g_assert_cmpstr (whole, ==, "ok");
}

/* Whole verbs only: a passage has its theme, its journal row, and what it says. */
static void
check_whole (TelaahSession *session)
{
  g_autofree char *bare =
    telaah_test_dup_value (telaah_session_get_path (session),
                           "SELECT count(*) FROM passage WHERE id NOT IN (SELECT passage FROM coding)");
  g_autofree char *missing =
    telaah_test_dup_value (telaah_session_get_path (session),
                           "SELECT (SELECT count(*) FROM passage) > (SELECT count(*) FROM journal WHERE verb = 'tag')");
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) faults = telaah_session_check (session, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (bare, ==, "0");
  g_assert_cmpstr (missing, ==, "0");
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
test_kill (void)
{
  g_autofree char *body = long_text_new ();
  g_autoptr(TelaahSession) session = telaah_test_project_new ("p.telaah", body, NULL);
  g_autofree char *theme = telaah_session_add_theme (session, "Manfaat", NULL, NULL, NULL, NULL);
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(TelaahSession) after = NULL;

  for (guint i = 0; i < N_KILLS; i++)
    run_and_kill (session, theme, i % 2 == 1, ids);

  g_test_message ("%u passages were said to be done", ids->len);
  g_assert_cmpuint (ids->len, >=, N_KILLS / 2);

  after = telaah_test_reopen (session);
  check_whole (after);
  for (guint i = 0; i < ids->len; i++)
    {
      TelaahPassage *passage = telaah_session_find_passage (after, ids->pdata[i]);

      g_assert_nonnull (passage);
      g_assert_true (telaah_passage_has_theme (passage, theme));
    }

  /* Whoever had it open all the while sees the same. */
  telaah_test_does (session, telaah_session_catch_up (session, &fault));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/session/kill", test_kill);

  return g_test_run ();
}
