/* The text edited in its place: it grows with its words, and saves each of them once.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/telaah-text-editor.h"

/* Longer than it waits before it commits, in milliseconds. */
#define PAUSE 1300

typedef struct
{
  GtkWidget        *window;
  TelaahTextEditor *editor;
  GtkWidget        *view;
  GString          *commits;    /* a line each */
  gboolean          reject;
} Fixture;

static void
commit_cb (TelaahTextEditor *editor,
           const char       *text,
           Fixture          *f)
{
  g_string_append_printf (f->commits, "%s\n", text);
  if (f->reject)
    telaah_text_editor_reject (editor);
}

static gboolean
stop_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
spin (guint milliseconds)
{
  gboolean stop = FALSE;

  g_timeout_add (milliseconds, stop_cb, &stop);
  while (!stop)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->window = gtk_window_new ();
  f->editor = TELAAH_TEXT_EDITOR (telaah_text_editor_new ());
  f->view = gtk_widget_get_first_child (GTK_WIDGET (f->editor));
  f->commits = g_string_new (NULL);
  f->reject = FALSE;
  gtk_widget_set_valign (GTK_WIDGET (f->editor), GTK_ALIGN_START);
  telaah_text_editor_set_placeholder (f->editor, "Write…");
  telaah_text_editor_set_text (f->editor, "One");
  g_signal_connect (f->editor, "commit", G_CALLBACK (commit_cb), f);

  gtk_window_set_default_size (GTK_WINDOW (f->window), 300, 300);
  gtk_window_set_child (GTK_WINDOW (f->window), GTK_WIDGET (f->editor));
  gtk_window_present (GTK_WINDOW (f->window));
  gtk_test_widget_wait_for_draw (f->window);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  gpointer editor = f->editor;

  g_object_add_weak_pointer (G_OBJECT (editor), &editor);
  gtk_window_destroy (GTK_WINDOW (f->window));
  spin (50);
  g_assert_null (editor);
  g_string_free (f->commits, TRUE);
}

static void
type (Fixture    *f,
      const char *words)
{
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (f->view)), words, -1);
}

static void
assert_text (Fixture    *f,
             const char *expected)
{
  g_autofree char *text = telaah_text_editor_dup_text (f->editor);

  g_assert_cmpstr (text, ==, expected);
}

/* As if the key had been pressed, for the controller that is before the text view. */
static gboolean
press (Fixture         *f,
       guint            key,
       GdkModifierType  modifiers)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (f->editor));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &handled);
    }

  return handled;
}

static void
test_commits_once_in_a_pause (Fixture       *f,
                              gconstpointer  data)
{
  telaah_text_editor_edit (f->editor, FALSE);
  type (f, " and");
  spin (300);
  type (f, " two");
  g_assert_true (telaah_text_editor_is_dirty (f->editor));
  g_assert_cmpstr (f->commits->str, ==, "");

  spin (PAUSE);
  g_assert_cmpstr (f->commits->str, ==, "One and two\n");
  g_assert_true (telaah_text_editor_flush (f->editor));
  g_assert_cmpstr (f->commits->str, ==, "One and two\n");
}

static void
test_keeps_what_is_typed (Fixture       *f,
                          gconstpointer  data)
{
  telaah_text_editor_edit (f->editor, FALSE);
  type (f, "!");
  telaah_text_editor_set_text (f->editor, "Somebody else's");
  assert_text (f, "One!");

  g_assert_true (telaah_text_editor_flush (f->editor));
  telaah_text_editor_set_text (f->editor, "Somebody else's");
  assert_text (f, "Somebody else's");
  g_assert_cmpstr (f->commits->str, ==, "One!\n");
}

static void
test_keeps_the_caret (Fixture       *f,
                      gconstpointer  data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (f->view));
  GtkTextIter caret;
  int position;

  gtk_text_buffer_get_iter_at_offset (buffer, &caret, 2);
  gtk_text_buffer_place_cursor (buffer, &caret);
  telaah_text_editor_set_text (f->editor, "One");
  g_object_get (buffer, "cursor-position", &position, NULL);
  g_assert_cmpint (position, ==, 2);
}

static void
test_escape_takes_back (Fixture       *f,
                        gconstpointer  data)
{
  g_assert_false (press (f, GDK_KEY_Escape, 0));     /* there is nothing to take back */
  type (f, " more");
  g_assert_true (press (f, GDK_KEY_Escape, 0));
  assert_text (f, "One");
  spin (PAUSE);
  g_assert_cmpstr (f->commits->str, ==, "");
}

static void
count_cb (gpointer  editor,
          guint    *count)
{
  *count += 1;
}

static void
test_control_enter_is_done (Fixture       *f,
                            gconstpointer  data)
{
  guint done = 0;

  g_signal_connect (f->editor, "done", G_CALLBACK (count_cb), &done);
  type (f, "?");
  g_assert_true (press (f, GDK_KEY_Return, GDK_CONTROL_MASK));
  g_assert_cmpstr (f->commits->str, ==, "One?\n");
  g_assert_cmpuint (done, ==, 1);
  g_assert_false (press (f, GDK_KEY_Return, 0));
}

static void
test_rejected_stays (Fixture       *f,
                     gconstpointer  data)
{
  f->reject = TRUE;
  type (f, "…");
  g_assert_false (telaah_text_editor_flush (f->editor));
  g_assert_true (telaah_text_editor_is_dirty (f->editor));
  assert_text (f, "One…");

  f->reject = FALSE;
  g_assert_true (telaah_text_editor_flush (f->editor));
  g_assert_false (telaah_text_editor_is_dirty (f->editor));
  g_assert_cmpstr (f->commits->str, ==, "One…\nOne…\n");
}

static void
test_hiding_commits (Fixture       *f,
                     gconstpointer  data)
{
  type (f, " last");
  gtk_widget_set_visible (GTK_WIDGET (f->editor), FALSE);
  g_assert_cmpstr (f->commits->str, ==, "One last\n");
}

/* It asks for the height that its text view then has. */
static void
test_grows (Fixture       *f,
            gconstpointer  data)
{
  static const char *const texts[] = {
    "One", "", "One\nTwo", "One\n\nThree\n",
    "So many words that they can not stand in one line of a window as narrow as this one is, not even in two.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkTextView *view = GTK_TEXT_VIEW (f->view);
      GtkTextIter end;
      int y, height;

      telaah_text_editor_set_text (f->editor, texts[i]);
      spin (100);
      gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (view), &end);
      gtk_text_view_get_line_yrange (view, &end, &y, &height);
      g_assert_cmpint (gtk_widget_get_height (f->view), ==, y + height);
    }
}

/* ---- Linked words ---- */

static GPtrArray *
make_links (guint start,
            guint end)
{
  const TelaahLinkFields f = { .id = "link", .point = "point", .source = "source", .passage = "passage",
                               .span = { start, end } };
  const TelaahLinkFields whole = { .id = "whole", .point = "point", .cited = "source" };
  GPtrArray *links = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (links, telaah_link_new (&f));
  g_ptr_array_add (links, telaah_link_new (&whole));

  return links;
}

static char *
dup_link_words (TelaahLink *link,
                gpointer    user_data)
{
  return g_strdup ("where it leads");
}

/* "Über allem: Kosten": the last word is linked. */
static void
set_linked_words (Fixture *f)
{
  g_autoptr(GPtrArray) links = make_links (12, 18);

  telaah_text_editor_set_linkable (f->editor, dup_link_words, NULL);
  telaah_text_editor_set_text (f->editor, "Über allem: Kosten");
  telaah_text_editor_set_links (f->editor, links);
}

static gboolean
is_linked (Fixture *f,
           guint    offset)
{
  telaah_text_editor_set_cursor (f->editor, offset);

  return telaah_text_editor_get_link (f->editor) != NULL;
}

static void
test_links_go_with_their_words (Fixture       *f,
                                gconstpointer  data)
{
  set_linked_words (f);
  g_assert_false (is_linked (f, 11));
  g_assert_true (is_linked (f, 12));
  g_assert_true (is_linked (f, 18));

  telaah_text_editor_set_cursor (f->editor, 0);
  type (f, "Ja! ");
  g_assert_false (is_linked (f, 12));
  g_assert_true (is_linked (f, 16));

  /* What is typed right behind them is no part of them. */
  telaah_text_editor_set_cursor (f->editor, 22);
  type (f, "punkt");
  g_assert_false (is_linked (f, 25));

  /* And back. */
  g_assert_true (press (f, GDK_KEY_Escape, 0));
  g_assert_true (is_linked (f, 14));
  g_assert_false (is_linked (f, 3));
}

static void
test_links_wait_for_the_commit (Fixture       *f,
                                gconstpointer  data)
{
  g_autoptr(GPtrArray) links = make_links (0, 4);

  set_linked_words (f);
  telaah_text_editor_set_cursor (f->editor, 0);
  type (f, "So ");
  telaah_text_editor_set_links (f->editor, links);
  g_assert_false (is_linked (f, 2));
  g_assert_true (is_linked (f, 16));

  telaah_text_editor_flush (f->editor);
  telaah_text_editor_set_links (f->editor, links);
  g_assert_true (is_linked (f, 2));
  g_assert_false (is_linked (f, 16));
}

static void
wanted_cb (TelaahTextEditor *editor,
           guint             start,
           guint             end,
           Fixture          *f)
{
  g_string_append_printf (f->commits, "wanted %u %u\n", start, end);
}

static void
followed_cb (TelaahTextEditor *editor,
             TelaahLink       *link,
             Fixture          *f)
{
  g_string_append_printf (f->commits, "to %s\n", telaah_link_fields (link)->passage);
}

static void
test_links_are_wanted_for_words (Fixture       *f,
                                 gconstpointer  data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (f->view));
  GtkTextIter start, end;

  set_linked_words (f);
  g_signal_connect (f->editor, "link-wanted", G_CALLBACK (wanted_cb), f);
  g_signal_connect (f->editor, "link-activated", G_CALLBACK (followed_cb), f);

  /* The word at the caret; what is selected; the words of a link. What was typed is saved before. */
  telaah_text_editor_set_cursor (f->editor, 2);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->editor), "editor.link", NULL));
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 3);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 10);
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_widget_activate_action (GTK_WIDGET (f->editor), "editor.link", NULL);
  telaah_text_editor_set_cursor (f->editor, 0);
  type (f, "O ");
  telaah_text_editor_set_cursor (f->editor, 16);
  gtk_widget_activate_action (GTK_WIDGET (f->editor), "editor.link", NULL);
  gtk_widget_activate_action (GTK_WIDGET (f->editor), "editor.follow-link", NULL);

  g_assert_cmpstr (f->commits->str, ==,
                   "wanted 0 4\nwanted 3 10\nO Über allem: Kosten\nwanted 14 20\nto passage\n");
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *name; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "commits-once-in-a-pause", test_commits_once_in_a_pause },
    { "keeps-what-is-typed", test_keeps_what_is_typed },
    { "keeps-the-caret", test_keeps_the_caret },
    { "escape-takes-back", test_escape_takes_back },
    { "control-enter-is-done", test_control_enter_is_done },
    { "rejected-stays", test_rejected_stays },
    { "hiding-commits", test_hiding_commits },
    { "grows", test_grows },
    { "links/go-with-their-words", test_links_go_with_their_words },
    { "links/wait-for-the-commit", test_links_wait_for_the_commit },
    { "links/are-wanted-for-words", test_links_are_wanted_for_words },
  };

  gtk_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/app/text-editor/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }

  return g_test_run ();
}
