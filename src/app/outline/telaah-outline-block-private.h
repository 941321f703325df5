/* What the files of the block share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/outline/telaah-outline-block.h"
#include "app/outline/telaah-outline-cell.h"
#include "app/outline/telaah-outline-title.h"
#include "app/telaah-text-editor.h"

G_BEGIN_DECLS

struct _TelaahOutlineBlock
{
  GtkWidget           parent_instance;

  TelaahSession      *session;
  char               *point;
  char               *number;
  guint               n_below;          /* points below it */
  gboolean            folded;
  gboolean            built;
  gboolean            complete;         /* each cell that has something to show has its widget */
  guint               room;             /* for how many of them */

  /* What is there only when it is built. */
  GtkWidget          *heading;
  GtkWidget          *fold_button;
  GtkWidget          *number_label;
  TelaahOutlineTitle *title;
  GtkWidget          *below_label;      /* what is folded away */
  GtkWidget          *content;          /* all under the heading */
  GtkWidget          *condition;
  TelaahTextEditor   *question;
  GtkWidget          *cells;            /* TelaahOutlineCell, in the order of the sources */
  GtkWidget          *unread;
  TelaahTextEditor   *similarities;
  TelaahTextEditor   *differences;
};

void               telaah_outline_block_show_cells (TelaahOutlineBlock *self);
TelaahOutlineCell *telaah_outline_block_find_cell  (TelaahOutlineBlock *self,
                                                    const char         *source);

G_END_DECLS
