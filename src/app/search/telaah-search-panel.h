/* One search over the whole project: what is asked, how, and what was found.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/telaah-hit.h"
#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_SEARCH_PANEL (telaah_search_panel_get_type ())
G_DECLARE_FINAL_TYPE (TelaahSearchPanel, telaah_search_panel, TELAAH, SEARCH_PANEL, GtkWidget)

/* Signals:
 *   "open-hit" (gpointer hit, gboolean enter)    TelaahHit, borrowed: it is to be shown; @enter: and to have the focus
 *   "hits-changed"                               others were found
 *   "closed"                                     Escape */

GtkWidget   *telaah_search_panel_new          (void);
void         telaah_search_panel_set_session  (TelaahSearchPanel *self,
                                               TelaahSession     *session);
void         telaah_search_panel_set_settings (TelaahSearchPanel *self,
                                               GSettings         *settings);
void         telaah_search_panel_set_progress (TelaahSearchPanel *self,
                                               double             fraction);

/* ---- What is asked ---- */

const char  *telaah_search_panel_get_words    (TelaahSearchPanel *self);
void         telaah_search_panel_set_words    (TelaahSearchPanel *self,
                                               const char        *words);
void         telaah_search_panel_ask_for      (TelaahSearchPanel *self,
                                               const char        *text);
void         telaah_search_panel_set_active   (TelaahSearchPanel *self,
                                               gboolean           active);

/* ---- What was found ---- */

guint        telaah_search_panel_get_n_hits   (TelaahSearchPanel *self);
gboolean     telaah_search_panel_step         (TelaahSearchPanel *self,
                                               gboolean           forward);
GPtrArray   *telaah_search_panel_dup_chosen   (TelaahSearchPanel *self);
void         telaah_search_panel_choose_none  (TelaahSearchPanel *self);
GHashTable  *telaah_search_panel_dup_spans    (TelaahSearchPanel *self);

G_END_DECLS
