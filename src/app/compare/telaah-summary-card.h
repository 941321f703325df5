/* What a researcher says that a source says: the status of a cell, its summary and translation, what is to be judged.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/telaah-text-editor.h"
#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_SUMMARY_CARD (telaah_summary_card_get_type ())
G_DECLARE_FINAL_TYPE (TelaahSummaryCard, telaah_summary_card, TELAAH, SUMMARY_CARD, GtkBox)

/* Signals:
 *   "open-passage" (source, passage)
 *   "link-activated" (TelaahLink)
 *   "failed" (message)   a verb was refused; nothing has changed
 *   "done"               the writer is finished */

void              telaah_summary_card_show            (TelaahSummaryCard *self,
                                                       TelaahSession     *session,
                                                       TelaahCell        *cell);
gboolean          telaah_summary_card_flush           (TelaahSummaryCard *self);
void              telaah_summary_card_edit            (TelaahSummaryCard *self,
                                                       gboolean           select_all);
TelaahTextEditor *telaah_summary_card_get_summary     (TelaahSummaryCard *self);
TelaahTextEditor *telaah_summary_card_get_translation (TelaahSummaryCard *self);

G_END_DECLS
