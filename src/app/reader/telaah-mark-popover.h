/* On a stretch of text that is marked: why it is, and what may be done about it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_MARK_POPOVER (telaah_mark_popover_get_type ())
G_DECLARE_FINAL_TYPE (TelaahMarkPopover, telaah_mark_popover, TELAAH, MARK_POPOVER, GtkPopover)

/* Signals: "done" (const char *message), something that an undo takes back; "failed" (const char *message). */

GtkWidget *telaah_mark_popover_new  (void);
void       telaah_mark_popover_open (TelaahMarkPopover  *self,
                                     TelaahSession      *session,
                                     const char         *source,
                                     const char         *mark,
                                     const GdkRectangle *area);

TelaahMark *telaah_mark_find        (TelaahSession      *session,
                                     const char         *source,
                                     const char         *id);
TelaahMark *telaah_mark_find_at     (TelaahSession      *session,
                                     const char         *source,
                                     guint               offset);

G_END_DECLS
