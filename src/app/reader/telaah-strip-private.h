/* What the parts of TelaahStrip share: the widget and its segments.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/reader/telaah-highlights.h"
#include "app/reader/telaah-strip.h"

G_BEGIN_DECLS

#define TELAAH_STRIP_SIDE_MARGIN  24
#define TELAAH_STRIP_TRACK_HEIGHT 15

/* The theme that most of a pixel's passages have, after Boyer and Moore's vote: one pass, one counter. */
typedef struct
{
  const GdkRGBA *color;
  int            votes;
} TelaahStripBucket;

struct _TelaahStrip
{
  GtkWidget          parent_instance;

  GtkWidget         *track;        /* both drawn by the style sheet */
  GtkWidget         *frame;

  TelaahHighlights  *highlights;
  TelaahColors      *colors;
  TelaahRowFunc      row_func;
  gpointer           row_data;
  GDestroyNotify     row_destroy;

  guint              length;       /* of the source, in code points */
  TelaahSpan         visible;

  GskRenderNode     *segments;     /* or NULL: nothing to see */
  int                drawn_width;  /* that they were drawn for; 0: not drawn */
  TelaahStripBucket *buckets;      /* TELAAH_STRIP_ROWS times drawn_width, or NULL */
  TelaahSpan         changed;      /* where passages have changed since they were filled */
  GArray            *indices;      /* scratch: guint, of highlights */

  GArray            *hits;         /* TelaahSpan, or NULL */
  TelaahSpan         current_hit;  /* empty: none */
  GskRenderNode     *ticks;        /* of those, or NULL: nothing to see */
  int                ticks_width;  /* that they were drawn for; 0: not drawn */

  double             grip;         /* where the frame was taken hold of, from its left edge */
};

int            telaah_strip_get_track_width (TelaahStrip *self);

/* ---- Segments ---- */

GskRenderNode *telaah_strip_draw_segments   (TelaahStrip *self);

/* ---- Hits ---- */

void           telaah_strip_forget_ticks    (TelaahStrip *self);
void           telaah_strip_snapshot_ticks  (TelaahStrip *self,
                                             GtkSnapshot *snapshot,
                                             int          y);

G_END_DECLS
