/* The left side of the reading view: the sources, and the themes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/reader/telaah-contents.h"
#include "app/reader/telaah-source-list.h"
#include "app/reader/telaah-theme-tree.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_SIDEBAR (telaah_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (TelaahSidebar, telaah_sidebar, TELAAH, SIDEBAR, GtkWidget)

GtkWidget        *telaah_sidebar_new             (void);
void              telaah_sidebar_set_session     (TelaahSidebar *self,
                                                  TelaahSession *session);
TelaahSourceList *telaah_sidebar_get_source_list (TelaahSidebar *self);
TelaahContents   *telaah_sidebar_get_contents    (TelaahSidebar *self);
TelaahThemeTree  *telaah_sidebar_get_theme_tree  (TelaahSidebar *self);

G_END_DECLS
