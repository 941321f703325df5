/* The seminar: one point at a time on a wall, step by step.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_SEMINAR (telaah_seminar_get_type ())
G_DECLARE_FINAL_TYPE (TelaahSeminar, telaah_seminar, TELAAH, SEMINAR, GtkWindow)

/* Signals:
 *   "open-passage" (source, passage)   to be read in the window that it belongs to
 *
 * Its handouts are win.export-handout of that window, where that is among its actions. */

TelaahSeminar *telaah_seminar_new       (TelaahSession *session);
void           telaah_seminar_begin     (TelaahSeminar *self,
                                         GtkWindow     *window);
void           telaah_seminar_set_point (TelaahSeminar *self,
                                         const char    *point);
const char    *telaah_seminar_get_point (TelaahSeminar *self);

G_END_DECLS
