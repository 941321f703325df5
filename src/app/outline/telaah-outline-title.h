/* The title of a point in the document: a heading that turns into an entry in its place.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TELAAH_TYPE_OUTLINE_TITLE (telaah_outline_title_get_type ())
G_DECLARE_FINAL_TYPE (TelaahOutlineTitle, telaah_outline_title, TELAAH, OUTLINE_TITLE, GtkWidget)

/* Signals: "rename" (title), when another title was written and Enter pressed, or the entry
 * left. */

GtkWidget *telaah_outline_title_new       (void);
void       telaah_outline_title_set_title (TelaahOutlineTitle *self,
                                           const char         *title);
char      *telaah_outline_title_dup_title (TelaahOutlineTitle *self);
void       telaah_outline_title_set_level (TelaahOutlineTitle *self,
                                           guint               level);
void       telaah_outline_title_edit      (TelaahOutlineTitle *self);
void       telaah_outline_title_flush     (TelaahOutlineTitle *self);

G_END_DECLS
