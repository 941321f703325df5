/* The clock of a seminar: up from nothing, or down from some minutes and on beyond.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/seminar/telaah-seminar-timer.h"

static gint64
get_passed (const TelaahSeminarTimer *self,
            gint64                    now)
{
  return self->before + (self->running ? MAX (0, now - self->since) : 0);
}

/* Begins anew. @minutes: to count down from; 0: it counts up */
void
telaah_seminar_timer_set (TelaahSeminarTimer *self,
                          guint               minutes,
                          gint64              now)
{
  *self = (TelaahSeminarTimer) {
    .begun = TRUE,
    .running = TRUE,
    .since = now,
    .limit = MIN (minutes, TELAAH_SEMINAR_MOST_MINUTES) * G_TIME_SPAN_MINUTE,
  };
}

/* Begins, rests, goes on. */
void
telaah_seminar_timer_toggle (TelaahSeminarTimer *self,
                             gint64              now)
{
  if (!self->begun)
    {
      telaah_seminar_timer_set (self, 0, now);
      return;
    }

  self->before = get_passed (self, now);
  self->since = now;
  self->running = !self->running;
}

gboolean
telaah_seminar_timer_is_over (const TelaahSeminarTimer *self,
                              gint64                    now)
{
  return self->limit > 0 && get_passed (self, now) >= self->limit;
}

/* In whole seconds what is shown: of what has passed, of what is left, or of what is too much. Somebody who has
 * asked for ten minutes sees 10:00 for the first of their seconds, and 0:00 when they are over. */
static gint64
get_seconds (const TelaahSeminarTimer *self,
             gint64                    now)
{
  gint64 passed = get_passed (self, now);

  if (self->limit > passed)
    return (self->limit - passed + G_TIME_SPAN_SECOND - 1) / G_TIME_SPAN_SECOND;

  return (passed - self->limit) / G_TIME_SPAN_SECOND;
}

/**
 * telaah_seminar_timer_dup_time:
 *
 * Returns: (transfer full): minutes and seconds; from an hour on with the hours
 */
char *
telaah_seminar_timer_dup_time (const TelaahSeminarTimer *self,
                               gint64                    now)
{
  int seconds = (int) get_seconds (self, now);

  if (seconds >= 3600)
    return g_strdup_printf ("%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);

  return g_strdup_printf ("%d:%02d", seconds / 60, seconds % 60);
}

/* How long until it shows something else, in microseconds. */
gint64
telaah_seminar_timer_get_wait (const TelaahSeminarTimer *self,
                               gint64                    now)
{
  gint64 passed = get_passed (self, now);
  gint64 over = (self->limit > passed ? self->limit - passed : passed - self->limit) % G_TIME_SPAN_SECOND;

  if (self->limit <= passed)
    return G_TIME_SPAN_SECOND - over;

  return over > 0 ? over : 1;
}
