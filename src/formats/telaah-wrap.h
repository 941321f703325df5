/* Text in columns of a terminal: how wide it is, and where its lines break.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint telaah_wrap_width (const char *text);
void  telaah_wrap_into  (GPtrArray  *lines,
                         const char *text,
                         guint       width,
                         guint       max_lines);
void  telaah_wrap_pad   (GString    *line,
                         const char *text,
                         guint       width);

G_END_DECLS
