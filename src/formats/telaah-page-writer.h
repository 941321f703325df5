/* Pages of flowing paragraphs and of tables, drawn as PDF with bookmarks and links. Lengths are points of 1/72 inch
 * from the upper left corner of the sheet; colours are 0xrrggbb. Belongs to one thread.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/telaah-page-fonts.h"
#include "model/telaah-cell.h"

G_BEGIN_DECLS

/* The sheet, and the sides of what flows on it. */
typedef struct
{
  double width, height;
  double left, top, right, bottom;
} TelaahPageFrame;

/* A paragraph, with what stands beside it. All that is a pointer is taken over, but for the strings. */
typedef struct
{
  TelaahPageSet *set;
  double         indent;       /* from the side where its lines begin */
  double         gap;          /* above it, unless it begins a page */
  gboolean       keep;         /* on the page of what follows */
  guint          bar;          /* the colour of a bar beside it; 0: none */
  TelaahPageSet *margin;       /* before its first line, outside the frame */
  TelaahPageSet *aside;        /* at the far end of its first line */
  gboolean       marked;       /* with the mark of a status before that: */
  TelaahStatus   status;
  const char    *name;         /* of this place, for links to it; or NULL */
  const char    *heading;      /* as which it stands among the bookmarks; or NULL */
  guint          level;        /* of the heading, from 0 */
  const char    *page_of;      /* the place whose page number stands at the end of its last line; or NULL */
} TelaahPageBlock;

typedef enum
{
  TELAAH_PAGE_LINES,           /* words */
  TELAAH_PAGE_FILL,            /* a rectangle */
  TELAAH_PAGE_STROKE,          /* its outline, or a line where it has no width or height */
  TELAAH_PAGE_STATUS_MARK,     /* a circle, filled as the status says; with a diameter of width */
  TELAAH_PAGE_PAGE_OF,         /* the page number of the place name, up to x + width, on the base line y */
} TelaahPageItemKind;

typedef struct
{
  TelaahPageItemKind  kind;
  double              x, y, width, height;
  guint               color;
  double              pen;
  TelaahPageSet      *set;     /* owned */
  guint               first, n;
  TelaahStatus        status;
  char               *name;    /* owned */
} TelaahPageItem;

/* A column of a row of a table: what stands in it, one below the other. */
typedef struct _TelaahPageColumn TelaahPageColumn;
typedef struct _TelaahPageWriter TelaahPageWriter;

/* Called when what is written has come to a new page, within a row or between two. */
typedef void (*TelaahPageTurnFunc) (TelaahPageWriter *writer,
                                    gpointer          data);

/* What a reader of the PDF says of it; NULL where it is not known. */
typedef struct
{
  const char *title;
  const char *subject;
  const char *created;         /* RFC 3339 */
} TelaahPageInfo;

TelaahPageWriter *telaah_page_writer_new         (const TelaahPageFrame   *frame,
                                                  double                   size,
                                                  const char              *language);
void              telaah_page_writer_free        (TelaahPageWriter        *self);
TelaahPageFonts  *telaah_page_writer_get_fonts   (TelaahPageWriter        *self);
const TelaahPageFrame *telaah_page_writer_get_frame (TelaahPageWriter     *self);

void              telaah_page_writer_add         (TelaahPageWriter        *self,
                                                  const TelaahPageBlock   *block);
void              telaah_page_writer_skip        (TelaahPageWriter        *self,
                                                  double                   gap);
void              telaah_page_writer_need        (TelaahPageWriter        *self,
                                                  double                   height);
void              telaah_page_writer_turn        (TelaahPageWriter        *self);
double            telaah_page_writer_get_room    (TelaahPageWriter        *self);
guint             telaah_page_writer_get_n_pages (TelaahPageWriter        *self);
const char       *telaah_page_writer_get_section (TelaahPageWriter        *self,
                                                  guint                    page);
void              telaah_page_writer_put         (TelaahPageWriter        *self,
                                                  guint                    page,
                                                  const TelaahPageItem    *item);

TelaahPageColumn *telaah_page_column_new         (double                   x,        /* from the frame's left */
                                                  double                   width,
                                                  double                   pad,
                                                  guint                    tint);
void              telaah_page_column_free        (TelaahPageColumn        *self);
double            telaah_page_column_get_room    (TelaahPageColumn        *self);    /* the width between its pads */
void              telaah_page_column_add_set     (TelaahPageColumn        *self,
                                                  TelaahPageSet           *set,
                                                  double                   indent,
                                                  double                   gap,
                                                  guint                    bar);
void              telaah_page_column_add_items   (TelaahPageColumn        *self,
                                                  const TelaahPageItem    *items,
                                                  guint                    n_items,
                                                  double                   height,
                                                  double                   gap);
void              telaah_page_column_add_rules   (TelaahPageColumn        *self,
                                                  guint                    n,
                                                  double                   pitch);
gboolean          telaah_page_column_is_empty    (TelaahPageColumn        *self);
double            telaah_page_column_get_height  (TelaahPageColumn        *self);
void              telaah_page_writer_add_row     (TelaahPageWriter        *self,
                                                  TelaahPageColumn *const *columns,
                                                  guint                    n_columns,
                                                  TelaahPageTurnFunc       turned,
                                                  gpointer                 data);

GBytes           *telaah_page_writer_to_pdf      (TelaahPageWriter        *self,
                                                  const TelaahPageInfo    *info,
                                                  GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahPageWriter, telaah_page_writer_free)

G_END_DECLS
