/* Sets the words of a printed source in type: which font, which size, how wide, where each line falls. Lengths are
 * points. Belongs to one thread, with a font map of its own.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "app/reader/telaah-print-content.h"

G_BEGIN_DECLS

/* The margins are what the printer can not reach. */
typedef struct
{
  double width, height;
  double left, top, right, bottom;
} TelaahPrintPaper;

#define TELAAH_PRINT_A4 ((TelaahPrintPaper) { 595.276, 841.89, 0, 0, 0, 0 })

/* Where the columns stand on the paper. Three columns as wide as the notes' fill the page; the text has two of them. */
typedef struct
{
  double left, right;          /* of all that is printed, but for the brackets, which stand left of it */
  double top, bottom;          /* of the columns; the running head is above */
  double text_width;
  double note_width;           /* its words, beside its number */
  double number_width;
  double column_step;          /* from one column of notes to the next */
  double size;                 /* of the body */
} TelaahPrintFrame;

typedef enum
{
  TELAAH_PRINT_TITLE,
  TELAAH_PRINT_META,
  TELAAH_PRINT_BODY,
  TELAAH_PRINT_HEADING,
  TELAAH_PRINT_CLUTTER,
  TELAAH_PRINT_LEGEND_TITLE,
  TELAAH_PRINT_LEGEND,
} TelaahPrintKind;

/* What is set at once: a paragraph, or a part of a long one. */
typedef struct
{
  TelaahPrintKind kind;
  guint           level;       /* of a heading */
  guint           row;         /* of the legend: a theme */
  gsize           start, end;  /* bytes of the text; empty where the words are not the source's */
  TelaahSpan      span;        /* the same in code points */
  guint           rtl : 1;     /* as its paragraph, where it does not open that */
  guint           opens : 1;   /* begins its paragraph */
  guint           closes : 1;  /* reaches its end */
} TelaahPrintBlock;

typedef struct
{
  guint  start, end;           /* bytes of the layout's text */
  double x;
  double height;
  double baseline;             /* below the top of the line */
} TelaahPrintLine;

/* Words set in lines. */
typedef struct
{
  PangoLayout *layout;
  GArray      *lines;          /* TelaahPrintLine */
  GArray      *numbers;        /* where numbers of passages were put between the source's words */
  gsize        start;          /* byte of the text that the first line begins with */
} TelaahPrintSet;

typedef enum
{
  TELAAH_PRINT_WORDS_HEAD,     /* of later pages */
  TELAAH_PRINT_WORDS_NUMBER,   /* beside a margin note */
  TELAAH_PRINT_WORDS_REST,     /* above the rest of a margin note */
} TelaahPrintWords;

typedef struct _TelaahPrintType TelaahPrintType;

TelaahPrintType        *telaah_print_type_new        (TelaahPrintContent     *content,
                                                      const TelaahPrintPaper *paper);
void                    telaah_print_type_free       (TelaahPrintType        *self);
const TelaahPrintFrame *telaah_print_type_get_frame  (TelaahPrintType        *self);
TelaahPrintSet         *telaah_print_type_set_block  (TelaahPrintType        *self,
                                                      const TelaahPrintBlock *block);
TelaahPrintSet         *telaah_print_type_set_note   (TelaahPrintType        *self,
                                                      guint                   passage);
TelaahPrintSet         *telaah_print_type_set_words  (TelaahPrintType        *self,
                                                      TelaahPrintWords        words,
                                                      const char             *text,
                                                      double                  width);

guint                   telaah_print_set_to_layout   (const TelaahPrintSet   *self,
                                                      gsize                   at,
                                                      gboolean                behind);
gsize                   telaah_print_set_to_source   (const TelaahPrintSet   *self,
                                                      guint                   index,
                                                      gboolean               *within);
void                    telaah_print_set_free        (TelaahPrintSet         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahPrintType, telaah_print_type_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahPrintSet, telaah_print_set_free)

G_END_DECLS
