/* What the parts of TelaahTextEditor share: the words, and their links.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/telaah-text-editor.h"

G_BEGIN_DECLS

struct _TelaahTextEditor
{
  GtkWidget        parent_instance;

  GtkWidget       *view;
  GtkWidget       *placeholder;

  char            *saved;        /* what was last set or committed */
  double           leading;      /* from line to line, in heights of a line */
  int              gap;          /* that, in pixels between two lines */
  int              width;        /* what the height was worked out for, -1: out of date */
  int              height;
  guint            timeout;      /* until the next commit, 0: none due */
  gboolean         loading;      /* the buffer is not changed by the writer */
  gboolean         rejected;     /* by a handler of the commit that is going on */

  /* Links. */
  gboolean         linkable;
  TelaahLinkWords  words;
  gpointer         words_data;
  GPtrArray       *links;        /* TelaahLink */
  GPtrArray       *marks;        /* GtkTextMark, two a link: where its words begin and end, edited or not */
  GtkTextTag      *tag;
  GtkWidget       *hint;         /* popover: what the link at the caret leads to */
  guint            hint_timeout;
  GPtrArray       *popovers;     /* of others, on the editor */
};

GtkTextBuffer *telaah_text_editor_get_buffer    (TelaahTextEditor *self);
void           telaah_text_editor_get_caret     (TelaahTextEditor *self,
                                                 GtkTextIter      *caret);

/* ---- Size ---- */

void           telaah_text_editor_measure       (GtkWidget        *widget,
                                                 GtkOrientation    orientation,
                                                 int               for_size,
                                                 int              *minimum,
                                                 int              *natural,
                                                 int              *minimum_baseline,
                                                 int              *natural_baseline);
void           telaah_text_editor_forget_size   (TelaahTextEditor *self);
void           telaah_text_editor_space_lines   (TelaahTextEditor *self);

/* ---- Links ---- */

void           telaah_text_editor_install_links (GtkWidgetClass   *widget_class);
void           telaah_text_editor_init_links    (TelaahTextEditor *self);
void           telaah_text_editor_dispose_links (TelaahTextEditor *self);
void           telaah_text_editor_ink_links     (TelaahTextEditor *self);
void           telaah_text_editor_restore_links (TelaahTextEditor *self);
void           telaah_text_editor_hide_hint     (TelaahTextEditor *self);

G_END_DECLS
