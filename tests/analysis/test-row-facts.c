/* What is counted of the cells of a row, and which source makes its point alone.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "analysis/telaah-row-facts.h"

/* A letter a source: Treated, Implicit, Silent, unRead; then how many passages it has. */
static const struct
{
  const char *name;
  const char *row;
  const char *only;       /* number of the source */
  gboolean    settled;
  guint       n_passages;
} rows[] = {
  { "none", "", NULL, FALSE, 0 },
  { "alone-but-for-itself", "T3", NULL, TRUE, 3 },
  { "only-one", "S0 T2 S0", "1", TRUE, 2 },
  { "only-implicitly", "S0 S0 I1", "2", TRUE, 1 },
  { "so-far-only-one", "T2 R0 S0", "0", FALSE, 2 },
  { "two", "T2 I1 S0", NULL, TRUE, 3 },
  { "all-silent", "S0 S0", NULL, TRUE, 0 },
  { "nothing-read", "R0 R4", NULL, FALSE, 4 },
};

static const char letters[] = { [TELAAH_STATUS_UNREAD] = 'R', [TELAAH_STATUS_TREATED] = 'T',
                                [TELAAH_STATUS_IMPLICIT] = 'I', [TELAAH_STATUS_SILENT] = 'S' };

static TelaahCell *
make_cell (const char *words,
           const char *source)
{
  TelaahCellFields f = { .point = "point", .source = source };
  g_autoptr(GPtrArray) evidence = g_ptr_array_new_with_free_func (g_object_unref);
  const char *const none[] = { NULL };

  while (letters[f.status] != words[0])
    f.status++;
  for (guint i = 0; i < (guint) (words[1] - '0'); i++)
    {
      TelaahPassageFields passage = { .id = "p", .source = source, .quote = "q", .prefix = "", .suffix = "",
                                      .coder = "c", .created = "", .themes = none };

      g_ptr_array_add (evidence, telaah_passage_new (&passage, NULL));
    }

  return telaah_cell_new (&f, evidence, 0, FALSE);
}

static void
test_row (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_auto(GStrv) words = g_strsplit (rows[row].row, " ", -1);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_object_unref);
  guint n[TELAAH_N_STATUSES] = { 0 };
  g_autoptr(TelaahRowFacts) facts = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *source = g_strdup_printf ("%u", i);

      g_ptr_array_add (cells, make_cell (words[i], source));
      n[telaah_cell_fields (cells->pdata[i])->status]++;
    }

  facts = telaah_row_facts_new (cells);
  g_assert_cmpuint (facts->facts->len, ==, cells->len);
  g_assert_cmpmem (facts->n, sizeof facts->n, n, sizeof n);
  g_assert_cmpstr (facts->only, ==, rows[row].only);
  g_assert_cmpint (facts->settled, ==, rows[row].settled);
  g_assert_cmpuint (facts->n_passages, ==, rows[row].n_passages);

  for (guint i = 0; i < cells->len; i++)
    {
      const TelaahRowFact *fact = facts->facts->pdata[i];

      g_assert_cmpstr (fact->source, ==, telaah_cell_fields (cells->pdata[i])->source);
      g_assert_cmpuint (fact->n_passages, ==, words[i][1] - '0');
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/analysis/row-facts/", rows[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
    }

  return g_test_run ();
}
