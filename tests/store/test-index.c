/* The search index by itself: rows that go over into each other, terms, vocabulary, sentences, and what is not taken in.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gstdio.h>

#include "store/telaah-index.h"
#include "support/telaah-test.h"
#include "text/telaah-sentences.h"

static TelaahIndex *
open_index (const char *name)
{
  g_autofree char *project = telaah_test_dup_path (name);
  g_autoptr(GError) error = NULL;
  TelaahIndex *index = telaah_index_open (project, TRUE, &error);

  g_assert_no_error (error);
  return index;
}

static void
add (TelaahIndex *index,
     const char  *name,
     const char  *body)
{
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup (body));
  g_autoptr(GArray) sentences = telaah_text_find_sentences (text, NULL, NULL);
  g_autoptr(GError) error = NULL;
  gboolean done = telaah_index_begin (index, NULL, &error) &&
                  telaah_index_add (index, name, NULL, text, sentences, NULL, &error);

  telaah_index_end (index, done, &error);
  g_assert_no_error (error);
}

static guint
count_rows (TelaahIndex *index,
            const char  *expression)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TelaahIndexRows) rows = telaah_index_match (index, expression, &error);
  const GArray *all = rows != NULL ? telaah_index_rows_reach (rows, G_MAXINT64, &error) : NULL;

  g_assert_no_error (error);
  return all->len;
}

/* Sentences of eight words, each with a number of its own. */
static char *
make_body (guint n)
{
  GString *body = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (body, "Di dermaga lama kapal bernomor k%u akhirnya tiba. ", i);

  return g_string_free (body, FALSE);
}

static void
test_terms (void)
{
  g_autoptr(TelaahIndex) index = open_index ("terms");

  add (index, "a", "Kapal baru di pelabuhan. Negara-negara diam.");
  add (index, "b", "Pelabuhan itu lama.");
  g_assert_cmpuint (count_rows (index, "\"pelabuhan\""), ==, 2);
  g_assert_cmpuint (count_rows (index, "\"kapal baru\""), ==, 1);
  g_assert_cmpuint (count_rows (index, "\"baru kapal\""), ==, 0);
  g_assert_cmpuint (count_rows (index, "\"kapal lama\""), ==, 0);
  g_assert_cmpuint (count_rows (index, "\"negara negara\""), ==, 1);
  g_assert_cmpuint (count_rows (index, "\"kapal|itu baru|lama\""), ==, 2);
  g_assert_cmpuint (count_rows (index, "\"Pelabuhan\""), ==, 0);
  g_assert_cmpuint (count_rows (index, "\"pelabuhan\" NOT \"kapal\""), ==, 1);
  g_assert_cmpuint (count_rows (index, "\"\""), ==, 0);
}

/* A phrase over any border between rows is found, and each row has all that begins in it. */
static void
test_borders (void)
{
  g_autoptr(TelaahIndex) index = open_index ("borders");
  g_autofree char *body = make_body (2000);
  const TelaahIndexed *indexed;

  add (index, "a", body);
  g_assert_true (telaah_index_refresh (index, NULL));
  indexed = telaah_index_find (index, "a", NULL);
  g_assert_nonnull (indexed);
  g_assert_cmpuint (indexed->n, >, 20);
  g_assert_cmpuint (indexed->starts[0], ==, 0);
  g_assert_cmpuint (indexed->starts[indexed->n], ==, g_utf8_strlen (body, -1));

  for (guint i = 0; i < indexed->n; i++)
    {
      g_assert_cmpuint (indexed->starts[i], <, indexed->starts[i + 1]);
      g_assert_cmpuint (indexed->safe_ends[i], >=, indexed->starts[i + 1]);
      if (i > 0)
        g_assert_true (strncmp (body + indexed->starts[i] - 2, ". Di", 4) == 0 ||
                       strncmp (body + indexed->starts[i] - 1, ". Di", 4) == 0);
    }

  for (guint i = 0; i + 1 < 2000; i++)
    {
      g_autofree char *phrase = g_strdup_printf ("\"k%u akhirnya tiba di dermaga lama kapal bernomor k%u\"", i, i + 1);

      g_assert_cmpuint (count_rows (index, phrase), >=, 1);
    }
}

/* Rows end where words do, also where no sentence does, and nothing is lost at the borders of what is read at a time. */
static void
test_without_sentences (void)
{
  g_autoptr(TelaahIndex) index = open_index ("endless");
  GString *body = g_string_new (NULL);
  const TelaahIndexed *indexed;

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (body, "ñ%u ", i);
  add (index, "a", body->str);
  g_assert_true (telaah_index_refresh (index, NULL));
  indexed = telaah_index_find (index, "a", NULL);
  for (guint i = 1; i < indexed->n; i++)
    {
      const char *at = g_utf8_offset_to_pointer (body->str, indexed->starts[i]);

      g_assert_cmpint (at[-1], ==, ' ');
      i += i % 50;
    }

  for (guint i = 0; i + 1 < 200000; i += 397)
    {
      g_autofree char *phrase = g_strdup_printf ("\"n%u n%u\"", i, i + 1);

      g_assert_cmpuint (count_rows (index, phrase), >=, 1);
    }
  g_string_free (body, TRUE);
}

static void
test_vocabulary (void)
{
  g_autoptr(TelaahIndex) index = open_index ("vocabulary");
  const GPtrArray *terms;

  add (index, "a", "kapal Kapal biru");
  terms = telaah_index_get_vocabulary (index, NULL);
  g_assert_cmpuint (terms->len, ==, 2);
  g_assert_cmpstr (terms->pdata[0], ==, "biru");
  g_assert_cmpstr (terms->pdata[1], ==, "kapal");

  add (index, "b", "Anjungan");
  terms = telaah_index_get_vocabulary (index, NULL);
  g_assert_cmpuint (terms->len, ==, 3);
  g_assert_cmpstr (terms->pdata[0], ==, "anjungan");
}

static void
test_sentences (void)
{
  g_autoptr(TelaahIndex) index = open_index ("sentences");
  g_autofree char *body = make_body (500);
  g_autoptr(TelaahText) text = telaah_text_new (g_steal_pointer (&body));
  g_autoptr(GArray) sentences = telaah_text_find_sentences (text, "id", NULL);
  g_autoptr(GArray) none = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));
  g_autoptr(GArray) back = NULL, empty = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (telaah_index_begin (index, NULL, &error));
  g_assert_true (telaah_index_put_sentences (index, "a", "id", "marks", sentences, &error));
  g_assert_true (telaah_index_put_sentences (index, "b", NULL, "", none, &error));
  g_assert_true (telaah_index_end (index, TRUE, &error));

  back = telaah_index_dup_sentences (index, "a", "id", "marks");
  g_assert_cmpmem (back->data, back->len * sizeof (TelaahSpan), sentences->data, sentences->len * sizeof (TelaahSpan));
  empty = telaah_index_dup_sentences (index, "b", NULL, "");
  g_assert_cmpuint (empty->len, ==, 0);
  g_assert_null (telaah_index_dup_sentences (index, "a", "id", "other marks"));
  g_assert_null (telaah_index_dup_sentences (index, "a", "en", "marks"));
}

/* What was not ended well has not happened; what comes after it is whole. */
static void
test_rolled_back (void)
{
  g_autoptr(TelaahIndex) index = open_index ("rolled-back");
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup ("Kapal biru."));
  g_autoptr(GArray) sentences = telaah_text_find_sentences (text, NULL, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (telaah_index_begin (index, NULL, &error));
  g_assert_true (telaah_index_add (index, "a", NULL, text, sentences, NULL, &error));
  g_assert_true (telaah_index_has (index, "a", NULL));
  g_assert_false (telaah_index_end (index, FALSE, NULL));
  g_assert_cmpuint (count_rows (index, "\"kapal\""), ==, 0);
  g_assert_null (telaah_index_find (index, "a", NULL));
  g_assert_cmpuint (telaah_index_get_vocabulary (index, NULL)->len, ==, 0);

  add (index, "a", "Kapal biru.");
  g_assert_cmpuint (count_rows (index, "\"kapal\""), ==, 1);
  g_assert_cmpuint (telaah_index_get_vocabulary (index, NULL)->len, ==, 2);
}

/* One reads on in the moment that it began in while another writes. */
static void
test_two (void)
{
  g_autoptr(TelaahIndex) one = open_index ("two"), other = open_index ("two");
  g_autoptr(TelaahIndexRows) rows = NULL;
  g_autoptr(GError) error = NULL;

  add (one, "a", "Kapal biru.");
  rows = telaah_index_match (other, "\"kapal\"", &error);
  g_assert_no_error (error);
  add (one, "b", "Kapal merah.");
  g_assert_true (telaah_index_refresh (other, NULL));
  g_assert_nonnull (telaah_index_find (other, "a", NULL));
  g_assert_null (telaah_index_find (other, "b", NULL));
  g_assert_cmpuint (telaah_index_rows_reach (rows, G_MAXINT64, NULL)->len, ==, 1);
  g_clear_pointer (&rows, telaah_index_rows_free);

  g_assert_true (telaah_index_refresh (other, NULL));
  g_assert_nonnull (telaah_index_find (other, "b", NULL));
  g_assert_cmpuint (count_rows (other, "\"kapal\""), ==, 2);

  g_assert_true (telaah_index_begin (one, NULL, &error));
  g_assert_true (telaah_index_clear (one, &error));
  g_assert_true (telaah_index_end (one, TRUE, &error));
  g_assert_cmpuint (count_rows (other, "\"kapal\""), ==, 0);
  add (other, "c", "Kapal hijau.");
  g_assert_cmpuint (count_rows (one, "\"kapal\""), ==, 1);
}

static void
test_waste (void)
{
  g_autoptr(TelaahIndex) index = open_index ("waste");
  g_autofree char *body = make_body (40000);

  add (index, "a", body);
  g_assert_false (telaah_index_is_wasteful (index, strlen (body)));
  g_assert_true (telaah_index_is_wasteful (index, 0));
}

/* Many small batches become one, with everything in it. */
static void
test_tidy (void)
{
  g_autoptr(TelaahIndex) index = open_index ("tidy");
  g_autoptr(GError) error = NULL;
  gboolean more = TRUE;

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);
      g_autofree char *body = g_strdup_printf ("Kapal nomor n%u tiba.", i);

      add (index, name, body);
    }
  for (guint n = 0; more; n++)
    {
      g_assert_cmpuint (n, <, 1000);
      g_assert_true (telaah_index_begin (index, NULL, &error));
      more = telaah_index_tidy (index, &error);
      g_assert_no_error (error);
      g_assert_true (telaah_index_end (index, TRUE, &error));
    }

  g_assert_cmpuint (count_rows (index, "\"kapal\""), ==, 100);
  g_assert_cmpuint (count_rows (index, "\"n57\""), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/index/terms", test_terms);
  g_test_add_func ("/store/index/borders", test_borders);
  g_test_add_func ("/store/index/without-sentences", test_without_sentences);
  g_test_add_func ("/store/index/vocabulary", test_vocabulary);
  g_test_add_func ("/store/index/sentences", test_sentences);
  g_test_add_func ("/store/index/rolled-back", test_rolled_back);
  g_test_add_func ("/store/index/two", test_two);
  g_test_add_func ("/store/index/waste", test_waste);
  g_test_add_func ("/store/index/tidy", test_tidy);

  return g_test_run ();
}
