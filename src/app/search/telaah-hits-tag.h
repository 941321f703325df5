/* A dialog that tags what a search has found: the words themselves, their sentences or their paragraphs, looked through
 * before. All of it is one verb.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/telaah-hit.h"
#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_HITS_TAG (telaah_hits_tag_get_type ())
G_DECLARE_FINAL_TYPE (TelaahHitsTag, telaah_hits_tag, TELAAH, HITS_TAG, AdwWindow)

/* Signals:
 *   "done" (const char *message)      for a toast with Undo; the window then closes
 *   "failed" (const char *message)    nothing was tagged; the dialog says so too, and stays open */

GtkWidget *telaah_hits_tag_new       (TelaahSession *session,
                                      GPtrArray     *hits,
                                      const char    *query);
void       telaah_hits_tag_set_theme (TelaahHitsTag *self,
                                      const char    *theme);

G_END_DECLS
