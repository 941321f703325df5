/* The lines that a paragraph is wrapped into on the screen.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Heights are within the paragraph; the ends are in writing order, so that x1 < x0 from right to left. */
typedef struct
{
  guint start, end;    /* code points of the text */
  int   y, height;
  int   x0, x1;
} TelaahLine;

void  telaah_lines_measure (GArray            *lines,
                            GtkTextView       *view,
                            const GtkTextIter *paragraph,
                            int                paragraph_y);
guint telaah_lines_find    (const GArray      *lines,
                            guint              offset);

G_END_DECLS
