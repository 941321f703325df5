/* The pages of a printed source: which lines of the text, which margin notes and which brackets stand where. Made in
 * steps, without a display, in any thread but by one at a time. Lengths are points from the corner of the paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/reader/telaah-print-type.h"

G_BEGIN_DECLS

/* Lines of one block, one below the other. */
typedef struct
{
  guint  block;
  guint  first_line, n_lines;
  double y, height;
} TelaahPrintPiece;

/* A line of the text. Bytes; the first of a page also reaches over the blanks before it. */
typedef struct
{
  gsize  start, end;
  double y, height, baseline;    /* the baseline is below y */
} TelaahPrintTextLine;

/* A margin note, or as much of it as stands on this page in one column. */
typedef struct
{
  guint  passage;
  guint  first_line, n_lines;    /* with first_line > 0, what came before stands elsewhere */
  double x, y, height;           /* x of the column; with the line that says so */
} TelaahPrintNote;

/* How far a passage reaches on this page. */
typedef struct
{
  guint    passage;
  guint    column, width;        /* in columns, from the text outwards */
  double   y, height;
  gboolean opens, closes;        /* whether it begins and ends here */
} TelaahPrintBracket;

typedef struct
{
  GArray *pieces;                /* TelaahPrintPiece */
  GArray *lines;                 /* TelaahPrintTextLine */
  GArray *notes;                 /* TelaahPrintNote */
  GArray *brackets;              /* TelaahPrintBracket */
} TelaahPrintPage;

typedef struct
{
  char   *title;
  guint   level;                 /* from 1 */
  guint   page;
  double  y;
} TelaahPrintEntry;

typedef struct _TelaahPrintLayout TelaahPrintLayout;

TelaahPrintLayout      *telaah_print_layout_new         (TelaahPrintContent     *content,
                                                         const TelaahPrintPaper *paper);
void                    telaah_print_layout_free        (TelaahPrintLayout      *self);
gboolean                telaah_print_layout_step        (TelaahPrintLayout      *self);
TelaahPrintContent     *telaah_print_layout_get_content (TelaahPrintLayout      *self);
TelaahPrintType        *telaah_print_layout_get_type    (TelaahPrintLayout      *self);
guint                   telaah_print_layout_get_n_pages (TelaahPrintLayout      *self);
const TelaahPrintPage  *telaah_print_layout_get_page    (TelaahPrintLayout      *self,
                                                         guint                   page);
const TelaahPrintBlock *telaah_print_layout_get_block   (TelaahPrintLayout      *self,
                                                         guint                   block);
const GArray           *telaah_print_layout_get_entries (TelaahPrintLayout      *self);
void                    telaah_print_layout_draw_page   (TelaahPrintLayout      *self,
                                                         cairo_t                *cr,
                                                         guint                   page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahPrintLayout, telaah_print_layout_free)

G_END_DECLS
