/* Colours that can be read: a theme's colour as text, on the style in use.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void telaah_ink_from_color (const char *color,
                            GdkRGBA    *ink);
void telaah_ink_dim        (GdkRGBA    *ink);

G_END_DECLS
