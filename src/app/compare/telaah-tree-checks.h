/* A list of themes or points to check some of: the tree as paths, with a search over it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_TREE_CHECKS (telaah_tree_checks_get_type ())
G_DECLARE_FINAL_TYPE (TelaahTreeChecks, telaah_tree_checks, TELAAH, TREE_CHECKS, GtkBox)

/* Signals: "changed", when something was checked or no longer is. */

void       telaah_tree_checks_show_themes (TelaahTreeChecks  *self,
                                           TelaahSession     *session);
void       telaah_tree_checks_show_points (TelaahTreeChecks  *self,
                                           TelaahSession     *session);
void       telaah_tree_checks_check       (TelaahTreeChecks  *self,
                                           const char *const *ids);
void       telaah_tree_checks_allow       (TelaahTreeChecks  *self,
                                           const char        *id,
                                           gboolean           allowed);
GPtrArray *telaah_tree_checks_dup_checked (TelaahTreeChecks  *self);
void       telaah_tree_checks_set_label   (TelaahTreeChecks  *self,
                                           const char        *label);

G_END_DECLS
