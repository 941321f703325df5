/* The points as an indented list: to go to them, fold them, and put them in order.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_OUTLINE_TREE (telaah_outline_tree_get_type ())
G_DECLARE_FINAL_TYPE (TelaahOutlineTree, telaah_outline_tree, TELAAH, OUTLINE_TREE, GtkWidget)

/* Signals: "selected" (point), by the user. */

GtkWidget  *telaah_outline_tree_new          (void);
void        telaah_outline_tree_set_session  (TelaahOutlineTree *self,
                                              TelaahSession     *session);
void        telaah_outline_tree_refresh      (TelaahOutlineTree *self);
const char *telaah_outline_tree_get_selected (TelaahOutlineTree *self);
void        telaah_outline_tree_select       (TelaahOutlineTree *self,
                                              const char        *point);

G_END_DECLS
