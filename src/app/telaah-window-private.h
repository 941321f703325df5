/* What the parts of the window share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/compare/telaah-compare.h"
#include "app/outline/telaah-outline-page.h"
#include "app/reader/telaah-reader.h"
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
  gboolean              narrow;
  char                 *back_view;      /* where Back goes, or NULL */
  AdwToast             *removed;        /* weak; its Undo is for what was done last, and goes with it */

  /* From the template. */
  AdwToastOverlay      *toasts;
  GtkStack             *stack;
  TelaahWelcome        *welcome;
  AdwViewStack         *views;
  TelaahReader         *reader;
  TelaahCompare        *compare;
  TelaahOutlinePage    *outline;
  GtkWidget            *project_tools;
  GtkWidget            *switcher;
  GtkLabel             *title;
  GtkLabel             *state;
  GtkWidget            *back_button;
  GtkWidget            *undo_button;
  GtkWidget            *redo_button;
  GtkWidget            *history_tools;
  GtkMenuButton        *menu_button;
  GtkRevealer          *progress_revealer;
  GtkProgressBar       *progress;
};

/* telaah-window.c */
void telaah_window_set_session    (TelaahWindow  *self,
                                   TelaahSession *session);
void telaah_window_flush          (TelaahWindow  *self);
void telaah_window_show_progress  (TelaahWindow  *self,
                                   const char    *what);
void telaah_window_hide_progress  (TelaahWindow  *self);
void telaah_window_set_view       (TelaahWindow  *self,
                                   const char    *view);
void telaah_window_update_panes   (TelaahWindow  *self);

/* telaah-window-actions.c and -keys.c */
void telaah_window_init_actions   (TelaahWindow  *self);
void telaah_window_update_actions (TelaahWindow  *self);
void telaah_window_init_keys      (TelaahWindow  *self);

/* telaah-window-files.c */
void telaah_window_init_drop      (TelaahWindow  *self);
void telaah_window_choose_project (TelaahWindow  *self);
void telaah_window_choose_texts   (TelaahWindow  *self);
void telaah_window_choose_export  (TelaahWindow  *self);
void telaah_window_import         (TelaahWindow  *self,
                                   GListModel    *files,
                                   gboolean       twice);

/* telaah-window-place.c */
void telaah_window_keep_place     (TelaahWindow  *self);
void telaah_window_restore_place  (TelaahWindow  *self);

G_END_DECLS
