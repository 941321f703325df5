/* The dot that stands for a theme, in its colour.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TELAAH_TYPE_THEME_DOT (telaah_theme_dot_get_type ())
G_DECLARE_FINAL_TYPE (TelaahThemeDot, telaah_theme_dot, TELAAH, THEME_DOT, GtkWidget)

GtkWidget *telaah_theme_dot_new       (const char     *color);
void       telaah_theme_dot_set_color (TelaahThemeDot *self,
                                       const char     *color);

G_END_DECLS
