/* What the files of the view Compare share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/compare/telaah-cell-pane.h"
#include "app/compare/telaah-compare-filter.h"
#include "app/compare/telaah-compare-hidden.h"
#include "app/compare/telaah-compare-switch.h"
#include "app/compare/telaah-compare.h"
#include "app/compare/telaah-grid.h"
#include "app/compare/telaah-picture-view.h"
#include "app/outline/telaah-outline-chooser.h"

G_BEGIN_DECLS

struct _TelaahCompare
{
  GtkWidget       parent_instance;

  TelaahSession  *session;
  const char     *page;                 /* of the switch; static */
  gboolean        pane_visible;
  gboolean        narrow;
  gboolean        visible_when_wide;    /* what to go back to when there is room again */

  GtkWidget      *menu;                 /* popover, for what is selected */

  /* From the template. */
  GtkWidget      *bar;
  TelaahCompareSwitch  *switch_;
  TelaahCompareHidden  *hidden;
  TelaahCompareFilter  *filter;
  TelaahOutlineChooser *chooser;
  TelaahPictureView    *picture;
  GtkWidget      *chip;
  GtkLabel       *chip_label;
  GtkWidget      *filter_button;
  GtkWidget      *transpose_button;
  GtkWidget      *stack;
  TelaahGrid     *grid;
  TelaahCellPane *pane;
  GtkWidget      *corner;
  GtkLabel       *corner_label;
  GtkMenuButton  *add_button;
  GtkEntry       *add_entry;
  GtkEntry       *first_entry;
  GMenuModel     *point_menu;
  GMenuModel     *cell_menu;
  GMenuModel     *source_menu;
};

/* telaah-compare.c */
void     telaah_compare_choose_page    (TelaahCompare  *self);
void     telaah_compare_set_page       (TelaahCompare  *self,
                                        const char     *page);
void     telaah_compare_fail           (TelaahCompare  *self,
                                        GError         *error);
void     telaah_compare_tell_removed   (TelaahCompare  *self,
                                        const char     *message);

/* telaah-compare-room.c */
void     telaah_compare_measure        (GtkWidget      *widget,
                                        GtkOrientation  orientation,
                                        int             for_size,
                                        int            *minimum,
                                        int            *natural,
                                        int            *minimum_baseline,
                                        int            *natural_baseline);
void     telaah_compare_size_allocate  (GtkWidget      *widget,
                                        int             width,
                                        int             height,
                                        int             baseline);

/* telaah-compare-columns.c */
void     telaah_compare_add_column_actions    (GtkWidgetClass *widget_class);
void     telaah_compare_enable_column_actions (TelaahCompare  *self);
void     telaah_compare_set_filter            (TelaahCompare          *self,
                                               const TelaahGridFilter *filter);

/* telaah-compare-bar.c */
void     telaah_compare_bind_bar       (GtkWidgetClass *widget_class);
void     telaah_compare_set_up_bar     (TelaahCompare  *self);

/* telaah-compare-points.c */
void     telaah_compare_add_point_actions     (GtkWidgetClass *widget_class);
void     telaah_compare_enable_point_actions  (TelaahCompare  *self);

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
