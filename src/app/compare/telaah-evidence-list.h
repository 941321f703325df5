/* What a cell rests on: its passages as cards, or what to do where there are none.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_EVIDENCE_LIST (telaah_evidence_list_get_type ())
G_DECLARE_FINAL_TYPE (TelaahEvidenceList, telaah_evidence_list, TELAAH, EVIDENCE_LIST, GtkBox)

/* Signals: "open-passage" (source, passage); "open-source", to read the source of the cell. */

void telaah_evidence_list_show (TelaahEvidenceList *self,
                                TelaahSession      *session,
                                TelaahCell         *cell);

G_END_DECLS
