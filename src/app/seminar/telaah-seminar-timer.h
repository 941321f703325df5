/* The clock of a seminar: up from nothing, or down from some minutes and on beyond. No GTK.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Times are of the monotonic clock, in microseconds. */
typedef struct
{
  gboolean begun;
  gboolean running;
  gint64   since;       /* when it was last set going */
  gint64   before;      /* what had passed by then */
  gint64   limit;       /* counts down from it; 0: counts up */
} TelaahSeminarTimer;

/* A minute more is nothing that anybody would type. */
#define TELAAH_SEMINAR_MOST_MINUTES 999

void      telaah_seminar_timer_set     (TelaahSeminarTimer       *self,
                                        guint                     minutes,
                                        gint64                    now);
void      telaah_seminar_timer_toggle  (TelaahSeminarTimer       *self,
                                        gint64                    now);
gboolean  telaah_seminar_timer_is_over (const TelaahSeminarTimer *self,
                                        gint64                    now);
char     *telaah_seminar_timer_dup_time (const TelaahSeminarTimer *self,
                                        gint64                    now);
gint64    telaah_seminar_timer_get_wait (const TelaahSeminarTimer *self,
                                        gint64                    now);

G_END_DECLS
