/* Going through a widget by key.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

gboolean telaah_focus_through (GtkWidget        *widget,
                               GtkDirectionType  direction);
