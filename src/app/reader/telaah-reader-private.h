/* What the parts of the Read view share: putting it together, and its commands.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/reader/telaah-card-list.h"
#include "app/reader/telaah-reader.h"
#include "app/reader/telaah-reading-head.h"
#include "app/reader/telaah-sidebar.h"
#include "app/reader/telaah-strip.h"
#include "app/reader/telaah-tag-popover.h"
#include "app/reader/telaah-text-view.h"

G_BEGIN_DECLS

struct _TelaahReader
{
  GtkWidget           parent_instance;

  TelaahSession      *session;
  GSettings          *settings;
  char               *source;         /* the one that is shown, or NULL */
  gboolean            by_pointer;     /* the selection is being made with the mouse */
  guint               top;            /* to be restored once the text has its size */

  /* From the template. */
  GtkWidget          *sidebar_pane;
  TelaahSidebar      *sidebar;
  GtkStack           *stack;
  GtkWidget          *scroller;
  TelaahTextView     *text_view;
  TelaahStrip        *strip;
  GtkWidget          *cards_pane;
  TelaahCardList     *cards;

  /* Made by hand: the head of the text scrolls with it. */
  TelaahReadingHead  *head;
  TelaahTagPopover   *popover;
};

void telaah_reader_init_keys    (TelaahReader *self);
void telaah_reader_select       (TelaahReader *self,
                                 const char   *passage,
                                 gboolean      scroll);
void telaah_reader_tag_with     (TelaahReader *self,
                                 const char   *theme);
void telaah_reader_finish_tagging (TelaahReader *self,
                                   const char   *passage);
void telaah_reader_emit_failed  (TelaahReader *self,
                                 const char   *message);
void telaah_reader_emit_removed (TelaahReader *self,
                                 const char   *label);

G_END_DECLS
