/* Rows of any height below each other, as many widgets as are in sight, however many items there are.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/reader/telaah-row.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_ROW_VIEW (telaah_row_view_get_type ())
G_DECLARE_FINAL_TYPE (TelaahRowView, telaah_row_view, TELAAH, ROW_VIEW, GtkWidget)

/* Properties:
 *   "single-click"      one click activates
 *   "room-below"        below the last row, in pixels
 *
 * Signals:
 *   "selected" (id)     by a click or a key, not by telaah_row_view_set_selected()
 *   "activated" (id)    a double click, or Enter */

typedef struct
{
  const char *(*get_id) (gpointer    item);       /* borrowed of the item; one of its own */
  GtkWidget  *(*create) (gpointer    user_data);  /* what a row holds, which will show one item after another */
  void        (*bind)   (GtkWidget  *content,
                         gpointer    item,        /* NULL: none for now */
                         gpointer    user_data);

  /* NULL: the view puts the content into a row. Else it is a row itself: a list item that takes the focus. */
  void        (*select) (GtkWidget  *row,
                         gboolean    selected,
                         gpointer    user_data);

  /* For telaah_row_view_set_model(): the position among the items; G_MAXUINT: it is not there. */
  guint       (*find)   (GPtrArray  *items,
                         const char *id,
                         gpointer    user_data);
} TelaahRowFuncs;

GtkWidget  *telaah_row_view_new          (void);
void        telaah_row_view_set_funcs    (TelaahRowView        *self,
                                          const TelaahRowFuncs *funcs,
                                          gpointer              user_data);

/* ---- What it shows ---- */

void        telaah_row_view_set_items    (TelaahRowView        *self,
                                          GPtrArray            *items);
void        telaah_row_view_set_model    (TelaahRowView        *self,
                                          GListModel           *model);
void        telaah_row_view_sync         (TelaahRowView        *self);
void        telaah_row_view_refresh      (TelaahRowView        *self);
guint       telaah_row_view_get_n        (TelaahRowView        *self);
const char *telaah_row_view_get_id       (TelaahRowView        *self,
                                          guint                 position);
guint       telaah_row_view_find         (TelaahRowView        *self,
                                          const char           *id);
gpointer    telaah_row_view_get_item     (TelaahRowView        *self,
                                          const char           *id);
GtkWidget  *telaah_row_view_get_content  (TelaahRowView        *self,
                                          const char           *id);
void        telaah_row_view_foreach      (TelaahRowView        *self,
                                          GFunc                 func,
                                          gpointer              data);

/* ---- Selecting and scrolling ---- */

const char *telaah_row_view_get_selected (TelaahRowView        *self);
void        telaah_row_view_set_selected (TelaahRowView        *self,
                                          const char           *id);
void        telaah_row_view_choose       (TelaahRowView        *self,
                                          const char           *id);
void        telaah_row_view_focus_row    (TelaahRowView        *self,
                                          const char           *id);
void        telaah_row_view_bring_to_top (TelaahRowView        *self,
                                          guint                 position);
void        telaah_row_view_go_to_top    (TelaahRowView        *self);
double      telaah_row_view_get_extent   (TelaahRowView        *self);

G_END_DECLS
