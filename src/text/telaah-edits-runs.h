/* What comparing and anchoring see of an edit: its runs of kept characters.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/telaah-edits.h"

G_BEGIN_DECLS

/* So many units (characters, tokens) from here in the text before stand there in the text after. */
typedef struct
{
  guint before;
  guint after;
  guint length;
} TelaahRun;

TelaahEdits *telaah_edits_new_replaced (guint              before,
                                        guint              after);
void         telaah_edits_keep         (TelaahEdits       *self,
                                        TelaahRun          run);
void         telaah_runs_append        (GArray            *runs,
                                        TelaahRun          run);
GArray      *telaah_edits_get_runs     (const TelaahEdits *self);
guint        telaah_edits_find_run     (const TelaahEdits *self,
                                        guint              before);
guint        telaah_edits_count_kept   (const TelaahEdits *self,
                                        TelaahSpan         after);

G_END_DECLS
