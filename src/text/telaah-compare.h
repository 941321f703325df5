/* The steps of comparing two texts after their words have been matched.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/telaah-edits-runs.h"
#include "text/telaah-tokens.h"

G_BEGIN_DECLS

/* Both texts, or what is left of them without what they have in common at either end. */
typedef struct
{
  const char       *before_body;
  const char       *after_body;
  GArray           *before;          /* of TelaahToken */
  GArray           *after;
  TelaahVocabulary *vocabulary;      /* of both */
  gboolean          loose;           /* a letter of another case, or a quotation mark of another form, is still there */
  GArray           *runs;            /* of TelaahRun, in tokens: what both have */
} TelaahComparison;

/* A stretch of either text that lies between two kept words. */
typedef struct
{
  const char *before;
  const char *before_end;
  const char *after;
  const char *after_end;
  guint       before_start;      /* in code points */
  guint       after_start;
  gboolean    loose;
} TelaahGap;

void telaah_comparison_drop_islands (TelaahComparison *self);
void telaah_comparison_slide        (TelaahComparison *self);
void telaah_gap_keep_letters        (TelaahGap         gap,
                                     TelaahEdits      *edits);

G_END_DECLS
