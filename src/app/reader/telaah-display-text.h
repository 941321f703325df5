/* A text as the text view can draw it, and where the offsets of the one are in the other.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A paragraph longer than this many bytes is shown in parts. */
#define TELAAH_DISPLAY_TEXT_LONGEST 4096

typedef struct _TelaahDisplayText TelaahDisplayText;

TelaahDisplayText *telaah_display_text_new          (const char              *body,
                                                     gsize                    n_bytes);
void               telaah_display_text_free         (TelaahDisplayText       *self);
const char        *telaah_display_text_get_body     (const TelaahDisplayText *self);
gsize              telaah_display_text_get_n_bytes  (const TelaahDisplayText *self);
const GArray      *telaah_display_text_get_breaks   (const TelaahDisplayText *self);

/* Both in code points. What was added belongs to neither of its neighbours: an end stands before it, a character
 * behind it, and both places are the same one in the text. */
guint              telaah_display_text_to_shown     (const TelaahDisplayText *self,
                                                     guint                    offset);
guint              telaah_display_text_end_to_shown (const TelaahDisplayText *self,
                                                     guint                    offset);
guint              telaah_display_text_from_shown   (const TelaahDisplayText *self,
                                                     guint                    shown);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahDisplayText, telaah_display_text_free)

G_END_DECLS
