/* Words that count as one, and candidates that are not to be offered again.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "support/telaah-test-session.h"

typedef TelaahTestProject Project;

/* "manfaat,guna | hambatan,kendala" */
static void
assert_synonyms (Project    *p,
                 const char *expected)
{
  GListModel *groups = telaah_session_get_synonyms (p->session);
  g_autoptr(GString) all = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(TelaahSynonyms) group = g_list_model_get_item (groups, i);

      g_string_append_printf (all, "%s%s", i > 0 ? " | " : "", telaah_synonyms_fields (group)->words);
    }
  g_assert_cmpstr (g_strdelimit (all->str, "\n", ','), ==, expected);
}

static void
test_synonyms (Project       *p,
               gconstpointer  data)
{
  g_autoptr(TelaahTestWatch) watch = telaah_test_watch_new (telaah_session_get_synonyms (p->session));
  g_autofree char *first = NULL, *second = NULL, *same = NULL;

  telaah_test_does (p->session, (first = telaah_session_set_synonyms (p->session, NULL, " manfaat , guna,Manfaat,,\nguna",
                                                                      &fault)) != NULL);
  telaah_test_does (p->session, (second = telaah_session_set_synonyms (p->session, NULL,
                                                                       "hambatan\nkendala\nbatu sandungan",
                                                                       &fault)) != NULL);
  telaah_test_watch_check (watch);
  assert_synonyms (p, "manfaat,guna | hambatan,kendala,batu sandungan");
  g_assert_cmpstr (telaah_session_get_undo (p->session), ==, "set-synonyms");

  telaah_test_does (p->session, (same = telaah_session_set_synonyms (p->session, first, "faedah, guna, manfaat",
                                                                     &fault)) != NULL);
  g_assert_cmpstr (same, ==, first);
  assert_synonyms (p, "faedah,guna,manfaat | hambatan,kendala,batu sandungan");

  telaah_test_does (p->session, telaah_session_undo (p->session, &fault));
  assert_synonyms (p, "manfaat,guna | hambatan,kendala,batu sandungan");
  g_clear_pointer (&same, g_free);
  telaah_test_does (p->session, (same = telaah_session_set_synonyms (p->session, second, "hambatan", &fault)) != NULL);
  telaah_test_watch_check (watch);
  assert_synonyms (p, "manfaat,guna");
  p->session = telaah_test_reopen (p->session);
  assert_synonyms (p, "manfaat,guna");
}

static void
test_wrong_synonyms (Project       *p,
                     gconstpointer  data)
{
  g_autofree char *first = telaah_session_set_synonyms (p->session, NULL, "manfaat, guna", NULL);
  g_autofree char *second = telaah_session_set_synonyms (p->session, NULL, "hambatan, kendala", NULL);

  telaah_test_refuses (p->session, INVALID, telaah_session_set_synonyms (p->session, NULL, "sendiri", &refusal) != NULL);
  telaah_test_refuses (p->session, INVALID, telaah_session_set_synonyms (p->session, NULL, " , ", &refusal) != NULL);
  telaah_test_refuses (p->session, INVALID, telaah_session_set_synonyms (p->session, NULL, "aral, KENDALA",
                                                                          &refusal) != NULL);
  telaah_test_refuses (p->session, INVALID, telaah_session_set_synonyms (p->session, second, "kendala, guna",
                                                                          &refusal) != NULL);
  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_set_synonyms (p->session, p->themes[0], "aral, rintangan",
                                                                           &refusal) != NULL);
}

static guint
count_refused (Project    *p,
               const char *theme,
               const char *source)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) refused = telaah_session_dup_refused (p->session, theme, source, &error);

  g_assert_no_error (error);
  return refused->len;
}

static void
test_refused (Project       *p,
              gconstpointer  data)
{
  const char *const both[] = { p->themes[0], p->themes[1], NULL }, *const one[] = { p->themes[1], NULL };
  g_autoptr(TelaahText) text = telaah_session_dup_text (p->session, p->sources[0], NULL);
  g_autofree char *words = telaah_text_dup_slice (text, (TelaahSpan) { 0, 9 });
  g_autoptr(GPtrArray) refused = NULL;

  telaah_test_does (p->session, telaah_session_refuse (p->session, both, p->sources[0], (TelaahSpan) { 0, 9 }, TRUE,
                                                       &fault));
  telaah_test_does (p->session, telaah_session_refuse (p->session, one, p->sources[0], (TelaahSpan) { 0, 9 }, TRUE,
                                                       &fault));
  telaah_test_does (p->session, telaah_session_refuse (p->session, one, p->sources[1], (TelaahSpan) { 1, 5 }, TRUE,
                                                       &fault));
  g_assert_cmpuint (count_refused (p, NULL, NULL), ==, 3);
  refused = telaah_session_dup_refused (p->session, p->themes[0], NULL, NULL);
  g_assert_cmpuint (refused->len, ==, 1);
  g_assert_cmpstr (telaah_refusal_fields (refused->pdata[0])->quote, ==, words);
  g_assert_cmpstr (telaah_refusal_fields (refused->pdata[0])->coder, ==, telaah_session_get_coder (p->session));

  telaah_test_does (p->session, telaah_session_refuse (p->session, one, p->sources[0], (TelaahSpan) { 0, 9 }, FALSE,
                                                       &fault));
  g_assert_cmpuint (count_refused (p, NULL, p->sources[0]), ==, 1);
  telaah_test_does (p->session, telaah_session_undo (p->session, &fault));
  g_assert_cmpuint (count_refused (p, NULL, p->sources[0]), ==, 2);
  telaah_test_does (p->session, telaah_session_offer_again (p->session, both, p->sources[0], &fault));
  g_assert_cmpuint (count_refused (p, NULL, NULL), ==, 1);
  telaah_test_does (p->session, telaah_session_offer_again (p->session, both, NULL, &fault));
  g_assert_cmpuint (count_refused (p, NULL, NULL), ==, 0);
}

/* They go with what they belong to, and with a theme into the one that takes it in. */
static void
test_refused_goes_along (Project       *p,
                         gconstpointer  data)
{
  const char *const both[] = { p->themes[0], p->themes[1], NULL }, *const gone[] = { p->themes[0], NULL };

  for (guint i = 0; i < 2; i++)
    telaah_test_does (p->session, telaah_session_refuse (p->session, both, p->sources[i], (TelaahSpan) { 0, 4 }, TRUE,
                                                         &fault));
  telaah_test_does (p->session, telaah_session_merge_themes (p->session, p->themes[1], gone, &fault));
  g_assert_cmpuint (count_refused (p, NULL, NULL), ==, 2);
  telaah_test_does (p->session, telaah_session_remove_source (p->session, p->sources[1], &fault));
  g_assert_cmpuint (count_refused (p, p->themes[1], NULL), ==, 1);
  telaah_test_does (p->session, telaah_session_remove_theme (p->session, p->themes[1], &fault));
  g_assert_cmpuint (count_refused (p, NULL, NULL), ==, 0);
  telaah_test_does (p->session, telaah_session_undo (p->session, &fault));
  g_assert_cmpuint (count_refused (p, NULL, NULL), ==, 1);
}

static void
test_wrong_refusals (Project       *p,
                     gconstpointer  data)
{
  const char *const one[] = { p->themes[0], NULL }, *const none[] = { p->sources[0], NULL };

  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_refuse (p->session, none, p->sources[0], (TelaahSpan) { 0, 4 },
                                                                     TRUE, &refusal));
  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_refuse (p->session, one, p->themes[0], (TelaahSpan) { 0, 4 },
                                                                     TRUE, &refusal));
  telaah_test_refuses (p->session, INVALID, telaah_session_refuse (p->session, one, p->sources[0],
                                                                   (TelaahSpan) { 0, G_MAXINT }, TRUE, &refusal));
  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_offer_again (p->session, none, NULL, &refusal));
}

int
main (int   argc,
      char *argv[])
{
#define ADD(path, function) \
  g_test_add (path, Project, NULL, telaah_test_project_set_up, function, telaah_test_project_tear_down)

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/find/synonyms", test_synonyms);
  ADD ("/find/wrong-synonyms", test_wrong_synonyms);
  ADD ("/find/refused", test_refused);
  ADD ("/find/refused-goes-along", test_refused_goes_along);
  ADD ("/find/wrong-refusals", test_wrong_refusals);

  return g_test_run ();
}
