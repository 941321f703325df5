/* Two things side by side where there is room for both, else one below the other.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TELAAH_TYPE_PAIR_LAYOUT (telaah_pair_layout_get_type ())
G_DECLARE_FINAL_TYPE (TelaahPairLayout, telaah_pair_layout, TELAAH, PAIR_LAYOUT, GtkLayoutManager)

#define TELAAH_TYPE_PAIR_BOX (telaah_pair_box_get_type ())
G_DECLARE_FINAL_TYPE (TelaahPairBox, telaah_pair_box, TELAAH, PAIR_BOX, GtkWidget)

/* Children are given as in a template: <child>. Where one is hidden the other has all the width. */

G_END_DECLS
