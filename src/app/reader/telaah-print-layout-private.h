/* What the parts of the pages' layout share. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/reader/telaah-print-layout.h"

G_BEGIN_DECLS

/* A margin note that waits for room, or what is left of it. */
typedef struct
{
  guint    passage;
  guint    first_line, n_lines;   /* those that are left */
  double   height;                /* of these */
  double   y;                     /* where it would like to stand on this page */
} TelaahPrintWaiting;

/* A block that waits for the next: a heading does not stand at the foot of a page. */
typedef struct
{
  TelaahPrintSet *set;
  guint           block;
  guint           n_lines;
  double          gap;            /* before it, unless it begins a page */
} TelaahPrintHeld;

typedef enum
{
  TELAAH_PRINT_PHASE_HEAD,
  TELAAH_PRINT_PHASE_TEXT,
  TELAAH_PRINT_PHASE_LEGEND,
  TELAAH_PRINT_PHASE_NOTES,
  TELAAH_PRINT_PHASE_DONE,
} TelaahPrintPhase;

struct _TelaahPrintLayout
{
  TelaahPrintContent *content;
  TelaahPrintType    *type;
  TelaahPrintFrame    frame;

  GPtrArray          *pages;
  GArray             *blocks;          /* TelaahPrintBlock */
  GArray             *entries;         /* TelaahPrintEntry */

  /* Where the text has come to. */
  TelaahPrintPhase    phase;
  gsize               at;              /* byte of the text that comes next */
  guint               offset;          /* the same in code points */
  gsize               paragraph_end;
  TelaahPrintBlock    paragraph;       /* what kind the paragraph is */
  guint               previous_length; /* bytes of the paragraph before */
  TelaahPrintKind     previous_kind;
  guint               n_breaks;        /* line breaks since then */

  /* The page that is being filled: the last of pages. */
  TelaahPrintPage    *page;
  double              y;
  GArray             *held;            /* TelaahPrintHeld */
  GArray             *waiting;         /* TelaahPrintWaiting, in the order of the passages */
  guint               next_passage;    /* the first whose place has not come yet */
  guint               next_mark;
  guint8             *columns;         /* of each passage's bracket, where it runs over from the last page */
  guint               first_open;      /* the first passage that may reach beyond the last page */
};

/* Between two margin notes, in parts of the body's size. */
#define TELAAH_PRINT_NOTE_GAP 0.55

/* How far apart brackets stand, and how many beside each other. */
#define TELAAH_PRINT_BRACKET_STEP 3.4
#define TELAAH_PRINT_BRACKETS 5

void     telaah_print_layout_new_page  (TelaahPrintLayout      *self);
gboolean telaah_print_paragraphs_step  (TelaahPrintLayout      *self);

void     telaah_print_blocks_place     (TelaahPrintLayout      *self,
                                        TelaahPrintSet         *set,
                                        const TelaahPrintBlock *block,
                                        guint                   n_lines,
                                        double                  gap);
void     telaah_print_blocks_flush     (TelaahPrintLayout      *self);

void     telaah_print_margin_add       (TelaahPrintLayout      *self,
                                        guint                   passage,
                                        double                  baseline);
void     telaah_print_margin_close     (TelaahPrintLayout      *self);
gboolean telaah_print_margin_is_full   (TelaahPrintLayout      *self);
void     telaah_print_margin_fill      (TelaahPrintLayout      *self);
double   telaah_print_margin_rest      (TelaahPrintLayout      *self);

G_END_DECLS
