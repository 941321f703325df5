/* What two sequences of numbers have in common, in the same order.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-diff.h"

/* Anchors are stretches that stand once in either sequence: long ones first, which are no
 * coincidence; then short ones between them. What has none left goes to telaah_diff_paths(). */
static const guint lengths[] = { 12, 4, 1 };

#define SMALL 48        /* items on both sides together that need no anchors */
#define DEEPEST 24      /* anchors between anchors between … */

/**
 * telaah_diff_trim:
 * @area: (inout): made smaller by what its beginnings and its ends have in common
 * @runs: (element-type TelaahRun): the common beginning is added here
 *
 * Returns: how long the common end is; the caller adds it, after what lies between
 */
guint
telaah_diff_trim (TelaahDiffArea *area,
                  GArray         *runs)
{
  TelaahRun head = { area->a_start, area->b_start, 0 };
  guint tail = 0;

  while (area->a_start < area->a_end && area->b_start < area->b_end
         && area->a[area->a_start] == area->b[area->b_start])
    area->a_start++, area->b_start++, head.length++;

  while (area->a_start < area->a_end && area->b_start < area->b_end
         && area->a[area->a_end - 1] == area->b[area->b_end - 1])
    area->a_end--, area->b_end--, tail++;

  telaah_runs_append (runs, head);

  return tail;
}

static void divide (TelaahDiffArea area, guint length, guint depth, GArray *runs);

/* Goes from anchor to anchor, each made as long as it goes. */
static void
follow_anchors (TelaahDiffArea  area,
                const GArray   *anchors,
                guint           length,
                guint           depth,
                GArray         *runs)
{
  for (guint i = 0; i < anchors->len; i++)
    {
      TelaahRun anchor = g_array_index (anchors, TelaahRun, i);
      TelaahDiffArea between = area;

      /* It lies in what was made longer before. */
      if (anchor.before < area.a_start || anchor.after < area.b_start)
        continue;

      between.a_end = anchor.before;
      between.b_end = anchor.after;
      divide (between, length, depth + 1, runs);

      while (anchor.before + anchor.length < area.a_end && anchor.after + anchor.length < area.b_end
             && area.a[anchor.before + anchor.length] == area.b[anchor.after + anchor.length])
        anchor.length++;
      telaah_runs_append (runs, anchor);
      area.a_start = anchor.before + anchor.length;
      area.b_start = anchor.after + anchor.length;
    }

  divide (area, length, depth + 1, runs);
}

/* @length: the step of lengths to look for */
static void
divide (TelaahDiffArea  area,
        guint           length,
        guint           depth,
        GArray         *runs)
{
  guint tail = telaah_diff_trim (&area, runs);
  guint n_a = area.a_end - area.a_start, n_b = area.b_end - area.b_start;

  if (n_a > 0 && n_b > 0)
    {
      g_autoptr(GArray) anchors = NULL;

      if (n_a + n_b > SMALL && depth < DEEPEST)
        while ((anchors == NULL || anchors->len == 0) && length < G_N_ELEMENTS (lengths))
          {
            g_clear_pointer (&anchors, g_array_unref);
            anchors = telaah_diff_anchors (&area, lengths[length]);
            if (anchors->len == 0)
              length++;
          }

      if (anchors != NULL && anchors->len > 0)
        follow_anchors (area, anchors, length, depth, runs);
      else
        telaah_diff_paths (&area, runs);
    }

  telaah_runs_append (runs, (TelaahRun) { area.a_end, area.b_end, tail });
}

/**
 * telaah_diff:
 * @a: (array length=n_a): one sequence
 * @b: (array length=n_b): the other
 *
 * The time it takes grows with the sequences, not with what they have apart.
 *
 * Returns: (transfer full) (element-type TelaahRun): what they have in common, in order
 */
GArray *
telaah_diff (const guint32 *a,
             guint          n_a,
             const guint32 *b,
             guint          n_b)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (TelaahRun));

  divide ((TelaahDiffArea) { a, b, 0, n_a, 0, n_b }, 0, 0, runs);

  return runs;
}
