/* The page with a picture of the comparison: what its places say, how keys go through it, what it emits and saves.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "app/compare/telaah-picture-canvas-private.h"
#include "app/compare/telaah-picture-view.h"
#include "support/telaah-test-session.h"

/* Two sources; Challenges with Security below it, Benefits. */
typedef struct
{
  TelaahSession       *session;
  char                *sources[2];
  char                *themes[3];
  char                *points[3];
  GtkWidget           *window;
  TelaahPictureView   *view;
  TelaahPictureCanvas *canvas;
  GString             *heard;     /* signals, one a line */
} Fixture;

static void
settle (void)
{
  for (guint i = 0; i < 20 || g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, FALSE);
}

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

/* ---- What it emits ---- */

static void
words_cb (Fixture    *f,
          const char *first,
          const char *second)
{
  g_string_append_printf (f->heard, "%s %s\n", first, second);
}

static void
place_cb (Fixture    *f,
          const char *source,
          guint       offset)
{
  g_string_append_printf (f->heard, "%s @%u\n", source, offset);
}

static void
message_cb (Fixture    *f,
            const char *message)
{
  g_string_append_printf (f->heard, "%s\n", message);
}

/* ---- A project, and the page on show ---- */

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

static GtkWidget *
find_below (GtkWidget *widget,
            GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_below (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
show (Fixture           *f,
      TelaahPictureKind  kind)
{
  f->window = gtk_window_new ();
  f->view = TELAAH_PICTURE_VIEW (telaah_picture_view_new ());
  f->canvas = TELAAH_PICTURE_CANVAS (find_below (GTK_WIDGET (f->view), TELAAH_TYPE_PICTURE_CANVAS));
  g_signal_connect_swapped (f->view, "cell-activated", G_CALLBACK (words_cb), f);
  g_signal_connect_swapped (f->view, "pair-activated", G_CALLBACK (words_cb), f);
  g_signal_connect_swapped (f->view, "passages-wanted", G_CALLBACK (words_cb), f);
  g_signal_connect_swapped (f->view, "place-activated", G_CALLBACK (place_cb), f);
  g_signal_connect_swapped (f->view, "saved", G_CALLBACK (message_cb), f);
  g_signal_connect_swapped (f->view, "failed", G_CALLBACK (message_cb), f);

  telaah_picture_view_set_session (f->view, f->session);
  telaah_picture_view_set_kind (f->view, kind);
  gtk_window_set_child (GTK_WINDOW (f->window), GTK_WIDGET (f->view));
  gtk_window_set_default_size (GTK_WINDOW (f->window), 700, 400);
  gtk_window_present (GTK_WINDOW (f->window));
  gtk_test_widget_wait_for_draw (f->window);
  settle ();
  gtk_test_widget_wait_for_draw (f->window);
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->heard = g_string_new (NULL);
  f->session = telaah_test_project_new ("picture.telaah", "Each new channel is a new door. It costs.",
                                        "Citizens ask the ambassador.", NULL);
  f->themes[0] = add_theme (f, "Challenges", NULL);
  f->themes[1] = add_theme (f, "Security", f->themes[0]);
  f->themes[2] = add_theme (f, "Benefits", NULL);
  for (guint i = 0; i < 2; i++)
    f->sources[i] = g_strdup (telaah_test_get_id (telaah_session_get_sources (f->session), i));
  for (guint i = 0; i < 3; i++)
    f->points[i] = g_strdup (telaah_test_get_id (telaah_session_get_points (f->session), i));

  g_free (telaah_test_tag (f->session, f->sources[0], 0, 31, f->themes[0], NULL));
  g_free (telaah_test_tag (f->session, f->sources[0], 5, 16, f->themes[2], NULL));
  g_free (telaah_test_tag (f->session, f->sources[1], 0, 8, f->themes[2], NULL));
  show (f, GPOINTER_TO_UINT (data));
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  gpointer view = f->view, canvas = f->canvas;

  g_object_add_weak_pointer (G_OBJECT (view), &view);
  g_object_add_weak_pointer (G_OBJECT (canvas), &canvas);
  gtk_window_destroy (GTK_WINDOW (f->window));
  settle ();
  /* The thread that has saved may let go of it a moment later. */
  for (guint i = 0; i < 200 && view != NULL; i++)
    {
      g_usleep (5 * 1000);
      settle ();
    }
  g_assert_null (view);
  g_assert_null (canvas);

  for (guint i = 0; i < 2; i++)
    g_free (f->sources[i]);
  for (guint i = 0; i < 3; i++)
    {
      g_free (f->themes[i]);
      g_free (f->points[i]);
    }
  g_string_free (f->heard, TRUE);
  close_project (f->session);
}

/* ---- Helpers ---- */

/* Whether a key is bound, and then what it does. */
static gboolean
press (Fixture         *f,
       guint            key,
       GdkModifierType  modifiers)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (f->canvas));
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
                                                            GTK_WIDGET (f->canvas),
                                                            gtk_shortcut_get_arguments (shortcut));
              settle ();
              return done;
            }
        }
    }

  return FALSE;
}

/* That the place one is at is called @name, and, where the focus is in the picture, has it. */
static void
check_name (Fixture    *f,
            const char *name)
{
  GtkWidget *ring = f->canvas->rings[f->canvas->ring];

  g_assert_true (gtk_widget_get_visible (ring));
  g_assert_false (gtk_widget_get_visible (f->canvas->rings[1 - f->canvas->ring]));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ring), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  if (gtk_widget_get_focus_child (GTK_WIDGET (f->canvas)) != NULL)
    g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->window)) == ring);
}

static void
check_heard (Fixture    *f,
             const char *format,
             ...)
{
  g_autofree char *wanted = NULL;
  va_list args;

  va_start (args, format);
  wanted = g_strdup_vprintf (format, args);
  va_end (args);
  g_assert_cmpstr (f->heard->str, ==, wanted);
  g_string_truncate (f->heard, 0);
}

/* ---- The heat map ---- */

static void
test_heatmap_keys (Fixture       *f,
                   gconstpointer  data)
{
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (f->canvas), GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (f->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Heat map: passages of each source on each point");
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (f->view)));
  check_name (f, "Challenges · text-1.txt: 1 passage, 31 characters");
  g_assert_true (press (f, GDK_KEY_Right, 0));
  check_name (f, "Challenges · text-2.txt: no passages");
  g_assert_true (press (f, GDK_KEY_Right, 0));
  check_name (f, "Challenges · text-2.txt: no passages");
  g_assert_true (press (f, GDK_KEY_End, GDK_CONTROL_MASK));
  check_name (f, "Benefits · text-2.txt: 1 passage, 8 characters");
  g_assert_true (press (f, GDK_KEY_Return, 0));
  check_heard (f, "%s %s\n", f->points[2], f->sources[1]);
  g_assert_true (press (f, GDK_KEY_Page_Up, 0));
  g_assert_true (press (f, GDK_KEY_Home, 0));
  check_name (f, "Challenges · text-1.txt: 1 passage, 31 characters");
}

/* A change is followed in idle time, and one stays where one was though rows came above. */
static void
test_follows (Fixture       *f,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (f->view));
  press (f, GDK_KEY_End, GDK_CONTROL_MASK);
  check_name (f, "Benefits · text-2.txt: 1 passage, 8 characters");
  g_free (telaah_test_tag (f->session, f->sources[1], 9, 12, f->themes[2], NULL));
  g_free (add_theme (f, "Money", f->themes[0]));
  settle ();
  check_name (f, "Benefits · text-2.txt: 2 passages, 11 characters");
  g_assert_cmpint (f->canvas->place.row, ==, 3);

  g_assert_true (telaah_session_remove_source (f->session, f->sources[1], &error));
  g_assert_no_error (error);
  settle ();
  check_name (f, "Challenges · text-1.txt: 1 passage, 31 characters");
}

/* Nothing is counted for a page that is not shown. */
static void
test_hidden_waits (Fixture       *f,
                   gconstpointer  data)
{
  TelaahPicture *before = telaah_picture_canvas_get_picture (f->canvas);

  gtk_widget_set_visible (GTK_WIDGET (f->view), FALSE);
  g_free (telaah_test_tag (f->session, f->sources[1], 9, 12, f->themes[2], NULL));
  settle ();
  g_assert_true (telaah_picture_canvas_get_picture (f->canvas) == before);

  gtk_widget_set_visible (GTK_WIDGET (f->view), TRUE);
  gtk_test_widget_wait_for_draw (f->window);
  settle ();
  press (f, GDK_KEY_End, GDK_CONTROL_MASK);
  check_name (f, "Benefits · text-2.txt: 2 passages, 11 characters");
}

static void
test_notes_change_nothing (Fixture       *f,
                           gconstpointer  data)
{
  TelaahPicture *before = telaah_picture_canvas_get_picture (f->canvas);

  g_signal_emit_by_name (f->session, "changed", TELAAH_CHANGE_NOTES | TELAAH_CHANGE_HISTORY);
  settle ();
  g_assert_true (telaah_picture_canvas_get_picture (f->canvas) == before);
}

static void
test_measure (Fixture       *f,
              gconstpointer  data)
{
  GtkWidget *drop = find_below (GTK_WIDGET (f->view), GTK_TYPE_DROP_DOWN);

  g_assert_true (gtk_widget_get_mapped (drop));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, "What Is Counted");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), 1);
  settle ();
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (f->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Heat map: characters in passages of each source on each point");
}

/* ---- Co-occurrence and portraits ---- */

static void
test_cooccurrence (Fixture       *f,
                   gconstpointer  data)
{
  gtk_widget_grab_focus (GTK_WIDGET (f->view));
  check_name (f, "Challenges: 1 passage, 31 characters");
  g_assert_true (press (f, GDK_KEY_End, 0));
  check_name (f, "Challenges · Benefits: 1 place in common, 11 characters");
  g_assert_true (press (f, GDK_KEY_space, 0));
  check_heard (f, "%s %s\n", f->themes[0], f->themes[2]);
}

static void
test_portraits (Fixture       *f,
                gconstpointer  data)
{
  GtkWidget *drop = find_below (GTK_WIDGET (f->view), GTK_TYPE_DROP_DOWN);

  g_assert_false (gtk_widget_get_mapped (drop));
  gtk_widget_grab_focus (GTK_WIDGET (f->view));
  check_name (f, "Challenges · text-1.txt: 1 passage, 31 characters");
  press (f, GDK_KEY_Return, 0);
  check_heard (f, "%s %s\n", f->themes[0], f->sources[0]);
  press (f, GDK_KEY_Down, 0);
  press (f, GDK_KEY_Right, 0);
  check_name (f, "Benefits · text-1.txt: from 12.2 % to 39.0 % of the text, 11 characters");
  press (f, GDK_KEY_Return, 0);
  check_heard (f, "%s @5\n", f->sources[0]);
  press (f, GDK_KEY_Down, GDK_CONTROL_MASK);
  check_name (f, "Benefits · text-2.txt: from 0.0 % to 28.6 % of the text, 8 characters");
  press (f, GDK_KEY_Left, 0);
  check_name (f, "Benefits · text-2.txt: 1 passage, 8 characters");
}

/* ---- The pointer, the tooltip ---- */

static void
test_find (Fixture       *f,
           gconstpointer  data)
{
  TelaahPicturePlace place = { 2, 1 }, found;
  GdkRectangle bounds;

  telaah_picture_canvas_get_bounds (f->canvas, place, &bounds);
  g_assert_true (telaah_picture_canvas_find (f->canvas, bounds.x + bounds.width / 2, bounds.y + bounds.height / 2,
                                             &found));
  g_assert_cmpint (found.row, ==, 2);
  g_assert_cmpint (found.column, ==, 1);
  g_assert_false (telaah_picture_canvas_find (f->canvas, 3, 3, &found));
}

/* In a window too small for it the place one goes to comes into view, beside the heads. */
static void
test_scrolls (Fixture       *f,
              gconstpointer  data)
{
  double left, top;
  GdkRectangle bounds;

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("Theme %u", i);

      g_free (add_theme (f, name, NULL));
    }
  settle ();
  gtk_test_widget_wait_for_draw (f->window);
  press (f, GDK_KEY_End, GDK_CONTROL_MASK);
  gtk_test_widget_wait_for_draw (f->window);
  settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (f->canvas->adjustments[GTK_ORIENTATION_VERTICAL]), >, 100);
  telaah_picture_canvas_get_bounds (f->canvas, f->canvas->place, &bounds);
  telaah_picture_get_heads (telaah_picture_canvas_get_picture (f->canvas), &left, &top);
  g_assert_cmpint (bounds.y, >=, (int) top);
  g_assert_cmpint (bounds.y + bounds.height, <=, gtk_widget_get_height (GTK_WIDGET (f->canvas)) + 1);

  press (f, GDK_KEY_Home, GDK_CONTROL_MASK);
  gtk_test_widget_wait_for_draw (f->window);
  settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (f->canvas->adjustments[GTK_ORIENTATION_VERTICAL]), ==, 0);
}

/* ---- Files ---- */

static void
save (Fixture    *f,
      const char *format,
      const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);

  telaah_picture_view_save (f->view, format, file);
  while (f->heard->len == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_saves (Fixture       *f,
            gconstpointer  data)
{
  static const struct { const char *format, *start; } files[] = {
    { "svg", "<?xml" }, { "png", "\x89PNG" },
    { "csv", "\ufeffPoint,text-1.txt,text-2.txt\r\nChallenges,1,0\r\nChallenges › Security,0,0\r\nBenefits,1,1\r\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *name = g_strdup_printf ("picture.%s", files[i].format);
      g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
      g_autofree char *contents = NULL;
      g_autoptr(GError) error = NULL;

      save (f, files[i].format, path);
      check_heard (f, "Saved “%s”\n", name);
      g_file_get_contents (path, &contents, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_str_has_prefix (contents, files[i].start));
      g_remove (path);
    }
}

static void
test_save_fails (Fixture       *f,
                 gconstpointer  data)
{
  save (f, "svg", "/nowhere/at/all.svg");
  g_assert_cmpuint (f->heard->len, >, 1);
  g_assert_null (strstr (f->heard->str, "Saved"));
}

/* ---- Nothing there ---- */

static void
test_empty (void)
{
  Fixture f = { 0 };
  GtkWidget *page;

  f.session = telaah_test_project_new ("empty.telaah", NULL);
  f.heard = g_string_new (NULL);
  show (&f, TELAAH_PICTURE_HEATMAP);
  page = find_below (GTK_WIDGET (f.view), ADW_TYPE_STATUS_PAGE);
  g_assert_true (gtk_widget_get_mapped (page));
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (page)), ==, "No Heat Map Yet");
  g_assert_false (gtk_widget_get_mapped (find_below (GTK_WIDGET (f.view), GTK_TYPE_MENU_BUTTON)));
  telaah_picture_view_set_kind (f.view, TELAAH_PICTURE_PORTRAITS);
  settle ();
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (page)), ==, "No Portraits Yet");
  g_assert_false (press (&f, GDK_KEY_Down, 0));
  gtk_window_destroy (GTK_WINDOW (f.window));
  settle ();
  g_string_free (f.heard, TRUE);
  close_project (f.session);
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *path; TelaahPictureKind kind; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "/app/picture-view/heatmap/keys", TELAAH_PICTURE_HEATMAP, test_heatmap_keys },
    { "/app/picture-view/heatmap/measure", TELAAH_PICTURE_HEATMAP, test_measure },
    { "/app/picture-view/heatmap/find", TELAAH_PICTURE_HEATMAP, test_find },
    { "/app/picture-view/heatmap/scrolls", TELAAH_PICTURE_HEATMAP, test_scrolls },
    { "/app/picture-view/follows", TELAAH_PICTURE_HEATMAP, test_follows },
    { "/app/picture-view/hidden-waits", TELAAH_PICTURE_HEATMAP, test_hidden_waits },
    { "/app/picture-view/notes-change-nothing", TELAAH_PICTURE_HEATMAP, test_notes_change_nothing },
    { "/app/picture-view/cooccurrence", TELAAH_PICTURE_COOCCURRENCE, test_cooccurrence },
    { "/app/picture-view/portraits", TELAAH_PICTURE_PORTRAITS, test_portraits },
    { "/app/picture-view/saves", TELAAH_PICTURE_HEATMAP, test_saves },
    { "/app/picture-view/save-fails", TELAAH_PICTURE_HEATMAP, test_save_fails },
  };
  g_autofree char *folder = g_dir_make_tmp ("telaah-picture-XXXXXX", NULL);
  int status;

  /* Not G_TEST_OPTION_ISOLATE_DIRS, which hides the system's icons and schemas as well. */
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, GUINT_TO_POINTER (tests[i].kind), set_up, tests[i].test, tear_down);
  g_test_add_func ("/app/picture-view/empty", test_empty);

  status = g_test_run ();
  g_rmdir (folder);

  return status;
}
