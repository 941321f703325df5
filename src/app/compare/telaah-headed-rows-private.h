/* What the parts of TelaahHeadedRows share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/compare/telaah-headed-rows.h"

G_BEGIN_DECLS

struct _TelaahHeadedRows
{
  GtkWidget            parent_instance;

  GtkWidget           *head;
  TelaahRowView       *view;
  GtkWidget           *foot;
  GtkAdjustment       *inner;          /* of the list; ours, borrowed of it */

  GtkAdjustment       *adjustments[2];
  GtkScrollablePolicy  policies[2];
  gboolean             configuring;    /* we set an adjustment */
  int                  head_height;    /* as it is allocated */
  int                  foot_height;
  double               extent;         /* of the list, as it was allocated */

  GtkRoot             *root;           /* whose focus we follow */
  GtkWidget           *revealed;       /* weak: what is to be brought into sight after the next layout */
  GdkRectangle         area;           /* of it */
  guint                tick;           /* until that layout, 0: none is awaited */
  guint                reveal;         /* idle source, 0: none due */
};

/* telaah-headed-rows-reveal.c */
void telaah_headed_rows_follow_focus  (TelaahHeadedRows *self);
void telaah_headed_rows_forget_reveal (TelaahHeadedRows *self);

G_END_DECLS
