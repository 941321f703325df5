/* Themes made one, or two of one.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "support/telaah-test-session.h"

typedef TelaahTestProject Project;

static void
assert_tree (Project    *p,
             const char *expected)
{
  GListModel *themes = telaah_session_get_themes (p->session);
  g_autoptr(GString) tree = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr(TelaahTheme) theme = g_list_model_get_item (themes, i);
      const TelaahThemeFields *f = telaah_theme_fields (theme);

      g_string_append_printf (tree, "%s%.*s%s %u", i > 0 ? ", " : "", f->depth, "....", f->name,
                              telaah_session_count (p->session, f->id, NULL));
    }
  g_assert_cmpstr (tree->str, ==, expected);
}

static void
set_summary (Project    *p,
             guint       point,
             const char *summary)
{
  TelaahStatus status = TELAAH_STATUS_TREATED;
  g_autofree char *id = g_strdup (telaah_test_get_id (telaah_session_get_points (p->session), point));

  telaah_test_does (p->session, telaah_session_set_cell (p->session, id, p->sources[0], &status, summary, &fault));
}

static void
test_merge (Project       *p,
            gconstpointer  data)
{
  g_autofree char *one = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], NULL);
  g_autofree char *both = telaah_test_tag (p->session, p->sources[0], 10, 17, p->themes[0], p->themes[1], NULL);
  const char *const gone[] = { p->themes[1], NULL };
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr(TelaahCell) cell = NULL;

  set_summary (p, 0, "satu");
  set_summary (p, 1, "dua");
  telaah_test_does (p->session, telaah_session_set_theme (p->session, p->themes[1], "description", "bila untung", &fault));
  before = telaah_test_describe (p->session);

  telaah_test_does (p->session, telaah_session_merge_themes (p->session, p->themes[0], gone, &fault));
  assert_tree (p, "Tantangan 2, .Ekonomi 0");
  g_assert_cmpstr (telaah_theme_fields (telaah_session_find_theme (p->session, p->themes[0]))->description, ==,
                   "bila untung");

  /* What was said of either stands in one cell, on the evidence of both. */
  cell = telaah_session_dup_cell (p->session, telaah_test_get_id (telaah_session_get_points (p->session), 0),
                                  p->sources[0]);
  g_assert_cmpstr (telaah_cell_fields (cell)->summary, ==, "satu\n\ndua");
  g_assert_cmpuint (telaah_cell_get_evidence (cell)->len, ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (telaah_session_get_points (p->session)), ==, 2);

  telaah_test_does (p->session, telaah_session_undo (p->session, &fault));
  after = telaah_test_describe (p->session);
  g_assert_nonnull (strstr (after, "redo merge-themes"));
  /* All but the first line, which tells what can be done again. */
  telaah_test_assert_text (strchr (after, '\n'), strchr (before, '\n'));
}

static void
test_same_children (Project       *p,
                    gconstpointer  data)
{
  const char *const gone[] = { p->themes[1], NULL };
  g_autofree char *same = NULL;
  g_autofree char *passage = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[2], NULL);

  telaah_test_does (p->session, (same = telaah_session_add_theme (p->session, "Ekonomi", p->themes[0], NULL, NULL,
                                                                   &fault)) != NULL);
  assert_tree (p, "Tantangan 0, .Ekonomi 0, Manfaat 0, .Ekonomi 1");
  telaah_test_does (p->session, telaah_session_merge_themes (p->session, p->themes[0], gone, &fault));
  assert_tree (p, "Tantangan 0, .Ekonomi 1");
  g_assert_true (telaah_passage_has_theme (telaah_session_find_passage (p->session, passage), same));
}

static void
test_upwards (Project       *p,
              gconstpointer  data)
{
  const char *const child[] = { p->themes[2], NULL };
  const char *const family[] = { p->themes[1], p->themes[2], NULL };
  g_autofree char *passage = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[2], NULL);

  set_summary (p, 2, "ekonomi");
  telaah_test_does (p->session, telaah_session_merge_themes (p->session, p->themes[1], child, &fault));
  assert_tree (p, "Tantangan 0, Manfaat 1");
  telaah_test_does (p->session, telaah_session_undo (p->session, &fault));

  telaah_test_does (p->session, telaah_session_merge_themes (p->session, p->themes[0], family, &fault));
  assert_tree (p, "Tantangan 1");
}

static void
test_refusals (Project       *p,
               gconstpointer  data)
{
  const char *const itself[] = { p->themes[1], NULL };
  const char *const none[] = { "none", NULL };

  telaah_test_refuses (p->session, INVALID, telaah_session_merge_themes (p->session, p->themes[1], itself, &refusal));
  telaah_test_refuses (p->session, INVALID, telaah_session_merge_themes (p->session, p->themes[2], itself, &refusal));
  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_merge_themes (p->session, p->themes[0], none, &refusal));
  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_merge_themes (p->session, "none", itself, &refusal));
  telaah_test_refuses (p->session, INVALID, telaah_session_split_theme (p->session, p->themes[0], "Manfaat", none + 1,
                                                                        &refusal) != NULL);
  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_split_theme (p->session, p->themes[0], "Baru", none,
                                                                          &refusal) != NULL);
}

static void
test_split (Project       *p,
            gconstpointer  data)
{
  g_autofree char *one = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[2], NULL);
  g_autofree char *two = telaah_test_tag (p->session, p->sources[0], 10, 17, p->themes[2], p->themes[0], NULL);
  const char *const goes[] = { two, NULL };
  g_autofree char *made = NULL;

  telaah_test_does (p->session, (made = telaah_session_split_theme (p->session, p->themes[2], " Niaga ", goes,
                                                                     &fault)) != NULL);
  assert_tree (p, "Tantangan 1, Manfaat 0, .Ekonomi 1, .Niaga 1");
  g_assert_true (telaah_passage_has_theme (telaah_session_find_passage (p->session, two), made));
  g_assert_false (telaah_passage_has_theme (telaah_session_find_passage (p->session, two), p->themes[2]));
  telaah_test_does (p->session, telaah_session_undo (p->session, &fault));
  assert_tree (p, "Tantangan 1, Manfaat 0, .Ekonomi 2");
}

#define ADD(name, function) \
  g_test_add (name, Project, NULL, telaah_test_project_set_up, function, telaah_test_project_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/themes/merge", test_merge);
  ADD ("/themes/merge/same-children", test_same_children);
  ADD ("/themes/merge/upwards", test_upwards);
  ADD ("/themes/merge/refusals", test_refusals);
  ADD ("/themes/split", test_split);

  return g_test_run ();
}
