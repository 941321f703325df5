/* The document: the points as blocks one below the other, in a centred column that scrolls.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/outline/telaah-outline-block.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_OUTLINE_COLUMN (telaah_outline_column_get_type ())
G_DECLARE_FINAL_TYPE (TelaahOutlineColumn, telaah_outline_column, TELAAH, OUTLINE_COLUMN, GtkWidget)

/* Properties: "head", a widget above the first point; "root", the id of the point that is shown alone with those below
 * it, or %NULL.
 * Signals: "place-changed", after scrolling, when another point is at the top. */

GtkWidget          *telaah_outline_column_new         (void);
void                telaah_outline_column_set_session (TelaahOutlineColumn *self,
                                                       TelaahSession       *session);
void                telaah_outline_column_refresh     (TelaahOutlineColumn *self,
                                                       TelaahChange         changes);
const char         *telaah_outline_column_get_place   (TelaahOutlineColumn *self);
TelaahOutlineBlock *telaah_outline_column_scroll_to   (TelaahOutlineColumn *self,
                                                       const char          *point);
gboolean            telaah_outline_column_flush       (TelaahOutlineColumn *self);
gboolean            telaah_outline_column_get_folded  (TelaahOutlineColumn *self,
                                                       const char          *point);
void                telaah_outline_column_set_folded  (TelaahOutlineColumn *self,
                                                       const char          *point,
                                                       gboolean             folded);
void                telaah_outline_column_fold_all    (TelaahOutlineColumn *self,
                                                       gboolean             fold);
const char         *telaah_outline_column_get_root    (TelaahOutlineColumn *self);
void                telaah_outline_column_set_root    (TelaahOutlineColumn *self,
                                                       const char          *point);

G_END_DECLS
