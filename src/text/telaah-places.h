/* Where in a text given words stand, or words like them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/telaah-near.h"
#include "text/telaah-tokens.h"

G_BEGIN_DECLS

typedef struct _TelaahPlaces TelaahPlaces;

/* Words to be found again. */
typedef struct
{
  gunichar      *letters;
  guint          n;
  guint          n_words;      /* without punctuation marks */
  GArray        *tokens;       /* of TelaahToken, as the text's vocabulary has them */
  TelaahPattern *prefix;       /* what stood around them; NULL: nothing did */
  TelaahPattern *suffix;
  guint          n_prefix;
  guint          n_suffix;
  guint          expected;     /* where they would be, had nothing happened to them */
} TelaahQuote;

typedef struct
{
  TelaahSpan span;
  double     likeness;     /* 0 to 1, of the words alone */
  double     score;        /* 0 to 1, of the words, of those around them, and of the place */
} TelaahPlace;

TelaahPlaces *telaah_places_new        (TelaahText         *text);
void          telaah_places_free       (TelaahPlaces       *self);
TelaahQuote  *telaah_places_make_quote (const TelaahPlaces *self,
                                        const char         *quote,
                                        const char         *prefix,
                                        const char         *suffix,
                                        guint               expected);
void          telaah_quote_free        (TelaahQuote        *self);
GArray       *telaah_places_find_exact (const TelaahPlaces *self,
                                        const TelaahQuote  *quote);
gboolean      telaah_places_find_near  (TelaahPlaces       *self,
                                        const TelaahQuote  *quote,
                                        TelaahPlace        *place);
TelaahPlace   telaah_places_rate       (const TelaahPlaces *self,
                                        const TelaahQuote  *quote,
                                        TelaahSpan          span,
                                        double              likeness);
TelaahSpan    telaah_places_snap       (const TelaahPlaces *self,
                                        TelaahSpan          span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahPlaces, telaah_places_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahQuote, telaah_quote_free)

G_END_DECLS
