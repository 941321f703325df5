/* How the text that is read looks: its font, size, spacing and the length of its lines.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TELAAH_TYPE_TYPOGRAPHY (telaah_typography_get_type ())
G_DECLARE_FINAL_TYPE (TelaahTypography, telaah_typography, TELAAH, TYPOGRAPHY, GtkPopover)

/* All of it is in the settings, "reader-…", which whoever shows a text follows. */

void telaah_typography_set_settings (TelaahTypography *self,
                                     GSettings        *settings);

G_END_DECLS
