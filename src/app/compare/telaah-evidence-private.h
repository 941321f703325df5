/* What the parts of TelaahEvidenceList share: what it shows, and what is done there.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/compare/telaah-evidence-list.h"
#include "app/telaah-place-words.h"

G_BEGIN_DECLS

struct _TelaahEvidenceList
{
  GtkBox            parent_instance;

  TelaahSession    *session;
  TelaahCell       *cell;
  GPtrArray        *hidden;        /* TelaahPassage, left out by hand */
  gboolean          unfolded;      /* these are on show */
  GPtrArray        *items;         /* TelaahPassage, borrowed of the cell and of @hidden, and what folds the latter */
  GHashTable       *prints;        /* of the evidence that the summary was written on; NULL: not stale */
  GHashTable       *left_out;      /* ids of the hidden ones */

  TelaahHeadedRows *rows;          /* borrowed: we are in its head */
  TelaahRowView    *view;
  GtkWidget        *drop_card;     /* where a dragged passage would go; NULL: nothing is dragged */
  gboolean          drop_after;
  guint             drag_scroll;   /* timeout, 0: none */
  double            drag_speed;    /* pixels a step */

  /* From the template. */
  GtkLabel         *count;
  GtkWidget        *sort_button;
  GtkWidget        *add_button;
  GtkWidget        *add_popover;
  GtkWidget        *empty_box;
};

/* telaah-evidence-commands.c */
void     telaah_evidence_list_add_actions (TelaahEvidenceList *self);
gboolean telaah_evidence_list_move        (TelaahEvidenceList *self,
                                           const char         *passage,
                                           const char         *before);
void     telaah_evidence_list_set_state   (TelaahEvidenceList *self,
                                           const char         *passage,
                                           TelaahEvidenceState state);
void     telaah_evidence_list_fill_picker (TelaahEvidenceList *self,
                                           GtkWidget          *picker);

/* telaah-evidence-drag.c */
void     telaah_evidence_list_add_drop    (TelaahEvidenceList *self);
void     telaah_evidence_list_add_drag    (TelaahEvidenceList *self,
                                           GtkWidget          *card);
void     telaah_evidence_list_end_drag    (TelaahEvidenceList *self);

G_END_DECLS
