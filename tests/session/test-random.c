/* What must hold whatever was done: the lists are what is in the file, steps lead back to the byte, and two sessions
 * on one file agree.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "random-verbs.h"
#include "support/telaah-test-session.h"

typedef TelaahTestProject Project;

/* The last of them is of this run alone; a test that fails prints it. */
static guint32 seeds[] = { 1, 2, 3, 5, 0 };

#define N_VERBS 60

static guint
count_steps (const char *path)
{
  g_autofree char *n = telaah_test_dup_value (path, "SELECT count(*) FROM journal");

  return g_ascii_strtoull (n, NULL, 10);
}

/* The lists of a session, as somebody sees them who only hears of changes. */
static GPtrArray *
watches_new (TelaahSession *session)
{
  GPtrArray *watches = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_test_watch_free);
  GListModel *sources = telaah_session_get_sources (session);

  g_ptr_array_add (watches, telaah_test_watch_new (sources));
  g_ptr_array_add (watches, telaah_test_watch_new (telaah_session_get_themes (session)));
  g_ptr_array_add (watches, telaah_test_watch_new (telaah_session_get_points (session)));
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    g_ptr_array_add (watches, telaah_test_watch_new (telaah_session_get_passages (session,
                                                                                  telaah_test_get_id (sources, i))));

  return watches;
}

static void
check_watches (GPtrArray *watches)
{
  for (guint i = 0; i < watches->len; i++)
    telaah_test_watch_check (watches->pdata[i]);
}

/* A refusal is a sentence, and nothing of it is in the file. */
static void
check_refusal (GError     *error,
               const char *before,
               const char *after)
{
  telaah_test_assert_sentence (error);
  telaah_test_assert_text (after, before);
}

static void
check_sound (TelaahSession *session)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) faults = telaah_session_check (session, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("fault: %s", (char *) faults->pdata[i]);
  g_assert_cmpuint (faults->len, ==, 0);
}

/* ---- One session ---- */

/* Does verbs; keeps a dump of the file after each step that left one. */
static GPtrArray *
do_verbs (Project *p,
          GRand   *rand)
{
  GPtrArray *dumps = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) watches = watches_new (p->session);

  g_ptr_array_add (dumps, telaah_test_dump (p->path));
  for (guint i = 0; i < N_VERBS; i++)
    {
      g_autoptr(GError) error = NULL;
      guint n_steps = count_steps (p->path);
      gboolean done = FALSE;
      const char *verb = telaah_random_verb (p->session, rand, &done, &error);
      g_autofree char *dump = telaah_test_dump (p->path);

      g_test_message ("%u: %s %s", i, verb, done ? "" : error->message);
      telaah_test_assert_live (p->session);
      check_watches (watches);
      if (!done)
        check_refusal (error, g_ptr_array_index (dumps, dumps->len - 1), dump);
      g_assert_cmpuint (count_steps (p->path), ==,
                        n_steps + (strcmp (dump, g_ptr_array_index (dumps, dumps->len - 1)) != 0));
      if (count_steps (p->path) > n_steps)
        g_ptr_array_add (dumps, g_steal_pointer (&dump));
    }

  return dumps;
}

/* @look: whether to hold the lists against the file, which takes its time. */
static void
take_back (TelaahSession  *session,
           gboolean      (*step) (TelaahSession *, GError **),
           gboolean        look)
{
  g_autoptr(GError) error = NULL;

  step (session, &error);
  g_assert_no_error (error);
  if (look)
    telaah_test_assert_live (session);
}

static void
test_steps (Project       *p,
            gconstpointer  data)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (*(const guint32 *) data);
  g_autoptr(GPtrArray) dumps = NULL;
  g_autoptr(GPtrArray) watches = NULL;

  g_test_message ("seed %u", *(const guint32 *) data);
  dumps = do_verbs (p, rand);
  check_sound (p->session);
  g_assert_cmpuint (dumps->len, >, 2);
  watches = watches_new (p->session);

  for (guint i = dumps->len - 1; i > 0; i--)
    {
      g_autofree char *dump = NULL;

      take_back (p->session, telaah_session_undo, i % 4 == 1);
      dump = telaah_test_dump (p->path);
      telaah_test_assert_text (dump, dumps->pdata[i - 1]);
    }

  for (guint i = 1; i < dumps->len; i++)
    {
      g_autofree char *dump = NULL;

      take_back (p->session, telaah_session_redo, i % 4 == 1);
      dump = telaah_test_dump (p->path);
      telaah_test_assert_text (dump, dumps->pdata[i]);
    }

  g_assert_null (telaah_session_get_redo (p->session));
  check_watches (watches);
  check_sound (p->session);
}

/* ---- Two sessions ---- */

static void
maybe_take_back (TelaahSession *session,
                 GRand         *rand)
{
  g_autoptr(GError) error = NULL;
  gboolean redo = g_rand_int_range (rand, 0, 3) == 0;

  if (redo ? telaah_session_redo (session, &error) : telaah_session_undo (session, &error))
    return;

  g_assert_true (g_error_matches (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_NOTHING) ||
                 g_error_matches (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_CONFLICT));
  telaah_test_assert_sentence (error);
}

/* Whoever acts knows how things are by then, whatever the other has done meanwhile. */
static void
act (TelaahSession *session,
     GRand         *rand)
{
  g_autoptr(GError) error = NULL;
  gboolean done = TRUE;

  if (g_rand_int_range (rand, 0, 5) == 0)
    maybe_take_back (session, rand);
  else
    telaah_random_verb (session, rand, &done, &error);
  if (!done)
    telaah_test_assert_sentence (error);
  telaah_test_assert_live (session);
}

static gboolean
shows_what_is_stored (TelaahSession *session)
{
  g_autoptr(TelaahSession) fresh = telaah_test_reopen (session);
  g_autofree char *shown = telaah_test_describe (session);
  g_autofree char *stored = telaah_test_describe (fresh);

  return strcmp (shown, stored) == 0;
}

static void
test_two (Project       *p,
          gconstpointer  data)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (*(const guint32 *) data);
  g_autoptr(TelaahSession) other = telaah_test_reopen (p->session);
  TelaahSession *sessions[] = { p->session, other };
  g_autoptr(GPtrArray) mine = watches_new (p->session);
  g_autoptr(GPtrArray) theirs = watches_new (other);

  g_test_message ("seed %u", *(const guint32 *) data);
  telaah_session_set_user (other, "budi");
  telaah_session_set_coder (other, "budi");

  for (guint i = 0; i < N_VERBS; i++)
    act (sessions[g_rand_int_range (rand, 0, 2)], rand);

  for (guint i = 0; i < G_N_ELEMENTS (sessions); i++)
    telaah_test_does (sessions[i], telaah_session_catch_up (sessions[i], &fault));
  check_watches (mine);
  check_watches (theirs);
  check_sound (other);
}

/* The same while both follow by themselves. */
static void
test_two_following (Project       *p,
                    gconstpointer  data)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (*(const guint32 *) data);
  g_autoptr(TelaahSession) other = telaah_test_reopen (p->session);
  TelaahSession *sessions[] = { p->session, other };

  g_test_message ("seed %u", *(const guint32 *) data);
  telaah_session_set_user (other, "budi");
  telaah_session_set_coder (other, "budi");
  telaah_session_follow (p->session);
  telaah_session_follow (other);

  for (guint i = 0; i < N_VERBS; i++)
    {
      act (sessions[g_rand_int_range (rand, 0, 2)], rand);
      if (g_rand_int_range (rand, 0, 4) == 0)
        while (g_main_context_iteration (NULL, FALSE));
    }

  telaah_test_spin (1000);
  g_assert_true (shows_what_is_stored (p->session));
  g_assert_true (shows_what_is_stored (other));
}

/* What either was told is done is there in the end: every passage of both, under its theme. */
static void
test_none_lost (Project       *p,
                gconstpointer  data)
{
  g_autoptr(TelaahSession) other = telaah_test_reopen (p->session);
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  telaah_session_set_coder (other, "budi");
  for (guint i = 0; i < 60; i++)
    {
      TelaahSession *session = i % 3 == 0 ? other : p->session;

      g_ptr_array_add (ids, telaah_test_tag (session, p->sources[0], i, i + 5, p->themes[i % 2], NULL));
    }

  telaah_test_does (other, telaah_session_catch_up (other, &fault));
  for (guint i = 0; i < ids->len; i++)
    g_assert_true (telaah_passage_has_theme (telaah_session_find_passage (other, ids->pdata[i]), p->themes[i % 2]));
  g_assert_cmpuint (telaah_session_count (other, NULL, NULL), ==, 60);
}

static void
add_seeds (const char *path,
           void      (*test) (Project *, gconstpointer),
           guint       step)
{
  for (guint i = 0; i < G_N_ELEMENTS (seeds); i += step)
    {
      gboolean last = i == G_N_ELEMENTS (seeds) - 1;
      g_autofree char *name = last ? g_strconcat (path, "/of-this-run", NULL)
                                   : g_strdup_printf ("%s/%u", path, seeds[i]);

      g_test_add (name, Project, &seeds[i], telaah_test_project_set_up, test, telaah_test_project_tear_down);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  seeds[G_N_ELEMENTS (seeds) - 1] = g_test_rand_int ();

  add_seeds ("/session/random/steps", test_steps, 1);
  add_seeds ("/session/random/two", test_two, 2);
  add_seeds ("/session/random/two-following", test_two_following, 3);
  g_test_add ("/session/random/none-lost", Project, NULL, telaah_test_project_set_up, test_none_lost,
              telaah_test_project_tear_down);

  return g_test_run ();
}
