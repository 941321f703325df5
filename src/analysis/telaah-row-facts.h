/* Facts of a row: what its cells say by their statuses and counts alone, without anybody having written it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-cell.h"

G_BEGIN_DECLS

typedef struct
{
  char         *source;
  TelaahStatus  status;
  guint         n_passages;
} TelaahRowFact;

typedef struct
{
  GPtrArray  *facts;                  /* TelaahRowFact, one a cell, in their order */
  guint       n[TELAAH_N_STATUSES];   /* how many sources are of each */
  guint       n_passages;             /* in all */
  const char *only;                   /* id of the one source of several that makes the point, treated or implicit; or
                                       * NULL: none does, more do, or there are no others */
  gboolean    settled;                /* no cell is still to be read, so that @only stands */
} TelaahRowFacts;

TelaahRowFacts *telaah_row_facts_new  (GPtrArray      *cells);
void            telaah_row_facts_free (TelaahRowFacts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahRowFacts, telaah_row_facts_free)

G_END_DECLS
