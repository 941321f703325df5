/* What the parts of TelaahSearchList share: the rows, and choosing among them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/reader/telaah-row-view.h"
#include "app/search/telaah-hit-texts.h"
#include "app/search/telaah-search-list.h"

G_BEGIN_DECLS

struct _TelaahSearchList
{
  GtkWidget          parent_instance;

  TelaahHitTexts    *texts;       /* NULL: no session */
  TelaahSearchRows  *rows;
  GHashTable        *chosen;      /* ids of hits */
  char              *chosen_last; /* the one that Shift goes on from, or NULL */

  int                width;       /* last allocated */
  guint              refresh_source;
  GtkText           *capture;     /* where what is typed goes, or NULL; not owned */

  GtkWidget         *scroller;
  TelaahRowView     *view;
};

TelaahSearchItem *telaah_search_list_get_item     (TelaahSearchList *self,
                                                   const char       *id);
TelaahSearchItem *telaah_search_list_get_group    (TelaahSearchList *self);
void              telaah_search_list_fold         (TelaahSearchList *self,
                                                   const char       *id,
                                                   gboolean          folded);

/* ---- Choosing ---- */

void              telaah_search_list_toggle       (TelaahSearchList *self,
                                                   const char       *id);
void              telaah_search_list_install_keys (GtkWidgetClass   *widget_class);
void              telaah_search_list_init_clicks  (TelaahSearchList *self);

G_END_DECLS
