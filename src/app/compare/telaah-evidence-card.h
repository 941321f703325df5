/* One piece of evidence: the quote within its context, what was noted on it, and the way to its text.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_EVIDENCE_CARD (telaah_evidence_card_get_type ())
G_DECLARE_FINAL_TYPE (TelaahEvidenceCard, telaah_evidence_card, TELAAH, EVIDENCE_CARD, GtkWidget)

/* Its buttons call the actions evidence.open, evidence.up, evidence.down, evidence.hide, evidence.show and
 * evidence.unpin, each with the id of the passage. */

typedef struct
{
  const char *theme;      /* id of that which makes it evidence, or NULL */
  gboolean    own_theme;  /* which needs no naming here */
  const char *place;      /* "§ Costs", or NULL */
  gboolean    is_new;     /* it came after the summary was written */
  gboolean    pinned;
  gboolean    hidden;
} TelaahEvidenceLook;

GtkWidget     *telaah_evidence_card_new         (void);
void           telaah_evidence_card_show        (TelaahEvidenceCard       *self,
                                                 TelaahSession            *session,
                                                 TelaahPassage            *passage,
                                                 const TelaahEvidenceLook *look);
TelaahPassage *telaah_evidence_card_get_passage (TelaahEvidenceCard       *self);
void           telaah_evidence_card_popup       (TelaahEvidenceCard       *self);
char          *telaah_context_dup_before        (const char               *prefix);
char          *telaah_context_dup_after         (const char               *suffix);

G_END_DECLS
