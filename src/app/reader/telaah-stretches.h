/* What passages cover of one paragraph, and where their brackets stand in its margin. No GTK.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/reader/telaah-highlights.h"

G_BEGIN_DECLS

typedef struct
{
  const TelaahHighlight *highlight;
  guint                  first, last;      /* lines of the paragraph */
  gboolean               before, behind;   /* it goes on in the paragraph before or behind */
  gboolean               placed;
  guint                  column;           /* of its first bracket, from the text outwards */
} TelaahStretch;

void telaah_stretches_place (GArray *stretches,
                             guint   n_columns);

G_END_DECLS
