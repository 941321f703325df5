/* The pages of the view Compare to choose from: buttons side by side, or where there is no room a menu.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TELAAH_TYPE_COMPARE_SWITCH (telaah_compare_switch_get_type ())
G_DECLARE_FINAL_TYPE (TelaahCompareSwitch, telaah_compare_switch, TELAAH, COMPARE_SWITCH, GtkWidget)

/* It sets the action compare.page of an ancestor: grid, quotes, heatmap, portraits or cooccurrence. */

void        telaah_compare_switch_set_page (TelaahCompareSwitch *self,
                                            const char          *page);
gboolean    telaah_compare_is_page         (const char          *page);

G_END_DECLS
