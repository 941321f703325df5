/* The themes that were used last, remembered in the settings.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TelaahRecentThemes TelaahRecentThemes;

TelaahRecentThemes *telaah_recent_themes_new          (void);
void                telaah_recent_themes_free         (TelaahRecentThemes *self);
void                telaah_recent_themes_set_settings (TelaahRecentThemes *self,
                                                       GSettings          *settings);
const char *const  *telaah_recent_themes_get          (TelaahRecentThemes *self);
void                telaah_recent_themes_add          (TelaahRecentThemes *self,
                                                       const char         *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahRecentThemes, telaah_recent_themes_free)

G_END_DECLS
