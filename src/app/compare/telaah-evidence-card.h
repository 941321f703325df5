/* One piece of evidence: the quote within its context, what was noted on it, and the way to its text.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/telaah-passage.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_EVIDENCE_CARD (telaah_evidence_card_get_type ())
G_DECLARE_FINAL_TYPE (TelaahEvidenceCard, telaah_evidence_card, TELAAH, EVIDENCE_CARD, GtkWidget)

/* Signals: "open", for the passage in its text. */

GtkWidget     *telaah_evidence_card_new         (TelaahPassage      *passage,
                                                 const char         *theme,
                                                 const char         *color,
                                                 gboolean            is_new);
TelaahPassage *telaah_evidence_card_get_passage (TelaahEvidenceCard *self);
char          *telaah_context_dup_before        (const char         *prefix);
char          *telaah_context_dup_after         (const char         *suffix);

G_END_DECLS
