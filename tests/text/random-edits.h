/* A text whose characters know where they come from, however it is edited: what is right, told
 * character by character.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/telaah-edits.h"

G_BEGIN_DECLS

/* A character of the text as it stands, and its offset in the text it began as. */
typedef struct
{
  gunichar c;
  gint64   origin;      /* -1: typed since */
} Letter;

typedef struct
{
  GRand       *rand;
  GArray      *letters;      /* of Letter */
  guint        n_before;
  char        *body;         /* as it began */
  TelaahEdits *edits;        /* told of every change */
  guint        serial;       /* of unique words */
} RandomText;

typedef void (*RandomWords) (RandomText *self, GString *words, guint n);

RandomText *random_text_new       (guint32          seed,
                                   RandomWords      words,
                                   guint            n_words);
void        random_text_free      (RandomText      *self);
void        random_text_insert    (RandomText      *self,
                                   guint            offset,
                                   const char      *words);
void        random_text_delete    (RandomText      *self,
                                   guint            start,
                                   guint            end);
char       *random_text_dup_body  (const RandomText *self);
gboolean    random_text_map       (const RandomText *self,
                                   TelaahSpan       before,
                                   TelaahSpan      *after,
                                   guint           *kept);
guint       random_text_find      (RandomText      *self,
                                   guint            offset);

void        random_words_few      (RandomText *self, GString *words, guint n);
void        random_words_unique   (RandomText *self, GString *words, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RandomText, random_text_free)

G_END_DECLS
