/* A passage: a span of one source, under its themes, with the words that it was.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-note.h"
#include "model/telaah-span.h"

G_BEGIN_DECLS

/* How many code points are kept on either side of a quote, to find it again by. */
#define TELAAH_PASSAGE_CONTEXT 32

typedef struct
{
  const char        *id;
  const char        *source;
  TelaahSpan         span;
  const char        *quote;
  const char        *prefix;
  const char        *suffix;
  const char        *coder;
  const char        *created;
  const char        *lost;       /* digest of the text that span is of, where the source's has its words no more; else NULL */
  TelaahSpan         candidate;  /* then the best place found in the source's text; empty: none */
  const char *const *themes;     /* ids of themes in the order of coding; NULL-terminated, never NULL */
} TelaahPassageFields;

#define TELAAH_TYPE_PASSAGE (telaah_passage_get_type ())
G_DECLARE_FINAL_TYPE (TelaahPassage, telaah_passage, TELAAH, PASSAGE, GObject)

TelaahPassage             *telaah_passage_new       (const TelaahPassageFields *fields,
                                                     GPtrArray                 *notes);
const TelaahPassageFields *telaah_passage_fields    (TelaahPassage             *self);
GPtrArray                 *telaah_passage_get_notes (TelaahPassage             *self);
gboolean                   telaah_passage_has_theme (TelaahPassage             *self,
                                                     const char                *theme);
int                        telaah_passage_compare   (TelaahPassage             *a,
                                                     TelaahPassage             *b);

G_END_DECLS
