/* Words being written: a text that saves itself in every pause, and never loses any.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TELAAH_TYPE_DRAFT (telaah_draft_get_type ())
G_DECLARE_FINAL_TYPE (TelaahDraft, telaah_draft, TELAAH, DRAFT, GtkWidget)

/* Signals:
 *   "save" (text) -> gboolean    TRUE once it is saved, FALSE where that failed: the words then stay as they are
 *   "done"                       Ctrl+Enter, after saving: the writer wants to go on elsewhere */

void         telaah_draft_set_text   (TelaahDraft *self,
                                      const char  *text);
void         telaah_draft_replace    (TelaahDraft *self,
                                      const char  *text);
char        *telaah_draft_dup_text   (TelaahDraft *self);
gboolean     telaah_draft_flush      (TelaahDraft *self);
void         telaah_draft_edit       (TelaahDraft *self,
                                      gboolean     select_all);

G_END_DECLS
