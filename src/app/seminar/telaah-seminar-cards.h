/* What is said of a point, as paragraphs on cards. No GTK.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/seminar/telaah-seminar-content.h"
#include "app/seminar/telaah-seminar-layout.h"
#include "app/seminar/telaah-seminar-steps.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean            quotes;
  gboolean            blind;
  guint32             seed;          /* of the order in which they then stand */
  const char *const  *names;         /* that must not be read then; ended by NULL */
  double              comfortable;   /* size of the body type below which quotes get screens of their own */
  TelaahSeminarRoom   room;
} TelaahSeminarWishes;

TelaahSeminarCard *telaah_seminar_card_new_head       (const char                 *kicker,
                                                       const char                 *heading,
                                                       const char                 *subtitle);
TelaahSeminarCard *telaah_seminar_card_new_question   (const TelaahSeminarContent *content);
TelaahSeminarCard *telaah_seminar_card_new_voice      (const TelaahSeminarVoice   *voice,
                                                       guint                       position,
                                                       const TelaahSeminarWishes  *wishes,
                                                       gboolean                    quotes);
TelaahSeminarCard *telaah_seminar_card_new_quotes     (const TelaahSeminarVoice   *voice,
                                                       guint                       position,
                                                       const TelaahSeminarWishes  *wishes);
TelaahSeminarCard *telaah_seminar_card_new_comparison (const TelaahSeminarContent *content,
                                                       const TelaahSeminarWishes  *wishes);
gboolean           telaah_seminar_card_is_difference  (TelaahSeminarCard          *card,
                                                       guint                       block);
void               telaah_seminar_cards_share_names   (GPtrArray                  *cards);

G_END_DECLS
