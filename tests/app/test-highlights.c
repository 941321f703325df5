/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-highlights.h"

#include <stdio.h>

/* What the index said has changed. */
typedef struct
{
  guint n;
  guint n_all;
  guint start;    /* of all of them together */
  guint end;
} Changes;

static void
changed_cb (TelaahSpan span,
            gpointer   user_data)
{
  Changes *changes = user_data;

  changes->n += 1;
  changes->n_all += span.end == G_MAXUINT;
  changes->start = MIN (changes->start, span.start);
  changes->end = MAX (changes->end, span.end);
}

static TelaahPassage *
passage (const char *id,
         guint       start,
         guint       end,
         guint       n_themes)
{
  static const char *const themes[] = { "a", "b", "c", NULL };
  TelaahPassageFields fields = {
    .id = id, .source = "s", .span = { start, end }, .quote = "", .prefix = "", .suffix = "",
    .coder = "c", .created = "2024-01-01T00:00:00Z", .themes = themes + G_N_ELEMENTS (themes) - 1 - n_themes,
  };

  return telaah_passage_new (&fields, NULL);
}

/* "0-4 2-8x2": one passage a word, named p0, p1, … in this order; x2: under two themes. */
static GListStore *
model_of (const char *spans)
{
  GListStore *store = g_list_store_new (TELAAH_TYPE_PASSAGE);
  g_auto(GStrv) words = g_strsplit (spans, " ", -1);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      guint start = 0, end = 0, n_themes = 1;
      g_autoptr(TelaahPassage) item = NULL;

      g_assert_cmpint (sscanf (words[i], "%u-%ux%u", &start, &end, &n_themes), >=, 2);
      item = passage (id, start, end, n_themes);
      g_list_store_append (store, item);
    }

  return store;
}

static const char *
id_of (TelaahPassage *item)
{
  return telaah_passage_fields (item)->id;
}

/* The lanes in text order: "p0:0 p1:1". */
static char *
lanes_of (TelaahHighlights *index)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < telaah_highlights_get_n (index); i++)
    {
      const TelaahHighlight *highlight = telaah_highlights_get (index, i);

      g_string_append_printf (string, "%s%s:%u", i > 0 ? " " : "", id_of (highlight->passage), highlight->lane);
    }

  return g_string_free (string, FALSE);
}

static char *
ids_at (TelaahHighlights *index,
        guint             offset)
{
  g_autoptr(GPtrArray) hits = telaah_highlights_at (index, offset);
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    g_string_append_printf (string, "%s%s", i > 0 ? " " : "", id_of (hits->pdata[i]));

  return g_string_free (string, FALSE);
}

static const struct
{
  const char *name;
  const char *spans;
  const char *lanes;      /* in text order */
  guint       offset;
  const char *at;         /* what covers it, the shortest first */
} cases[] = {
  { "none",               "",                      "",                                0, "" },
  { "one",                "2-5",                   "p0:0",                            2, "p0" },
  { "its-end-is-outside", "2-5",                   "p0:0",                            5, "" },
  { "neighbours",         "0-4 4-8",               "p0:0 p1:0",                       4, "p1" },
  { "overlapping",        "0-6 4-9",               "p0:0 p1:1",                       5, "p1 p0" },
  { "nested",             "0-20 2-10 3-5",         "p0:0 p1:1 p2:2",                  4, "p2 p1 p0" },
  { "nested-not-sorted",  "3-5 2-10 0-20",         "p2:0 p1:1 p0:2",                  4, "p0 p1 p2" },
  { "coinciding",         "3-7 3-7 3-7",           "p0:0 p1:1 p2:2",                  6, "p0 p1 p2" },
  { "same-start",         "1-4 1-9",               "p1:0 p0:1",                       2, "p0 p1" },
  { "crossing-chain",     "0-5 4-9 8-12 11-15",    "p0:0 p1:1 p2:0 p3:1",             8, "p2 p1" },
  { "lane-used-again",    "0-9 1-3 4-6 5-8",       "p0:0 p1:1 p2:1 p3:2",             5, "p2 p3 p0" },
  { "two-clusters",       "0-5 1-2 10-15 11-12",   "p0:0 p1:1 p2:0 p3:1",             11, "p3 p2" },
  { "two-themes",         "0-8x2 4-12 9-12",       "p0:0 p1:2 p2:0",                  5, "p0 p1" },
  { "no-gap-of-two",      "0-9 1-9 2-3x2 4-5x2",   "p0:0 p1:1 p2:2 p3:2",             4, "p3 p1 p0" },
  { "no-theme",           "0-8x0 4-12x0",          "p0:0 p1:1",                       0, "p0" },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  Changes changes = { .start = G_MAXUINT };
  g_autoptr(TelaahHighlights) index = telaah_highlights_new (changed_cb, &changes);
  g_autoptr(GListStore) whole = model_of (cases[i].spans);
  g_autoptr(GListStore) grown = g_list_store_new (TELAAH_TYPE_PASSAGE);
  g_autofree char *lanes = NULL, *lanes_grown = NULL, *at = NULL;

  telaah_highlights_set_model (index, G_LIST_MODEL (whole));
  lanes = lanes_of (index);
  at = ids_at (index, cases[i].offset);
  g_assert_cmpstr (lanes, ==, cases[i].lanes);
  g_assert_cmpstr (at, ==, cases[i].at);

  /* Come one by one, last first, they end up in the same lanes. */
  telaah_highlights_set_model (index, G_LIST_MODEL (grown));
  for (guint k = g_list_model_get_n_items (G_LIST_MODEL (whole)); k > 0; k--)
    {
      g_autoptr(TelaahPassage) item = g_list_model_get_item (G_LIST_MODEL (whole), k - 1);

      g_list_store_insert (grown, 0, item);
    }
  lanes_grown = lanes_of (index);
  g_assert_cmpstr (lanes_grown, ==, cases[i].lanes);
}

static void
test_next_and_previous (void)
{
  Changes changes = { 0 };
  g_autoptr(TelaahHighlights) index = telaah_highlights_new (changed_cb, &changes);
  g_autoptr(GListStore) store = model_of ("0-20 5-8 5-6 30-31");

  telaah_highlights_set_model (index, G_LIST_MODEL (store));

  g_assert_cmpstr (id_of (telaah_highlights_next (index, 0)->passage), ==, "p1");
  g_assert_cmpstr (id_of (telaah_highlights_next (index, 5)->passage), ==, "p3");
  g_assert_null (telaah_highlights_next (index, 30));
  g_assert_null (telaah_highlights_next (index, G_MAXUINT));
  g_assert_cmpstr (id_of (telaah_highlights_previous (index, 30)->passage), ==, "p2");
  g_assert_cmpstr (id_of (telaah_highlights_previous (index, 5)->passage), ==, "p0");
  g_assert_null (telaah_highlights_previous (index, 0));
  g_assert_cmpstr (id_of (telaah_highlights_find (index, "p2")->passage), ==, "p2");
  g_assert_null (telaah_highlights_find (index, "p9"));
}

static void
test_announces_only_what_changed (void)
{
  Changes changes = { 0 };
  g_autoptr(TelaahHighlights) index = telaah_highlights_new (changed_cb, &changes);
  g_autoptr(GListStore) store = model_of ("0-10 100-120 110-130 200-210");
  g_autoptr(TelaahPassage) item = passage ("new", 105, 108, 1);

  telaah_highlights_set_model (index, G_LIST_MODEL (store));
  g_assert_cmpuint (changes.n_all, ==, 1);

  /* Alone among its neighbours nobody moves. */
  changes = (Changes) { .start = G_MAXUINT };
  g_list_store_append (store, item);
  g_assert_cmpuint (changes.n, ==, 1);
  g_assert_cmpuint (changes.start, ==, 105);
  g_assert_cmpuint (changes.end, ==, 108);

  /* Without the one that took the first lane, the one that crosses it moves up; the other cluster rests. */
  changes = (Changes) { .start = G_MAXUINT };
  g_list_store_remove (store, 1);
  g_assert_cmpuint (changes.n_all, ==, 0);
  g_assert_cmpuint (changes.start, ==, 100);
  g_assert_cmpuint (changes.end, ==, 130);
}

static void
check_against_oracle (TelaahHighlights *index,
                      GListModel       *model,
                      guint             length)
{
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = telaah_highlights_get_n (index);
  guint from = g_random_int_range (0, length), to = g_random_int_range (from + 1, length + 1);
  guint expected = 0, covering = 0;
  g_autoptr(GPtrArray) at = telaah_highlights_at (index, from);

  g_assert_cmpuint (n, ==, g_list_model_get_n_items (model));
  g_assert_null (telaah_highlights_find (index, "nobody"));

  for (guint i = 0; i < n; i++)
    {
      const TelaahHighlight *a = telaah_highlights_get (index, i);

      g_assert_true (telaah_highlights_find (index, telaah_passage_fields (a->passage)->id) == a);
      expected += telaah_span_overlaps ((TelaahSpan) { a->start, a->end }, (TelaahSpan) { from, to });
      covering += a->start <= from && from < a->end;
      if (i > 0)
        g_assert_cmpint (telaah_passage_compare (telaah_highlights_get (index, i - 1)->passage, a->passage),
                         <=, 0);

      for (guint k = i + 1; k < n; k++)
        {
          const TelaahHighlight *b = telaah_highlights_get (index, k);

          if (a->end > b->start)
            g_assert_true (a->lane + MAX (a->n_themes, 1) <= b->lane
                           || b->lane + MAX (b->n_themes, 1) <= a->lane);
        }
    }

  telaah_highlights_query (index, (TelaahSpan) { from, to }, found);
  g_assert_cmpuint (found->len, ==, expected);
  g_assert_cmpuint (at->len, ==, covering);
  for (guint i = 1; i < at->len; i++)
    {
      TelaahSpan shorter = telaah_passage_fields (at->pdata[i - 1])->span;
      TelaahSpan longer = telaah_passage_fields (at->pdata[i])->span;

      g_assert_cmpuint (shorter.end - shorter.start, <=, longer.end - longer.start);
    }
}

static TelaahPassage *
random_passage (guint length)
{
  static guint serial;
  g_autofree char *id = g_strdup_printf ("r%u", ++serial);
  guint start = g_random_int_range (0, length);
  guint longest = g_random_int_range (0, 6) == 0 ? length - start : MIN (length - start, 12);

  return passage (id, start, start + g_random_int_range (1, longest + 1), g_random_int_range (0, 4));
}

/* Random splices of a list in no order, against a look at every pair; the lanes are those of an index made anew. */
static void
test_random_splices (void)
{
  const guint length = 400;
  Changes changes = { 0 };
  g_autoptr(TelaahHighlights) index = telaah_highlights_new (changed_cb, &changes);
  g_autoptr(GListStore) store = g_list_store_new (TELAAH_TYPE_PASSAGE);

  telaah_highlights_set_model (index, G_LIST_MODEL (store));

  for (guint round = 0; round < 400; round++)
    {
      guint n = g_list_model_get_n_items (G_LIST_MODEL (store));
      guint position = g_random_int_range (0, n + 1);
      guint most = MIN (n > 150 ? 20u : 3u, n - position);
      guint removed = g_random_int_range (0, most + 1);
      guint added = g_random_int_range (0, g_random_int_range (0, 30) == 0 ? 80 : 5);
      g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < added; i++)
        g_ptr_array_add (items, random_passage (length));
      g_list_store_splice (store, position, removed, items->pdata, added);
      check_against_oracle (index, G_LIST_MODEL (store), length);

      if (round % 20 == 0)
        {
          g_autoptr(TelaahHighlights) anew = telaah_highlights_new (changed_cb, &changes);
          g_autofree char *lanes = lanes_of (index), *lanes_anew = NULL;

          telaah_highlights_set_model (anew, G_LIST_MODEL (store));
          lanes_anew = lanes_of (anew);
          g_assert_cmpstr (lanes, ==, lanes_anew);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/highlights/lanes/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/app/highlights/next-and-previous", test_next_and_previous);
  g_test_add_func ("/app/highlights/announces-only-what-changed", test_announces_only_what_changed);
  g_test_add_func ("/app/highlights/random-splices", test_random_splices);

  return g_test_run ();
}
