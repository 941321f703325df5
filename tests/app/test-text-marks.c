/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "app/text-fixture.h"

#define BODY "A heading\nBody text of some length follows here.\nADVERTISEMENT\nRun in: and its body.\nMore body."

/* ---- Marks ---- */

static void
add_mark (GListStore      *marks,
          const char      *id,
          TelaahSpan       span,
          TelaahMarkKind   kind,
          TelaahMarkState  state)
{
  TelaahMarkFields fields = {
    .id = id, .source = "s", .reason = "why", .span = span, .kind = kind, .state = state,
    .level = kind == TELAAH_MARK_HEADING,
  };
  g_autoptr(TelaahMark) mark = telaah_mark_new (&fields);

  g_list_store_append (marks, mark);
}

static GListStore *
some_marks (void)
{
  GListStore *marks = g_list_store_new (TELAAH_TYPE_MARK);

  add_mark (marks, "heading", (TelaahSpan) { 0, 9 }, TELAAH_MARK_HEADING, TELAAH_MARK_ACCEPTED);
  add_mark (marks, "ad", (TelaahSpan) { 49, 62 }, TELAAH_MARK_CLUTTER, TELAAH_MARK_PROPOSED);
  add_mark (marks, "run-in", (TelaahSpan) { 63, 70 }, TELAAH_MARK_HEADING, TELAAH_MARK_PROPOSED);
  add_mark (marks, "not-so", (TelaahSpan) { 85, 95 }, TELAAH_MARK_CLUTTER, TELAAH_MARK_REFUSED);

  return marks;
}

static int
height_at (Fixture *fixture,
           guint    offset)
{
  GtkTextIter iter;
  GdkRectangle area;

  telaah_text_view_get_iter (fixture->view, offset, &iter);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (fixture->view), &iter, &area);

  return area.height;
}

static guint
n_tags (Fixture *fixture,
        guint    offset)
{
  GtkTextIter iter;
  GSList *tags;
  guint n;

  telaah_text_view_get_iter (fixture->view, offset, &iter);
  tags = gtk_text_iter_get_tags (&iter);
  n = g_slist_length (tags);
  g_slist_free (tags);

  return n;
}

static void
test_look (void)
{
  g_autoptr(Fixture) fixture = fixture_new (g_strdup (BODY));
  g_autoptr(GListStore) marks = some_marks ();
  int plain = height_at (fixture, 12);

  telaah_text_view_set_marks (fixture->view, G_LIST_MODEL (marks));
  draw (fixture);
  g_assert_cmpint (height_at (fixture, 3), >, plain);      /* a heading is larger */
  g_assert_cmpint (height_at (fixture, 52), <, plain);     /* clutter is smaller */
  g_assert_cmpint (height_at (fixture, 65), ==, plain);    /* what body text follows is only bold */
  g_assert_cmpuint (n_tags (fixture, 65), ==, 1);
  g_assert_cmpuint (n_tags (fixture, 75), ==, 0);
  g_assert_cmpuint (n_tags (fixture, 88), ==, 0);          /* refused */

  /* They come along with another text, and are taken off with the list. */
  telaah_text_view_set_text (fixture->view, fixture->text);
  g_assert_cmpuint (n_tags (fixture, 3), ==, 1);
  telaah_text_view_set_marks (fixture->view, NULL);
  draw (fixture);
  g_assert_cmpuint (n_tags (fixture, 3), ==, 0);
  g_assert_cmpint (height_at (fixture, 52), ==, plain);
}

static void
test_follows_the_list (void)
{
  g_autoptr(Fixture) fixture = fixture_new (g_strdup (BODY));
  g_autoptr(GListStore) marks = some_marks ();

  telaah_text_view_set_marks (fixture->view, G_LIST_MODEL (marks));
  add_mark (marks, "over-the-ad", (TelaahSpan) { 40, 62 }, TELAAH_MARK_CLUTTER, TELAAH_MARK_ACCEPTED);
  g_assert_cmpuint (n_tags (fixture, 42), ==, 1);

  /* What is left of two that overlap keeps its look. */
  g_list_store_remove (marks, 4);
  g_assert_cmpuint (n_tags (fixture, 42), ==, 0);
  g_assert_cmpuint (n_tags (fixture, 52), ==, 1);
  g_assert_cmpstr (telaah_mark_fields (telaah_text_view_get_mark_at (fixture->view, 52))->id, ==, "ad");

  g_list_store_remove (marks, 1);
  g_assert_cmpuint (n_tags (fixture, 52), ==, 0);
  g_assert_null (telaah_text_view_get_mark_at (fixture->view, 52));
  g_assert_cmpuint (n_tags (fixture, 3), ==, 1);
  draw (fixture);
}

static void
activated_cb (Fixture      *fixture,
              const char   *id,
              GdkRectangle *area)
{
  g_assert_cmpint (area->width, >, 5);
  g_assert_cmpint (area->height, >, 5);
  g_string_append_printf (fixture->clicked, "%s ", id);
}

/* Presses @button at the beginning of @offset, some pixels to the right. */
static void
press (Fixture *fixture,
       guint    button,
       guint    offset,
       int      right)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));
  GdkRectangle area;

  telaah_text_view_get_span_area (fixture->view, (TelaahSpan) { offset, offset }, &area);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller)
          && gtk_event_controller_get_propagation_phase (GTK_EVENT_CONTROLLER (controller)) == GTK_PHASE_CAPTURE
          && gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == button)
        g_signal_emit_by_name (controller, "pressed", 1, area.x + (double) right, area.y + area.height / 2.0);
    }
}

static void
test_activation (void)
{
  g_autoptr(Fixture) fixture = fixture_new (g_strdup (BODY));
  g_autoptr(GListStore) marks = some_marks ();

  telaah_text_view_set_marks (fixture->view, G_LIST_MODEL (marks));
  draw (fixture);
  g_signal_connect_swapped (fixture->view, "mark-activated", G_CALLBACK (activated_cb), fixture);

  press (fixture, GDK_BUTTON_SECONDARY, 3, 2);
  press (fixture, GDK_BUTTON_SECONDARY, 52, 2);
  press (fixture, GDK_BUTTON_SECONDARY, 15, 2);      /* body */
  press (fixture, GDK_BUTTON_PRIMARY, 52, 2);
  g_assert_cmpstr (fixture->clicked->str, ==, "heading ad ");

  press (fixture, GDK_BUTTON_PRIMARY, 49, -8);       /* the dots of a proposal */
  press (fixture, GDK_BUTTON_PRIMARY, 0, -8);        /* there are none */
  g_assert_cmpstr (fixture->clicked->str, ==, "heading ad ad ");

  telaah_text_view_select_span (fixture->view, (TelaahSpan) { 65, 65 });
  g_assert_true (press_key (fixture, GDK_KEY_Menu, 0));
  g_assert_cmpstr (fixture->clicked->str, ==, "heading ad ad run-in ");
}

/* Clutter may hold passages like any other words. */
static void
test_passage_in_clutter (void)
{
  g_autoptr(Fixture) fixture = fixture_new (g_strdup (BODY));
  g_autoptr(GListStore) marks = some_marks ();

  telaah_text_view_set_marks (fixture->view, G_LIST_MODEL (marks));
  add_passage (fixture, "p", 49, 56);
  draw (fixture);
  telaah_text_view_click_at_offset (fixture->view, 50);
  g_assert_cmpstr (fixture->clicked->str, ==, "p ");
}

/* ---- Passages of a theme ---- */

static void
test_neighbours_of_a_theme (void)
{
  g_autoptr(Fixture) fixture = fixture_new (g_strdup (BODY));
  static const char *const other[] = { "z", NULL };

  add_passage (fixture, "a1", 0, 5);
  add_passage (fixture, "a2", 20, 25);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("z%u", i);
      TelaahPassageFields fields = {
        .id = id, .source = "s", .span = { 3 + 20 * i, 9 + 20 * i }, .quote = "", .prefix = "", .suffix = "",
        .coder = "c", .created = "2024-01-01T00:00:00Z", .themes = other,
      };
      g_autoptr(TelaahPassage) passage = telaah_passage_new (&fields, NULL);

      g_list_store_append (fixture->passages, passage);
    }

  telaah_text_view_set_selected (fixture->view, "a1");
  g_assert_cmpstr (telaah_text_view_get_neighbour (fixture->view, TRUE), ==, "z0");
  g_assert_cmpstr (telaah_text_view_get_neighbour_of (fixture->view, TRUE, "a"), ==, "a2");
  g_assert_cmpstr (telaah_text_view_get_neighbour_of (fixture->view, TRUE, "z"), ==, "z0");
  g_assert_null (telaah_text_view_get_neighbour_of (fixture->view, FALSE, "z"));
  telaah_text_view_set_selected (fixture->view, "z2");
  g_assert_cmpstr (telaah_text_view_get_neighbour_of (fixture->view, FALSE, "a"), ==, "a2");
  g_assert_null (telaah_text_view_get_neighbour_of (fixture->view, TRUE, "a"));
  g_assert_null (telaah_text_view_get_neighbour_of (fixture->view, FALSE, "none"));
}

/* ---- Long paragraphs ---- */

static char *
one_word (gsize n_bytes)
{
  char *body = g_malloc (n_bytes + 1);

  for (gsize i = 0; i < n_bytes; i++)
    body[i] = 'a' + i % 23;
  body[n_bytes] = '\0';

  return body;
}

static void
got_text_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static char *
read_clipboard (GdkClipboard *clipboard)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (clipboard, NULL, got_text_cb, &text);
  until (text != NULL);

  return text;
}

/* A paragraph of a megabyte without any blank: breaks are added to what is shown, and to nothing else. */
static void
test_megabyte_without_a_blank (void)
{
  g_autoptr(Fixture) fixture = fixture_new (one_word (1000000));
  GtkTextBuffer *buffer = telaah_text_view_buffer (fixture->view);
  GtkWidget *widget = GTK_WIDGET (fixture->view);
  TelaahSpan span = { 500000, 520000 }, visible, selected;
  g_autofree char *words = telaah_text_dup_slice (fixture->text, span), *copied = NULL, *primary = NULL;
  g_autofree char *shown = NULL;
  GtkTextIter iter, end;
  guint n = 0;

  /* Every word is there. */
  g_assert_cmpint (gtk_text_buffer_get_line_count (buffer), >, 240);
  gtk_text_buffer_get_bounds (buffer, &iter, &end);
  shown = gtk_text_buffer_get_text (buffer, &iter, &end, TRUE);
  for (guint i = 0; shown[i] != '\0'; i++)
    if (shown[i] != '\n')
      {
        if (shown[i] != (char) ('a' + n % 23))
          g_error ("%c at %u", shown[i], n);
        if (n % 9973 == 0)
          {
            gtk_text_buffer_get_iter_at_offset (buffer, &iter, i);
            g_assert_cmpuint (telaah_text_view_get_offset (fixture->view, &iter), ==, n);
          }
        n++;
      }
  g_assert_cmpuint (n, ==, 1000000);

  add_passage (fixture, "p", span.start, span.end);
  telaah_text_view_set_selected (fixture->view, "p");
  telaah_text_view_scroll_to (fixture->view, span);
  until ((draw (fixture), telaah_text_view_get_visible_span (fixture->view, &visible),
          visible.start < span.start && visible.end > span.start));
  g_assert_cmpuint (visible.end - visible.start, <, 20000);
  g_assert_cmpuint (visible.end - visible.start, >, 200);

  telaah_text_view_select_span (fixture->view, span);
  g_assert_true (telaah_text_view_get_selection (fixture->view, &selected));
  g_assert_cmpuint (selected.start, ==, span.start);
  g_assert_cmpuint (selected.end, ==, span.end);
  g_signal_emit_by_name (widget, "copy-clipboard");
  copied = read_clipboard (gtk_widget_get_clipboard (widget));
  g_assert_cmpstr (copied, ==, words);

  until (fixture->selected->len > 0);
  primary = read_clipboard (gtk_widget_get_primary_clipboard (widget));
  g_assert_cmpstr (primary, ==, words);
}

/* What is dragged away is what is stored, too. */
static void
test_drag_gives_what_is_stored (void)
{
  g_autoptr(Fixture) fixture = fixture_new (one_word (20000));
  g_autoptr(GdkContentProvider) content = NULL;
  g_auto(GValue) value = G_VALUE_INIT;
  GdkRectangle area;

  telaah_text_view_select_span (fixture->view, (TelaahSpan) { 0, 20000 });
  telaah_text_view_get_span_area (fixture->view, (TelaahSpan) { 2, 4 }, &area);
  g_assert_true (telaah_text_view_is_own_drag (fixture->view, area.x + 2, area.y + 4));

  content = telaah_text_view_dup_content (fixture->view);
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_assert_cmpstr (g_value_get_string (&value), ==, telaah_text_get_body (fixture->text));
}

/* 100 KB of words in one paragraph: it takes no longer to draw than the same words in many. */
static void
test_paragraph_of_100_kb (void)
{
  g_autoptr(GString) words = g_string_new (NULL);
  g_autoptr(Fixture) fixture = NULL;
  TelaahSpan visible;

  while (words->len < 100000)
    g_string_append (words, "Some words and a stop. ");
  fixture = fixture_new (g_strdup (words->str));
  set_sentences (fixture);
  for (guint i = 0; i < 40; i++)
    add_passage (fixture, "p", 23 * 60 * i, 23 * 60 * i + 22);

  /* The parts of it are as near to each other as lines are. */
  g_assert_cmpuint (n_tags (fixture, 10), ==, 1);
  telaah_text_view_set_top (fixture->view, 60000);
  until ((draw (fixture), telaah_text_view_get_visible_span (fixture->view, &visible),
          visible.start > 50000 && visible.start <= 60000 && visible.end > 60000));
  for (guint i = 0; i < 30; i++)
    g_assert_true (telaah_text_view_step_sentence (fixture->view, TRUE, TRUE));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();

  g_test_add_func ("/app/text-marks/look", test_look);
  g_test_add_func ("/app/text-marks/follows-the-list", test_follows_the_list);
  g_test_add_func ("/app/text-marks/activation", test_activation);
  g_test_add_func ("/app/text-marks/passage-in-clutter", test_passage_in_clutter);
  g_test_add_func ("/app/text-marks/neighbours-of-a-theme", test_neighbours_of_a_theme);
  g_test_add_func ("/app/text-marks/megabyte-without-a-blank", test_megabyte_without_a_blank);
  g_test_add_func ("/app/text-marks/drag-gives-what-is-stored", test_drag_gives_what_is_stored);
  g_test_add_func ("/app/text-marks/paragraph-of-100-kb", test_paragraph_of_100_kb);

  return g_test_run ();
}
