/* What the parts of the window share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/compare/telaah-compare.h"
#include "app/outline/telaah-export-dialog.h"
#include "app/outline/telaah-outline-page.h"
#include "app/reader/telaah-reader.h"
#include "app/reader/telaah-typography.h"
#include "app/search/telaah-search-panel.h"
#include "app/telaah-welcome.h"
#include "app/telaah-window.h"

G_BEGIN_DECLS

struct _TelaahWindow
{
  AdwApplicationWindow  parent_instance;

  TelaahSession        *session;        /* NULL on the welcome page */
  GSettings            *settings;
  GCancellable         *cancellable;    /* of the work under way */
  GListModel           *waiting;        /* texts to import once there is a project */
  int                   width;
  gboolean              narrow;         /* no room for more than a short header */
  gboolean              cards_yield;    /* no room for the cards, */
  gboolean              cards_asked;    /* but they were asked for */
  gboolean              sidebar_yield;  /* the same for the sidebar */
  gboolean              sidebar_asked;
  gboolean              outline_yield;  /* and for that of the Outline, which yields to the search alone */
  gboolean              focus_mode;
  char                 *back_view;      /* where Back goes, or NULL */

  gboolean              search_open;
  const char           *search_key;     /* of how wide it is; NULL: that is being set */
  gboolean              asked_before;   /* for the sidebar, before it yielded to the search */
  gboolean              keep_focus;     /* a hit is being shown to who goes on among the others */
  GtkWidget            *before_search;  /* weak; where the focus was */
  guint                 index_source;   /* will make the search index */
  GCancellable         *index_cancellable;
  gint64                index_begun;    /* monotonic time */

  AdwToast             *removed;        /* weak; its Undo is for what was done last, and goes with it */

  TelaahExportChoice   *export_choice;  /* of the last export */
  guint                 outline_job;    /* shows its progress in a while, or goes on to; 0: there is none */

  AdwToast             *focus_toast;    /* weak; how to leave focus mode */

  /* Windows beside this one, each NULL or weak; they go with the project. */
  GtkWidget            *notes;
  GtkWidget            *codebook;
  GtkWidget            *theme_passages;
  GtkWidget            *words;
  GtkWidget            *seminar;

  /* From the template. */
  AdwToastOverlay      *toasts;
  GtkStack             *stack;
  TelaahWelcome        *welcome;
  GtkPaned             *search_paned;
  TelaahSearchPanel    *search;
  AdwViewStack         *views;
  TelaahReader         *reader;
  TelaahCompare        *compare;
  TelaahOutlinePage    *outline;
  GtkWidget            *project_tools;
  AdwViewSwitcher      *switcher;
  GtkLabel             *title;
  GtkLabel             *state;
  GtkWidget            *back_button;
  GtkWidget            *undo_button;
  GtkWidget            *redo_button;
  GtkWidget            *history_tools;
  GtkWidget            *seminar_button;
  GtkMenuButton        *menu_button;
  GtkMenuButton        *text_style_button;
  TelaahTypography     *typography;
  AdwBin               *header_slot;
  GtkWidget            *header;
  GtkRevealer          *header_peek;
  GtkRevealer          *progress_revealer;
  GtkProgressBar       *progress;
};

/* telaah-window.c */
void telaah_window_set_session    (TelaahWindow  *self,
                                   TelaahSession *session);
void telaah_window_dismiss        (AdwToast      *toast);
void telaah_window_flush          (TelaahWindow  *self);
void telaah_window_show_progress  (TelaahWindow  *self,
                                   const char    *what);
void telaah_window_hide_progress  (TelaahWindow  *self);
void telaah_window_set_view       (TelaahWindow  *self,
                                   const char    *view);
void telaah_window_go_to_reader   (TelaahWindow  *self);
void telaah_window_init_room      (TelaahWindow  *self);
void telaah_window_set_width      (TelaahWindow  *self,
                                   int            width);
void telaah_window_update_room    (TelaahWindow  *self);
void telaah_window_update_panes   (TelaahWindow  *self);
gboolean
     telaah_window_is_reading     (TelaahWindow  *self);

/* telaah-window-actions.c and -keys.c */
void telaah_window_init_actions   (TelaahWindow  *self);
void telaah_window_update_actions (TelaahWindow  *self);
void telaah_window_init_keys      (TelaahWindow  *self);

/* telaah-window-reading.c */
void telaah_window_init_reading   (TelaahWindow  *self);
void telaah_window_update_reading (TelaahWindow  *self);

/* telaah-window-texts.c */
void telaah_window_init_print     (TelaahWindow  *self);
void telaah_window_update_print   (TelaahWindow  *self);
void telaah_window_init_texts     (TelaahWindow  *self);
void telaah_window_update_texts   (TelaahWindow  *self);
void telaah_window_replace_text   (TelaahWindow  *self,
                                   const char    *source,
                                   GFile         *file);

/* telaah-window-notes.c */
void telaah_window_adopt          (TelaahWindow  *self,
                                   GtkWidget     *window,
                                   gpointer      *slot);
void telaah_window_init_notes     (TelaahWindow  *self);
void telaah_window_update_notes   (TelaahWindow  *self);
void telaah_window_flush_notes    (TelaahWindow  *self);
void telaah_window_close_notes    (TelaahWindow  *self);

void telaah_window_open_target    (TelaahWindow  *self,
                                   const char    *kind,
                                   const char    *target);

/* telaah-window-search.c */
void telaah_window_init_search    (TelaahWindow  *self);
void telaah_window_update_search  (TelaahWindow  *self);
void telaah_window_search_session (TelaahWindow  *self);
void telaah_window_show_search    (TelaahWindow  *self);
void telaah_window_place_search   (TelaahWindow  *self);
int  telaah_window_get_search_width (TelaahWindow *self);
void telaah_window_close_search   (TelaahWindow  *self);

/* telaah-window-words.c */
void telaah_window_init_words     (TelaahWindow  *self);
void telaah_window_update_words   (TelaahWindow  *self);

/* telaah-window-seminar.c */
void telaah_window_init_seminar   (TelaahWindow  *self);
void telaah_window_update_seminar (TelaahWindow  *self);
void telaah_window_resume_seminar (TelaahWindow  *self);
void telaah_window_close_seminar  (TelaahWindow  *self);

/* telaah-window-focus.c */
void telaah_window_init_focus     (TelaahWindow  *self);
void telaah_window_set_focus_mode (TelaahWindow  *self,
                                   gboolean       focus_mode);
void telaah_window_peek_header    (TelaahWindow  *self,
                                   gboolean       peek);

/* telaah-window-files.c */
void telaah_window_init_drop      (TelaahWindow  *self);
void telaah_window_choose_project (TelaahWindow  *self);
void telaah_window_choose_texts   (TelaahWindow  *self);
void telaah_window_import         (TelaahWindow  *self,
                                   GListModel    *files,
                                   gboolean       twice);

/* telaah-window-outline.c and -outline-import.c */
void telaah_window_init_outline   (TelaahWindow  *self);
void telaah_window_update_outline (TelaahWindow  *self);
void telaah_window_close_outline  (TelaahWindow  *self);
void telaah_window_begin_job      (TelaahWindow  *self,
                                   const char    *what);
void telaah_window_end_job        (TelaahWindow  *self);
void telaah_window_import_outline (TelaahWindow  *self,
                                   GFile         *file);
void telaah_window_open_cell      (TelaahWindow  *self,
                                   const char    *point,
                                   const char    *source);
void telaah_window_open_theme     (TelaahWindow  *self,
                                   const char    *theme);

/* telaah-window-place.c */
void telaah_window_keep_place     (TelaahWindow  *self);
void telaah_window_restore_place  (TelaahWindow  *self);

G_END_DECLS
