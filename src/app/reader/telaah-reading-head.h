/* What stands above a text: its title, and a line of what is known of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/telaah-source.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_READING_HEAD (telaah_reading_head_get_type ())
G_DECLARE_FINAL_TYPE (TelaahReadingHead, telaah_reading_head, TELAAH, READING_HEAD, GtkWidget)

GtkWidget *telaah_reading_head_new  (void);
void       telaah_reading_head_show (TelaahReadingHead *self,
                                     TelaahSource      *source,
                                     guint              n_passages,
                                     guint              n_notes);

G_END_DECLS
