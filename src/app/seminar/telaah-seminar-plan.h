/* How one point is brought to the wall: its screens, their type, and the steps through them. No GTK.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/seminar/telaah-seminar-cards.h"
#include "app/seminar/telaah-seminar-steps.h"

G_BEGIN_DECLS

/* A screen's worth of one kind: the head and the cards, as they are laid out. */
typedef struct
{
  TelaahSeminarCard   *head;
  GPtrArray           *cards;        /* TelaahSeminarCard: of the sources, then that of the comparison */
  TelaahSeminarLayout *layout;
} TelaahSeminarSheets;

typedef struct
{
  guint                n_cards;      /* sources */
  GArray              *order;        /* guint: of each card, which of the voices it is */
  TelaahSeminarSheets *grid;
  GPtrArray           *sheets;       /* TelaahSeminarSheets or NULL: of each card's quotes, then of the comparison */
  TelaahSeminarSheets *question;     /* of a question that is a text; or NULL */
  GArray              *steps;        /* TelaahSeminarStep */
} TelaahSeminarPlan;

TelaahSeminarPlan   *telaah_seminar_plan_new        (const TelaahSeminarContent *content,
                                                     const char                 *kicker,
                                                     const TelaahSeminarWishes  *wishes,
                                                     const TelaahSeminarMetric  *metric);
void                 telaah_seminar_plan_free       (TelaahSeminarPlan          *self);
TelaahSeminarSheets *telaah_seminar_plan_get_sheets (TelaahSeminarPlan          *self,
                                                     guint                       at);
gboolean             telaah_seminar_plan_is_shown   (TelaahSeminarPlan          *self,
                                                     guint                       at,
                                                     const TelaahSeminarBox     *box);
gboolean             telaah_seminar_plan_has_come   (TelaahSeminarPlan          *self,
                                                     guint                       at,
                                                     const TelaahSeminarBox     *box,
                                                     guint                       block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahSeminarPlan, telaah_seminar_plan_free)

G_END_DECLS
