/* What the parts of TelaahTextEdit share: beginning and ending, and the page.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/reader/telaah-edit-log.h"
#include "app/reader/telaah-text-edit.h"

G_BEGIN_DECLS

struct _TelaahTextEdit
{
  GtkWidget           parent_instance;

  TelaahSession      *session;       /* with the next four: while something is being edited, else NULL */
  char               *source;
  TelaahText         *before;
  char               *sha256;        /* of it */
  TelaahEditLog      *log;
  TelaahTextView     *look;          /* weak; whose typography it has */
  gboolean            undoing;
  guint               outlook_source;
  guint               look_source;
  guint               hold_source;
  GtkWindow          *window;        /* that it is in, while it is on the screen */

  /* From the template. */
  GtkLabel           *title;
  GtkLabel           *outlook;
  GtkWidget          *conflict;
  GtkLabel           *conflict_words;
  AdwClampScrollable *clamp;
  GtkTextView        *view;
};

void           telaah_text_edit_queue_outlook (TelaahTextEdit *self);
GtkTextBuffer *telaah_text_edit_make_buffer   (TelaahTextEdit *self);
void           telaah_text_edit_set_look      (TelaahTextEdit *self,
                                               TelaahTextView *look);
void           telaah_text_edit_release       (TelaahTextEdit *self);
void           telaah_text_edit_scroll_to     (TelaahTextEdit *self,
                                               guint           top,
                                               guint           cursor);

G_END_DECLS
