/* The view Compare on a small project: what its cells say, how keys go through it, and that no word is lost.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "app/compare/telaah-compare-private.h"
#include "app/compare/telaah-grid-private.h"
#include "app/telaah-text-editor.h"
#include "support/telaah-test-session.h"

/* Longer than an editor waits before it saves, in milliseconds. */
#define PAUSE 1300

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
static void
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

static void
count_cb (gpointer    compare,
          const char *message,
          guint      *count)
{
  g_assert_nonnull (message);
  *count += 1;
}

static void
settle (void)
{
  for (guint i = 0; i < 20 || g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, FALSE);
}

static char *
add_theme (Fixture    *f,
           const char *name,
           const char *parent)
{
  g_autoptr(GError) error = NULL;
  char *id = telaah_session_add_theme (f->session, name, parent, NULL, NULL, &error);

  g_assert_no_error (error);

  return id;
}

static void
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

static void
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

static void
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

static void
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

static const char *
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
static gboolean
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

static void
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

static GtkWidget *
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

static GtkWidget *
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

static TelaahTextEditor *
get_editor (Fixture *f)
{
  return TELAAH_TEXT_EDITOR (find_widget (GTK_WIDGET (f->compare->pane), TELAAH_TYPE_TEXT_EDITOR));
}

static void
write_words (Fixture    *f,
             const char *words)
{
  GtkWidget *view = find_widget (GTK_WIDGET (get_editor (f)), GTK_TYPE_TEXT_VIEW);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), words, -1);
}

static void
assert_summary (Fixture    *f,
                guint       point,
                guint       source,
                const char *summary)
{
  g_autoptr(TelaahCell) cell = telaah_session_dup_cell (f->session, f->points[point], f->sources[source]);

  g_assert_cmpstr (telaah_cell_fields (cell)->summary, ==, summary);
}

static void
assert_shows (Fixture    *f,
              const char *words)
{
  g_autofree char *shown = telaah_text_editor_dup_text (get_editor (f));

  g_assert_cmpstr (shown, ==, words);
}

static guint
count_history (Fixture *f)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) history = telaah_session_dup_history (f->session, &error);

  g_assert_no_error (error);

  return history->len;
}

/* ---- What is said ---- */

static void
test_cells_say (Fixture       *f,
                gconstpointer  data)
{
  g_assert_cmpstr (get_name (f, TELAAH_NO_ROW, 1), ==, "text-1.txt");
  g_assert_cmpstr (get_name (f, TELAAH_NO_ROW, 4), ==, "Similarities and Differences");
  g_assert_cmpstr (get_name (f, 0, 0), ==, "Challenges");
  g_assert_cmpstr (get_name (f, 0, 1), ==, "Challenges, text-1.txt: Treated, 1 passage. Channels are doors.");
  g_assert_cmpstr (get_name (f, 0, 2), ==, "Challenges, text-2.txt: Silent");
  g_assert_cmpstr (get_name (f, 1, 3), ==, "Security, text-3.txt: Implicit. A gap. At home.");
  g_assert_cmpstr (get_name (f, 2, 2), ==, "Benefits, text-2.txt: Not yet read, 1 passage");
  g_assert_cmpstr (get_name (f, 3, 4), ==, "Role, similarities and differences");

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (f->grid), GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (telaah_grid_find_cell (f->grid, 0, 0)),
                                   GTK_ACCESSIBLE_ROLE_ROW_HEADER);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (telaah_grid_find_cell (f->grid, 0, 1)),
                                   GTK_ACCESSIBLE_ROLE_GRID_CELL);

  /* They follow the project. */
  set_cell (f, 3, 0, TELAAH_STATUS_TREATED, "A host.");
  g_assert_cmpstr (get_name (f, 3, 1), ==, "Role, text-1.txt: Treated. A host.");
  telaah_test_does (f->session, telaah_session_set_source (f->session, f->sources[0], "title", "Doors", &fault));
  g_assert_cmpstr (get_name (f, 3, 1), ==, "Role, Doors: Treated. A host.");
}

static void
test_unread_gets_read (Fixture       *f,
                       gconstpointer  data)
{
  telaah_grid_select (f->grid, f->points[2], f->sources[1]);
  write_words (f, "They ask.");
  g_assert_true (telaah_compare_flush (f->compare));
  g_assert_cmpstr (get_name (f, 2, 2), ==, "Benefits, text-2.txt: Treated, 1 passage. They ask.");
}

/* ---- Keys ---- */

static void
test_keys_move (Fixture       *f,
                gconstpointer  data)
{
  const GdkModifierType ctrl = GDK_CONTROL_MASK;
  const struct { guint key; GdkModifierType modifiers; guint row, column; } steps[] = {
    { GDK_KEY_Home, ctrl, 0, 0 }, { GDK_KEY_Left, 0, 0, 0 }, { GDK_KEY_Up, 0, 0, 0 },
    { GDK_KEY_Right, 0, 0, 1 }, { GDK_KEY_Down, 0, 1, 1 }, { GDK_KEY_End, 0, 1, 4 },
    { GDK_KEY_Right, 0, 1, 4 }, { GDK_KEY_End, ctrl, 3, 4 }, { GDK_KEY_Down, 0, 3, 4 },
    { GDK_KEY_Home, 0, 3, 0 }, { GDK_KEY_Page_Up, 0, 0, 0 }, { GDK_KEY_Page_Down, 0, 3, 0 },
    { GDK_KEY_Up, ctrl, 0, 0 }, { GDK_KEY_KP_Down, 0, 1, 0 },
  };

  gtk_widget_grab_focus (GTK_WIDGET (f->grid));
  assert_place (f, 0, 1);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_test_message ("step %u", i);
      g_assert_true (press (f, steps[i].key, steps[i].modifiers));
      assert_place (f, steps[i].row, steps[i].column);
    }

  g_assert_true (press (f, GDK_KEY_Return, 0));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (f->window)),
                                         GTK_WIDGET (f->compare->pane)));
}

static void
test_keys_fold (Fixture       *f,
                gconstpointer  data)
{
  gtk_widget_grab_focus (GTK_WIDGET (f->grid));
  g_assert_false (press (f, GDK_KEY_space, 0));

  telaah_grid_select (f->grid, f->points[1], f->sources[2]);
  g_assert_cmpuint (telaah_grid_rows_get_n (f->grid->rows), ==, 4);
  telaah_grid_select (f->grid, f->points[0], NULL);
  press (f, GDK_KEY_space, 0);
  g_assert_cmpuint (telaah_grid_rows_get_n (f->grid->rows), ==, 3);
  g_assert_cmpstr (get_name (f, 1, 0), ==, "Benefits");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (telaah_grid_find_cell (f->grid, 0, 0)),
                                    GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);

  press (f, GDK_KEY_minus, 0);
  g_assert_cmpuint (telaah_grid_rows_get_n (f->grid->rows), ==, 3);
  press (f, GDK_KEY_plus, 0);
  g_assert_cmpuint (telaah_grid_rows_get_n (f->grid->rows), ==, 4);

  /* What is folded away opens when it is asked for. */
  press (f, GDK_KEY_minus, 0);
  g_assert_true (telaah_compare_set_place (f->compare, f->points[1], f->sources[2]));
  assert_place (f, 1, 3);
}

static void
test_keys_change_points (Fixture       *f,
                         gconstpointer  data)
{
  g_autofree char *point = NULL, *source = NULL;

  telaah_grid_select (f->grid, f->points[3], NULL);
  gtk_widget_grab_focus (GTK_WIDGET (f->grid));
  press (f, GDK_KEY_Up, GDK_ALT_MASK);
  assert_place (f, 2, 0);
  g_assert_cmpstr (get_name (f, 2, 0), ==, "Role");
  press (f, GDK_KEY_Right, GDK_ALT_MASK);
  g_assert_cmpuint (telaah_grid_cell_get_face (telaah_grid_find_cell (f->grid, 2, 0))->depth, ==, 1);
  press (f, GDK_KEY_Left, GDK_ALT_MASK);
  g_assert_cmpuint (telaah_grid_cell_get_face (telaah_grid_find_cell (f->grid, 2, 0))->depth, ==, 0);

  g_assert_true (press (f, GDK_KEY_Delete, 0));
  g_assert_cmpuint (f->n_removed, ==, 1);
  g_assert_cmpuint (telaah_grid_rows_get_n (f->grid->rows), ==, 3);
  assert_place (f, 2, 0);
  g_assert_cmpstr (get_name (f, 2, 0), ==, "Benefits");

  telaah_test_does (f->session, telaah_session_undo (f->session, &fault));
  g_assert_cmpuint (telaah_grid_rows_get_n (f->grid->rows), ==, 4);
  telaah_compare_get_place (f->compare, &point, &source);
  g_assert_cmpstr (point, ==, f->points[2]);
  g_assert_null (source);

  /* In a cell they are not ours. */
  telaah_grid_select (f->grid, f->points[0], f->sources[0]);
  g_assert_false (press (f, GDK_KEY_Delete, 0));
  g_assert_cmpuint (f->n_removed, ==, 1);
}

/* ---- Writing ---- */

static void
test_a_pause_saves_once (Fixture       *f,
                         gconstpointer  data)
{
  guint before = count_history (f);

  telaah_grid_select (f->grid, f->points[0], f->sources[0]);
  assert_shows (f, "Channels are doors.");
  write_words (f, "Channels");
  write_words (f, "Channels are costly.");
  assert_summary (f, 0, 0, "Channels are doors.");
  telaah_test_spin (PAUSE);
  assert_summary (f, 0, 0, "Channels are costly.");
  telaah_test_spin (PAUSE);
  g_assert_cmpuint (count_history (f), ==, before + 1);

  telaah_test_does (f->session, telaah_session_undo (f->session, &fault));
  assert_shows (f, "Channels are doors.");
  g_assert_cmpstr (get_name (f, 0, 1), ==, "Challenges, text-1.txt: Treated, 1 passage. Channels are doors.");
}

static void
test_switching_saves (Fixture       *f,
                      gconstpointer  data)
{
  telaah_grid_select (f->grid, f->points[0], f->sources[0]);
  write_words (f, "Half a sen");
  telaah_grid_select (f->grid, f->points[0], f->sources[1]);
  assert_summary (f, 0, 0, "Half a sen");
  assert_summary (f, 0, 1, NULL);
  assert_shows (f, "");

  write_words (f, "Nothing here.");
  gtk_widget_set_visible (GTK_WIDGET (f->compare), FALSE);
  assert_summary (f, 0, 1, "Nothing here.");
  gtk_widget_set_visible (GTK_WIDGET (f->compare), TRUE);

  telaah_grid_select (f->grid, f->points[2], "");
  write_words (f, "All agree.");
  telaah_grid_select (f->grid, f->points[2], NULL);
  g_assert_cmpstr (telaah_point_fields (telaah_session_find_point (f->session, f->points[2]))->similarities, ==,
                   "All agree.");
}

/* Words that are not saved yet stand when the project changes around them. */
static void
test_changes_elsewhere_keep_words (Fixture       *f,
                                   gconstpointer  data)
{
  telaah_grid_select (f->grid, f->points[0], f->sources[0]);
  write_words (f, "In the making");
  set_cell (f, 3, 0, TELAAH_STATUS_TREATED, "Another.");
  assert_shows (f, "In the making");
  g_assert_true (telaah_compare_flush (f->compare));
  assert_summary (f, 0, 0, "In the making");
}

static void
test_stale_until_confirmed (Fixture       *f,
                            gconstpointer  data)
{
  GtkWidget *pane = GTK_WIDGET (f->compare->pane), *button;

  telaah_grid_select (f->grid, f->points[0], f->sources[0]);
  g_assert_null (find_button (pane, "Still _True"));

  g_free (telaah_test_tag (f->session, f->sources[0], 32, 41, f->themes[0], NULL));
  settle ();
  g_assert_cmpstr (get_name (f, 0, 1), ==,
                   "Challenges, text-1.txt: Treated, stale: 1 new, 2 passages. Channels are doors.");
  g_assert_nonnull (button = find_button (pane, "Still _True"));

  g_signal_emit_by_name (button, "clicked");
  settle ();
  g_assert_null (find_button (pane, "Still _True"));
  g_assert_cmpstr (get_name (f, 0, 1), ==, "Challenges, text-1.txt: Treated, 2 passages. Channels are doors.");
}

/* ---- The page ---- */

static void
test_pane_hides_where_narrow (Fixture       *f,
                              gconstpointer  data)
{
  GtkWidget *pane = GTK_WIDGET (f->compare->pane);

  g_assert_true (gtk_widget_get_mapped (pane));
  gtk_window_destroy (GTK_WINDOW (f->window));
  show (f, 600);
  pane = GTK_WIDGET (f->compare->pane);
  g_assert_false (telaah_compare_get_pane_visible (f->compare));
  g_assert_false (gtk_widget_get_mapped (pane));

  /* Asked for, it lies over the grid. */
  press (f, GDK_KEY_Return, 0);
  g_assert_true (gtk_widget_get_mapped (pane));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (f->grid)), ==, gtk_widget_get_width (GTK_WIDGET (f->compare)));
}

static void
test_empty_states (void)
{
  TelaahSession *session = telaah_test_project_new ("empty.telaah", NULL);
  g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_document_free);
  GtkWidget *window = gtk_window_new (), *compare = telaah_compare_new ();
  GtkStack *stack = GTK_STACK (TELAAH_COMPARE (compare)->stack);

  gtk_window_set_child (GTK_WINDOW (window), compare);
  gtk_window_present (GTK_WINDOW (window));
  telaah_compare_set_session (TELAAH_COMPARE (compare), session);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "no-sources");

  g_ptr_array_add (documents, telaah_test_document_new ("one.txt", "One."));
  telaah_test_does (session, telaah_session_import (session, documents, FALSE, NULL, &fault));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "no-points");

  gtk_editable_set_text (GTK_EDITABLE (TELAAH_COMPARE (compare)->first_entry), "A question");
  g_signal_emit_by_name (TELAAH_COMPARE (compare)->first_entry, "activate");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "grid");
  g_assert_cmpstr (telaah_grid_get_point (TELAAH_COMPARE (compare)->grid), ==,
                   telaah_test_get_id (telaah_session_get_points (session), 0));

  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  close_project (session);
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *path; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "/app/compare/cells-say", test_cells_say },
    { "/app/compare/unread-gets-read", test_unread_gets_read },
    { "/app/compare/keys/move", test_keys_move },
    { "/app/compare/keys/fold", test_keys_fold },
    { "/app/compare/keys/change-points", test_keys_change_points },
    { "/app/compare/a-pause-saves-once", test_a_pause_saves_once },
    { "/app/compare/switching-saves", test_switching_saves },
    { "/app/compare/changes-elsewhere-keep-words", test_changes_elsewhere_keep_words },
    { "/app/compare/stale-until-confirmed", test_stale_until_confirmed },
    { "/app/compare/pane-hides-where-narrow", test_pane_hides_where_narrow },
  };
  g_autofree char *folder = g_dir_make_tmp ("telaah-compare-XXXXXX", NULL);
  int status;

  /* Not G_TEST_OPTION_ISOLATE_DIRS, which hides the system's icons and schemas as well. */
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  g_test_add_func ("/app/compare/empty-states", test_empty_states);

  status = g_test_run ();
  g_rmdir (folder);

  return status;
}
