/* A search that goes on while one types: what it tells, and when, and what it does when it is overtaken.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "session/search-fixture.h"

typedef struct
{
  guint n_restarted;
  guint n_added;
  guint n_done;
} Heard;

static void
restarted_cb (TelaahSearch *live,
              Heard        *heard)
{
  g_assert_cmpuint (telaah_search_get_hits (live)->len, ==, 0);
  *heard = (Heard) { heard->n_restarted + 1, 0, 0 };
}

static void
added_cb (TelaahSearch *live,
          guint         first,
          guint         n,
          Heard        *heard)
{
  g_assert_cmpuint (heard->n_done, ==, 0);
  g_assert_cmpuint (first, ==, heard->n_added);
  g_assert_cmpuint (n, >, 0);
  heard->n_added += n;
  g_assert_cmpuint (telaah_search_get_hits (live)->len, ==, heard->n_added);
}

static void
done_cb (TelaahSearch *live,
         Heard        *heard)
{
  g_assert_false (telaah_search_is_busy (live));
  heard->n_done++;
}

static TelaahSearch *
make_live (TelaahSession *session,
           Heard         *heard)
{
  TelaahSearch *live = telaah_search_new (session);

  g_signal_connect (live, "restarted", G_CALLBACK (restarted_cb), heard);
  g_signal_connect (live, "added", G_CALLBACK (added_cb), heard);
  g_signal_connect (live, "done", G_CALLBACK (done_cb), heard);

  return live;
}

static void
wait_for (Heard *heard)
{
  while (heard->n_done == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_live (void)
{
  TelaahSession *session = telaah_test_open_harbour ();
  Heard heard = { 0 };
  g_autoptr(TelaahSearch) live = make_live (session, &heard);
  TelaahSearchRequest request = { "surat", TELAAH_SEARCH_DEFAULT, TELAAH_SCOPE_TEXT, NULL, 0 };
  g_autoptr(GPtrArray) at_once = telaah_test_search (session, &request), kept = NULL;
  g_autofree char *expected = telaah_test_describe_hits (at_once), *found = NULL;

  telaah_search_run (live, &request);
  g_assert_true (telaah_search_is_busy (live));
  wait_for (&heard);
  found = telaah_test_describe_hits (telaah_search_get_hits (live));
  telaah_test_assert_text (found, expected);
  g_assert_null (telaah_search_get_message (live));

  /* Whoever has kept the hits keeps them. */
  kept = g_ptr_array_ref (telaah_search_get_hits (live));
  request.words = "tiada";
  telaah_search_run (live, &request);
  wait_for (&heard);
  g_assert_cmpuint (heard.n_added, ==, 0);
  g_assert_cmpuint (kept->len, ==, 2);

  request.words = "(";
  request.flags = TELAAH_SEARCH_REGEX;
  telaah_search_run (live, &request);
  g_assert_cmpuint (heard.n_done, ==, 1);
  g_assert_nonnull (telaah_search_get_message (live));
  g_assert_false (telaah_search_is_busy (live));

  g_clear_object (&live);
  telaah_test_let_go (session);
}

/* A text that takes a while, asked for again and again: the last question alone is answered, and soon. */
static void
test_overtaken (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (5);
  g_autofree char *body = telaah_test_make_text (rand, 200000);
  TelaahSession *session = telaah_test_project_new ("long.telaah", body, BODY_ONE, NULL);
  const char *second = telaah_test_get_id (telaah_session_get_sources (session), 1);
  TelaahSearchRequest slow = { "manfaat", TELAAH_SEARCH_DEFAULT | TELAAH_SEARCH_FUZZY, TELAAH_SCOPE_TEXT, NULL, 0 };
  TelaahSearchRequest quick = { "desa", TELAAH_SEARCH_DEFAULT, TELAAH_SCOPE_TEXT, second, 0 };
  Heard heard = { 0 };
  TelaahSearch *live = make_live (session, &heard);

  for (guint i = 0; i < 20; i++)
    {
      telaah_search_run (live, &slow);
      telaah_test_spin (g_test_rand_int_range (0, 30));
    }
  g_assert_cmpuint (heard.n_restarted, ==, 20);

  telaah_search_run (live, &quick);
  wait_for (&heard);
  g_assert_cmpuint (heard.n_added, ==, 1);
  telaah_test_spin (50);
  g_assert_cmpuint (telaah_search_get_hits (live)->len, ==, 1);
  g_assert_cmpuint (heard.n_done, ==, 1);

  /* Stopped, it says nothing more; let go of in the middle of its work, it goes. */
  telaah_search_run (live, &slow);
  telaah_search_stop (live);
  telaah_test_spin (100);
  g_assert_cmpuint (heard.n_done, ==, 0);
  g_assert_false (telaah_search_is_busy (live));
  telaah_search_run (live, &slow);
  telaah_test_spin (20);
  g_object_unref (live);
  telaah_test_let_go (session);
}

/* What has just been written is found, whoever wrote it. */
static void
test_follows (void)
{
  TelaahSession *session = telaah_test_open_harbour ();
  const char *first = telaah_test_get_id (telaah_session_get_sources (session), 0);
  g_autoptr(TelaahSession) other = telaah_test_reopen (session);
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup ("Pelabuhan baru dibuka.\n"));
  TelaahSearchRequest request = { "dibuka", TELAAH_SEARCH_DEFAULT, TELAAH_SCOPE_TEXT, NULL, 0 };
  Heard heard = { 0 };
  g_autoptr(TelaahSearch) live = make_live (session, &heard);

  telaah_test_make_index (session, FALSE);
  telaah_search_run (live, &request);
  wait_for (&heard);
  g_assert_cmpuint (heard.n_added, ==, 0);

  telaah_test_does (other, telaah_session_replace_text (other, first, text, NULL, NULL, &fault));
  telaah_test_does (session, telaah_session_catch_up (session, &fault));
  telaah_search_run (live, &request);
  wait_for (&heard);
  g_assert_cmpuint (heard.n_added, ==, 1);

  g_clear_object (&live);
  telaah_test_let_go (session);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/session/search/live", test_live);
  g_test_add_func ("/session/search/overtaken", test_overtaken);
  g_test_add_func ("/session/search/follows", test_follows);

  return g_test_run ();
}
