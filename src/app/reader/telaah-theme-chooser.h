/* An entry to choose one theme with: what is typed finds themes, or makes one.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_THEME_CHOOSER (telaah_theme_chooser_get_type ())
G_DECLARE_FINAL_TYPE (TelaahThemeChooser, telaah_theme_chooser, TELAAH, THEME_CHOOSER, GtkWidget)

/* Signals:
 *   "changed"      another theme, or none
 *   "activated"    Enter, where a theme is chosen already */

GtkWidget  *telaah_theme_chooser_new         (void);
void        telaah_theme_chooser_set_session (TelaahThemeChooser  *self,
                                              TelaahSession       *session);
const char *telaah_theme_chooser_get_theme   (TelaahThemeChooser  *self);
void        telaah_theme_chooser_set_theme   (TelaahThemeChooser  *self,
                                              const char          *theme);
gboolean    telaah_theme_chooser_has_choice  (TelaahThemeChooser  *self);
char       *telaah_theme_chooser_need_theme  (TelaahThemeChooser  *self,
                                              GError             **error);

G_END_DECLS
