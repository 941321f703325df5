/* Where the same words stand elsewhere in a text.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-find.h"

#include <string.h>

#define BLANKS "[\\s\\x{a0}\\x{200b}]+"

/* Whole words, whatever their case, and whatever blanks part them; NULL where there are no words. */
static GRegex *
compile (const char *words)
{
  g_autoptr(GString) pattern = g_string_new ("(?<!\\w)");
  g_autofree char *plain = g_strdup (words);
  gboolean blank = TRUE, any = FALSE;

  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      g_autofree char *letter = NULL;

      if (g_unichar_isspace (c) || c == 0xA0 || c == 0x200B)
        {
          blank = TRUE;
          continue;
        }

      if (blank && any)
        g_string_append (pattern, BLANKS);
      letter = g_regex_escape_string (p, g_utf8_next_char (p) - p);
      g_string_append (pattern, letter);
      blank = FALSE;
      any = TRUE;
    }

  g_string_append (pattern, "(?!\\w)");
  return any ? g_regex_new (pattern->str, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL) : NULL;
}

/**
 * telaah_text_find_words:
 * @words: one word or several, as they were selected
 *
 * Returns: (transfer full) (element-type TelaahSpan): where they stand as whole words, in order, in any case and with any
 *   blanks between them; they do not overlap
 */
GArray *
telaah_text_find_words (const TelaahText *self,
                        const char       *words)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));
  g_autoptr(GRegex) regex = compile (words);
  g_autoptr(GMatchInfo) match = NULL;
  const char *body = telaah_text_get_body (self);
  const char *last = body;
  guint offset = 0;

  if (regex == NULL)
    return spans;

  g_regex_match_full (regex, body, telaah_text_get_n_bytes (self), 0, 0, &match, NULL);
  while (g_match_info_matches (match))
    {
      TelaahSpan span;
      int start, end;

      g_match_info_fetch_pos (match, 0, &start, &end);
      span.start = offset + g_utf8_pointer_to_offset (last, body + start);
      span.end = span.start + g_utf8_pointer_to_offset (body + start, body + end);
      last = body + end;
      offset = span.end;
      g_array_append_val (spans, span);
      g_match_info_next (match, NULL);
    }

  return spans;
}
