/* Which sources a text on a point cites: their names as chips, and a popover to choose them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_CITE_LINE (telaah_cite_line_get_type ())
G_DECLARE_FINAL_TYPE (TelaahCiteLine, telaah_cite_line, TELAAH, CITE_LINE, GtkWidget)

/* Signals: "show-cell" (source), "failed" (message) */

GtkWidget *telaah_cite_line_new  (TelaahLinkKind  kind);
void       telaah_cite_line_show (TelaahCiteLine *self,
                                  TelaahSession  *session,
                                  const char     *point);

G_END_DECLS
