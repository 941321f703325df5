/* The rows and columns of the view Compare: hiding, order, filter, and the dialogs that make and merge points.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "compare-fixture.h"

#include "app/compare/telaah-point-dialog.h"
#include "app/compare/telaah-point-merge.h"
#include "app/compare/telaah-point-themes.h"
#include "app/compare/telaah-source-order.h"
#include "app/compare/telaah-tree-checks.h"

static void
act (Fixture    *f,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->compare), action, NULL));
  settle ();
}

static void
describe (Fixture    *f,
          guint       source,
          const char *key,
          const char *value)
{
  telaah_test_does (f->session, telaah_session_set_source (f->session, f->sources[source], key, value, &fault));
}

/* ---- Hiding ---- */

static void
test_hiding (Fixture       *f,
             gconstpointer  data)
{
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (f->compare->hidden)));

  /* A source from its head, with a neighbour. */
  telaah_grid_select (f->grid, NULL, f->sources[0]);
  gtk_widget_grab_focus (GTK_WIDGET (f->grid));
  press (f, GDK_KEY_Right, GDK_SHIFT_MASK);
  g_assert_true (press (f, GDK_KEY_h, GDK_CONTROL_MASK));
  g_assert_cmpuint (f->grid->sources->len, ==, 1);
  g_assert_cmpuint (f->n_removed, ==, 1);
  g_assert_true (telaah_session_is_hidden (f->session, f->sources[1]));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (f->compare->hidden)));
  g_assert_cmpstr (get_name (f, 1, 1), ==, "Security, text-3.txt: Implicit. A gap. At home.");

  /* A point from one of its cells takes along what stands below it. */
  telaah_grid_select (f->grid, f->points[0], f->sources[2]);
  act (f, "compare.hide-point");
  g_assert_cmpuint (telaah_grid_tree_get_n (f->grid->tree), ==, 2);
  g_assert_cmpstr (get_name (f, 0, 0), ==, "Benefits");

  act (f, "compare.show-all");
  g_assert_cmpuint (f->grid->sources->len, ==, 3);
  g_assert_cmpuint (telaah_grid_tree_get_n (f->grid->tree), ==, 4);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (f->compare->hidden)));
}

static void
test_hiding_all (Fixture       *f,
                 gconstpointer  data)
{
  telaah_grid_select (f->grid, NULL, f->sources[0]);
  telaah_grid_extend (f->grid, TELAAH_NO_ROW, 3);
  act (f, "compare.hide");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (f->compare->stack)), ==, "nothing");
  act (f, "compare.show-everything");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (f->compare->stack)), ==, "grid");
}

/* ---- Order ---- */

static void
assert_order (Fixture *f,
              guint    first,
              guint    second,
              guint    third)
{
  const guint order[] = { first, second, third };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpstr (telaah_source_fields (f->grid->sources->pdata[i])->id, ==, f->sources[order[i]]);
}

static void
order_by (Fixture    *f,
          const char *what)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->compare), "compare.order-sources", "s", what));
  settle ();
}

static void
test_order (Fixture       *f,
            gconstpointer  data)
{
  telaah_grid_select (f->grid, f->points[0], f->sources[0]);
  gtk_widget_grab_focus (GTK_WIDGET (f->grid));
  g_assert_true (press (f, GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK));
  assert_order (f, 1, 0, 2);
  assert_place (f, 0, 2);
  press (f, GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  press (f, GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  assert_order (f, 1, 2, 0);
  press (f, GDK_KEY_Left, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  assert_order (f, 1, 0, 2);

  describe (f, 0, "date", "2021");
  describe (f, 2, "date", "2019-03");
  order_by (f, "date");
  assert_order (f, 2, 0, 1);
  describe (f, 1, "author", "Adi");
  describe (f, 2, "author", "Budi");
  order_by (f, "author");
  assert_order (f, 1, 2, 0);
  g_free (telaah_test_tag (f->session, f->sources[2], 0, 3, f->themes[3], NULL));
  g_free (telaah_test_tag (f->session, f->sources[2], 4, 7, f->themes[3], NULL));
  order_by (f, "passages");
  g_assert_cmpstr (telaah_source_fields (f->grid->sources->pdata[0])->id, ==, f->sources[2]);
  order_by (f, "title");
  assert_order (f, 0, 1, 2);
}

/* The pointer does the same. */
static void
test_drags (Fixture       *f,
            gconstpointer  data)
{
  GdkRectangle box;

  telaah_grid_get_rectangle (f->grid, &(TelaahGridPlace) { TELAAH_NO_ROW, 3 }, &box);
  telaah_grid_begin_drag (f->grid, &(TelaahGridPlace) { TELAAH_NO_ROW, 1 });
  telaah_grid_drag_to (f->grid, box.x + box.width - 30, box.y + 5);
  telaah_grid_end_drag (f->grid, TRUE);
  settle ();
  assert_order (f, 1, 2, 0);

  /* Role before Challenges, then below it. */
  telaah_grid_get_rectangle (f->grid, &(TelaahGridPlace) { 0, 0 }, &box);
  telaah_grid_begin_drag (f->grid, &(TelaahGridPlace) { 3, 0 });
  telaah_grid_drag_to (f->grid, 20, box.y + 2);
  telaah_grid_end_drag (f->grid, TRUE);
  settle ();
  g_assert_cmpstr (get_name (f, 0, 0), ==, "Role");

  telaah_grid_get_rectangle (f->grid, &(TelaahGridPlace) { 1, 0 }, &box);
  telaah_grid_begin_drag (f->grid, &(TelaahGridPlace) { 0, 0 });
  telaah_grid_drag_to (f->grid, 20, box.y + box.height / 2.0);
  telaah_grid_end_drag (f->grid, TRUE);
  settle ();
  g_assert_cmpstr (get_name (f, 2, 0), ==, "Role");
  g_assert_cmpstr (telaah_point_fields (telaah_grid_tree_get_point (f->grid->tree, 2))->parent, ==, f->points[0]);

  /* Never below itself. */
  telaah_grid_get_rectangle (f->grid, &(TelaahGridPlace) { 1, 0 }, &box);
  telaah_grid_begin_drag (f->grid, &(TelaahGridPlace) { 0, 0 });
  telaah_grid_drag_to (f->grid, 20, box.y + box.height / 2.0);
  telaah_grid_end_drag (f->grid, TRUE);
  g_assert_cmpstr (get_name (f, 0, 0), ==, "Challenges");
}

/* ---- Filter ---- */

static void
set_filter (Fixture    *f,
            const char *attribute,
            const char *value,
            const char *coder,
            guint       statuses)
{
  g_autoptr(TelaahGridFilter) filter = telaah_grid_filter_new (attribute, value, coder, statuses);

  telaah_compare_set_filter (f->compare, filter);
  settle ();
}

static void
test_filter (Fixture       *f,
             gconstpointer  data)
{
  g_autofree char *coder = g_strdup (telaah_session_get_coder (f->session));

  set_filter (f, NULL, NULL, NULL, 1 << TELAAH_STATUS_IMPLICIT);
  g_assert_cmpuint (f->grid->sources->len, ==, 1);
  g_assert_cmpuint (telaah_grid_tree_get_n (f->grid->tree), ==, 2);   /* with the point over it */
  g_assert_true (gtk_widget_get_visible (f->compare->chip));
  g_assert_cmpstr (gtk_label_get_text (f->compare->chip_label), ==, "Implicit");

  /* A cell that comes to be so joins, without being asked. */
  set_cell (f, 3, 0, TELAAH_STATUS_IMPLICIT, NULL);
  settle ();
  g_assert_cmpuint (f->grid->sources->len, ==, 2);
  g_assert_cmpuint (telaah_grid_tree_get_n (f->grid->tree), ==, 3);

  /* Only what that coder has tagged. */
  telaah_session_set_coder (f->session, "Sari");
  g_free (telaah_test_tag (f->session, f->sources[0], 32, 41, f->themes[0], NULL));
  telaah_session_set_coder (f->session, coder);
  set_filter (f, NULL, NULL, "Sari", 0);
  g_assert_cmpuint (f->grid->sources->len, ==, 1);
  g_assert_cmpuint (telaah_grid_tree_get_n (f->grid->tree), ==, 1);
  g_assert_nonnull (strstr (get_name (f, 0, 1), "1 passage"));

  /* Who is sent to what it leaves out sees it. */
  g_assert_true (telaah_compare_set_place (f->compare, f->points[2], f->sources[1]));
  g_assert_false (gtk_widget_get_visible (f->compare->chip));
  g_assert_cmpuint (f->grid->sources->len, ==, 3);

  set_filter (f, NULL, NULL, "Nobody", 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (f->compare->stack)), ==, "nothing");
  act (f, "compare.clear-filter");
  g_assert_cmpuint (f->grid->sources->len, ==, 3);
}

static void
test_filter_popover (Fixture       *f,
                     gconstpointer  data)
{
  g_autoptr(TelaahGridFilter) filter = telaah_grid_filter_new (NULL, NULL, NULL, 1 << TELAAH_STATUS_SILENT);
  g_autoptr(TelaahGridFilter) shown = NULL;

  telaah_compare_set_filter (f->compare, filter);
  telaah_compare_filter_set_filter (f->compare->filter, filter);
  shown = telaah_compare_filter_dup_filter (f->compare->filter);
  g_assert_cmpuint (shown->statuses, ==, 1 << TELAAH_STATUS_SILENT);
  g_assert_null (shown->coder);
  g_signal_emit_by_name (f->compare->filter, "changed");
  g_assert_cmpuint (telaah_grid_get_filter (f->grid)->statuses, ==, 1 << TELAAH_STATUS_SILENT);
}

/* ---- Points ---- */

static GtkWidget *
find_dialog (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }

  return NULL;
}

static void
press_button (GtkWidget  *dialog,
              const char *label)
{
  GtkWidget *button = find_button (dialog, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  settle ();
}

static void
test_merge (Fixture       *f,
            gconstpointer  data)
{
  set_cell (f, 3, 0, TELAAH_STATUS_TREATED, "A host.");
  telaah_grid_select (f->grid, f->points[2], NULL);
  telaah_grid_extend (f->grid, 3, 0);
  act (f, "compare.merge");
  press_button (find_dialog (TELAAH_TYPE_POINT_MERGE), "_Merge");
  g_assert_null (find_dialog (TELAAH_TYPE_POINT_MERGE));
  g_assert_cmpuint (telaah_grid_tree_get_n (f->grid->tree), ==, 3);
  g_assert_cmpuint (f->n_removed, ==, 1);
  g_assert_true (g_str_has_suffix (get_name (f, 2, 1), "A host."));
  telaah_test_does (f->session, telaah_session_undo (f->session, &fault));
  g_assert_cmpuint (telaah_grid_tree_get_n (f->grid->tree), ==, 4);
}

static void
test_describe_point (Fixture       *f,
                     gconstpointer  data)
{
  const char *const themes[] = { f->themes[2], f->themes[3], NULL };
  const TelaahPointFields *fields;
  GtkWidget *dialog;

  telaah_grid_select (f->grid, f->points[2], NULL);
  act (f, "compare.point-details");
  dialog = find_dialog (TELAAH_TYPE_POINT_DIALOG);
  telaah_tree_checks_check (TELAAH_TREE_CHECKS (find_widget (dialog, TELAAH_TYPE_TREE_CHECKS)), themes);
  press_button (dialog, "_Save");
  g_assert_null (find_dialog (TELAAH_TYPE_POINT_DIALOG));

  fields = telaah_point_fields (telaah_session_find_point (f->session, f->points[2]));
  g_assert_cmpstr (fields->title, ==, "Benefits");
  g_assert_cmpstr (fields->theme, ==, f->themes[2]);
  g_assert_cmpstr (fields->more, ==, f->themes[3]);
  g_assert_nonnull (strchr (telaah_grid_cell_get_face (telaah_grid_find_cell (f->grid, 2, 0))->colors, ' '));
}

static void
test_points_of_themes (Fixture       *f,
                       gconstpointer  data)
{
  const char *const themes[] = { f->themes[2], NULL };
  GtkWidget *dialog;

  g_free (telaah_session_add_point (f->session, "A question", NULL, NULL, TRUE, NULL));
  telaah_grid_select (f->grid, f->points[0], f->sources[0]);
  act (f, "compare.add-points-of-themes");
  dialog = find_dialog (TELAAH_TYPE_POINT_THEMES);
  telaah_tree_checks_check (TELAAH_TREE_CHECKS (find_widget (dialog, TELAAH_TYPE_TREE_CHECKS)), themes);
  press_button (dialog, "_Add");
  g_assert_null (find_dialog (TELAAH_TYPE_POINT_THEMES));
  g_assert_cmpuint (telaah_grid_tree_get_n (f->grid->tree), ==, 6);
}

/* ---- Changes ---- */

/* One new tag rereads its cell, those of the points over it, and what their rows say of all cells. */
static void
test_a_tag_rereads_its_cell (Fixture       *f,
                             gconstpointer  data)
{
  guint before = f->grid->n_reread;

  g_free (telaah_test_tag (f->session, f->sources[2], 0, 3, f->themes[3], NULL));
  settle ();
  g_assert_cmpstr (get_name (f, 3, 3), ==, "Role, text-3.txt: Not yet read, Treated?, 1 passage");
  g_assert_cmpuint (f->grid->n_reread - before, >, 0);
  g_assert_cmpuint (f->grid->n_reread - before, <=, 2);
}

int
main (int   argc,
      char *argv[])
{
  static const CompareTest tests[] = {
    { "/app/compare/hiding", test_hiding },
    { "/app/compare/hiding-all", test_hiding_all },
    { "/app/compare/order", test_order },
    { "/app/compare/drags", test_drags },
    { "/app/compare/filter", test_filter },
    { "/app/compare/filter-popover", test_filter_popover },
    { "/app/compare/points/merge", test_merge },
    { "/app/compare/points/describe", test_describe_point },
    { "/app/compare/points/of-themes", test_points_of_themes },
    { "/app/compare/a-tag-rereads-its-cell", test_a_tag_rereads_its_cell },
  };
  g_autofree char *folder = init_tests (&argc, &argv);
  int status;

  add_tests (tests, G_N_ELEMENTS (tests));
  status = g_test_run ();
  g_rmdir (folder);

  return status;
}
