/* Which words of two wordings differ, as markup: those that went struck through, those that came bold.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-word-changes.h"

#include "text/telaah-edits.h"

static const char *
skip (const char *p,
      gboolean    space,
      guint      *n)
{
  for (*n = 0; *p != '\0' && !g_unichar_isspace (g_utf8_get_char (p)) == !space; p = g_utf8_next_char (p))
    (*n)++;

  return p;
}

static void
append_escaped (GString    *markup,
                const char *start,
                const char *end)
{
  g_autofree char *escaped = g_markup_escape_text (start, end - start);

  g_string_append (markup, escaped);
}

/* @kept: what of @words the other wording has. What lies between two words that it has not is marked with them. */
static char *
mark (const char        *words,
      const TelaahEdits *kept,
      const char        *tag)
{
  g_autoptr(GString) markup = g_string_new (NULL);
  gboolean inside = FALSE;
  guint offset = 0;

  while (*words != '\0')
    {
      guint n_spaces, n_letters, n_kept;
      const char *word = skip (words, TRUE, &n_spaces);
      const char *end = skip (word, FALSE, &n_letters);
      TelaahSpan span = { offset + n_spaces, offset + n_spaces + n_letters };
      gboolean changed = n_letters > 0 && !(telaah_edits_map_span (kept, span, NULL, &n_kept) && n_kept == n_letters);

      if (inside && !changed)
        g_string_append_printf (markup, "</%s>", tag);
      append_escaped (markup, words, word);
      if (changed && !inside)
        g_string_append_printf (markup, "<%s>", tag);
      append_escaped (markup, word, end);

      inside = changed;
      offset = span.end;
      words = end;
    }

  if (inside)
    g_string_append_printf (markup, "</%s>", tag);

  return g_string_free (g_steal_pointer (&markup), FALSE);
}

/**
 * telaah_word_changes:
 * @before_markup: (out): @before, with what is not in @after struck through
 * @after_markup: (out): @after, with what is not in @before in bold
 */
void
telaah_word_changes (const char  *before,
                     const char  *after,
                     char       **before_markup,
                     char       **after_markup)
{
  g_autoptr(TelaahText) a = telaah_text_new (g_strdup (before));
  g_autoptr(TelaahText) b = telaah_text_new (g_strdup (after));
  g_autoptr(TelaahEdits) forth = telaah_edits_compare (a, b);
  g_autoptr(TelaahEdits) back = telaah_edits_compare (b, a);

  *before_markup = mark (before, forth, "s");
  *after_markup = mark (after, back, "b");
}
