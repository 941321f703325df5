/* What the parts of the Read view share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/reader/telaah-card-list.h"
#include "app/reader/telaah-reader-pane.h"
#include "app/reader/telaah-reader.h"
#include "app/reader/telaah-sidebar.h"

G_BEGIN_DECLS

struct _TelaahReader
{
  GtkWidget         parent_instance;

  TelaahSession    *session;
  GSettings        *settings;

  TelaahReaderPane *active;         /* the one that is read: start or end */
  gboolean          split;          /* the end is there too */
  gboolean          narrow;         /* no room for both */
  gboolean          focus_mode;     /* nothing but the text */
  gboolean          sidebar_shown;  /* as was asked for; hidden in focus mode all the same */
  gboolean          cards_shown;
  gboolean          place_split;    /* the handle is to be put in its place once there is a width */
  guint             tidy_source;
  TelaahSourcePage *shown;          /* that the lists are in step with; weak */
  char             *shown_source;
  char            **last_themes;    /* of the last tag, or NULL */
  char             *browsed_from;   /* source that was read before the list was gone through, or NULL */
  GHashTable       *hits;           /* id of a source -> GArray of TelaahSpan, or NULL */
  char             *hit_source;     /* of the one that is looked at, and its words; or NULL */
  GArray           *hit;
  gboolean          from_text;      /* a note is being written that was asked for there */
  char             *placing;        /* id of the passage that words are being picked for, or NULL */

  /* From the template. */
  GtkWidget        *sidebar_pane;
  TelaahSidebar    *sidebar;
  GtkStack         *stack;
  GtkPaned         *paned;
  TelaahReaderPane *start;
  TelaahReaderPane *end;
  GtkWidget        *cards_pane;
  GtkStack         *sides;
  TelaahCardList   *cards;
};

/* telaah-reader.c */
TelaahSourcePage *telaah_reader_make_page     (TelaahReader     *self);
void              telaah_reader_show_page     (TelaahReader     *self);
void              telaah_reader_update_title  (TelaahReader     *self,
                                               TelaahSourcePage *page);
void              telaah_reader_emit_split    (TelaahReader     *self);

void              telaah_reader_need_source   (TelaahReader     *self);
void              telaah_reader_activate_source (TelaahReader   *self,
                                               const char       *source);

/* telaah-reader-panes.c */
TelaahReaderPane *telaah_reader_get_other     (TelaahReader     *self);
TelaahReaderPane *telaah_reader_find_pane     (TelaahReader     *self,
                                               TelaahSourcePage *page);
void              telaah_reader_activate_pane (TelaahReader     *self,
                                               TelaahReaderPane *pane);
void              telaah_reader_unsplit       (TelaahReader     *self);
void              telaah_reader_close_all     (TelaahReader     *self);
void              telaah_reader_tidy          (TelaahReader     *self);
void              telaah_reader_settle        (TelaahReader     *self,
                                               TelaahReaderPane *active);
void              telaah_reader_queue_tidy    (TelaahReader     *self);
void              telaah_reader_update_layout (TelaahReader     *self);
void              telaah_reader_init_panes    (TelaahReader     *self);
void              telaah_reader_stop_panes    (TelaahReader     *self);
void              telaah_reader_install_tab_actions (GtkWidgetClass *widget_class);

/* telaah-reader-hits.c */
void              telaah_reader_show_hits_on  (TelaahReader     *self,
                                               TelaahSourcePage *page);

/* telaah-reader-commands.c */
void              telaah_reader_remember_tag  (TelaahReader     *self,
                                               const char       *passage);

/* telaah-reader-texts.c */
void              telaah_reader_connect_texts (TelaahReader     *self,
                                               TelaahSourcePage *page);
void              telaah_reader_set_texts_session (TelaahReader  *self,
                                               TelaahSession    *session);
void              telaah_reader_install_texts (GtkWidgetClass   *widget_class);
void              telaah_reader_init_texts    (TelaahReader     *self);

/* telaah-reader-occurrences.c */
void              telaah_reader_set_occurrences_session (TelaahReader  *self,
                                                         TelaahSession *session);
void              telaah_reader_init_occurrences (TelaahReader  *self);

G_END_DECLS
