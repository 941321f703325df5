/* Lines that say when something was published, and perhaps by whom.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-datelines.h"

#include <string.h>

typedef enum { OTHER, MONTH, DAY, ZONE, VERB, SMALL, UNIT, PAST } Role;

static const struct { const char *word; Role role; } roles[] = {
  { "januari", MONTH }, { "februari", MONTH }, { "maret", MONTH }, { "april", MONTH }, { "mei", MONTH },
  { "juni", MONTH }, { "juli", MONTH }, { "agustus", MONTH }, { "september", MONTH }, { "oktober", MONTH },
  { "november", MONTH }, { "desember", MONTH }, { "january", MONTH }, { "february", MONTH }, { "march", MONTH },
  { "may", MONTH }, { "june", MONTH }, { "july", MONTH }, { "august", MONTH }, { "october", MONTH },
  { "december", MONTH }, { "jan", MONTH }, { "feb", MONTH }, { "mar", MONTH }, { "apr", MONTH }, { "jun", MONTH },
  { "jul", MONTH }, { "agu", MONTH }, { "agt", MONTH }, { "aug", MONTH }, { "sep", MONTH }, { "sept", MONTH },
  { "okt", MONTH }, { "oct", MONTH }, { "nov", MONTH }, { "des", MONTH }, { "dec", MONTH },
  { "senin", DAY }, { "selasa", DAY }, { "rabu", DAY }, { "kamis", DAY }, { "jumat", DAY }, { "jum'at", DAY },
  { "sabtu", DAY }, { "minggu", DAY }, { "monday", DAY }, { "tuesday", DAY }, { "wednesday", DAY }, { "thursday", DAY },
  { "friday", DAY }, { "saturday", DAY }, { "sunday", DAY }, { "mon", DAY }, { "tue", DAY }, { "wed", DAY },
  { "thu", DAY }, { "fri", DAY }, { "sat", DAY }, { "sun", DAY },
  { "wib", ZONE }, { "wita", ZONE }, { "wit", ZONE }, { "gmt", ZONE }, { "utc", ZONE }, { "am", ZONE }, { "pm", ZONE },
  { "est", ZONE }, { "edt", ZONE }, { "bst", ZONE }, { "pst", ZONE }, { "pdt", ZONE }, { "ist", ZONE }, { "et", ZONE },
  { "published", VERB }, { "updated", VERB }, { "posted", VERB }, { "modified", VERB }, { "diperbarui", VERB },
  { "dipublikasikan", VERB }, { "diterbitkan", VERB }, { "terbit", VERB }, { "tayang", VERB }, { "diposting", VERB },
  { "dimuat", VERB }, { "update", VERB }, { "last", VERB }, { "terakhir", VERB }, { "first", VERB }, { "diubah", VERB },
  { "on", SMALL }, { "at", SMALL }, { "pada", SMALL }, { "pukul", SMALL }, { "jam", UNIT }, { "tanggal", SMALL },
  { ":", SMALL }, { "date", SMALL }, { "by", SMALL }, { "oleh", SMALL }, { "and", SMALL }, { "dan", SMALL },
  { "hari", UNIT }, { "menit", UNIT }, { "detik", UNIT }, { "bulan", UNIT }, { "tahun", UNIT }, { "pekan", UNIT },
  { "hours", UNIT }, { "hour", UNIT }, { "minutes", UNIT }, { "minute", UNIT }, { "mins", UNIT }, { "days", UNIT },
  { "day", UNIT }, { "weeks", UNIT }, { "week", UNIT }, { "months", UNIT }, { "month", UNIT }, { "years", UNIT },
  { "year", UNIT }, { "yang", SMALL }, { "ago", PAST }, { "lalu", PAST }, { "min", UNIT }, { "read", UNIT },
  { "baca", UNIT }, { "dibaca", UNIT }, { "views", UNIT }, { "view", UNIT }, { "kali", UNIT }, { "comments", UNIT },
  { "comment", UNIT }, { "komentar", UNIT },
};

static GHashTable *
get_roles (void)
{
  static gsize table;

  if (g_once_init_enter (&table))
    {
      GHashTable *made = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
        g_hash_table_insert (made, (char *) roles[i].word, GINT_TO_POINTER (roles[i].role));
      g_once_init_leave (&table, (gsize) made);
    }

  return (GHashTable *) table;
}

static gboolean
is_year (const char *word)
{
  return strlen (word) == 4 && (g_str_has_prefix (word, "19") || g_str_has_prefix (word, "20")) &&
         g_ascii_isdigit (word[2]) && g_ascii_isdigit (word[3]);
}

/* 12/05/2023, 12-05-2023, 2023-05-12, 12.05.2023 */
static gboolean
is_full_date (const char *word)
{
  gsize length = strlen (word);
  guint signs = 0;

  if (length < 6 || length > 10)
    return FALSE;
  for (; *word != '\0'; word++)
    if (*word == '/' || *word == '-' || *word == '.')
      signs++;
    else if (!g_ascii_isdigit (*word))
      return FALSE;

  return signs == 2;
}

/* 10:40, or 10.40 where a zone follows */
static gboolean
is_time (const char *word,
         gboolean    zone_follows)
{
  const char *sign = strpbrk (word, zone_follows ? ":." : ":");

  return sign != NULL && sign - word <= 2 && sign > word && strlen (sign) >= 3;
}

/**
 * telaah_dateline_recognize:
 * @words: of @line
 */
TelaahDateline
telaah_dateline_recognize (const TelaahPageLine  *line,
                           const TelaahLineWords *words)
{
  guint counts[PAST + 1] = { 0 };
  guint years = 0, dates = 0, times = 0, names = 0;
  gboolean day;

  if (words->n == 0 || words->n > 20 || words->more || line->n_numbers == 0 || line->inner_stop ||
      (line->ends && line->n_words > 4))
    return TELAAH_DATELINE_NONE;

  for (guint i = 0; i < words->n; i++)
    {
      Role role = GPOINTER_TO_INT (g_hash_table_lookup (get_roles (), words->words[i]));
      Role next = OTHER;

      if (i + 1 < words->n)
        next = GPOINTER_TO_INT (g_hash_table_lookup (get_roles (), words->words[i + 1]));

      if (words->numbers[i])
        {
          years += is_year (words->words[i]);
          dates += is_full_date (words->words[i]);
          times += is_time (words->words[i], next == ZONE);
        }
      else if (role != OTHER)
        counts[role]++;
      else if (words->capitals[i] || (i > 0 && strcmp (words->words[i - 1], "by") == 0) ||
               (i > 0 && strcmp (words->words[i - 1], "oleh") == 0) || strchr (words->words[i], '.') != NULL ||
               strchr (words->words[i], '@') != NULL)
        names++;
      else if (*words->words[i] < 'a' || strlen (words->words[i]) > 2)
        names += 100;
    }

  day = dates > 0 || (counts[MONTH] > 0 && (years > 0 || times > 0 || counts[VERB] > 0)) ||
        (counts[PAST] > 0 && counts[UNIT] > 0);
  if (!day || names > 7 || counts[SMALL] > 5)
    return TELAAH_DATELINE_NONE;
  if (names > 0)
    return times > 0 || dates > 0 || years > 0 || counts[PAST] > 0 ? TELAAH_DATELINE_BYLINE : TELAAH_DATELINE_NONE;

  return times > 0 || counts[VERB] > 0 || counts[PAST] > 0 ? TELAAH_DATELINE_STAMP : TELAAH_DATELINE_DATE;
}
