/* The palette under selected words: type to find or make a theme, Enter tags, Tab goes to the note.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_TAG_POPOVER (telaah_tag_popover_get_type ())
G_DECLARE_FINAL_TYPE (TelaahTagPopover, telaah_tag_popover, TELAAH, TAG_POPOVER, GtkPopover)

/* Signals: "tagged" (passage id), also where it gained a note alone; "failed" (message).
 * Its parent is set with gtk_widget_set_parent(), and gets the focus back when it closes. */

GtkWidget *telaah_tag_popover_new          (void);
void       telaah_tag_popover_set_session  (TelaahTagPopover   *self,
                                            TelaahSession      *session);
void       telaah_tag_popover_set_settings (TelaahTagPopover   *self,
                                            GSettings          *settings);
void       telaah_tag_popover_open         (TelaahTagPopover   *self,
                                            const char         *source,
                                            TelaahSpan          span,
                                            const GdkRectangle *at);
void       telaah_tag_popover_focus_note   (TelaahTagPopover   *self);

G_END_DECLS
