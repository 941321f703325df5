/* Words that the page has broken, and the terms of words.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-words-private.h"

/* Without a dictionary only a fragment as short as this, beside a longer one, is taken for a part of a word. */
#define SHORT 3

/* Is what the dictionary does not know but for a slip: "desinformasi" where it has "disinformasi". */
static gboolean
is_nearly_known (TelaahLexicon *lexicon,
                 const char    *folded)
{
  g_auto(GStrv) suggestions = telaah_lexicon_dup_suggestions (lexicon, folded);

  return suggestions[0] != NULL && telaah_lexicon_may_be_misspelt (lexicon, folded, suggestions[0]);
}

static gboolean
is_short (TelaahLexicon *lexicon,
          guint          form)
{
  return !telaah_lexicon_is_stop_word (lexicon, form) &&
         g_utf8_strlen (telaah_lexicon_get_folded (lexicon, form), -1) <= SHORT;
}

/**
 * telaah_words_are_one:
 *
 * Returns: whether two words with nothing but blank lines between them, the second in small letters, are one that the
 *   end of a page or a column has broken. Two paragraphs may meet so, too: then both are words.
 */
gboolean
telaah_words_are_one (TelaahLexicon *lexicon,
                      const char    *first,
                      gsize          n_first,
                      const char    *second,
                      gsize          n_second)
{
  g_autofree char *joined = g_strdup_printf ("%.*s%.*s", (int) n_first, first, (int) n_second, second);
  guint whole = telaah_lexicon_learn (lexicon, joined, -1);
  guint start = telaah_lexicon_learn (lexicon, first, n_first);
  guint end = telaah_lexicon_learn (lexicon, second, n_second);

  if (g_strcmp0 (telaah_lexicon_get_method (lexicon), "hunspell") != 0)
    return is_short (lexicon, start) != is_short (lexicon, end);

  if (telaah_lexicon_is_known (lexicon, whole))
    return TRUE;

  return !(telaah_lexicon_is_known (lexicon, start) && telaah_lexicon_is_known (lexicon, end)) &&
         is_nearly_known (lexicon, telaah_lexicon_get_folded (lexicon, whole));
}

static void
add_form_terms (GPtrArray     *terms,
                TelaahLexicon *lexicon,
                guint          form,
                const char    *mark)
{
  const char *const *stems = telaah_lexicon_get_stems (lexicon, form);

  g_ptr_array_add (terms, g_strconcat (mark, telaah_lexicon_get_folded (lexicon, form), NULL));
  for (guint i = 0; stems[i] != NULL; i++)
    g_ptr_array_add (terms, g_strdup_printf ("%s%c%s", mark, TELAAH_STEM_MARK, stems[i]));
}

void
telaah_words_add_terms (const GArray  *words,
                        guint          index,
                        TelaahLexicon *lexicon,
                        GPtrArray     *terms)
{
  static const char whole_mark[] = { TELAAH_WHOLE_MARK, '\0' };
  const TelaahWord *word = &g_array_index (words, TelaahWord, index);

  add_form_terms (terms, lexicon, word->form, "");
  if (word->whole != 0)
    add_form_terms (terms, lexicon, word->whole, whole_mark);
  if (index > 0 && word[-1].whole != 0)
    add_form_terms (terms, lexicon, word[-1].whole, whole_mark);
}
