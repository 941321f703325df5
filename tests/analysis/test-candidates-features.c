/* What the learner sees of a sentence, which sentences are tagged, and which words speak for a candidate.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "analysis/telaah-candidates.h"

#include <string.h>

#include "model/telaah-mark.h"
#include "text/telaah-body.h"
#include "text/telaah-sentences.h"

typedef struct
{
  TelaahText    *text;
  TelaahTerms   *terms;
  TelaahLexicon *lexicon;
  TelaahReading *reading;
} Read;

/* Lines that begin with number signs are headings, of the level of as many. */
static GPtrArray *
dup_marks (const char *body)
{
  GPtrArray *marks = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto(GStrv) lines = g_strsplit (body, "\n", -1);
  guint at = 0;

  for (char **line = lines; *line != NULL; line++)
    {
      guint level = strspn (*line, "#"), length = g_utf8_strlen (*line, -1);
      TelaahMarkFields f = { .id = "m", .source = "s", .span = { at + level + 1, at + length },
                             .kind = TELAAH_MARK_HEADING, .level = level };

      if (level > 0)
        g_ptr_array_add (marks, telaah_mark_new (&f));
      at += length + 1;
    }

  return marks;
}

static void
read_body (Read       *read,
           const char *body)
{
  g_autoptr(GPtrArray) marks = dup_marks (body);
  g_autoptr(GArray) apart = NULL;
  g_autoptr(GArray) sentences = NULL;

  read->text = telaah_text_new (g_strdup (body));
  read->terms = telaah_terms_new ();
  read->lexicon = telaah_lexicon_new ("en");
  apart = telaah_body_dup_apart (marks, read->text);
  sentences = telaah_text_find_sentences (read->text, "en", apart);
  read->reading = telaah_reading_new (read->text, sentences, marks, read->lexicon, read->terms);
}

static void
read_clear (Read *read)
{
  telaah_reading_free (read->reading);
  telaah_lexicon_free (read->lexicon);
  telaah_terms_free (read->terms);
  telaah_text_unref (read->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Read, read_clear)

/* What the features of a unit hold of a word; 0: nothing. */
static double
get_feature (Read       *read,
             guint       unit,
             const char *word)
{
  g_autoptr(GPtrArray) readings = g_ptr_array_new ();
  g_autoptr(GArray) features = g_array_new (FALSE, FALSE, sizeof (TelaahFeature));
  g_autoptr(GArray) terms = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(TelaahFeatureMaker) maker = NULL;

  telaah_terms_add (read->terms, word, read->lexicon, terms);
  g_assert_cmpint (terms->len, ==, 1);
  g_ptr_array_add (readings, read->reading);
  maker = telaah_feature_maker_new (readings, telaah_terms_get_n (read->terms));
  telaah_feature_maker_add (maker, read->reading, unit, features);
  for (guint i = 0; i < features->len; i++)
    if (g_array_index (features, TelaahFeature, i).feature == g_array_index (terms, guint, 0))
      return g_array_index (features, TelaahFeature, i).value;

  return 0;
}

static void
surroundings (void)
{
  g_auto(Read) read = { 0 };

  read_body (&read, "# Harbours\n\n## 12 Ships\n\nThe crew sang loudly. Rain fell on the deck.\n\n## Winds\n\n"
                    "Nobody slept that night.\n");
  g_assert_cmpint (telaah_reading_get_n_units (read.reading), ==, 3);

  /* Its own words, then those of the heading, of the one above it, and of the sentence beside it. */
  g_assert_cmpfloat (get_feature (&read, 0, "crew"), >, get_feature (&read, 0, "ships"));
  g_assert_cmpfloat (get_feature (&read, 0, "ships"), >, get_feature (&read, 0, "harbours"));
  g_assert_cmpfloat (get_feature (&read, 0, "harbours"), >, 0);
  g_assert_cmpfloat (get_feature (&read, 0, "rain"), >, 0);
  g_assert_cmpfloat (get_feature (&read, 0, "crew"), >, get_feature (&read, 0, "rain"));

  /* Under another heading stands another matter. */
  g_assert_cmpfloat (get_feature (&read, 2, "winds"), >, 0);
  g_assert_cmpfloat (get_feature (&read, 2, "ships"), ==, 0);
  g_assert_cmpfloat (get_feature (&read, 2, "rain"), ==, 0);
  g_assert_cmpfloat (get_feature (&read, 1, "slept"), ==, 0);
}

static void
words (void)
{
  g_auto(Read) read = { 0 };
  const TelaahUnit *unit;
  const TelaahToken *tokens;

  read_body (&read, "In 1999 the sail-\nors sailed 3 boats.\n");
  g_assert_cmpint (telaah_reading_get_n_units (read.reading), ==, 1);
  unit = telaah_reading_get_unit (read.reading, 0);
  tokens = telaah_reading_get_tokens (read.reading, unit);

  /* in the sailors sailed boats: no numbers, and a broken word is one */
  g_assert_cmpint (unit->n_tokens, ==, 5);
  g_assert_cmpint (tokens[2].start, ==, 12);
  g_assert_cmpint (tokens[2].end, ==, 21);
  g_assert_true (tokens[0].is_stop && tokens[1].is_stop && !tokens[2].is_stop);
}

/* Length 1, and what is rare weighs more. */
static void
rarity (void)
{
  g_auto(Read) read = { 0 };
  g_autoptr(GPtrArray) readings = g_ptr_array_new ();
  g_autoptr(GArray) features = g_array_new (FALSE, FALSE, sizeof (TelaahFeature));
  g_autoptr(TelaahFeatureMaker) maker = NULL;
  double squares = 0;

  read_body (&read, "Boats carry salt. Boats carry pepper. Boats return.\n");
  g_ptr_array_add (readings, read.reading);
  maker = telaah_feature_maker_new (readings, telaah_terms_get_n (read.terms));
  telaah_feature_maker_add_own (maker, read.reading, 0, features);
  g_assert_cmpint (features->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      double value = g_array_index (features, TelaahFeature, i).value;

      squares += value * value;
      g_assert_cmpfloat (value, >, i > 0 ? g_array_index (features, TelaahFeature, i - 1).value : 0);
    }
  g_assert_cmpfloat_with_epsilon (squares, 1, 1e-5);
}

/* Four sentences of ten letters with their stop; passages; then Yes, Partly, No or Unread of each. */
static const struct
{
  const char *name;
  TelaahSpan  spans[3];
  const char *labels;
} codings[] = {
  { "none", { { 0, 0 } }, "UUUU" },
  { "whole", { { 11, 21 } }, "NYNN" },
  { "a-word-within", { { 13, 15 } }, "NYNN" },
  { "two-and-a-little", { { 0, 24 } }, "YYPN" },
  { "half-of-one", { { 0, 16 } }, "YYNN" },
  { "less-than-half-of-each", { { 7, 14 } }, "PPNN" },
  { "twice-less-than-half", { { 8, 14 }, { 18, 24 } }, "PYPN" },
  { "blank-between", { { 10, 11 } }, "NNNN" },
};

static void
labels (gconstpointer data)
{
  const char *expected = codings[GPOINTER_TO_UINT (data)].labels;
  const TelaahSpan *spans = codings[GPOINTER_TO_UINT (data)].spans;
  g_autoptr(GArray) tagged = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));
  g_autofree guint8 *found = NULL;
  g_auto(Read) read = { 0 };

  read_body (&read, "Dogs bark. Cats meow. Owls hoot. Bees buzz.\n");
  g_assert_cmpint (telaah_reading_get_n_units (read.reading), ==, 4);
  for (guint i = 0; spans[i].end > 0; i++)
    g_array_append_val (tagged, spans[i]);

  found = telaah_candidates_dup_labels (read.reading, tagged, NULL, NULL);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint ("UNYPR"[found[i]], ==, expected[i]);
}

static void
refused (void)
{
  g_autoptr(GArray) tagged = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));
  g_autoptr(GHashTable) quotes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree guint8 *found = NULL;
  g_auto(Read) read = { 0 };
  TelaahSpan span = { 0, 10 };

  read_body (&read, "Dogs bark. Cats meow. Owls hoot.\n");
  g_array_append_val (tagged, span);
  g_hash_table_add (quotes, (gpointer) "Dogs bark.");
  g_hash_table_add (quotes, (gpointer) "Owls hoot.");
  g_assert_cmpint (telaah_reading_get_n_units (read.reading), ==, 3);
  found = telaah_candidates_dup_labels (read.reading, tagged, quotes, read.text);
  g_assert_cmpint (found[0], ==, TELAAH_LABEL_YES);
  g_assert_cmpint (found[1], ==, TELAAH_LABEL_NO);
  g_assert_cmpint (found[2], ==, TELAAH_LABEL_REFUSED);
}

/* A lone word that was tagged elsewhere; a sentence that has nothing but its neighbour has no reasons. */
static void
reasons (void)
{
  g_auto(Read) read = { 0 };
  g_autoptr(GPtrArray) readings = g_ptr_array_new ();
  g_autoptr(GPtrArray) known = g_ptr_array_new ();
  g_autoptr(GArray) none = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) ranked = NULL;
  guint8 given[] = { TELAAH_LABEL_NO, TELAAH_LABEL_YES, TELAAH_LABEL_NO, TELAAH_LABEL_UNREAD, TELAAH_LABEL_UNREAD,
                     TELAAH_LABEL_UNREAD };
  TelaahThemeWords nothing = { none, none };
  TelaahEvidenceBase base = { readings, known, 0, &nothing };
  const TelaahRanked *first, *last;

  read_body (&read, "Cooks bake bread. One storm breaks masts. Boys sweep floors. "
                    "Donkeys graze grass. Some STORMS reach land. It was so.\n");
  g_assert_cmpint (telaah_reading_get_n_units (read.reading), ==, 6);
  g_ptr_array_add (readings, read.reading);
  g_ptr_array_add (known, given);
  base.n_terms = telaah_terms_get_n (read.terms);
  ranked = telaah_candidates_rank (&base, -1, 0);
  g_assert_cmpint (ranked->len, ==, 5);

  first = &g_array_index (ranked, TelaahRanked, 0);
  g_assert_cmpint (first->unit, ==, 4);
  g_assert_cmpint (first->n_reasons, ==, 1);
  {
    g_autofree char *word = telaah_text_dup_slice (read.text, first->reasons[0]);

    g_assert_cmpstr (word, ==, "STORMS");
  }
  for (guint i = 0; i < ranked->len; i++)
    {
      last = &g_array_index (ranked, TelaahRanked, i);
      g_assert_cmpfloat (last->score, >=, 0);
      g_assert_cmpfloat (last->score, <=, 1);
      if (last->unit == 5)
        g_assert_cmpint (last->n_reasons, ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/analysis/candidates/surroundings", surroundings);
  g_test_add_func ("/analysis/candidates/words", words);
  g_test_add_func ("/analysis/candidates/rarity", rarity);
  for (guint i = 0; i < G_N_ELEMENTS (codings); i++)
    {
      g_autofree char *path = g_strconcat ("/analysis/candidates/labels/", codings[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), labels);
    }
  g_test_add_func ("/analysis/candidates/refused", refused);
  g_test_add_func ("/analysis/candidates/reasons", reasons);

  return g_test_run ();
}
