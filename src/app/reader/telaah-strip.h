/* The coding strip: a whole source at a glance, where each theme falls and which part is in sight.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/telaah-color.h"
#include "model/telaah-span.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_STRIP (telaah_strip_get_type ())
G_DECLARE_FINAL_TYPE (TelaahStrip, telaah_strip, TELAAH, STRIP, GtkWidget)

/* Signal "go" (guint offset): the part in sight is to begin there, for telaah_text_view_set_top(). */

/* Rows of segments, from the top. */
#define TELAAH_STRIP_ROWS 3

/* Answers the row of a theme, 0 to TELAAH_STRIP_ROWS - 1. */
typedef guint (*TelaahRowFunc) (const char *theme,
                                gpointer    user_data);

GtkWidget *telaah_strip_new            (void);
void       telaah_strip_set_length     (TelaahStrip     *self,
                                        guint            characters);
void       telaah_strip_set_passages   (TelaahStrip     *self,
                                        GListModel      *passages);
void       telaah_strip_set_visible    (TelaahStrip     *self,
                                        TelaahSpan       visible);
void       telaah_strip_set_color_func (TelaahStrip     *self,
                                        TelaahColorFunc  func,
                                        gpointer         user_data,
                                        GDestroyNotify   destroy);
void       telaah_strip_set_row_func   (TelaahStrip     *self,
                                        TelaahRowFunc    func,
                                        gpointer         user_data,
                                        GDestroyNotify   destroy);
void       telaah_strip_colors_changed (TelaahStrip     *self);
void       telaah_strip_set_hits       (TelaahStrip     *self,
                                        GArray          *hits,
                                        TelaahSpan       current);

G_END_DECLS
