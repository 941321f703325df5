/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "app/text-fixture.h"

#define BODY "One is short. Two is a bit longer, really.\nThree stands alone? Four is the last but one. Five ends."

/* ---- What the session would do ---- */

static void
border_moved_cb (TelaahTextView *view,
                 const char     *id,
                 guint           start,
                 guint           end,
                 Fixture        *fixture)
{
  g_assert_cmpuint (start, <, end);
  g_string_append_printf (fixture->clicked, "%s:%u-%u ", id, start, end);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->passages)); i++)
    {
      g_autoptr(TelaahPassage) passage = g_list_model_get_item (G_LIST_MODEL (fixture->passages), i);

      if (g_str_equal (telaah_passage_fields (passage)->id, id))
        {
          g_autofree char *copy = g_strdup (id);

          g_list_store_remove (fixture->passages, i);
          add_passage (fixture, copy, start, end);
          return;
        }
    }
}

static void
follow (Fixture *fixture)
{
  g_signal_connect (fixture->view, "border-moved", G_CALLBACK (border_moved_cb), fixture);
}

/* ---- Keys ---- */

static const struct
{
  const char *name;
  TelaahSpan  span;
  const char *keys;
  TelaahSpan  to;
} keys[] = {
  { "end-on",              { 4, 6 },   "<Alt><Shift>Right",                 { 4, 13 } },
  { "end-back",            { 14, 22 }, "<Alt><Shift>Left",                  { 14, 20 } },
  { "end-on-and-back",     { 4, 6 },   "<Alt><Shift>Right <Alt><Shift>Right <Alt><Shift>Left", { 4, 13 } },
  { "end-to-sentence",     { 4, 6 },   "<Alt><Shift>Down",                  { 4, 13 } },
  { "end-over-sentences",  { 4, 6 },   "<Alt><Shift>Down <Alt><Shift>Down", { 4, 42 } },
  { "end-back-a-sentence", { 4, 42 },  "<Alt><Shift>Up",                    { 4, 13 } },
  { "never-empty",         { 4, 6 },   "<Alt><Shift>Left <Alt><Shift>Up",   { 4, 6 } },
  { "start-out",           { 18, 42 }, "bracketleft bracketleft",           { 7, 42 } },
  { "start-in",            { 14, 42 }, "braceleft",                         { 18, 42 } },
  { "end-out",             { 14, 20 }, "bracketright",                      { 14, 22 } },
  { "end-in",              { 14, 22 }, "braceright",                        { 14, 20 } },
  { "start-to-sentence",   { 18, 42 }, "<Control>bracketleft",              { 14, 42 } },
  { "start-in-a-sentence", { 0, 42 },  "<Control>braceleft",                { 14, 42 } },
  { "end-out-a-sentence",  { 14, 20 }, "<Control>bracketright",             { 14, 42 } },
  { "end-in-a-sentence",   { 0, 42 },  "<Control>braceright",               { 0, 13 } },
  { "out-of-a-paragraph",  { 43, 62 }, "<Control>bracketleft",              { 14, 62 } },
  { "not-beyond-the-text", { 83, 98 }, "bracketright bracketright",         { 83, 98 } },
};

static void
test_keys (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(Fixture) fixture = fixture_new (g_strdup (BODY));
  const TelaahHighlight *highlight;

  set_sentences (fixture);
  follow (fixture);
  add_passage (fixture, "other", 2, 50);
  add_passage (fixture, "p", keys[i].span.start, MIN (keys[i].span.end, telaah_text_get_characters (fixture->text)));
  telaah_text_view_set_selected (fixture->view, "p");

  /* Without a frame between them: each goes on from what the list says. */
  press_keys (fixture, keys[i].keys);
  highlight = telaah_highlights_find (fixture->view->highlights, "p");
  g_assert_cmpuint (highlight->start, ==, keys[i].to.start);
  g_assert_cmpuint (highlight->end, ==, MIN (keys[i].to.end, telaah_text_get_characters (fixture->text)));
  g_assert_cmpstr (telaah_text_view_get_selected (fixture->view), ==, "p");
}

static void
test_nothing_selected (void)
{
  g_autoptr(Fixture) fixture = fixture_new (g_strdup (BODY));

  set_sentences (fixture);
  follow (fixture);
  add_passage (fixture, "p", 4, 6);
  g_assert_false (telaah_text_view_move_border (fixture->view, TRUE, TRUE, FALSE));
  press_keys (fixture, "bracketright <Alt><Shift>Right");
  g_assert_cmpstr (fixture->clicked->str, ==, "");
}

/* ---- Dragging ---- */

static void
emit_drags (Fixture    *fixture,
            const char *signal,
            double      x,
            double      y)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller)
          && gtk_event_controller_get_propagation_phase (GTK_EVENT_CONTROLLER (controller)) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, signal, x, y);
    }
}

/* The middle of the edge of a character, in the widget. */
static void
get_edge (Fixture *fixture,
          guint    offset,
          double  *x,
          double  *y)
{
  GdkRectangle area;

  telaah_text_view_get_span_area (fixture->view, (TelaahSpan) { offset, offset }, &area);
  *x = area.x;
  *y = area.y + area.height / 2.0;
}

/* From the end of the passage's bracket, down the margin, to the line of @to. */
static void
test_drag_bracket (void)
{
  g_autoptr(Fixture) fixture = fixture_new (g_strdup ("A line of its own is here. " BODY " " BODY " " BODY));
  double left, x, y, to_x, to_y, low;
  TelaahBorder border;
  GdkRectangle area;
  const TelaahHighlight *highlight;
  TelaahSpan dragged;
  float bracket;

  set_sentences (fixture);
  follow (fixture);
  add_passage (fixture, "p", 2, 20);
  draw (fixture);
  left = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (fixture->view)) - 15;
  get_edge (fixture, 19, &x, &y);
  telaah_text_view_get_span_area (fixture->view, (TelaahSpan) { 2, 20 }, &area);
  low = area.y + area.height - 2 - y;
  get_edge (fixture, 170, &to_x, &to_y);
  g_assert_cmpfloat (to_y, >, y + 20);

  g_assert_true (telaah_text_view_get_border (fixture->view, left, y + low, &border));
  g_assert_true (border.end);
  g_assert_false (border.in_text);
  g_assert_false (telaah_text_view_get_border (fixture->view, left, y, &border));

  emit_drags (fixture, "drag-begin", left, y + low);
  g_assert_cmpstr (telaah_text_view_get_selected (fixture->view), ==, "p");
  g_assert_nonnull (telaah_text_view_get_dragged (fixture->view, &dragged, &bracket));
  emit_drags (fixture, "drag-update", 0, 4);
  g_assert_nonnull (telaah_text_view_get_dragged (fixture->view, &dragged, &bracket));
  g_assert_cmpuint (dragged.end, ==, 20);    /* the line that it was in: nothing has moved */

  emit_drags (fixture, "drag-update", 0, to_y - y - low);
  draw (fixture);
  g_assert_nonnull (telaah_text_view_get_dragged (fixture->view, &dragged, &bracket));
  g_assert_cmpuint (dragged.start, ==, 2);
  g_assert_cmpuint (dragged.end, >=, 170);
  highlight = telaah_highlights_find (fixture->view->highlights, "p");
  g_assert_cmpuint (highlight->end, ==, 20);

  emit_drags (fixture, "drag-end", 0, to_y - y - low);
  g_assert_null (telaah_text_view_get_dragged (fixture->view, &dragged, &bracket));
  highlight = telaah_highlights_find (fixture->view->highlights, "p");
  g_assert_cmpuint (highlight->end, >=, 170);
  g_assert_cmpuint (highlight->start, ==, 2);
}

/* By the handles of the selected passage, between the characters; never through one, never to nothing. */
static void
test_drag_handle (void)
{
  g_autoptr(Fixture) fixture = fixture_new (g_strdup ("some words, a 👩‍👩‍👧 and e\xcc\x81t\xc3\xa9 here"));
  const TelaahHighlight *highlight;
  double x, y, to_x, to_y;
  TelaahBorder border;

  follow (fixture);
  add_passage (fixture, "p", 0, 4);
  draw (fixture);
  get_edge (fixture, 4, &x, &y);
  g_assert_false (telaah_text_view_get_border (fixture->view, x, y, &border));
  telaah_text_view_set_selected (fixture->view, "p");
  g_assert_true (telaah_text_view_get_border (fixture->view, x, y, &border));
  g_assert_true (border.end && border.in_text);

  get_edge (fixture, 8, &to_x, &to_y);
  emit_drags (fixture, "drag-begin", x, y);
  emit_drags (fixture, "drag-update", to_x - x, 0);
  emit_drags (fixture, "drag-end", to_x - x, 0);
  g_assert_cmpstr (fixture->clicked->str, ==, "p:0-8 ");

  /* Into the emoji, which begins at 14 and ends at 19. */
  get_edge (fixture, 8, &x, &y);
  get_edge (fixture, 14, &to_x, &to_y);
  emit_drags (fixture, "drag-begin", x, y);
  emit_drags (fixture, "drag-update", to_x - x + 4, 0);
  emit_drags (fixture, "drag-end", to_x - x + 4, 0);
  highlight = telaah_highlights_find (fixture->view->highlights, "p");
  g_assert_true (highlight->end == 13 || highlight->end == 19);

  /* Before its own beginning. */
  get_edge (fixture, highlight->end, &x, &y);
  emit_drags (fixture, "drag-begin", x, y);
  emit_drags (fixture, "drag-update", -x, 0);
  emit_drags (fixture, "drag-end", -x, 0);
  highlight = telaah_highlights_find (fixture->view->highlights, "p");
  g_assert_cmpuint (highlight->start, ==, 0);
  g_assert_cmpuint (highlight->end, >, 0);

  /* What is broken off changes nothing. */
  g_string_truncate (fixture->clicked, 0);
  get_edge (fixture, 0, &x, &y);
  emit_drags (fixture, "drag-begin", x, y);
  emit_drags (fixture, "drag-update", 8, 0);
  telaah_text_view_stop_drag (fixture->view);
  emit_drags (fixture, "drag-end", 8, 0);
  g_assert_cmpstr (fixture->clicked->str, ==, "");
}

/* The view may go while it is dragged. */
static void
test_closed_while_dragging (void)
{
  g_autoptr(Fixture) fixture = fixture_new (g_strdup (BODY));
  double x, y;

  add_passage (fixture, "p", 0, 4);
  telaah_text_view_set_selected (fixture->view, "p");
  draw (fixture);
  get_edge (fixture, 4, &x, &y);
  emit_drags (fixture, "drag-begin", x, y);
  g_assert_nonnull (fixture->view->drag);
}

/* ---- Every passage is there ---- */

static void
test_each_has_its_bracket (void)
{
  g_autoptr(Fixture) fixture = fixture_new (g_strdup (BODY));
  static const struct { const char *id; guint start, end; } passages[] = {
    { "whole", 0, 42 }, { "nested", 4, 20 }, { "same", 4, 20 }, { "crossing", 14, 60 },
  };
  double left = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (fixture->view)) - 15.5, x, y;
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) clicked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (passages); i++)
    {
      static const char *const themes[] = { "a", NULL };
      TelaahPassageFields fields = {
        .id = passages[i].id, .source = "s", .span = { passages[i].start, passages[i].end }, .quote = "",
        .prefix = "", .suffix = "", .coder = "c", .created = "2024-01-01T00:00:00Z", .themes = themes,
      };
      g_autoptr(TelaahPassage) passage = telaah_passage_new (&fields, NULL);

      g_list_store_append (fixture->passages, passage);
    }
  draw (fixture);

  get_edge (fixture, 16, &x, &y);
  for (guint lane = 0; lane < G_N_ELEMENTS (passages); lane++)
    {
      TelaahPassage *passage = telaah_text_view_get_bracket (fixture->view, left - 6.0 * lane, y);

      g_assert_nonnull (passage);
      g_hash_table_add (seen, (char *) telaah_passage_fields (passage)->id);
    }
  for (guint i = 0; i < G_N_ELEMENTS (passages); i++)
    {
      telaah_text_view_click_at_offset (fixture->view, 16);
      g_hash_table_add (clicked, g_strdup (telaah_text_view_get_selected (fixture->view)));
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, G_N_ELEMENTS (passages));
  g_assert_cmpuint (g_hash_table_size (clicked), ==, G_N_ELEMENTS (passages));
}

/* ---- Where words are, whichever way they are written ---- */

static const struct
{
  const char *name;
  const char *words;
} lines[] = {
  { "latin", "Some plain words that are written from left to right, and go on for more than a line, as words do." },
  { "hebrew", "שלום וברכה לכל מי שקורא את הטקסט הזה, שנכתב מימין לשמאל ונמשך על פני יותר משורה אחת בחלון הזה." },
  { "latin-with-hebrew",
    "The word שלום וברכה means peace, and טוב means good; both (שלום וטוב) stand here in Latin"
    " text." },
  { "arabic-with-latin",
    "اللغة العربية جميلة و Telaah Project كلمة وسط نص طويل 1234 جدا حتى يلتف السطر على نفسه مرة أخرى." },
  { "combining",
    "Kafe\xcc\x81 किताब ภาษาไทย and e\xcc\x81\xcc\xa3 with\ttabs\tbetween, long enough to be wrapped into lines." },
  { "no-blank", "wordsthatgoonandonwithoutanyblankbetweenthemuntiltheyarewrappedwhereverthelinehappenstobefullofthem" },
};

static gboolean
cuts_cluster (Fixture *fixture,
              guint    offset)
{
  GtkTextIter iter;

  telaah_text_view_get_iter (fixture->view, offset, &iter);

  return !gtk_text_iter_is_cursor_position (&iter);
}

static gboolean
covers (const GArray *ranges,
        double        x)
{
  for (guint i = 0; i < ranges->len; i++)
    {
      const TelaahRange *range = &g_array_index (ranges, TelaahRange, i);

      if (x > range->x && x < range->x + range->width)
        return TRUE;
    }

  return FALSE;
}

/* Each character is on what is said of any span that has it, and on nothing that is said of others. */
static void
test_ranges (gconstpointer data)
{
  const char *words = lines[GPOINTER_TO_UINT (data)].words;
  g_autoptr(Fixture) fixture = fixture_new (g_strdup (words));
  g_autoptr(TelaahLines) measured = telaah_lines_new ();
  guint n = telaah_text_get_characters (fixture->text), n_checked = 0;
  GtkTextIter start;

  telaah_text_view_get_iter (fixture->view, 0, &start);
  telaah_lines_measure (measured, GTK_TEXT_VIEW (fixture->view), &start, 0, 0, words, strlen (words));
  g_assert_cmpuint (telaah_lines_get_n (measured), >, 1);

  for (guint from = 0; from < n; from += 3)
    for (guint to = from + 1; to <= n; to += 7)
      for (guint i = 0; i < n; i++)
        {
          guint line = telaah_lines_find (measured, i);
          GtkTextIter iter;
          GdkRectangle area;

          if (cuts_cluster (fixture, from) || cuts_cluster (fixture, to))
            break;

          telaah_text_view_get_iter (fixture->view, i, &iter);
          gtk_text_view_get_iter_location (GTK_TEXT_VIEW (fixture->view), &iter, &area);
          /* Fonts differ within a line. */
          g_assert_cmpint (ABS (telaah_lines_get (measured, line)->y - area.y), <, area.height / 2);
          if (ABS (area.width) < 3 || i >= telaah_lines_get (measured, line)->end)
            continue;    /* the blank that a line was wrapped at */

          g_assert_cmpint (covers (telaah_lines_get_ranges (measured, line, from, to), area.x + area.width / 2.0),
                           ==, i >= from && i < to);
          n_checked++;
        }
  g_assert_cmpuint (n_checked, >, 1000);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/text-borders/keys/%s", keys[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_keys);
    }
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/text-borders/ranges/%s", lines[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_ranges);
    }
  g_test_add_func ("/app/text-borders/nothing-selected", test_nothing_selected);
  g_test_add_func ("/app/text-borders/drag-bracket", test_drag_bracket);
  g_test_add_func ("/app/text-borders/drag-handle", test_drag_handle);
  g_test_add_func ("/app/text-borders/closed-while-dragging", test_closed_while_dragging);
  g_test_add_func ("/app/text-borders/each-has-its-bracket", test_each_has_its_bracket);

  return g_test_run ();
}
