/* Text as it is compared in a search: without case and accents. It is done for all that can be searched, so letter by
 * letter in one pass, without GLib's copies of whole strings.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-fold.h"

#include <string.h>

static gboolean
is_accent (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK;
}

static void
fold_character (GString  *folded,
                gunichar  c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n; i++)
    if (!is_accent (parts[i]))
      g_string_append_unichar (folded, g_unichar_tolower (parts[i]));
}

/* @text: UTF-8. White space of any kind is one space. */
char *
telaah_fold (const char *text)
{
  GString *folded = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80 ? g_ascii_isspace (c) : g_unichar_isspace (c))
        {
          if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
            g_string_append_c (folded, ' ');
        }
      else if (c < 0x80)
        g_string_append_c (folded, g_ascii_tolower (c));
      else
        fold_character (folded, c);
    }

  return g_string_free (folded, FALSE);
}

/* Returns: (transfer full): what is looked for, folded; %NULL: nothing is */
char **
telaah_fold_words (const char *query)
{
  g_autofree char *folded = g_strstrip (telaah_fold (query));

  return *folded != '\0' ? g_strsplit (folded, " ", -1) : NULL;
}

/* Whether all of @words, nullable, stand somewhere in @folded. */
gboolean
telaah_fold_matches (const char  *folded,
                     char       **words)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}
