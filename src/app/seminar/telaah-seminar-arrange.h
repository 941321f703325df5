/* The cards of a point on their screens, at one size and in so many columns. No GTK.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/seminar/telaah-seminar-layout.h"

G_BEGIN_DECLS

/* The most cards that can be taken in at a glance. */
#define TELAAH_SEMINAR_MOST_CARDS 12

/* What is tried out: the same for each size. */
typedef struct
{
  TelaahSeminarCard         *head;
  GPtrArray                 *cards;
  const TelaahSeminarRoom   *room;
  const TelaahSeminarMetric *metric;
  gboolean                   sheet;    /* one card, through columns and screens */
  gboolean                   wide;     /* the last card has what is left of its row */
  const TelaahSeminarGauge  *gauge;
} TelaahSeminarTask;

TelaahSeminarLayout *telaah_seminar_arrange (const TelaahSeminarTask *task,
                                             guint                    columns,
                                             double                   size);

G_END_DECLS
