/* A theme: what passages are tagged with.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/telaah-theme.h"

TELAAH_DEFINE_ITEM (TelaahTheme, telaah_theme, depth,
                    offsetof (TelaahThemeFields, id), offsetof (TelaahThemeFields, parent),
                    offsetof (TelaahThemeFields, name), offsetof (TelaahThemeFields, color),
                    offsetof (TelaahThemeFields, description))
