/* A comparative outline as a report: paragraphs, tables and footnotes in the order of reading, before any format.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-outline.h"

G_BEGIN_DECLS

/* As deep as headings go; what is deeper stays there. */
#define TELAAH_REPORT_LEVELS 9

/* What a paragraph is. */
typedef enum
{
  TELAAH_REPORT_BODY,
  TELAAH_REPORT_TITLE,
  TELAAH_REPORT_SUBTITLE,
  TELAAH_REPORT_QUESTION,
  TELAAH_REPORT_HEADING,
  TELAAH_REPORT_POSITION,       /* names the source whose words follow */
  TELAAH_REPORT_TRANSLATION,
  TELAAH_REPORT_REST,           /* names sources of which there is no more to say */
  TELAAH_REPORT_QUOTE,
  TELAAH_REPORT_NOTE,
  TELAAH_REPORT_SYNTHESIS,      /* what all sources of a point share, and what not */
  TELAAH_REPORT_LEGEND,
  TELAAH_REPORT_REFERENCE,
  TELAAH_REPORT_FOOTNOTE,
  TELAAH_REPORT_TABLE_HEAD,
  TELAAH_REPORT_TABLE_CELL,
  TELAAH_REPORT_FOOTER,
  TELAAH_REPORT_N_STYLES
} TelaahReportStyle;

typedef enum
{
  TELAAH_REPORT_PLAIN,
  TELAAH_REPORT_STRONG,
  TELAAH_REPORT_EMPHASIS,
  TELAAH_REPORT_QUIET,
  TELAAH_REPORT_N_FACES
} TelaahReportFace;

/* A paragraph, with what it is made of. */
typedef struct
{
  TelaahReportStyle  style;
  guint              level;       /* of a heading, from 1 on */
  gboolean           numbered;    /* a heading */
  gboolean           keeps;       /* on one sheet with what follows, even where its style does not say so */
  char              *language;    /* BCP 47; NULL: the report's */
  GPtrArray         *runs;        /* TelaahReportRun */
} TelaahReportParagraph;

/* Words of one face, or the mark of a footnote. */
typedef struct
{
  TelaahReportFace       face;
  char                  *text;       /* "\n" is a new line; NULL: it is a mark */
  TelaahReportParagraph *footnote;   /* what stands there */
  gboolean               links;      /* the text is an address, to be followed */
} TelaahReportRun;

typedef struct
{
  TelaahReportParagraph *words;
  const char            *shade;      /* "#rrggbb", or NULL */
} TelaahReportCell;

typedef struct
{
  guint      n_columns;
  double     first;        /* the first column's share of the width */
  GPtrArray *cells;        /* TelaahReportCell, row by row; the first row is the head */
} TelaahReportTable;

/* One of both. */
typedef struct
{
  TelaahReportParagraph *paragraph;
  TelaahReportTable     *table;
} TelaahReportBlock;

typedef struct
{
  char      *title;
  char      *description;   /* the project's question, or NULL, as those that follow */
  char      *language;      /* BCP 47 */
  char      *creators;
  char      *created;       /* ISO 8601 */
  char      *modified;
  guint      n_front;       /* so many blocks come first, on sheets of their own where they are: */
  gboolean   wide;          /* laid across */
  GPtrArray *blocks;        /* TelaahReportBlock */
} TelaahReport;

TelaahReport          *telaah_report_new_for_outline (TelaahOutline         *outline);
void                   telaah_report_free            (TelaahReport          *self);

/* Of the making. */
TelaahReport          *telaah_report_new             (void);
TelaahReportParagraph *telaah_report_paragraph_new   (TelaahReportStyle      style,
                                                      const char            *language);
void                   telaah_report_add             (TelaahReport          *self,
                                                      TelaahReportParagraph *paragraph);
TelaahReportTable     *telaah_report_add_table       (TelaahReport          *self,
                                                      guint                  n_columns,
                                                      double                 first);
void                   telaah_report_table_put       (TelaahReportTable     *self,
                                                      TelaahReportParagraph *words,
                                                      const char            *shade);
void                   telaah_report_put             (TelaahReportParagraph *self,
                                                      TelaahReportFace       face,
                                                      const char            *text);
void                   telaah_report_put_n           (TelaahReportParagraph *self,
                                                      TelaahReportFace       face,
                                                      const char            *text,
                                                      gsize                  length);
void                   telaah_report_put_markup      (TelaahReportParagraph *self,
                                                      const char            *markup);
void                   telaah_report_put_footnote    (TelaahReportParagraph *self,
                                                      TelaahReportParagraph *footnote);

/* ---- What was made ---- */

gboolean               telaah_report_is_rtl          (const TelaahReportParagraph *self);

/* How a style looks; lengths in points. */
typedef struct
{
  const char *name;           /* as OpenDocument calls it */
  const char *id;             /* in a .docx, where blanks are no part of it */
  const char *word_name;      /* as Word calls it */
  double      size;
  double      before, after;
  double      start, end;     /* indents of the words, whatever lies between them and the margin */
  double      first;          /* more of that for the first line */
  double      line;           /* of the type size */
  const char *color;          /* or NULL */
  const char *bar;            /* colour of a line at its start, or NULL */
  const char *shade;          /* behind it, or NULL */
  gboolean    strong, emphasis;
  gboolean    keeps;          /* on one sheet with what follows */
  gboolean    own;            /* a style of ours, with a name to translate */
} TelaahReportLook;

/* From a bar, or the rim of a shade, to the words. */
#define TELAAH_REPORT_BAR_DISTANCE 8
#define TELAAH_REPORT_SHADE_DISTANCE 6

#define TELAAH_REPORT_QUIET_COLOR "#5e5c64"
#define TELAAH_REPORT_LINK_COLOR "#1a5fb4"
#define TELAAH_REPORT_RULE_COLOR "#c0bfbc"
#define TELAAH_REPORT_HEAD_SHADE "#ebebed"

/* A4, and what is left blank around it. */
#define TELAAH_REPORT_SHORT_SIDE 595.3
#define TELAAH_REPORT_LONG_SIDE 841.9
#define TELAAH_REPORT_MARGIN 70.9

const TelaahReportLook *telaah_report_style_look   (TelaahReportStyle  style);
double                  telaah_report_heading_size (guint              level);
char                   *telaah_report_dup_language (const char        *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahReport, telaah_report_free)

G_END_DECLS
