/* The shortest way from one sequence to another, as E. W. Myers finds it in linear space ("An O(ND)
 * difference algorithm", 1986), given up for a good one where it would cost too much.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-diff.h"

/* How many changes are tried from either end before the best that was reached must do. It bounds
 * the work to so many steps an item, however unlike the sequences are. */
#define EFFORT 192

/* Paths from one corner of an area, all with the same number of changes. Diagonal d holds the
 * places with a - b = d; those in use are every second one from low to high. */
typedef struct
{
  int *reach;     /* how far along a the path on each diagonal came; index 0 is diagonal 0 */
  int  low;
  int  high;
} Front;

typedef struct
{
  int low;
  int high;
} Diagonals;

typedef struct
{
  int x;     /* in a */
  int y;     /* in b */
} Place;

/* One diagonal more at either side, or one less where it left the area. */
static void
widen (Front           *front,
       const Diagonals *area,
       int              nowhere)
{
  if (front->low > area->low)
    front->reach[--front->low - 1] = nowhere;
  else
    front->low++;

  if (front->high < area->high)
    front->reach[++front->high + 1] = nowhere;
  else
    front->high--;
}

static gboolean
has (const Front *front,
     int          diagonal)
{
  return front->low <= diagonal && diagonal <= front->high;
}

/* One change more from the start; whether a path met one from the end, and where. */
static gboolean
advance (const TelaahDiffArea *area,
         Front                *from_start,
         const Front          *from_end,
         gboolean              may_meet,
         Place                *met)
{
  int *reach = from_start->reach;

  for (int d = from_start->high; d >= from_start->low; d -= 2)
    {
      int x = reach[d - 1] < reach[d + 1] ? reach[d + 1] : reach[d - 1] + 1;

      while (x < (int) area->a_end && x - d < (int) area->b_end && area->a[x] == area->b[x - d])
        x++;
      reach[d] = x;
      *met = (Place) { x, x - d };
      if (may_meet && has (from_end, d) && from_end->reach[d] <= x)
        return TRUE;
    }

  return FALSE;
}

/* One change more from the end. */
static gboolean
retreat (const TelaahDiffArea *area,
         Front                *from_end,
         const Front          *from_start,
         gboolean              may_meet,
         Place                *met)
{
  int *reach = from_end->reach;

  for (int d = from_end->high; d >= from_end->low; d -= 2)
    {
      int x = reach[d - 1] < reach[d + 1] ? reach[d - 1] : reach[d + 1] - 1;

      while (x > (int) area->a_start && x - d > (int) area->b_start
             && area->a[x - 1] == area->b[x - d - 1])
        x--;
      reach[d] = x;
      *met = (Place) { x, x - d };
      if (may_meet && has (from_start, d) && x <= from_start->reach[d])
        return TRUE;
    }

  return FALSE;
}

/* The place farthest from either corner that a path has come to. */
static Place
get_best (const TelaahDiffArea *area,
          const Front          *from_start,
          const Front          *from_end)
{
  Place there = { area->a_start, area->b_start }, back = { area->a_end, area->b_end };

  for (int d = from_start->high; d >= from_start->low; d -= 2)
    {
      int x = MIN (from_start->reach[d], (int) area->a_end);

      x = MIN (x, (int) area->b_end + d);
      if (x + x - d > there.x + there.y)
        there = (Place) { x, x - d };
    }

  for (int d = from_end->high; d >= from_end->low; d -= 2)
    {
      int x = MAX (from_end->reach[d], (int) area->a_start);

      x = MAX (x, (int) area->b_start + d);
      if (x + x - d < back.x + back.y)
        back = (Place) { x, x - d };
    }

  if (there.x + there.y - (int) (area->a_start + area->b_start)
      >= (int) (area->a_end + area->b_end) - back.x - back.y)
    return there;

  return back;
}

/* Where the shortest way through the area has half of its changes behind it. */
static Place
find_middle (const TelaahDiffArea *area,
             int                  *forward,
             int                  *backward)
{
  Diagonals all = { area->a_start - area->b_end, area->a_end - area->b_start };
  int first = area->a_start - area->b_start, last = area->a_end - area->b_end;
  Front from_start = { forward, first, first };
  Front from_end = { backward, last, last };
  gboolean odd = (first - last) & 1;
  Place met;

  forward[first] = area->a_start;
  backward[last] = area->a_end;

  for (guint changes = 0; changes < EFFORT; changes++)
    {
      widen (&from_start, &all, -1);
      if (advance (area, &from_start, &from_end, odd, &met))
        return met;

      widen (&from_end, &all, G_MAXINT);
      if (retreat (area, &from_end, &from_start, !odd, &met))
        return met;
    }

  return get_best (area, &from_start, &from_end);
}

/* In the order of the sequences. Giving up leaves one side short, and so it goes no deeper than
 * the sequences are longer than EFFORT. */
static void
walk (TelaahDiffArea  area,
      int            *forward,
      int            *backward,
      GArray         *runs)
{
  guint tail = telaah_diff_trim (&area, runs);

  if (area.a_start < area.a_end && area.b_start < area.b_end)
    {
      Place middle = find_middle (&area, forward, backward);
      TelaahDiffArea first = area, second = area;

      first.a_end = second.a_start = middle.x;
      first.b_end = second.b_start = middle.y;
      walk (first, forward, backward, runs);
      walk (second, forward, backward, runs);
    }

  telaah_runs_append (runs, (TelaahRun) { area.a_end, area.b_end, tail });
}

/**
 * telaah_diff_paths:
 * @area: what to compare
 * @runs: (element-type TelaahRun): what the two have in common is added here
 */
void
telaah_diff_paths (const TelaahDiffArea *area,
                   GArray               *runs)
{
  guint n_a = area->a_end - area->a_start, n_b = area->b_end - area->b_start;
  g_autofree int *forward = NULL;
  g_autofree int *backward = NULL;
  int zero = area->b_end - area->a_start + 1;     /* the lowest diagonal is at 1 */

  if (n_a == 0 || n_b == 0)
    return;

  forward = g_new (int, n_a + n_b + 3);
  backward = g_new (int, n_a + n_b + 3);
  walk (*area, forward + zero, backward + zero, runs);
}
