/* What a search index is asked first: no more than that chunks have terms by which the words may be
 * found.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-matcher-private.h"

#include <string.h>

#include "text/telaah-misspelling.h"

/* A word with more terms than that is no help. */
#define MAX_TERMS 300

/* A chunk has so many words of what follows it. */
#define MAX_BEYOND 32

/* The terms by which a word may be found. */
typedef struct
{
  TelaahMatcher   *matcher;
  const GPtrArray *vocabulary;
  GPtrArray       *single;     /* of the word as it stands */
  GPtrArray       *wholes;     /* of a word that the page has broken */
  GHashTable      *known;      /* all of them */
  gboolean         hopeless;   /* too many */
} Terms;

typedef struct
{
  TelaahMatcher   *matcher;
  const GPtrArray *vocabulary;
} Index;

/* ---- Terms ---- */

/* The first that is not before @term. */
static guint
find_term (const GPtrArray *vocabulary,
           const char      *term)
{
  guint low = 0, high = vocabulary->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strcmp (g_ptr_array_index (vocabulary, middle), term) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* An index whose terms are not told may have any. */
static gboolean
has_term (const GPtrArray *vocabulary,
          const char      *term)
{
  guint index;

  if (vocabulary == NULL)
    return TRUE;

  index = find_term (vocabulary, term);
  return index < vocabulary->len && strcmp (g_ptr_array_index (vocabulary, index), term) == 0;
}

static void
take_term (Terms      *self,
           GPtrArray  *terms,
           const char *term)
{
  char *copy;

  if (self->hopeless || g_hash_table_contains (self->known, term))
    return;

  /* What would be read as several. */
  if (g_hash_table_size (self->known) == MAX_TERMS || strpbrk (term, " |") != NULL)
    {
      self->hopeless = TRUE;
      return;
    }

  copy = g_strdup (term);
  g_ptr_array_add (terms, copy);
  g_hash_table_add (self->known, copy);
}

/* A folded word or, with its mark, a stem, for words as they stand and for broken ones. */
static void
add_term (Terms      *self,
          const char *mark,
          const char *words)
{
  g_autofree char *single = g_strconcat (mark, words, NULL);
  g_autofree char *whole = g_strdup_printf ("%c%s", TELAAH_WHOLE_MARK, single);

  if (has_term (self->vocabulary, single))
    take_term (self, self->single, single);
  if (has_term (self->vocabulary, whole))
    take_term (self, self->wholes, whole);
}

/* By surface and by stem, as telaah_asked_is_like() has it. */
static void
add_likes (Terms             *self,
           const TelaahAsked *asked)
{
  static const char mark[] = { TELAAH_STEM_MARK, '\0' };

  add_term (self, "", asked->folded);
  if (asked->stems == NULL)
    return;

  add_term (self, mark, asked->folded);
  for (guint i = 0; asked->stems[i] != NULL; i++)
    {
      add_term (self, "", asked->stems[i]);
      add_term (self, mark, asked->stems[i]);
    }
}

static gboolean
fits (const Terms       *self,
      const TelaahAsked *asked,
      const char        *folded)
{
  TelaahSearchFlags flags = self->matcher->flags;

  if ((flags & TELAAH_SEARCH_PARTS) && strstr (folded, asked->folded) != NULL)
    return TRUE;
  if (asked->beginning)
    return g_str_has_prefix (folded, asked->folded);

  return (flags & TELAAH_SEARCH_FUZZY) && telaah_words_are_near (asked->folded, folded);
}

static void
add_fitting (Terms             *self,
             const TelaahAsked *asked,
             guint              first,
             const char        *prefix)
{
  for (guint i = first; i < self->vocabulary->len && !self->hopeless; i++)
    {
      const char *term = g_ptr_array_index (self->vocabulary, i);
      gboolean whole = *term == TELAAH_WHOLE_MARK;

      if (!g_str_has_prefix (term, prefix))
        return;
      if (term[whole] != TELAAH_STEM_MARK && fits (self, asked, term + whole))
        take_term (self, whole ? self->wholes : self->single, term);
    }
}

/* What can only be found by going through the vocabulary. */
static void
add_looser (Terms             *self,
            const TelaahAsked *asked)
{
  TelaahSearchFlags flags = self->matcher->flags;
  g_auto(GStrv) suggestions = NULL;

  if (self->vocabulary == NULL)
    self->hopeless = asked->beginning || (flags & (TELAAH_SEARCH_PARTS | TELAAH_SEARCH_FUZZY));
  else if ((flags & TELAAH_SEARCH_PARTS) || ((flags & TELAAH_SEARCH_FUZZY) && !asked->beginning))
    add_fitting (self, asked, 0, "");
  else if (asked->beginning)
    {
      g_autofree char *whole = g_strdup_printf ("%c%s", TELAAH_WHOLE_MARK, asked->folded);

      add_fitting (self, asked, find_term (self->vocabulary, asked->folded), asked->folded);
      add_fitting (self, asked, find_term (self->vocabulary, whole), whole);
    }

  if ((flags & TELAAH_SEARCH_FUZZY) && !asked->beginning)
    suggestions = telaah_lexicon_dup_suggestions (self->matcher->lexicon, asked->folded);
  for (guint i = 0; suggestions != NULL && suggestions[i] != NULL; i++)
    add_term (self, "", suggestions[i]);
}

static Terms *
new_terms (const Index       *index,
           const TelaahAsked *asked)
{
  Terms *self = g_new0 (Terms, 1);

  self->matcher = index->matcher;
  self->vocabulary = index->vocabulary;
  self->single = g_ptr_array_new_with_free_func (g_free);
  self->wholes = g_ptr_array_new_with_free_func (g_free);
  self->known = g_hash_table_new (g_str_hash, g_str_equal);

  /* Even where the index does not have it, since nothing at all would be no restriction. */
  take_term (self, self->single, asked->folded);
  add_likes (self, asked);
  for (guint i = 0; asked->synonyms != NULL && i < asked->synonyms->len; i++)
    add_likes (self, g_ptr_array_index (asked->synonyms, i));
  if (!asked->plain)
    add_looser (self, asked);

  return self;
}

static void
free_terms (Terms *self)
{
  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->single);
  g_ptr_array_unref (self->wholes);
  g_free (self);
}

/* ---- Strings ---- */

/* '"a|b c"', quoted for FTS5. */
static char *
quote (const char *positions)
{
  g_auto(GStrv) pieces = g_strsplit (positions, "\"", -1);
  g_autofree char *escaped = g_strjoinv ("\"\"", pieces);

  return g_strdup_printf ("\"%s\"", escaped);
}

static void
append_terms (GString         *string,
              const GPtrArray *terms)
{
  for (guint i = 0; i < terms->len; i++)
    {
      if (string->len > 0)
        g_string_append_c (string, '|');
      g_string_append (string, g_ptr_array_index (terms, i));
    }
}

static char *
join_terms (const GPtrArray *one,
            const GPtrArray *other)
{
  GString *string = g_string_new (NULL);

  append_terms (string, one);
  if (other != NULL)
    append_terms (string, other);

  return g_string_free (string, FALSE);
}

/* Puts expressions together. NULL among them is no restriction: one in an OR undoes all, in an
 * AND it goes without saying. Takes the strings over. */
static char *
combine (GPtrArray  *expressions,
         const char *operator)
{
  gboolean all = g_str_equal (operator, " AND ");
  GString *string = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < expressions->len; i++)
    {
      const char *expression = g_ptr_array_index (expressions, i);

      if (expression == NULL && !all)
        {
          n = 0;
          break;
        }
      if (expression != NULL)
        g_string_append_printf (string, "%s%s", n++ > 0 ? operator : "", expression);
    }

  if (n > 1)
    g_string_prepend_c (string, '(');
  if (n > 1)
    g_string_append_c (string, ')');
  g_ptr_array_unref (expressions);

  return g_string_free (string, n == 0);
}

static char *write_row (const Index          *index,
                        const TelaahAskedRow *row);

static GPtrArray *
new_expressions (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

/* One word, wherever it stands. */
static char *
write_slot (const Index      *index,
            const TelaahSlot *slot,
            const Terms      *terms)
{
  g_autofree char *positions = join_terms (terms->single, terms->wholes);
  GPtrArray *either = new_expressions ();

  g_ptr_array_add (either, terms->hopeless ? NULL : quote (positions));
  for (guint i = 0; slot->phrases != NULL && i < slot->phrases->len; i++)
    g_ptr_array_add (either, write_row (index, g_ptr_array_index (slot->phrases, i)));

  return combine (either, " OR ");
}

/* All words of a row, the one at @broken as what the page has broken; at no place in particular. */
static char *
write_scattered (const Index          *index,
                 const TelaahAskedRow *row,
                 const GPtrArray      *terms,
                 guint                 broken)
{
  GPtrArray *all = new_expressions ();

  for (guint i = 0; i < row->len; i++)
    {
      const Terms *of_slot = g_ptr_array_index (terms, i);

      if (i == broken)
        {
          g_autofree char *positions = join_terms (of_slot->wholes, NULL);

          g_ptr_array_add (all, quote (positions));
        }
      else
        g_ptr_array_add (all, write_slot (index, g_ptr_array_index (row, i), of_slot));
    }

  return combine (all, " AND ");
}

static char *
write_phrase (const Index          *index,
              const TelaahAskedRow *row,
              const GPtrArray      *terms)
{
  g_autoptr(GString) positions = g_string_new (NULL);
  GPtrArray *either = new_expressions ();

  for (guint i = 0; i < row->len; i++)
    {
      const Terms *of_slot = g_ptr_array_index (terms, i);
      g_autofree char *position = join_terms (of_slot->single, NULL);

      g_string_append_printf (positions, "%s%s", i > 0 ? " " : "", position);
    }

  g_ptr_array_add (either, quote (positions->str));
  for (guint i = 0; i < row->len; i++)
    if (((Terms *) g_ptr_array_index (terms, i))->wholes->len > 0)
      g_ptr_array_add (either, write_scattered (index, row, terms, i));

  return combine (either, " OR ");
}

static char *
write_row (const Index          *index,
           const TelaahAskedRow *row)
{
  g_autoptr(GPtrArray) terms = g_ptr_array_new_with_free_func ((GDestroyNotify) free_terms);
  gboolean fixed = row->len > 1;

  for (guint i = 0; i < row->len; i++)
    {
      const TelaahSlot *slot = g_ptr_array_index (row, i);
      Terms *of_slot = new_terms (index, slot->asked);

      g_ptr_array_add (terms, of_slot);
      fixed = fixed && !of_slot->hopeless && slot->phrases == NULL;
    }

  return fixed ? write_phrase (index, row, terms) : write_scattered (index, row, terms, G_MAXUINT);
}

static char *
write_leaf (const Index      *index,
            const TelaahLeaf *leaf)
{
  GPtrArray *either = new_expressions ();

  g_ptr_array_add (either, write_row (index, leaf->row));
  for (guint i = 0; leaf->phrases != NULL && i < leaf->phrases->len; i++)
    g_ptr_array_add (either, write_row (index, g_ptr_array_index (leaf->phrases, i)));

  return combine (either, " OR ");
}

/* How many words a hit of @node covers at most; G_MAXUINT where a sentence sets the limit. */
static guint
measure (const Index      *index,
         const TelaahNode *node)
{
  const TelaahLeaf *leaf;
  guint one, other;

  switch (node->kind)
    {
    case TELAAH_NODE_NEAR:
      one = measure (index, g_ptr_array_index (node->children, 0));
      other = measure (index, g_ptr_array_index (node->children, 1));
      return one > MAX_BEYOND || other > MAX_BEYOND ? G_MAXUINT : one + node->distance + other;
    case TELAAH_NODE_WORDS:
      leaf = g_ptr_array_index (index->matcher->leaves, node->leaf);
      /* Each word may be broken in two. */
      return index->matcher->groups->len > 0 ? G_MAXUINT : 2 * leaf->row->len;
    case TELAAH_NODE_ANY:
      one = 0;
      for (guint i = 0; i < node->children->len; i++)
        one = MAX (one, measure (index, g_ptr_array_index (node->children, i)));
      return one;
    case TELAAH_NODE_ALL:
    default:
      return G_MAXUINT;
    }
}

/* Where a hit of NEAR may end in another chunk, that it has one of the two is all that is sure. */
static char *
write_node (const Index      *index,
            const TelaahNode *node)
{
  gboolean all = node->kind == TELAAH_NODE_ALL ||
                 (node->kind == TELAAH_NODE_NEAR && measure (index, node) <= MAX_BEYOND);
  GPtrArray *expressions;

  if (node->kind == TELAAH_NODE_WORDS)
    return write_leaf (index, g_ptr_array_index (index->matcher->leaves, node->leaf));

  expressions = new_expressions ();
  for (guint i = 0; i < node->children->len; i++)
    {
      const TelaahNode *child = g_ptr_array_index (node->children, i);

      if (!child->negated)
        g_ptr_array_add (expressions, write_node (index, child));
    }

  return combine (expressions, all ? " AND " : " OR ");
}

/**
 * telaah_matcher_dup_expression:
 * @vocabulary: (nullable): where it is not told, the expression takes account of words and stems
 *   only, and restricts nothing where the query asks for more
 */
char *
telaah_matcher_dup_expression (TelaahMatcher   *self,
                               const GPtrArray *vocabulary)
{
  Index index = { self, vocabulary };

  g_return_val_if_fail (self != NULL, NULL);

  return self->leaves != NULL ? write_node (&index, self->query->root) : NULL;
}
