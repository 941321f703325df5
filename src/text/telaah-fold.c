/* Folds words, so that what a reader takes for the same is the same; and keeps accents for dictionaries.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-fold.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "text/telaah-lexicon.h"

/* UTF-16 as ICU wants it. */
typedef struct
{
  UChar *units;
  int    length;
} Wide;

gboolean
telaah_char_is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x201b || c == 0xff07 ||
         (c >= 0x2bb && c <= 0x2bf);
}

static gboolean
is_ascii (const char *words,
          gsize       n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    if ((guchar) words[i] >= 0x80)
      return FALSE;

  return TRUE;
}

static Wide
widen (const char *words,
       gsize       n_bytes)
{
  Wide wide = { g_new (UChar, n_bytes + 1), 0 };
  UErrorCode status = U_ZERO_ERROR;

  u_strFromUTF8WithSub (wide.units, n_bytes + 1, &wide.length, words, n_bytes, 0xfffd, NULL, &status);

  return wide;
}

/* Normal forms and cases may be longer: what has no room is made again with room. */
static void
normalize (Wide             *wide,
           const UNormalizer2 *form)
{
  int capacity = 2 * wide->length + 16;

  for (;;)
    {
      UErrorCode status = U_ZERO_ERROR;
      UChar *units = g_new (UChar, capacity);
      int length = unorm2_normalize (form, wide->units, wide->length, units, capacity, &status);

      if (status != U_BUFFER_OVERFLOW_ERROR)
        {
          g_free (wide->units);
          *wide = (Wide) { units, U_SUCCESS (status) ? length : 0 };
          return;
        }
      g_free (units);
      capacity = length + 1;
    }
}

static void
lower (Wide       *wide,
       const char *language)
{
  UErrorCode status = U_ZERO_ERROR;
  int capacity = 3 * wide->length + 1;   /* no character has more than three in small letters */
  UChar *units = g_new (UChar, capacity);
  int length = u_strToLower (units, capacity, wide->units, wide->length, language, &status);

  g_free (wide->units);
  *wide = (Wide) { units, U_SUCCESS (status) ? length : 0 };
}

/* Accents, and the points of Arabic and Hebrew, but none that a reader takes for letters: the vowels of Thai and
 * India, the voiced marks of Kana. Their combining classes tell. */
static gboolean
is_accent (gunichar c)
{
  int class;

  if (c < 0x300)
    return FALSE;

  switch (u_charType (c))
    {
    case U_ENCLOSING_MARK:
      return TRUE;
    case U_NON_SPACING_MARK:
      class = u_getCombiningClass (c);
      return class == 1 || (class >= 10 && class <= 36) || class >= 200;
    default:
      return c == 0x640;   /* only makes Arabic words longer */
    }
}

/* Letters that Unicode takes for ones of their own, and who types takes for another with a stroke. */
static const char *
get_plain (gunichar c)
{
  switch (c)
    {
    case 0xe6: return "ae";
    case 0xf8: return "o";
    case 0x111: return "d";
    case 0x127: return "h";
    case 0x131: return "i";
    case 0x142: return "l";
    case 0x153: return "oe";
    case 0x167: return "t";
    default: return telaah_char_is_apostrophe (c) ? "'" : NULL;
    }
}

/* Of what is decomposed, small and without what has no width. */
static void
strip (Wide *wide)
{
  UChar *units = g_new (UChar, 2 * wide->length + 1);
  int n = 0;

  for (int i = 0; i < wide->length;)
    {
      UChar32 c;
      const char *plain;

      U16_NEXT (wide->units, i, wide->length, c);
      if (is_accent (c))
        continue;

      plain = get_plain (c);
      if (plain == NULL)
        U16_APPEND_UNSAFE (units, n, c);
      for (; plain != NULL && *plain != '\0'; plain++)
        units[n++] = *plain;
    }

  g_free (wide->units);
  *wide = (Wide) { units, n };
}

static char *
narrow (Wide *wide)
{
  UErrorCode status = U_ZERO_ERROR;
  int capacity = 3 * wide->length + 1;
  char *words = g_malloc (capacity);
  int length = 0;

  u_strToUTF8WithSub (words, capacity, &length, wide->units, wide->length, 0xfffd, NULL, &status);
  words[length] = '\0';
  g_free (wide->units);

  return words;
}

/**
 * telaah_fold_dup:
 * @n_bytes: -1: up to the end
 *
 * Returns: (transfer full): @words in small letters, without accents, ligatures and what has no width; apostrophes are
 *   straight. Empty where nothing but such marks is there.
 */
char *
telaah_fold_dup (const char *words,
                 gssize      n_bytes)
{
  UErrorCode status = U_ZERO_ERROR;
  gsize n = n_bytes < 0 ? strlen (words) : (gsize) n_bytes;
  Wide wide;

  if (is_ascii (words, n))
    return g_ascii_strdown (words, n);

  wide = widen (words, n);
  normalize (&wide, unorm2_getNFKCCasefoldInstance (&status));
  normalize (&wide, unorm2_getNFDInstance (&status));
  strip (&wide);
  normalize (&wide, unorm2_getNFCInstance (&status));

  return narrow (&wide);
}

static gboolean
has_own_cases (const char *language)
{
  return language != NULL && (g_str_has_prefix (language, "tr") || g_str_has_prefix (language, "az") ||
                              g_str_has_prefix (language, "lt"));
}

/* What has no width has no place in a dictionary. */
static void
drop_ignorable (Wide *wide)
{
  int n = 0;

  for (int i = 0; i < wide->length;)
    {
      UChar32 c;

      U16_NEXT (wide->units, i, wide->length, c);
      if (c >= 0x80 && u_hasBinaryProperty (c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
        continue;
      if (telaah_char_is_apostrophe (c))
        c = '\'';
      U16_APPEND_UNSAFE (wide->units, n, c);
    }
  wide->length = n;
}

/**
 * telaah_spelling_dup:
 * @language: (nullable): its rules of case count
 *
 * Returns: (transfer full): the word as a dictionary may have it: in small letters, with accents
 */
char *
telaah_spelling_dup (const char *word,
                     gssize      n_bytes,
                     const char *language)
{
  UErrorCode status = U_ZERO_ERROR;
  gsize n = n_bytes < 0 ? strlen (word) : (gsize) n_bytes;
  Wide wide;

  if (is_ascii (word, n) && !has_own_cases (language))
    return g_ascii_strdown (word, n);

  wide = widen (word, n);
  normalize (&wide, unorm2_getNFKCInstance (&status));
  lower (&wide, has_own_cases (language) ? language : "");
  drop_ignorable (&wide);
  normalize (&wide, unorm2_getNFCInstance (&status));

  return narrow (&wide);
}
