/* A query as it was read: a tree of what is asked for.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "text/telaah-query.h"

G_BEGIN_DECLS

#define TELAAH_QUERY_MAX_WORDS 64
#define TELAAH_QUERY_MAX_NEAR  200
#define TELAAH_QUERY_NEAR      10

typedef enum
{
  TELAAH_NODE_WORDS,    /* one word, or several one after the other */
  TELAAH_NODE_ALL,
  TELAAH_NODE_ANY,
  TELAAH_NODE_NEAR,     /* two children */
} TelaahNodeKind;

typedef struct
{
  TelaahNodeKind  kind;
  gboolean        negated;      /* a child of ALL, never the only one */
  char           *words;        /* of WORDS: as typed, without the quotes */
  guint           leaf;         /* of WORDS: its number in the query */
  guint           distance;     /* of NEAR: words between, at most */
  GPtrArray      *children;     /* TelaahNode; NULL in WORDS */
} TelaahNode;

struct _TelaahQuery
{
  gatomicrefcount    ref_count;

  TelaahSearchFlags  flags;
  TelaahNode        *root;      /* NULL for a regular expression */
  guint              n_leaves;
  GPtrArray         *groups;    /* char **: words that count as one */
  pcre2_code        *regex;
};

TelaahNode *telaah_node_new           (TelaahNodeKind    kind);
TelaahNode *telaah_node_read          (const char       *words,
                                       guint            *n_leaves,
                                       GError          **error);
void        telaah_node_free          (TelaahNode       *self);
void        telaah_node_offer_phrases (TelaahNode       *self,
                                       const GPtrArray  *groups,
                                       guint            *n_leaves);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahNode, telaah_node_free)

G_END_DECLS
