/* A text as the text view can draw it: with line breaks in place of a space wherever a paragraph is long. Layout of a
 * paragraph costs its whole length on every look at it, and from about 300 KB on it is not drawn at all.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-display-text.h"

#include <string.h>

/* No part is made shorter than this for the sake of a sentence's end. */
#define SHORTEST (TELAAH_DISPLAY_TEXT_LONGEST / 4)

/* Whether a sentence may end before @space: a stop, behind it at most closing quotes and brackets. */
static gboolean
ends_sentence (const char *start,
               const char *space)
{
  const char *p = space;

  while ((p = g_utf8_find_prev_char (start, p)) != NULL)
    {
      gunichar c = g_utf8_get_char (p);

      if (strchr (".!?", c < 128 ? (int) c : 'x') != NULL || c == 0x2026)
        return TRUE;
      if (c != '"' && c != '\'' && c != ')' && c != ']' && c != 0x201d && c != 0x2019 && c != 0xbb)
        return FALSE;
    }

  return FALSE;
}

/* The space to break at, so that the first part of the paragraph is not too long; NULL: it has none. */
static char *
find_break (char *start,
            char *end)
{
  char *limit = start + TELAAH_DISPLAY_TEXT_LONGEST;
  char *space = NULL;

  for (char *p = limit; p > start + SHORTEST; p--)
    if (*p == ' ')
      {
        if (ends_sentence (start, p))
          return p;
        if (space == NULL)
          space = p;
      }

  return space != NULL ? space : memchr (limit, ' ', end - limit);
}

/**
 * telaah_display_text:
 *
 * Returns: (transfer full) (nullable): @body with some spaces made line breaks, character for character as long;
 *   %NULL where it needs none. A paragraph without any space stays as it is.
 */
char *
telaah_display_text (const char *body,
                     gsize       n_bytes)
{
  g_autofree char *copy = NULL;
  const char *paragraph = body, *end = body + n_bytes;
  gboolean changed = FALSE;

  while (paragraph < end)
    {
      const char *newline = memchr (paragraph, '\n', end - paragraph);
      const char *stop = newline != NULL ? newline : end;

      if (stop - paragraph > TELAAH_DISPLAY_TEXT_LONGEST)
        {
          char *start, *broken;

          if (copy == NULL)
            copy = g_strndup (body, n_bytes);

          start = copy + (paragraph - body);
          while (copy + (stop - body) - start > TELAAH_DISPLAY_TEXT_LONGEST
                 && (broken = find_break (start, copy + (stop - body))) != NULL)
            {
              *broken = '\n';
              changed = TRUE;
              start = broken + 1;
            }
        }

      paragraph = stop + 1;
    }

  return changed ? g_steal_pointer (&copy) : NULL;
}
