/* What the parts of TelaahSourcePage share: putting it together, and its commands.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/reader/telaah-page-texts.h"
#include "app/reader/telaah-reading-head.h"
#include "app/reader/telaah-source-page.h"
#include "app/reader/telaah-strip.h"
#include "app/reader/telaah-tag-popover.h"

G_BEGIN_DECLS

struct _TelaahSourcePage
{
  GtkWidget          parent_instance;

  GtkWidget         *owner;          /* weak */
  TelaahSession     *session;
  GSettings         *settings;
  char              *source;         /* the one that is shown, or NULL */
  gboolean           loaded;         /* its text is in the view */
  TelaahText        *text;           /* that one, and its name */
  char              *sha256;
  gboolean           sentences_due;  /* the view does not have those of its text yet */
  guint              sentences_source;
  gboolean           typeset;        /* the view has the font of the settings */
  gboolean           by_pointer;     /* the selection is being made with the mouse */
  gint64             said_coded;     /* monotonic time; 0: not yet */
  TelaahPageTexts   *texts;

  /* Until the text is loaded. */
  guint              top;
  char              *passage;
  gboolean           scroll;         /* to the passage */

  /* From the template. */
  GtkBox            *bars;
  GtkStack          *modes;
  GtkWidget         *scroller;
  TelaahTextView    *text_view;
  TelaahStrip       *strip;

  /* Made by hand: the head of the text scrolls with it. */
  TelaahReadingHead *head;
  TelaahTagPopover  *popover;        /* NULL: not wanted yet */
};

void     telaah_source_page_update_head    (TelaahSourcePage *self);
TelaahTagPopover *
         telaah_source_page_get_popover    (TelaahSourcePage *self);

/* telaah-source-page-text.c */
gboolean telaah_source_page_load           (TelaahSourcePage *self);
void     telaah_source_page_reload         (TelaahSourcePage *self);
void     telaah_source_page_show_nothing   (TelaahSourcePage *self);
void     telaah_source_page_forget         (TelaahSourcePage *self);

/* telaah-source-page-view.c */
void     telaah_source_page_init_view       (TelaahSourcePage *self);
void     telaah_source_page_marks_changed   (TelaahSourcePage *self);
void     telaah_source_page_need_sentences  (TelaahSourcePage *self);
void     telaah_source_page_queue_sentences (TelaahSourcePage *self);
void     telaah_source_page_stop_sentences  (TelaahSourcePage *self);

void     telaah_source_page_init_keys      (TelaahSourcePage *self);
void     telaah_source_page_finish_tagging (TelaahSourcePage *self,
                                            const char       *passage);
void     telaah_source_page_emit_tagged    (TelaahSourcePage *self,
                                            const char       *passage);
void     telaah_source_page_emit_source_changed (TelaahSourcePage *self);
void     telaah_source_page_emit_selected  (TelaahSourcePage *self,
                                            const char       *passage);
void     telaah_source_page_emit_failed    (TelaahSourcePage *self,
                                            const char       *message);
void     telaah_source_page_emit_removed   (TelaahSourcePage *self,
                                            const char       *label);
void     telaah_source_page_emit_edit_note (TelaahSourcePage *self,
                                            const char       *passage);
void     telaah_source_page_emit_done      (TelaahSourcePage *self,
                                            const char       *message);
void     telaah_source_page_emit_review    (TelaahSourcePage *self,
                                            const char       *message);

G_END_DECLS
