/* Above a text: that parts of it look like clutter, to be accepted or refused one by one or all at once.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_CLUTTER_BAR (telaah_clutter_bar_get_type ())
G_DECLARE_FINAL_TYPE (TelaahClutterBar, telaah_clutter_bar, TELAAH, CLUTTER_BAR, GtkWidget)

/* It is visible while there is something to decide on and nobody has closed it. Signals:
 *   "show-span" (guint start, guint end)   this is being asked about
 *   "done" (const char *message)       something that an undo takes back
 *   "failed" (const char *message)
 */

GtkWidget  *telaah_clutter_bar_new         (void);
void        telaah_clutter_bar_set_source  (TelaahClutterBar *self,
                                            TelaahSession    *session,
                                            const char       *source);
const char *telaah_clutter_bar_get_current (TelaahClutterBar *self);
void        telaah_clutter_bar_reopen      (TelaahClutterBar *self);

G_END_DECLS
