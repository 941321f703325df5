/* The side of the comparison: the selected cell's status, summary, evidence and candidates, or the
 * selected point's words.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_CELL_PANE (telaah_cell_pane_get_type ())
G_DECLARE_FINAL_TYPE (TelaahCellPane, telaah_cell_pane, TELAAH, CELL_PANE, AdwBin)

/* Signals:
 *   "open-passage" (source, passage), "open-source" (source)
 *   "open-place" (source, offset)   code points
 *   "acted" (message)             something was done; a sentence for a toast with Undo
 *   "show-cell" (point, source)   to select another cell
 *   "failed" (message)            a verb was refused; nothing has changed
 *   "leave"                       the writer is done here and goes back to the grid */

void      telaah_cell_pane_set_session     (TelaahCellPane *self,
                                            TelaahSession  *session);
void      telaah_cell_pane_show            (TelaahCellPane *self,
                                            const char     *point,
                                            const char     *source);
void      telaah_cell_pane_show_candidates (TelaahCellPane *self);
gboolean  telaah_cell_pane_flush           (TelaahCellPane *self);
void      telaah_cell_pane_edit            (TelaahCellPane *self,
                                            gboolean        select_all);

G_END_DECLS
