/* What is asked of a cell of the document: whether a summary is still true, and whether a status is another now.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

/* Their buttons do the actions cell.confirm, cell.accept and cell.decline. */
GtkWidget *telaah_outline_stale_popover_new    (TelaahSession *session,
                                                const char    *point,
                                                const char    *source);
GtkWidget *telaah_outline_proposal_popover_new (TelaahCell    *cell);

G_END_DECLS
