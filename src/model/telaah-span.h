/* A stretch of a text: [start, end) in Unicode code points.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct
{
  guint start;
  guint end;
} TelaahSpan;

/* Touching ends do not overlap: [0,4) and [4,8) are neighbours. */
static inline gboolean
telaah_span_overlaps (TelaahSpan a,
                      TelaahSpan b)
{
  return a.start < b.end && b.start < a.end;
}

/* Text order: by start, then the longer one first, so that what encloses comes before what it encloses. */
static inline int
telaah_span_compare (TelaahSpan a,
                     TelaahSpan b)
{
  if (a.start != b.start)
    return a.start < b.start ? -1 : 1;

  return a.end > b.end ? -1 : a.end < b.end ? 1 : 0;
}

G_END_DECLS
