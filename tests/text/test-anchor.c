/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/random-edits.h"
#include "text/telaah-anchor.h"

#include <string.h>

#define CONTEXT 32

/* A passage as a project keeps it. */
typedef struct
{
  TelaahAnchor anchor;
  char        *quote;
  char        *prefix;
  char        *suffix;
} Passage;

static Passage
take_passage (const TelaahText *text,
              TelaahSpan        span)
{
  guint before = MIN (span.start, CONTEXT);
  Passage passage = {
    .quote = telaah_text_dup_slice (text, span),
    .prefix = telaah_text_dup_slice (text, (TelaahSpan) { span.start - before, span.start }),
    .suffix = telaah_text_dup_slice (text, (TelaahSpan) { span.end, span.end + CONTEXT }),
  };

  passage.anchor = (TelaahAnchor) { span, passage.quote, passage.prefix, passage.suffix };

  return passage;
}

static void
passage_clear (Passage *passage)
{
  g_free (passage->quote);
  g_free (passage->prefix);
  g_free (passage->suffix);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Passage, passage_clear)

static void
assert_words (const TelaahText *text,
              TelaahSpan        span,
              const char       *words)
{
  g_autofree char *there = telaah_text_dup_slice (text, span);

  g_assert_cmpstr (there, ==, words);
}

/* What holds of every answer. */
static void
assert_sound (const TelaahText *after,
              TelaahAnchored    found)
{
  g_assert_cmpuint (found.span.start, <=, found.span.end);
  g_assert_cmpuint (found.span.end, <=, telaah_text_get_characters (after));
  g_assert_cmpfloat (found.score, <=, 1);
  if (found.span.start == found.span.end)
    {
      g_assert_cmpuint (found.span.start, ==, 0);
      g_assert_cmpint (found.anchoring, ==, TELAAH_ANCHOR_LOST);
      g_assert_cmpfloat (found.score, ==, 0);
    }
  else
    g_assert_cmpfloat (found.score, >, 0);
}

#define HEAD "Diplomasi digital mengubah cara negara berbicara kepada publik dunia.\n\n"
#define FIRST "Tantangan pertama adalah keamanan siber yang belum merata di daerah.\n\n"
#define SECOND "Manfaat terbesar terletak pada jangkauan pesan yang jauh lebih luas.\n\n"
#define TAIL "Kesimpulan: pemerintah perlu menata kelembagaan sebelum menambah kanal.\n"

static const struct
{
  const char      *name;
  const char      *before;
  const char      *quote;      /* the first such words of it are the passage */
  const char      *after;
  TelaahAnchoring  anchoring;
  const char      *words;      /* found there; "" for no place */
} rows[] = {
  { "unchanged", HEAD FIRST, "Tantangan pertama", HEAD FIRST TAIL, TELAAH_ANCHOR_UNCHANGED,
    "Tantangan pertama" },
  { "pushed", HEAD FIRST, "Tantangan pertama", SECOND HEAD FIRST, TELAAH_ANCHOR_MOVED,
    "Tantangan pertama" },
  { "typing-error", "Soal kemanan siber itu penting.", "kemanan siber",
    "Soal keamanan siber itu penting.", TELAAH_ANCHOR_MOVED, "keamanan siber" },
  { "word-inside", HEAD FIRST, "keamanan siber yang belum merata",
    HEAD "Tantangan pertama adalah keamanan siber nasional yang belum merata di daerah.\n\n",
    TELAAH_ANCHOR_MOVED, "keamanan siber nasional yang belum merata" },
  { "word-at-edge", HEAD FIRST, "keamanan siber",
    HEAD "Tantangan pertama adalah keamanan siber, yang belum merata di daerah.\n\n",
    TELAAH_ANCHOR_UNCHANGED, "keamanan siber" },
  { "half-left", HEAD FIRST, "Tantangan pertama adalah keamanan siber yang belum merata",
    HEAD "Tantangan pertama adalah keamanan siber.\n\n", TELAAH_ANCHOR_MOVED,
    "Tantangan pertama adalah keamanan siber" },
  { "little-left", HEAD FIRST SECOND, "Tantangan pertama adalah keamanan siber yang belum merata",
    HEAD "Tantangan pertama ialah uang.\n\n" SECOND, TELAAH_ANCHOR_LOST,
    "Tantangan pertama ialah" },
  { "gone", HEAD FIRST SECOND TAIL, "keamanan siber yang belum merata", HEAD SECOND TAIL,
    TELAAH_ANCHOR_LOST, "" },
  { "word-replaced", "Kami suka membaca di sini.", "suka", "Kami gemar membaca di sini.",
    TELAAH_ANCHOR_LOST, "" },
  { "cut-and-pasted", HEAD FIRST SECOND TAIL, "keamanan siber yang belum merata",
    HEAD SECOND TAIL FIRST, TELAAH_ANCHOR_MOVED, "keamanan siber yang belum merata" },
  { "pasted-among-others", HEAD FIRST SECOND TAIL HEAD,
    "Diplomasi digital mengubah cara negara berbicara", FIRST SECOND TAIL HEAD, TELAAH_ANCHOR_LOST,
    "Diplomasi digital mengubah cara negara berbicara" },
  { "copy-elsewhere",
    HEAD "Pertama: keamanan siber belum merata di sana.\n\n" SECOND TAIL
    "Sekali lagi: keamanan siber belum merata di sini.\n",
    "keamanan siber belum merata",
    HEAD SECOND TAIL "Sekali lagi: keamanan siber belum merata di sini.\n", TELAAH_ANCHOR_LOST,
    "keamanan siber belum merata" },
  { "reworded-elsewhere", HEAD FIRST SECOND TAIL, "keamanan siber yang belum merata di daerah",
    HEAD SECOND TAIL "Masalahnya adalah keamanan siber yang tidak merata di daerah.\n",
    TELAAH_ANCHOR_LOST, "keamanan siber yang tidak merata di daerah" },
  { "to-nothing", HEAD, "Diplomasi digital", "", TELAAH_ANCHOR_LOST, "" },
  { "empty", "", "", HEAD, TELAAH_ANCHOR_LOST, "" },
  { "both-empty", "", "", "", TELAAH_ANCHOR_LOST, "" },
  { "wrapped-anew", HEAD FIRST,
    "Tantangan pertama adalah keamanan siber yang belum merata di daerah.",
    HEAD "Tantangan pertama\nadalah keamanan\nsiber yang belum\nmerata di daerah.\n\n",
    TELAAH_ANCHOR_MOVED,
    "Tantangan pertama\nadalah keamanan\nsiber yang belum\nmerata di daerah." },
};

static void
test_row (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr(TelaahText) before = telaah_text_new (g_strdup (rows[row].before));
  g_autoptr(TelaahText) after = telaah_text_new (g_strdup (rows[row].after));
  g_autoptr(TelaahAnchorer) anchorer = telaah_anchorer_new (before, after, NULL);
  guint start = strstr (rows[row].before, rows[row].quote) - rows[row].before;
  TelaahSpan span = { start, start + strlen (rows[row].quote) };
  g_auto(Passage) passage = take_passage (before, span);
  TelaahAnchored found = telaah_anchorer_find (anchorer, &passage.anchor);

  assert_sound (after, found);
  g_assert_cmpint (found.anchoring, ==, rows[row].anchoring);
  assert_words (after, found.span, rows[row].words);
  if (found.anchoring != TELAAH_ANCHOR_LOST && strcmp (rows[row].words, rows[row].quote) == 0)
    g_assert_cmpfloat (found.score, ==, 1);
}

/* An anchor that does not fit its text has only its words to go by. */
static void
test_wrong_place (void)
{
  g_autoptr(TelaahText) before = telaah_text_new (g_strdup (HEAD FIRST));
  g_autoptr(TelaahText) after = telaah_text_new (g_strdup (FIRST HEAD));
  g_autoptr(TelaahEdits) edits = telaah_edits_new (telaah_text_get_characters (before));
  g_autoptr(TelaahAnchorer) anchorer = telaah_anchorer_new (before, after, edits);
  TelaahAnchor anchor = { { 5, 30 }, "Tantangan pertama adalah keamanan", NULL, NULL };
  TelaahAnchored found = telaah_anchorer_find (anchorer, &anchor);

  g_assert_cmpint (found.anchoring, ==, TELAAH_ANCHOR_LOST);
  assert_words (after, found.span, anchor.quote);

  anchor = (TelaahAnchor) { { 4000, 4010 }, "siapa pun yang tidak pernah ada", "x", "y" };
  found = telaah_anchorer_find (anchorer, &anchor);
  assert_sound (after, found);
  g_assert_cmpuint (found.span.end, ==, 0);
}

/* Two of them came in, and nothing tells which is the old one. */
static void
test_pasted_twice (void)
{
  g_autoptr(TelaahText) before = telaah_text_new (g_strdup (HEAD FIRST SECOND TAIL));
  g_autoptr(TelaahText) after = telaah_text_new (g_strdup (HEAD SECOND FIRST FIRST TAIL));
  g_autoptr(TelaahEdits) edits = telaah_edits_new (strlen (HEAD FIRST SECOND TAIL));
  g_autoptr(TelaahAnchorer) anchorer = NULL;
  TelaahSpan span = { strlen (HEAD) + 10, strlen (HEAD) + 50 };
  g_auto(Passage) passage = take_passage (before, span);
  TelaahAnchored found;

  telaah_edits_delete (edits, (TelaahSpan) { strlen (HEAD), strlen (HEAD FIRST) });
  telaah_edits_insert (edits, strlen (HEAD SECOND), 2 * strlen (FIRST));
  anchorer = telaah_anchorer_new (before, after, edits);
  found = telaah_anchorer_find (anchorer, &passage.anchor);
  g_assert_cmpint (found.anchoring, ==, TELAAH_ANCHOR_LOST);
  assert_words (after, found.span, passage.quote);
}

static TelaahSpan
pick_span (RandomText *text,
           guint       longest)
{
  guint a = g_rand_int_range (text->rand, 0, text->n_before);
  guint length = g_rand_int_range (text->rand, 1, longest);

  return (TelaahSpan) { a, MIN (a + length, text->n_before) };
}

static guint
count_solid (const char *words)
{
  guint n = 0;

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    n += !g_unichar_isspace (g_utf8_get_char (p));

  return n;
}

/* How many characters of @span that are not blank are still there. */
static guint
count_survivors (const RandomText *text,
                 TelaahSpan        span)
{
  guint n = 0;

  for (guint i = 0; i < text->letters->len; i++)
    {
      const Letter *letter = &g_array_index (text->letters, Letter, i);

      n += letter->origin >= span.start && letter->origin < span.end
           && !g_unichar_isspace (letter->c);
    }

  return n;
}

/* What the anchorer says of a passage against what became of its characters. Nothing was pasted. */
static void
assert_as_oracle (const RandomText *text,
                  const TelaahText *before,
                  const TelaahText *after,
                  TelaahAnchorer   *anchorer,
                  TelaahSpan        span)
{
  g_auto(Passage) passage = take_passage (before, span);
  TelaahAnchored found = telaah_anchorer_find (anchorer, &passage.anchor);
  TelaahSpan expected;
  guint kept, solid = count_survivors (text, span), all = count_solid (passage.quote);

  assert_sound (after, found);
  random_text_map (text, span, &expected, &kept);

  if (kept == span.end - span.start && expected.end - expected.start == kept)
    {
      g_assert_cmpint (found.anchoring, ==, expected.start == span.start ? TELAAH_ANCHOR_UNCHANGED
                                                                         : TELAAH_ANCHOR_MOVED);
      g_assert_cmpfloat (found.score, ==, 1);
      assert_words (after, found.span, passage.quote);
    }
  else if (solid == 0 || solid * 2 < all)
    g_assert_cmpint (found.anchoring, ==, TELAAH_ANCHOR_LOST);
  else if (all >= 8)
    g_assert_cmpint (found.anchoring, ==, TELAAH_ANCHOR_MOVED);

  if (found.anchoring != TELAAH_ANCHOR_LOST)
    {
      g_assert_cmpuint (found.span.start, ==, expected.start);
      g_assert_cmpuint (found.span.end, ==, expected.end);
    }
}

/* Words of few kinds, so that each passage has many like it; what comes in is unlike all. */
static void
edit_few_words (RandomText *text)
{
  g_autoptr(GString) words = g_string_new (NULL);
  guint n = text->letters->len;
  guint at = g_rand_int_range (text->rand, 0, n + 1);
  guint length = g_rand_int_range (text->rand, 0, g_rand_boolean (text->rand) ? 3 : 50);

  if (g_rand_boolean (text->rand))
    random_text_delete (text, at, MIN (n, at + length));
  if (g_rand_boolean (text->rand))
    random_words_unique (text, words, g_rand_int_range (text->rand, 1, 4));
  random_text_insert (text, at, words->str);
}

static void
test_random (void)
{
  for (guint round = 0; round < 60; round++)
    {
      g_autoptr(RandomText) text = random_text_new (round, random_words_few, 10 + 5 * round);
      g_autoptr(TelaahText) before = telaah_text_new (g_strdup (text->body));
      g_autoptr(TelaahText) after = NULL;
      g_autoptr(TelaahAnchorer) anchorer = NULL;

      for (guint i = 0; i < 1 + round / 4; i++)
        edit_few_words (text);
      after = telaah_text_new (random_text_dup_body (text));
      anchorer = telaah_anchorer_new (before, after, text->edits);
      for (guint i = 0; i < 60; i++)
        assert_as_oracle (text, before, after, anchorer, pick_span (text, i % 2 == 0 ? 8 : 80));
    }
}

/* The same with nothing known of the edits: whole words come and go. */
static void
test_random_compared (void)
{
  for (guint round = 0; round < 40; round++)
    {
      g_autoptr(RandomText) text = random_text_new (round, random_words_unique, 200);
      g_autoptr(TelaahText) before = telaah_text_new (g_strdup (text->body));
      g_autoptr(TelaahText) after = NULL;
      g_autoptr(TelaahAnchorer) anchorer = NULL;

      for (guint at = g_rand_int_range (text->rand, 0, 400); at < text->letters->len;
           at += g_rand_int_range (text->rand, 80, 600))
        {
          g_autoptr(GString) words = g_string_new (NULL);
          guint start = random_text_find (text, at);
          guint end = random_text_find (text, start + g_rand_int_range (text->rand, 1, 90));

          if (g_rand_boolean (text->rand))
            random_text_delete (text, start, end);
          else
            random_words_unique (text, words, 4);
          random_text_insert (text, start, words->str);
        }

      after = telaah_text_new (random_text_dup_body (text));
      anchorer = telaah_anchorer_new (before, after, NULL);
      for (guint i = 0; i < 100; i++)
        {
          TelaahSpan span = pick_span (text, 90);

          /* Whole words: the blanks at their sides may be anybody's. */
          while (span.start < span.end && text->body[span.start] <= ' ')
            span.start++;
          while (span.start < span.end && text->body[span.end - 1] <= ' ')
            span.end--;
          if (span.start < span.end)
            assert_as_oracle (text, before, after, anchorer, span);
        }
    }
}

/* A letter of each is mended: it stays, and has the new spelling. */
static void
test_typing_errors (void)
{
  g_autoptr(RandomText) text = random_text_new (11, random_words_unique, 400);
  g_autoptr(TelaahText) before = telaah_text_new (g_strdup (text->body));
  g_autoptr(TelaahText) after = NULL;
  g_autoptr(TelaahAnchorer) anchorer = NULL;
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));

  for (guint i = 0; i < 400; i += 4)
    {
      TelaahSpan span = { random_text_find (text, i * 9), 0 };

      span.end = MIN (span.start + 30, text->n_before);
      if (span.end - span.start == 30)
        g_array_append_val (spans, span);
    }

  for (guint i = 0; i < spans->len; i++)
    {
      guint at = g_array_index (spans, TelaahSpan, i).start + 13;

      if (!g_ascii_isalpha (g_array_index (text->letters, Letter, at).c))
        at += 2;
      random_text_delete (text, at, at + 1);
      random_text_insert (text, at, "7");
    }

  after = telaah_text_new (random_text_dup_body (text));
  anchorer = telaah_anchorer_new (before, after, NULL);
  for (guint i = 0; i < spans->len; i++)
    {
      TelaahSpan span = g_array_index (spans, TelaahSpan, i);
      g_auto(Passage) passage = take_passage (before, span);
      TelaahAnchored found = telaah_anchorer_find (anchorer, &passage.anchor);

      g_assert_cmpint (found.anchoring, ==, TELAAH_ANCHOR_MOVED);
      g_assert_cmpuint (found.span.start, ==, span.start);
      g_assert_cmpuint (found.span.end, ==, span.end);
      g_assert_cmpfloat (found.score, >, 0.9);
      g_assert_cmpfloat (found.score, <, 1);
    }
}

/* Paragraphs are cut and pasted: passages go with them, whether one knows of the edits or not. */
static void
test_moved_paragraphs (void)
{
  for (guint round = 0; round < 20; round++)
    {
      g_autoptr(RandomText) text = random_text_new (round, random_words_unique, 600);
      g_autoptr(TelaahText) before = telaah_text_new (g_strdup (text->body));
      g_autoptr(TelaahText) after = NULL;
      guint at = random_text_find (text, g_rand_int_range (text->rand, 0, 2000));
      guint end = random_text_find (text, at + 300), to;
      g_autofree char *moved = telaah_text_dup_slice (before, (TelaahSpan) { at, end });
      g_auto(Passage) passage = take_passage (before, (TelaahSpan) { at + 10, end - 10 });

      random_text_delete (text, at, end);
      to = random_text_find (text, text->letters->len - g_rand_int_range (text->rand, 10, 2000));
      random_text_insert (text, to, moved);
      after = telaah_text_new (random_text_dup_body (text));

      for (guint known = 0; known < 2; known++)
        {
          const TelaahEdits *edits = known ? text->edits : NULL;
          g_autoptr(TelaahAnchorer) anchorer = telaah_anchorer_new (before, after, edits);
          TelaahAnchored found = telaah_anchorer_find (anchorer, &passage.anchor);

          g_assert_cmpint (found.anchoring, ==, TELAAH_ANCHOR_MOVED);
          g_assert_cmpfloat (found.score, ==, 1);
          assert_words (after, found.span, passage.quote);
        }
    }
}

static void
test_unrelated (void)
{
  g_autoptr(RandomText) one = random_text_new (1, random_words_few, 800);
  g_autoptr(RandomText) two = random_text_new (2, random_words_unique, 800);
  g_autoptr(TelaahText) before = telaah_text_new (g_strdup (one->body));
  g_autoptr(TelaahText) after = telaah_text_new (g_strdup (two->body));
  g_autoptr(TelaahAnchorer) there = telaah_anchorer_new (before, after, NULL);
  g_autoptr(TelaahAnchorer) back = telaah_anchorer_new (after, before, NULL);

  for (guint i = 0; i < 200; i++)
    {
      g_auto(Passage) passage = take_passage (before, (TelaahSpan) { i * 10, i * 10 + 5 + i });
      g_auto(Passage) other = take_passage (after, (TelaahSpan) { i * 10, i * 10 + 5 + i });
      TelaahAnchored found = telaah_anchorer_find (there, &passage.anchor);

      assert_sound (after, found);
      g_assert_cmpint (found.anchoring, ==, TELAAH_ANCHOR_LOST);
      g_assert_cmpuint (found.span.end, ==, 0);

      found = telaah_anchorer_find (back, &other.anchor);
      assert_sound (before, found);
      g_assert_cmpint (found.anchoring, ==, TELAAH_ANCHOR_LOST);
      g_assert_cmpuint (found.span.end, ==, 0);
    }
}

/* A quote of some pages that was reworked here and there, and moved. */
static void
test_long_quote (void)
{
  g_autoptr(RandomText) text = random_text_new (5, random_words_unique, 2000);
  g_autoptr(TelaahText) before = telaah_text_new (g_strdup (text->body));
  g_autoptr(TelaahText) after = NULL;
  g_autoptr(TelaahAnchorer) anchorer = NULL;
  g_autoptr(GString) moved = NULL;
  guint start = random_text_find (text, 3000), end = random_text_find (text, 9000), to;
  g_auto(Passage) passage = take_passage (before, (TelaahSpan) { start, end - 1 });
  TelaahAnchored found;

  moved = g_string_new (passage.quote);
  for (guint at = 1000; at < moved->len; at += 1000)
    g_string_insert (moved, strchr (moved->str + at, ' ') - moved->str, " sisipan baru");
  random_text_delete (text, start, end);
  to = random_text_find (text, 9000);
  g_string_append_c (moved, ' ');
  random_text_insert (text, to, moved->str);
  after = telaah_text_new (random_text_dup_body (text));
  anchorer = telaah_anchorer_new (before, after, text->edits);
  found = telaah_anchorer_find (anchorer, &passage.anchor);

  g_assert_cmpint (found.anchoring, ==, TELAAH_ANCHOR_LOST);
  g_assert_cmpuint (found.span.start, ==, to);
  g_assert_cmpuint (found.span.end, ==, to + moved->len - 1);
}

/* Ten thousand passages of a megabyte with edits all over it, and of one that lost them all. */
static void
test_large (void)
{
  g_autoptr(RandomText) text = random_text_new (9, random_words_unique, 110000);
  g_autoptr(RandomText) other = random_text_new (10, random_words_few, 200000);
  g_autoptr(TelaahText) before = telaah_text_new (g_strdup (text->body));
  g_autoptr(TelaahText) unlike = telaah_text_new (g_strdup (other->body));
  g_autoptr(TelaahText) after = NULL;
  g_autoptr(TelaahAnchorer) anchorer = NULL;
  g_autoptr(TelaahAnchorer) lost = NULL;
  g_autoptr(TelaahEdits) replaced = telaah_edits_new (text->n_before);
  guint n_moved = 0;

  for (guint i = 0; i < 50; i++)
    {
      guint at = random_text_find (text, g_rand_int_range (text->rand, 0, text->letters->len));
      g_autoptr(GString) words = g_string_new (NULL);

      random_words_unique (text, words, 3);
      random_text_delete (text, at, random_text_find (text, at + 20));
      random_text_insert (text, at, words->str);
    }

  after = telaah_text_new (random_text_dup_body (text));
  anchorer = telaah_anchorer_new (before, after, text->edits);
  telaah_edits_delete (replaced, (TelaahSpan) { 0, text->n_before });
  telaah_edits_insert (replaced, 0, telaah_text_get_characters (unlike));
  lost = telaah_anchorer_new (before, unlike, replaced);

  for (guint i = 0; i < 10000; i++)
    {
      g_auto(Passage) passage = take_passage (before, (TelaahSpan) { i * 95, i * 95 + 90 });
      TelaahAnchored found = telaah_anchorer_find (anchorer, &passage.anchor);

      assert_sound (after, found);
      if (found.score == 1)
        {
          n_moved++;
          assert_words (after, found.span, passage.quote);
        }
      if (i % 10 == 0)
        g_assert_cmpint (telaah_anchorer_find (lost, &passage.anchor).anchoring, ==,
                         TELAAH_ANCHOR_LOST);
    }

  /* An edit touches two passages, or three. */
  g_assert_cmpuint (n_moved, >=, 10000 - 150);
  g_assert_cmpuint (n_moved, <, 10000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/text/anchor/row/%s", rows[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
    }

  g_test_add_func ("/text/anchor/wrong-place", test_wrong_place);
  g_test_add_func ("/text/anchor/pasted-twice", test_pasted_twice);
  g_test_add_func ("/text/anchor/random", test_random);
  g_test_add_func ("/text/anchor/random-compared", test_random_compared);
  g_test_add_func ("/text/anchor/typing-errors", test_typing_errors);
  g_test_add_func ("/text/anchor/moved-paragraphs", test_moved_paragraphs);
  g_test_add_func ("/text/anchor/unrelated", test_unrelated);
  g_test_add_func ("/text/anchor/long-quote", test_long_quote);
  g_test_add_func ("/text/anchor/large", test_large);

  return g_test_run ();
}
