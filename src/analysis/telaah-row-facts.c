/* Facts of a row: counted from its cells.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "analysis/telaah-row-facts.h"

static void
fact_free (gpointer fact)
{
  g_free (((TelaahRowFact *) fact)->source);
  g_free (fact);
}

static TelaahRowFact *
fact_new (TelaahCell *cell)
{
  const TelaahCellFields *fields = telaah_cell_fields (cell);
  TelaahRowFact *fact = g_new0 (TelaahRowFact, 1);

  fact->source = g_strdup (fields->source);
  fact->status = fields->status;
  fact->n_passages = telaah_cell_get_evidence (cell)->len;

  return fact;
}

static gboolean
makes_the_point (const TelaahRowFact *fact)
{
  return fact->status == TELAAH_STATUS_TREATED || fact->status == TELAAH_STATUS_IMPLICIT;
}

/**
 * telaah_row_facts_new:
 * @cells: (element-type TelaahCell): of one point, one a source
 *
 * Returns: (transfer full):
 */
TelaahRowFacts *
telaah_row_facts_new (GPtrArray *cells)
{
  TelaahRowFacts *self = g_new0 (TelaahRowFacts, 1);
  guint n_making = 0;

  self->facts = g_ptr_array_new_with_free_func (fact_free);

  for (guint i = 0; i < cells->len; i++)
    {
      TelaahRowFact *fact = fact_new (cells->pdata[i]);

      g_ptr_array_add (self->facts, fact);
      self->n[fact->status]++;
      self->n_passages += fact->n_passages;

      if (makes_the_point (fact) && ++n_making == 1)
        self->only = fact->source;
    }

  if (n_making != 1 || cells->len < 2)
    self->only = NULL;

  self->settled = cells->len > 0 && self->n[TELAAH_STATUS_UNREAD] == 0;

  return self;
}

void
telaah_row_facts_free (TelaahRowFacts *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->facts);
  g_free (self);
}
