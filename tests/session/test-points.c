/* Verbs on the points of the outline, and how they go with the tree of themes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "model/telaah-id.h"
#include "support/telaah-test-session.h"

typedef TelaahTestProject Project;

/* The tree in one line, a dot a level, a star where a point stands for no theme. */
static char *
dup_tree (TelaahSession *session)
{
  GListModel *points = telaah_session_get_points (session);
  GString *tree = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(TelaahPoint) point = g_list_model_get_item (points, i);
      const TelaahPointFields *f = telaah_point_fields (point);

      g_string_append_printf (tree, "%s%.*s%s%s", i > 0 ? " " : "", f->depth, "....", f->title,
                              f->theme == NULL ? "*" : "");
    }

  return g_string_free (tree, FALSE);
}

static void
assert_tree (Project    *p,
             const char *expected)
{
  g_autofree char *tree = dup_tree (p->session);

  g_assert_cmpstr (tree, ==, expected);
  telaah_test_assert_live (p->session);
}

static void
assert_stored (Project    *p,
               const char *n_points)
{
  g_autofree char *n = telaah_test_dup_value (p->path, "SELECT count(*) FROM point");

  g_assert_cmpstr (n, ==, n_points);
}

static char *
dup_point_of (Project    *p,
              const char *theme)
{
  return telaah_id_derive (theme, "point");
}

static char *
add_point (Project    *p,
           const char *title,
           const char *theme,
           const char *parent,
           gboolean    keep)
{
  g_autoptr(GError) error = NULL;
  char *id = telaah_session_add_point (p->session, title, theme, parent, keep, &error);

  g_assert_no_error (error);
  return id;
}

static void
write_down (Project *p)
{
  g_autofree char *point = dup_point_of (p, p->themes[0]);
  TelaahStatus status = TELAAH_STATUS_TREATED;

  telaah_test_does (p->session, telaah_session_set_cell (p->session, point, p->sources[0], &status, NULL, &fault));
}

/* ---- Implied by the themes ---- */

static void
test_implied (Project       *p,
              gconstpointer  data)
{
  g_autofree char *point = dup_point_of (p, p->themes[2]);
  const TelaahPointFields *f = telaah_point_fields (telaah_session_find_point (p->session, point));
  g_autofree char *parent = dup_point_of (p, p->themes[1]);

  assert_tree (p, "Tantangan Manfaat .Ekonomi");
  assert_stored (p, "0");
  g_assert_cmpstr (f->theme, ==, p->themes[2]);
  g_assert_cmpstr (f->parent, ==, parent);

  telaah_test_does (p->session, telaah_session_move_theme (p->session, p->themes[2], NULL, p->themes[0], &fault));
  telaah_test_does (p->session, telaah_session_set_theme (p->session, p->themes[1], "name", "Peluang", &fault));
  assert_tree (p, "Ekonomi Tantangan Peluang");
  assert_stored (p, "0");
}

/* The first thing that is said of a cell writes all points down, under the ids that they had. */
static void
test_written_down (Project       *p,
                   gconstpointer  data)
{
  g_autofree char *point = dup_point_of (p, p->themes[0]);

  write_down (p);
  assert_tree (p, "Tantangan Manfaat .Ekonomi");
  assert_stored (p, "3");
  g_assert_nonnull (telaah_session_find_point (p->session, point));

  telaah_test_does (p->session, telaah_session_undo (p->session, &fault));
  assert_tree (p, "Tantangan Manfaat .Ekonomi");
  assert_stored (p, "0");
}

/* While the outline mirrors the themes, a new theme has its row there too. */
static void
test_theme_joins (Project       *p,
                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *top = NULL, *below = NULL, *point = NULL;

  write_down (p);
  top = telaah_session_add_theme (p->session, "Peran", NULL, NULL, NULL, &error);
  below = telaah_session_add_theme (p->session, "Budaya", p->themes[1], NULL, NULL, &error);
  assert_tree (p, "Tantangan Manfaat .Ekonomi .Budaya Peran");

  point = dup_point_of (p, top);
  g_assert_cmpstr (telaah_point_fields (telaah_session_find_point (p->session, point))->theme, ==, top);

  telaah_test_does (p->session, telaah_session_undo (p->session, &fault));
  telaah_test_does (p->session, telaah_session_undo (p->session, &fault));
  assert_tree (p, "Tantangan Manfaat .Ekonomi");
}

/* An outline of one's own is left alone. */
static void
test_theme_stays_out (Project       *p,
                      gconstpointer  data)
{
  g_autofree char *own = add_point (p, "Titik sendiri", NULL, NULL, FALSE);
  g_autofree char *theme = NULL;

  telaah_test_does (p->session, (theme = telaah_session_add_theme (p->session, "Peran", NULL, NULL, NULL, &fault)));
  assert_tree (p, "Titik sendiri*");
}

static void
test_point_goes_with_theme (Project       *p,
                            gconstpointer  data)
{
  g_autofree char *second = dup_point_of (p, p->themes[1]);

  write_down (p);
  telaah_test_does (p->session, telaah_session_set_theme (p->session, p->themes[2], "name", "Dagang", &fault));
  assert_tree (p, "Tantangan Manfaat .Dagang");
  telaah_test_does (p->session, telaah_session_move_theme (p->session, p->themes[2], p->themes[0], NULL, &fault));
  assert_tree (p, "Tantangan .Dagang Manfaat");
  telaah_test_does (p->session, telaah_session_move_theme (p->session, p->themes[1], NULL, p->themes[0], &fault));
  assert_tree (p, "Manfaat Tantangan .Dagang");

  /* A title of its own is its own. */
  telaah_test_does (p->session, telaah_session_set_point (p->session, second, "title", "Apa untungnya?", &fault));
  telaah_test_does (p->session, telaah_session_set_theme (p->session, p->themes[1], "name", "Peluang", &fault));
  assert_tree (p, "Apa untungnya? Tantangan .Dagang");
}

/* With its theme goes a point on which nothing is written; one with words stays. */
static void
test_remove_theme (Project       *p,
                   gconstpointer  data)
{
  g_autofree char *second = dup_point_of (p, p->themes[1]);
  g_autofree char *third = dup_point_of (p, p->themes[2]);

  write_down (p);
  telaah_test_does (p->session, telaah_session_set_point (p->session, second, "similarities", "Semua setuju.", &fault));
  telaah_test_does (p->session, telaah_session_remove_theme (p->session, p->themes[1], &fault));
  assert_tree (p, "Tantangan Manfaat*");
  g_assert_null (telaah_session_find_point (p->session, third));
  g_assert_cmpstr (telaah_point_fields (telaah_session_find_point (p->session, second))->similarities, ==,
                   "Semua setuju.");

  telaah_test_does (p->session, telaah_session_remove_theme (p->session, p->themes[0], &fault));
  assert_tree (p, "Tantangan* Manfaat*");
}

/* ---- Points of one's own ---- */

static void
test_add_keeping (Project       *p,
                  gconstpointer  data)
{
  g_autofree char *point = add_point (p, "  Peran Indonesia ", p->themes[0], NULL, TRUE);

  assert_tree (p, "Tantangan Manfaat .Ekonomi Peran Indonesia");
  assert_stored (p, "4");
  g_assert_cmpstr (telaah_point_fields (telaah_session_find_point (p->session, point))->theme, ==, p->themes[0]);
}

static void
test_add_alone (Project       *p,
                gconstpointer  data)
{
  g_autofree char *point = add_point (p, "Peran", NULL, NULL, FALSE);
  g_autofree char *below = add_point (p, "Dulu", NULL, point, FALSE);

  assert_tree (p, "Peran* .Dulu*");
  assert_stored (p, "2");
}

/* What it is to stand below must be there. */
static void
test_add_below_implied (Project       *p,
                        gconstpointer  data)
{
  g_autofree char *parent = dup_point_of (p, p->themes[2]);
  g_autofree char *point = add_point (p, "Ekspor", NULL, parent, FALSE);

  assert_tree (p, "Tantangan Manfaat .Ekonomi ..Ekspor*");
}

static void
test_add_refused (Project       *p,
                  gconstpointer  data)
{
  telaah_test_refuses (p->session, INVALID, telaah_session_add_point (p->session, "", NULL, NULL, TRUE, &refusal));
  telaah_test_refuses (p->session, INVALID, telaah_session_add_point (p->session, NULL, NULL, NULL, TRUE, &refusal));
  telaah_test_refuses (p->session, INVALID, telaah_session_add_point (p->session, " \n", NULL, NULL, TRUE, &refusal));
  telaah_test_refuses (p->session, NOT_FOUND,
                       telaah_session_add_point (p->session, "x", "none", NULL, TRUE, &refusal));
  telaah_test_refuses (p->session, NOT_FOUND,
                       telaah_session_add_point (p->session, "x", NULL, p->themes[0], TRUE, &refusal));
}

static void
test_set (Project       *p,
          gconstpointer  data)
{
  static const char *const pairs[] = { "title", "Judul", "similarities", "sama", "differences", "beda", NULL };
  g_autofree char *point = dup_point_of (p, p->themes[1]);
  const TelaahPointFields *f;

  telaah_test_does (p->session, telaah_session_describe_point (p->session, point, pairs, &fault));
  f = telaah_point_fields (telaah_session_find_point (p->session, point));
  g_assert_cmpstr (f->title, ==, "Judul");
  g_assert_cmpstr (f->similarities, ==, "sama");
  g_assert_cmpstr (f->differences, ==, "beda");
  assert_tree (p, "Tantangan Judul .Ekonomi");

  telaah_test_does (p->session, telaah_session_set_point (p->session, point, "similarities", "", &fault));
  telaah_test_does (p->session, telaah_session_set_point (p->session, point, "differences", NULL, &fault));
  f = telaah_point_fields (telaah_session_find_point (p->session, point));
  g_assert_null (f->similarities);
  g_assert_null (f->differences);
}

static void
test_set_refused (Project       *p,
                  gconstpointer  data)
{
  static const char *const half_good[] = { "similarities", "sama", "title", "", NULL };
  g_autofree char *point = dup_point_of (p, p->themes[1]);

  telaah_test_refuses (p->session, INVALID, telaah_session_set_point (p->session, point, "title", "", &refusal));
  telaah_test_refuses (p->session, INVALID, telaah_session_set_point (p->session, point, "title", " ", &refusal));
  telaah_test_refuses (p->session, INVALID, telaah_session_set_point (p->session, point, "theme", "x", &refusal));
  telaah_test_refuses (p->session, INVALID, telaah_session_describe_point (p->session, point, half_good, &refusal));
  telaah_test_refuses (p->session, NOT_FOUND,
                       telaah_session_set_point (p->session, p->themes[1], "title", "x", &refusal));
}

static void
test_move (Project       *p,
           gconstpointer  data)
{
  g_autofree char *first = dup_point_of (p, p->themes[0]);
  g_autofree char *second = dup_point_of (p, p->themes[1]);
  g_autofree char *third = dup_point_of (p, p->themes[2]);

  telaah_test_does (p->session, telaah_session_move_point (p->session, second, NULL, first, &fault));
  assert_tree (p, "Manfaat .Ekonomi Tantangan");
  telaah_test_does (p->session, telaah_session_move_point (p->session, first, second, third, &fault));
  assert_tree (p, "Manfaat .Tantangan .Ekonomi");
  telaah_test_does (p->session, telaah_session_move_point (p->session, third, NULL, NULL, &fault));
  assert_tree (p, "Manfaat .Tantangan Ekonomi");

  telaah_test_refuses (p->session, INVALID, telaah_session_move_point (p->session, second, second, NULL, &refusal));
  telaah_test_refuses (p->session, INVALID, telaah_session_move_point (p->session, second, first, NULL, &refusal));
  telaah_test_refuses (p->session, NOT_FOUND,
                       telaah_session_move_point (p->session, p->themes[0], NULL, NULL, &refusal));
  telaah_test_refuses (p->session, NOT_FOUND,
                       telaah_session_move_point (p->session, first, p->themes[0], NULL, &refusal));
}

/* Also where the points are implied so far: what would write them down is taken back with the rest. */
static void
test_move_refused_implied (Project       *p,
                           gconstpointer  data)
{
  g_autofree char *second = dup_point_of (p, p->themes[1]);
  g_autofree char *third = dup_point_of (p, p->themes[2]);

  telaah_test_refuses (p->session, INVALID, telaah_session_move_point (p->session, second, third, NULL, &refusal));
  assert_stored (p, "0");
}

static void
test_remove (Project       *p,
             gconstpointer  data)
{
  g_autofree char *second = dup_point_of (p, p->themes[1]);
  g_autofree char *third = dup_point_of (p, p->themes[2]);
  g_autofree char *n_cells = NULL, *before = NULL, *after = NULL;

  write_down (p);
  telaah_test_does (p->session, telaah_session_set_cell (p->session, third, p->sources[0], NULL, "isi", &fault));
  before = telaah_test_dump (p->path);
  telaah_test_does (p->session, telaah_session_remove_point (p->session, second, &fault));
  assert_tree (p, "Tantangan");
  n_cells = telaah_test_dup_value (p->path, "SELECT count(*) FROM cell");
  g_assert_cmpstr (n_cells, ==, "1");

  /* The themes stay as they are. */
  g_assert_nonnull (telaah_session_find_theme (p->session, p->themes[1]));
  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_remove_point (p->session, second, &refusal));

  telaah_test_does (p->session, telaah_session_undo (p->session, &fault));
  after = telaah_test_dump (p->path);
  telaah_test_assert_text (after, before);
}

#define ADD(path, test) \
  g_test_add (path, Project, NULL, telaah_test_project_set_up, test, telaah_test_project_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/session/point/implied", test_implied);
  ADD ("/session/point/written-down", test_written_down);
  ADD ("/session/point/theme-joins", test_theme_joins);
  ADD ("/session/point/theme-stays-out", test_theme_stays_out);
  ADD ("/session/point/goes-with-theme", test_point_goes_with_theme);
  ADD ("/session/point/outlives-theme", test_remove_theme);
  ADD ("/session/point/add-keeping", test_add_keeping);
  ADD ("/session/point/add-alone", test_add_alone);
  ADD ("/session/point/add-below-implied", test_add_below_implied);
  ADD ("/session/point/add-refused", test_add_refused);
  ADD ("/session/point/set", test_set);
  ADD ("/session/point/set-refused", test_set_refused);
  ADD ("/session/point/move", test_move);
  ADD ("/session/point/move-refused-implied", test_move_refused_implied);
  ADD ("/session/point/remove", test_remove);

  return g_test_run ();
}
