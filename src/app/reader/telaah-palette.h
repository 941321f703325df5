/* The colours that a theme can take: the ones of the palette, the one of the theme above, or any other.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TELAAH_TYPE_PALETTE (telaah_palette_get_type ())
G_DECLARE_FINAL_TYPE (TelaahPalette, telaah_palette, TELAAH, PALETTE, GtkWidget)

/* Signals:
 *   "chosen" (const char *color)    #RRGGBB, NULL: that of the theme above */

GtkWidget  *telaah_palette_new       (const char  *color,
                                      const char  *above,
                                      const char  *above_color);
const char *telaah_palette_get_color (guint        i,
                                      const char **name);

G_END_DECLS
