/* A layout like words in a line: each child as wide as it wants, the next line where they don't fit.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TELAAH_TYPE_FLOW_LAYOUT (telaah_flow_layout_get_type ())
G_DECLARE_FINAL_TYPE (TelaahFlowLayout, telaah_flow_layout, TELAAH, FLOW_LAYOUT, GtkLayoutManager)

/* Properties, in pixels: "column-spacing", "row-spacing", and "natural-width", which it never goes beyond; 0: none. */

G_END_DECLS
