/* A window with all passages of a theme, across the sources.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_THEME_PASSAGES (telaah_theme_passages_get_type ())
G_DECLARE_FINAL_TYPE (TelaahThemePassages, telaah_theme_passages, TELAAH, THEME_PASSAGES, AdwWindow)

/* Signals: "open-passage" (const char *source, const char *passage) */

TelaahThemePassages *telaah_theme_passages_new       (TelaahSession       *session);
void                 telaah_theme_passages_set_theme (TelaahThemePassages *self,
                                                      const char          *theme);

G_END_DECLS
