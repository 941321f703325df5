/* What the parts of TelaahCandidateList share: what it shows, and what it has asked for.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/compare/telaah-candidate-card.h"
#include "app/compare/telaah-candidate-list.h"
#include "model/telaah-span.h"

G_BEGIN_DECLS

struct _TelaahCandidateList
{
  GtkBox         parent_instance;

  /* Of the cell on show; NULL: none. */
  TelaahSession *session;
  char          *point;
  char          *source;
  char          *sha256;        /* of its text */
  char         **themes;        /* of the point */

  guint          wanted;        /* how many are to be on show */
  GPtrArray     *queue;         /* TelaahCandidate: those that come next, best first */
  GArray        *gone;          /* GoneCard: what was answered since the cell was chosen */
  gboolean       showing;       /* it is us who fold and unfold */
  gboolean       wants_sight;   /* somebody has unfolded it, and waits */

  /* Asking. */
  gboolean       due;           /* what is on show may be out of date */
  guint          wait;          /* source id, 0: none; as the next */
  guint          patience;
  GCancellable  *job;           /* NULL: none is under way */

  /* From the template. */
  GtkExpander   *expander;
  GtkSpinner    *spinner;
  GtkLabel      *sentence;
  GtkListBox    *cards;
  GtkWidget     *more_button;
  GtkWidget     *refused_box;
  GtkLabel      *refused_label;
};

/* telaah-candidate-cards.c */
void                 telaah_candidate_list_init_cards  (TelaahCandidateList *self);
TelaahCandidateCard *telaah_candidate_list_get_card    (TelaahCandidateList *self,
                                                        guint                position);
void                 telaah_candidate_list_clear       (TelaahCandidateList *self);
void                 telaah_candidate_list_say         (TelaahCandidateList *self,
                                                        const char          *sentence);
void                 telaah_candidate_list_take        (TelaahCandidateList *self,
                                                        GPtrArray           *candidates);
void                 telaah_candidate_list_tell_filled (TelaahCandidateList *self);
void                 telaah_candidate_list_show_more   (TelaahCandidateList *self);
void                 telaah_candidate_list_open        (TelaahCandidateList *self,
                                                        TelaahCandidateCard *card);

/* telaah-candidate-asking.c */
void                 telaah_candidate_list_renew       (TelaahCandidateList *self);
void                 telaah_candidate_list_cancel      (TelaahCandidateList *self);

G_END_DECLS
