/* A dialog that makes points of themes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_POINT_THEMES (telaah_point_themes_get_type ())
G_DECLARE_FINAL_TYPE (TelaahPointThemes, telaah_point_themes, TELAAH, POINT_THEMES, AdwWindow)

TelaahPointThemes *telaah_point_themes_new (GtkWindow     *parent,
                                            TelaahSession *session,
                                            const char    *point);

G_END_DECLS
