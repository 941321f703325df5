/* Keeps the rows of a GtkListBox in step with a list whose items are replaced when they change: a row stays with the
 * id of its item, and with it the selection, the focus and the place that one has scrolled to.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  const char    *(*get_id)  (gpointer       item);     /* borrowed of the item */
  GtkListBoxRow *(*create)  (gpointer       user_data);
  void           (*bind)    (GtkListBoxRow *row,       /* the item is new to the row */
                             gpointer       item,
                             gpointer       user_data);
  void           (*refresh) (GtkListBoxRow *row,       /* what costs more, once it can be seen */
                             gpointer       item,
                             gpointer       user_data);
} TelaahLiveRowsFuncs;

typedef struct _TelaahLiveRows TelaahLiveRows;

TelaahLiveRows *telaah_live_rows_new        (GtkListBox                *list,
                                             const TelaahLiveRowsFuncs *funcs,
                                             gpointer                   user_data);
void            telaah_live_rows_free       (TelaahLiveRows            *self);
void            telaah_live_rows_sync       (TelaahLiveRows            *self,
                                             GListModel                *items);
void            telaah_live_rows_invalidate (TelaahLiveRows            *self);
GtkListBoxRow  *telaah_live_rows_find       (TelaahLiveRows            *self,
                                             const char                *id);
gpointer        telaah_live_rows_get_item   (GtkListBoxRow             *row);
void            telaah_live_rows_set_guest  (TelaahLiveRows            *self,
                                             GtkListBoxRow             *row,
                                             const char                *after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahLiveRows, telaah_live_rows_free)

G_END_DECLS
