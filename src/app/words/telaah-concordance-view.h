/* A concordance: every place of a word or a query in its line, with the word in the middle.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-word-lists.h"

G_BEGIN_DECLS

/* Lines that it shows at most. */
#define TELAAH_CONCORDANCE_VIEW_MOST 20000

/* Signals:
 *   "open-hit" (gpointer hit, gboolean enter)    TelaahHit, borrowed: to be shown in its text; @enter: and gone to
 *   "answered" ()                                what it shows is there */
#define TELAAH_TYPE_CONCORDANCE_VIEW (telaah_concordance_view_get_type ())
G_DECLARE_FINAL_TYPE (TelaahConcordanceView, telaah_concordance_view, TELAAH, CONCORDANCE_VIEW, GtkWidget)

void        telaah_concordance_view_set_session  (TelaahConcordanceView *self,
                                                  TelaahSession         *session);   /* once */
void        telaah_concordance_view_ask_for      (TelaahConcordanceView *self,
                                                  const char            *words,
                                                  gboolean               forms,      /* other forms of them too */
                                                  const char            *source);    /* id; NULL: all */
const char *telaah_concordance_view_get_words    (TelaahConcordanceView *self);
GPtrArray  *telaah_concordance_view_get_lines    (TelaahConcordanceView *self);      /* borrowed; never NULL */
void        telaah_concordance_view_set_narrow   (TelaahConcordanceView *self,
                                                  gboolean               narrow);
gboolean    telaah_concordance_view_clear        (TelaahConcordanceView *self);

G_END_DECLS
