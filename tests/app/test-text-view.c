/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-text-view-private.h"

#include <adwaita.h>

#include "app/reader/telaah-strip.h"
#include "app/text-fixture.h"

/* Paragraphs of @n_words words each. */
static char *
paragraphs (guint n_paragraphs,
            guint n_words)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < n_paragraphs; i++)
    for (guint k = 0; k < n_words; k++)
      g_string_append_printf (string, "word%u%s", k, k + 1 < n_words ? " " : ".\n");

  return g_string_free (string, FALSE);
}

/* ---- The text on the screen ---- */

static const struct
{
  const char *name;
  const char *sentence;    /* repeated to one paragraph */
  guint       times;
  gboolean    broken;
  gboolean    added;       /* by breaks that take no blank's place */
  const char *before;      /* that each break stands behind; NULL: anything */
} displays[] = {
  { "short", "A sentence. ", 10, FALSE, FALSE, NULL },
  { "long", "A sentence that ends. ", 2000, TRUE, FALSE, "." },
  { "quoted", "“And thus it ends.” ", 2000, TRUE, FALSE, "”" },
  { "no-sentence", "words without an end ", 2000, TRUE, FALSE, NULL },
  { "no-space", "wordswithoutspace", 2000, TRUE, TRUE, NULL },
  { "no-space-accents", "kataéñ", 4000, TRUE, TRUE, NULL },
  { "ideographs", "数字外交的挑战。", 1000, TRUE, TRUE, "。" },
  { "combining", "e\xcc\x81\xcc\xa3", 4000, TRUE, TRUE, "\xcc\xa3" },
  { "flags", "🇮🇩", 2000, TRUE, TRUE, "🇮🇩" },
  { "family", "👩‍👩‍👧", 1000, TRUE, TRUE, "👩‍👩‍👧" },
  { "devanagari", "क्षि", 2000, TRUE, TRUE, NULL },
  { "emoji", "Ayo 👩‍👩‍👧! Kafé… ", 2000, TRUE, FALSE, NULL },
  { "marks-alone", "\xcc\x81", 9000, TRUE, TRUE, NULL },
};

/* Every character of the text is shown where it is said to be, and only line breaks are shown beside them. */
static void
check_display (TelaahDisplayText *display,
               const char        *body,
               const char        *before)
{
  const char *shown = telaah_display_text_get_body (display), *last_break = shown;
  const GArray *breaks = telaah_display_text_get_breaks (display);
  guint offset = 0, place = 0, n_breaks = 0;

  for (const char *p = body; *p != '\0'; p = g_utf8_next_char (p), offset++)
    {
      guint to = telaah_display_text_to_shown (display, offset);
      gboolean is_break;

      if (to > place)    /* an added break */
        {
          g_assert_cmpuint (to, ==, place + 1);
          g_assert_cmpuint (telaah_display_text_end_to_shown (display, offset), ==, place);
          g_assert_cmpuint (telaah_display_text_from_shown (display, place), ==, offset);
        }
      else
        g_assert_cmpuint (telaah_display_text_end_to_shown (display, offset), ==, place);
      is_break = n_breaks < breaks->len && g_array_index (breaks, guint, n_breaks) == place;
      g_assert_cmpint (to > place, <=, is_break);
      if (is_break)
        {
          g_assert_cmpint (*shown, ==, '\n');
          g_assert_cmpint (shown - last_break, <=, TELAAH_DISPLAY_TEXT_LONGEST);
          if (before != NULL)
            g_assert_true (g_str_has_prefix (shown - strlen (before), before));
          last_break = shown + 1;
          n_breaks++;
          if (to > place)
            shown++;
        }
      place = to;

      g_assert_cmpuint (telaah_display_text_from_shown (display, place), ==, offset);
      if (*shown == '\n')
        g_assert_cmpint (*p, ==, ' ');
      else
        g_assert_cmpuint (g_utf8_get_char (shown), ==, g_utf8_get_char (p));
      shown = g_utf8_next_char (shown);
      place++;
    }

  g_assert_cmpint (*shown, ==, '\0');
  g_assert_cmpint (shown - last_break, <=, TELAAH_DISPLAY_TEXT_LONGEST);
  g_assert_cmpuint (n_breaks, ==, breaks->len);
}

static void
test_display (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GString) body = g_string_new (NULL);
  g_autoptr(TelaahDisplayText) display = NULL;

  for (guint k = 0; k < displays[i].times; k++)
    g_string_append (body, displays[i].sentence);

  display = telaah_display_text_new (body->str, body->len);
  g_assert_cmpint (telaah_display_text_get_breaks (display)->len > 0, ==, displays[i].broken);
  g_assert_cmpint (telaah_display_text_get_n_bytes (display) > body->len, ==, displays[i].added);
  check_display (display, body->str, displays[i].before);
}

static void
got_text_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_copies_what_is_stored (void)
{
  g_autoptr(Fixture) fixture = fixture_new (paragraphs (1, 4000));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view));
  guint n = telaah_text_get_characters (fixture->text);
  g_autofree char *copied = NULL;

  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, n);
  g_assert_cmpint (gtk_text_buffer_get_line_count (buffer), >, 5);

  telaah_text_view_select_span (fixture->view, (TelaahSpan) { 0, n });
  g_signal_emit_by_name (fixture->view, "copy-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->view)), NULL, got_text_cb, &copied);
  until (copied != NULL);
  g_assert_cmpstr (copied, ==, telaah_text_get_body (fixture->text));
}

static void
test_draws_a_megabyte_in_one_paragraph (void)
{
  g_autoptr(Fixture) fixture = fixture_new (paragraphs (1, 120000));
  guint n = telaah_text_get_characters (fixture->text);
  TelaahSpan visible;

  g_assert_cmpuint (telaah_text_get_n_bytes (fixture->text), >, 1000000);
  add_passage (fixture, "p", n / 2, n / 2 + 40);
  telaah_text_view_scroll_to (fixture->view, (TelaahSpan) { n / 2, n / 2 + 40 });
  until ((draw (fixture), telaah_text_view_get_visible_span (fixture->view, &visible),
          visible.start < n / 2 && visible.end > n / 2));
  g_assert_cmpuint (visible.end - visible.start, <, 20000);
  g_assert_cmpuint (visible.end - visible.start, >, 200);
}

/* ---- The selection ---- */

/* e + combining acute; a family of three joined emoji; a flag of two letters. */
#define CLUSTERS "ab e\xcc\x81 👩‍👩‍👧 🇮🇩 z"

static const struct
{
  const char *name;
  TelaahSpan  asked;
  gboolean    has;
  TelaahSpan  span;
} selections[] = {
  { "word",                 { 0, 2 },   TRUE,  { 0, 2 } },
  { "white-space-around",   { 2, 6 },   TRUE,  { 3, 5 } },
  { "only-white-space",     { 2, 3 },   FALSE, { 0, 0 } },
  { "nothing",              { 4, 4 },   FALSE, { 0, 0 } },
  { "before-a-combining",   { 0, 4 },   TRUE,  { 0, 5 } },
  { "from-a-combining",     { 4, 5 },   TRUE,  { 3, 5 } },
  { "into-an-emoji",        { 0, 8 },   TRUE,  { 0, 11 } },
  { "out-of-an-emoji",      { 9, 12 },  TRUE,  { 6, 11 } },
  { "half-a-flag",          { 12, 13 }, TRUE,  { 12, 14 } },
  { "all",                  { 0, 16 },  TRUE,  { 0, 16 } },
  { "beyond-the-end",       { 15, 99 }, TRUE,  { 15, 16 } },
};

static void
test_selection (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(Fixture) fixture = fixture_new (g_strdup (CLUSTERS));
  TelaahSpan span = { 0, 0 };

  g_assert_cmpuint (telaah_text_get_characters (fixture->text), ==, 16);
  telaah_text_view_select_span (fixture->view, selections[i].asked);
  g_assert_cmpint (telaah_text_view_get_selection (fixture->view, &span), ==, selections[i].has);
  g_assert_cmpuint (span.start, ==, selections[i].span.start);
  g_assert_cmpuint (span.end, ==, selections[i].span.end);
}

static void
test_selection_is_told_once_it_settles (void)
{
  g_autoptr(Fixture) fixture = fixture_new (paragraphs (3, 20));

  telaah_text_view_select_span (fixture->view, (TelaahSpan) { 0, 3 });
  telaah_text_view_select_span (fixture->view, (TelaahSpan) { 0, 5 });
  g_assert_cmpstr (fixture->selected->str, ==, "");
  until (fixture->selected->len > 0);
  g_assert_cmpstr (fixture->selected->str, ==, "yes ");

  telaah_text_view_select_span (fixture->view, (TelaahSpan) { 7, 7 });
  until (fixture->selected->len > 4);
  g_assert_cmpstr (fixture->selected->str, ==, "yes no ");
}

static void
test_offsets_are_those_of_the_text (void)
{
  g_autoptr(Fixture) fixture = fixture_new (g_strdup (CLUSTERS "\n" CLUSTERS));
  GdkRectangle area;
  g_autofree char *words = NULL;
  TelaahSpan span;

  telaah_text_view_select_span (fixture->view, (TelaahSpan) { 23, 28 });
  g_assert_true (telaah_text_view_get_selection (fixture->view, &span));
  words = telaah_text_dup_slice (fixture->text, span);
  g_assert_cmpstr (words, ==, "👩‍👩‍👧");

  telaah_text_view_get_span_area (fixture->view, span, &area);
  g_assert_cmpint (area.x, >, gtk_text_view_get_left_margin (GTK_TEXT_VIEW (fixture->view)));
  g_assert_cmpint (area.width, >, 4);
  g_assert_cmpint (area.height, >, 8);
}

/* ---- Passages ---- */

static void
test_clicks_go_through_what_covers (void)
{
  g_autoptr(Fixture) fixture = fixture_new (paragraphs (4, 40));

  add_passage (fixture, "whole", 0, 100);
  add_passage (fixture, "part", 10, 40);
  add_passage (fixture, "word", 20, 26);

  for (guint i = 0; i < 4; i++)
    telaah_text_view_click_at_offset (fixture->view, 21 + i);
  g_assert_cmpstr (fixture->clicked->str, ==, "word part whole word ");
  g_assert_cmpstr (telaah_text_view_get_selected (fixture->view), ==, "word");

  /* Another place begins with its shortest, whatever was selected. */
  telaah_text_view_click_at_offset (fixture->view, 12);
  telaah_text_view_click_at_offset (fixture->view, 60);
  telaah_text_view_click_at_offset (fixture->view, 300);
  telaah_text_view_click_at_offset (fixture->view, 60);
  g_assert_cmpstr (fixture->clicked->str, ==, "word part whole word part whole whole ");
}

static void
test_goes_from_passage_to_passage (void)
{
  g_autoptr(Fixture) fixture = fixture_new (paragraphs (4, 40));

  g_assert_null (telaah_text_view_get_neighbour (fixture->view, TRUE));
  add_passage (fixture, "b", 50, 60);
  add_passage (fixture, "c", 50, 55);
  add_passage (fixture, "a", 0, 10);

  g_assert_cmpstr (telaah_text_view_get_neighbour (fixture->view, TRUE), ==, "a");
  g_assert_null (telaah_text_view_get_neighbour (fixture->view, FALSE));
  telaah_text_view_select_span (fixture->view, (TelaahSpan) { 50, 50 });
  g_assert_cmpstr (telaah_text_view_get_neighbour (fixture->view, TRUE), ==, "b");
  g_assert_cmpstr (telaah_text_view_get_neighbour (fixture->view, FALSE), ==, "a");
  telaah_text_view_set_selected (fixture->view, "b");
  g_assert_cmpstr (telaah_text_view_get_neighbour (fixture->view, TRUE), ==, "c");
  telaah_text_view_set_selected (fixture->view, "c");
  g_assert_null (telaah_text_view_get_neighbour (fixture->view, TRUE));
}

static void
test_draws_only_what_changed (void)
{
  g_autoptr(Fixture) fixture = fixture_new (paragraphs (30, 12));
  TelaahTextDrawing *drawing = fixture->view->drawing;
  guint paragraph = telaah_text_get_characters (fixture->text) / 30, n;

  add_passage (fixture, "far", paragraph * 29, paragraph * 29 + 5);
  draw (fixture);
  n = telaah_text_drawing_get_n_drawn (drawing);
  g_assert_cmpuint (n, >, 4);

  draw (fixture);
  g_assert_cmpuint (telaah_text_drawing_get_n_drawn (drawing), ==, n);

  add_passage (fixture, "p", paragraph + 3, paragraph + 20);
  draw (fixture);
  g_assert_cmpuint (telaah_text_drawing_get_n_drawn (drawing), ==, n + 1);

  add_passage (fixture, "over-two", paragraph + 5, 2 * paragraph + 5);
  draw (fixture);
  g_assert_cmpuint (telaah_text_drawing_get_n_drawn (drawing), ==, n + 3);

  telaah_text_view_set_selected (fixture->view, "p");
  draw (fixture);
  g_assert_cmpuint (telaah_text_drawing_get_n_drawn (drawing), ==, n + 4);

  /* The lanes of the other change with it: the two paragraphs that it is in. */
  g_list_store_remove (fixture->passages, 1);
  draw (fixture);
  g_assert_cmpuint (telaah_text_drawing_get_n_drawn (drawing), ==, n + 6);

  telaah_text_view_colors_changed (fixture->view);
  draw (fixture);
  g_assert_cmpuint (telaah_text_drawing_get_n_drawn (drawing), >, n + 9);
}

static void
test_brackets (void)
{
  g_autoptr(Fixture) fixture = fixture_new (paragraphs (4, 40));
  int left = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (fixture->view));
  GdkRectangle area;
  TelaahPassage *passage;

  add_passage (fixture, "p", 0, 20);
  draw (fixture);
  telaah_text_view_get_span_area (fixture->view, (TelaahSpan) { 0, 5 }, &area);

  /* Two themes, two brackets, beside each other; none over the text, none under them. */
  for (guint i = 0; i < 2; i++)
    {
      passage = telaah_text_view_get_bracket (fixture->view, left - 15 - 6.0 * i, area.y + area.height / 2);
      g_assert_nonnull (passage);
      g_assert_cmpstr (telaah_passage_fields (passage)->id, ==, "p");
    }
  g_assert_null (telaah_text_view_get_bracket (fixture->view, left - 15 - 12.0, area.y + area.height / 2));
  g_assert_null (telaah_text_view_get_bracket (fixture->view, left + 5, area.y + area.height / 2));
  g_assert_null (telaah_text_view_get_bracket (fixture->view, left - 15, area.y + area.height + 25));
}

/* ---- Where one is ---- */

static void
test_top_stays (void)
{
  g_autoptr(Fixture) fixture = fixture_new (paragraphs (60, 80));
  TelaahSpan visible;
  guint asked = telaah_text_get_characters (fixture->text) / 2, n;

  g_assert_cmpuint (telaah_text_view_get_top (fixture->view), ==, 0);
  telaah_text_view_set_top (fixture->view, asked);
  until ((draw (fixture), telaah_text_view_get_top (fixture->view) > 0));
  telaah_text_view_get_visible_span (fixture->view, &visible);
  g_assert_cmpuint (visible.start, <=, asked);
  g_assert_cmpuint (visible.start, >, asked - 100);
  g_assert_cmpuint (visible.end, >, asked);

  /* In a narrow window the lines are others, but the words are the same. */
  n = fixture->n_visible;
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 420, 500);
  until ((draw (fixture), gtk_widget_get_width (GTK_WIDGET (fixture->view)) < 500));
  until ((draw (fixture), fixture->n_visible > n));
  telaah_text_view_get_visible_span (fixture->view, &visible);
  g_assert_cmpuint (visible.start, <=, asked);
  g_assert_cmpuint (visible.start, >, asked - 100);

  telaah_text_view_set_top (fixture->view, 0);
  draw (fixture);
  g_assert_cmpuint (telaah_text_view_get_top (fixture->view), ==, 0);
}

/* The view guesses the heights of lines before it has laid them out; the place outlives what it learns. */
static void
test_top_at_once_after_opening (void)
{
  g_autoptr(Fixture) fixture = fixture_new (paragraphs (3, 80));
  g_autoptr(TelaahText) text = telaah_text_new (paragraphs (300, 80));
  guint asked = telaah_text_get_characters (text) / 2;
  TelaahSpan visible;

  telaah_text_view_set_text (fixture->view, text);
  telaah_text_view_set_top (fixture->view, asked);
  g_assert_cmpuint (telaah_text_view_get_top (fixture->view), ==, asked);
  draw (fixture);
  until (fixture->view->held == G_MAXUINT);
  draw (fixture);

  telaah_text_view_get_visible_span (fixture->view, &visible);
  g_assert_cmpuint (visible.start, <=, asked);
  g_assert_cmpuint (visible.start, >, asked - 100);
  g_assert_cmpuint (telaah_text_view_get_top (fixture->view), ==, asked);
}

static void
test_scrolls_only_where_it_must (void)
{
  g_autoptr(Fixture) fixture = fixture_new (paragraphs (60, 80));
  guint n = telaah_text_get_characters (fixture->text);
  TelaahSpan visible;

  telaah_text_view_scroll_to (fixture->view, (TelaahSpan) { 100, 120 });
  draw (fixture);
  g_assert_cmpuint (telaah_text_view_get_top (fixture->view), ==, 0);

  telaah_text_view_scroll_to (fixture->view, (TelaahSpan) { n - 50, n - 10 });
  until ((draw (fixture), telaah_text_view_get_visible_span (fixture->view, &visible), visible.end >= n - 10));
  g_assert_cmpuint (visible.start, <, n - 50);
}

static void
test_header_scrolls (void)
{
  g_autoptr(Fixture) fixture = fixture_new (paragraphs (60, 80));
  GtkWidget *header = gtk_label_new ("A title");
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (fixture->scroller));
  int top = gtk_text_view_get_top_margin (GTK_TEXT_VIEW (fixture->view));
  graphene_rect_t before, after;

  telaah_text_view_set_header (fixture->view, header);
  draw (fixture);
  g_assert_cmpint (gtk_text_view_get_top_margin (GTK_TEXT_VIEW (fixture->view)), >, top + 10);
  g_assert_true (gtk_widget_compute_bounds (header, GTK_WIDGET (fixture->view), &before));
  g_assert_cmpfloat (before.origin.x, ==, gtk_text_view_get_left_margin (GTK_TEXT_VIEW (fixture->view)));
  g_assert_cmpfloat (before.origin.y, >, 0);

  gtk_adjustment_set_value (adjustment, 12);
  draw (fixture);
  g_assert_true (gtk_widget_compute_bounds (header, GTK_WIDGET (fixture->view), &after));
  g_assert_cmpfloat (before.origin.y - after.origin.y, ==, gtk_adjustment_get_value (adjustment));

  telaah_text_view_set_header (fixture->view, NULL);
  draw (fixture);
  g_assert_cmpint (gtk_text_view_get_top_margin (GTK_TEXT_VIEW (fixture->view)), ==, top);
}

static void
test_typography (void)
{
  g_autoptr(Fixture) fixture = fixture_new (paragraphs (5, 80));
  GtkTextView *view = GTK_TEXT_VIEW (fixture->view);
  int width = gtk_widget_get_width (GTK_WIDGET (view)), height;
  GdkRectangle area;

  telaah_text_view_set_typography (fixture->view, "Serif", 12, 40);
  draw (fixture);
  telaah_text_view_get_span_area (fixture->view, (TelaahSpan) { 0, 5 }, &area);
  height = area.height;
  g_assert_cmpint (gtk_text_view_get_left_margin (view), >, 120);
  g_assert_cmpint (ABS (gtk_text_view_get_left_margin (view) - gtk_text_view_get_right_margin (view)), <=, 1);

  telaah_text_view_set_typography (fixture->view, "Serif", 30, 200);
  draw (fixture);
  telaah_text_view_get_span_area (fixture->view, (TelaahSpan) { 0, 5 }, &area);
  g_assert_cmpint (area.height, >, 2 * height);
  g_assert_cmpint (gtk_text_view_get_left_margin (view), ==, TELAAH_TEXT_VIEW_LEFT);
  g_assert_cmpint (gtk_text_view_get_right_margin (view), ==, TELAAH_TEXT_VIEW_RIGHT);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (view)), ==, width);
}

/* ---- The strip ---- */

static void
go_cb (TelaahStrip *strip,
       guint        offset,
       guint       *went)
{
  *went = offset;
}

static guint
press (GtkWidget *strip,
       guint      key)
{
  guint went = G_MAXUINT;
  gulong id = g_signal_connect (strip, "go", G_CALLBACK (go_cb), &went);
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (strip);

  /* What a key press finds: the shortcuts of the widget's class. */
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);

      for (guint k = 0; GTK_IS_SHORTCUT_CONTROLLER (controller)
                        && k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger)
              && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key)
            gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, strip,
                                          gtk_shortcut_get_arguments (shortcut));
        }
    }
  g_signal_handler_disconnect (strip, id);

  return went;
}

static void
test_strip_keys (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *strip = telaah_strip_new ();

  gtk_window_set_child (GTK_WINDOW (window), strip);
  telaah_strip_set_length (TELAAH_STRIP (strip), 1000);
  telaah_strip_set_visible (TELAAH_STRIP (strip), (TelaahSpan) { 400, 500 });
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);

  g_assert_cmpuint (press (strip, GDK_KEY_Left), ==, 375);
  g_assert_cmpuint (press (strip, GDK_KEY_Right), ==, 425);
  g_assert_cmpuint (press (strip, GDK_KEY_Page_Down), ==, 490);
  g_assert_cmpuint (press (strip, GDK_KEY_Page_Up), ==, 310);
  g_assert_cmpuint (press (strip, GDK_KEY_Home), ==, 0);
  g_assert_cmpuint (press (strip, GDK_KEY_End), ==, 900);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (strip), GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (strip), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 400.0);

  /* Nothing to go through. */
  telaah_strip_set_length (TELAAH_STRIP (strip), 0);
  telaah_strip_set_visible (TELAAH_STRIP (strip), (TelaahSpan) { 0, 0 });
  g_assert_cmpuint (press (strip, GDK_KEY_Right), ==, 0);

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (displays); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/text-view/display/%s", displays[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_display);
    }
  for (guint i = 0; i < G_N_ELEMENTS (selections); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/text-view/selection/%s", selections[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_selection);
    }
  g_test_add_func ("/app/text-view/selection-settles", test_selection_is_told_once_it_settles);
  g_test_add_func ("/app/text-view/offsets-are-those-of-the-text", test_offsets_are_those_of_the_text);
  g_test_add_func ("/app/text-view/copies-what-is-stored", test_copies_what_is_stored);
  g_test_add_func ("/app/text-view/draws-a-megabyte", test_draws_a_megabyte_in_one_paragraph);
  g_test_add_func ("/app/text-view/clicks-go-through-what-covers", test_clicks_go_through_what_covers);
  g_test_add_func ("/app/text-view/goes-from-passage-to-passage", test_goes_from_passage_to_passage);
  g_test_add_func ("/app/text-view/draws-only-what-changed", test_draws_only_what_changed);
  g_test_add_func ("/app/text-view/brackets", test_brackets);
  g_test_add_func ("/app/text-view/top-stays", test_top_stays);
  g_test_add_func ("/app/text-view/top-at-once-after-opening", test_top_at_once_after_opening);
  g_test_add_func ("/app/text-view/scrolls-only-where-it-must", test_scrolls_only_where_it_must);
  g_test_add_func ("/app/text-view/header-scrolls", test_header_scrolls);
  g_test_add_func ("/app/text-view/typography", test_typography);
  g_test_add_func ("/app/strip/keys", test_strip_keys);

  return g_test_run ();
}
