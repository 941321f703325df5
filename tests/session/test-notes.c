/* Notes on anything, with the list of all, and what a source says of itself.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/telaah-test-session.h"

typedef TelaahTestProject Project;

/* "kind: text | kind: text" */
static void
assert_notes (Project    *p,
              const char *expected)
{
  GListModel *notes = telaah_session_get_notes (p->session);
  g_autoptr(GString) all = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr(TelaahNote) note = g_list_model_get_item (notes, i);
      const TelaahNoteFields *f = telaah_note_fields (note);

      g_string_append_printf (all, "%s%s: %s", i > 0 ? " | " : "", f->kind, f->text);
    }
  g_assert_cmpstr (all->str, ==, expected);
}

static void
test_on_anything (Project       *p,
                  gconstpointer  data)
{
  g_autoptr(TelaahTestWatch) watch = telaah_test_watch_new (telaah_session_get_notes (p->session));
  g_autofree char *passage = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], NULL);
  const char *point = telaah_test_get_id (telaah_session_get_points (p->session), 0);
  const char *const targets[][2] = {
    { "passage", passage }, { "source", p->sources[1] }, { "theme", p->themes[2] }, { "point", point }, { "project", NULL },
  };
  g_autofree char *last = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_free (last);
      telaah_test_does (p->session, (last = telaah_session_add_note_on (p->session, targets[i][0], targets[i][1],
                                                                        "*kata*", &fault)) != NULL);
      telaah_test_watch_check (watch);
    }
  assert_notes (p, "passage: *kata* | source: *kata* | theme: *kata* | point: *kata* | project: *kata*");

  telaah_test_does (p->session, telaah_session_set_note (p->session, last, "lain", &fault));
  assert_notes (p, "passage: *kata* | source: *kata* | theme: *kata* | point: *kata* | project: lain");
  telaah_test_does (p->session, telaah_session_set_note (p->session, last, "", &fault));
  telaah_test_watch_check (watch);
  assert_notes (p, "passage: *kata* | source: *kata* | theme: *kata* | point: *kata*");
  telaah_test_does (p->session, telaah_session_undo (p->session, &fault));
  assert_notes (p, "passage: *kata* | source: *kata* | theme: *kata* | point: *kata* | project: lain");
  telaah_test_watch_check (watch);

  /* They go with what they are on. */
  telaah_test_does (p->session, telaah_session_remove_source (p->session, p->sources[1], &fault));
  telaah_test_does (p->session, telaah_session_untag (p->session, passage, NULL, &fault));
  telaah_test_does (p->session, telaah_session_remove_theme (p->session, p->themes[2], &fault));
  telaah_test_watch_check (watch);
  assert_notes (p, "point: *kata* | project: lain");
}

static void
test_refusals (Project       *p,
               gconstpointer  data)
{
  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_add_note_on (p->session, "source", p->themes[0], "x",
                                                                          &refusal) != NULL);
  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_add_note_on (p->session, "theme", NULL, "x",
                                                                          &refusal) != NULL);
  telaah_test_refuses (p->session, INVALID, telaah_session_add_note_on (p->session, "planet", p->themes[0], "x",
                                                                        &refusal) != NULL);
  telaah_test_refuses (p->session, INVALID, telaah_session_add_note_on (p->session, "project", NULL, "", &refusal) != NULL);
  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_set_note (p->session, "none", "x", &refusal));
}

static void
test_details (Project       *p,
              gconstpointer  data)
{
  static const char *const pairs[] = {
    "container", "Jurnal Hubungan Internasional", "volume", "7", "issue", "2", "pages", "110–125",
    "doi", "10.1000/182", "accessed", "2026-11-21", "medium", "article-journal", "reading", "read",
    "attribute:Wilayah", "Jawa", "attribute: Aliran ", "konstruktivis", NULL
  };
  const TelaahSourceFields *f;
  g_autoptr(GPtrArray) attributes = NULL, names = NULL;

  telaah_test_does (p->session, telaah_session_describe_source (p->session, p->sources[0], pairs, &fault));
  f = telaah_source_fields (telaah_session_find_source (p->session, p->sources[0]));
  g_assert_cmpstr (f->container, ==, "Jurnal Hubungan Internasional");
  g_assert_cmpstr (f->pages, ==, "110–125");
  g_assert_cmpstr (f->accessed, ==, "2026-11-21");
  g_assert_cmpstr (f->reading, ==, "read");

  attributes = telaah_session_dup_attributes (p->session, p->sources[0]);
  g_assert_cmpuint (attributes->len, ==, 4);
  g_assert_cmpstr (attributes->pdata[0], ==, "Aliran");
  g_assert_cmpstr (attributes->pdata[1], ==, "konstruktivis");
  names = telaah_session_dup_attributes (p->session, NULL);
  g_assert_cmpuint (names->len, ==, 2);

  /* Empty is unknown. */
  telaah_test_does (p->session, telaah_session_set_source (p->session, p->sources[0], "doi", "", &fault));
  telaah_test_does (p->session, telaah_session_set_source (p->session, p->sources[0], "attribute:Aliran", NULL, &fault));
  g_assert_null (telaah_source_fields (telaah_session_find_source (p->session, p->sources[0]))->doi);
  g_ptr_array_unref (attributes);
  attributes = telaah_session_dup_attributes (p->session, p->sources[0]);
  g_assert_cmpuint (attributes->len, ==, 2);

  telaah_test_refuses (p->session, INVALID, telaah_session_set_source (p->session, p->sources[0], "attribute: ", "x",
                                                                       &refusal));
  telaah_test_refuses (p->session, INVALID, telaah_session_set_source (p->session, p->sources[0], "accessed", "kemarin",
                                                                       &refusal));
  telaah_test_refuses (p->session, INVALID, telaah_session_set_source (p->session, p->sources[0], "reading", "maybe",
                                                                       &refusal));
}

#define ADD(name, function) \
  g_test_add (name, Project, NULL, telaah_test_project_set_up, function, telaah_test_project_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/notes/on-anything", test_on_anything);
  ADD ("/notes/refusals", test_refusals);
  ADD ("/source/details", test_details);

  return g_test_run ();
}
