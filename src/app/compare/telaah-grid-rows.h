/* The rows of the comparison: the tree of points with what is folded away left out, and how high each row is.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "app/compare/telaah-grid-face.h"

G_BEGIN_DECLS

/* Stands for no row. */
#define TELAAH_NO_ROW G_MAXUINT

typedef struct _TelaahGridRows TelaahGridRows;

TelaahGridRows *telaah_grid_rows_new        (void);
void            telaah_grid_rows_free       (TelaahGridRows *self);

void            telaah_grid_rows_set_points (TelaahGridRows *self,
                                             GListModel     *points);
guint           telaah_grid_rows_get_n      (TelaahGridRows *self);
TelaahPoint    *telaah_grid_rows_get_point  (TelaahGridRows *self,
                                             guint           row);
const char     *telaah_grid_rows_get_id     (TelaahGridRows *self,
                                             guint           row);
guint           telaah_grid_rows_find       (TelaahGridRows *self,
                                             const char     *point);
guint           telaah_grid_rows_find_near  (TelaahGridRows *self,
                                             const char     *point);

TelaahGridFold  telaah_grid_rows_get_fold   (TelaahGridRows *self,
                                             guint           row);
gboolean        telaah_grid_rows_set_fold   (TelaahGridRows *self,
                                             guint           row,
                                             TelaahGridFold  fold);

void            telaah_grid_rows_set_usual  (TelaahGridRows *self,
                                             int             height);
void            telaah_grid_rows_forget     (TelaahGridRows *self);
gboolean        telaah_grid_rows_raise      (TelaahGridRows *self,
                                             guint           row,
                                             int             height);
int             telaah_grid_rows_get_y      (TelaahGridRows *self,
                                             guint           row);
int             telaah_grid_rows_get_height (TelaahGridRows *self,
                                             guint           row);
guint           telaah_grid_rows_at         (TelaahGridRows *self,
                                             int             y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahGridRows, telaah_grid_rows_free)

G_END_DECLS
