/* What the files of the column share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/outline/telaah-outline-column.h"

G_BEGIN_DECLS

/* One of the widgets of the column, and where it stands, in pixels from the top of the document. */
typedef struct
{
  GtkWidget *widget;    /* TelaahOutlineBlock, or the head */
  int        top;
  int        height;    /* estimated until it is built */
} TelaahOutlineItem;

struct _TelaahOutlineColumn
{
  GtkWidget            parent_instance;

  TelaahSession       *session;

  GHashTable          *folded;          /* ids of points that are shown as headings alone */
  char                *root;            /* the point that is shown with those below it, NULL: all */

  GtkWidget           *head;
  GHashTable          *blocks;          /* id of the point, borrowed from the block -> TelaahOutlineBlock */
  GArray              *items;           /* TelaahOutlineItem: the head, then the points in their order */

  GtkAdjustment       *adjustments[2];  /* by GtkOrientation */
  GtkScrollablePolicy  policies[2];

  /* What stays where it is when heights above it change. */
  GtkWidget           *anchor;          /* one of the items */
  int                  offset;          /* of the top of the page below the top of the anchor */

  GtkWidget           *focus;           /* who has it, within us; borrowed */
  GtkTextBuffer       *written;         /* what the caret is in, then */

  char                *place;           /* the point at the top */
  guint                tick;
  gboolean             allocating;
  gboolean             reveal;          /* the focus, once its place is known */
};

void telaah_outline_column_set_anchor  (TelaahOutlineColumn *self,
                                        int                  value);
void telaah_outline_column_layout      (TelaahOutlineColumn *self,
                                        int                  width,
                                        int                  height);
void telaah_outline_column_queue       (TelaahOutlineColumn *self);
void telaah_outline_column_build       (TelaahOutlineColumn *self);
void telaah_outline_column_watch       (TelaahOutlineColumn *self,
                                        GtkRoot             *root);
int  telaah_outline_column_find_reveal (TelaahOutlineColumn *self,
                                        int                  height);

G_END_DECLS
