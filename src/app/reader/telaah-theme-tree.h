/* The tree of themes, to tag with, to look through and to keep in order.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_THEME_TREE (telaah_theme_tree_get_type ())
G_DECLARE_FINAL_TYPE (TelaahThemeTree, telaah_theme_tree, TELAAH, THEME_TREE, GtkWidget)

/* Signals:
 *   "theme-activated" (const char *id)    Enter, or a double click beside the name
 *   "removed" (const char *label)         for a toast with Undo: “Challenges” and 2 themes below it
 *   "failed" (const char *message)        a sentence for a person
 *
 * A row can be dragged to where a TELAAH_TYPE_THEME is taken. */

GtkWidget  *telaah_theme_tree_new          (void);
void        telaah_theme_tree_set_session  (TelaahThemeTree *self,
                                            TelaahSession   *session);
void        telaah_theme_tree_set_source   (TelaahThemeTree *self,
                                            const char      *source);
const char *telaah_theme_tree_get_selected (TelaahThemeTree *self);
void        telaah_theme_tree_set_selected (TelaahThemeTree *self,
                                            const char      *theme);
void        telaah_theme_tree_begin_add    (TelaahThemeTree *self,
                                            const char      *parent);
GtkListBox *telaah_theme_tree_get_box      (TelaahThemeTree *self);

G_END_DECLS
