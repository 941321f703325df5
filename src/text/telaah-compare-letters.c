/* What is left of words that were changed, not replaced: a typing error mended keeps its letters.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-compare.h"
#include "text/telaah-diff.h"

#include <string.h>

/* More than this is new wording, not mending. */
#define MOST_WORDS 16
#define MOST_BYTES 2048

#define NONE G_MAXUINT

/* A character as a reader sees it. */
typedef struct
{
  guint start;     /* in code points from the start of the gap */
  guint word;      /* the word it is in, from 1; 0: not in a word */
} Unit;

typedef struct
{
  GArray *units;       /* of Unit, with one more for the end */
  GArray *symbols;     /* of guint32 */
  GArray *sizes;       /* of guint: how long each word is */
  GArray *kept;        /* of guint: and how much of it is still there */
} Side;

static gboolean
is_blank (const char *p)
{
  return g_unichar_isspace (g_utf8_get_char (p));
}

static void
side_init (Side             *side,
           const char       *p,
           const char       *end,
           TelaahVocabulary *vocabulary)
{
  TelaahCluster cluster = { 0 };
  gboolean in_word = FALSE;
  Unit unit = { 0, 0 };
  guint zero = 0;

  side->units = g_array_new (FALSE, FALSE, sizeof (Unit));
  side->symbols = g_array_new (FALSE, FALSE, sizeof (guint32));
  side->sizes = g_array_new (FALSE, TRUE, sizeof (guint));
  side->kept = g_array_new (FALSE, TRUE, sizeof (guint));
  g_array_append_val (side->sizes, zero);

  while (p < end)
    {
      const char *start = p;
      gunichar c = g_utf8_get_char (p);
      guint32 symbol;

      telaah_cluster_goes_on (&cluster, c);
      if (!telaah_is_word_character (c))
        in_word = FALSE;
      else if (!in_word)
        {
          in_word = TRUE;
          g_array_append_val (side->sizes, zero);
        }
      unit.word = in_word ? side->sizes->len - 1 : 0;
      g_array_index (side->sizes, guint, unit.word)++;
      g_array_append_val (side->units, unit);

      do
        {
          p = g_utf8_next_char (p);
          unit.start++;
        }
      while (p < end && telaah_cluster_goes_on (&cluster, g_utf8_get_char (p)));

      symbol = telaah_vocabulary_learn (vocabulary, start, p - start);
      g_array_append_val (side->symbols, symbol);
    }

  unit.word = 0;
  g_array_append_val (side->units, unit);
  g_array_set_size (side->kept, side->sizes->len);
}

static void
side_clear (Side *side)
{
  g_array_unref (side->units);
  g_array_unref (side->symbols);
  g_array_unref (side->sizes);
  g_array_unref (side->kept);
}

static guint
get_word (const Side *side,
          guint       i)
{
  return g_array_index (side->units, Unit, i).word;
}

static guint
get_start (const Side *side,
           guint       i)
{
  return g_array_index (side->units, Unit, i).start;
}

static void
count_kept (Side        *before,
            Side        *after,
            const guint *partners)
{
  memset (before->kept->data, 0, before->kept->len * sizeof (guint));
  memset (after->kept->data, 0, after->kept->len * sizeof (guint));

  for (guint i = 0; i < before->symbols->len; i++)
    if (partners[i] != NONE)
      {
        g_array_index (before->kept, guint, get_word (before, i))++;
        g_array_index (after->kept, guint, get_word (after, partners[i]))++;
      }
}

static gboolean
is_same_word (const Side *side,
              guint       word)
{
  return 2 * g_array_index (side->kept, guint, word) > g_array_index (side->sizes, guint, word);
}

/* Letters of a word that has lost half of its others, on either side, are there by chance. */
static gboolean
drop_torn_words (Side  *before,
                 Side  *after,
                 guint *partners)
{
  gboolean dropped = FALSE;

  count_kept (before, after, partners);
  for (guint i = 0; i < before->symbols->len; i++)
    if (partners[i] != NONE && get_word (before, i) != 0
        && !(is_same_word (before, get_word (before, i))
             && is_same_word (after, get_word (after, partners[i]))))
      {
        partners[i] = NONE;
        dropped = TRUE;
      }

  return dropped;
}

/* What is shorter than the changes on both of its sides. Beyond the gap there are kept words. */
static gboolean
drop_islands (const Side *before,
              const Side *after,
              guint      *partners)
{
  guint n = before->symbols->len;
  guint i = 0, j = 0;      /* how far both sides are done */
  gboolean dropped = FALSE;

  for (guint start = 0, end; start < n; start = end)
    {
      guint next, left, right;

      end = start + 1;
      if (partners[start] == NONE)
        continue;

      while (end < n && partners[end] == partners[start] + (end - start))
        end++;
      for (next = end; next < n && partners[next] == NONE; next++)
        ;
      left = MAX (start - i, partners[start] - j);
      i = end;
      j = partners[start] + (end - start);
      right = MAX (next - i, (next < n ? partners[next] : after->symbols->len) - j);

      if (end - start < left && end - start < right)
        {
          for (guint k = start; k < end; k++)
            partners[k] = NONE;
          dropped = TRUE;
        }
    }

  return dropped;
}

/* The unit after that each unit before is, or NONE. */
static guint *
pair_units (const Side *before,
            const Side *after)
{
  const GArray *a = before->symbols, *b = after->symbols;
  guint *partners = g_new (guint, a->len + 1);
  g_autoptr(GArray) runs = telaah_diff ((const guint32 *) a->data, a->len,
                                        (const guint32 *) b->data, b->len);

  for (guint i = 0; i < before->symbols->len; i++)
    partners[i] = NONE;

  for (guint i = 0; i < runs->len; i++)
    {
      TelaahRun run = g_array_index (runs, TelaahRun, i);

      for (guint k = 0; k < run.length; k++)
        partners[run.before + k] = run.after + k;
    }

  return partners;
}

/* A cut through the middle of a word leaves its other letters at an end of the gap: those are no chance. */
static void
keep_ends (const Side *before,
           const Side *after,
           guint      *partners)
{
  guint n = before->symbols->len, m = after->symbols->len;
  guint first = MIN (n, m), last = first, i;

  for (i = 0; i < n; i++)
    if (partners[i] != NONE)
      {
        first = MIN (first, MIN (i, partners[i]));
        last = MIN (n - 1 - i, m - 1 - partners[i]);
      }

#define is_same(i, j) (g_array_index (before->symbols, guint32, i) == g_array_index (after->symbols, guint32, j))
  for (i = 0; i < first && is_same (i, i); i++)
    partners[i] = i;
  last = MIN (last, MIN (n, m) - i);
  for (i = 0; i < last && is_same (n - 1 - i, m - 1 - i); i++)
    partners[n - 1 - i] = m - 1 - i;
#undef is_same
}

/* Goes by letters, not by pairs of words, so that words may be taken apart or joined, too. FALSE: there are too many. */
static gboolean
match_letters (TelaahGap    gap,
               TelaahEdits *edits)
{
  g_autoptr(TelaahVocabulary) vocabulary = gap.loose ? telaah_vocabulary_new_loose () : telaah_vocabulary_new ();
  Side before, after;
  gboolean few;

  side_init (&before, gap.before, gap.before_end, vocabulary);
  side_init (&after, gap.after, gap.after_end, vocabulary);

  few = before.sizes->len <= MOST_WORDS + 1 && after.sizes->len <= MOST_WORDS + 1;
  if (few)
    {
      g_autofree guint *partners = pair_units (&before, &after);

      while (drop_torn_words (&before, &after, partners)
             || drop_islands (&before, &after, partners))
        ;
      if (before.sizes->len > 2 || after.sizes->len > 2)    /* a word for a word is another word */
        keep_ends (&before, &after, partners);

      for (guint i = 0; i < before.symbols->len; i++)
        if (partners[i] != NONE)
          telaah_edits_keep (edits, (TelaahRun) {
            gap.before_start + get_start (&before, i),
            gap.after_start + get_start (&after, partners[i]),
            get_start (&before, i + 1) - get_start (&before, i) });
    }

  side_clear (&before);
  side_clear (&after);
  return few;
}

/* How many characters both sides begin with: blanks, or, after them, the letters of a word whose end was changed. What
 * combines with a character stays with it. */
static guint
count_common_start (TelaahGap gap,
                    gboolean  letters)
{
  TelaahCluster before = { 0 }, after = { 0 };
  const char *p = gap.before, *q = gap.after;
  guint n = 0, whole = 0;     /* @whole: up to where no character is taken apart */

  while (p < gap.before_end && q < gap.after_end && (letters || is_blank (p))
         && g_utf8_get_char (p) == g_utf8_get_char (q))
    {
      gboolean goes_on = telaah_cluster_goes_on (&before, g_utf8_get_char (p));

      telaah_cluster_goes_on (&after, g_utf8_get_char (q));
      if (!goes_on)
        whole = n;
      p = g_utf8_next_char (p);
      q = g_utf8_next_char (q);
      n++;
    }

  if ((p < gap.before_end && telaah_cluster_goes_on (&before, g_utf8_get_char (p)))
      || (q < gap.after_end && telaah_cluster_goes_on (&after, g_utf8_get_char (q))))
    n = whole;

  return n;
}

/* How many they end with. */
static guint
count_common_end (TelaahGap gap,
                  gboolean  letters)
{
  guint n = 0;

  while (gap.before < gap.before_end && gap.after < gap.after_end)
    {
      TelaahCluster cluster = { 0 };
      const char *last;

      gap.before_end = last = g_utf8_prev_char (gap.before_end);
      gap.after_end = g_utf8_prev_char (gap.after_end);
      if (!(letters || is_blank (last)) || g_utf8_get_char (last) != g_utf8_get_char (gap.after_end))
        break;

      /* Whatever may combine with what stands before it is left to the letters. */
      telaah_cluster_goes_on (&cluster, 'a');
      if (letters && telaah_cluster_goes_on (&cluster, g_utf8_get_char (last)))
        break;
      n++;
    }

  return n;
}

/* Of a gap with too many words to look at each. */
static void
keep_ends_alone (TelaahGap    gap,
                 TelaahEdits *edits)
{
  guint at_start = count_common_start (gap, TRUE), at_end;
  glong n_before = g_utf8_strlen (gap.before, gap.before_end - gap.before);
  glong n_after = g_utf8_strlen (gap.after, gap.after_end - gap.after);

  telaah_edits_keep (edits, (TelaahRun) { gap.before_start, gap.after_start, at_start });
  gap.before = g_utf8_offset_to_pointer (gap.before, at_start);
  gap.after = g_utf8_offset_to_pointer (gap.after, at_start);
  at_end = count_common_end (gap, TRUE);
  telaah_edits_keep (edits, (TelaahRun) { gap.before_start + n_before - at_end, gap.after_start + n_after - at_end,
                                          at_end });
}

static gboolean
is_all_blank (const char *p,
              const char *end)
{
  while (p < end && is_blank (p))
    p = g_utf8_next_char (p);

  return p == end;
}

/* Whether the blanks at the end are all that one side has, and those at the start are not: "A. B"
 * that became "A, too. B" keeps what stands before B. */
static gboolean
prefers_end (TelaahGap gap,
             guint     at_start,
             guint     at_end)
{
  guint blanks = G_MAXUINT;

  if (is_all_blank (gap.before, gap.before_end))
    blanks = g_utf8_strlen (gap.before, gap.before_end - gap.before);
  if (is_all_blank (gap.after, gap.after_end))
    blanks = MIN (blanks, g_utf8_strlen (gap.after, gap.after_end - gap.after));

  return at_end == blanks && at_start < blanks;
}

/**
 * telaah_gap_keep_letters:
 * @gap: between kept words
 * @edits: gets what is kept of it
 */
void
telaah_gap_keep_letters (TelaahGap    gap,
                         TelaahEdits *edits)
{
  guint at_start, at_end, end_before, end_after;

  if (gap.before == gap.before_end || gap.after == gap.after_end)
    return;

  at_start = count_common_start (gap, FALSE);
  at_end = count_common_end (gap, FALSE);
  if (prefers_end (gap, at_start, at_end))
    at_start = 0;


  telaah_edits_keep (edits, (TelaahRun) { gap.before_start, gap.after_start, at_start });
  gap.before = g_utf8_offset_to_pointer (gap.before, at_start);
  gap.after = g_utf8_offset_to_pointer (gap.after, at_start);
  gap.before_start += at_start;
  gap.after_start += at_start;

  at_end = count_common_end (gap, FALSE);
  end_before = gap.before_start + g_utf8_strlen (gap.before, gap.before_end - gap.before) - at_end;
  end_after = gap.after_start + g_utf8_strlen (gap.after, gap.after_end - gap.after) - at_end;
  gap.before_end = g_utf8_offset_to_pointer (gap.before_end, -(glong) at_end);
  gap.after_end = g_utf8_offset_to_pointer (gap.after_end, -(glong) at_end);

  if (gap.before < gap.before_end && gap.after < gap.after_end
      && (MAX (gap.before_end - gap.before, gap.after_end - gap.after) > MOST_BYTES || !match_letters (gap, edits)))
    keep_ends_alone (gap, edits);

  telaah_edits_keep (edits, (TelaahRun) { end_before, end_after, at_end });
}
