/* The stretches that stand exactly once in either of two sequences, and in the same order: the
 * idea of Bram Cohen's patience diff.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-diff.h"

#include <string.h>

#define SEVERAL G_MAXUINT

/* A stretch by its hash, and where it stands: index + 1, 0 for nowhere, or SEVERAL. */
typedef struct
{
  guint64 hash;
  guint   a;
  guint   b;
} Stretch;

typedef struct
{
  Stretch *slots;
  guint64  mask;
} Table;

/* The hashes of all stretches of @length items, each from the one before it. */
static guint64 *
hash_stretches (const guint32 *items,
                guint          n,
                guint          length)
{
  const guint64 base = G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  guint64 *hashes = g_new (guint64, n - length + 1);
  guint64 hash = 0, gone = 1;

  for (guint i = 0; i < length; i++)
    gone *= base;

  for (guint i = 0; i < n; i++)
    {
      hash = hash * base + items[i] + 1;
      if (i >= length)
        hash -= gone * ((guint64) items[i - length] + 1);
      if (i + 1 >= length)
        hashes[i + 1 - length] = hash;
    }

  return hashes;
}

static Stretch *
find_slot (const Table *table,
           guint64      hash)
{
  guint64 i = (hash ^ hash >> 29) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);

  for (i = (i ^ i >> 32) & table->mask; ; i = (i + 1) & table->mask)
    {
      Stretch *slot = &table->slots[i];

      if (slot->a == 0 || slot->hash == hash)
        return slot;
    }
}

static gboolean
is_same (const TelaahDiffArea *area,
         TelaahRun             run)
{
  return memcmp (area->a + run.before, area->b + run.after, run.length * sizeof (guint32)) == 0;
}

/* Those that stand once in a and once in b, in the order of a. */
static GArray *
find_unique (const TelaahDiffArea *area,
             guint                 length)
{
  GArray *unique = g_array_new (FALSE, FALSE, sizeof (TelaahRun));
  guint n_a = area->a_end - area->a_start - length + 1;
  guint n_b = area->b_end - area->b_start - length + 1;
  g_autofree guint64 *in_a = hash_stretches (area->a + area->a_start, n_a + length - 1, length);
  g_autofree guint64 *in_b = hash_stretches (area->b + area->b_start, n_b + length - 1, length);
  Table table = { .mask = (G_GUINT64_CONSTANT (2) << g_bit_storage (n_a)) - 1 };

  table.slots = g_new0 (Stretch, table.mask + 1);
  for (guint i = 0; i < n_a; i++)
    {
      Stretch *slot = find_slot (&table, in_a[i]);

      slot->hash = in_a[i];
      slot->a = slot->a == 0 ? i + 1 : SEVERAL;
    }

  for (guint i = 0; i < n_b; i++)
    {
      Stretch *slot = find_slot (&table, in_b[i]);

      if (slot->a != 0)
        slot->b = slot->b == 0 ? i + 1 : SEVERAL;
    }

  for (guint i = 0; i < n_a; i++)
    {
      const Stretch *slot = find_slot (&table, in_a[i]);
      TelaahRun run = { area->a_start + i, area->b_start + slot->b - 1, length };

      if (slot->a == i + 1 && slot->b != 0 && slot->b != SEVERAL && is_same (area, run))
        g_array_append_val (unique, run);
    }

  g_free (table.slots);

  return unique;
}

/* The longest part of them that is in the order of b, too: each lies on the pile of how long the
 * longest order is that ends with it. */
static void
keep_ordered (GArray *runs)
{
  const TelaahRun *all = (const TelaahRun *) runs->data;
  g_autofree guint *piles = g_new (guint, runs->len + 1);      /* the top of each, as an index */
  g_autofree guint *below = g_new (guint, runs->len + 1);      /* what each was laid on, if any */
  guint n_piles = 0, last;

  for (guint i = 0; i < runs->len; i++)
    {
      guint low = 0, high = n_piles;

      while (low < high)
        {
          guint middle = low + (high - low) / 2;

          if (all[piles[middle]].after < all[i].after)
            low = middle + 1;
          else
            high = middle;
        }
      below[i] = low > 0 ? piles[low - 1] : G_MAXUINT;
      piles[low] = i;
      n_piles = MAX (n_piles, low + 1);
    }

  last = n_piles > 0 ? piles[n_piles - 1] : G_MAXUINT;
  for (guint i = n_piles; i > 0; i--, last = below[last])
    piles[i - 1] = last;
  for (guint i = 0; i < n_piles; i++)
    g_array_index (runs, TelaahRun, i) = g_array_index (runs, TelaahRun, piles[i]);
  g_array_set_size (runs, n_piles);
}

/**
 * telaah_diff_anchors:
 * @area: what to compare
 * @length: how many items a stretch has
 *
 * Returns: (transfer full) (element-type TelaahRun): the stretches that stand once on either side,
 *   in the order of both; they may overlap
 */
GArray *
telaah_diff_anchors (const TelaahDiffArea *area,
                     guint                 length)
{
  GArray *anchors;

  if (area->a_end - area->a_start < length || area->b_end - area->b_start < length)
    return g_array_new (FALSE, FALSE, sizeof (TelaahRun));

  anchors = find_unique (area, length);
  keep_ordered (anchors);

  return anchors;
}
