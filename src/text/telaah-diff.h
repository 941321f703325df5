/* What two sequences of numbers have in common, in the same order.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/telaah-edits-runs.h"

G_BEGIN_DECLS

/* A rectangle: this much of one sequence against that much of the other. */
typedef struct
{
  const guint32 *a;
  const guint32 *b;
  guint          a_start;
  guint          a_end;
  guint          b_start;
  guint          b_end;
} TelaahDiffArea;

GArray *telaah_diff         (const guint32        *a,
                             guint                 n_a,
                             const guint32        *b,
                             guint                 n_b);
guint   telaah_diff_trim    (TelaahDiffArea       *area,
                             GArray               *runs);
void    telaah_diff_paths   (const TelaahDiffArea *area,
                             GArray               *runs);
GArray *telaah_diff_anchors (const TelaahDiffArea *area,
                             guint                 length);

G_END_DECLS
