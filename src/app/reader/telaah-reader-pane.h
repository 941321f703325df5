/* Sources that are open in tabs, one of them on show: all of the Read view's middle, or one side of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/reader/telaah-source-page.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_READER_PANE (telaah_reader_pane_get_type ())
G_DECLARE_FINAL_TYPE (TelaahReaderPane, telaah_reader_pane, TELAAH, READER_PANE, GtkWidget)

/* Signals:
 *   "active"                              a click or the focus went into it
 *   "page-changed"                        another page is on show, or none; or a tab is no longer being dragged
 *   "page-attached" (TelaahSourcePage *)  added, or dragged here
 *   "tear" -> TelaahReaderPane *          a tab was dragged to no other tabs: the pane that takes it
 */

GtkWidget        *telaah_reader_pane_new           (void);

TelaahSourcePage *telaah_reader_pane_get_page      (TelaahReaderPane *self);
void              telaah_reader_pane_set_page      (TelaahReaderPane *self,
                                                    TelaahSourcePage *page);
guint             telaah_reader_pane_get_n_pages   (TelaahReaderPane *self);
TelaahSourcePage *telaah_reader_pane_get_nth_page  (TelaahReaderPane *self,
                                                    guint             i);
TelaahSourcePage *telaah_reader_pane_find_source   (TelaahReaderPane *self,
                                                    const char       *source);
gboolean          telaah_reader_pane_has_page      (TelaahReaderPane *self,
                                                    TelaahSourcePage *page);
gboolean          telaah_reader_pane_is_moving     (TelaahReaderPane *self);

void              telaah_reader_pane_add_page      (TelaahReaderPane *self,
                                                    TelaahSourcePage *page);
void              telaah_reader_pane_append_page   (TelaahReaderPane *self,
                                                    TelaahSourcePage *page);
void              telaah_reader_pane_move_page     (TelaahReaderPane *self,
                                                    TelaahSourcePage *page,
                                                    TelaahReaderPane *to);
void              telaah_reader_pane_close_page    (TelaahReaderPane *self,
                                                    TelaahSourcePage *page);
void              telaah_reader_pane_step          (TelaahReaderPane *self,
                                                    gboolean          forward);
void              telaah_reader_pane_set_title     (TelaahReaderPane *self,
                                                    TelaahSourcePage *page,
                                                    const char       *title);

TelaahSourcePage *telaah_reader_pane_get_menu_page (TelaahReaderPane *self);
void              telaah_reader_pane_set_look      (TelaahReaderPane *self,
                                                    gboolean          tabs,
                                                    gboolean          alone,
                                                    gboolean          active);

G_END_DECLS
