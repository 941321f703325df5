/* Asks libstemmer, where the program is built with it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-snowball.h"

#include <string.h>

#ifdef TELAAH_HAVE_STEMMER

#include <libstemmer.h>
#include <unicode/uloc.h>

/**
 * telaah_snowball_new:
 * @language: BCP 47
 *
 * Returns: (nullable) (transfer full): NULL for languages that Snowball does not know
 */
TelaahSnowball *
telaah_snowball_new (const char *language)
{
  char bare[ULOC_LANG_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;

  uloc_getLanguage (language, bare, sizeof bare, &status);
  if (U_FAILURE (status) || status == U_STRING_NOT_TERMINATED_WARNING || bare[0] == '\0')
    return NULL;

  if (strcmp (bare, "nb") == 0 || strcmp (bare, "nn") == 0)
    return sb_stemmer_new ("no", NULL);

  return sb_stemmer_new (bare, NULL);
}

void
telaah_snowball_free (TelaahSnowball *self)
{
  sb_stemmer_delete (self);
}

/* Of a word in small letters. */
char *
telaah_snowball_dup_stem (TelaahSnowball *self,
                          const char     *word)
{
  const sb_symbol *stem = sb_stemmer_stem (self, (const sb_symbol *) word, strlen (word));

  return stem != NULL ? g_strndup ((const char *) stem, sb_stemmer_length (self)) : g_strdup (word);
}

#else

TelaahSnowball *
telaah_snowball_new (const char *language)
{
  return NULL;
}

void
telaah_snowball_free (TelaahSnowball *self)
{
}

char *
telaah_snowball_dup_stem (TelaahSnowball *self,
                          const char     *word)
{
  return g_strdup (word);
}

#endif
