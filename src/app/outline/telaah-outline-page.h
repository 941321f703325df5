/* The view Outline: the points as a document to read and write, with their list and what is left to
 * do beside it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_OUTLINE_PAGE (telaah_outline_page_get_type ())
G_DECLARE_FINAL_TYPE (TelaahOutlinePage, telaah_outline_page, TELAAH, OUTLINE_PAGE, GtkWidget)

/* Property "sidebar-visible".
 *
 * Signals:
 *   "open-passage" (source, passage), "open-source" (source)
 *   "removed" (message)    a point was removed; the message is a sentence for a toast with Undo
 *   "failed" (message)     a verb was refused; nothing has changed
 *
 * It activates win.export, win.view and win.show-candidates. Its own commands on the point at hand are the actions
 * point.add (below it), point.rename, point.remove, point.move-up, point.move-down, point.nest and point.lift;
 * outline.add is for one at the top. */

GtkWidget *telaah_outline_page_new                 (void);
void       telaah_outline_page_set_session         (TelaahOutlinePage *self,
                                                    TelaahSession     *session);
char      *telaah_outline_page_get_place           (TelaahOutlinePage *self);
gboolean   telaah_outline_page_set_place           (TelaahOutlinePage *self,
                                                    const char        *point);
gboolean   telaah_outline_page_flush               (TelaahOutlinePage *self);
gboolean   telaah_outline_page_get_sidebar_visible (TelaahOutlinePage *self);
void       telaah_outline_page_set_sidebar_visible (TelaahOutlinePage *self,
                                                    gboolean           visible);

G_END_DECLS
