/* The lines that a paragraph is wrapped into on the screen.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Heights are within the paragraph. */
typedef struct
{
  guint start, end;    /* code points of the text */
  int   y, height;
} TelaahLine;

typedef struct
{
  int x, width;
} TelaahRange;

typedef struct _TelaahLines TelaahLines;

TelaahLines      *telaah_lines_new        (void);
void              telaah_lines_free       (TelaahLines       *self);
void              telaah_lines_measure    (TelaahLines       *self,
                                           GtkTextView       *view,
                                           const GtkTextIter *paragraph,
                                           int                paragraph_y,
                                           guint              offset,
                                           const char        *words,
                                           gsize              n_bytes);
guint             telaah_lines_get_n      (const TelaahLines *self);
const TelaahLine *telaah_lines_get        (const TelaahLines *self,
                                           guint              index);
guint             telaah_lines_find       (const TelaahLines *self,
                                           guint              offset);
const GArray     *telaah_lines_get_ranges (TelaahLines       *self,
                                           guint              index,
                                           guint              start,
                                           guint              end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahLines, telaah_lines_free)

G_END_DECLS
