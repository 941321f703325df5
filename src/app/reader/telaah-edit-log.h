/* What was done to a text while it was edited, change by change; what was undone has not happened.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/telaah-edits.h"

G_BEGIN_DECLS

typedef struct _TelaahEditLog TelaahEditLog;

TelaahEditLog     *telaah_edit_log_new       (guint          characters);
void               telaah_edit_log_free      (TelaahEditLog *self);
void               telaah_edit_log_insert    (TelaahEditLog *self,
                                              guint          offset,
                                              guint          characters,
                                              gboolean       undo);
void               telaah_edit_log_delete    (TelaahEditLog *self,
                                              TelaahSpan     span,
                                              gboolean       undo);
gboolean           telaah_edit_log_is_empty  (TelaahEditLog *self);
const TelaahEdits *telaah_edit_log_get_edits (TelaahEditLog *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahEditLog, telaah_edit_log_free)

G_END_DECLS
