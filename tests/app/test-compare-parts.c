/* What the view Compare is made of, each by itself: context of quotes, moves of points, rows, and a grid far larger
 * than its window.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "app/compare/telaah-evidence-card.h"
#include "app/compare/telaah-grid-private.h"
#include "app/compare/telaah-point-move.h"
#include "support/telaah-test-session.h"

/* ---- Context ---- */

#define NBSP "\u00a0"

static const struct
{
  const char *name;
  gboolean    after;
  const char *words;
  const char *shown;
} contexts[] = {
  { "before/none", FALSE, NULL, "" },
  { "before/start-of-text", FALSE, "Short start, ", "Short start, " },
  { "before/cut-word", FALSE, "mething that was cut in two, and ", "…" NBSP "that was cut in two, and " },
  { "before/new-paragraph", FALSE, "the end of another one.\n  First ", "First " },
  { "before/right-after-a-break", FALSE, "the end of another, long enough.\n", "" },
  { "before/umlauts", FALSE, "üüüüüüüü ööööööööööö äääääääääää ", "…" NBSP "ööööööööööö äääääääääää " },
  { "after/none", TRUE, "", "" },
  { "after/end-of-text", TRUE, " and no more.", " and no more." },
  { "after/near-the-end-of-text", TRUE, " and then something that was cu", " and then something that was cu" },
  { "after/cut-word", TRUE, " and then something that was cut", " and then something that was" NBSP "…" },
  { "after/paragraph-ends", TRUE, " there.\nAnother that is long eno", " there." },
  { "after/right-before-a-break", TRUE, "\nAnother paragraph, which is long", "" },
};

static void
test_context (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *shown = contexts[i].after ? telaah_context_dup_after (contexts[i].words)
                                             : telaah_context_dup_before (contexts[i].words);

  g_assert_cmpstr (shown, ==, contexts[i].shown);
}

/* ---- Points ---- */

/* a (b (c), d), e */
static GListModel *
make_points (void)
{
  const TelaahPointFields points[] = {
    { .id = "a", .title = "A" }, { .id = "b", .parent = "a", .title = "B", .depth = 1 },
    { .id = "c", .parent = "b", .title = "C", .depth = 2 }, { .id = "d", .parent = "a", .title = "D", .depth = 1 },
    { .id = "e", .title = "E" },
  };
  GListStore *store = g_list_store_new (TELAAH_TYPE_POINT);

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      g_autoptr(TelaahPoint) point = telaah_point_new (&points[i]);

      g_list_store_append (store, point);
    }

  return G_LIST_MODEL (store);
}

static void
test_moves (void)
{
  const struct { const char *point; TelaahPointMove move; gboolean can; const char *parent, *before; } moves[] = {
    { "a", TELAAH_POINT_MOVE_UP, FALSE }, { "a", TELAAH_POINT_MOVE_DOWN, TRUE, NULL, NULL },
    { "a", TELAAH_POINT_MOVE_NEST, FALSE }, { "a", TELAAH_POINT_MOVE_LIFT, FALSE },
    { "b", TELAAH_POINT_MOVE_UP, FALSE }, { "b", TELAAH_POINT_MOVE_DOWN, TRUE, "a", NULL },
    { "b", TELAAH_POINT_MOVE_LIFT, TRUE, NULL, "e" }, { "c", TELAAH_POINT_MOVE_LIFT, TRUE, "a", "d" },
    { "c", TELAAH_POINT_MOVE_NEST, FALSE }, { "d", TELAAH_POINT_MOVE_UP, TRUE, "a", "b" },
    { "d", TELAAH_POINT_MOVE_NEST, TRUE, "b", NULL }, { "e", TELAAH_POINT_MOVE_UP, TRUE, NULL, "a" },
    { "e", TELAAH_POINT_MOVE_NEST, TRUE, "a", NULL }, { "e", TELAAH_POINT_MOVE_DOWN, FALSE },
    { "x", TELAAH_POINT_MOVE_UP, FALSE },
  };
  g_autoptr(GListModel) points = make_points ();

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      const char *parent = "", *before = "";

      g_test_message ("%s by %d", moves[i].point, moves[i].move);
      g_assert_cmpint (telaah_point_find_place (points, moves[i].point, moves[i].move, &parent, &before), ==,
                       moves[i].can);

      if (moves[i].can)
        {
          g_assert_cmpstr (parent, ==, moves[i].parent);
          g_assert_cmpstr (before, ==, moves[i].before);
        }
    }
}

static void
test_tree_folds (void)
{
  g_autoptr(GListModel) points = make_points ();
  g_autoptr(TelaahGridTree) tree = telaah_grid_tree_new ();

  telaah_grid_tree_set_points (tree, points, NULL, NULL);
  g_assert_cmpuint (telaah_grid_tree_get_n (tree), ==, 5);
  g_assert_cmpint (telaah_grid_tree_get_fold (tree, 1), ==, TELAAH_GRID_FOLD_OPEN);
  g_assert_cmpint (telaah_grid_tree_get_fold (tree, 2), ==, TELAAH_GRID_FOLD_NONE);

  g_assert_false (telaah_grid_tree_set_fold (tree, 2, TELAAH_GRID_FOLD_CLOSED));
  g_assert_true (telaah_grid_tree_set_fold (tree, 1, TELAAH_GRID_FOLD_CLOSED));
  g_assert_cmpuint (telaah_grid_tree_get_n (tree), ==, 4);
  g_assert_cmpuint (telaah_grid_tree_find (tree, "c"), ==, TELAAH_NO_ROW);
  g_assert_cmpuint (telaah_grid_tree_find_near (tree, "c"), ==, 1);

  g_assert_true (telaah_grid_tree_set_fold (tree, 0, TELAAH_GRID_FOLD_CLOSED));
  g_assert_cmpuint (telaah_grid_tree_get_n (tree), ==, 2);
  g_assert_cmpuint (telaah_grid_tree_find_near (tree, "d"), ==, 0);
  g_assert_cmpuint (telaah_grid_tree_find_near (tree, "e"), ==, 1);
  g_assert_cmpuint (telaah_grid_tree_find_near (tree, "x"), ==, TELAAH_NO_ROW);

  /* Folding outlives the list, and what was folded within stays folded. */
  telaah_grid_tree_set_points (tree, points, NULL, NULL);
  g_assert_cmpuint (telaah_grid_tree_get_n (tree), ==, 2);
  telaah_grid_tree_set_fold (tree, 0, TELAAH_GRID_FOLD_OPEN);
  g_assert_cmpuint (telaah_grid_tree_get_n (tree), ==, 4);
}

static gboolean
is_one (TelaahPoint *point,
        gpointer     id)
{
  return g_str_equal (telaah_point_fields (point)->id, id);
}

/* Who is wanted brings those over it; who is hidden takes those below it away. */
static void
test_tree_leaves_out (void)
{
  g_autoptr(GListModel) points = make_points ();
  g_autoptr(TelaahGridTree) tree = telaah_grid_tree_new ();
  const TelaahPointFields hidden = { .id = "a", .title = "A", .hidden = TRUE };
  g_autoptr(TelaahPoint) point = telaah_point_new (&hidden);

  telaah_grid_tree_set_points (tree, points, is_one, (gpointer) "c");
  g_assert_cmpuint (telaah_grid_tree_get_n (tree), ==, 3);
  g_assert_cmpstr (telaah_grid_tree_get_id (tree, 0), ==, "a");
  g_assert_cmpstr (telaah_grid_tree_get_id (tree, 2), ==, "c");

  telaah_grid_tree_set_points (tree, points, is_one, (gpointer) "e");
  g_assert_cmpuint (telaah_grid_tree_get_n (tree), ==, 1);

  g_list_store_splice (G_LIST_STORE (points), 0, 1, (gpointer *) &point, 1);
  telaah_grid_tree_set_points (tree, points, NULL, NULL);
  g_assert_cmpuint (telaah_grid_tree_get_n (tree), ==, 1);
  g_assert_cmpstr (telaah_grid_tree_get_id (tree, 0), ==, "e");
}

static void
test_rows_have_heights (void)
{
  const char *const keys[] = { "a", "b", "c", "d", "e" };
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  g_autoptr(TelaahGridRows) rows = telaah_grid_rows_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_ptr_array_add (ids, (gpointer) keys[i]);

  telaah_grid_rows_set_keys (rows, ids);
  telaah_grid_rows_set_usual (rows, 50);
  g_assert_cmpint (telaah_grid_rows_get_y (rows, 5), ==, 250);

  g_assert_true (telaah_grid_rows_raise (rows, 1, 80));
  g_assert_false (telaah_grid_rows_raise (rows, 1, 60));
  g_assert_false (telaah_grid_rows_raise (rows, 3, 20));
  g_assert_cmpint (telaah_grid_rows_get_y (rows, 2), ==, 130);
  g_assert_cmpint (telaah_grid_rows_get_height (rows, 1), ==, 80);
  g_assert_cmpuint (telaah_grid_rows_at (rows, 0), ==, 0);
  g_assert_cmpuint (telaah_grid_rows_at (rows, 129), ==, 1);
  g_assert_cmpuint (telaah_grid_rows_at (rows, 130), ==, 2);
  g_assert_cmpuint (telaah_grid_rows_at (rows, 280), ==, G_MAXUINT);
  g_assert_cmpuint (telaah_grid_rows_at (rows, -1), ==, G_MAXUINT);

  /* Once more from the start: now it may shrink. */
  telaah_grid_rows_forget (rows);
  g_assert_cmpint (telaah_grid_rows_get_height (rows, 1), ==, 80);
  g_assert_true (telaah_grid_rows_raise (rows, 1, 60));
  g_assert_cmpint (telaah_grid_rows_get_height (rows, 1), ==, 60);
}

/* ---- A large grid ---- */

#define MANY 40

static TelaahSession *
make_large (void)
{
  TelaahSession *session = telaah_test_project_new ("large.telaah", NULL);
  g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_document_free);

  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *name = g_strdup_printf ("source %u", i);
      g_autofree char *title = g_strdup_printf ("Point %u", i);

      g_ptr_array_add (documents, telaah_test_document_new (name, name));
      telaah_test_does (session, telaah_session_add_theme (session, title, NULL, NULL, NULL, &fault));
    }

  telaah_test_does (session, telaah_session_import (session, documents, FALSE, NULL, &fault));

  return session;
}

static guint
count_children (GtkWidget *grid)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (grid); child != NULL; child = gtk_widget_get_next_sibling (child))
    n++;

  return n;
}

static void
settle (void)
{
  for (guint i = 0; i < 20 || g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, FALSE);
}

static void
assert_in_view (TelaahGrid *grid)
{
  GdkRectangle bounds;

  g_assert_true (telaah_grid_get_bounds (grid, &bounds));
  g_assert_cmpint (bounds.x, >=, grid->first_width);
  g_assert_cmpint (bounds.y, >=, grid->header_height);
  g_assert_cmpint (bounds.x + bounds.width, <=, gtk_widget_get_width (GTK_WIDGET (grid)));
  g_assert_cmpint (bounds.y + bounds.height, <=, gtk_widget_get_height (GTK_WIDGET (grid)));
}

static void
test_large_grid_has_few_cells (void)
{
  TelaahSession *session = make_large ();
  GtkWidget *window = gtk_window_new (), *scroller = gtk_scrolled_window_new (), *widget = telaah_grid_new ();
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  TelaahGrid *grid = TELAAH_GRID (widget);
  g_autofree char *path = g_strdup (telaah_session_get_path (session));

  telaah_grid_set_session (grid, session);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), widget);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 600);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  settle ();

  g_assert_cmpuint (g_hash_table_size (grid->cells), >, 20);
  g_assert_cmpuint (count_children (widget), <, 150);
  g_assert_null (telaah_grid_find_cell (grid, MANY - 1, MANY));

  gtk_widget_grab_focus (widget);
  telaah_grid_set_place (grid, MANY - 1, MANY);
  settle ();
  assert_in_view (grid);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) ==
                 GTK_WIDGET (telaah_grid_find_cell (grid, MANY - 1, MANY)));

  /* Scrolled away it keeps the focus, and the widgets are used again. */
  gtk_adjustment_set_value (down, 0);
  settle ();
  g_assert_nonnull (telaah_grid_find_cell (grid, 0, 0));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) ==
                 GTK_WIDGET (telaah_grid_find_cell (grid, MANY - 1, MANY)));
  g_assert_cmpuint (count_children (widget), <, 150);

  telaah_grid_set_place (grid, 0, 1);
  settle ();
  assert_in_view (grid);

  /* Nor with quotes in it, or turned. */
  telaah_grid_set_content (grid, TELAAH_GRID_QUOTES);
  settle ();
  g_assert_cmpuint (count_children (widget), <, 150);
  telaah_grid_set_transposed (grid, TRUE);
  telaah_grid_set_place (grid, MANY - 1, MANY);
  settle ();
  assert_in_view (grid);
  g_assert_cmpuint (count_children (widget), <, 150);

  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  g_object_unref (session);
  g_remove (path);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("telaah-compare-XXXXXX", NULL);
  int status;

  /* Not G_TEST_OPTION_ISOLATE_DIRS, which hides the system's icons and schemas as well. */
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (contexts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/compare/context/%s", contexts[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_context);
    }

  g_test_add_func ("/app/compare/moves", test_moves);
  g_test_add_func ("/app/compare/tree/folds", test_tree_folds);
  g_test_add_func ("/app/compare/tree/leaves-out", test_tree_leaves_out);
  g_test_add_func ("/app/compare/rows/have-heights", test_rows_have_heights);
  g_test_add_func ("/app/compare/large-grid-has-few-cells", test_large_grid_has_few_cells);

  status = g_test_run ();
  g_rmdir (folder);

  return status;
}
