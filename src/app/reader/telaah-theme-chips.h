/* Themes as chips, to tag with one click: those of the passage, those with a digit, those used last.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_THEME_CHIPS (telaah_theme_chips_get_type ())
G_DECLARE_FINAL_TYPE (TelaahThemeChips, telaah_theme_chips, TELAAH, THEME_CHIPS, GtkWidget)

/* Signals: "toggled" (theme id), a chip was pressed; what it shows then is up to telaah_theme_chips_update(). */

GtkWidget *telaah_theme_chips_new       (void);
void       telaah_theme_chips_set_width (TelaahThemeChips  *self,
                                         int                width);
void       telaah_theme_chips_update    (TelaahThemeChips  *self,
                                         TelaahSession     *session,
                                         const char *const *recent,
                                         TelaahPassage     *passage);

G_END_DECLS
