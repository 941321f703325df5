/* Quotes grouped by their sources, to look through, search and choose among.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/reader/telaah-quotes.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_QUOTE_LIST (telaah_quote_list_get_type ())
G_DECLARE_FINAL_TYPE (TelaahQuoteList, telaah_quote_list, TELAAH, QUOTE_LIST, GtkWidget)

/* Properties: "checkable", construct-only; "single-click".
 *
 * Signals:
 *   "selected" (const char *id), "activated" (const char *id)    of a quote
 *   "checks-changed" */

GtkWidget       *telaah_quote_list_new          (gboolean         checkable);
void             telaah_quote_list_set          (TelaahQuoteList *self,
                                                 TelaahSession   *session,
                                                 GPtrArray       *quotes);
void             telaah_quote_list_search       (TelaahQuoteList *self,
                                                 const char      *query);
void             telaah_quote_list_refresh      (TelaahQuoteList *self);
GPtrArray       *telaah_quote_list_get_quotes   (TelaahQuoteList *self);
guint            telaah_quote_list_get_n_shown  (TelaahQuoteList *self);
TelaahQuoteItem *telaah_quote_list_find         (TelaahQuoteList *self,
                                                 const char      *id);
const char      *telaah_quote_list_get_selected (TelaahQuoteList *self);
void             telaah_quote_list_set_selected (TelaahQuoteList *self,
                                                 const char      *id);
void             telaah_quote_list_check_shown  (TelaahQuoteList *self,
                                                 gboolean         checked);
guint            telaah_quote_list_count        (TelaahQuoteList *self,
                                                 gboolean         checked);
gboolean         telaah_quote_list_focus_list   (TelaahQuoteList *self);

G_END_DECLS
