/* A dot in the colour of a theme: full where the colour is its own, a ring where it comes from the theme above. Its
 * size is the style sheet's.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TELAAH_TYPE_SWATCH (telaah_swatch_get_type ())
G_DECLARE_FINAL_TYPE (TelaahSwatch, telaah_swatch, TELAAH, SWATCH, GtkWidget)

GtkWidget *telaah_swatch_new (void);
void       telaah_swatch_set (TelaahSwatch  *self,
                              const GdkRGBA *color,
                              gboolean       ring);

G_END_DECLS
