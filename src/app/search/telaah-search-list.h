/* The hits of a search in a list: to go through, to fold and to choose among.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/search/telaah-search-rows.h"
#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_SEARCH_LIST (telaah_search_list_get_type ())
G_DECLARE_FINAL_TYPE (TelaahSearchList, telaah_search_list, TELAAH, SEARCH_LIST, GtkWidget)

/* Signals:
 *   "selected" (gpointer hit), "activated" (gpointer hit)    TelaahHit, borrowed
 *   "chosen-changed"                                         others are chosen, or none
 *   "left" ()                                                Up, from the first row */

GtkWidget        *telaah_search_list_new           (void);
void              telaah_search_list_set_session   (TelaahSearchList *self,
                                                    TelaahSession    *session);
void              telaah_search_list_update        (TelaahSearchList *self,
                                                    GPtrArray        *hits);
void              telaah_search_list_clear         (TelaahSearchList *self);
void              telaah_search_list_refresh       (TelaahSearchList *self,
                                                    gboolean          texts);
TelaahSearchRows *telaah_search_list_get_rows      (TelaahSearchList *self);
void              telaah_search_list_go_to_top     (TelaahSearchList *self);
void              telaah_search_list_set_capture   (TelaahSearchList *self,
                                                    GtkText          *text);

/* ---- The one that is looked at ---- */

const TelaahHit  *telaah_search_list_get_selected  (TelaahSearchList *self);
guint             telaah_search_list_get_position  (TelaahSearchList *self);
void              telaah_search_list_set_position  (TelaahSearchList *self,
                                                    guint             hit);
gboolean          telaah_search_list_step          (TelaahSearchList *self,
                                                    gboolean          forward);
gboolean          telaah_search_list_focus_hit     (TelaahSearchList *self);

/* ---- Those that are chosen ---- */

guint             telaah_search_list_count_chosen  (TelaahSearchList *self);
GPtrArray        *telaah_search_list_dup_chosen    (TelaahSearchList *self);
void              telaah_search_list_choose_none   (TelaahSearchList *self);
void              telaah_search_list_tidy_chosen   (TelaahSearchList *self);

G_END_DECLS
