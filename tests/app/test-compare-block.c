/* The view Compare as a spreadsheet: blocks, writing in place, copying, quotes, and the same grid turned round.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "compare-fixture.h"

static char *
dup_text (Fixture *f)
{
  return telaah_text_editor_dup_text (f->grid->editor);
}

static void
type (Fixture    *f,
      const char *words)
{
  GtkWidget *view = find_widget (f->grid->frame, GTK_TYPE_TEXT_VIEW);

  g_assert_nonnull (view);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), words, -1);
}

/* ---- Blocks ---- */

static void
test_block_extends (Fixture       *f,
                    gconstpointer  data)
{
  telaah_grid_select (f->grid, f->points[0], f->sources[0]);
  gtk_widget_grab_focus (GTK_WIDGET (f->grid));
  press (f, GDK_KEY_Down, GDK_SHIFT_MASK);
  press (f, GDK_KEY_Right, GDK_SHIFT_MASK);
  assert_place (f, 1, 2);

  {
    g_autoptr(GPtrArray) points = telaah_grid_dup_points (f->grid);
    g_autoptr(GPtrArray) sources = telaah_grid_dup_sources (f->grid);

    g_assert_cmpuint (points->len, ==, 2);
    g_assert_cmpstr (points->pdata[1], ==, f->points[1]);
    g_assert_cmpuint (sources->len, ==, 2);
    g_assert_cmpstr (sources->pdata[0], ==, f->sources[0]);
  }

  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (telaah_grid_find_cell (f->grid, 0, 1)),
                                    GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (telaah_grid_find_cell (f->grid, 2, 1)),
                                    GTK_ACCESSIBLE_STATE_SELECTED, FALSE);

  /* It is of cells: it does not reach over those that name them. */
  press (f, GDK_KEY_Home, GDK_SHIFT_MASK);
  assert_place (f, 1, 1);
  press (f, GDK_KEY_Escape, 0);
  g_assert_false (telaah_grid_is_block (f->grid));

  press (f, GDK_KEY_a, GDK_CONTROL_MASK);
  {
    g_autoptr(GPtrArray) points = telaah_grid_dup_points (f->grid);

    g_assert_cmpuint (points->len, ==, 4);
  }
  press (f, GDK_KEY_Left, 0);
  g_assert_false (telaah_grid_is_block (f->grid));
}

static void
test_tab_goes_on (Fixture       *f,
                  gconstpointer  data)
{
  telaah_grid_select (f->grid, f->points[0], "");
  gtk_widget_grab_focus (GTK_WIDGET (f->grid));
  gtk_widget_child_focus (GTK_WIDGET (f->grid), GTK_DIR_TAB_FORWARD);
  assert_place (f, 1, 1);
  gtk_widget_child_focus (GTK_WIDGET (f->grid), GTK_DIR_TAB_BACKWARD);
  assert_place (f, 1, 0);

  /* At the end it leaves. */
  telaah_grid_select (f->grid, f->points[3], "");
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (f->grid), GTK_DIR_TAB_FORWARD));
}

/* ---- Writing ---- */

static void
test_writing_in_place (Fixture       *f,
                       gconstpointer  data)
{
  g_autofree char *words = NULL;

  telaah_grid_select (f->grid, f->points[0], f->sources[0]);
  gtk_widget_grab_focus (GTK_WIDGET (f->grid));
  press (f, GDK_KEY_Return, 0);
  g_assert_true (telaah_grid_is_writing (f->grid));
  words = dup_text (f);
  g_assert_cmpstr (words, ==, "Channels are doors.");
  type (f, "Doors cost.");
  g_assert_true (telaah_compare_flush (f->compare));
  assert_summary (f, 0, 0, "Doors cost.");

  /* Going elsewhere saves and ends it. */
  type (f, "Doors cost money.");
  telaah_grid_select (f->grid, f->points[2], f->sources[1]);
  g_assert_false (telaah_grid_is_writing (f->grid));
  assert_summary (f, 0, 0, "Doors cost money.");

  /* Begun anew, in a cell that nobody had read. */
  g_assert_true (telaah_grid_edit (f->grid, TRUE));
  type (f, "They ask.");
  g_assert_true (telaah_grid_stop_writing (f->grid));
  g_assert_cmpstr (get_name (f, 2, 2), ==, "Benefits, text-2.txt: Treated, 1 passage. They ask.");

  telaah_grid_select (f->grid, f->points[3], NULL);
  g_assert_true (telaah_grid_edit (f->grid, FALSE));
  type (f, "Its\nrole");
  g_assert_true (telaah_grid_stop_writing (f->grid));
  g_assert_cmpstr (get_name (f, 3, 0), ==, "Its role");
}

static gboolean
press_in_editor (Fixture *f,
                 guint    key)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (f->grid->frame);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);
      gboolean done = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;

      g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &done);
      if (done)
        return TRUE;
    }

  return FALSE;
}

/* Enter goes on below; Escape leaves all as it was, even what a pause had saved. */
static void
test_enter_and_escape (Fixture       *f,
                       gconstpointer  data)
{
  telaah_grid_select (f->grid, f->points[0], f->sources[0]);
  telaah_grid_edit (f->grid, FALSE);
  type (f, "First");
  g_assert_true (press_in_editor (f, GDK_KEY_Return));
  assert_summary (f, 0, 0, "First");
  assert_place (f, 1, 1);

  telaah_grid_edit (f->grid, TRUE);
  type (f, "Thrown away");
  telaah_grid_flush (f->grid);
  assert_summary (f, 1, 0, "Thrown away");
  type (f, "Thrown away, too");
  g_assert_true (press_in_editor (f, GDK_KEY_Escape));
  settle ();
  assert_summary (f, 1, 0, NULL);
  g_assert_cmpstr (get_name (f, 1, 1), ==, "Security, text-1.txt: Not yet read");
  assert_place (f, 1, 1);

  telaah_grid_edit (f->grid, TRUE);
  type (f, "To the right");
  g_assert_true (press_in_editor (f, GDK_KEY_Tab));
  assert_summary (f, 1, 0, "To the right");
  assert_place (f, 1, 2);
}

/* ---- Status ---- */

static void
test_block_gets_a_status (Fixture       *f,
                          gconstpointer  data)
{
  telaah_grid_select (f->grid, f->points[2], f->sources[0]);
  gtk_widget_grab_focus (GTK_WIDGET (f->grid));
  press (f, GDK_KEY_Down, GDK_SHIFT_MASK);
  g_assert_true (press (f, GDK_KEY_3, GDK_ALT_MASK));
  g_assert_cmpstr (get_name (f, 2, 1), ==, "Benefits, text-1.txt: Silent");
  g_assert_cmpstr (get_name (f, 3, 1), ==, "Role, text-1.txt: Silent");
}

/* ---- Copying ---- */

static void
test_copies_tables (Fixture       *f,
                    gconstpointer  data)
{
  g_autofree char *one = NULL, *tabbed = NULL, *html = NULL;

  telaah_grid_select (f->grid, f->points[0], f->sources[0]);
  one = telaah_grid_dup_tabbed (f->grid);
  g_assert_cmpstr (one, ==, "Channels are doors.");

  telaah_grid_extend (f->grid, 1, 3);
  tabbed = telaah_grid_dup_tabbed (f->grid);
  g_assert_cmpstr (tabbed, ==,
                   "\ttext-1.txt\ttext-2.txt\ttext-3.txt\n"
                   "Challenges\tChannels are doors.\tSilent\tNot yet read\n"
                   "Security\tNot yet read\tNot yet read\tA gap. At home.\n");

  html = telaah_grid_dup_html (f->grid);
  g_assert_nonnull (strstr (html, "<tr><th></th><th>text-1.txt</th><th>text-2.txt</th><th>text-3.txt</th></tr>"));
  g_assert_nonnull (strstr (html, "<tr><th>Challenges</th><td><p><b>Treated</b> · 1 passage</p>"
                                  "<p>Channels are doors.</p></td>"));
  g_assert_nonnull (strstr (html, "<p>A gap.</p><p>At home.</p>"));
}

static void
received_cb (GObject      *clipboard,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static void
test_copies_to_the_clipboard (Fixture       *f,
                              gconstpointer  data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (f->grid));
  g_autofree char *text = NULL;

  telaah_grid_select (f->grid, f->points[0], NULL);
  gtk_widget_grab_focus (GTK_WIDGET (f->grid));
  g_assert_true (press (f, GDK_KEY_c, GDK_CONTROL_MASK));
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "text/html"));

  gdk_clipboard_read_text_async (clipboard, NULL, received_cb, &text);
  for (guint i = 0; text == NULL && i < 200; i++)
    telaah_test_spin (10);

  /* A point stands for its whole row. */
  g_assert_true (g_str_has_prefix (text, "\ttext-1.txt\ttext-2.txt\ttext-3.txt\tSimilarities and Differences\n"
                                         "Challenges\t"));
}

/* ---- Quotes ---- */

static void
opened_cb (gpointer     grid,
           const char  *source,
           const char  *passage,
           char       **opened)
{
  g_free (*opened);
  *opened = g_strdup (passage);
}

static void
test_quotes (Fixture       *f,
             gconstpointer  data)
{
  g_autofree char *second = telaah_test_tag (f->session, f->sources[0], 32, 41, f->themes[0], NULL);
  g_autofree char *opened = NULL, *copied = NULL;

  g_signal_connect (f->grid, "open-passage", G_CALLBACK (opened_cb), &opened);
  gtk_widget_activate_action (GTK_WIDGET (f->compare), "compare.page", "s", "quotes");
  settle ();
  g_assert_cmpstr (get_name (f, 0, 1), ==,
                   "Challenges, text-1.txt: Treated, 2 passages. 1: “Each new channel is a new door.” text-1.txt. "
                   "2: “It costs.” text-1.txt");
  g_assert_cmpstr (get_name (f, 0, 2), ==, "Challenges, text-2.txt: Silent");

  /* Into the cell, along its quotes, out to the text, and back. */
  telaah_grid_select (f->grid, f->points[0], f->sources[0]);
  gtk_widget_grab_focus (GTK_WIDGET (f->grid));
  press (f, GDK_KEY_Return, 0);
  g_assert_cmpuint (f->grid->quote, ==, 1);
  press (f, GDK_KEY_Down, 0);
  press (f, GDK_KEY_Down, 0);
  g_assert_cmpuint (f->grid->quote, ==, 2);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_window_get_focus (GTK_WINDOW (f->window))),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "“It costs.” text-1.txt");
  press (f, GDK_KEY_Return, 0);
  g_assert_cmpstr (opened, ==, second);
  g_assert_true (press (f, GDK_KEY_Escape, 0));
  assert_place (f, 0, 1);

  copied = telaah_grid_dup_tabbed (f->grid);
  g_assert_cmpstr (copied, ==, "“Each new channel is a new door.” (text-1.txt) “It costs.” (text-1.txt)");

  gtk_widget_activate_action (GTK_WIDGET (f->compare), "compare.page", "s", "grid");
  settle ();
  g_assert_true (g_str_has_suffix (get_name (f, 0, 1), "Channels are doors."));
}

/* ---- Turned ---- */

static void
test_transposed (Fixture       *f,
                 gconstpointer  data)
{
  g_autofree char *tabbed = NULL;

  telaah_grid_select (f->grid, f->points[1], f->sources[2]);
  gtk_widget_grab_focus (GTK_WIDGET (f->grid));
  gtk_widget_activate_action (GTK_WIDGET (f->compare), "compare.transpose", NULL);
  settle ();
  g_assert_true (telaah_grid_get_transposed (f->grid));
  g_assert_cmpstr (telaah_grid_get_point (f->grid), ==, f->points[1]);
  g_assert_cmpuint (f->grid->last.row, ==, 2);
  g_assert_cmpuint (f->grid->last.column, ==, 2);

  g_assert_cmpstr (get_name (f, 0, 1), ==, "Challenges, text-1.txt: Treated, 1 passage. Channels are doors.");
  g_assert_cmpstr (get_name (f, TELAAH_NO_ROW, 2), ==, "Security");
  g_assert_cmpstr (get_name (f, 3, 0), ==, "Similarities and Differences");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (telaah_grid_find_cell (f->grid, TELAAH_NO_ROW, 2)),
                                   GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (telaah_grid_find_cell (f->grid, 0, 0)),
                                   GTK_ACCESSIBLE_ROLE_ROW_HEADER);

  gtk_widget_grab_focus (GTK_WIDGET (f->grid));
  press (f, GDK_KEY_Up, 0);
  press (f, GDK_KEY_Left, 0);
  g_assert_cmpstr (telaah_grid_get_point (f->grid), ==, f->points[0]);
  g_assert_cmpstr (telaah_grid_get_source (f->grid), ==, f->sources[1]);

  telaah_grid_extend (f->grid, 1, 2);
  tabbed = telaah_grid_dup_tabbed (f->grid);
  g_assert_cmpstr (tabbed, ==, "\tChallenges\tSecurity\ntext-2.txt\tSilent\tNot yet read\n");
}

int
main (int   argc,
      char *argv[])
{
  static const CompareTest tests[] = {
    { "/app/compare/block/extends", test_block_extends },
    { "/app/compare/block/tab-goes-on", test_tab_goes_on },
    { "/app/compare/block/gets-a-status", test_block_gets_a_status },
    { "/app/compare/writing/in-place", test_writing_in_place },
    { "/app/compare/writing/enter-and-escape", test_enter_and_escape },
    { "/app/compare/copies/tables", test_copies_tables },
    { "/app/compare/copies/to-the-clipboard", test_copies_to_the_clipboard },
    { "/app/compare/quotes", test_quotes },
    { "/app/compare/transposed", test_transposed },
  };
  g_autofree char *folder = init_tests (&argc, &argv);
  int status;

  add_tests (tests, G_N_ELEMENTS (tests));
  status = g_test_run ();
  g_rmdir (folder);

  return status;
}
