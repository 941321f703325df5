/* Measuring: clocks and ratios.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench/telaah-bench.h"

#include <stdio.h>
#include <time.h>

static double
get_clock (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

double
telaah_bench_get_wall (void)
{
  return get_clock (CLOCK_MONOTONIC);
}

/* Of the whole process, with its threads. */
double
telaah_bench_get_cpu (void)
{
  return get_clock (CLOCK_PROCESS_CPUTIME_ID);
}

struct _TelaahRatio
{
  char   *name;
  double  target;
  GArray *measured;
  GArray *yardsticks;
  GArray *ratios;
};

/* @target: what the ratio should not exceed */
TelaahRatio *
telaah_ratio_new (const char *name,
                  double      target)
{
  TelaahRatio *self = g_new (TelaahRatio, 1);

  *self = (TelaahRatio) {
    .name = g_strdup (name),
    .target = target,
    .measured = g_array_new (FALSE, FALSE, sizeof (double)),
    .yardsticks = g_array_new (FALSE, FALSE, sizeof (double)),
    .ratios = g_array_new (FALSE, FALSE, sizeof (double)),
  };

  return self;
}

/* One round: both were done one after the other. */
void
telaah_ratio_add (TelaahRatio *self,
                  double       measured,
                  double       yardstick)
{
  double ratio = measured / yardstick;

  g_array_append_val (self->measured, measured);
  g_array_append_val (self->yardsticks, yardstick);
  g_array_append_val (self->ratios, ratio);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
median (GArray *values)
{
  g_array_sort (values, compare);

  return (g_array_index (values, double, values->len / 2) + g_array_index (values, double, (values->len - 1) / 2)) / 2;
}

/* Sorts them, too. */
static double
nearly_worst (GArray *values)
{
  g_array_sort (values, compare);

  return g_array_index (values, double, values->len * 95 / 100);
}

static void
ratio_free (TelaahRatio *self)
{
  g_array_unref (self->measured);
  g_array_unref (self->yardsticks);
  g_array_unref (self->ratios);
  g_free (self->name);
  g_free (self);
}

/**
 * telaah_ratio_print_worst:
 *
 * Of what repeats many times a second, such as a frame, people notice the slow ones: holds the 95th percentile of the one
 * against that of the other.
 */
void
telaah_ratio_print_worst (TelaahRatio *self,
                          const char  *yardstick)
{
  double measured = nearly_worst (self->measured), held = nearly_worst (self->yardsticks);

  printf ("%s: ratio %.2f (target ≤ %.2f) [%.3f ms against %.3f ms for %s; 95th percentile of %u]\n",
          self->name, measured / held, self->target, measured, held, yardstick, self->ratios->len);
  fflush (stdout);
  ratio_free (self);
}

/**
 * telaah_ratio_print:
 * @yardstick: what it is held against, in words
 *
 * Prints the result, and frees what it was made of.
 */
void
telaah_ratio_print (TelaahRatio *self,
                    const char  *yardstick)
{
  g_assert (self->ratios->len > 0);

  printf ("%s: ratio %.2f (target ≤ %.2f) [%.3f ms against %.3f ms for %s; median of %u]\n",
          self->name, median (self->ratios), self->target, median (self->measured), median (self->yardsticks),
          yardstick, self->ratios->len);
  fflush (stdout);
  ratio_free (self);
}
