/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/random-edits.h"
#include "text/telaah-edits-runs.h"

#include <string.h>

static void
assert_span (TelaahSpan span,
             guint      start,
             guint      end)
{
  g_assert_cmpuint (span.start, ==, start);
  g_assert_cmpuint (span.end, ==, end);
}

static void
test_empty (void)
{
  g_autoptr(TelaahEdits) edits = telaah_edits_new (0);
  TelaahSpan after;
  guint kept;

  g_assert_false (telaah_edits_map_span (edits, (TelaahSpan) { 0, 0 }, &after, &kept));
  assert_span (after, 0, 0);
  g_assert_cmpuint (kept, ==, 0);

  telaah_edits_insert (edits, 0, 5);
  g_assert_true (telaah_edits_is_new (edits, (TelaahSpan) { 0, 5 }));
  g_assert_false (telaah_edits_map_span (edits, (TelaahSpan) { 0, 5 }, NULL, NULL));
  telaah_edits_delete (edits, (TelaahSpan) { 0, 5 });
  g_assert_cmpuint (telaah_edits_get_runs (edits)->len, ==, 0);
}

/* What was taken back leaves no trace: the runs are as they were. */
static void
test_taken_back (void)
{
  g_autoptr(TelaahEdits) edits = telaah_edits_new (100);

  telaah_edits_insert (edits, 50, 3);
  g_assert_cmpuint (telaah_edits_get_runs (edits)->len, ==, 2);
  telaah_edits_insert (edits, 51, 4);
  telaah_edits_insert (edits, 20, 1);
  g_assert_cmpuint (telaah_edits_get_runs (edits)->len, ==, 3);
  telaah_edits_delete (edits, (TelaahSpan) { 20, 21 });
  telaah_edits_delete (edits, (TelaahSpan) { 50, 57 });
  g_assert_cmpuint (telaah_edits_get_runs (edits)->len, ==, 1);
  g_assert_cmpuint (g_array_index (telaah_edits_get_runs (edits), TelaahRun, 0).length, ==, 100);

  /* What was deleted does not come back by itself. */
  telaah_edits_delete (edits, (TelaahSpan) { 10, 20 });
  telaah_edits_insert (edits, 10, 10);
  g_assert_true (telaah_edits_is_new (edits, (TelaahSpan) { 10, 20 }));
  g_assert_false (telaah_edits_map_span (edits, (TelaahSpan) { 10, 20 }, NULL, NULL));
}

static void
test_borders (void)
{
  g_autoptr(TelaahEdits) edits = telaah_edits_new (20);
  TelaahSpan after;
  guint kept;

  telaah_edits_insert (edits, 15, 2);      /* just behind [5, 15) */
  telaah_edits_insert (edits, 10, 3);      /* inside */
  telaah_edits_insert (edits, 5, 4);       /* just before */
  g_assert_true (telaah_edits_map_span (edits, (TelaahSpan) { 5, 15 }, &after, &kept));
  assert_span (after, 9, 22);
  g_assert_cmpuint (kept, ==, 10);

  /* Beyond the end there is nothing. */
  g_assert_true (telaah_edits_map_span (edits, (TelaahSpan) { 18, G_MAXUINT }, &after, &kept));
  assert_span (after, 27, 29);
  g_assert_cmpuint (kept, ==, 2);
  g_assert_false (telaah_edits_map_span (edits, (TelaahSpan) { 20, 30 }, &after, &kept));
}

static void
assert_runs_are_tidy (const TelaahEdits *edits)
{
  const GArray *runs = telaah_edits_get_runs (edits);

  for (guint i = 0; i < runs->len; i++)
    {
      const TelaahRun *run = &g_array_index (runs, TelaahRun, i);

      g_assert_cmpuint (run->length, >, 0);
      if (i == 0)
        continue;
      g_assert_cmpuint (run->before, >=, run[-1].before + run[-1].length);
      g_assert_cmpuint (run->after, >=, run[-1].after + run[-1].length);
      g_assert_true (run->before > run[-1].before + run[-1].length
                     || run->after > run[-1].after + run[-1].length);
    }
}

/* A stretch is new if no character of it knows where it comes from. */
static void
assert_new (const RandomText *text)
{
  guint n = text->letters->len;
  TelaahSpan span = { g_rand_int_range (text->rand, 0, n + 1),
                      g_rand_int_range (text->rand, 0, n + 1) };
  guint kept = 0;

  for (guint i = span.start; i < span.end; i++)
    kept += g_array_index (text->letters, Letter, i).origin >= 0;

  g_assert_cmpint (telaah_edits_is_new (text->edits, span), ==, kept == 0);
  g_assert_cmpuint (telaah_edits_count_kept (text->edits, span), ==, kept);
}

static void
assert_maps_as_oracle (const RandomText  *text,
                       const TelaahEdits *edits,
                       guint              times)
{
  for (guint i = 0; i < times; i++)
    {
      guint a = g_rand_int_range (text->rand, 0, text->n_before + 2);
      guint length = g_rand_int_range (text->rand, 0, i % 2 == 0 ? 12 : text->n_before + 2);
      TelaahSpan span = { a, a + length }, after, expected;
      guint kept, expected_kept;
      gboolean found = random_text_map (text, span, &expected, &expected_kept);

      g_assert_cmpint (telaah_edits_map_span (edits, span, &after, &kept), ==, found);
      g_assert_cmpuint (kept, ==, expected_kept);
      assert_span (after, expected.start, expected.end);
    }
}

static void
edit_anywhere (RandomText *text)
{
  g_autoptr(GString) words = g_string_new (NULL);
  guint n = text->letters->len;
  guint at = g_rand_int_range (text->rand, 0, n + 1);
  guint length = g_rand_int_range (text->rand, 0, g_rand_boolean (text->rand) ? 4 : 60);
  guint end = MIN (n, at + length), to;

  switch (g_rand_int_range (text->rand, 0, 4))
    {
    case 0:
      random_words_few (text, words, g_rand_int_range (text->rand, 0, 4));
      random_text_insert (text, at, words->str);
      break;

    case 1:
      random_text_delete (text, at, end);
      break;

    case 2:
      random_text_delete (text, at, end);
      random_words_few (text, words, 1);
      random_text_insert (text, at, words->str);
      break;

    default:
      /* Cut and paste: a paste knows nothing of the cut. */
      for (guint i = at; i < end; i++)
        g_string_append_unichar (words, g_array_index (text->letters, Letter, i).c);
      random_text_delete (text, at, end);
      to = g_rand_int_range (text->rand, 0, text->letters->len + 1);
      random_text_insert (text, to, words->str);
      break;
    }
}

static void
test_random (void)
{
  for (guint round = 0; round < 150; round++)
    {
      g_autoptr(RandomText) text = random_text_new (round, random_words_few, round * 2);
      g_autoptr(TelaahEdits) copy = NULL;

      for (guint i = 0; i < 30; i++)
        {
          edit_anywhere (text);
          assert_runs_are_tidy (text->edits);
          assert_maps_as_oracle (text, text->edits, 6);
          assert_new (text);
        }

      copy = telaah_edits_copy (text->edits);
      assert_maps_as_oracle (text, copy, 20);
    }
}

/* Kept characters are the same characters, in the same order. */
static void
assert_valid (const TelaahEdits *edits,
              const char        *before,
              const char        *after)
{
  const GArray *runs = telaah_edits_get_runs (edits);
  guint n_before = g_utf8_strlen (before, -1), n_after = g_utf8_strlen (after, -1);

  assert_runs_are_tidy (edits);
  for (guint i = 0; i < runs->len; i++)
    {
      TelaahRun run = g_array_index (runs, TelaahRun, i);
      const char *a, *b;

      g_assert_cmpuint (run.before + run.length, <=, n_before);
      g_assert_cmpuint (run.after + run.length, <=, n_after);
      a = g_utf8_offset_to_pointer (before, run.before);
      b = g_utf8_offset_to_pointer (after, run.after);
      g_assert_cmpint (strncmp (a, b, g_utf8_offset_to_pointer (a, run.length) - a), ==, 0);
    }
}

static TelaahEdits *
compare (const char *before,
         const char *after)
{
  g_autoptr(TelaahText) a = telaah_text_new (g_strdup (before));
  g_autoptr(TelaahText) b = telaah_text_new (g_strdup (after));
  TelaahEdits *edits = telaah_edits_compare (a, b);

  assert_valid (edits, before, after);

  return edits;
}

/* Followed, words in another case and quotation marks of another form are the same; compared, they are not. */
static void
test_follow (void)
{
  static const struct { const char *before, *after; } rows[] = {
    { "Penggunaan pompa itu", "penggunaan pompa itu" },
    { "Bab dua\n\nPompa itu tua.", "BAB DUA\n\nPompa itu tua." },
    { "Ia \"tua\" - katanya", "Ia \u201ctua\u201d \u2013 katanya" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(TelaahText) before = telaah_text_new (g_strdup (rows[i].before));
      g_autoptr(TelaahText) after = telaah_text_new (g_strdup (rows[i].after));
      g_autoptr(TelaahEdits) followed = telaah_edits_follow (before, after);
      g_autoptr(TelaahEdits) compared = telaah_edits_compare (before, after);
      TelaahSpan all = { 0, telaah_text_get_characters (before) };
      TelaahSpan span;
      guint kept;

      g_assert_true (telaah_edits_map_span (followed, all, &span, &kept));
      g_assert_cmpuint (kept, ==, all.end);
      g_assert_cmpuint (span.start, ==, 0);
      g_assert_cmpuint (span.end, ==, telaah_text_get_characters (after));

      g_assert_true (telaah_edits_map_span (compared, all, &span, &kept));
      g_assert_cmpuint (kept, <, all.end);
    }
}

/* Kept words as they are, [gone], {come}. */
static char *
show (const TelaahEdits *edits,
      const char        *before,
      const char        *after)
{
  const GArray *runs = telaah_edits_get_runs (edits);
  GString *shown = g_string_new (NULL);
  TelaahRun run = { 0, 0, 0 };

  for (guint i = 0; i <= runs->len; i++)
    {
      guint from_before = run.before + run.length, from_after = run.after + run.length;
      g_autofree char *gone = NULL;
      g_autofree char *come = NULL;
      g_autofree char *kept = NULL;

      if (i < runs->len)
        run = g_array_index (runs, TelaahRun, i);
      else
        run = (TelaahRun) { g_utf8_strlen (before, -1), g_utf8_strlen (after, -1), 0 };

      gone = g_utf8_substring (before, from_before, run.before);
      come = g_utf8_substring (after, from_after, run.after);
      kept = g_utf8_substring (before, run.before, run.before + run.length);
      if (*gone != '\0')
        g_string_append_printf (shown, "[%s]", gone);
      if (*come != '\0')
        g_string_append_printf (shown, "{%s}", come);
      g_string_append (shown, kept);
    }

  return g_string_free (shown, FALSE);
}

static const struct
{
  const char *name;
  const char *before;
  const char *after;
  const char *shown;
} comparisons[] = {
  { "nothing", "", "", "" },
  { "from-nothing", "", "Kata.", "{Kata.}" },
  { "to-nothing", "Kata.", "", "[Kata.]" },
  { "equal", "Satu dua.\nTiga.\n", "Satu dua.\nTiga.\n", "Satu dua.\nTiga.\n" },
  { "word-in", "one two three", "one new two three", "one {new }two three" },
  { "word-out", "one two three", "one three", "one [two ]three" },
  { "word-changed", "one two three", "one new three", "one [two]{new} three" },
  { "at-start", "one two", "new one two", "{new }one two" },
  { "at-end", "one two", "one two new", "one two{ new}" },
  { "sentence-in", "A b c. D e f.", "A b c. G h. D e f.", "A b c. {G h. }D e f." },
  { "sentence-twice", "A b c. A b c. D e.", "A b c. D e.", "A b c. [A b c. ]D e." },
  { "paragraph-in", "A b.\n\nC d.", "A b.\n\nE f.\n\nC d.", "A b.\n\n{E f.\n\n}C d." },
  { "before-break", "A b\n\nC d.", "A b too\n\nC d.", "A b{ too}\n\nC d." },
  { "letter-in", "soal kemanan itu", "soal keamanan itu", "soal ke{a}manan itu" },
  { "letter-out", "ada konnflik di", "ada konflik di", "ada kon[n]flik di" },
  { "letters-swapped", "tentang diplomsai kita", "tentang diplomasi kita",
    "tentang diplom[s]a{s}i kita" },
  { "joined", "ada di atas meja", "ada diatas meja", "ada di[ ]atas meja" },
  { "taken-apart", "ada diatas meja", "ada di atas meja", "ada di{ }atas meja" },
  { "hyphen", "negara- negara itu", "negara-negara itu", "negara-[ ]negara itu" },
  { "not-mended", "kata saya lagi", "kata suka lagi", "kata [saya]{suka} lagi" },
  { "two-words", "the big cat sat", "the small dog sat", "the [big cat]{small dog} sat" },
  { "wrapped-anew", "one two\nthree four", "one\ntwo three\nfour",
    "one[ ]{\n}two[\n]{ }three[ ]{\n}four" },
  { "comma", "one two three", "one two, three", "one two{,} three" },
  { "mark", "di cafe\u0301 itu", "di cafe itu", "di caf[e\u0301]{e} itu" },
  { "flag", "x \U0001f1ee\U0001f1e9 y", "x \U0001f1ee\U0001f1f3 y",
    "x [\U0001f1ee\U0001f1e9]{\U0001f1ee\U0001f1f3} y" },
  { "wide", "\u6570\u5b57\u5916\u4ea4\u5f88\u597d", "\u6570\u5b57\u7684\u5916\u4ea4\u597d",
    "\u6570\u5b57{\u7684}\u5916\u4ea4[\u5f88]\u597d" },
  { "stray-words", "Kami pergi dan mereka tidur lama sekali di rumah besar kemarin malam.\n",
    "Hujan turun tanpa henti sejak pagi dan jalan tergenang air setinggi lutut orang.\n",
    "[Kami pergi dan mereka tidur lama sekali di rumah besar kemarin malam]"
    "{Hujan turun tanpa henti sejak pagi dan jalan tergenang air setinggi lutut orang}.\n" },
};

static void
test_compare (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr(TelaahEdits) edits = compare (comparisons[row].before, comparisons[row].after);
  g_autofree char *shown = show (edits, comparisons[row].before, comparisons[row].after);

  g_assert_cmpstr (shown, ==, comparisons[row].shown);
}

/* Whatever was done, what is said to be kept is kept. */
static void
test_compare_is_valid (void)
{
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr(RandomText) text = random_text_new (round, random_words_few, round);
      g_autoptr(TelaahEdits) there = NULL;
      g_autoptr(TelaahEdits) back = NULL;
      g_autofree char *after = NULL;

      for (guint i = 0; i < round / 10; i++)
        edit_anywhere (text);
      after = random_text_dup_body (text);
      there = compare (text->body, after);
      back = compare (after, text->body);
    }
}

/* Inserts, deletes and replaces whole words, at least @apart words from each other. */
static void
edit_words (RandomText *text,
            guint       apart)
{
  guint at = random_text_find (text, 0);

  for (guint n = 0; at < text->letters->len; n++)
    {
      g_autoptr(GString) words = g_string_new (NULL);
      guint kind = g_rand_int_range (text->rand, 0, 3);
      guint end = at;

      if (kind != 0)
        for (int i = g_rand_int_range (text->rand, 1, 6); i > 0; i--)
          end = random_text_find (text, end + 1);
      random_text_delete (text, at, end);

      if (kind != 1)
        random_words_unique (text, words, g_rand_int_range (text->rand, 1, 5));
      /* In capitals: no letter of theirs is one of those that they replace. */
      g_string_ascii_up (words);
      random_text_insert (text, at, words->str);

      at += g_utf8_strlen (words->str, -1);
      for (guint i = apart + g_rand_int_range (text->rand, 0, 30); i > 0; i--)
        at = random_text_find (text, at + 1);
    }
}

/* What is kept is what the oracle says; returns how many letters of that are not known to be kept. Blanks and full stops
 * are not asked for: those of the new words may well be the old ones. */
static guint
count_missed (const RandomText  *text,
              const TelaahEdits *edits)
{
  guint n_missed = 0;

  for (guint i = 0; i < text->n_before; i++)
    {
      TelaahSpan span = { i, i + 1 }, after, expected;
      guint kept, expected_kept;

      if (!g_ascii_isalpha (text->body[i]))
        continue;

      random_text_map (text, span, &expected, &expected_kept);
      telaah_edits_map_span (edits, span, &after, &kept);
      g_assert_cmpuint (kept, <=, expected_kept);
      if (kept > 0)
        assert_span (after, expected.start, expected.end);
      n_missed += expected_kept - kept;
    }

  return n_missed;
}

static void
test_compare_unique (void)
{
  for (guint round = 0; round < 60; round++)
    {
      g_autoptr(RandomText) text = random_text_new (round, random_words_unique, 20 + round * 5);
      g_autoptr(TelaahEdits) edits = NULL;
      g_autofree char *after = NULL;

      edit_words (text, 2);
      after = random_text_dup_body (text);
      edits = compare (text->body, after);
      g_assert_cmpuint (count_missed (text, edits), ==, 0);
    }
}

/* Cuts that go through the middle of words leave what is left of them. */
static void
test_compare_cut (void)
{
  guint n_letters = 0, n_missed = 0;

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr(RandomText) text = random_text_new (round, random_words_unique, 60 + round * 5);
      g_autoptr(TelaahEdits) edits = NULL;
      g_autofree char *after = NULL;

      for (guint at = 20; at + 80 < text->letters->len; at += g_rand_int_range (text->rand, 120, 300))
        {
          g_autoptr(GString) words = g_string_new (NULL);

          random_text_delete (text, at, at + g_rand_int_range (text->rand, 0, 60));
          random_words_unique (text, words, 1);
          g_string_ascii_up (words);
          random_text_insert (text, at, g_strstrip (words->str));
        }
      after = random_text_dup_body (text);
      edits = compare (text->body, after);
      n_letters += text->n_before;
      n_missed += count_missed (text, edits);
    }

  /* A letter or two of a word that another took the place of. */
  g_assert_cmpuint (n_missed * 200, <, n_letters);
}

/* Two texts of the same few words have nothing in common but by chance. */
static void
test_compare_unrelated (void)
{
  g_autoptr(RandomText) one = random_text_new (1, random_words_few, 4000);
  g_autoptr(RandomText) two = random_text_new (2, random_words_few, 4000);
  g_autoptr(RandomText) three = random_text_new (3, random_words_unique, 3000);
  g_autoptr(TelaahEdits) alike = compare (one->body, two->body);
  g_autoptr(TelaahEdits) unlike = compare (one->body, three->body);
  guint kept = 0;

  telaah_edits_map_span (alike, (TelaahSpan) { 0, G_MAXUINT }, NULL, &kept);
  g_assert_cmpuint (kept, <, one->n_before / 50);
  telaah_edits_map_span (unlike, (TelaahSpan) { 0, G_MAXUINT }, NULL, &kept);
  g_assert_cmpuint (kept, <, 8);
}

/* A megabyte, with the worst there is: edits all over, another text, one word again and again. */
static void
test_compare_large (void)
{
  g_autoptr(RandomText) text = random_text_new (7, random_words_unique, 110000);
  g_autoptr(RandomText) other = random_text_new (8, random_words_few, 200000);
  g_autoptr(GString) monotone = g_string_new (NULL);
  g_autofree char *after = NULL;
  g_autoptr(TelaahEdits) edits = NULL;
  g_autoptr(TelaahEdits) replaced = NULL;
  g_autoptr(TelaahEdits) same = NULL;
  guint kept;

  while (monotone->len < 500000)
    g_string_append (monotone, "dan lagi ");
  g_string_append (monotone, "dan");
  same = compare (monotone->str + 9 * 10000, monotone->str);
  telaah_edits_map_span (same, (TelaahSpan) { 0, G_MAXUINT }, NULL, &kept);
  g_assert_cmpuint (kept, ==, monotone->len - 9 * 10000);

  for (guint i = 0; i < 50; i++)
    {
      guint at = random_text_find (text, g_rand_int_range (text->rand, 0, text->letters->len));
      g_autoptr(GString) words = g_string_new (NULL);

      random_words_unique (text, words, 8);
      random_text_delete (text, at, random_text_find (text, MIN (at + 40, text->letters->len)));
      random_text_insert (text, at, words->str);
    }
  after = random_text_dup_body (text);
  edits = compare (text->body, after);
  for (guint at = 0; at < text->n_before; at += text->n_before / 500)
    {
      TelaahSpan word = { at, at + 1 }, found, expected;

      if (!g_ascii_isalpha (text->body[at]))
        continue;
      g_assert_cmpint (telaah_edits_map_span (edits, word, &found, NULL), ==,
                       random_text_map (text, word, &expected, &kept));
      assert_span (found, expected.start, expected.end);
    }

  replaced = compare (text->body, other->body);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/text/edits/follows-words-in-other-dress", test_follow);
  g_test_add_func ("/text/edits/empty", test_empty);
  g_test_add_func ("/text/edits/taken-back", test_taken_back);
  g_test_add_func ("/text/edits/borders", test_borders);
  g_test_add_func ("/text/edits/random", test_random);

  for (guint i = 0; i < G_N_ELEMENTS (comparisons); i++)
    {
      g_autofree char *path = g_strdup_printf ("/text/edits/compare/%s", comparisons[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_compare);
    }

  g_test_add_func ("/text/edits/compare-is-valid", test_compare_is_valid);
  g_test_add_func ("/text/edits/compare-unique", test_compare_unique);
  g_test_add_func ("/text/edits/compare-cut", test_compare_cut);
  g_test_add_func ("/text/edits/compare-unrelated", test_compare_unrelated);
  g_test_add_func ("/text/edits/compare-large", test_compare_large);

  return g_test_run ();
}
