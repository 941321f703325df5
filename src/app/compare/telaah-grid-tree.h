/* The points of the comparison as they are on show: the tree with what is folded, hidden or filtered left out.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "app/compare/telaah-grid-face.h"

G_BEGIN_DECLS

/* Stands for no row, and for no point. */
#define TELAAH_NO_ROW G_MAXUINT

typedef struct _TelaahGridTree TelaahGridTree;

/* Whether a point is wanted; those over a wanted one are shown with it. */
typedef gboolean (*TelaahGridKeepFunc) (TelaahPoint *point,
                                        gpointer     user_data);

TelaahGridTree *telaah_grid_tree_new        (void);
void            telaah_grid_tree_free       (TelaahGridTree     *self);

void            telaah_grid_tree_set_points (TelaahGridTree     *self,
                                             GListModel         *points,
                                             TelaahGridKeepFunc  keep,
                                             gpointer            user_data);
guint           telaah_grid_tree_get_n      (TelaahGridTree     *self);
TelaahPoint    *telaah_grid_tree_get_point  (TelaahGridTree     *self,
                                             guint               index);
const char     *telaah_grid_tree_get_id     (TelaahGridTree     *self,
                                             guint               index);
guint           telaah_grid_tree_find       (TelaahGridTree     *self,
                                             const char         *point);
guint           telaah_grid_tree_find_near  (TelaahGridTree     *self,
                                             const char         *point);

TelaahGridFold  telaah_grid_tree_get_fold   (TelaahGridTree     *self,
                                             guint               index);
gboolean        telaah_grid_tree_set_fold   (TelaahGridTree     *self,
                                             guint               index,
                                             TelaahGridFold      fold);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahGridTree, telaah_grid_tree_free)

G_END_DECLS
