/* Headings of the document are dragged to another place, also from and to the list beside it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

void telaah_outline_drag_attach (GtkWidget     *block,
                                 GtkWidget     *heading,
                                 TelaahSession *session,
                                 const char    *point);

G_END_DECLS
