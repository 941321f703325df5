/* Dates, pages, DOIs and languages as people and programs write them in references, brought to one form.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-reference-private.h"

#include <stdlib.h>
#include <string.h>

/* ---- Dates ---- */

typedef struct
{
  guint year, month, day;     /* 0: not said */
} Day;

static char *
dup_day (const Day *day)
{
  if (day->year < 1 || day->year > 9999)
    return NULL;
  if (day->month < 1 || day->month > 12)
    return g_strdup_printf ("%04u", day->year);
  if (day->day < 1 || !g_date_valid_dmy (day->day, day->month, day->year))
    return g_strdup_printf ("%04u-%02u", day->year, day->month);

  return g_strdup_printf ("%04u-%02u-%02u", day->year, day->month, day->day);
}

/* The digits at @p, where there are @least to @most of them. */
static const char *
take_number (const char *p,
             gsize       least,
             gsize       most,
             guint      *number)
{
  gsize length = strspn (p, "0123456789");

  if (length < least || length > most)
    return NULL;

  *number = strtoul (p, NULL, 10);
  return p + length;
}

/* 2021, 2021-03-04, 2021/3/4/, 2021-03-04T10:00, 2021-03/2021-04: from the year downwards. What follows the year must
 * not be a word, but for the letter that tells works of a year apart (2021a). */
static gboolean
take_iso (const char *words,
          Day        *day)
{
  const char *p = take_number (words, 4, 4, &day->year), *next;
  char separator;

  if (p == NULL)
    return FALSE;

  separator = *p;
  if ((separator == '-' || separator == '/' || separator == '.') &&
      (next = take_number (p + 1, 1, 2, &day->month)) != NULL)
    {
      p = next;
      if (*p == separator && (next = take_number (p + 1, 1, 2, &day->day)) != NULL)
        p = next;
    }
  else if (g_ascii_isalpha (*p) && p[1] == '\0')
    p++;

  return *p == '/' || *p == 'T' || p[strspn (p, ".- 0123456789:")] == '\0';
}

/* A month of its full English or Indonesian name, or of three letters or more of it; else 0. */
static guint
find_month (const char *word,
            gsize       length)
{
  static const struct { const char *name; guint month; } months[] = {
    { "january", 1 }, { "februari", 2 }, { "february", 2 }, { "march", 3 }, { "maret", 3 }, { "april", 4 },
    { "may", 5 }, { "mei", 5 }, { "june", 6 }, { "juni", 6 }, { "july", 7 }, { "juli", 7 }, { "august", 8 },
    { "agustus", 8 }, { "september", 9 }, { "october", 10 }, { "oktober", 10 }, { "november", 11 },
    { "december", 12 }, { "desember", 12 }, { "januari", 1 },
  };

  for (guint i = 0; length >= 3 && i < G_N_ELEMENTS (months); i++)
    if (length <= strlen (months[i].name) && g_ascii_strncasecmp (word, months[i].name, length) == 0)
      return months[i].month;

  return 0;
}

/* Words that leave the year what it is. */
static gboolean
is_season (const char *word,
           gsize       length)
{
  static const char *const seasons[] = {
    "spring", "summer", "autumn", "fall", "winter", "st", "nd", "rd", "th", "of", "and",
  };

  for (guint i = 0; i < G_N_ELEMENTS (seasons); i++)
    if (strlen (seasons[i]) == length && g_ascii_strncasecmp (word, seasons[i], length) == 0)
      return TRUE;

  return FALSE;
}

/* 4 March 2021, Mar. 4, 2021, Spring 2021, 03/04/2021 (of which the year alone is sure). A word that it does not know,
 * such as "circa", makes nothing of it sure. */
static gboolean
take_words (const char *p,
            Day        *day)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  guint small = 0, n_years = 0, n_months = 0;

  while (*p != '\0')
    {
      gsize n_digits = strspn (p, "0123456789"), n_letters = strspn (p, letters);
      guint month = find_month (p, n_letters);

      if (n_digits == 4)
        day->year = n_years++ == 0 ? strtoul (p, NULL, 10) : day->year;
      else if (n_digits > 2)
        return FALSE;
      else if (n_digits > 0)
        small = small == 0 ? strtoul (p, NULL, 10) : small;
      else if (month != 0)
        day->month = n_months++ == 0 ? month : day->month;
      else if (n_letters > 0 ? !is_season (p, n_letters) : !strchr (" ,./-", *p) && !g_str_has_prefix (p, "–"))
        return FALSE;

      p += MAX (n_digits + n_letters, 1);
      while ((*p & 0xc0) == 0x80)
        p++;
    }

  day->day = n_months == 1 && n_years == 1 ? small : 0;
  return n_years > 0;
}

/**
 * telaah_reference_dup_date:
 *
 * Of a stretch of time, its beginning.
 *
 * Returns: (transfer full) (nullable): 2021, 2021-03 or 2021-03-04: as much of it as is sure
 */
char *
telaah_reference_dup_date (const char *words)
{
  g_autofree char *stripped = g_strstrip (g_strdup (words));
  Day iso = { 0 }, said = { 0 };

  if (take_iso (stripped, &iso))
    return dup_day (&iso);

  return take_words (stripped, &said) ? dup_day (&said) : NULL;
}

/* ---- DOI ---- */

/**
 * telaah_reference_dup_doi:
 * @words: 10.1000/182, doi:10.1000/182, https://doi.org/10.1000/182, …
 *
 * Returns: (transfer full) (nullable): the DOI alone, from its "10." on
 */
char *
telaah_reference_dup_doi (const char *words)
{
  static const char *const prefixes[] = {
    "https://", "http://", "www.", "dx.", "doi.org/", "doi:", "doi",
  };
  g_autofree char *stripped = g_strstrip (g_strdup (words));
  const char *p = stripped;

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      if (g_ascii_strncasecmp (p, prefixes[i], strlen (prefixes[i])) == 0)
        p += strlen (prefixes[i]);
      p += strspn (p, " ");
    }

  if (!g_str_has_prefix (p, "10.") || strchr (p, '/') == NULL || strpbrk (p, " \t\n") != NULL)
    return NULL;

  return g_strdup (p);
}

/* ---- Pages ---- */

static gsize
measure_dash (const char *p)
{
  if (g_str_has_prefix (p, "–") || g_str_has_prefix (p, "—") || g_str_has_prefix (p, "−"))
    return strlen ("–");

  return *p == '-';
}

/**
 * telaah_reference_dup_pages:
 *
 * Returns: (transfer full) (nullable): "12–34", "e7", "12, 15–17": with a dash, and no blank beside it, between numbers
 */
char *
telaah_reference_dup_pages (const char *words)
{
  g_autofree char *stripped = g_strstrip (g_strdup (words));
  GString *pages = g_string_new (NULL);

  for (const char *p = stripped; *p != '\0';)
    {
      const char *dash = p + strspn (p, " "), *after = dash;
      guint n_dashes = 0;

      for (gsize length; (length = measure_dash (after)) > 0; n_dashes++)
        after += length;
      after += n_dashes > 0 ? strspn (after, " ") : 0;

      /* A hyphen in the name of a page is one; after a digit it stands for "to". */
      if (n_dashes > 1 || (n_dashes == 1 && pages->len > 0 && g_ascii_isalnum (*after) &&
                           (dash[0] != '-' || g_ascii_isdigit (pages->str[pages->len - 1]))))
        {
          g_string_append (pages, "–");
          p = after;
        }
      else
        g_string_append_c (pages, *p++);
    }

  return g_string_free (pages, pages->len == 0);
}

/* ---- Languages ---- */

/* A subtag is of letters and digits; the first of two or three letters, or eight at most. */
static gboolean
is_language_tag (const char *words)
{
  g_auto(GStrv) parts = g_strsplit_set (words, "-_", -1);
  gsize first = parts[0] != NULL ? strlen (parts[0]) : 0;

  if (first < 2 || first > 3 || strspn (parts[0], "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") != first)
    return FALSE;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      gsize length = strlen (parts[i]), good = 0;

      while (g_ascii_isalnum (parts[i][good]))
        good++;
      if (length < 1 || length > 8 || good != length)
        return FALSE;
    }

  return TRUE;
}

/**
 * telaah_reference_dup_language:
 * @words: a tag of BCP 47, or a name as babel and library catalogues write it
 *
 * Returns: (transfer full) (nullable): the tag
 */
char *
telaah_reference_dup_language (const char *words)
{
  static const struct { const char *name; const char *tag; } names[] = {
    { "english", "en" }, { "american", "en-US" }, { "british", "en-GB" }, { "ukenglish", "en-GB" },
    { "usenglish", "en-US" }, { "indonesian", "id" }, { "bahasa indonesia", "id" }, { "indonesia", "id" },
    { "bahasai", "id" }, { "bahasa", "id" }, { "malay", "ms" }, { "bahasam", "ms" }, { "melayu", "ms" },
    { "javanese", "jv" }, { "sundanese", "su" }, { "dutch", "nl" }, { "german", "de" }, { "ngerman", "de" },
    { "french", "fr" }, { "spanish", "es" }, { "portuguese", "pt" }, { "brazilian", "pt-BR" }, { "italian", "it" },
    { "russian", "ru" }, { "arabic", "ar" }, { "chinese", "zh" }, { "japanese", "ja" }, { "korean", "ko" },
    { "turkish", "tr" }, { "hindi", "hi" }, { "thai", "th" }, { "vietnamese", "vi" }, { "filipino", "fil" },
    { "eng", "en" }, { "ind", "id" }, { "inggris", "en" },
  };
  g_autofree char *stripped = g_strstrip (g_strdup (words));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (stripped, names[i].name) == 0)
      return g_strdup (names[i].tag);

  return is_language_tag (stripped) ? g_strdelimit (g_steal_pointer (&stripped), "_", '-') : NULL;
}
