/* The view Compare: points and sources as a grid or a picture, and at its side what is selected there.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_COMPARE (telaah_compare_get_type ())
G_DECLARE_FINAL_TYPE (TelaahCompare, telaah_compare, TELAAH, COMPARE, GtkWidget)

/* Properties: "pane-visible": whether the side is on show. Where there is not the width for both it is off until it is
 * asked for, and then lies over the grid. "page": grid, quotes, heatmap, portraits or cooccurrence. "transposed": the
 * sources stand in rows.
 *
 * Signals:
 *   "open-passage" (source, passage), "open-source" (source)
 *   "removed" (message)    a point was removed, or a candidate answered; a sentence for a toast with Undo
 *   "open-place" (source, offset)    code points
 *   "failed" (message)     a verb was refused; nothing has changed
 *   "told" (message)       something was done, for a toast */

GtkWidget *telaah_compare_new              (void);
void       telaah_compare_set_session      (TelaahCompare  *self,
                                            TelaahSession  *session);
void       telaah_compare_get_place        (TelaahCompare  *self,
                                            char          **point,
                                            char          **source);
gboolean   telaah_compare_set_place        (TelaahCompare  *self,
                                            const char     *point,
                                            const char     *source);
gboolean   telaah_compare_flush            (TelaahCompare  *self);
gboolean   telaah_compare_get_pane_visible (TelaahCompare  *self);
void       telaah_compare_set_pane_visible (TelaahCompare  *self,
                                            gboolean        visible);
void       telaah_compare_show_candidates  (TelaahCompare  *self);

G_END_DECLS
