/* What is left to do of one kind, as a list: each a click from being mended.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/outline/telaah-open-ends.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_OPEN_ENDS_PAGE (telaah_open_ends_page_get_type ())
G_DECLARE_FINAL_TYPE (TelaahOpenEndsPage, telaah_open_ends_page, TELAAH, OPEN_ENDS_PAGE, GtkWidget)

/* Asks of the page around it, by its actions: outline.open-passage, outline.open-source, outline.open-cell,
 * outline.open-theme, outline.show-cell, outline.removed, outline.fail, outline.show-document. */

void telaah_open_ends_page_show (TelaahOpenEndsPage *self,
                                 TelaahSession      *session,
                                 TelaahOpenEnds     *ends,
                                 TelaahOpenEndKind   kind);

G_END_DECLS
