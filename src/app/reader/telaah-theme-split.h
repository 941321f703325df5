/* A dialog that makes two themes of one: which passages go to the new one.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_THEME_SPLIT (telaah_theme_split_get_type ())
G_DECLARE_FINAL_TYPE (TelaahThemeSplit, telaah_theme_split, TELAAH, THEME_SPLIT, AdwWindow)

/* Signals: "done" (const char *message), for a toast with Undo */

TelaahThemeSplit *telaah_theme_split_new (GtkWindow     *parent,
                                          TelaahSession *session,
                                          const char    *theme);

G_END_DECLS
