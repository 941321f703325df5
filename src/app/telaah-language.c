/* What a language is called, in the language of whoever asks.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/telaah-language.h"

#include <string.h>
#include <unicode/uloc.h>

#define MOST_CHARACTERS 100

/* In which language to say it. */
static char *
dup_wanted (void)
{
  char *locale = g_strdup (g_get_language_names ()[0]);

  locale[strcspn (locale, ".@")] = '\0';
  if (g_str_equal (locale, "C") || g_str_equal (locale, "POSIX"))
    {
      g_free (locale);
      return g_strdup ("en");
    }

  return locale;
}

/**
 * telaah_language_dup_name:
 * @language: a tag of BCP 47, such as "id" or "pt-BR"; or, as somebody has typed it, a name
 *
 * Returns: (transfer full): "Indonesian"; @language itself where it is no tag
 */
char *
telaah_language_dup_name (const char *language)
{
  gsize n_letters = strcspn (language, "-_");
  g_autofree char *wanted = dup_wanted ();
  g_autofree char *tag = g_strdelimit (g_strdup (language), "_", '-');
  g_autofree char *words = NULL;
  UChar name[MOST_CHARACTERS];
  UErrorCode status = U_ZERO_ERROR;
  int32_t n;

  if (n_letters < 2 || n_letters > 3)
    return g_strdup (language);

  n = uloc_getDisplayName (tag, wanted, name, MOST_CHARACTERS, &status);
  if (U_SUCCESS (status) && n > 0 && n < MOST_CHARACTERS)
    words = g_utf16_to_utf8 ((const gunichar2 *) name, n, NULL, NULL, NULL);

  return words != NULL ? g_steal_pointer (&words) : g_strdup (language);
}
