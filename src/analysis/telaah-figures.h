/* Figures: how much is tagged, where, and what lies together.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/telaah-matrix.h"
#include "model/telaah-passage.h"
#include "model/telaah-portrait.h"

G_BEGIN_DECLS

TelaahMatrixCount telaah_figures_count       (GPtrArray      *passages);
void              telaah_figures_lie_together (TelaahMatrix  *matrix,
                                               GHashTable    *rows,
                                               GListModel    *passages);
void              telaah_figures_unite       (GArray         *spans);
void              telaah_figures_draw        (TelaahPortrait *portrait,
                                               GHashTable    *lanes,
                                               GListModel    *passages);

G_END_DECLS
