/* Every place where the same words stand, to tag at once: beside the text, which shows each place as one goes through.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_OCCURRENCES (telaah_occurrences_get_type ())
G_DECLARE_FINAL_TYPE (TelaahOccurrences, telaah_occurrences, TELAAH, OCCURRENCES, GtkWidget)

/* Signals:
 *   "show-span" (const char *source, guint start, guint end)    one goes through the list
 *   "done" (const char *message), "failed" (const char *message)
 *   "closed" */

GtkWidget *telaah_occurrences_new         (void);
void       telaah_occurrences_set_session (TelaahOccurrences *self,
                                           TelaahSession     *session);
void       telaah_occurrences_find        (TelaahOccurrences *self,
                                           const char        *source,
                                           const char        *words,
                                           const char        *theme);

G_END_DECLS
