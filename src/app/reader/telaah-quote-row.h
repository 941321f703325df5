/* A quote in its context, or the name of a source above its quotes: what a row of a list of quotes holds.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/reader/telaah-quotes.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_QUOTE_ROW (telaah_quote_row_get_type ())
G_DECLARE_FINAL_TYPE (TelaahQuoteRow, telaah_quote_row, TELAAH, QUOTE_ROW, GtkWidget)

/* Signals: "toggled" (gboolean checked), by the reader's hand. */

typedef enum
{
  TELAAH_CHECK_OFF,
  TELAAH_CHECK_ON,
  TELAAH_CHECK_SOME,
} TelaahCheck;

GtkWidget *telaah_quote_row_new       (gboolean         checkable);
void       telaah_quote_row_show      (TelaahQuoteRow  *self,
                                       TelaahSession   *session,
                                       TelaahQuoteItem *quote);
void       telaah_quote_row_set_check (TelaahQuoteRow  *self,
                                       TelaahCheck      check,
                                       gboolean         sensitive);

G_END_DECLS
