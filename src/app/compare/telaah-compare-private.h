/* What the files of the view Compare share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/compare/telaah-cell-pane.h"
#include "app/compare/telaah-compare.h"
#include "app/compare/telaah-grid.h"

G_BEGIN_DECLS

struct _TelaahCompare
{
  GtkWidget       parent_instance;

  TelaahSession  *session;
  gboolean        pane_visible;
  gboolean        narrow;
  gboolean        visible_when_wide;    /* what to go back to when there is room again */

  GtkWidget      *menu;                 /* popover, for what is selected */

  /* From the template. */
  GtkWidget      *stack;
  TelaahGrid     *grid;
  TelaahCellPane *pane;
  GtkWidget      *corner;
  GtkMenuButton  *add_button;
  GtkEntry       *add_entry;
  GtkEntry       *first_entry;
  GMenuModel     *point_menu;
  GMenuModel     *cell_menu;
};

/* telaah-compare-actions.c */
void     telaah_compare_add_actions    (GtkWidgetClass *widget_class);
void     telaah_compare_enable_actions (TelaahCompare  *self);
gboolean telaah_compare_has_point      (TelaahCompare  *self);
gboolean telaah_compare_has_cell       (TelaahCompare  *self);
void     telaah_compare_edit           (TelaahCompare  *self);
void     telaah_compare_add_cb         (TelaahCompare  *self);
void     telaah_compare_add_first_cb   (TelaahCompare  *self);
void     telaah_compare_add_closed_cb  (TelaahCompare  *self);

G_END_DECLS
