/* Ranks sentences by how likely they belong to a theme, from what is known of others.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "analysis/telaah-features.h"

G_BEGIN_DECLS

/* What is known of a sentence, as a guint8. */
typedef enum
{
  TELAAH_LABEL_UNREAD,     /* nothing: the theme has been tagged nowhere in its text */
  TELAAH_LABEL_NO,         /* its text has been read for the theme, and it was passed over */
  TELAAH_LABEL_YES,        /* tagged */
  TELAAH_LABEL_PARTLY,     /* a little of it is tagged: neither learnt from nor offered */
  TELAAH_LABEL_REFUSED,    /* "not this" was said of it */
} TelaahLabel;

guint8 *telaah_candidates_dup_labels (const TelaahReading *reading,    /* a TelaahLabel for each of its units */
                                      const GArray        *spans,      /* TelaahSpan: what is tagged; NULL: nothing */
                                      GHashTable          *refused,    /* set of quotes; NULL: none */
                                      const TelaahText    *text);      /* needed with @refused only */

#define TELAAH_MAX_REASONS 4

typedef struct
{
  guint      reading;      /* its number */
  guint      unit;
  double     score;        /* 0 to 1 */
  guint      n_reasons;
  TelaahSpan reasons[TELAAH_MAX_REASONS];
} TelaahRanked;

/* What the theme's own words weigh, before anything is learnt. */
typedef struct
{
  GArray *name;            /* guint: terms */
  GArray *description;
} TelaahThemeWords;

typedef struct
{
  GPtrArray              *readings;    /* TelaahReading */
  GPtrArray              *labels;      /* for each of them a guint8 for each of its units */
  guint                   n_terms;
  const TelaahThemeWords *words;
} TelaahEvidenceBase;

/* TelaahRanked, the likeliest first, of the reading @only (-1: of all), @limit at most (0: all). */
GArray *telaah_candidates_rank (const TelaahEvidenceBase *base,
                                int                       only,
                                guint                     limit);

G_END_DECLS
