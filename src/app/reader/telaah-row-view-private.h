/* What the parts of TelaahRowView share: the widget, its items, its places, its keys.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/reader/telaah-row-view.h"

G_BEGIN_DECLS

struct _TelaahRowView
{
  GtkWidget            parent_instance;

  TelaahRowFuncs       funcs;
  gpointer             user_data;
  gboolean             single_click;
  int                  room_below;

  GPtrArray           *items;         /* never NULL */
  GHashTable          *positions;     /* id, borrowed of the item -> position; not heeded where there is a model */
  GListModel          *model;         /* which the items are of, and which tells of its changes; or NULL */
  guint                changed;       /* the first position that has changed since the last sync, G_MAXUINT: none */
  char                *gone;          /* id of the last that the model took out, and its height */
  int                  gone_height;
  char                *selected;      /* id, or NULL */

  GHashTable          *rows;          /* id -> row, of those in sight and the one with the focus */
  GPtrArray           *spare;         /* rows that show nothing */

  GArray              *heights;       /* int, by position; 0: not known at this width */
  int                  estimate;      /* for those, once there is something to go by */
  int                  width;
  int                  height;
  guint                anchor;        /* position of the row that stays where it is */
  int                  anchor_y;      /* and where that is, from the top edge of the view */
  char                *bring;         /* id of the one to bring into sight, or NULL */
  guint                first;         /* position of the first row that was placed */
  guint                end;           /* and of that after the last */
  int                  first_y;
  gboolean             placing;
  gboolean             place_again;   /* something has changed meanwhile */

  GtkAdjustment       *adjustments[2];
  GtkScrollablePolicy  policies[2];
  gboolean             configuring;   /* we set the adjustment */
};

/* ---- Items ---- */

void        telaah_row_view_follow_model (TelaahRowView *self,
                                          GListModel    *model);

/* ---- Places ---- */

void        telaah_row_view_place        (TelaahRowView *self);
void        telaah_row_view_allocate     (TelaahRowView *self);
void        telaah_row_view_follow_value (TelaahRowView *self);
void        telaah_row_view_forget       (TelaahRowView *self);
GtkWidget  *telaah_row_view_need_row     (TelaahRowView *self,
                                          guint          position);
void        telaah_row_view_release      (TelaahRowView *self,
                                          GtkWidget     *row);
void        telaah_row_view_select_row   (TelaahRowView *self,
                                          GtkWidget     *row,
                                          gboolean       selected);
const char *telaah_row_view_get_row_id   (GtkWidget     *row);
GtkWidget  *telaah_row_view_get_held     (GtkWidget     *row);
int         telaah_row_view_get_height   (TelaahRowView *self,
                                          guint          position);

/* ---- Selecting and scrolling ---- */

void        telaah_row_view_bring        (TelaahRowView *self,
                                          const char    *id);

/* ---- Keys and clicks ---- */

void        telaah_row_view_install_keys (GtkWidgetClass *klass);
void        telaah_row_view_init_clicks  (TelaahRowView  *self);
void        telaah_row_view_activate     (TelaahRowView  *self,
                                          const char     *id);
gboolean    telaah_row_view_focus        (GtkWidget        *widget,
                                          GtkDirectionType  direction);
gboolean    telaah_row_view_grab_focus   (GtkWidget        *widget);

G_END_DECLS
