/* Reading what is typed as a theme to make, below others: "Challenges / Cyber security".
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/telaah-theme.h"

G_BEGIN_DECLS

gboolean     telaah_theme_is_separator (gunichar            c);
char       **telaah_theme_dup_steps    (const char         *text);
TelaahTheme *telaah_theme_find_steps   (GListModel         *themes,
                                        const char *const  *steps,
                                        guint              *n_found);

G_END_DECLS
