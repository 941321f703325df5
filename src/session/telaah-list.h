/* A GListModel over an array: items are replaced, never changed, and a refresh tells only what differs.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TELAAH_TYPE_LIST (telaah_list_get_type ())
G_DECLARE_FINAL_TYPE (TelaahList, telaah_list, TELAAH, LIST, GObject)

TelaahList *telaah_list_new          (GType         item_type);
void        telaah_list_update       (TelaahList   *self,
                                      GPtrArray    *items,
                                      GEqualFunc    equal);
void        telaah_list_flush        (TelaahList   *self);
void        telaah_list_insert       (TelaahList   *self,
                                      gpointer      item,
                                      GCompareFunc  compare);
gboolean    telaah_list_remove       (TelaahList   *self,
                                      gpointer      item,
                                      GCompareFunc  compare);
void        telaah_list_append_quiet (TelaahList   *self,
                                      gpointer      item);
void        telaah_list_sort_quiet   (TelaahList   *self,
                                      GCompareFunc  compare);
guint       telaah_list_get_length   (TelaahList   *self);
gpointer    telaah_list_peek         (TelaahList   *self,
                                      guint         position);

G_END_DECLS
