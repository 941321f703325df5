/* Words that were typed without quotes, but are a phrase of a group of synonyms: "kerja sama" where
 * it counts as kolaborasi.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-query-private.h"

#include "text/telaah-lexicon.h"

/* The phrases of all groups, folded and split at blanks. */
static GPtrArray *
list_phrases (const GPtrArray *groups)
{
  GPtrArray *phrases = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < groups->len; i++)
    {
      char **group = g_ptr_array_index (groups, i);

      for (guint j = 0; group[j] != NULL; j++)
        {
          g_autofree char *folded = telaah_fold_dup (group[j], -1);
          g_auto(GStrv) words = g_strsplit_set (folded, " \t\n", -1);
          g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
          char **phrase;

          for (guint k = 0; words[k] != NULL; k++)
            if (*words[k] != '\0')
              g_strv_builder_add (builder, words[k]);

          phrase = g_strv_builder_end (builder);
          if (g_strv_length (phrase) > 1)
            g_ptr_array_add (phrases, phrase);
          else
            g_strfreev (phrase);
        }
    }

  return phrases;
}

static gboolean
begins_at (const TelaahNode *all,
           guint             index,
           char            **phrase)
{
  for (guint i = 0; phrase[i] != NULL; i++)
    {
      const TelaahNode *child;
      g_autofree char *folded = NULL;

      if (index + i == all->children->len)
        return FALSE;
      child = g_ptr_array_index (all->children, index + i);
      if (child->negated || child->kind != TELAAH_NODE_WORDS)
        return FALSE;

      folded = telaah_fold_dup (child->words, -1);
      if (!g_str_equal (folded, phrase[i]))
        return FALSE;
    }

  return TRUE;
}

/* Puts either the words from @index on, or all of them as a phrase, in their place. */
static void
offer_phrase (TelaahNode *all,
              guint       index,
              guint       n_words,
              guint      *n_leaves)
{
  TelaahNode *either = telaah_node_new (TELAAH_NODE_ANY);
  TelaahNode *words = telaah_node_new (TELAAH_NODE_ALL);
  TelaahNode *phrase = telaah_node_new (TELAAH_NODE_WORDS);
  g_autoptr(GString) string = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    {
      TelaahNode *word = g_ptr_array_steal_index (all->children, index);

      g_string_append_printf (string, "%s%s", i > 0 ? " " : "", word->words);
      g_ptr_array_add (words->children, word);
    }

  phrase->words = g_strdup (string->str);
  phrase->leaf = (*n_leaves)++;
  g_ptr_array_add (either->children, words);
  g_ptr_array_add (either->children, phrase);
  g_ptr_array_insert (all->children, index, either);
}

static void
offer_phrases (TelaahNode      *node,
               const GPtrArray *phrases,
               guint           *n_leaves)
{
  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    {
      guint most = 0;

      for (guint j = 0; node->kind == TELAAH_NODE_ALL && j < phrases->len; j++)
        if (begins_at (node, i, g_ptr_array_index (phrases, j)))
          most = MAX (most, g_strv_length (g_ptr_array_index (phrases, j)));

      if (most > 0)
        offer_phrase (node, i, most, n_leaves);
      else
        offer_phrases (g_ptr_array_index (node->children, i), phrases, n_leaves);
    }
}

/**
 * telaah_node_offer_phrases:
 * @groups: char **
 * @n_leaves: (inout): how many WORDS the tree has
 */
void
telaah_node_offer_phrases (TelaahNode      *self,
                           const GPtrArray *groups,
                           guint           *n_leaves)
{
  g_autoptr(GPtrArray) phrases = list_phrases (groups);

  offer_phrases (self, phrases, n_leaves);
}
