/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "app/reader/telaah-reader-private.h"
#include "app/reader/telaah-text-view-private.h"
#include "app/telaah-application.h"
#include "app/telaah-window-private.h"
#include "support/telaah-test-session.h"

#define TEXT_1 "Kabel laut itu putus. Siapa menjaga kabel?"
#define TEXT_2 "Tanpa kabel, tiada percakapan."

static GtkApplication *application;

typedef struct
{
  TelaahSession *session;
  TelaahWindow  *window;
  char          *sources[2];
  char          *point;
} Fixture;

#define until(condition) \
  G_STMT_START { \
    gint64 end_ = g_get_monotonic_time () + 20 * G_USEC_PER_SEC; \
    while (!(condition)) \
      { \
        if (g_get_monotonic_time () > end_) \
          g_error ("%s:%d: not in twenty seconds: %s", __FILE__, __LINE__, #condition); \
        g_main_context_iteration (NULL, FALSE); \
        g_usleep (500); \
      } \
  } G_STMT_END

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  GSettings *settings = telaah_application_get_settings ();
  g_autoptr(GError) error = NULL;

  g_settings_reset (settings, "places");
  g_settings_reset (settings, "sidebar-visible");
  g_settings_reset (settings, "search-width");
  f->session = telaah_test_project_new ("search-window.telaah", TEXT_1, TEXT_2, NULL);
  for (guint i = 0; i < 2; i++)
    f->sources[i] = g_strdup (telaah_test_get_id (telaah_session_get_sources (f->session), i));
  f->point = telaah_session_add_point (f->session, "Alat", NULL, NULL, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (telaah_session_set_cell (f->session, f->point, f->sources[1], NULL, "Kabel adalah alat.", &error));

  f->window = TELAAH_WINDOW (telaah_window_new (application));
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1200, 700);
  telaah_window_set_session (f->window, f->session);
  gtk_window_present (GTK_WINDOW (f->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (f->window));
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_autofree char *path = g_strdup (telaah_session_get_path (f->session));

  telaah_window_set_session (f->window, NULL);
  gtk_window_destroy (GTK_WINDOW (f->window));
  telaah_test_spin (50);
  telaah_test_let_go (f->session);
  g_remove (path);
  for (guint i = 0; i < 2; i++)
    g_free (f->sources[i]);
  g_free (f->point);
}

static void
activate (Fixture    *f,
          const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (f->window), action, NULL);
}

static gboolean
in_search (Fixture *f)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (f->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (f->window->search));
}

static const char *
get_view (Fixture *f)
{
  return adw_view_stack_get_visible_child_name (f->window->views);
}

/* It takes the room of the sidebar, and gives it back with the focus. */
static void
test_open (Fixture       *f,
           gconstpointer  data)
{
  GtkWidget *panel = GTK_WIDGET (f->window->search), *sidebar = f->window->reader->sidebar_pane;

  g_assert_false (gtk_widget_get_visible (panel));
  g_assert_true (gtk_widget_get_visible (sidebar));
  gtk_widget_grab_focus (GTK_WIDGET (f->window->reader));

  activate (f, "find");
  g_assert_true (gtk_widget_get_visible (panel));
  g_assert_false (gtk_widget_get_visible (sidebar));
  g_assert_true (in_search (f));
  activate (f, "sidebar");
  g_assert_true (gtk_widget_get_visible (sidebar));
  activate (f, "sidebar");
  g_assert_false (gtk_widget_get_visible (sidebar));
  g_settings_reset (f->window->settings, "sidebar-visible");

  gtk_widget_activate_action (panel, "search.close", NULL);
  g_assert_false (gtk_widget_get_visible (panel));
  telaah_window_update_panes (f->window);
  g_assert_true (gtk_widget_get_visible (sidebar));
  g_assert_false (in_search (f));

  /* The button does the same. */
  activate (f, "search");
  g_assert_true (gtk_widget_get_visible (panel));
  activate (f, "search");
  g_assert_false (gtk_widget_get_visible (panel));
}

static guint
count_hits (Fixture *f)
{
  TelaahTextView *view = telaah_source_page_get_text_view (telaah_reader_get_page (f->window->reader));

  return view->hits != NULL ? view->hits->len : 0;
}

/* From text to text and on to a summary, with the focus where one types; Back from words to a claim. */
static void
test_step (Fixture       *f,
           gconstpointer  data)
{
  TelaahReader *reader = f->window->reader;

  activate (f, "find");
  telaah_search_panel_set_words (f->window->search, "kabel");
  until (telaah_search_panel_get_n_hits (f->window->search) == 4);
  until (count_hits (f) == 2);

  activate (f, "next-hit");
  g_assert_cmpstr (telaah_reader_get_source (reader), ==, f->sources[0]);
  g_assert_cmpuint (reader->hit->len, ==, 1);
  g_assert_true (in_search (f));
  activate (f, "next-hit");
  activate (f, "next-hit");
  g_assert_cmpstr (telaah_reader_get_source (reader), ==, f->sources[1]);
  g_assert_cmpuint (count_hits (f), ==, 1);
  activate (f, "next-hit");
  g_assert_cmpstr (get_view (f), ==, "compare");
  g_assert_true (in_search (f));
  g_assert_null (reader->hit);

  activate (f, "previous-hit");
  g_assert_cmpstr (get_view (f), ==, "read");
  g_assert_true (in_search (f));
  activate (f, "back");
  g_assert_cmpstr (get_view (f), ==, "compare");

  gtk_widget_activate_action (GTK_WIDGET (f->window->search), "search.close", NULL);
  g_assert_cmpuint (count_hits (f), ==, 0);
}

/* The words that are selected are looked for. */
static void
test_selection (Fixture       *f,
                gconstpointer  data)
{
  TelaahTextView *view = telaah_source_page_get_text_view (telaah_reader_get_page (f->window->reader));

  telaah_text_view_select_span (view, (TelaahSpan) { 0, 10 });
  activate (f, "find");
  g_assert_cmpstr (telaah_search_panel_get_words (f->window->search), ==, "\"Kabel laut\"");
  until (telaah_search_panel_get_n_hits (f->window->search) == 1);
}

/* ---- The text view ---- */

static GArray *
spans_new (guint first,
           guint n,
           guint step)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));

  for (guint i = 0; i < n; i++)
    {
      TelaahSpan span = { first + i * step, first + i * step + 3 };

      g_array_append_val (spans, span);
    }

  return spans;
}

static void
draw (GtkWidget *window,
      GtkWidget *view)
{
  gtk_test_widget_wait_for_draw (window);
  while (g_main_context_iteration (NULL, FALSE));
  gtk_widget_queue_draw (view);
  gtk_test_widget_wait_for_draw (window);
}

/* Ten thousand hits cost what is in sight; a step the paragraphs that it is in. */
static void
test_view (void)
{
  TelaahTextView *view = TELAAH_TEXT_VIEW (telaah_text_view_new ());
  GtkWidget *window = gtk_window_new (), *scroller = gtk_scrolled_window_new ();
  g_autoptr(GString) body = g_string_new (NULL);
  g_autoptr(TelaahText) text = NULL;
  g_autoptr(GArray) hits = spans_new (0, 10000, 10), current = spans_new (20, 1, 10), next = spans_new (1030, 2, 10);
  guint n;

  for (guint i = 0; i < 1000; i++)
    {
      for (guint k = 0; k < 11; k++)
        g_string_append (body, "kata-kata ");
      g_string_append (body, "\n");
    }
  text = telaah_text_new (g_strdup (body->str));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (view));
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 600, 500);
  telaah_text_view_set_text (view, text);
  gtk_window_present (GTK_WINDOW (window));
  draw (window, GTK_WIDGET (view));
  g_assert_false (telaah_text_view_has_hits (view, (TelaahSpan) { 0, G_MAXUINT }));
  g_assert_cmpuint (telaah_text_drawing_get_n_drawn (view->drawing), ==, 0);

  telaah_text_view_set_hits (view, hits);
  draw (window, GTK_WIDGET (view));
  n = telaah_text_drawing_get_n_drawn (view->drawing);
  g_assert_cmpuint (n, >, 2);
  g_assert_cmpuint (n, <, 60);
  g_assert_true (telaah_text_view_has_hits (view, (TelaahSpan) { 50, 51 }));
  g_assert_false (telaah_text_view_has_hits (view, (TelaahSpan) { 53, 60 }));
  g_assert_false (telaah_text_view_has_hits (view, (TelaahSpan) { 100005, G_MAXUINT }));

  telaah_text_view_set_current_hit (view, current);
  draw (window, GTK_WIDGET (view));
  g_assert_cmpuint (telaah_text_drawing_get_n_drawn (view->drawing), ==, n + 1);

  /* The one before is drawn as the others are; the next one is out of sight. */
  telaah_text_view_set_current_hit (view, next);
  draw (window, GTK_WIDGET (view));
  g_assert_cmpuint (telaah_text_drawing_get_n_drawn (view->drawing), <=, n + 3);

  telaah_text_view_set_hits (view, NULL);
  telaah_text_view_set_current_hit (view, NULL);
  draw (window, GTK_WIDGET (view));
  g_assert_false (telaah_text_view_has_hits (view, (TelaahSpan) { 0, G_MAXUINT }));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *schemas = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "..", "data", NULL);
  int result;

  g_setenv ("GSETTINGS_SCHEMA_DIR", schemas, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  application = telaah_application_new (G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  g_test_add ("/app/search-window/open", Fixture, NULL, set_up, test_open, tear_down);
  g_test_add ("/app/search-window/step", Fixture, NULL, set_up, test_step, tear_down);
  g_test_add ("/app/search-window/selection", Fixture, NULL, set_up, test_selection, tear_down);
  g_test_add_func ("/app/search-window/view", test_view);

  result = g_test_run ();
  g_object_unref (application);

  return result;
}
