/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "app/reader/telaah-sidebar.h"
#include "app/reader/telaah-source-dialog.h"
#include "app/reader/telaah-source-row.h"
#include "app/reader/telaah-theme-tree-private.h"
#include "support/telaah-test-session.h"

#define BODY "Laut memisahkan. Kabel menyatukan. Siapa menjaga?"

/* ---- A project on the screen ---- */

typedef struct
{
  TelaahSession    *session;
  GtkWidget        *window;
  TelaahSourceList *sources;
  TelaahThemeTree  *themes;

  GString          *told;       /* "signal argument\n" … */
} Fixture;

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE));
}

static void
told (Fixture    *fixture,
      const char *signal_name,
      const char *argument)
{
  g_string_append_printf (fixture->told, "%s %s\n", signal_name, argument != NULL ? argument : "NULL");
}

#define TELL(name, signal_name)                                         \
  static void name##_cb (gpointer source, const char *argument, Fixture *fixture) \
  {                                                                     \
    told (fixture, signal_name, argument);                              \
  }

TELL (selected, "source-selected")
TELL (source_activated, "source-activated")
TELL (theme_activated, "theme-activated")
TELL (removed, "removed")
TELL (failed, "failed")

/* What has been told since the last time. */
static void
assert_told (Fixture    *fixture,
             const char *expected)
{
  settle ();
  g_assert_cmpstr (fixture->told->str, ==, expected);
  g_string_truncate (fixture->told, 0);
}

static void
listen (Fixture *fixture)
{
  g_signal_connect (fixture->sources, "source-selected", G_CALLBACK (selected_cb), fixture);
  g_signal_connect (fixture->sources, "source-activated", G_CALLBACK (source_activated_cb), fixture);
  g_signal_connect (fixture->sources, "removed", G_CALLBACK (removed_cb), fixture);
  g_signal_connect (fixture->sources, "failed", G_CALLBACK (failed_cb), fixture);
  g_signal_connect (fixture->themes, "theme-activated", G_CALLBACK (theme_activated_cb), fixture);
  g_signal_connect (fixture->themes, "removed", G_CALLBACK (removed_cb), fixture);
  g_signal_connect (fixture->themes, "failed", G_CALLBACK (failed_cb), fixture);
}

static char *
add_theme (Fixture    *fixture,
           const char *name,
           const char *parent)
{
  g_autoptr(GError) error = NULL;
  char *id = telaah_session_add_theme (fixture->session, name, parent, NULL, NULL, &error);

  g_assert_no_error (error);
  return id;
}

/* The items go when they change, and their ids with them. */
static char *
dup_source (Fixture *fixture,
            guint    position)
{
  return g_strdup (telaah_test_get_id (telaah_session_get_sources (fixture->session), position));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *sidebar = telaah_sidebar_new ();

  fixture->session = telaah_test_project_new ("sidebar.telaah", BODY, BODY " Dua.", BODY " Tiga.", NULL);
  fixture->told = g_string_new (NULL);
  fixture->sources = telaah_sidebar_get_source_list (TELAAH_SIDEBAR (sidebar));
  fixture->themes = telaah_sidebar_get_theme_tree (TELAAH_SIDEBAR (sidebar));
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), sidebar);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 262, 600);
  telaah_sidebar_set_session (TELAAH_SIDEBAR (sidebar), fixture->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  settle ();
  listen (fixture);
}

/* Nothing but the window keeps the sidebar, and nothing but the test the session. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = g_strdup (telaah_session_get_path (fixture->session));
  gpointer themes = fixture->themes, session = fixture->session;

  telaah_test_assert_live (fixture->session);
  g_object_add_weak_pointer (themes, &themes);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_null (themes);

  g_object_add_weak_pointer (session, &session);
  g_object_unref (fixture->session);
  g_assert_null (session);
  g_string_free (fixture->told, TRUE);
  g_remove (path);
}

/* ---- What can be seen, and what is done ---- */

static GtkWidget *
find (GtkWidget  *root,
      GType       type,
      const char *css_class)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (css_class == NULL || gtk_widget_has_css_class (root, css_class)))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type, css_class);

  return found;
}

static const char *
text_of (GtkWidget  *row,
         const char *css_class)
{
  return gtk_label_get_text (GTK_LABEL (find (row, GTK_TYPE_LABEL, css_class)));
}

/* The rows in sight, from top to bottom: "Name 3\n", and "> " for every level. */
static void
assert_tree (Fixture    *fixture,
             const char *expected)
{
  g_autoptr(GString) shown = g_string_new (NULL);
  GtkListBoxRow *row;

  settle ();
  for (int i = 0; (row = gtk_list_box_get_row_at_index (fixture->themes->list, i)) != NULL; i++)
    {
      const TelaahThemeFields *f = telaah_theme_fields (telaah_theme_row_get_theme (TELAAH_THEME_ROW (row)));

      if (!gtk_widget_get_mapped (GTK_WIDGET (row)))
        continue;
      for (guint depth = 0; depth < f->depth; depth++)
        g_string_append (shown, "> ");
      g_string_append_printf (shown, "%s %s\n", text_of (GTK_WIDGET (row), "name"),
                              text_of (GTK_WIDGET (row), "count"));
    }

  g_assert_cmpstr (shown->str, ==, expected);
}

static TelaahThemeRow *
row_of (Fixture    *fixture,
        const char *theme)
{
  return TELAAH_THEME_ROW (telaah_live_rows_find (fixture->themes->rows, theme));
}

/* As a click on it would: the row has the focus and is selected. */
static void
go_to (Fixture    *fixture,
       const char *theme)
{
  telaah_theme_tree_set_selected (fixture->themes, theme);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (row_of (fixture, theme))));
}

/* What the widget has bound to a key: an event of a keyboard can not be made up in GTK 4. */
static void
press (gpointer         widget,
       guint            keyval,
       GdkModifierType  state)
{
  g_autoptr(GtkShortcutTrigger) wanted = gtk_keyval_trigger_new (keyval, state);
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint k = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) &&
                        k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);

          if (!gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), wanted))
            continue;
          g_assert_true (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                       gtk_shortcut_get_arguments (shortcut)));
          settle ();
          return;
        }
    }

  g_error ("no such key");
}

static void
type (TelaahThemeRow *row,
      const char     *name)
{
  GtkWidget *entry = find (GTK_WIDGET (row), GTK_TYPE_ENTRY, NULL);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  g_signal_emit_by_name (entry, "activate");
  settle ();
}

static void
undo (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  telaah_session_undo (fixture->session, &error);
  g_assert_no_error (error);
  settle ();
}

static guint
count_verbs (Fixture *fixture)
{
  g_autoptr(GPtrArray) history = telaah_session_dup_history (fixture->session, NULL);

  return history->len;
}

/* ---- Themes ---- */

static void
test_adds (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *first = NULL, *child = NULL;

  assert_tree (fixture, "");
  press (fixture->themes, GDK_KEY_F2, 0);                   /* on nothing: nothing */

  gtk_widget_activate_action (GTK_WIDGET (fixture->themes), "theme.add", NULL);
  type (fixture->themes->draft, "  Tantangan ");
  assert_tree (fixture, "Tantangan 0\n");
  first = g_strdup (telaah_theme_tree_get_selected (fixture->themes));
  g_assert_cmpstr (first, ==, telaah_test_get_id (telaah_session_get_themes (fixture->session), 0));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (row_of (fixture, first)));

  gtk_widget_activate_action (GTK_WIDGET (fixture->themes), "theme.add-below", NULL);
  type (fixture->themes->draft, "Kesenjangan");
  assert_tree (fixture, "Tantangan 0\n> Kesenjangan 0\n");
  child = g_strdup (telaah_theme_tree_get_selected (fixture->themes));

  /* A name that is there already: the entry stays, and says so. */
  go_to (fixture, first);
  gtk_widget_activate_action (GTK_WIDGET (fixture->themes), "theme.add-below", NULL);
  type (fixture->themes->draft, "Kesenjangan");
  g_assert_nonnull (fixture->themes->draft);
  g_assert_true (g_str_has_prefix (fixture->told->str, "failed "));
  g_assert_nonnull (find (GTK_WIDGET (fixture->themes->draft), GTK_TYPE_ENTRY, "error"));

  /* Nothing typed: nothing added. */
  type (fixture->themes->draft, " ");
  g_assert_null (fixture->themes->draft);
  assert_tree (fixture, "Tantangan 0\n> Kesenjangan 0\n");
  g_assert_cmpstr (telaah_session_get_undo (fixture->session), ==, "add-theme");
}

static void
test_renames (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *a = add_theme (fixture, "Tantangan", NULL), *b = add_theme (fixture, "Manfaat", NULL);
  TelaahThemeRow *row = row_of (fixture, a);

  go_to (fixture, a);
  press (fixture->themes, GDK_KEY_F2, 0);
  g_assert_true (telaah_theme_row_is_naming (row));
  type (row, "Hambatan");
  g_assert_false (telaah_theme_row_is_naming (row));
  assert_tree (fixture, "Hambatan 0\nManfaat 0\n");
  g_assert_true (row_of (fixture, a) == row);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (row));

  /* Going elsewhere keeps what has been typed. */
  press (fixture->themes, GDK_KEY_F2, 0);
  gtk_editable_set_text (GTK_EDITABLE (find (GTK_WIDGET (row), GTK_TYPE_ENTRY, NULL)), "Rintangan");
  gtk_widget_grab_focus (GTK_WIDGET (row_of (fixture, b)));
  settle ();
  assert_tree (fixture, "Rintangan 0\nManfaat 0\n");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (row_of (fixture, b)));

  undo (fixture);
  undo (fixture);
  assert_tree (fixture, "Tantangan 0\nManfaat 0\n");
  assert_told (fixture, "");
}

static void
test_colors (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *a = add_theme (fixture, "Tantangan", NULL), *b = add_theme (fixture, "Kesenjangan", a);
  GtkWidget *palette, *button;

  go_to (fixture, b);
  g_signal_emit_by_name (row_of (fixture, b), "dot-clicked");
  settle ();
  palette = gtk_popover_get_child (GTK_POPOVER (fixture->themes->popover));

  button = gtk_grid_get_child_at (GTK_GRID (find (palette, GTK_TYPE_GRID, NULL)), 3, 0);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Brown");
  g_signal_emit_by_name (button, "clicked");
  settle ();
  g_assert_cmpstr (telaah_session_get_color (fixture->session, b), ==, "#571D11");

  gtk_editable_set_text (GTK_EDITABLE (find (palette, GTK_TYPE_ENTRY, NULL)), "c0ffee");
  g_signal_emit_by_name (find (palette, GTK_TYPE_ENTRY, NULL), "activate");
  g_assert_cmpstr (telaah_session_get_color (fixture->session, b), ==, "#C0FFEE");

  gtk_editable_set_text (GTK_EDITABLE (find (palette, GTK_TYPE_ENTRY, NULL)), "teal-ish");
  g_signal_emit_by_name (find (palette, GTK_TYPE_ENTRY, NULL), "activate");
  g_assert_nonnull (find (palette, GTK_TYPE_ENTRY, "error"));

  /* That of the theme above. */
  g_signal_emit_by_name (find (palette, GTK_TYPE_BUTTON, "above"), "clicked");
  g_assert_null (telaah_theme_fields (telaah_session_find_theme (fixture->session, b))->color);
  g_assert_cmpstr (telaah_session_get_color (fixture->session, b), ==, telaah_session_get_color (fixture->session, a));
  assert_told (fixture, "");
}

static void
test_digits (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *a = add_theme (fixture, "Tantangan", NULL), *b = add_theme (fixture, "Kesenjangan", a);
  GtkWidget *of_a = find (GTK_WIDGET (row_of (fixture, a)), GTK_TYPE_LABEL, "keycap");
  GtkWidget *of_b = find (GTK_WIDGET (row_of (fixture, b)), GTK_TYPE_LABEL, "keycap");

  g_assert_true (gtk_widget_get_visible (of_a));
  g_assert_false (gtk_widget_get_visible (of_b));

  go_to (fixture, b);
  press (fixture->themes, GDK_KEY_Menu, 0);
  gtk_widget_activate_action (fixture->themes->popover, "shortcut.digit", "s", "1");
  settle ();
  g_assert_false (gtk_widget_get_visible (of_a));
  g_assert_true (gtk_widget_get_visible (of_b));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (of_b)), ==, "1");
  g_assert_cmpuint (telaah_theme_fields (telaah_session_find_theme (fixture->session, b))->digit, ==, 1);

  gtk_widget_activate_action (fixture->themes->popover, "shortcut.digit", "s", "");
  settle ();
  g_assert_false (gtk_widget_get_visible (of_b));
}

static void
test_describes (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *a = add_theme (fixture, "Tantangan", NULL);
  GtkWidget *view;

  go_to (fixture, a);
  gtk_widget_activate_action (GTK_WIDGET (fixture->themes), "theme.describe", NULL);
  settle ();
  view = find (fixture->themes->popover, GTK_TYPE_TEXT_VIEW, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Apa yang menghambat.\n", -1);
  gtk_popover_popdown (GTK_POPOVER (fixture->themes->popover));
  settle ();

  g_assert_cmpstr (telaah_theme_fields (telaah_session_find_theme (fixture->session, a))->description, ==,
                   "Apa yang menghambat.");
  telaah_theme_tree_set_source (fixture->themes, telaah_test_get_id (telaah_session_get_sources (fixture->session), 0));
  settle ();
  g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (row_of (fixture, a))), ==,
                   "Apa yang menghambat.\n0 passages, 0 in this source");
}

/* ---- Moving ---- */

static void
test_drops (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *a = add_theme (fixture, "A", NULL), *b = add_theme (fixture, "B", NULL);
  g_autofree char *c = add_theme (fixture, "C", NULL), *d = add_theme (fixture, "D", a);
  GtkWidget *row = GTK_WIDGET (row_of (fixture, c));
  guint n;

  assert_tree (fixture, "A 0\n> D 0\nB 0\nC 0\n");
  go_to (fixture, c);

  g_assert_true (telaah_theme_tree_drop (fixture->themes, c, d, TELAAH_THEME_ZONE_INTO));
  assert_tree (fixture, "A 0\n> D 0\n> > C 0\nB 0\n");
  g_assert_cmpstr (telaah_theme_tree_get_selected (fixture->themes), ==, c);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == row);

  /* Not below itself, not where it is: and then nothing is written. */
  n = count_verbs (fixture);
  g_assert_false (telaah_theme_tree_drop (fixture->themes, a, c, TELAAH_THEME_ZONE_INTO));
  g_assert_false (telaah_theme_tree_drop (fixture->themes, a, a, TELAAH_THEME_ZONE_AFTER));
  g_assert_false (telaah_theme_tree_drop (fixture->themes, b, NULL, TELAAH_THEME_ZONE_AFTER));
  g_assert_false (telaah_theme_tree_drop (fixture->themes, d, a, TELAAH_THEME_ZONE_AFTER));
  g_assert_cmpuint (count_verbs (fixture), ==, n);


  /* After what is open: before the first below it. */
  g_assert_true (telaah_theme_tree_drop (fixture->themes, c, a, TELAAH_THEME_ZONE_AFTER));
  assert_tree (fixture, "A 0\n> C 0\n> D 0\nB 0\n");
  g_assert_true (telaah_theme_tree_drop (fixture->themes, c, d, TELAAH_THEME_ZONE_AFTER));
  assert_tree (fixture, "A 0\n> D 0\n> C 0\nB 0\n");
  g_assert_true (telaah_theme_tree_drop (fixture->themes, b, a, TELAAH_THEME_ZONE_BEFORE));
  assert_tree (fixture, "B 0\nA 0\n> D 0\n> C 0\n");
  g_assert_true (telaah_theme_tree_drop (fixture->themes, c, NULL, TELAAH_THEME_ZONE_BEFORE));   /* the heading */
  assert_tree (fixture, "C 0\nB 0\nA 0\n> D 0\n");

  /* Into what is folded: it unfolds. After what is folded: beside it. */
  telaah_theme_tree_fold (fixture->themes, a, TRUE);
  g_assert_true (telaah_theme_tree_drop (fixture->themes, c, a, TELAAH_THEME_ZONE_AFTER));
  assert_tree (fixture, "B 0\nA 0\nC 0\n");
  g_assert_true (telaah_theme_tree_drop (fixture->themes, b, a, TELAAH_THEME_ZONE_INTO));
  assert_tree (fixture, "A 0\n> D 0\n> B 0\nC 0\n");
}

static void
test_moves_by_key (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *a = add_theme (fixture, "A", NULL), *b = add_theme (fixture, "B", NULL);
  g_autofree char *c = add_theme (fixture, "C", NULL);
  static const struct { guint keyval; const char *tree; } steps[] = {
    { GDK_KEY_Up, "A 0\nC 0\nB 0\n" }, { GDK_KEY_Up, "C 0\nA 0\nB 0\n" }, { GDK_KEY_Up, "C 0\nA 0\nB 0\n" },
    { GDK_KEY_Right, "C 0\nA 0\nB 0\n" }, { GDK_KEY_Down, "A 0\nC 0\nB 0\n" }, { GDK_KEY_Right, "A 0\n> C 0\nB 0\n" },
    { GDK_KEY_Down, "A 0\n> C 0\nB 0\n" }, { GDK_KEY_Left, "A 0\nC 0\nB 0\n" }, { GDK_KEY_Down, "A 0\nB 0\nC 0\n" },
  };
  GtkWidget *row = GTK_WIDGET (row_of (fixture, c));

  go_to (fixture, c);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      press (fixture->themes, steps[i].keyval, GDK_ALT_MASK);
      assert_tree (fixture, steps[i].tree);
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == row);
      g_assert_cmpstr (telaah_theme_tree_get_selected (fixture->themes), ==, c);
    }
}

static void
test_folds (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *a = add_theme (fixture, "A", NULL), *b = add_theme (fixture, "B", a);
  g_autofree char *c = add_theme (fixture, "C", b), *d = add_theme (fixture, "D", NULL);

  go_to (fixture, c);
  press (fixture->themes, GDK_KEY_Left, 0);
  g_assert_cmpstr (telaah_theme_tree_get_selected (fixture->themes), ==, b);
  press (fixture->themes, GDK_KEY_Left, 0);
  assert_tree (fixture, "A 0\n> B 0\nD 0\n");

  /* What is folded away may not keep the selection. */
  g_signal_emit_by_name (row_of (fixture, a), "fold-clicked");
  assert_tree (fixture, "A 0\nD 0\n");
  g_assert_cmpstr (telaah_theme_tree_get_selected (fixture->themes), ==, a);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row_of (fixture, a)), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);

  press (fixture->themes, GDK_KEY_Right, 0);
  assert_tree (fixture, "A 0\n> B 0\nD 0\n");
  press (fixture->themes, GDK_KEY_Right, 0);
  g_assert_cmpstr (telaah_theme_tree_get_selected (fixture->themes), ==, b);
}

/* ---- Removing, and others ---- */

static void
test_removes_theme (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *source = dup_source (fixture, 0);
  g_autofree char *a = add_theme (fixture, "Tantangan", NULL), *b = add_theme (fixture, "Kesenjangan", a);
  g_autofree char *c = add_theme (fixture, "Keamanan", a), *d = add_theme (fixture, "Manfaat", NULL);
  g_autofree char *passage = telaah_test_tag (fixture->session, source, 0, 4, b, NULL);

  assert_tree (fixture, "Tantangan 0\n> Kesenjangan 1\n> Keamanan 0\nManfaat 0\n");
  go_to (fixture, a);
  press (fixture->themes, GDK_KEY_Delete, 0);
  assert_told (fixture, "removed “Tantangan” and 2 themes below it\n");
  assert_tree (fixture, "Manfaat 0\n");
  g_assert_cmpstr (telaah_theme_tree_get_selected (fixture->themes), ==, d);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (row_of (fixture, d)));

  undo (fixture);
  assert_tree (fixture, "Tantangan 0\n> Kesenjangan 1\n> Keamanan 0\nManfaat 0\n");

  press (fixture->themes, GDK_KEY_Delete, 0);
  assert_told (fixture, "removed “Manfaat”\n");
  g_assert_cmpstr (telaah_theme_tree_get_selected (fixture->themes), ==, c);
}

static void
test_activates (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *first = dup_source (fixture, 0), *source = dup_source (fixture, 1);
  g_autofree char *a = add_theme (fixture, "Tantangan", NULL);
  g_autofree char *theme_line = g_strdup_printf ("theme-activated %s\n", a);
  g_autofree char *source_lines = g_strdup_printf ("source-selected %s\nsource-activated %s\n", source, source);

  gtk_widget_activate (GTK_WIDGET (row_of (fixture, a)));
  assert_told (fixture, theme_line);

  telaah_source_list_set_selected (fixture->sources, first);
  assert_told (fixture, "");
  gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (telaah_source_list_get_box (fixture->sources), 1)));
  assert_told (fixture, source_lines);
}

static void
test_follows_others (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *source = dup_source (fixture, 1);
  g_autofree char *a = add_theme (fixture, "A", NULL), *b = add_theme (fixture, "B", NULL);
  g_autoptr(TelaahSession) other = telaah_test_reopen (fixture->session);
  g_autofree char *c = NULL, *passage = NULL;
  g_autoptr(GError) error = NULL;
  GtkWidget *row = GTK_WIDGET (row_of (fixture, b));
  GtkListBoxRow *source_row;

  telaah_source_list_set_selected (fixture->sources, source);
  source_row = gtk_list_box_get_selected_row (telaah_source_list_get_box (fixture->sources));
  go_to (fixture, b);

  c = telaah_session_add_theme (other, "C", b, NULL, NULL, &error);
  g_assert_true (telaah_session_set_theme (other, b, "name", "Bukan B", &error));
  g_assert_true (telaah_session_move_theme (other, b, NULL, a, &error));
  g_assert_true (telaah_session_set_source (other, source, "title", "Kabel", &error));
  passage = telaah_test_tag (other, source, 0, 4, c, NULL);
  g_assert_no_error (error);
  g_assert_true (telaah_session_catch_up (fixture->session, &error));

  assert_tree (fixture, "Bukan B 0\n> C 1\nA 0\n");
  g_assert_true (GTK_WIDGET (row_of (fixture, b)) == row);
  g_assert_cmpstr (telaah_theme_tree_get_selected (fixture->themes), ==, b);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == row);
  g_assert_true (gtk_list_box_get_selected_row (telaah_source_list_get_box (fixture->sources)) == source_row);
  g_assert_cmpstr (text_of (GTK_WIDGET (source_row), "name"), ==, "Kabel");
  g_assert_cmpstr (text_of (GTK_WIDGET (source_row), "numeric"), ==, "1");
  assert_told (fixture, "");

  /* The selected one is removed by somebody else. */
  g_assert_true (telaah_session_remove_source (other, source, &error));
  g_assert_true (telaah_session_catch_up (fixture->session, &error));
  g_assert_cmpstr (telaah_source_list_get_selected (fixture->sources), ==,
                   telaah_test_get_id (telaah_session_get_sources (fixture->session), 1));
  g_assert_true (g_str_has_prefix (fixture->told->str, "source-selected "));
}

/* ---- Sources ---- */

static void
test_removes_source (Fixture       *fixture,
                     gconstpointer  data)
{
  GtkListBox *list = telaah_source_list_get_box (fixture->sources);
  g_autofree char *middle = dup_source (fixture, 1), *last = dup_source (fixture, 2);
  g_autofree char *line = g_strdup_printf ("source-selected %s\nremoved “text-2.txt”\n", last);

  telaah_source_list_set_selected (fixture->sources, middle);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (list, 1)));
  press (fixture->sources, GDK_KEY_Delete, 0);
  assert_told (fixture, line);
  g_assert_cmpuint (g_list_model_get_n_items (telaah_session_get_sources (fixture->session)), ==, 2);

  undo (fixture);
  g_assert_cmpstr (text_of (GTK_WIDGET (gtk_list_box_get_row_at_index (list, 1)), "name"), ==, "text-2.txt");
  g_assert_cmpstr (telaah_source_list_get_selected (fixture->sources), ==, last);
}

static void
test_details (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *source = dup_source (fixture, 0);
  GtkWidget *dialog, *title, *date, *apply;
  guint n = count_verbs (fixture);
  const TelaahSourceFields *f;

  dialog = telaah_source_dialog_new (GTK_WINDOW (fixture->window), fixture->session, source);
  gtk_window_present (GTK_WINDOW (dialog));
  title = GTK_WIDGET (gtk_widget_get_template_child (dialog, TELAAH_TYPE_SOURCE_DIALOG, "title"));
  date = GTK_WIDGET (gtk_widget_get_template_child (dialog, TELAAH_TYPE_SOURCE_DIALOG, "date"));
  apply = GTK_WIDGET (gtk_widget_get_template_child (dialog, TELAAH_TYPE_SOURCE_DIALOG, "apply_button"));

  g_assert_false (gtk_widget_get_sensitive (apply));
  gtk_editable_set_text (GTK_EDITABLE (date), "2021-02-30");
  g_assert_true (gtk_widget_has_css_class (date, "error"));
  gtk_editable_set_text (GTK_EDITABLE (title), "Kabel laut");
  g_assert_false (gtk_widget_get_sensitive (apply));
  gtk_editable_set_text (GTK_EDITABLE (date), " 2021-03 ");
  g_assert_false (gtk_widget_has_css_class (date, "error"));
  g_assert_true (gtk_widget_get_sensitive (apply));

  g_signal_emit_by_name (apply, "clicked");
  settle ();
  g_assert_cmpuint (count_verbs (fixture), ==, n + 1);
  g_assert_cmpstr (telaah_session_get_undo (fixture->session), ==, "set-source");
  f = telaah_source_fields (telaah_session_find_source (fixture->session, source));
  g_assert_cmpstr (f->date, ==, "2021-03");
  g_assert_cmpstr (f->title, ==, "Kabel laut");

  undo (fixture);
  f = telaah_source_fields (telaah_session_find_source (fixture->session, source));
  g_assert_null (f->date);
  g_assert_null (f->title);
}

static const struct
{
  const char *date;
  gboolean    valid;
} dates[] = {
  { "", TRUE }, { "2021", TRUE }, { "2021-03", TRUE }, { "2021-03-04", TRUE }, { "2024-02-29", TRUE },
  { "2021-02-29", FALSE }, { "2021-13", FALSE }, { "2021-00", FALSE }, { "21", FALSE }, { "0000", FALSE },
  { "2021-3-4", FALSE }, { "2021/03/04", FALSE }, { "2021-03-04T10", FALSE }, { "n.d.", FALSE }, { "20a1", FALSE },
};

static void
test_date (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  g_assert_cmpint (telaah_source_date_is_valid (dates[i].date), ==, dates[i].valid);
}

static void
test_no_session (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *a = add_theme (fixture, "A", NULL);

  telaah_theme_tree_begin_add (fixture->themes, a);
  telaah_theme_tree_set_session (fixture->themes, NULL);
  telaah_source_list_set_session (fixture->sources, NULL);
  assert_tree (fixture, "");
  g_assert_null (telaah_source_list_get_selected (fixture->sources));
  g_assert_null (gtk_list_box_get_row_at_index (telaah_source_list_get_box (fixture->sources), 0));
  gtk_widget_activate_action (GTK_WIDGET (fixture->themes), "theme.add", NULL);
  assert_told (fixture, "");

  telaah_theme_tree_set_session (fixture->themes, fixture->session);
  assert_tree (fixture, "A 0\n");
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *name; void (*test) (Fixture *, gconstpointer); } cases[] = {
    { "adds", test_adds }, { "renames", test_renames }, { "colors", test_colors }, { "digits", test_digits },
    { "describes", test_describes }, { "drops", test_drops }, { "moves-by-key", test_moves_by_key },
    { "folds", test_folds }, { "removes-theme", test_removes_theme }, { "activates", test_activates },
    { "follows-others", test_follows_others }, { "removes-source", test_removes_source },
    { "details", test_details }, { "no-session", test_no_session },
  };
  g_autofree char *folder = g_dir_make_tmp ("telaah-sidebar-XXXXXX", NULL);
  int status;

  /* Not G_TEST_OPTION_ISOLATE_DIRS, which hides the system's icons and schemas as well. */
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/sidebar/%s", cases[i].name);

      g_test_add (path, Fixture, NULL, set_up, cases[i].test, tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/sidebar/date/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_date);
    }

  status = g_test_run ();
  g_rmdir (folder);

  return status;
}
