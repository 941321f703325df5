/* The view Compare on a small project: what its cells say, how keys go through it, and that no word is lost.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "compare-fixture.h"

/* Longer than an editor waits before it saves, in milliseconds. */
#define PAUSE 1300

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
  g_assert_cmpstr (get_name (f, 2, 2), ==, "Benefits, text-2.txt: Not yet read, Treated?, 1 passage");
  g_assert_cmpstr (get_name (f, 3, 4), ==, "Role, similarities and differences. 0 of 3 treat it · 3 not yet read");

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
    { GDK_KEY_Right, 0, 0, 1 }, { GDK_KEY_Up, 0, TELAAH_NO_ROW, 1 }, { GDK_KEY_Left, 0, TELAAH_NO_ROW, 1 },
    { GDK_KEY_Down, 0, 0, 1 }, { GDK_KEY_Down, 0, 1, 1 }, { GDK_KEY_End, 0, 1, 4 },
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

  /* Writes in the cell; what can not be written there is for the pane. */
  g_assert_true (press (f, GDK_KEY_Return, 0));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (f->window)), f->grid->frame));
  telaah_grid_select (f->grid, f->points[0], "");
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
  g_assert_cmpuint (telaah_grid_tree_get_n (f->grid->tree), ==, 4);
  telaah_grid_select (f->grid, f->points[0], NULL);
  press (f, GDK_KEY_space, 0);
  g_assert_cmpuint (telaah_grid_tree_get_n (f->grid->tree), ==, 3);
  g_assert_cmpstr (get_name (f, 1, 0), ==, "Benefits");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (telaah_grid_find_cell (f->grid, 0, 0)),
                                    GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);

  press (f, GDK_KEY_minus, 0);
  g_assert_cmpuint (telaah_grid_tree_get_n (f->grid->tree), ==, 3);
  press (f, GDK_KEY_plus, 0);
  g_assert_cmpuint (telaah_grid_tree_get_n (f->grid->tree), ==, 4);

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
  g_assert_cmpuint (telaah_grid_tree_get_n (f->grid->tree), ==, 3);
  assert_place (f, 2, 0);
  g_assert_cmpstr (get_name (f, 2, 0), ==, "Benefits");

  telaah_test_does (f->session, telaah_session_undo (f->session, &fault));
  g_assert_cmpuint (telaah_grid_tree_get_n (f->grid->tree), ==, 4);
  telaah_compare_get_place (f->compare, &point, &source);
  g_assert_cmpstr (point, ==, f->points[2]);
  g_assert_null (source);

  /* In a cell it is the summary that goes, and not without a way back. */
  telaah_grid_select (f->grid, f->points[0], f->sources[0]);
  g_assert_true (press (f, GDK_KEY_Delete, 0));
  g_assert_cmpuint (f->n_removed, ==, 2);
  assert_summary (f, 0, 0, NULL);
  telaah_test_does (f->session, telaah_session_undo (f->session, &fault));
  assert_summary (f, 0, 0, "Channels are doors.");
  telaah_grid_select (f->grid, f->points[0], f->sources[1]);
  press (f, GDK_KEY_Delete, 0);
  g_assert_cmpuint (f->n_removed, ==, 2);
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
  telaah_compare_set_pane_visible (f->compare, TRUE);
  settle ();
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
  static const CompareTest tests[] = {
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
  g_autofree char *folder = init_tests (&argc, &argv);
  int status;

  add_tests (tests, G_N_ELEMENTS (tests));
  g_test_add_func ("/app/compare/empty-states", test_empty_states);

  status = g_test_run ();
  g_rmdir (folder);

  return status;
}
