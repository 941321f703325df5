/* What a window shows while it has no project: the next sensible things to do.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TELAAH_TYPE_WELCOME (telaah_welcome_get_type ())
G_DECLARE_FINAL_TYPE (TelaahWelcome, telaah_welcome, TELAAH, WELCOME, AdwBin)

void telaah_welcome_refresh  (TelaahWelcome *self);
void telaah_welcome_remember (const char    *path,
                              const char    *title);

G_END_DECLS
