/* How well candidates are found: of each text by what the other texts are coded with, against plain learning, keyword
 * search and chance. It prints a table.
 *
 * The texts of coding.json are not here; TELAAH_SEEDS names a folder that has them. The sample's articles are.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "analysis/candidate-methods.h"

static const struct
{
  const char *name;
  Method      method;      /* NULL: chance */
} methods[] = {
  { "candidates", rank_by_candidates },
  { "candidates, no theme words", rank_by_learning_alone },
  { "regression, tf-idf", rank_by_rarity },
  { "regression, plain", rank_by_plain_regression },
  { "keywords", rank_by_keywords },
  { "chance", NULL },
};

static const guint firsts[] = { 5, 10, 20 };

/* Means over the texts that have the theme. */
typedef struct
{
  double   precision;
  double   recall[G_N_ELEMENTS (firsts)];
  GString *each;
} Result;

static void
measure_text (const Corpus      *corpus,
              const CorpusTheme *theme,
              guint              text,
              Method             method,
              Result            *result)
{
  guint n = telaah_reading_get_n_units (corpus->readings->pdata[text]);
  g_autoptr(GArray) ranked = method != NULL ? method (corpus, theme, text) : NULL;
  const guint8 *labels = theme->labels->pdata[text];
  double precision = ranked != NULL ? measure_precision (ranked, labels)
                                    : expect_precision (n, corpus_count (corpus, theme, text));

  result->precision += precision;
  for (guint i = 0; i < G_N_ELEMENTS (firsts); i++)
    result->recall[i] += ranked != NULL ? measure_recall (ranked, labels, firsts[i]) : expect_recall (n, firsts[i]);
  g_string_append_printf (result->each, "  %.2f", precision);
}

static double
measure (const Corpus      *corpus,
         const CorpusTheme *theme,
         guint              number)
{
  Result result = { .each = g_string_new (NULL) };
  guint n_texts = 0;

  for (guint i = 0; i < corpus->readings->len; i++)
    if (corpus_count (corpus, theme, i) > 0)
      {
        measure_text (corpus, theme, i, methods[number].method, &result);
        n_texts++;
      }
    else
      g_string_append (result.each, "     -");

  g_test_message ("%-16s %-26s  %.3f  %.2f  %.2f  %.2f %s", theme->key, methods[number].name,
                  result.precision / n_texts, result.recall[0] / n_texts, result.recall[1] / n_texts,
                  result.recall[2] / n_texts, result.each->str);
  g_string_free (result.each, TRUE);

  return result.precision / n_texts;
}

static void
measure_all (const Corpus      *corpus,
             const CorpusTheme *theme,
             double            *means)
{
  g_test_message ("%-16s %-26s  %5s  %4s  %4s  %4s   of each text", "theme", "method", "AP", "R@5", "R@10", "R@20");
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    means[i] = measure (corpus, theme, i);
}

static void
coded_texts (void)
{
  g_autoptr(Corpus) corpus = corpus_load_coding ();

  if (corpus == NULL)
    {
      g_test_skip ("the coded texts are not here: TELAAH_SEEDS names no folder that has them");
      return;
    }

  for (guint i = 0; i < corpus->themes->len; i++)
    {
      const CorpusTheme *theme = corpus->themes->pdata[i];
      double means[G_N_ELEMENTS (methods)];

      measure_all (corpus, theme, means);

      /* Too rare in them to tell one method from the other. */
      if (g_str_equal (theme->key, "role"))
        continue;
      for (guint j = 1; j < G_N_ELEMENTS (methods); j++)
        g_assert_cmpfloat (means[0], >, means[j]);
      for (guint j = 2; j < G_N_ELEMENTS (methods); j++)
        g_assert_cmpfloat (means[1], >, means[j]);
    }
}

static void
sample_articles (void)
{
  g_autoptr(Corpus) corpus = corpus_load_sample ();
  double found = 0, chance = 0;

  for (guint i = 0; i < corpus->themes->len; i++)
    {
      double means[G_N_ELEMENTS (methods)];

      measure_all (corpus, corpus->themes->pdata[i], means);
      found += means[0];
      chance += means[G_N_ELEMENTS (methods) - 1];
    }

  g_assert_cmpfloat (found, >, chance);
}

static void
measures (void)
{
  const guint order[] = { 2, 0, 3, 1 };
  const guint8 labels[] = { TELAAH_LABEL_YES, TELAAH_LABEL_NO, TELAAH_LABEL_NO, TELAAH_LABEL_YES };
  g_autoptr(GArray) ranked = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_vals (ranked, order, G_N_ELEMENTS (order));
  g_assert_cmpfloat_with_epsilon (measure_precision (ranked, labels), (1 / 2.0 + 2 / 3.0) / 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (measure_recall (ranked, labels, 2), 0.5, 1e-9);

  /* Of two sentences one: first it is 1, second a half. Of three one: 1, 1/2, 1/3. All: 1. */
  g_assert_cmpfloat_with_epsilon (expect_precision (2, 1), 0.75, 1e-9);
  g_assert_cmpfloat_with_epsilon (expect_precision (3, 1), 11 / 18.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (expect_precision (5, 5), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (expect_recall (40, 10), 0.25, 1e-9);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/analysis/candidates-evaluation/measures", measures);
  g_test_add_func ("/analysis/candidates-evaluation/sample-articles", sample_articles);
  g_test_add_func ("/analysis/candidates-evaluation/coded-texts", coded_texts);

  return g_test_run ();
}
