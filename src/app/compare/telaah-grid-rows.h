/* How high the rows of the comparison are, and so where each begins.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TelaahGridRows TelaahGridRows;

TelaahGridRows *telaah_grid_rows_new        (void);
void            telaah_grid_rows_free       (TelaahGridRows *self);

void            telaah_grid_rows_set_keys   (TelaahGridRows *self,
                                             GPtrArray      *keys);
guint           telaah_grid_rows_get_n      (TelaahGridRows *self);
void            telaah_grid_rows_set_usual  (TelaahGridRows *self,
                                             int             height);
void            telaah_grid_rows_forget     (TelaahGridRows *self);
void            telaah_grid_rows_forget_row (TelaahGridRows *self,
                                             guint           row);
void            telaah_grid_rows_clear      (TelaahGridRows *self);
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
