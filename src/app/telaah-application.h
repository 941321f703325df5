/* The program: its windows, what it does without one, and about it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TELAAH_TYPE_APPLICATION (telaah_application_get_type ())
G_DECLARE_FINAL_TYPE (TelaahApplication, telaah_application, TELAAH, APPLICATION, AdwApplication)

GtkApplication *telaah_application_new          (GApplicationFlags  flags);
GSettings      *telaah_application_get_settings (void);

G_END_DECLS
