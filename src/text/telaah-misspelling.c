/* Slips of fingers: a letter too many, one missing, another one, two swapped.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-misspelling.h"

#include <string.h>

/* Longer words are compared as far as this. */
#define LONGEST 48

/* Below that many letters the nearest words are others. */
#define SHORTEST 4

/* From here on there may be two slips; in shorter words two make another word, or one of another language. */
#define LONG 10
#define MOST_SLIPS 2

/* Who misspells a word rarely does so in its first letter, if it is not long. */
#define SAME_BEGINNING 6

static guint
read_letters (const char *word,
              guint       most,
              gunichar    letters[LONGEST])
{
  guint n = 0;

  for (; *word != '\0' && n < most; word = g_utf8_next_char (word))
    letters[n++] = g_utf8_get_char (word);

  return n;
}

/* Damerau and Levenshtein's, no stretch edited twice; more than @most is all the same. */
static guint
measure (const gunichar *a,
         guint           n_a,
         const gunichar *b,
         guint           n_b,
         guint           most)
{
  guint rows[3][LONGEST + 1];
  guint *before = rows[0], *last = rows[1], *row = rows[2];

  for (guint j = 0; j <= n_b; j++)
    last[j] = j;

  for (guint i = 1; i <= n_a; i++)
    {
      guint *free_row = before;
      guint least = row[0] = i;

      for (guint j = 1; j <= n_b; j++)
        {
          row[j] = MIN (MIN (last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] != b[j - 1]));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
          least = MIN (least, row[j]);
        }
      if (least > most)
        return least;

      before = last;
      last = row;
      row = free_row;
    }

  return last[n_b];
}

static gboolean
are_within (const char *word,
            const char *other,
            guint       slips_of_short,
            gboolean    same_beginning)
{
  gunichar a[LONGEST], b[LONGEST];
  guint n_a = read_letters (word, LONGEST, a);
  guint n_b = read_letters (other, MIN (n_a + MOST_SLIPS + 1, LONGEST), b);
  guint shorter = MIN (n_a, n_b);
  guint most = shorter < LONG ? slips_of_short : MOST_SLIPS;

  if (shorter < SHORTEST || MAX (n_a, n_b) - shorter > most ||
      (same_beginning && shorter <= SAME_BEGINNING && a[0] != b[0]) || strcmp (word, other) == 0)
    return FALSE;

  return measure (a, n_a, b, n_b, most) <= most;
}

/**
 * telaah_words_are_near:
 *
 * Returns: whether two different words are so near that one may be the other misspelt, by their letters alone
 */
gboolean
telaah_words_are_near (const char *word,
                       const char *other)
{
  return are_within (word, other, 1, TRUE);
}

/**
 * telaah_words_are_near_enough:
 *
 * Returns: the same where a dictionary suggests one for the other; it also suggests what is merely part of a word
 */
gboolean
telaah_words_are_near_enough (const char *word,
                              const char *other)
{
  return are_within (word, other, MOST_SLIPS, FALSE);
}
