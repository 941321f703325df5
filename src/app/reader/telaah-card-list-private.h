/* What the parts of TelaahCardList share: the widget, its rows and its commands.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/reader/telaah-card-list.h"
#include "app/reader/telaah-passage-card.h"
#include "app/reader/telaah-row-view.h"

G_BEGIN_DECLS

struct _TelaahCardList
{
  GtkWidget       parent_instance;

  TelaahSession  *session;
  char           *source;
  GtkWidget      *menu;

  guint           top;      /* position last brought to the top for the text; G_MAXUINT: none */
  gint64          held;     /* monotonic time until which scrolling from outside is not heeded */

  /* from the template */
  GtkLabel       *count;
  GtkStack       *stack;
  GtkLabel       *hint;
  GtkWidget      *scroller;
  TelaahRowView  *view;
};

void telaah_card_list_hold             (TelaahCardList *self);
void telaah_card_list_emit_retag       (TelaahCardList *self,
                                        const char     *passage);
void telaah_card_list_emit_removed     (TelaahCardList *self,
                                        const char     *label);
void telaah_card_list_emit_failed      (TelaahCardList *self,
                                        const char     *message);
void telaah_card_list_emit_note_done   (TelaahCardList *self);

/* ---- Rows ---- */

void               telaah_card_list_init_rows         (TelaahCardList *self);
guint              telaah_card_list_find_offset       (TelaahCardList *self,
                                                       guint           offset);
void               telaah_card_list_refresh_cards     (TelaahCardList *self);
TelaahPassageCard *telaah_card_list_get_selected_card (TelaahCardList *self);

/* ---- Commands ---- */

void telaah_card_list_install_commands (GtkWidgetClass *klass);
void telaah_card_list_init_menu        (TelaahCardList *self);

G_END_DECLS
