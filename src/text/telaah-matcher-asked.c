/* One word that is asked for, held against the words of a text: each form is judged once.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-matcher-private.h"

#include <string.h>

/* A verdict: the level by which a form is found whatever its case and its accents, and whether
 * it is worth comparing letter by letter. */
#define JUDGED       0x80
#define MAY_BE_EXACT 0x40
#define LEVEL        0x3f

TelaahAsked *
telaah_asked_new (TelaahLexicon *lexicon,
                  const char    *surface,
                  gsize          n_bytes)
{
  TelaahAsked *self = g_new0 (TelaahAsked, 1);

  self->surface = g_strndup (surface, n_bytes);
  self->form = telaah_lexicon_learn (lexicon, surface, n_bytes);
  self->folded = telaah_lexicon_get_folded (lexicon, self->form);
  self->verdicts = g_byte_array_new ();

  return self;
}

void
telaah_asked_free (TelaahAsked *self)
{
  g_free (self->surface);
  g_clear_pointer (&self->synonyms, g_ptr_array_unref);
  g_byte_array_unref (self->verdicts);
  g_free (self);
}

/**
 * telaah_asked_is_like:
 * @stems: (nullable): of the word @folded; NULL: stems do not count
 *
 * Returns: whether it is the same word, or has a stem in common
 */
gboolean
telaah_asked_is_like (const TelaahAsked *self,
                      const char        *folded,
                      const char *const *stems)
{
  if (strcmp (self->folded, folded) == 0)
    return TRUE;
  if (stems == NULL || self->stems == NULL)
    return FALSE;
  if (g_strv_contains (stems, self->folded) || g_strv_contains (self->stems, folded))
    return TRUE;

  for (guint i = 0; stems[i] != NULL; i++)
    if (g_strv_contains (self->stems, stems[i]))
      return TRUE;

  return FALSE;
}

/* Letter by letter but for case and accents. */
static gboolean
fits (const TelaahAsked *self,
      TelaahMatcher     *matcher,
      guint              form,
      const char        *folded)
{
  if (!self->plain && (matcher->flags & TELAAH_SEARCH_PARTS))
    return strstr (folded, self->folded) != NULL;
  if (self->beginning)
    return g_str_has_prefix (folded, self->folded);

  return form == self->form || strcmp (folded, self->folded) == 0;
}

static TelaahLevel
judge_loosely (const TelaahAsked *self,
               TelaahMatcher     *matcher,
               guint              form,
               const char        *folded)
{
  const char *const *stems = NULL;

  if (self->beginning)
    return TELAAH_NO_LEVEL;

  /* A word that says little is no form of one that does: "lebih" of "kelebihan", "ada" of "keadaan". */
  if ((matcher->flags & TELAAH_SEARCH_STEM) && telaah_lexicon_is_stop_word (matcher->lexicon, form) ==
                                               telaah_lexicon_is_stop_word (matcher->lexicon, self->form))
    stems = telaah_lexicon_get_stems (matcher->lexicon, form);
  if (stems != NULL && telaah_asked_is_like (self, folded, stems))
    return TELAAH_LEVEL_STEM;

  for (guint i = 0; self->synonyms != NULL && i < self->synonyms->len; i++)
    if (telaah_asked_is_like (g_ptr_array_index (self->synonyms, i), folded, stems))
      return TELAAH_LEVEL_SYNONYM;

  if (!self->plain && (matcher->flags & TELAAH_SEARCH_FUZZY) &&
      telaah_lexicon_may_be_misspelt (matcher->lexicon, self->folded, folded))
    return TELAAH_LEVEL_FUZZY;

  return TELAAH_NO_LEVEL;
}

static guint8
judge_form (const TelaahAsked *self,
            TelaahMatcher     *matcher,
            guint              form)
{
  const char *folded = telaah_lexicon_get_folded (matcher->lexicon, form);
  TelaahLevel level = TELAAH_NO_LEVEL;
  guint8 verdict = JUDGED;

  if (fits (self, matcher, form, folded))
    {
      verdict |= MAY_BE_EXACT;
      if (self->plain || (matcher->flags & TELAAH_SEARCH_FOLD))
        level = TELAAH_LEVEL_FOLD;
    }
  if (level == TELAAH_NO_LEVEL)
    level = judge_loosely (self, matcher, form, folded);

  return verdict | level;
}

static gboolean
stands_as_typed (const TelaahAsked *self,
                 const TelaahSheet *sheet,
                 const TelaahWord  *word)
{
  const char *body = telaah_text_get_body (sheet->text);
  gsize start = telaah_text_get_byte (sheet->text, word->start);
  gsize n = strlen (self->surface);
  gsize n_bytes = g_utf8_offset_to_pointer (body + start, word->end - word->start) - (body + start);

  if (!self->plain && (sheet->matcher->flags & TELAAH_SEARCH_PARTS))
    return g_strstr_len (body + start, n_bytes, self->surface) != NULL;

  return (self->beginning ? n_bytes >= n : n_bytes == n) &&
         memcmp (body + start, self->surface, n) == 0;
}

/**
 * telaah_asked_judge:
 * @word: its number in the sheet
 * @whole: what it makes with the next one is meant
 *
 * Returns: the strictest level by which it is what is asked for, or TELAAH_NO_LEVEL
 */
TelaahLevel
telaah_asked_judge (TelaahAsked *self,
                    TelaahSheet *sheet,
                    guint        word,
                    gboolean     whole)
{
  const TelaahWord *found = &g_array_index (sheet->words, TelaahWord, word);
  guint form = whole ? found->whole : found->form;
  guint8 verdict;

  if (form >= self->verdicts->len)
    {
      guint n_forms = telaah_lexicon_get_n_forms (sheet->matcher->lexicon);
      guint n = self->verdicts->len;

      g_byte_array_set_size (self->verdicts, MAX (form, n_forms) + 1);
      memset (self->verdicts->data + n, 0, self->verdicts->len - n);
    }

  verdict = self->verdicts->data[form];
  if (verdict == 0)
    {
      verdict = judge_form (self, sheet->matcher, form);
      self->verdicts->data[form] = verdict;
    }

  if ((verdict & MAY_BE_EXACT) && !whole && stands_as_typed (self, sheet, found))
    return TELAAH_LEVEL_EXACT;

  return verdict & LEVEL;
}
