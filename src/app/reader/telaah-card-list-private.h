/* What the parts of TelaahCardList share: the widget and its commands.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/reader/telaah-card-list.h"
#include "app/reader/telaah-card-model.h"
#include "app/reader/telaah-passage-card.h"

G_BEGIN_DECLS

struct _TelaahCardList
{
  GtkWidget           parent_instance;

  TelaahSession      *session;
  char               *source;
  TelaahCardModel    *model;
  GtkSingleSelection *selection;
  GHashTable         *cards;        /* those that show a passage; owned by the list view */
  GtkWidget          *menu;

  guint               top;          /* position last brought to the top for the text; G_MAXUINT: none */
  gint64              held;         /* monotonic time until which scrolling from outside is not heeded */
  gboolean            quiet;        /* the selection does not change by the reader's hand */
  char               *to_edit;      /* id of the passage whose note wants the caret */
  guint               edit_source;
  guint               follow;       /* frames until the card that is written on is brought back into sight */

  /* from the template */
  GtkLabel           *count;
  GtkStack           *stack;
  GtkLabel           *hint;
  GtkScrolledWindow  *scroller;
  GtkListView        *list;
};

void               telaah_card_list_hold             (TelaahCardList *self);
TelaahPassageCard *telaah_card_list_find_card        (TelaahCardList *self,
                                                      const char     *passage);
void               telaah_card_list_select_position  (TelaahCardList *self,
                                                      guint           position);
void               telaah_card_list_scroll_to        (TelaahCardList *self,
                                                      guint           position);

void               telaah_card_list_emit_selected    (TelaahCardList *self,
                                                      const char     *passage);
void               telaah_card_list_emit_retag       (TelaahCardList *self,
                                                      const char     *passage);
void               telaah_card_list_emit_removed     (TelaahCardList *self,
                                                      const char     *label);
void               telaah_card_list_emit_failed      (TelaahCardList *self,
                                                      const char     *message);

/* ---- Commands ---- */

void               telaah_card_list_install_commands (GtkWidgetClass *klass);
void               telaah_card_list_init_menu        (TelaahCardList *self);

G_END_DECLS
