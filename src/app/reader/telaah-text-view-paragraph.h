/* What one paragraph shows under its letters. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/reader/telaah-text-view-private.h"

G_BEGIN_DECLS

typedef struct
{
  float          x, top, bottom;    /* within the paragraph */
  float          innermost;         /* x of the passage's first */
  gboolean       starts, ends;      /* the passage does in this paragraph */
  TelaahPassage *passage;
} TelaahBracket;

/* Where a paragraph is. */
typedef struct
{
  GtkTextIter iter;          /* its beginning */
  guint       start, end;    /* code points of the text */
  int         y, height;     /* in the buffer */
} TelaahParagraph;

/* What drawing takes at hand. */
typedef struct _TelaahPen TelaahPen;

TelaahPen     *telaah_pen_new  (void);
void           telaah_pen_free (TelaahPen              *self);
GskRenderNode *telaah_pen_draw (TelaahPen              *self,
                                TelaahTextView         *view,
                                const TelaahParagraph  *paragraph,
                                GArray                **brackets);

G_END_DECLS
