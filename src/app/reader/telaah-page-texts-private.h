/* What the parts of TelaahPageTexts share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/reader/telaah-clutter-bar.h"
#include "app/reader/telaah-mark-popover.h"
#include "app/reader/telaah-page-texts.h"
#include "app/reader/telaah-pick-bar.h"
#include "app/reader/telaah-source-page-private.h"
#include "app/reader/telaah-text-edit.h"

G_BEGIN_DECLS

struct _TelaahPageTexts
{
  TelaahSourcePage  *page;           /* whose this is */

  GtkWidget         *bars;           /* a box for those below */
  GtkWidget         *clutter_slot;   /* the rest: NULL until it is wanted */
  TelaahClutterBar  *clutter;
  TelaahPickBar     *pick;
  GtkWidget         *review;
  GtkLabel          *review_words;
  guint              n_lost;         /* passages that it tells of */
  gboolean           reviewing;      /* they are being looked at: nobody has to be told */
  TelaahTextEdit    *edit;
  char              *edited;         /* id of the source that is, or was, edited */
  TelaahMarkPopover *popover;

  TelaahPickFunc     pick_func;
  gpointer           pick_data;
};

void     telaah_page_texts_done_cb      (TelaahPageTexts  *self,
                                         const char       *message);
void     telaah_page_texts_failed_cb    (TelaahPageTexts  *self,
                                         const char       *message);
void     telaah_page_texts_need_clutter (TelaahPageTexts  *self);
void     telaah_page_texts_update_pick  (TelaahPageTexts  *self);
void     telaah_page_texts_arrange      (TelaahPageTexts  *self);
void     telaah_page_texts_let_go       (TelaahSourcePage *self,
                                         TelaahSpan        span);
gboolean telaah_page_texts_key_cb       (TelaahPageTexts  *self,
                                         guint             keyval,
                                         guint             keycode,
                                         GdkModifierType   state);

G_END_DECLS
