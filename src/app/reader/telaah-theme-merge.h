/* A dialog that makes one theme of several, and says before what will become of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_THEME_MERGE (telaah_theme_merge_get_type ())
G_DECLARE_FINAL_TYPE (TelaahThemeMerge, telaah_theme_merge, TELAAH, THEME_MERGE, AdwWindow)

/* Signals: "done" (const char *message), for a toast with Undo */

TelaahThemeMerge *telaah_theme_merge_new (GtkWindow     *parent,
                                          TelaahSession *session,
                                          const char    *theme);

G_END_DECLS
