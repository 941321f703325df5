/* What the parts of TelaahCardView share: the widget, its places, its keys.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/reader/telaah-card-view.h"

G_BEGIN_DECLS

struct _TelaahCardView
{
  GtkWidget            parent_instance;

  TelaahSession       *session;
  GListModel          *source;        /* the session's list; NULL: none */
  GPtrArray           *passages;      /* what is in it */
  guint                changed;       /* the first position that has changed since the last sync, G_MAXUINT: none */
  char                *selected;      /* id, or NULL */

  GHashTable          *cards;         /* id -> card, of those in sight and the one with the focus */
  GPtrArray           *spare;         /* cards that show nothing */

  GArray              *heights;       /* int, by position; 0: not known at this width */
  char                *gone;          /* id of the last that was taken out, and its height */
  int                  gone_height;
  int                  estimate;      /* for those, once there is something to go by */
  int                  width;
  int                  height;
  guint                anchor;        /* position of the card that stays where it is */
  int                  anchor_y;      /* and where that is, from the top edge of the view */
  char                *bring;         /* id of the one to bring into sight, or NULL */
  guint                first;         /* position of the first card that was placed */
  guint                end;           /* and of that after the last */
  int                  first_y;
  gboolean             placing;
  gboolean             place_again;   /* something has changed meanwhile */

  GtkAdjustment       *adjustments[2];
  GtkScrollablePolicy  policies[2];
  gboolean             configuring;   /* we set the adjustment */
};

/* ---- Places ---- */

void       telaah_card_view_place        (TelaahCardView *self);
void       telaah_card_view_allocate     (TelaahCardView *self);
void       telaah_card_view_follow_value (TelaahCardView *self);
void       telaah_card_view_forget       (TelaahCardView *self);
GtkWidget *telaah_card_view_need_card    (TelaahCardView *self,
                                          guint           position);
void       telaah_card_view_release      (TelaahCardView *self,
                                          GtkWidget      *card);
int        telaah_card_view_get_height   (TelaahCardView *self,
                                          guint           position);

/* ---- Keys and clicks ---- */

void       telaah_card_view_install_keys (GtkWidgetClass *klass);
void       telaah_card_view_init_clicks  (TelaahCardView *self);
gboolean   telaah_card_view_focus        (GtkWidget        *widget,
                                          GtkDirectionType  direction);
gboolean   telaah_card_view_grab_focus   (GtkWidget        *widget);

/* Emitted by the keys. */
void       telaah_card_view_emit_activated (TelaahCardView *self,
                                            const char     *passage);

G_END_DECLS
