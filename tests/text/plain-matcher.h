/* What a query finds, by trying everything: what is right, for small texts.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/telaah-matcher.h"
#include "text/telaah-words.h"

G_BEGIN_DECLS

typedef enum
{
  PLAIN_WORDS,
  PLAIN_ALL,
  PLAIN_ANY,
  PLAIN_NEAR,
} PlainKind;

/* A query that was not read but made. */
typedef struct _PlainNode PlainNode;

struct _PlainNode
{
  PlainKind   kind;
  gboolean    negated;
  guint       distance;
  GPtrArray  *children;      /* PlainNode */
  char      **words;
  char      **gaps;          /* between them: " ", "-" or ", " */
  gboolean    beginning;     /* the last word is one */
};

/* A text with all that a matcher is told of it. */
typedef struct
{
  TelaahText        *text;
  GArray            *sentences;
  GArray            *apart;
  GArray            *words;
  TelaahLexicon     *lexicon;
  TelaahSearchFlags  flags;
} PlainText;

typedef struct
{
  guint first;
  guint last;
  guint level;
} PlainPlace;

PlainNode *plain_node_new_random (guint            depth);
void       plain_node_free       (PlainNode       *self);
char      *plain_node_dup_words  (const PlainNode *self);

PlainText *plain_text_new_random (TelaahLexicon   *lexicon,
                                  guint            n_words);
void       plain_text_free       (PlainText       *self);
GArray    *plain_text_find       (const PlainText *self,
                                  const PlainNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlainNode, plain_node_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlainText, plain_text_free)

G_END_DECLS
