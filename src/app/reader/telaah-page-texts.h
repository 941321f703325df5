/* What a page has for its text itself: editing it, its headings and clutter, words to be picked in it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/reader/telaah-source-page.h"

G_BEGIN_DECLS

/* What was picked; @span is empty where nothing was. */
typedef void (*TelaahPickFunc) (TelaahSpan span,
                                gpointer   user_data);

typedef struct _TelaahPageTexts TelaahPageTexts;

/* ---- For TelaahSourcePage: from its init to its dispose ---- */

TelaahPageTexts *telaah_page_texts_new                (TelaahSourcePage *page);
void             telaah_page_texts_free               (TelaahPageTexts  *self);

/* ---- Commands ---- */

void             telaah_source_page_edit_text         (TelaahSourcePage *self);
gboolean         telaah_source_page_is_editing        (TelaahSourcePage *self);
void             telaah_source_page_mark_as           (TelaahSourcePage *self,
                                                       TelaahMarkKind    kind);
void             telaah_source_page_unmark            (TelaahSourcePage *self);
gboolean         telaah_source_page_find_clutter      (TelaahSourcePage *self);
void             telaah_source_page_open_mark         (TelaahSourcePage *self,
                                                       const char       *mark);

/* ---- Places ---- */

void             telaah_source_page_show_span         (TelaahSourcePage *self,
                                                       TelaahSpan        span);
void             telaah_source_page_pick              (TelaahSourcePage *self,
                                                       const char       *words,
                                                       TelaahPickFunc    func,
                                                       gpointer          user_data);
void             telaah_source_page_stop_picking      (TelaahSourcePage *self);
gboolean         telaah_source_page_is_picking        (TelaahSourcePage *self);
void             telaah_source_page_set_reviewing     (TelaahSourcePage *self,
                                                       gboolean          reviewing);

G_END_DECLS
