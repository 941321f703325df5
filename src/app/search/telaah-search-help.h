/* How to ask in a search, by examples.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *telaah_search_help_new (void);

G_END_DECLS
