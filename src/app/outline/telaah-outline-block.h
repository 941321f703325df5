/* One point as a section of the document: its title, what each source says, similarities and
 * differences.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_OUTLINE_BLOCK (telaah_outline_block_get_type ())
G_DECLARE_FINAL_TYPE (TelaahOutlineBlock, telaah_outline_block, TELAAH, OUTLINE_BLOCK, GtkWidget)

GtkWidget  *telaah_outline_block_new         (TelaahSession      *session,
                                              const char         *point);
const char *telaah_outline_block_get_point   (TelaahOutlineBlock *self);
void        telaah_outline_block_set_place   (TelaahOutlineBlock *self,
                                              const char         *number,
                                              guint               n_below,
                                              gboolean            folded);
void        telaah_outline_block_build       (TelaahOutlineBlock *self);
void        telaah_outline_block_build_more  (TelaahOutlineBlock *self);
gboolean    telaah_outline_block_is_built    (TelaahOutlineBlock *self);
gboolean    telaah_outline_block_is_complete (TelaahOutlineBlock *self);
gboolean    telaah_outline_block_strip       (TelaahOutlineBlock *self);
void        telaah_outline_block_refresh     (TelaahOutlineBlock *self);
gboolean    telaah_outline_block_flush       (TelaahOutlineBlock *self);
void        telaah_outline_block_edit_title  (TelaahOutlineBlock *self);
void        telaah_outline_block_focus       (TelaahOutlineBlock *self,
                                              const char         *source);

G_END_DECLS
