/* What the files of the page share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/outline/telaah-open-ends.h"
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

  GtkStack            *stack;             /* from the template, as all below */
  TelaahOutlineTree   *tree;
  GtkListBox          *ends_list;
  TelaahOutlineColumn *column;
  GtkLabel            *question;

  GtkLabel            *counts[TELAAH_N_OPEN_ENDS];
};

typedef enum
{
  TELAAH_OUTLINE_OPEN_PASSAGE,
  TELAAH_OUTLINE_OPEN_SOURCE,
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

G_END_DECLS
