/* A theme on a card: dot, name, and a button that takes it away.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TELAAH_TYPE_THEME_TAG (telaah_theme_tag_get_type ())
G_DECLARE_FINAL_TYPE (TelaahThemeTag, telaah_theme_tag, TELAAH, THEME_TAG, GtkWidget)

/* Signals: "untag" (), the button was pressed. */

GtkWidget  *telaah_theme_tag_new       (void);
const char *telaah_theme_tag_get_theme (TelaahThemeTag *self);
const char *telaah_theme_tag_get_name  (TelaahThemeTag *self);
void        telaah_theme_tag_set_theme (TelaahThemeTag *self,
                                        const char     *theme,
                                        const char     *name,
                                        const char     *color);

G_END_DECLS
