/* What the parts of TelaahTagPopover share: the widget and its keys.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/reader/telaah-recent-themes.h"
#include "app/reader/telaah-tag-popover.h"
#include "app/reader/telaah-theme-chips.h"
#include "app/reader/telaah-theme-results.h"

G_BEGIN_DECLS

struct _TelaahTagPopover
{
  GtkPopover          parent_instance;

  TelaahSession      *session;
  TelaahRecentThemes *recent;
  char               *source;      /* what it was opened on */
  TelaahSpan          span;
  gboolean            composing;   /* an input method takes the keys */

  /* from the template */
  GtkWidget          *box;
  GtkEntry           *theme_entry;
  TelaahThemeResults *results;
  TelaahThemeChips   *chips;
  GtkEntry           *note_entry;
};

void     telaah_tag_popover_take           (TelaahTagPopover *self,
                                            gboolean          stay);
gboolean telaah_tag_popover_tag_with_digit (TelaahTagPopover *self,
                                            guint             digit,
                                            gboolean          stay);
void     telaah_tag_popover_browse         (TelaahTagPopover *self);

/* ---- Keys ---- */

void     telaah_tag_popover_init_keys      (TelaahTagPopover *self);

G_END_DECLS
