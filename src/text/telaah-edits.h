/* What an edit did to a text: which of its characters are still there, and where.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/telaah-text.h"

G_BEGIN_DECLS

typedef struct _TelaahEdits TelaahEdits;

TelaahEdits *telaah_edits_new      (guint              characters);
TelaahEdits *telaah_edits_compare  (const TelaahText  *before,
                                    const TelaahText  *after);
TelaahEdits *telaah_edits_follow   (const TelaahText  *before,
                                    const TelaahText  *after);
TelaahEdits *telaah_edits_copy     (const TelaahEdits *self);
void         telaah_edits_free     (TelaahEdits       *self);
void         telaah_edits_insert   (TelaahEdits       *self,
                                    guint              offset,
                                    guint              characters);
void         telaah_edits_delete   (TelaahEdits       *self,
                                    TelaahSpan         span);
gboolean     telaah_edits_map_span (const TelaahEdits *self,
                                    TelaahSpan         before,
                                    TelaahSpan        *after,
                                    guint             *kept);
gboolean     telaah_edits_is_new   (const TelaahEdits *self,
                                    TelaahSpan         after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahEdits, telaah_edits_free)

G_END_DECLS
