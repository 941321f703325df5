/* A text as the text view can draw it. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A paragraph longer than this many bytes is shown in parts. */
#define TELAAH_DISPLAY_TEXT_LONGEST 4096

char *telaah_display_text (const char *body,
                           gsize       n_bytes);

G_END_DECLS
