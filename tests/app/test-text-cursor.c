/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "app/text-fixture.h"

#define BODY "One is short. Two is a bit longer, really.\nThree stands alone? Four has “quotes” in it. Five ends."

/* ---- Keys ---- */

static const struct
{
  const char *name;
  const char *keys;
  const char *selected;
} cases[] = {
  { "first",                "Down",                                     "One is short." },
  { "next",                 "Down Right",                               "Two is a bit longer, really." },
  { "back",                 "Down Down Left Up",                        "One is short." },
  { "into-next-paragraph",  "Down Down Down",                           "Three stands alone?" },
  { "not-beyond-the-last",  "Down Down Down Down Down Down Down",       "Five ends." },
  { "keypad",               "KP_Down KP_Right KP_Left",                 "One is short." },
  { "first-of-the-text",    "Down Down Down <Control>Home",             "One is short." },
  { "last-of-the-text",     "Down <Control>End",                        "Five ends." },
  { "first-of-paragraph",   "<Control>End Home",                        "Three stands alone?" },
  { "last-of-paragraph",    "Down End",                                 "Two is a bit longer, really." },
  { "escape",               "Down Down Escape",                         "" },
  { "again-after-escape",   "Down Down Escape Down",                    "Two is a bit longer, really." },
  { "widen",                "Down <Shift>Down",                         "One is short. Two is a bit longer, really." },
  { "widen-and-narrow",     "Down <Shift>Down <Shift>Right <Shift>Up",  "One is short. Two is a bit longer, really." },
  { "narrow-to-the-first",  "Down <Shift>Down <Shift>Up",               "One is short." },
  { "out-on-the-other-side", "Down Down <Shift>Left",                   "One is short. Two is a bit longer, really." },
  { "over-and-back",        "Down Down <Shift>Left <Shift>Right <Shift>Right",
                            "Two is a bit longer, really.\nThree stands alone?" },
  { "on-from-the-end",      "Down <Shift>Down Down",                    "Three stands alone?" },
  { "back-from-the-start",  "Down Down <Shift>Down Up",                 "One is short." },
  { "first-word",           "Down <Control>Right",                      "One" },
  { "last-word",            "Down <Control>Left",                       "short" },
  { "next-word",            "Down <Control>Right <Control>Right",       "is" },
  { "word-before",          "Down Down <Control>Right <Control>Left",   "short" },
  { "sentence-of-a-word",   "Down Down <Control>Right <Control>Right Left", "Two is a bit longer, really." },
  { "word-from-nothing",    "<Control>Right",                           "One" },
  { "narrow-by-a-word",     "Down Down <Control><Shift>Left",           "Two is a bit longer" },
  { "widen-by-a-word",      "Down <Control><Shift>Right",               "One is short. Two" },
  { "stop-comes-along",     "Down <Control>Right <Control><Shift>Right <Control><Shift>Right", "One is short." },
  { "back-to-the-stop",     "Down <Control><Shift>Right <Control><Shift>Left", "One is short." },
  { "words-to-the-left",    "Down Down <Control>Right <Control><Shift>Left", "short. Two" },
  { "words-over-and-back",  "Down Down <Control>Right <Control><Shift>Left <Control><Shift>Right "
                            "<Control><Shift>Right",                    "Two is" },
  { "word-then-sentence",   "Down <Control>Right <Control>Right <Shift>Right", "is short." },
  { "quotes-come-along",    "<Control>End Left <Control>Left <Control>Left <Control><Shift>Left",
                            "quotes” in" },
};

static void
test_keys (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(Fixture) fixture = fixture_new (g_strdup (BODY));
  g_autofree char *selected = NULL;

  set_sentences (fixture);
  press_keys (fixture, cases[i].keys);
  selected = dup_selected (fixture);
  g_assert_cmpstr (selected, ==, cases[i].selected);
}

/* From right to left the arrows are turned round; up and down are not. */
static void
test_right_to_left (void)
{
  g_autoptr(Fixture) fixture = fixture_new (g_strdup ("שלום עולם. מה שלומך היום? הכול טוב."));
  g_autofree char *second = NULL, *first = NULL, *word = NULL;

  set_sentences (fixture);
  press_keys (fixture, "Down Left");
  second = dup_selected (fixture);
  g_assert_cmpstr (second, ==, "מה שלומך היום?");

  press_keys (fixture, "Right");
  first = dup_selected (fixture);
  g_assert_cmpstr (first, ==, "שלום עולם.");

  press_keys (fixture, "<Control>Left <Control>Left");
  word = dup_selected (fixture);
  g_assert_cmpstr (word, ==, "עולם");
}

/* Without sentences the keys are GtkTextView's. */
static void
test_no_sentences (void)
{
  g_autoptr(Fixture) fixture = fixture_new (g_strdup (BODY));

  press_keys (fixture, "Right Right Right");
  g_assert_false (telaah_text_view_get_selection (fixture->view, NULL));
  g_assert_false (telaah_text_view_step_sentence (fixture->view, TRUE, FALSE));
}

/* ---- With passages ---- */

static void
left_cb (guint *n_left)
{
  *n_left += 1;
}

static void
test_goes_on_from_the_passage (void)
{
  g_autoptr(Fixture) fixture = fixture_new (g_strdup (BODY));
  g_autofree char *next = NULL, *before = NULL, *both = NULL;
  guint n_left = 0;

  set_sentences (fixture);
  add_passage (fixture, "p", 43, 62);    /* the third sentence */
  g_signal_connect_swapped (fixture->view, "passage-left", G_CALLBACK (left_cb), &n_left);

  telaah_text_view_set_selected (fixture->view, "p");
  press_keys (fixture, "Down");
  next = dup_selected (fixture);
  g_assert_cmpstr (next, ==, "Four has “quotes” in it.");
  g_assert_null (telaah_text_view_get_selected (fixture->view));
  g_assert_cmpuint (n_left, ==, 1);

  /* To select a passage ends the sentence, so that commands mean the passage. */
  telaah_text_view_set_selected (fixture->view, "p");
  g_assert_false (telaah_text_view_get_selection (fixture->view, NULL));
  g_assert_false (telaah_text_view_get_cursor (fixture->view, NULL));
  press_keys (fixture, "Up");
  before = dup_selected (fixture);
  g_assert_cmpstr (before, ==, "Two is a bit longer, really.");

  telaah_text_view_set_selected (fixture->view, "p");
  press_keys (fixture, "<Shift>Down");
  both = dup_selected (fixture);
  g_assert_cmpstr (both, ==, "Three stands alone? Four has “quotes” in it.");
  g_assert_cmpuint (n_left, ==, 3);
}

static void
test_uncoded (void)
{
  g_autoptr(Fixture) fixture = fixture_new (g_strdup (BODY));
  g_autofree char *first = NULL, *last = NULL;

  set_sentences (fixture);
  add_passage (fixture, "in-one", 4, 6);
  add_passage (fixture, "over-three-and-four", 50, 70);

  g_assert_true (telaah_text_view_step_sentence (fixture->view, TRUE, TRUE));
  first = dup_selected (fixture);
  g_assert_cmpstr (first, ==, "Two is a bit longer, really.");
  g_assert_true (telaah_text_view_step_sentence (fixture->view, TRUE, TRUE));
  last = dup_selected (fixture);
  g_assert_cmpstr (last, ==, "Five ends.");
  g_assert_false (telaah_text_view_step_sentence (fixture->view, TRUE, TRUE));
  g_assert_true (telaah_text_view_step_sentence (fixture->view, FALSE, TRUE));
  g_assert_false (telaah_text_view_step_sentence (fixture->view, FALSE, TRUE));
}

static void
test_is_left_by_other_selections (void)
{
  g_autoptr(Fixture) fixture = fixture_new (g_strdup (BODY));
  GtkTextIter iter;

  set_sentences (fixture);
  press_keys (fixture, "Down");
  g_assert_true (telaah_text_view_get_cursor (fixture->view, NULL));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->view), "sentence-cursor"));

  /* As a click does. */
  gtk_text_buffer_get_iter_at_offset (telaah_text_view_buffer (fixture->view), &iter, 20);
  gtk_text_buffer_place_cursor (telaah_text_view_buffer (fixture->view), &iter);
  g_assert_false (telaah_text_view_get_cursor (fixture->view, NULL));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (fixture->view), "sentence-cursor"));

  press_keys (fixture, "Down");
  g_assert_true (telaah_text_view_get_cursor (fixture->view, NULL));
  telaah_text_view_set_text (fixture->view, fixture->text);
  g_assert_false (telaah_text_view_get_cursor (fixture->view, NULL));
}

static void
test_selection_is_told (void)
{
  g_autoptr(Fixture) fixture = fixture_new (g_strdup (BODY));

  set_sentences (fixture);
  press_keys (fixture, "Down Down");
  until (fixture->selected->len > 0);
  g_assert_cmpstr (fixture->selected->str, ==, "yes ");
  press_keys (fixture, "Escape");
  until (fixture->selected->len > 4);
  g_assert_cmpstr (fixture->selected->str, ==, "yes no ");
}

/* ---- In a long text ---- */

static char *
many_sentences (guint n)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (string, "This is sentence number %u of the text that is long.%s", i, i % 8 == 7 ? "\n" : " ");

  return g_string_free (string, FALSE);
}

static void
check_in_sight (Fixture *fixture)
{
  TelaahSpan span, visible;

  g_assert_true (telaah_text_view_get_selection (fixture->view, &span));
  until ((draw (fixture), telaah_text_view_get_visible_span (fixture->view, &visible),
          visible.start <= span.start && visible.end >= span.end));
}

static void
test_stays_in_sight (void)
{
  g_autoptr(Fixture) fixture = fixture_new (many_sentences (400));
  guint last = 0, n_jumps = 0;

  set_sentences (fixture);
  for (guint i = 0; i < 120; i++)
    {
      guint top;

      g_assert_true (telaah_text_view_step_sentence (fixture->view, TRUE, FALSE));
      if (i % 10 == 9)
        check_in_sight (fixture);
      top = telaah_text_view_get_top (fixture->view);
      n_jumps += top != last;
      last = top;
    }
  g_assert_cmpuint (n_jumps, >, 1);
  g_assert_cmpuint (n_jumps, <, 30);    /* not with each step */

  for (guint i = 0; i < 100; i++)
    g_assert_true (telaah_text_view_step_sentence (fixture->view, FALSE, FALSE));
  check_in_sight (fixture);
}

/* Where the pages were turned since, it begins anew with what is in sight. */
static void
test_begins_with_what_is_in_sight (void)
{
  g_autoptr(Fixture) fixture = fixture_new (many_sentences (400));
  guint middle = telaah_text_get_characters (fixture->text) / 2;
  TelaahSpan visible, span;

  set_sentences (fixture);
  press_keys (fixture, "Down");
  telaah_text_view_set_top (fixture->view, middle);
  until ((draw (fixture), telaah_text_view_get_visible_span (fixture->view, &visible),
          visible.start > middle - 200 && visible.start <= middle));

  press_keys (fixture, "Down");
  g_assert_true (telaah_text_view_get_selection (fixture->view, &span));
  g_assert_cmpuint (span.end, >, visible.start);
  g_assert_cmpuint (span.start, <, visible.end);
  check_in_sight (fixture);
}

/* ---- The pointer ---- */

static void
test_triple_click_is_a_sentence (void)
{
  g_autoptr(Fixture) fixture = fixture_new (g_strdup (BODY));
  GtkTextIter at, start, end;
  gboolean stop;

  set_sentences (fixture);
  gtk_text_buffer_get_iter_at_offset (telaah_text_view_buffer (fixture->view), &at, 30);
  start = end = at;
  g_signal_emit_by_name (fixture->view, "extend-selection", GTK_TEXT_EXTEND_SELECTION_LINE, &at, &start, &end, &stop);
  g_assert_true (stop);
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, 14);
  g_assert_cmpint (gtk_text_iter_get_offset (&end), ==, 42);

  gtk_text_buffer_get_iter_at_offset (telaah_text_view_buffer (fixture->view), &at, 42);    /* behind it */
  g_signal_emit_by_name (fixture->view, "extend-selection", GTK_TEXT_EXTEND_SELECTION_LINE, &at, &start, &end, &stop);
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, 14);

  gtk_text_buffer_get_iter_at_offset (telaah_text_view_buffer (fixture->view), &at, 30);
  g_signal_emit_by_name (fixture->view, "extend-selection", GTK_TEXT_EXTEND_SELECTION_WORD, &at, &start, &end, &stop);
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, 27);
  g_assert_cmpint (gtk_text_iter_get_offset (&end), ==, 33);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/text-cursor/keys/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_keys);
    }
  g_test_add_func ("/app/text-cursor/right-to-left", test_right_to_left);
  g_test_add_func ("/app/text-cursor/no-sentences", test_no_sentences);
  g_test_add_func ("/app/text-cursor/goes-on-from-the-passage", test_goes_on_from_the_passage);
  g_test_add_func ("/app/text-cursor/uncoded", test_uncoded);
  g_test_add_func ("/app/text-cursor/is-left-by-other-selections", test_is_left_by_other_selections);
  g_test_add_func ("/app/text-cursor/selection-is-told", test_selection_is_told);
  g_test_add_func ("/app/text-cursor/stays-in-sight", test_stays_in_sight);
  g_test_add_func ("/app/text-cursor/begins-with-what-is-in-sight", test_begins_with_what_is_in_sight);
  g_test_add_func ("/app/text-cursor/triple-click-is-a-sentence", test_triple_click_is_a_sentence);

  return g_test_run ();
}
