/* What the parts of TelaahSearchPanel share: running a search, and saying how it went.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/search/telaah-search-list.h"
#include "app/search/telaah-search-panel.h"
#include "session/telaah-search.h"

G_BEGIN_DECLS

struct _TelaahSearchPanel
{
  GtkWidget         parent_instance;

  TelaahSession    *session;
  TelaahSearch     *search;       /* NULL: no session */
  GSettings        *settings;
  gboolean          active;       /* it is open: what changes is looked for again at once */
  gboolean          due;          /* something has changed while it was not */
  gboolean          anew;         /* what is under way is another question, not the same once more */
  gboolean          fresh;        /* the list shows what the run under way has found */
  guint             position;     /* of the hit that was selected before it was asked once more; G_MAXUINT: none */
  guint             n_shown;      /* hits in the list */
  guint             run_source;   /* will ask once more */
  guint             show_source;  /* will show what has come in */
  guint             wait_source;  /* will empty the list of what was found before */

  /* From the template. */
  GtkEditable      *entry;
  GtkMenuButton    *menu_button;
  GtkWidget        *levels;
  GtkLabel         *status;
  GtkWidget        *status_line;
  GtkWidget        *steps;
  GtkWidget        *progress_line;
  GtkLabel         *progress_words;
  GtkProgressBar   *progress;
  GtkStack         *stack;
  GtkBox           *start;
  GtkBox           *offers;
  TelaahSearchList *list;
  GtkWidget        *tag_line;
  GtkLabel         *chosen;
  GtkWidget        *choose_none;
  GtkButton        *tag_button;

  GtkWidget        *help;         /* a popover */
};

/* More are not shown. */
#define TELAAH_SEARCH_PANEL_MOST 20000

/* ---- Asking, and showing what comes in ---- */

void telaah_search_panel_run             (TelaahSearchPanel *self,
                                          gboolean           anew);
void telaah_search_panel_empty           (TelaahSearchPanel *self);
void telaah_search_panel_stop_sources    (TelaahSearchPanel *self);
void telaah_search_panel_follow_search   (TelaahSearchPanel *self);
void telaah_search_panel_follow_settings (TelaahSearchPanel *self);

/* ---- How it went ---- */

void telaah_search_panel_update_status   (TelaahSearchPanel *self);
void telaah_search_panel_update_chosen   (TelaahSearchPanel *self);

G_END_DECLS
