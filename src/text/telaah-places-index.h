/* What a text is made of, ready for looking up: shared by the two ways of finding words in it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/telaah-places.h"

G_BEGIN_DECLS

struct _TelaahPlaces
{
  TelaahText       *text;
  gunichar         *letters;
  guint             n;
  GArray           *tokens;         /* of TelaahToken */
  TelaahVocabulary *vocabulary;
  guint            *first;          /* for each symbol, where its tokens begin in order */
  guint            *order;          /* tokens by symbol, then by place */
  guint64           effort;         /* steps that may still be spent on reading the whole text */
};

static inline guint
telaah_places_count (const TelaahPlaces *self,
                     guint               symbol)
{
  return symbol == 0 ? 0 : self->first[symbol + 1] - self->first[symbol];
}

guint telaah_places_list       (const TelaahPlaces  *self,
                                guint                symbol,
                                guint                near,
                                guint                most,
                                const guint        **tokens);
guint telaah_places_find_token (const TelaahPlaces  *self,
                                guint                offset);

G_END_DECLS
