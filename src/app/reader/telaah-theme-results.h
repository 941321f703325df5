/* The themes that match what is typed, best first, and the one that can be made of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_THEME_RESULTS (telaah_theme_results_get_type ())
G_DECLARE_FINAL_TYPE (TelaahThemeResults, telaah_theme_results, TELAAH, THEME_RESULTS, GtkWidget)

/* Signals: "chosen" (), a row was clicked; it is the one that is selected. */

GtkWidget  *telaah_theme_results_new         (void);
void        telaah_theme_results_search      (TelaahThemeResults *self,
                                              TelaahSession      *session,
                                              const char         *query,
                                              TelaahPassage      *passage);
void        telaah_theme_results_browse      (TelaahThemeResults *self,
                                              TelaahSession      *session,
                                              TelaahPassage      *passage);
void        telaah_theme_results_clear       (TelaahThemeResults *self);
gboolean    telaah_theme_results_move        (TelaahThemeResults *self,
                                              int                 by);
gboolean    telaah_theme_results_has_choice  (TelaahThemeResults *self);
const char *telaah_theme_results_get_theme   (TelaahThemeResults *self);

G_END_DECLS
