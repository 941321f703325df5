/* Words much like given ones: approximate matching with the rows of the distance matrix in bits, as
 * G. Myers has it ("A fast bit-vector algorithm for approximate string matching", 1999), 64 letters
 * to a block.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-near.h"

#define BLOCK 64

/* A letter of the pattern, and where it stands in it. */
typedef struct
{
  gunichar letter;
  guint    row;      /* of the masks; 0: the slot is free */
} Slot;

/* One column of the matrix: where it grows by one downwards, and where it shrinks. */
typedef struct
{
  guint64 grows;
  guint64 shrinks;
} Block;

struct _TelaahPattern
{
  guint    n;              /* letters */
  guint    n_blocks;
  Slot    *slots;
  guint    n_slots;        /* a power of two */
  guint64 *masks;          /* a row of blocks for each letter; row 0: letters that it has not */
  guint64 *backwards;      /* of the pattern read from its end */
  Block   *column;
};

static Slot *
find_slot (const TelaahPattern *self,
           gunichar             letter)
{
  for (guint i = (letter * 2654435761u) >> 7; ; i++)
    {
      Slot *slot = &self->slots[i & (self->n_slots - 1)];

      if (slot->row == 0 || slot->letter == letter)
        return slot;
    }
}

/**
 * telaah_pattern_new:
 * @letters: (array length=n): what to look for; not needed any more afterwards
 * @n: at least 1
 *
 * Returns: (transfer full): it, made ready
 */
TelaahPattern *
telaah_pattern_new (const gunichar *letters,
                    guint           n)
{
  TelaahPattern *self = g_new0 (TelaahPattern, 1);
  guint rows = 1;

  self->n = n;
  self->n_blocks = (n + BLOCK - 1) / BLOCK;
  self->n_slots = 4u << g_bit_storage (MIN (n, 4096));
  while (self->n_slots / 2 < n)
    self->n_slots *= 2;
  self->slots = g_new0 (Slot, self->n_slots);
  self->column = g_new (Block, self->n_blocks);

  for (guint i = 0; i < n; i++)
    {
      Slot *slot = find_slot (self, letters[i]);

      if (slot->row == 0)
        *slot = (Slot) { letters[i], rows++ };
    }

  self->masks = g_new0 (guint64, (gsize) rows * self->n_blocks);
  self->backwards = g_new0 (guint64, (gsize) rows * self->n_blocks);
  for (guint i = 0; i < n; i++)
    {
      gsize row = (gsize) find_slot (self, letters[i])->row * self->n_blocks;
      guint end = n - 1 - i;

      self->masks[row + i / BLOCK] |= G_GUINT64_CONSTANT (1) << i % BLOCK;
      self->backwards[row + end / BLOCK] |= G_GUINT64_CONSTANT (1) << end % BLOCK;
    }

  return self;
}

void
telaah_pattern_free (TelaahPattern *self)
{
  if (self == NULL)
    return;

  g_free (self->slots);
  g_free (self->masks);
  g_free (self->backwards);
  g_free (self->column);
  g_free (self);
}

/**
 * telaah_pattern_get_cost:
 *
 * Returns: how many steps it takes to look for it in @n letters
 */
guint64
telaah_pattern_get_cost (const TelaahPattern *self,
                         guint                n)
{
  return (guint64) self->n_blocks * n;
}

static void
start_column (TelaahPattern *self)
{
  for (guint i = 0; i < self->n_blocks; i++)
    self->column[i] = (Block) { ~G_GUINT64_CONSTANT (0), 0 };
}

/* The next column. @change: by how much its top differs from that of the one before (0 where a
 * match may begin anywhere, 1 where it must begin at the start). Returns the same of its foot. */
static int
next_column (TelaahPattern *self,
             const guint64 *masks,
             gunichar       letter,
             int            change)
{
  const guint64 *row = masks + (gsize) find_slot (self, letter)->row * self->n_blocks;

  for (guint i = 0; i < self->n_blocks; i++)
    {
      Block *block = &self->column[i];
      guint last = (i + 1 == self->n_blocks ? self->n - 1 : BLOCK - 1) % BLOCK;
      guint64 equal = row[i], vertical, horizontal, grows, shrinks;
      int foot;

      vertical = equal | block->shrinks;
      equal |= change < 0;
      horizontal = (((equal & block->grows) + block->grows) ^ block->grows) | equal;
      grows = block->shrinks | ~(horizontal | block->grows);
      shrinks = block->grows & horizontal;
      foot = (int) (grows >> last & 1) - (int) (shrinks >> last & 1);

      grows = grows << 1 | (change > 0);
      shrinks = shrinks << 1 | (change < 0);
      block->grows = shrinks | ~(vertical | grows);
      block->shrinks = grows & vertical;
      change = foot;
    }

  return change;
}

/* Where a match with least errors ends. */
static guint
find_end (TelaahPattern  *self,
          const gunichar *text,
          guint           n,
          guint          *errors)
{
  guint now = self->n, end = 0;

  *errors = now;
  start_column (self);
  for (guint i = 0; i < n; i++)
    {
      now += next_column (self, self->masks, text[i], 0);
      if (now < *errors)
        {
          *errors = now;
          end = i + 1;
        }
    }

  return end;
}

/* And where it starts: the pattern and the text are read backwards from its end. */
static guint
find_start (TelaahPattern  *self,
            const gunichar *text,
            guint           end,
            guint           errors)
{
  guint now = self->n;

  start_column (self);
  for (guint i = end; i > 0; i--)
    {
      now += next_column (self, self->backwards, text[i - 1], 1);
      if (now == errors)
        return i - 1;
    }

  return end;
}

/**
 * telaah_pattern_find:
 * @text: (array length=n): where to look
 * @most_errors: letters left out, put in, or replaced
 * @found: (out): the place with least errors, the first of several
 * @errors: (out): how many
 *
 * Returns: whether there is a place with no more than @most_errors
 */
gboolean
telaah_pattern_find (TelaahPattern  *self,
                     const gunichar *text,
                     guint           n,
                     guint           most_errors,
                     TelaahSpan     *found,
                     guint          *errors)
{
  guint end = find_end (self, text, n, errors);

  if (*errors > most_errors || end == 0)
    return FALSE;

  *found = (TelaahSpan) { find_start (self, text, end, *errors), end };

  return TRUE;
}
