/* Makes matched words what a person would call the same words: without those that match by chance,
 * and with changes that begin and end where sentences and lines do.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-compare.h"

/* How far a change is moved to look for a better border, in tokens. */
#define FARTHEST 256

static TelaahRun *
get_run (const TelaahComparison *self,
         guint                   i)
{
  return &g_array_index (self->runs, TelaahRun, i);
}

/* What lies between runs @left and @right, in tokens; -1 and the number of runs are the ends. */
static void
measure_gap (const TelaahComparison *self,
             int                     left,
             int                     right,
             guint                  *gone,
             guint                  *come)
{
  TelaahRun start = left >= 0 ? *get_run (self, left) : (TelaahRun) { 0, 0, 0 };
  TelaahRun end = { self->before->len, self->after->len, 0 };

  if (right < (int) self->runs->len)
    end = *get_run (self, right);

  *gone += end.before - start.before - start.length;
  *come += end.after - start.after - start.length;
}

static guint
get_bits (const TelaahComparison *self,
          TelaahRun               run)
{
  guint bits = 0;

  for (guint i = run.before; i < run.before + run.length; i++)
    bits += telaah_vocabulary_get_bits (self->vocabulary,
                                        g_array_index (self->before, TelaahToken, i).symbol);

  return bits;
}

/* Among so many words that went and so many that came, one that says n bits is met in both by
 * chance where their pairs are 2^n; twice that, as the way with most matches was looked for. */
static gboolean
is_chance (guint bits,
           guint gone,
           guint come)
{
  if (gone == 0 || come == 0)
    return FALSE;

  return bits < 2 * (g_bit_storage (gone) - 1 + g_bit_storage (come) - 1);
}

/* Where one run goes, what is changed around its neighbours grows: the one before is looked at
 * again, the one after is next. */
void
telaah_comparison_drop_islands (TelaahComparison *self)
{
  guint n = self->runs->len, kept = 0;
  g_autofree int *previous = g_new (int, n + 1);
  g_autofree int *next = g_new (int, n + 1);
  g_autofree guint *bits = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    {
      previous[i] = (int) i - 1;
      next[i] = i + 1;
      bits[i] = get_bits (self, *get_run (self, i));
    }

  for (int i = 0; i < (int) n;)
    {
      guint gone = 0, come = 0;

      measure_gap (self, previous[i], i, &gone, &come);
      measure_gap (self, i, next[i], &gone, &come);
      if (!is_chance (bits[i], gone, come))
        {
          i = next[i];
          continue;
        }

      bits[i] = G_MAXUINT;      /* gone */
      if (next[i] < (int) n)
        previous[next[i]] = previous[i];
      if (previous[i] >= 0)
        next[previous[i]] = next[i];
      i = previous[i] >= 0 ? previous[i] : next[i];
    }

  for (guint i = 0; i < n; i++)
    if (bits[i] != G_MAXUINT)
      *get_run (self, kept++) = *get_run (self, i);
  g_array_set_size (self->runs, kept);
}

static TelaahBreak
get_break (const GArray *tokens,
           guint         i)
{
  return i < tokens->len ? g_array_index (tokens, TelaahToken, i).before : TELAAH_BREAK_PARAGRAPH;
}

static guint
get_symbol (const GArray *tokens,
            guint         i)
{
  return g_array_index (tokens, TelaahToken, i).symbol;
}

/* The words [start, end) came in or went between @left and @right. Returns by how much to move
 * them: less than 0 is to the left. */
static int
find_better_place (const GArray    *tokens,
                   guint            start,
                   guint            end,
                   const TelaahRun *left,
                   const TelaahRun *right)
{
  int most_left = MIN (left->length - 1, FARTHEST), most_right = MIN (right->length - 1, FARTHEST);
  int best = 0, best_breaks = get_break (tokens, start) + get_break (tokens, end);

  for (int by = -1; by >= -most_left; by--)
    {
      int breaks = get_break (tokens, start + by) + get_break (tokens, end + by);

      if (get_symbol (tokens, start + by) != get_symbol (tokens, end + by))
        break;
      if (breaks > best_breaks)
        best = by, best_breaks = breaks;
    }

  for (int by = 1; by <= most_right; by++)
    {
      int breaks = get_break (tokens, start + by) + get_break (tokens, end + by);

      if (get_symbol (tokens, start + by - 1) != get_symbol (tokens, end + by - 1))
        break;
      if (breaks > best_breaks)
        best = by, best_breaks = breaks;
    }

  return best;
}

/* "A B [A B] C" is "[A B] A B C" and "A [B A] B C", too: takes that with the clearest borders. */
void
telaah_comparison_slide (TelaahComparison *self)
{
  for (guint i = 0; i + 1 < self->runs->len; i++)
    {
      TelaahRun *left = get_run (self, i), *right = get_run (self, i + 1);
      guint before = left->before + left->length, after = left->after + left->length;
      int by;

      if (before == right->before)
        by = find_better_place (self->after, after, right->after, left, right);
      else if (after == right->after)
        by = find_better_place (self->before, before, right->before, left, right);
      else
        continue;

      left->length += by;
      right->before += by;
      right->after += by;
      right->length -= by;
    }
}
