/* A window with the view Compare on a small project, for its tests.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>
#include <glib/gstdio.h>

#include "app/compare/telaah-compare-private.h"
#include "app/compare/telaah-grid-private.h"
#include "app/telaah-text-editor.h"
#include "support/telaah-test-session.h"

/* Three sources; Challenges with Security below it, Benefits, Role. */
typedef struct
{
  TelaahSession *session;
  char          *sources[3];
  char          *themes[4];
  char          *points[4];
  GtkWidget     *window;
  TelaahCompare *compare;
  TelaahGrid    *grid;
  guint          n_removed;
  guint          n_failed;
} Fixture;

/* The next test wants to make one of the same name. */
G_GNUC_UNUSED static void
close_project (TelaahSession *session)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };
  g_autofree char *path = g_strdup (telaah_session_get_path (session));

  g_object_unref (session);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      g_remove (file);
    }
}

G_GNUC_UNUSED static void
count_cb (gpointer    compare,
          const char *message,
          guint      *count)
{
  g_assert_nonnull (message);
  *count += 1;
}

G_GNUC_UNUSED static void
settle (void)
{
  for (guint i = 0; i < 20 || g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, FALSE);
}

G_GNUC_UNUSED static char *
add_theme (Fixture    *f,
           const char *name,
           const char *parent)
{
  g_autoptr(GError) error = NULL;
  char *id = telaah_session_add_theme (f->session, name, parent, NULL, NULL, &error);

  g_assert_no_error (error);

  return id;
}

G_GNUC_UNUSED static void
set_cell (Fixture      *f,
          guint         point,
          guint         source,
          TelaahStatus  status,
          const char   *summary)
{
  g_autoptr(GError) error = NULL;

  telaah_session_set_cell (f->session, f->points[point], f->sources[source], &status, summary, &error);
  g_assert_no_error (error);
}

G_GNUC_UNUSED static void
show (Fixture *f,
      int      width)
{
  f->window = gtk_window_new ();
  f->compare = TELAAH_COMPARE (telaah_compare_new ());
  f->grid = f->compare->grid;
  g_signal_connect (f->compare, "removed", G_CALLBACK (count_cb), &f->n_removed);
  g_signal_connect (f->compare, "failed", G_CALLBACK (count_cb), &f->n_failed);

  telaah_compare_set_session (f->compare, f->session);
  gtk_window_set_child (GTK_WINDOW (f->window), GTK_WIDGET (f->compare));
  gtk_window_set_default_size (GTK_WINDOW (f->window), width, 700);
  gtk_window_present (GTK_WINDOW (f->window));
  gtk_test_widget_wait_for_draw (f->window);
  settle ();
}

G_GNUC_UNUSED static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->session = telaah_test_project_new ("compare.telaah", "Each new channel is a new door. It costs.",
                                        "Citizens ask the ambassador.", "The gap at home is wide.", NULL);
  f->themes[0] = add_theme (f, "Challenges", NULL);
  f->themes[1] = add_theme (f, "Security", f->themes[0]);
  f->themes[2] = add_theme (f, "Benefits", NULL);
  f->themes[3] = add_theme (f, "Role", NULL);

  for (guint i = 0; i < 3; i++)
    f->sources[i] = g_strdup (telaah_test_get_id (telaah_session_get_sources (f->session), i));

  for (guint i = 0; i < 4; i++)
    f->points[i] = g_strdup (telaah_test_get_id (telaah_session_get_points (f->session), i));

  g_free (telaah_test_tag (f->session, f->sources[0], 0, 31, f->themes[0], NULL));
  g_free (telaah_test_tag (f->session, f->sources[1], 0, 8, f->themes[2], NULL));
  set_cell (f, 0, 0, TELAAH_STATUS_TREATED, "Channels are doors.");
  set_cell (f, 0, 1, TELAAH_STATUS_SILENT, NULL);
  set_cell (f, 1, 2, TELAAH_STATUS_IMPLICIT, "A gap.\nAt home.");
  show (f, 1200);
}

G_GNUC_UNUSED static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  gpointer compare = f->compare, grid = f->grid;

  g_assert_cmpuint (f->n_failed, ==, 0);
  g_object_add_weak_pointer (G_OBJECT (compare), &compare);
  g_object_add_weak_pointer (G_OBJECT (grid), &grid);
  gtk_window_destroy (GTK_WINDOW (f->window));
  settle ();
  g_assert_null (compare);
  g_assert_null (grid);

  for (guint i = 0; i < 3; i++)
    g_free (f->sources[i]);

  for (guint i = 0; i < 4; i++)
    {
      g_free (f->themes[i]);
      g_free (f->points[i]);
    }

  close_project (f->session);
}

/* ---- Helpers ---- */

G_GNUC_UNUSED static const char *
get_name (Fixture *f,
          guint    row,
          guint    column)
{
  TelaahGridCell *cell = telaah_grid_find_cell (f->grid, row, column);

  g_assert_nonnull (cell);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       telaah_grid_cell_get_face (cell)->name);

  return telaah_grid_cell_get_face (cell)->name;
}

/* What a key does that the grid has bound. */
G_GNUC_UNUSED static gboolean
press (Fixture         *f,
       guint            key,
       GdkModifierType  modifiers)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (f->grid));
  g_autoptr(GtkShortcutTrigger) wanted = gtk_keyval_trigger_new (key, modifiers);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);
      guint n = GTK_IS_SHORTCUT_CONTROLLER (controller) ? g_list_model_get_n_items (G_LIST_MODEL (controller)) : 0;

      for (guint k = 0; k < n; k++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), wanted))
            {
              gboolean done = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0,
                                                            GTK_WIDGET (f->grid),
                                                            gtk_shortcut_get_arguments (shortcut));
              settle ();
              return done;
            }
        }
    }

  g_error ("the grid has no key %s", gdk_keyval_name (key));
}

G_GNUC_UNUSED static void
assert_place (Fixture *f,
              guint    row,
              guint    column)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (f->window));

  g_assert_cmpuint (f->grid->last.row, ==, row);
  g_assert_cmpuint (f->grid->last.column, ==, column);
  g_assert_true (focus == GTK_WIDGET (telaah_grid_find_cell (f->grid, row, column)));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
}

G_GNUC_UNUSED static GtkWidget *
find_widget (GtkWidget *root,
             GType      type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && gtk_widget_get_mapped (root))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);

  return found;
}

G_GNUC_UNUSED static GtkWidget *
find_button (GtkWidget  *root,
             const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (root) && gtk_widget_get_mapped (root) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);

  return found;
}

/* What stands in a place of the project. */
G_GNUC_UNUSED static void
assert_summary (Fixture    *f,
                guint       point,
                guint       source,
                const char *summary)
{
  g_autoptr(TelaahCell) cell = telaah_session_dup_cell (f->session, f->points[point], f->sources[source]);

  g_assert_cmpstr (telaah_cell_fields (cell)->summary, ==, summary);
}

typedef struct
{
  const char *path;
  void      (*test) (Fixture *, gconstpointer);
} CompareTest;

G_GNUC_UNUSED static void
add_tests (const CompareTest *tests,
           guint              n_tests)
{
  for (guint i = 0; i < n_tests; i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
}

/* Not G_TEST_OPTION_ISOLATE_DIRS, which hides the system's icons and schemas as well. Returns: the folder, to be
 * removed */
G_GNUC_UNUSED static char *
init_tests (int    *argc,
            char ***argv)
{
  char *folder = g_dir_make_tmp ("telaah-compare-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  gtk_test_init (argc, argv, NULL);
  adw_init ();

  return folder;
}
