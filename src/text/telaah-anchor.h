/* Finding a passage again in a text that has changed: by its place, by its words, by words much like them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/telaah-edits.h"

G_BEGIN_DECLS

/* The words of a passage, with what stood around them. */
typedef struct
{
  TelaahSpan  span;      /* in the text before */
  const char *quote;
  const char *prefix;
  const char *suffix;
} TelaahAnchor;

typedef enum
{
  TELAAH_ANCHOR_UNCHANGED,   /* the same place, the same words */
  TELAAH_ANCHOR_MOVED,       /* another place, or other words between the same borders */
  TELAAH_ANCHOR_LOST,        /* span is the best place found, empty where there is none: for a person to decide */
} TelaahAnchoring;

typedef struct
{
  TelaahAnchoring anchoring;
  TelaahSpan      span;      /* in the text after */
  double          score;     /* 0 to 1, of how much the words there are like the old ones */
} TelaahAnchored;

typedef struct _TelaahAnchorer TelaahAnchorer;

TelaahAnchorer    *telaah_anchorer_new       (TelaahText           *before,
                                              TelaahText           *after,
                                              const TelaahEdits    *edits);
void               telaah_anchorer_free      (TelaahAnchorer       *self);
const TelaahEdits *telaah_anchorer_get_edits (const TelaahAnchorer *self);
TelaahAnchored     telaah_anchorer_find      (TelaahAnchorer       *self,
                                              const TelaahAnchor   *anchor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahAnchorer, telaah_anchorer_free)

G_END_DECLS
