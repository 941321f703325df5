/* The view Outline on a small project: what is written is saved once and never lost, points move by
 * key, and what others do appears.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "app/outline/telaah-open-end-row.h"
#include "app/outline/telaah-outline-cell.h"
#include "app/outline/telaah-outline-column-private.h"
#include "app/outline/telaah-outline-page-private.h"
#include "app/outline/telaah-outline-points.h"
#include "app/outline/telaah-outline-quote.h"
#include "app/outline/telaah-outline-row.h"
#include "app/outline/telaah-outline-title.h"
#include "app/outline/telaah-point-picker.h"
#include "app/outline/telaah-quote-insert.h"
#include "app/reader/telaah-row-view.h"
#include "app/telaah-picker.h"
#include "app/telaah-text-editor.h"
#include "support/telaah-test-session.h"

/* Longer than an editor waits before it saves, in milliseconds. */
#define PAUSE 1300

/* Two sources; Tantangan, Manfaat with Ekonomi below it. */
typedef struct
{
  TelaahTestProject  project;
  TelaahSession     *session;
  char              *points[3];
  char              *passage;       /* of the first source, under Tantangan */
  GtkWidget         *window;
  TelaahOutlinePage *page;
  GString           *said;          /* signals, a line each */
} Fixture;

static void
said_cb (GtkWidget  *page,
         const char *what,
         Fixture    *f)
{
  g_string_append_printf (f->said, "%s\n", what);
}

static void
open_passage_cb (GtkWidget  *page,
                 const char *source,
                 const char *passage,
                 Fixture    *f)
{
  g_string_append_printf (f->said, "%s %s\n", source, passage);
}

/* Frames are drawn and idle work is done. */
static void
settle (void)
{
  telaah_test_spin (120);
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  const TelaahStatus treated = TELAAH_STATUS_TREATED;
  g_autoptr(GError) error = NULL;

  telaah_test_project_set_up (&f->project, NULL);
  f->session = f->project.session;
  f->said = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (f->points); i++)
    f->points[i] = g_strdup (telaah_test_get_id (telaah_session_get_points (f->session), i));
  f->passage = telaah_test_tag (f->session, f->project.sources[0], 0, 9, f->project.themes[0], NULL);
  telaah_session_set_cell (f->session, f->points[0], f->project.sources[0], &treated, "Ruang baru.", &error);
  g_assert_no_error (error);

  f->page = TELAAH_OUTLINE_PAGE (telaah_outline_page_new ());
  g_signal_connect (f->page, "removed", G_CALLBACK (said_cb), f);
  g_signal_connect (f->page, "failed", G_CALLBACK (said_cb), f);
  g_signal_connect (f->page, "open-source", G_CALLBACK (said_cb), f);
  g_signal_connect (f->page, "open-passage", G_CALLBACK (open_passage_cb), f);
  telaah_outline_page_set_session (f->page, f->session);

  f->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1100, 700);
  gtk_window_set_child (GTK_WINDOW (f->window), GTK_WIDGET (f->page));
  gtk_window_present (GTK_WINDOW (f->window));
  gtk_test_widget_wait_for_draw (f->window);
  settle ();
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };
  g_autofree char *path = g_strdup (f->project.path);
  gpointer page = f->page;

  g_object_add_weak_pointer (G_OBJECT (page), &page);
  gtk_window_destroy (GTK_WINDOW (f->window));
  settle ();
  g_assert_null (page);

  for (guint i = 0; i < G_N_ELEMENTS (f->points); i++)
    g_free (f->points[i]);
  g_free (f->passage);
  g_string_free (f->said, TRUE);
  telaah_test_project_tear_down (&f->project, NULL);

  /* The next test makes one of the same name. */
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      g_remove (file);
    }
}

/* ---- Finding ---- */

/* The widget of that type at @index of those that are shown, in the order of the tree. */
static GtkWidget *
find_nth (GtkWidget *root,
          GType      type,
          guint     *index)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_visible (root))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && (*index)-- == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_nth (child, type, index);

  return found;
}

static GtkWidget *
find (gpointer root,
      GType    type,
      guint    index)
{
  GtkWidget *found = find_nth (root, type, &index);

  g_assert_nonnull (found);

  return found;
}

static TelaahOutlineBlock *
get_block (Fixture *f,
           guint    point)
{
  TelaahOutlineBlock *block = g_hash_table_lookup (f->page->column->blocks, f->points[point]);

  g_assert_nonnull (block);
  g_assert_true (telaah_outline_block_is_built (block));

  return block;
}

/* Of the first point: 0 the summary of the first source, 1 similarities, 2 differences; the question is above them. */
static TelaahTextEditor *
get_editor (Fixture *f,
            guint    index)
{
  return TELAAH_TEXT_EDITOR (find (get_block (f, 0), TELAAH_TYPE_TEXT_EDITOR, index + 1));
}

static GtkTextBuffer *
get_buffer (TelaahTextEditor *editor)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (editor, GTK_TYPE_TEXT_VIEW, 0)));
}

static void
assert_text (TelaahTextEditor *editor,
             const char       *expected)
{
  g_autofree char *text = telaah_text_editor_dup_text (editor);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_summary (Fixture    *f,
                guint       point,
                guint       source,
                const char *expected)
{
  g_autoptr(TelaahCell) cell = telaah_session_dup_cell (f->session, f->points[point], f->project.sources[source]);

  g_assert_cmpstr (telaah_cell_fields (cell)->summary, ==, expected);
}

static guint
count_history (Fixture *f)
{
  g_autoptr(GPtrArray) history = telaah_session_dup_history (f->session, NULL);

  return history->len;
}

/* The list as it is read: a line a point, indented. */
static void
assert_list (Fixture    *f,
             const char *expected)
{
  g_autoptr(GString) text = g_string_new (NULL);
  GtkListBox *list = GTK_LIST_BOX (find (f->page->tree, GTK_TYPE_LIST_BOX, 0));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (gtk_widget_get_visible (GTK_WIDGET (row)))
      g_string_append_printf (text, "%*s%s\n", (int) telaah_outline_row_get_depth (TELAAH_OUTLINE_ROW (row)), "",
                              gtk_label_get_text (GTK_LABEL (find (row, GTK_TYPE_LABEL, 0))));

  telaah_test_assert_text (text->str, expected);
}

/* What a key does that the widget has bound. */
static gboolean
press (gpointer         widget,
       guint            key,
       GdkModifierType  modifiers)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);
  g_autoptr(GtkShortcutTrigger) wanted = gtk_keyval_trigger_new (key, modifiers);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);
      guint n = GTK_IS_SHORTCUT_CONTROLLER (controller) ? g_list_model_get_n_items (G_LIST_MODEL (controller)) : 0;

      for (guint k = 0; k < n; k++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);
          gboolean done;

          if (!gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), wanted))
            continue;

          done = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                               gtk_shortcut_get_arguments (shortcut));
          settle ();
          return done;
        }
    }

  g_error ("%s has no key %s", G_OBJECT_TYPE_NAME (widget), gdk_keyval_name (key));
}

/* ---- Writing ---- */

static void
test_saves_once (Fixture       *f,
                 gconstpointer  data)
{
  TelaahTextEditor *editor = get_editor (f, 0);
  guint before = count_history (f);
  g_autoptr(GError) error = NULL;

  telaah_text_editor_edit (editor, FALSE);
  gtk_text_buffer_insert_at_cursor (get_buffer (editor), " Dan", -1);
  settle ();
  gtk_text_buffer_insert_at_cursor (get_buffer (editor), " mahal.", -1);
  g_assert_cmpuint (count_history (f), ==, before);
  g_assert_true (telaah_text_editor_is_dirty (editor));

  telaah_test_spin (PAUSE);
  assert_summary (f, 0, 0, "Ruang baru. Dan mahal.");
  g_assert_cmpuint (count_history (f), ==, before + 1);
  g_assert_false (telaah_text_editor_is_dirty (editor));

  g_assert_true (telaah_session_undo (f->session, &error));
  g_assert_no_error (error);
  settle ();
  assert_text (editor, "Ruang baru.");
}

static void
test_flushes (Fixture       *f,
              gconstpointer  data)
{
  static const char *const texts[] = { "Satu.", "Dua.", "Tiga." };
  const TelaahPointFields *fields;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    gtk_text_buffer_set_text (get_buffer (get_editor (f, i)), texts[i], -1);
  g_assert_true (telaah_outline_page_flush (f->page));

  assert_summary (f, 0, 0, "Satu.");
  fields = telaah_point_fields (telaah_session_find_point (f->session, f->points[0]));
  g_assert_cmpstr (fields->similarities, ==, "Dua.");
  g_assert_cmpstr (fields->differences, ==, "Tiga.");

  /* Leaving the view saves as well. */
  gtk_text_buffer_set_text (get_buffer (get_editor (f, 0)), "Empat.", -1);
  gtk_window_set_child (GTK_WINDOW (f->window), NULL);
  f->page = NULL;
  assert_summary (f, 0, 0, "Empat.");

  f->page = TELAAH_OUTLINE_PAGE (g_object_ref_sink (telaah_outline_page_new ()));
  gtk_window_set_child (GTK_WINDOW (f->window), GTK_WIDGET (f->page));
  g_object_unref (f->page);
}

/* Where the summary of a source was never written, and something is tagged, writing it says that
 * it is treated. */
static void
test_writing_treats (Fixture       *f,
                     gconstpointer  data)
{
  g_autofree char *passage = telaah_test_tag (f->session, f->project.sources[1], 0, 5, f->project.themes[0], NULL);
  g_autoptr(TelaahCell) cell = NULL;

  settle ();
  gtk_text_buffer_set_text (get_buffer (get_editor (f, 1)), "Gawai.", -1);
  g_assert_true (telaah_outline_page_flush (f->page));

  cell = telaah_session_dup_cell (f->session, f->points[0], f->project.sources[1]);
  g_assert_cmpstr (telaah_cell_fields (cell)->summary, ==, "Gawai.");
  g_assert_cmpint (telaah_cell_fields (cell)->status, ==, TELAAH_STATUS_TREATED);
}

static void
test_follows_others (Fixture       *f,
                     gconstpointer  data)
{
  g_autoptr(TelaahSession) other = telaah_test_reopen (f->session);
  TelaahTextEditor *editor = get_editor (f, 1);
  GtkTextIter caret;
  int offset;
  g_autoptr(GError) error = NULL;

  /* Somebody writes here, and another one elsewhere. */
  telaah_text_editor_edit (editor, FALSE);
  gtk_text_buffer_set_text (get_buffer (editor), "Semua setuju", -1);
  gtk_text_buffer_get_iter_at_offset (get_buffer (editor), &caret, 5);
  gtk_text_buffer_place_cursor (get_buffer (editor), &caret);

  telaah_session_set_cell (other, f->points[0], f->project.sources[0], NULL, "Dari orang lain.", &error);
  g_assert_no_error (error);
  telaah_session_set_point (other, f->points[0], "title", "Hambatan", &error);
  g_assert_no_error (error);
  telaah_session_catch_up (f->session, &error);
  g_assert_no_error (error);
  settle ();

  assert_text (get_editor (f, 0), "Dari orang lain.");
  assert_list (f, "Hambatan\nManfaat\n Ekonomi\n");
  g_assert_true (get_editor (f, 1) == editor);
  assert_text (editor, "Semua setuju");
  g_object_get (get_buffer (editor), "cursor-position", &offset, NULL);
  g_assert_cmpint (offset, ==, 5);
  g_assert_true (gtk_widget_has_focus (find (editor, GTK_TYPE_TEXT_VIEW, 0)));
  g_assert_true (telaah_outline_page_flush (f->page));
}

/* ---- Points ---- */

static void
test_renames (Fixture       *f,
              gconstpointer  data)
{
  TelaahOutlineTitle *title = TELAAH_OUTLINE_TITLE (find (get_block (f, 1), TELAAH_TYPE_OUTLINE_TITLE, 0));
  guint before = count_history (f);
  GtkWidget *text;

  g_assert_true (telaah_outline_page_set_place (f->page, f->points[1]));
  gtk_widget_activate_action (GTK_WIDGET (f->page), "point.rename", NULL);
  text = find (title, GTK_TYPE_TEXT, 0);
  gtk_editable_set_text (GTK_EDITABLE (text), "  Faedah ");
  g_signal_emit_by_name (text, "activate");
  settle ();

  g_assert_cmpstr (telaah_point_fields (telaah_session_find_point (f->session, f->points[1]))->title, ==, "Faedah");
  g_assert_false (gtk_widget_get_visible (text));
  assert_list (f, "Tantangan\nFaedah\n Ekonomi\n");

  /* Nothing is no title. */
  telaah_outline_title_edit (title);
  gtk_editable_set_text (GTK_EDITABLE (text), " ");
  g_signal_emit_by_name (text, "activate");
  g_assert_cmpstr (telaah_point_fields (telaah_session_find_point (f->session, f->points[1]))->title, ==, "Faedah");
  g_assert_cmpuint (count_history (f), ==, before + 1);
}

static void
test_moves (Fixture       *f,
            gconstpointer  data)
{
  static const struct { guint key; const char *list; } steps[] = {
    { GDK_KEY_Left, "Tantangan\nManfaat\nEkonomi\n" },
    { GDK_KEY_Up, "Tantangan\nEkonomi\nManfaat\n" },
    { GDK_KEY_Right, "Tantangan\n Ekonomi\nManfaat\n" },
    { GDK_KEY_Up, "Tantangan\n Ekonomi\nManfaat\n" },        /* there is none above it */
    { GDK_KEY_Left, "Tantangan\nEkonomi\nManfaat\n" },
    { GDK_KEY_Down, "Tantangan\nManfaat\nEkonomi\n" },
  };

  assert_list (f, "Tantangan\nManfaat\n Ekonomi\n");
  g_assert_true (telaah_outline_page_set_place (f->page, f->points[2]));
  gtk_widget_grab_focus (GTK_WIDGET (f->page->tree));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      press (f->page->tree, steps[i].key, GDK_ALT_MASK);
      assert_list (f, steps[i].list);
      g_assert_cmpstr (telaah_outline_tree_get_selected (f->page->tree), ==, f->points[2]);
      g_assert_true (gtk_widget_get_state_flags (GTK_WIDGET (f->page->tree)) & GTK_STATE_FLAG_FOCUS_WITHIN);
    }

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (find (get_block (f, 2), GTK_TYPE_LABEL, 0))), ==, "3");
  g_assert_cmpstr (f->said->str, ==, "");
}

static void
test_removes (Fixture       *f,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *place = NULL;

  g_assert_true (telaah_outline_page_set_place (f->page, f->points[1]));
  press (f->page->tree, GDK_KEY_Delete, 0);
  g_assert_cmpstr (f->said->str, ==, "“Manfaat” removed\n");
  assert_list (f, "Tantangan\n");
  place = telaah_outline_page_get_place (f->page);
  g_assert_cmpstr (place, ==, f->points[0]);

  g_assert_true (telaah_session_undo (f->session, &error));
  settle ();
  assert_list (f, "Tantangan\nManfaat\n Ekonomi\n");
}

static void
test_adds (Fixture       *f,
           gconstpointer  data)
{
  g_assert_true (telaah_outline_page_set_place (f->page, f->points[0]));
  press (f->page, GDK_KEY_Insert, 0);
  assert_list (f, "Tantangan\n New point\nManfaat\n Ekonomi\n");
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (f->window))));   /* its title, to be written */

  gtk_widget_activate_action (GTK_WIDGET (f->page), "outline.add", NULL);
  settle ();
  assert_list (f, "Tantangan\n New point\nManfaat\n Ekonomi\nNew point\n");
}

static void
test_folds (Fixture       *f,
            gconstpointer  data)
{
  g_assert_true (telaah_outline_page_set_place (f->page, f->points[2]));
  press (f->page->tree, GDK_KEY_Left, 0);                                    /* to the one above it */
  g_assert_cmpstr (telaah_outline_tree_get_selected (f->page->tree), ==, f->points[1]);
  press (f->page->tree, GDK_KEY_Left, 0);
  assert_list (f, "Tantangan\nManfaat\n");

  /* What is not on show there is still to be found in the document. */
  g_assert_true (telaah_outline_page_set_place (f->page, f->points[2]));
  g_assert_cmpstr (telaah_outline_tree_get_selected (f->page->tree), ==, f->points[1]);
  press (f->page->tree, GDK_KEY_Right, 0);
  assert_list (f, "Tantangan\nManfaat\n Ekonomi\n");
}

static const struct
{
  const char      *name;
  guint            point, target;
  TelaahPointDrop  drop;
  gboolean         goes;
  int              parent, before;    /* -1: none */
} drops[] = {
  { "above", 2, 0, TELAAH_POINT_DROP_ABOVE, TRUE, -1, 0 },
  { "below", 2, 0, TELAAH_POINT_DROP_BELOW, TRUE, -1, 1 },
  { "into", 0, 1, TELAAH_POINT_DROP_INTO, TRUE, 1, -1 },
  { "first", 0, 1, TELAAH_POINT_DROP_FIRST, TRUE, 1, 2 },
  { "last", 0, 1, TELAAH_POINT_DROP_BELOW, TRUE, -1, -1 },
  { "where-it-is", 0, 1, TELAAH_POINT_DROP_ABOVE, FALSE, 0, 0 },
  { "where-it-is-below", 2, 1, TELAAH_POINT_DROP_INTO, FALSE, 0, 0 },
  { "on-itself", 1, 1, TELAAH_POINT_DROP_BELOW, FALSE, 0, 0 },
  { "below-itself", 1, 2, TELAAH_POINT_DROP_INTO, FALSE, 0, 0 },
};

static void
test_drops (Fixture       *f,
            gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (drops); i++)
    {
      const char *parent, *before;

      g_test_message ("%s", drops[i].name);
      g_assert_cmpint (telaah_point_find_drop (telaah_session_get_points (f->session), f->points[drops[i].point],
                                               f->points[drops[i].target], drops[i].drop, &parent, &before),
                       ==, drops[i].goes);
      if (drops[i].goes)
        {
          g_assert_cmpstr (parent, ==, drops[i].parent >= 0 ? f->points[drops[i].parent] : NULL);
          g_assert_cmpstr (before, ==, drops[i].before >= 0 ? f->points[drops[i].before] : NULL);
        }
    }
}

/* ---- Reading ---- */

static void
test_opens (Fixture       *f,
            gconstpointer  data)
{
  GtkWidget *quote = find (get_block (f, 0), TELAAH_TYPE_OUTLINE_QUOTE, 0);
  GtkWidget *label = find (quote, GTK_TYPE_LABEL, 0), *unread = NULL;
  g_autofree char *expected = g_strdup_printf ("%s %s\n%s\n", f->project.sources[0], f->passage,
                                               f->project.sources[1]);
  gboolean handled = FALSE;

  g_assert_true (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (label)), "“Diplomasi”"));
  g_signal_emit_by_name (label, "activate-link", f->passage, &handled);
  g_assert_true (handled);

  for (guint i = 0; unread == NULL; i++)
    {
      label = find (get_block (f, 0), GTK_TYPE_LABEL, i);
      if (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (label)), "Not yet read: text-2.txt"))
        unread = label;
    }
  g_signal_emit_by_name (unread, "activate-link", f->project.sources[1], &handled);

  g_assert_cmpstr (f->said->str, ==, expected);
}

/* Five passages: three are shown, and a button for the rest. */
static void
test_shows_more (Fixture       *f,
                 gconstpointer  data)
{
  GtkWidget *cell = find (get_block (f, 0), TELAAH_TYPE_OUTLINE_CELL, 0), *button = NULL;
  guint n = 0;

  for (guint i = 0; i < 4; i++)
    g_free (telaah_test_tag (f->session, f->project.sources[0], 10 + 5 * i, 14 + 5 * i, f->project.themes[0], NULL));
  settle ();

  for (guint i = 0; button == NULL || g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), "Show 2 More") != 0; i++)
    button = find (cell, GTK_TYPE_BUTTON, i);
  g_signal_emit_by_name (button, "clicked");
  g_assert_false (gtk_widget_get_visible (button));

  for (guint index = 0; find_nth (cell, TELAAH_TYPE_OUTLINE_QUOTE, &index) != NULL; index = ++n);
  g_assert_cmpuint (n, ==, 5);
}

static GtkWidget *
get_end_row (Fixture           *f,
             TelaahOpenEndKind  kind,
             guint              index)
{
  g_signal_emit_by_name (gtk_list_box_get_row_at_index (f->page->ends_list, kind), "activate");
  settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (f->page->pages), ==, "ends");

  return find (f->page->ends_page, TELAAH_TYPE_OPEN_END_ROW, index);
}

static void
activate_end (GtkWidget *row)
{
  GtkWidget *view = gtk_widget_get_ancestor (row, TELAAH_TYPE_ROW_VIEW);

  g_signal_emit_by_name (view, "activated", telaah_row_view_get_id (TELAAH_ROW_VIEW (view), 0));
  settle ();
}

/* One of each kind but silent ones. */
static void
test_counts_open_ends (Fixture       *f,
                       gconstpointer  data)
{
  static const char *const counts[] = { "1", "1", "0", "1", "1", "1" };
  g_autoptr(GError) error = NULL;
  g_autofree char *loose = telaah_test_tag (f->session, f->project.sources[1], 0, 5, f->project.themes[1], NULL);
  g_autofree char *new = telaah_test_tag (f->session, f->project.sources[0], 10, 17, f->project.themes[0], NULL);
  g_autofree char *expected = g_strdup_printf ("%s %s\n", f->project.sources[1], loose);

  telaah_session_remove_point (f->session, f->points[1], &error);
  g_assert_no_error (error);
  telaah_test_spin (500);
  for (guint i = 0; i < TELAAH_N_OPEN_END_KINDS; i++)
    g_assert_cmpstr (gtk_label_get_text (f->page->counts[i]), ==, counts[i]);

  activate_end (get_end_row (f, TELAAH_OPEN_END_UNPLACED_PASSAGE, 0));
  g_assert_cmpstr (f->said->str, ==, expected);

  /* To the stale one, whose mark then has the focus. */
  activate_end (get_end_row (f, TELAAH_OPEN_END_STALE, 0));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (f->page->pages), ==, "document");
  g_assert_nonnull (gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (f->window)), TELAAH_TYPE_OUTLINE_CELL));
}

/* What the window counts a little at once is what the session counts in one go, also after a change. */
static void
test_counts_as_the_session (Fixture       *f,
                            gconstpointer  data)
{
  const TelaahStatus silent = TELAAH_STATUS_SILENT;
  g_autofree char *tagged = telaah_test_tag (f->session, f->project.sources[1], 0, 5, f->project.themes[1], NULL);
  g_autoptr(GError) error = NULL;

  for (guint turn = 0; turn < 2; turn++)
    {
      g_autoptr(GPtrArray) ends = telaah_session_dup_open_ends (f->session);
      guint counts[TELAAH_N_OPEN_END_KINDS] = { 0 };

      telaah_test_spin (500);
      for (guint i = 0; i < ends->len; i++)
        counts[((TelaahOpenEnd *) ends->pdata[i])->kind]++;
      for (guint i = 0; i < TELAAH_N_OPEN_END_KINDS; i++)
        {
          g_test_message ("%s", telaah_open_end_kind_to_string (i));
          g_assert_cmpuint (telaah_open_ends_get_count (f->page->ends, i), ==, counts[i]);
        }

      telaah_session_set_cell (f->session, f->points[1], f->project.sources[1], &silent, NULL, &error);
      g_assert_no_error (error);
    }

  g_assert_cmpuint (telaah_open_ends_get_count (f->page->ends, TELAAH_OPEN_END_SILENT_WITH_EVIDENCE), ==, 1);
}

static void
test_mends (Fixture       *f,
            gconstpointer  data)
{
  g_autofree char *new = telaah_test_tag (f->session, f->project.sources[0], 10, 17, f->project.themes[0], NULL);
  g_autofree char *theme = telaah_session_add_theme (f->session, "Kosong", NULL, NULL, NULL, NULL);
  GtkWidget *row;

  telaah_test_spin (500);
  g_assert_cmpuint (telaah_open_ends_get_count (f->page->ends, TELAAH_OPEN_END_STALE), ==, 1);
  row = get_end_row (f, TELAAH_OPEN_END_STALE, 0);
  g_signal_emit_by_name (telaah_open_end_row_get_button (TELAAH_OPEN_END_ROW (row)), "clicked");
  telaah_test_spin (500);
  g_assert_cmpuint (telaah_open_ends_get_count (f->page->ends, TELAAH_OPEN_END_STALE), ==, 0);

  for (guint i = 0; i < telaah_open_ends_get_count (f->page->ends, TELAAH_OPEN_END_UNUSED_THEME); i++)
    {
      GPtrArray *places = telaah_open_ends_get (f->page->ends, TELAAH_OPEN_END_UNUSED_THEME);

      if (g_str_equal (((TelaahOpenPlace *) places->pdata[i])->theme, theme))
        {
          row = get_end_row (f, TELAAH_OPEN_END_UNUSED_THEME, i);
          break;
        }
    }
  g_signal_emit_by_name (telaah_open_end_row_get_button (TELAAH_OPEN_END_ROW (row)), "clicked");
  g_assert_cmpstr (f->said->str, ==, "“Kosong” deleted\n");
  g_assert_null (telaah_session_find_theme (f->session, theme));
}

/* Two ways to say that a passage belongs to a point: here it is put there by hand. */
static void
test_puts_into_point (Fixture       *f,
                      gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *loose = telaah_test_tag (f->session, f->project.sources[1], 0, 5, f->project.themes[1], NULL);
  GtkWidget *picker;
  GtkListBox *list;

  telaah_session_remove_point (f->session, f->points[1], &error);
  g_assert_no_error (error);
  telaah_test_spin (500);
  g_signal_emit_by_name (telaah_open_end_row_get_button (
                           TELAAH_OPEN_END_ROW (get_end_row (f, TELAAH_OPEN_END_UNPLACED_PASSAGE, 0))), "clicked");
  settle ();
  picker = find (f->page->ends_page, TELAAH_TYPE_POINT_PICKER, 0);
  list = GTK_LIST_BOX (find (picker, GTK_TYPE_LIST_BOX, 0));
  g_signal_emit_by_name (gtk_list_box_get_row_at_index (list, 0), "activate");
  telaah_test_spin (500);

  g_assert_true (telaah_session_is_pinned (f->session, f->points[0], loose));
  g_assert_cmpuint (telaah_open_ends_get_count (f->page->ends, TELAAH_OPEN_END_UNPLACED_PASSAGE), ==, 0);
}

/* Passages that come suggest a status; nothing is changed until somebody says so. */
static void
test_proposes (Fixture       *f,
               gconstpointer  data)
{
  const TelaahStatus silent = TELAAH_STATUS_SILENT;
  g_autoptr(GError) error = NULL;
  g_autoptr(TelaahCell) before = NULL, after = NULL;
  g_autofree char *passage = NULL;
  GtkWidget *cell;

  telaah_session_set_cell (f->session, f->points[0], f->project.sources[1], &silent, NULL, &error);
  g_assert_no_error (error);
  passage = telaah_test_tag (f->session, f->project.sources[1], 0, 5, f->project.themes[0], NULL);
  settle ();
  before = telaah_session_dup_cell (f->session, f->points[0], f->project.sources[1]);
  g_assert_cmpint (telaah_cell_fields (before)->status, ==, TELAAH_STATUS_SILENT);

  cell = find (get_block (f, 0), TELAAH_TYPE_OUTLINE_CELL, 1);
  gtk_widget_activate_action (cell, "cell.accept", NULL);
  after = telaah_session_dup_cell (f->session, f->points[0], f->project.sources[1]);
  g_assert_cmpint (telaah_cell_fields (after)->status, ==, TELAAH_STATUS_TREATED);
  g_assert_cmpstr (f->said->str, ==, "");
}

/* ---- Quotes ---- */

static void
test_inserts_quote (Fixture       *f,
                    gconstpointer  data)
{
  TelaahTextEditor *editor = get_editor (f, 1);
  g_autoptr(GPtrArray) links = NULL;
  const TelaahLinkFields *link;
  const TelaahPointFields *point;
  GtkWidget *picker;
  g_autofree char *text = NULL;

  telaah_text_editor_edit (editor, FALSE);
  gtk_text_buffer_set_text (get_buffer (editor), "Semua setuju: .", -1);
  telaah_text_editor_set_cursor (editor, 14);
  telaah_quote_insert_open (editor);
  settle ();
  picker = find (editor, TELAAH_TYPE_PICKER, 0);
  g_signal_emit_by_name (picker, "picked", f->passage);
  settle ();

  point = telaah_point_fields (telaah_session_find_point (f->session, f->points[0]));
  g_assert_cmpstr (point->similarities, ==, "Semua setuju: “Diplomasi” (text-1.txt).");
  assert_text (editor, point->similarities);
  g_assert_cmpuint (telaah_text_editor_get_cursor (editor), ==, g_utf8_strlen (point->similarities, -1) - 1);

  links = telaah_session_dup_links (f->session, f->points[0], NULL);
  g_assert_cmpuint (links->len, ==, 1);
  link = telaah_link_fields (links->pdata[0]);
  g_assert_cmpstr (link->passage, ==, f->passage);
  g_assert_cmpint (link->kind, ==, TELAAH_LINK_SIMILARITIES);

  /* The words lead to the passage. */
  text = g_strdup_printf ("%s %s\n", f->project.sources[0], f->passage);
  g_signal_emit_by_name (editor, "link-activated", links->pdata[0]);
  g_assert_cmpstr (f->said->str, ==, text);
}

static void
test_writes_question (Fixture       *f,
                      gconstpointer  data)
{
  TelaahTextEditor *question = TELAAH_TEXT_EDITOR (find (get_block (f, 0), TELAAH_TYPE_TEXT_EDITOR, 0));

  gtk_text_buffer_set_text (get_buffer (question), "Siapa yang membayar?", -1);
  g_assert_true (telaah_outline_page_flush (f->page));
  g_assert_cmpstr (telaah_point_fields (telaah_session_find_point (f->session, f->points[0]))->question, ==,
                   "Siapa yang membayar?");
}

/* A second language has its own words beside the others. */
static void
test_translates (Fixture       *f,
                 gconstpointer  data)
{
  g_autoptr(TelaahCell) cell = NULL;
  g_autoptr(GError) error = NULL;

  telaah_session_set_project (f->session, "second-language", "en", &error);
  g_assert_no_error (error);
  settle ();
  gtk_text_buffer_set_text (get_buffer (get_editor (f, 1)), "A new room.", -1);
  g_assert_true (telaah_outline_page_flush (f->page));
  cell = telaah_session_dup_cell (f->session, f->points[0], f->project.sources[0]);
  g_assert_cmpstr (telaah_cell_fields (cell)->translation, ==, "A new room.");
  g_assert_cmpstr (telaah_cell_fields (cell)->summary, ==, "Ruang baru.");
}

/* ---- Folding, and one point alone ---- */

static gboolean
is_shown (Fixture *f,
          guint    point)
{
  return g_hash_table_contains (f->page->column->blocks, f->points[point]);
}

static void
test_folds_document (Fixture       *f,
                     gconstpointer  data)
{
  g_assert_true (telaah_outline_page_set_place (f->page, f->points[1]));
  gtk_widget_activate_action (GTK_WIDGET (f->page), "point.fold", NULL);
  settle ();
  g_assert_true (is_shown (f, 1));
  g_assert_false (is_shown (f, 2));

  /* Going to what is folded away unfolds it. */
  g_assert_true (telaah_outline_page_set_place (f->page, f->points[2]));
  settle ();
  g_assert_true (is_shown (f, 2));

  gtk_widget_activate_action (GTK_WIDGET (f->page), "outline.fold-all", NULL);
  settle ();
  g_assert_true (is_shown (f, 0) && is_shown (f, 1) && !is_shown (f, 2));
  gtk_widget_activate_action (GTK_WIDGET (f->page), "outline.unfold-all", NULL);
  g_assert_true (is_shown (f, 2));
}

static void
test_focuses_on_point (Fixture       *f,
                       gconstpointer  data)
{
  TelaahTextEditor *editor = get_editor (f, 1);
  g_autoptr(GError) error = NULL;

  /* What is being written where it goes out of sight is not lost. */
  gtk_text_buffer_set_text (get_buffer (editor), "Sama.", -1);
  g_assert_true (telaah_outline_page_set_place (f->page, f->points[1]));
  gtk_widget_activate_action (GTK_WIDGET (f->page), "outline.focus-point", NULL);
  settle ();
  g_assert_true (!is_shown (f, 0) && is_shown (f, 1) && is_shown (f, 2));
  g_assert_true (gtk_widget_get_visible (f->page->focus_bar));
  g_assert_cmpstr (telaah_point_fields (telaah_session_find_point (f->session, f->points[0]))->similarities, ==,
                   "Sama.");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (find (get_block (f, 1), GTK_TYPE_LABEL, 0))), ==, "2");

  g_assert_true (press (f->page, GDK_KEY_Escape, 0));
  g_assert_true (is_shown (f, 0));
  g_assert_false (gtk_widget_get_visible (f->page->focus_bar));

  /* With the point goes the focus on it. */
  g_assert_true (telaah_outline_page_set_place (f->page, f->points[1]));
  gtk_widget_activate_action (GTK_WIDGET (f->page), "outline.focus-point", NULL);
  telaah_session_remove_point (f->session, f->points[1], &error);
  g_assert_no_error (error);
  settle ();
  g_assert_true (is_shown (f, 0));
  g_assert_false (gtk_widget_get_visible (f->page->focus_bar));
}

static void
test_counts_words (Fixture       *f,
                   gconstpointer  data)
{
  telaah_test_spin (400);
  g_assert_true (telaah_outline_page_set_place (f->page, f->points[0]));
  g_assert_cmpstr (gtk_label_get_label (f->page->words), ==,
                   "Tantangan: 2 words, 3 with quotes  ·  Outline: 2 words, 3 with quotes");
  g_assert_true (telaah_outline_page_set_place (f->page, f->points[1]));
  g_assert_cmpstr (gtk_label_get_label (f->page->words), ==,
                   "Manfaat: 0 words  ·  Outline: 2 words, 3 with quotes");
}

/* ---- Several outlines ---- */

static void
test_switches_outlines (Fixture       *f,
                        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *other = telaah_session_add_outline (f->session, "Bab dua", FALSE, &error);
  g_autofree char *point = NULL;
  GtkWidget *label;

  g_assert_no_error (error);
  g_assert_true (telaah_session_set_outline (f->session, other, &error));
  settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (f->page->stack), ==, "empty");
  point = telaah_session_add_point (f->session, "Butir", NULL, NULL, TRUE, &error);
  g_assert_no_error (error);
  settle ();
  assert_list (f, "Butir\n");
  label = find (f->page->chooser, GTK_TYPE_LABEL, 0);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "Bab dua");

  telaah_session_remove_outline (f->session, other, &error);
  g_assert_no_error (error);
  settle ();
  assert_list (f, "Tantangan\nManfaat\n Ekonomi\n");
}

/* A document of hundreds of points builds what is near, and gives back what is far. */
static void
test_builds_what_is_near (Fixture       *f,
                          gconstpointer  data)
{
  g_autofree char *last = NULL;
  GHashTableIter iter;
  gpointer block;
  guint built = 0;

  for (guint i = 0; i < 120; i++)
    {
      g_free (last);
      last = telaah_session_add_point (f->session, "Butir", f->project.themes[0], NULL, TRUE, NULL);
    }
  settle ();
  g_assert_true (telaah_outline_page_set_place (f->page, last));
  telaah_test_spin (1200);

  g_hash_table_iter_init (&iter, f->page->column->blocks);
  while (g_hash_table_iter_next (&iter, NULL, &block))
    built += telaah_outline_block_is_built (block);
  g_assert_cmpuint (built, >, 0);
  g_assert_cmpuint (built, <, 60);
  g_assert_true (telaah_outline_block_is_built (g_hash_table_lookup (f->page->column->blocks, last)));
  g_assert_false (telaah_outline_block_is_built (g_hash_table_lookup (f->page->column->blocks, f->points[0])));
  g_assert_cmpstr (telaah_outline_tree_get_selected (f->page->tree), ==, last);
}

static void
test_empty (Fixture       *f,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  /* The points first: without one the themes are the points. */
  for (guint i = 0; i < 2; i++)
    {
      telaah_session_remove_point (f->session, f->points[i], &error);
      g_assert_no_error (error);
    }
  for (guint i = 0; i < 2; i++)
    {
      telaah_session_remove_theme (f->session, f->project.themes[i], &error);
      g_assert_no_error (error);
    }
  settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (f->page->stack), ==, "empty");

  gtk_widget_activate_action (GTK_WIDGET (f->page), "outline.add", NULL);
  settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (f->page->stack), ==, "outline");
  assert_list (f, "New point\n");
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *name; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "saves-once", test_saves_once },
    { "flushes", test_flushes },
    { "writing-treats", test_writing_treats },
    { "follows-others", test_follows_others },
    { "renames", test_renames },
    { "moves", test_moves },
    { "removes", test_removes },
    { "adds", test_adds },
    { "folds", test_folds },
    { "drops", test_drops },
    { "opens", test_opens },
    { "shows-more", test_shows_more },
    { "counts-open-ends", test_counts_open_ends },
    { "counts-as-the-session", test_counts_as_the_session },
    { "mends", test_mends },
    { "puts-into-point", test_puts_into_point },
    { "proposes", test_proposes },
    { "inserts-quote", test_inserts_quote },
    { "writes-question", test_writes_question },
    { "translates", test_translates },
    { "folds-document", test_folds_document },
    { "focuses-on-point", test_focuses_on_point },
    { "counts-words", test_counts_words },
    { "switches-outlines", test_switches_outlines },
    { "builds-what-is-near", test_builds_what_is_near },
    { "empty", test_empty },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/app/outline/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }

  return g_test_run ();
}
