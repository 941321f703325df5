/* Finds in texts what a query asks for.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-matcher-private.h"

/* How many words a hit may go on for behind the sentence in which it begins: as far as NEAR
 * reaches, and a word that the page has broken. */
static guint
count_reach (const TelaahNode *node)
{
  guint reach = node->kind == TELAAH_NODE_NEAR ? node->distance : 0;

  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    reach += count_reach (g_ptr_array_index (node->children, i));

  return node->kind == TELAAH_NODE_NEAR ? reach + 2 * TELAAH_QUERY_MAX_WORDS : MAX (reach, 2);
}

/**
 * telaah_matcher_new:
 * @query: a reference is kept
 */
TelaahMatcher *
telaah_matcher_new (TelaahQuery   *query,
                    TelaahLexicon *lexicon)
{
  TelaahMatcher *self = g_new0 (TelaahMatcher, 1);

  self->query = telaah_query_ref (query);
  self->lexicon = lexicon;
  self->flags = query->flags;
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  if (query->root == NULL)
    {
      telaah_matcher_prepare_regex (self);
      return self;
    }

  self->leaves = telaah_leaves_new (self);
  self->reach = count_reach (query->root);

  return self;
}

void
telaah_matcher_free (TelaahMatcher *self)
{
  if (self == NULL)
    return;

  telaah_matcher_clear_regex (self);
  g_clear_pointer (&self->leaves, g_ptr_array_unref);
  g_ptr_array_unref (self->groups);
  telaah_query_unref (self->query);
  g_free (self);
}

gboolean
telaah_matcher_find (TelaahMatcher     *self,
                     const TelaahText  *text,
                     TelaahSpan         span,
                     const GArray      *sentences,
                     const GArray      *apart,
                     GPtrArray         *hits,
                     GCancellable      *cancellable,
                     GError           **error)
{
  g_autoptr(TelaahSheet) sheet = NULL;
  g_autoptr(GArray) found = NULL;

  g_return_val_if_fail (self != NULL && text != NULL && hits != NULL, FALSE);

  span.end = MIN (span.end, telaah_text_get_characters (text));
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (span.start >= span.end)
    return TRUE;
  if (self->leaves == NULL)
    return telaah_matcher_find_regex (self, text, span, sentences, apart, hits, cancellable, error);

  sheet = telaah_sheet_open (self, text, span, sentences, apart);
  sheet->cancellable = cancellable;
  found = telaah_sheet_find (sheet, self->query->root);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  for (guint i = 0; i < found->len; i++)
    {
      const TelaahFound *place = &g_array_index (found, TelaahFound, i);
      guint start = g_array_index (sheet->words, TelaahWord, place->first).start;

      if (start >= span.start && start < span.end)
        g_ptr_array_add (hits, telaah_sheet_make_hit (sheet, place));
    }

  return TRUE;
}
