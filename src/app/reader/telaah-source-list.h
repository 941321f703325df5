/* The sources of a project, to choose one to read, to describe and to remove.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_SOURCE_LIST (telaah_source_list_get_type ())
G_DECLARE_FINAL_TYPE (TelaahSourceList, telaah_source_list, TELAAH, SOURCE_LIST, GtkWidget)

/* Signals:
 *   "source-selected" (const char *id)       by the user, or because the one before it is gone; NULL: none is left
 *   "source-activated" (const char *id)      Enter or a double click: let the keys go to its text
 *   "source-opened" (const char *id, gboolean beside)   in a tab of its own: Ctrl and Enter or a click, a middle click
 *                                            or the menu; beside: next to what is read
 *   "removed" (const char *label)            for a toast with Undo: the source's name in quotes
 *   "failed" (const char *message)           a sentence for a person */

GtkWidget  *telaah_source_list_new          (void);
void        telaah_source_list_set_session  (TelaahSourceList *self,
                                             TelaahSession    *session);
const char *telaah_source_list_get_selected (TelaahSourceList *self);
void        telaah_source_list_set_selected (TelaahSourceList *self,
                                             const char       *source);
GtkListBox *telaah_source_list_get_box      (TelaahSourceList *self);

G_END_DECLS
