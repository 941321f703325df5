/* Concordance: each place of a word in its line, and the order of the lines by their nearest words.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-hit.h"
#include "text/telaah-text.h"

G_BEGIN_DECLS

typedef enum
{
  TELAAH_CONCORDANCE_TEXT,     /* by source and place */
  TELAAH_CONCORDANCE_LEFT,     /* by the words before it, the nearest first, as a language sorts them */
  TELAAH_CONCORDANCE_WORD,     /* by the word itself, then by those after it */
  TELAAH_CONCORDANCE_RIGHT,    /* by the words after it */
} TelaahConcordanceOrder;

typedef struct
{
  TelaahHit *hit;
  char      *before;           /* what stands around it, in one line: blanks and line breaks are one blank, the one */
  char      *words;            /* next to @words too, so that the three make up the line */
  char      *after;
  guint      number;           /* in the order of the texts, from 0 */
} TelaahConcordanceLine;

TelaahConcordanceLine *telaah_concordance_line_new  (TelaahHit              *hit,
                                                     const TelaahText       *text,
                                                     const GArray           *apart,
                                                     guint                   context,
                                                     guint                   number);
void                   telaah_concordance_line_free (TelaahConcordanceLine  *self);

/* Sorts in place; stable. */
void                   telaah_concordance_sort      (GPtrArray              *lines,
                                                     TelaahConcordanceOrder  order);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahConcordanceLine, telaah_concordance_line_free)

G_END_DECLS
