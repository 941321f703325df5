/* Words on a wall: the largest size at which the cards of a point fit, and where each stands. No GTK.
 *
 * Lengths are in pixels. The one size that is looked for is that of the body type; everything else is a multiple of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TELAAH_SEMINAR_KIND_KICKER,        /* "1 of 5 · Challenges" */
  TELAAH_SEMINAR_KIND_HEADING,
  TELAAH_SEMINAR_KIND_SUBTITLE,
  TELAAH_SEMINAR_KIND_NAME,          /* of a source */
  TELAAH_SEMINAR_KIND_STATUS,
  TELAAH_SEMINAR_KIND_SUMMARY,
  TELAAH_SEMINAR_KIND_TRANSLATION,
  TELAAH_SEMINAR_KIND_QUOTE,
  TELAAH_SEMINAR_KIND_LABEL,         /* "Similarities" */
} TelaahSeminarKind;

/* A paragraph. */
typedef struct
{
  TelaahSeminarKind  kind;
  char              *text;
  char              *mask;      /* what stands there instead while the name of its source is hidden; or NULL */
  GPtrArray         *peers;     /* char *: texts that it must not be told from by the room it takes; or NULL */
  gsize              aside;     /* from this byte on it is said in passing; 0: nothing is */
  guint              quote;     /* of a quote: which of those of its card */
  gpointer           gauge;     /* what a metric remembers of it, and how to free that */
  GDestroyNotify     free_gauge;
} TelaahSeminarBlock;

/* Blocks, one below the other. */
typedef GPtrArray TelaahSeminarCard;

/* A stretch of a block, where it stands in its box. */
typedef struct
{
  guint block;
  gsize start;                  /* bytes */
  gsize end;
  int   x;
  int   y;
  int   width;
  int   height;
} TelaahSeminarPiece;

/* A card, or as much of it as one screen has. */
typedef struct
{
  guint   card;
  guint   screen;
  int     x;
  int     y;
  int     width;
  int     height;
  GArray *pieces;               /* TelaahSeminarPiece */
} TelaahSeminarBox;

typedef struct
{
  double     size;              /* of the body type */
  guint      columns;
  guint      n_screens;
  GArray    *head;              /* TelaahSeminarPiece: of the head's blocks, on each screen */
  GPtrArray *boxes;             /* TelaahSeminarBox, in the order of the cards */
} TelaahSeminarLayout;

typedef struct
{
  int    width;
  int    height;
  double smallest;              /* sizes of the body type: what can still be read from the last row, */
  double largest;               /* and what would shout */
} TelaahSeminarRoom;

/* Answers how tall a stretch of a block is, and the byte that it has to end at so as not to be taller than @height. */
typedef struct
{
  int   (*measure) (TelaahSeminarBlock *block, gsize start, gsize end, int width, double size, gpointer data);
  gsize (*cut)     (TelaahSeminarBlock *block, gsize start, int width, int height, double size, gpointer data);
} TelaahSeminarGauge;

/* Hundreds of sizes and widths are tried by estimate, and what comes of it is measured. */
typedef struct
{
  TelaahSeminarGauge exact;
  TelaahSeminarGauge estimate;
  gpointer           data;
} TelaahSeminarMetric;

TelaahSeminarBlock  *telaah_seminar_block_new   (TelaahSeminarKind          kind,
                                                 const char                *text);
void                 telaah_seminar_block_free  (TelaahSeminarBlock        *self);
TelaahSeminarCard   *telaah_seminar_card_new    (void);

TelaahSeminarLayout *telaah_seminar_layout_grid (TelaahSeminarCard         *head,
                                                 GPtrArray                 *cards,
                                                 gboolean                   wide,
                                                 const TelaahSeminarRoom   *room,
                                                 const TelaahSeminarMetric *metric);
TelaahSeminarLayout *telaah_seminar_layout_sheet (TelaahSeminarCard        *head,
                                                 TelaahSeminarCard         *card,
                                                 const TelaahSeminarRoom   *room,
                                                 const TelaahSeminarMetric *metric);
void                 telaah_seminar_layout_free (TelaahSeminarLayout       *self);

/* How far the words of a card are from its edge, at a size of the body type. */
int                  telaah_seminar_get_padding (double                     size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahSeminarLayout, telaah_seminar_layout_free)

G_END_DECLS
