/* What the parts of a matcher know of each other: the words asked for, and where they were found.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/telaah-matcher.h"
#include "text/telaah-query-private.h"
#include "text/telaah-words.h"

G_BEGIN_DECLS

#define TELAAH_NO_LEVEL TELAAH_N_LEVELS

/* One word that is asked for, or a synonym of one. */
typedef struct
{
  char               *surface;       /* as typed */
  guint               form;
  const char         *folded;        /* the lexicon's */
  const char *const  *stems;
  gboolean            beginning;     /* only how words begin */
  gboolean            plain;         /* of a group of synonyms: folded or by stem, nothing looser */
  GPtrArray          *synonyms;      /* TelaahAsked, plain: words that count as it; may be NULL */
  GByteArray         *verdicts;      /* by form; 0: not judged yet */
} TelaahAsked;

/* A word of a row, with what parts it from the one before. */
typedef struct
{
  TelaahAsked *asked;
  TelaahGap    before;
  char        *between;      /* the same letter by letter */
  GPtrArray   *phrases;      /* rows of several words that count as the word; may be NULL */
} TelaahSlot;

/* Words one after the other. */
typedef GPtrArray TelaahAskedRow;    /* of TelaahSlot */

/* WORDS of a query. */
typedef struct
{
  TelaahAskedRow *row;
  GPtrArray      *phrases;    /* rows that count as all of it; may be NULL */
} TelaahLeaf;

struct _TelaahMatcher
{
  TelaahQuery       *query;
  TelaahLexicon     *lexicon;
  TelaahSearchFlags  flags;
  GPtrArray         *leaves;         /* TelaahLeaf */
  GPtrArray         *groups;         /* GPtrArray of TelaahAskedRow: synonyms */
  guint              reach;          /* words that a hit may go on for beyond its first sentence */

  pcre2_match_data    *match;        /* of a regular expression */
  pcre2_match_context *context;
  pcre2_jit_stack     *stack;
  gint64               spent;        /* microseconds of matching so far */
};

/* Where a word stands: no hit goes from one segment into another, AND and phrases stay in one
 * unit. */
typedef struct
{
  guint unit;       /* a sentence, or what stands between two */
  guint segment;    /* between what is to be left out */
} TelaahSite;

/* Words of a text, with the units that they stand in. */
typedef struct
{
  TelaahMatcher     *matcher;
  const TelaahText  *text;
  GArray            *words;          /* TelaahWord, without what is to be left out */
  GArray            *sites;          /* TelaahSite, one a word */
  GArray            *units;          /* TelaahSpan */
  GArray            *picks;          /* TelaahRange */
  GCancellable      *cancellable;
} TelaahSheet;

/* Words from the first to the last. */
typedef struct
{
  guint first;
  guint last;
} TelaahRange;

/* A place that fits a part of the query. */
typedef struct
{
  guint  first;
  guint  last;
  guint  picks;      /* where in the picks its words are; n_picks 0: it is all of them */
  guint  n_picks;
  guint8 level;
} TelaahFound;

/* telaah-matcher-asked.c */
TelaahAsked    *telaah_asked_new          (TelaahLexicon     *lexicon,
                                           const char        *surface,
                                           gsize              n_bytes);
void            telaah_asked_free         (TelaahAsked       *self);
gboolean        telaah_asked_is_like      (const TelaahAsked *self,
                                           const char        *folded,
                                           const char *const *stems);
TelaahLevel     telaah_asked_judge        (TelaahAsked       *self,
                                           TelaahSheet       *sheet,
                                           guint              word,
                                           gboolean           whole);

/* telaah-matcher-leaves.c */
GPtrArray      *telaah_leaves_new         (TelaahMatcher     *matcher);
GArray         *telaah_leaf_find          (const TelaahLeaf  *self,
                                           TelaahSheet       *sheet);

/* telaah-matcher-sheet.c */
TelaahSheet    *telaah_sheet_open         (TelaahMatcher     *matcher,
                                           const TelaahText  *text,
                                           TelaahSpan         span,
                                           const GArray      *sentences,
                                           const GArray      *apart);
void            telaah_sheet_close        (TelaahSheet       *self);
TelaahHit      *telaah_sheet_make_hit     (TelaahSheet       *self,
                                           const TelaahFound *found);
TelaahHit      *telaah_hit_new_for_words  (const TelaahText  *text,
                                           TelaahSpan         span,
                                           TelaahSpan         sentence,
                                           TelaahLevel        level);
TelaahSpan      telaah_find_sentences     (const TelaahText  *text,
                                           TelaahSpan         span,
                                           const GArray      *sentences,
                                           const GArray      *apart);

/* telaah-matcher-windows.c */
GArray         *telaah_sheet_evaluate     (TelaahSheet       *self,
                                           const TelaahNode  *node);
void            telaah_sheet_drop_negated (TelaahSheet       *self,
                                           const TelaahNode  *node,
                                           GArray            *found);
void            telaah_found_sort         (GArray            *found);

/* The only child of an ALL that is not negated; NULL where there are several. */
const TelaahNode *telaah_node_get_only_wanted (const TelaahNode *node);

/* telaah-matcher-told.c */
GArray         *telaah_sheet_find         (TelaahSheet       *self,
                                           const TelaahNode  *node);

/* telaah-matcher-regex.c */
void            telaah_matcher_prepare_regex (TelaahMatcher     *self);
void            telaah_matcher_clear_regex   (TelaahMatcher     *self);
gboolean        telaah_matcher_find_regex    (TelaahMatcher     *self,
                                              const TelaahText  *text,
                                              TelaahSpan         span,
                                              const GArray      *sentences,
                                              const GArray      *apart,
                                              GPtrArray         *hits,
                                              GCancellable      *cancellable,
                                              GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahAsked, telaah_asked_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahSheet, telaah_sheet_close)

G_END_DECLS
