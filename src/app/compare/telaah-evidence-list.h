/* What a cell rests on: its passages as cards in the researcher's order, and what can be done with them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/compare/telaah-headed-rows.h"
#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_EVIDENCE_LIST (telaah_evidence_list_get_type ())
G_DECLARE_FINAL_TYPE (TelaahEvidenceList, telaah_evidence_list, TELAAH, EVIDENCE_LIST, GtkBox)

/* This is the heading with its buttons, for the head of a TelaahHeadedRows; the cards are the rows of that.
 *
 * Signals:
 *   "open-passage" (source, passage)
 *   "open-source"       to read the source of the cell
 *   "failed" (message)  a verb was refused; nothing has changed */

void telaah_evidence_list_set_rows (TelaahEvidenceList *self,
                                    TelaahHeadedRows   *rows);
void telaah_evidence_list_show     (TelaahEvidenceList *self,
                                    TelaahSession      *session,
                                    TelaahCell         *cell);
void telaah_evidence_list_renew    (TelaahEvidenceList *self);

G_END_DECLS
