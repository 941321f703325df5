/* Where in a text words like given ones stand: first where many of their rarer words are together,
 * then letter by letter.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-diff.h"
#include "text/telaah-places-index.h"

#define MOST_SEEDS 32         /* words of the quote that are looked up */
#define MOST_HITS 1000        /* places of theirs */
#define MOST_WINDOWS 4        /* places that are read */
#define LONGEST 2048          /* letters; longer quotes are compared word by word */
#define MOST_ERRORS 256u
#define FEW_WORDS 3           /* in a row, that are no coincidence */

/* A word of the quote stands where the quote would begin here. */
typedef struct
{
  gint64 start;
  guint  bits;
} Hit;

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const Hit *one = a, *other = b;

  return one->start < other->start ? -1 : one->start > other->start;
}

typedef struct
{
  const TelaahToken *token;
  guint              count;
} Seed;

static int
compare_seeds (gconstpointer a,
               gconstpointer b)
{
  const Seed *one = a, *other = b;

  if (one->count != other->count)
    return one->count < other->count ? -1 : 1;

  return one->token->start < other->token->start ? -1 : 1;
}

/* The rarest first, as long as they do not stand in too many places together. */
static GArray *
collect_hits (const TelaahPlaces *self,
              const TelaahQuote  *quote)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  g_autoptr(GArray) seeds = g_array_new (FALSE, FALSE, sizeof (Seed));

  for (guint i = 0; i < quote->tokens->len; i++)
    {
      const TelaahToken *token = &g_array_index (quote->tokens, TelaahToken, i);
      Seed seed = { token, telaah_places_count (self, token->symbol) };

      if (seed.count > 0)
        g_array_append_val (seeds, seed);
    }
  g_array_sort (seeds, compare_seeds);

  for (guint i = 0; i < seeds->len && i < MOST_SEEDS; i++)
    {
      const TelaahToken *token = g_array_index (seeds, Seed, i).token;
      const guint *places;
      guint n;

      if (i > 0 && hits->len + g_array_index (seeds, Seed, i).count > MOST_HITS)
        break;

      n = telaah_places_list (self, token->symbol, quote->expected + token->start, MOST_HITS,
                              &places);
      for (guint k = 0; k < n; k++)
        g_array_append_vals (hits, &(Hit) {
          (gint64) g_array_index (self->tokens, TelaahToken, places[k]).start - token->start,
          telaah_vocabulary_get_bits (self->vocabulary, token->symbol) }, 1);
    }
  g_array_sort (hits, compare_hits);

  return hits;
}

/* The hit from which on, within @width, the words tell most; -1 where no hits are left. */
static int
find_window (const GArray *hits,
             guint         width)
{
  guint bits = 0, most = 0, end = 0;
  int best = -1;

  for (guint i = 0; i < hits->len; i++)
    {
      gint64 start = g_array_index (hits, Hit, i).start;

      for (; end < hits->len && g_array_index (hits, Hit, end).start <= start + width; end++)
        bits += g_array_index (hits, Hit, end).bits;
      if (bits > most)
        {
          most = bits;
          best = i;
        }
      bits -= g_array_index (hits, Hit, i).bits;
    }

  return best;
}

static guint
get_most_errors (const TelaahQuote *quote)
{
  return MIN (MOST_ERRORS, quote->n / 2);
}

static GArray *
list_symbols (const GArray *tokens,
              guint         start,
              guint         end)
{
  GArray *symbols = g_array_new (FALSE, FALSE, sizeof (guint32));

  /* What the text does not know is like nothing in it. */
  for (guint i = start; i < end; i++)
    {
      guint32 symbol = g_array_index (tokens, TelaahToken, i).symbol;

      g_array_append_val (symbols, symbol);
    }

  return symbols;
}

/* How many letters the tokens [start, end) have. */
static guint
count_letters (const GArray *tokens,
               guint         start,
               guint         end)
{
  guint n = 0;

  for (guint i = start; i < end; i++)
    n += g_array_index (tokens, TelaahToken, i).end - g_array_index (tokens, TelaahToken, i).start;

  return n;
}

/* Whether the words of a run belong together with those of @other, which is next to it. */
static gboolean
is_close (const GArray *runs,
          guint         run,
          guint         other)
{
  const TelaahRun *first = &g_array_index (runs, TelaahRun, MIN (run, other)), *second = first + 1;

  return other < runs->len
         && g_array_index (runs, TelaahRun, other).length >= FEW_WORDS
         && second->before - first->before - first->length <= FEW_WORDS
         && second->after - first->after - first->length <= FEW_WORDS;
}

/* Word by word, from the first few words in a row that both have to the last. */
static gboolean
match_words (const TelaahPlaces *self,
             const TelaahQuote  *quote,
             TelaahSpan          window,
             TelaahPlace        *place)
{
  guint first = telaah_places_find_token (self, window.start);
  guint end = telaah_places_find_token (self, window.end);
  guint from = G_MAXUINT, to = 0, kept = 0;
  g_autoptr(GArray) a = list_symbols (quote->tokens, 0, quote->tokens->len);
  g_autoptr(GArray) b = list_symbols (self->tokens, first, end);
  g_autoptr(GArray) runs = telaah_diff ((const guint32 *) a->data, a->len,
                                        (const guint32 *) b->data, b->len);
  guint n_quote = count_letters (quote->tokens, 0, quote->tokens->len), n_there;
  TelaahSpan span;

  for (guint i = 0; i < runs->len; i++)
    {
      TelaahRun run = g_array_index (runs, TelaahRun, i);

      if (run.length < FEW_WORDS && !is_close (runs, i, i - 1) && !is_close (runs, i, i + 1))
        continue;
      from = MIN (from, first + run.after);
      to = first + run.after + run.length;
      kept += count_letters (quote->tokens, run.before, run.before + run.length);
    }
  if (to == 0)
    return FALSE;

  span.start = g_array_index (self->tokens, TelaahToken, from).start;
  span.end = g_array_index (self->tokens, TelaahToken, to - 1).end;
  n_there = count_letters (self->tokens, from, to);
  *place = telaah_places_rate (self, quote, span, (double) kept / MAX (n_quote, n_there));

  return kept * 2 >= n_quote;
}

static gboolean
match_letters (const TelaahPlaces *self,
               const TelaahQuote  *quote,
               TelaahPattern      *pattern,
               TelaahSpan          window,
               TelaahPlace        *place)
{
  TelaahSpan found;
  guint errors;

  if (!telaah_pattern_find (pattern, self->letters + window.start, window.end - window.start,
                            get_most_errors (quote), &found, &errors))
    return FALSE;

  found.start += window.start;
  found.end += window.start;
  *place = telaah_places_rate (self, quote, telaah_places_snap (self, found),
                               1 - (double) errors / quote->n);

  return TRUE;
}

/* Reads where most of the words are together. Returns whether something like the quote is there. */
static gboolean
read_windows (const TelaahPlaces *self,
              const TelaahQuote  *quote,
              TelaahPattern      *pattern,
              TelaahPlace        *best)
{
  g_autoptr(GArray) hits = collect_hits (self, quote);
  guint slack = get_most_errors (quote) + 16;
  gboolean found = FALSE;
  int at;

  for (guint i = 0; i < MOST_WINDOWS && (at = find_window (hits, slack)) >= 0; i++)
    {
      gint64 start = g_array_index (hits, Hit, at).start;
      TelaahSpan window = { CLAMP (start - slack, 0, self->n),
                            CLAMP (start + quote->n + 2 * (gint64) slack, 0, self->n) };
      TelaahPlace place;
      guint end = at;

      if (pattern != NULL ? match_letters (self, quote, pattern, window, &place)
                          : match_words (self, quote, window, &place))
        {
          if (!found || place.score > best->score)
            *best = place;
          found = TRUE;
        }

      while (end < hits->len && g_array_index (hits, Hit, end).start <= start + slack)
        end++;
      g_array_remove_range (hits, at, end - at);
    }

  return found;
}

/* Whether most of its words are in the text somewhere; if so, reading where they are is enough. */
static gboolean
is_known (const TelaahQuote *quote)
{
  guint known = 0;

  for (guint i = 0; i < quote->tokens->len; i++)
    if (g_array_index (quote->tokens, TelaahToken, i).symbol != 0)
      known += count_letters (quote->tokens, i, i + 1);

  return known * 2 > count_letters (quote->tokens, 0, quote->tokens->len);
}

/**
 * telaah_places_find_near:
 * @place: (out): the best place with words like those of @quote
 *
 * With no more than half of the letters wrong, at most. Where the text knows few of the words, it is
 * read as a whole, as long as that has not been done too often.
 *
 * Returns: whether there is one
 */
gboolean
telaah_places_find_near (TelaahPlaces      *self,
                         const TelaahQuote *quote,
                         TelaahPlace       *place)
{
  g_autoptr(TelaahPattern) pattern = NULL;

  if (quote->n == 0 || self->n == 0)
    return FALSE;

  if (quote->n <= LONGEST)
    pattern = telaah_pattern_new (quote->letters, quote->n);
  if (read_windows (self, quote, pattern, place))
    return TRUE;

  if (pattern == NULL || is_known (quote)
      || telaah_pattern_get_cost (pattern, self->n) > self->effort)
    return FALSE;

  self->effort -= telaah_pattern_get_cost (pattern, self->n);

  return match_letters (self, quote, pattern, (TelaahSpan) { 0, self->n }, place);
}
