/* What the parts of TelaahRowView share: the widget, its places, its keys.
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

  GPtrArray           *items;         /* never NULL */
  GHashTable          *positions;     /* id, borrowed of the item -> position */
  char                *selected;      /* id, or NULL */

  GHashTable          *rows;          /* id -> row, of those in sight and the one with the focus */
  GPtrArray           *spare;         /* rows that show nothing */

  int                 *heights;       /* by position; 0: not known at this width */
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

/* G_MAXUINT: it is not there. */
guint       telaah_row_view_find         (TelaahRowView *self,
                                          const char    *id);
const char *telaah_row_view_get_id       (TelaahRowView *self,
                                          guint          position);

/* ---- Places ---- */

void        telaah_row_view_place        (TelaahRowView *self);
void        telaah_row_view_allocate     (TelaahRowView *self);
void        telaah_row_view_follow_value (TelaahRowView *self);
void        telaah_row_view_forget       (TelaahRowView *self);
GtkWidget  *telaah_row_view_need_row     (TelaahRowView *self,
                                          guint          position);
const char *telaah_row_view_get_row_id   (GtkWidget     *row);
int         telaah_row_view_get_height   (TelaahRowView *self,
                                          guint          position);

/* ---- Keys and clicks ---- */

void        telaah_row_view_install_keys (GtkWidgetClass *klass);
void        telaah_row_view_init_clicks  (TelaahRowView  *self);
void        telaah_row_view_choose       (TelaahRowView  *self,
                                          const char     *id);
void        telaah_row_view_activate     (TelaahRowView  *self,
                                          const char     *id);
gboolean    telaah_row_view_focus        (GtkWidget        *widget,
                                          GtkDirectionType  direction);
gboolean    telaah_row_view_grab_focus   (GtkWidget        *widget);

G_END_DECLS
