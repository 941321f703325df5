/* The order of the lines of a concordance: by their nearest words, as a language sorts them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "analysis/telaah-concordance.h"

#include <string.h>

/* Lines that have so many words in common, one after the other, stay as they are. */
#define NEAREST 8

/* Each different word is collated once; a line then is a row of numbers. */
typedef struct
{
  GHashTable *numbers;    /* word -> its number, from 1 */
  GPtrArray  *keys;       /* by number; the first is none */
  GString    *word;       /* scratch */
} Ranking;

typedef struct
{
  TelaahConcordanceLine *line;
  guint                  ranks[NEAREST];   /* 0: no more words, which comes before any */
} Row;

static guint
learn (Ranking    *ranking,
       const char *start,
       const char *end)
{
  g_autofree char *folded = NULL;
  gpointer number;

  g_string_truncate (ranking->word, 0);
  g_string_append_len (ranking->word, start, end - start);
  number = g_hash_table_lookup (ranking->numbers, ranking->word->str);
  if (number == NULL)
    {
      folded = g_utf8_casefold (ranking->word->str, ranking->word->len);
      number = GUINT_TO_POINTER (ranking->keys->len);
      g_hash_table_insert (ranking->numbers, g_strdup (ranking->word->str), number);
      g_ptr_array_add (ranking->keys, g_utf8_collate_key (folded, -1));
    }

  return GPOINTER_TO_UINT (number);
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == 0xad;
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

/* Whether a word goes on over the border at @p. Wide letters, of scripts without blanks, stand for themselves. */
static gboolean
goes_on (const char *start,
         const char *p)
{
  gunichar before, after;
  const char *last;

  if (p == start || *p == '\0')
    return FALSE;

  last = g_utf8_prev_char (p);
  before = g_utf8_get_char (last);
  after = g_utf8_get_char (p);
  if (is_letter (before) && is_letter (after))
    return !g_unichar_iswide (after);
  if (is_apostrophe (before))
    return is_letter (after) && last > start && is_letter (g_utf8_get_char (g_utf8_prev_char (last)));

  return is_apostrophe (after) && is_letter (before) && is_letter (g_utf8_get_char (g_utf8_next_char (p)));
}

/* Into @row from @n on. */
static void
learn_words_after (Ranking    *ranking,
                   const char *text,
                   guint      *row,
                   guint       n)
{
  const char *p = text;

  while (n < NEAREST)
    {
      const char *start;

      while (*p != '\0' && !is_letter (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (*p == '\0')
        return;

      start = p;
      do
        p = g_utf8_next_char (p);
      while (goes_on (text, p));
      row[n++] = learn (ranking, start, p);
    }
}

static void
learn_words_before (Ranking    *ranking,
                    const char *text,
                    guint      *row)
{
  const char *p = text + strlen (text);

  for (guint n = 0; n < NEAREST; n++)
    {
      const char *end;

      while (p > text && !is_letter (g_utf8_get_char (g_utf8_prev_char (p))))
        p = g_utf8_prev_char (p);
      if (p == text)
        return;

      end = p;
      do
        p = g_utf8_prev_char (p);
      while (goes_on (text, p));
      row[n] = learn (ranking, p, end);
    }
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b,
                 gpointer      keys)
{
  return strcmp (g_ptr_array_index ((GPtrArray *) keys, *(const guint *) a),
                 g_ptr_array_index ((GPtrArray *) keys, *(const guint *) b));
}

/* Where each number stands in the order of the language; those that sort as one have the same rank. */
static guint *
dup_ranks (Ranking *ranking)
{
  guint n = ranking->keys->len, rank = 0;
  g_autofree guint *order = g_new (guint, n);
  guint *ranks = g_new0 (guint, n);

  for (guint i = 1; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order + 1, n - 1, sizeof *order, compare_numbers, ranking->keys);

  for (guint i = 1; i < n; i++)
    {
      if (i == 1 || compare_numbers (&order[i - 1], &order[i], ranking->keys) != 0)
        rank++;
      ranks[order[i]] = rank;
    }

  return ranks;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const Row *ra = a, *rb = b;

  for (guint i = 0; i < NEAREST; i++)
    if (ra->ranks[i] != rb->ranks[i])
      return ra->ranks[i] < rb->ranks[i] ? -1 : 1;

  return 0;
}

static void
learn_row (Ranking                *ranking,
           TelaahConcordanceOrder  order,
           Row                    *row)
{
  const char *words = row->line->words;

  switch (order)
    {
    case TELAAH_CONCORDANCE_TEXT:
      row->ranks[0] = row->line->number;
      break;

    case TELAAH_CONCORDANCE_LEFT:
      learn_words_before (ranking, row->line->before, row->ranks);
      break;

    case TELAAH_CONCORDANCE_WORD:
      row->ranks[0] = learn (ranking, words, words + strlen (words));
      learn_words_after (ranking, row->line->after, row->ranks, 1);
      break;

    case TELAAH_CONCORDANCE_RIGHT:
      learn_words_after (ranking, row->line->after, row->ranks, 0);
      break;
    }
}

/* Without regard to case, in the order of the locale. */
static void
rank_rows (Row                    *rows,
           guint                   n,
           TelaahConcordanceOrder  order)
{
  g_autoptr(GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) word = g_string_new (NULL);
  Ranking ranking = { numbers, keys, word };
  g_autofree guint *ranks = NULL;

  g_ptr_array_add (keys, NULL);
  for (guint i = 0; i < n; i++)
    learn_row (&ranking, order, &rows[i]);
  if (order == TELAAH_CONCORDANCE_TEXT)
    return;

  ranks = dup_ranks (&ranking);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < NEAREST; k++)
      rows[i].ranks[k] = ranks[rows[i].ranks[k]];
}

/**
 * telaah_concordance_sort:
 * @lines: (element-type TelaahConcordanceLine): is sorted in place
 *
 * Lines whose nearest words are the same stay in the order that they are in, so that sorting right and then left sorts
 * those with the same left neighbours by their right ones.
 */
void
telaah_concordance_sort (GPtrArray              *lines,
                         TelaahConcordanceOrder  order)
{
  g_autofree Row *rows = g_new0 (Row, lines->len);

  for (guint i = 0; i < lines->len; i++)
    rows[i].line = lines->pdata[i];
  rank_rows (rows, lines->len, order);

  g_qsort_with_data (rows, lines->len, sizeof *rows, compare_rows, NULL);
  for (guint i = 0; i < lines->len; i++)
    lines->pdata[i] = rows[i].line;
}
