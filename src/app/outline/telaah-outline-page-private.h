/* What the files of the page share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/outline/telaah-open-ends-page.h"
#include "app/outline/telaah-open-ends.h"
#include "app/outline/telaah-outline-chooser.h"
#include "app/outline/telaah-outline-column.h"
#include "app/outline/telaah-outline-page.h"
#include "app/outline/telaah-outline-tree.h"

G_BEGIN_DECLS

struct _TelaahOutlinePage
{
  GtkWidget            parent_instance;

  TelaahSession       *session;
  TelaahOpenEnds      *ends;

  char                *point;             /* the one at hand */
  TelaahChange         pending;           /* what has changed while we were not shown */
  gboolean             sidebar_visible;

  gboolean             showing_ends;      /* in place of the document, */
  TelaahOpenEndKind    kind;              /* of this kind */

  GtkStack            *stack;             /* from the template, as all below */
  GtkStack            *pages;             /* the document, or open ends */
  TelaahOpenEndsPage  *ends_page;
  TelaahOutlineChooser *chooser;
  GtkWidget           *focus_bar;
  GtkWidget           *no_ends;
  GtkLabel            *words;
  TelaahOutlineTree   *tree;
  GtkListBox          *ends_list;
  TelaahOutlineColumn *column;
  GtkLabel            *question;

  GtkLabel            *counts[TELAAH_N_OPEN_END_KINDS];
};

typedef enum
{
  TELAAH_OUTLINE_OPEN_PASSAGE,
  TELAAH_OUTLINE_OPEN_CELL,
  TELAAH_OUTLINE_OPEN_SOURCE,
  TELAAH_OUTLINE_OPEN_THEME,
  TELAAH_OUTLINE_REMOVED,
  TELAAH_OUTLINE_FAILED,
} TelaahOutlineSignal;

#define TELAAH_N_OUTLINE_SIGNALS (TELAAH_OUTLINE_FAILED + 1)

void telaah_outline_page_install_actions (GtkWidgetClass      *widget_class);
void telaah_outline_page_emit            (TelaahOutlinePage   *self,
                                          TelaahOutlineSignal  what,
                                          const char          *first,
                                          const char          *second);
void telaah_outline_page_set_point       (TelaahOutlinePage   *self,
                                          const char          *point);
void telaah_outline_page_update          (TelaahOutlinePage   *self);

/* telaah-outline-page-side.c */
void telaah_outline_page_init_ends       (TelaahOutlinePage   *self);
void telaah_outline_page_show_ends       (TelaahOutlinePage   *self,
                                          TelaahOpenEndKind    kind);
void telaah_outline_page_show_document   (TelaahOutlinePage   *self);
void telaah_outline_page_update_words    (TelaahOutlinePage   *self);
void telaah_outline_page_update_focus    (TelaahOutlinePage   *self);
void telaah_outline_page_counted         (TelaahOpenEnds      *ends,
                                          gpointer             user_data);

G_END_DECLS
