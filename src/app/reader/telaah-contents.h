/* The contents of the source that is read: its headings as a tree, in the sidebar.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_CONTENTS (telaah_contents_get_type ())
G_DECLARE_FINAL_TYPE (TelaahContents, telaah_contents, TELAAH, CONTENTS, GtkWidget)

/* Signals:
 *   "go" (guint start, guint end, gboolean read)   to this heading; @read: the keys go there too
 *   "done" (const char *message)                   something that an undo takes back
 *   "failed" (const char *message)
 *   "notify::open"
 */

GtkWidget  *telaah_contents_new         (void);
void        telaah_contents_set_source  (TelaahContents *self,
                                         TelaahSession  *session,
                                         const char     *source);
void        telaah_contents_set_visible (TelaahContents *self,
                                         guint           offset);
gboolean    telaah_contents_get_open    (TelaahContents *self);
void        telaah_contents_set_open    (TelaahContents *self,
                                         gboolean        open);
GtkListBox *telaah_contents_get_box     (TelaahContents *self);

G_END_DECLS
