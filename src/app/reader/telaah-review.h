/* The review tray: passages that have lost their words, each with the best place found for it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_REVIEW (telaah_review_get_type ())
G_DECLARE_FINAL_TYPE (TelaahReview, telaah_review, TELAAH, REVIEW, GtkWidget)

/* Signals:
 *   "show-span" (const char *source, guint start, guint end)   where a candidate is; empty where there is none
 *   "place" (const char *passage)                              words for it are to be selected by hand
 *   "done" (const char *message)                               something that an undo takes back
 *   "failed" (const char *message)
 *   "closed" ()                                                enough of it
 */

GtkWidget  *telaah_review_new          (void);
void        telaah_review_set_session  (TelaahReview  *self,
                                        TelaahSession *session);
const char *telaah_review_get_selected (TelaahReview  *self);
void        telaah_review_place        (TelaahReview  *self,
                                        const char    *passage,
                                        TelaahSpan     span);

G_END_DECLS
