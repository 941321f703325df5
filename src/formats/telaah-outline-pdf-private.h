/* What the parts of the outline on paper share. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/telaah-page-writer.h"
#include "model/telaah-outline.h"

G_BEGIN_DECLS

/* An outline while it is written on pages. */
typedef struct
{
  TelaahOutline    *outline;
  TelaahPageWriter *writer;
  TelaahPageFonts  *fonts;      /* the writer's */
  double            width;      /* of a line */
  double            em;
  GHashTable       *numbers;    /* "point\npassage", and passage of its first quote -> its number */
  guint             most_pages; /* no more are wanted; 0: all of them */
  GHashTable       *cited;      /* numbers of the quotes that words rest on */
} TelaahOutlinePages;

/* 1/72 inch: what cairo can draw and a printer may take. */
#define TELAAH_SHEET_LEAST 140
#define TELAAH_SHEET_MOST 14400

gboolean       telaah_outline_check_sheet       (double             *width,
                                                 double             *height,
                                                 GError            **error);
guint          telaah_outline_get_ink           (TelaahOutline      *outline,
                                                 TelaahPoint        *point,
                                                 TelaahPassage      *passage);
void           telaah_outline_put_quote         (TelaahPageWords    *words,
                                                 TelaahPageStyle     style,
                                                 TelaahOutline      *outline,
                                                 TelaahPassage      *passage);
void           telaah_outline_pages_number      (TelaahOutlinePages *self);
guint          telaah_outline_pages_get_number  (TelaahOutlinePages *self,
                                                 TelaahPoint        *point,
                                                 const char         *passage);
gboolean       telaah_outline_pages_is_bare     (TelaahCell         *cell);
TelaahPageSet *telaah_outline_pages_set         (TelaahOutlinePages *self,
                                                 TelaahOutlinePoint *node,
                                                 const char         *number,
                                                 const char         *source,
                                                 TelaahLinkKind      kind,
                                                 TelaahPageStyle     style,
                                                 const char         *text);
void           telaah_outline_pages_add_points  (TelaahOutlinePages *self,
                                                 GPtrArray          *points,
                                                 const char         *above,
                                                 guint               depth);
void           telaah_outline_pages_add_sources (TelaahPageWriter   *writer,
                                                 TelaahOutline      *outline);

G_END_DECLS
