/* Where in a text given words stand.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-places-index.h"

#include <string.h>

/* Of the places with the very words, so many are compared: those nearest to where they were. */
#define MOST_PLACES 256

/* A fraction of a second of reading, for all quotes together. */
#define EFFORT G_GUINT64_CONSTANT (50000000)

/* The weights that Hypothesis uses, after years of annotations that had lost their pages. */
#define QUOTE_WEIGHT 50.0
#define CONTEXT_WEIGHT 20.0
#define PLACE_WEIGHT 2.0
#define ALL_WEIGHTS (QUOTE_WEIGHT + 2 * CONTEXT_WEIGHT + PLACE_WEIGHT)

static void
index_tokens (TelaahPlaces *self)
{
  guint n_symbols = telaah_vocabulary_get_size (self->vocabulary);
  g_autofree guint *next = NULL;

  self->first = g_new0 (guint, n_symbols + 1);
  self->order = g_new (guint, self->tokens->len + 1);

  for (guint i = 0; i < self->tokens->len; i++)
    self->first[g_array_index (self->tokens, TelaahToken, i).symbol + 1]++;
  for (guint i = 1; i <= n_symbols; i++)
    self->first[i] += self->first[i - 1];

  next = g_memdup2 (self->first, (n_symbols + 1) * sizeof (guint));
  for (guint i = 0; i < self->tokens->len; i++)
    self->order[next[g_array_index (self->tokens, TelaahToken, i).symbol]++] = i;
}

TelaahPlaces *
telaah_places_new (TelaahText *text)
{
  TelaahPlaces *self = g_new0 (TelaahPlaces, 1);
  const char *body = telaah_text_get_body (text);
  TelaahStretch all = { 0, 0, telaah_text_get_n_bytes (text) };

  self->text = telaah_text_ref (text);
  self->n = telaah_text_get_characters (text);
  self->letters = g_utf8_to_ucs4_fast (body, all.end_byte, NULL);
  self->vocabulary = telaah_vocabulary_new ();
  self->tokens = telaah_tokens_split (body, all, self->vocabulary);
  self->effort = EFFORT;
  index_tokens (self);

  return self;
}

void
telaah_places_free (TelaahPlaces *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->tokens);
  telaah_vocabulary_free (self->vocabulary);
  telaah_text_unref (self->text);
  g_free (self->letters);
  g_free (self->first);
  g_free (self->order);
  g_free (self);
}

static TelaahPattern *
make_context (const char *words,
              guint      *n)
{
  g_autofree gunichar *letters = NULL;
  glong length = 0;

  if (words != NULL)
    letters = g_utf8_to_ucs4_fast (words, -1, &length);
  *n = length;

  return length > 0 ? telaah_pattern_new (letters, length) : NULL;
}

/**
 * telaah_places_make_quote:
 * @quote: words to be found in the text
 * @prefix: (nullable): what stood before them
 * @suffix: (nullable): what stood behind them
 * @expected: where they would be, had nothing happened to them
 *
 * Returns: (transfer full): them, made ready
 */
TelaahQuote *
telaah_places_make_quote (const TelaahPlaces *self,
                          const char         *quote,
                          const char         *prefix,
                          const char         *suffix,
                          guint               expected)
{
  TelaahQuote *made = g_new0 (TelaahQuote, 1);
  glong n;

  made->letters = g_utf8_to_ucs4_fast (quote, -1, &n);
  made->n = n;
  made->tokens = telaah_tokens_split (quote, (TelaahStretch) { 0, 0, strlen (quote) }, NULL);
  telaah_tokens_look_up (made->tokens, quote, self->vocabulary);
  for (guint i = 0; i < made->tokens->len; i++)
    made->n_words += g_array_index (made->tokens, TelaahToken, i).is_word;
  made->prefix = make_context (prefix, &made->n_prefix);
  made->suffix = make_context (suffix, &made->n_suffix);
  made->expected = expected;

  return made;
}

void
telaah_quote_free (TelaahQuote *self)
{
  if (self == NULL)
    return;

  g_free (self->letters);
  g_array_unref (self->tokens);
  telaah_pattern_free (self->prefix);
  telaah_pattern_free (self->suffix);
  g_free (self);
}

/**
 * telaah_places_list:
 * @near: an offset in the text
 * @most: how many at most
 * @tokens: (out): the tokens with @symbol that are nearest to it, in order
 *
 * Returns: how many those are
 */
guint
telaah_places_list (const TelaahPlaces *self,
                    guint               symbol,
                    guint               near,
                    guint               most,
                    const guint       **tokens)
{
  guint n = telaah_places_count (self, symbol);
  guint low = 0, high = n;

  *tokens = n > 0 ? self->order + self->first[symbol] : NULL;
  if (n <= most)
    return n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->tokens, TelaahToken, (*tokens)[middle]).start < near)
        low = middle + 1;
      else
        high = middle;
    }

  *tokens += MIN (low - MIN (low, most / 2), n - most);

  return most;
}

/* How much what stands in @span is like what stood there, which was @n letters. */
static double
compare_context (const TelaahPlaces *self,
                 TelaahPattern      *context,
                 guint               n,
                 TelaahSpan          span)
{
  TelaahSpan found;
  guint errors;

  if (context == NULL)
    return 1;

  telaah_pattern_find (context, self->letters + span.start, span.end - span.start, n,
                       &found, &errors);

  return 1 - (double) errors / n;
}

/**
 * telaah_places_rate:
 * @span: where words like those of @quote stand
 * @likeness: how much they are like them
 *
 * Returns: that place, with what is around it taken into account
 */
TelaahPlace
telaah_places_rate (const TelaahPlaces *self,
                    const TelaahQuote  *quote,
                    TelaahSpan          span,
                    double              likeness)
{
  TelaahSpan before = { span.start - MIN (span.start, quote->n_prefix), span.start };
  TelaahSpan after = { span.end, span.end + MIN (self->n - span.end, quote->n_suffix) };
  double prefix = compare_context (self, quote->prefix, quote->n_prefix, before);
  double suffix = compare_context (self, quote->suffix, quote->n_suffix, after);
  double distance = ABS ((double) span.start - quote->expected);
  double score = QUOTE_WEIGHT * likeness + CONTEXT_WEIGHT * (prefix + suffix)
                 + PLACE_WEIGHT * (1 - distance / MAX (self->n, 1));

  return (TelaahPlace) { span, likeness, score / ALL_WEIGHTS };
}

/* The rarest word of the quote; NULL where one is not in the text. The first and the last may be
 * parts of words, and count only where there are no others. */
static const TelaahToken *
get_rarest (const TelaahPlaces *self,
            const TelaahQuote  *quote)
{
  const TelaahToken *rarest = NULL;
  guint edge = quote->tokens->len > 2 ? 1 : 0;

  for (guint i = edge; i + edge < quote->tokens->len; i++)
    {
      const TelaahToken *token = &g_array_index (quote->tokens, TelaahToken, i);
      guint count = telaah_places_count (self, token->symbol);

      if (count == 0 && edge > 0)
        return NULL;
      if (count > 0 && (rarest == NULL || count < telaah_places_count (self, rarest->symbol)))
        rarest = token;
    }

  return rarest;
}

/**
 * telaah_places_find_exact:
 *
 * Returns: (transfer full) (element-type TelaahPlace): where the very words stand, in the order of
 *   the text; those nearest to where they are expected, if there are very many
 */
GArray *
telaah_places_find_exact (const TelaahPlaces *self,
                          const TelaahQuote  *quote)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (TelaahPlace));
  const TelaahToken *rarest = get_rarest (self, quote);
  const guint *tokens;
  guint n;

  if (rarest == NULL)
    return places;

  n = telaah_places_list (self, rarest->symbol, quote->expected + rarest->start, MOST_PLACES,
                          &tokens);
  for (guint i = 0; i < n; i++)
    {
      guint there = g_array_index (self->tokens, TelaahToken, tokens[i]).start;
      TelaahSpan span = { there - rarest->start, there - rarest->start + quote->n };
      TelaahPlace place;

      if (there < rarest->start || span.end > self->n
          || memcmp (self->letters + span.start, quote->letters, quote->n * sizeof (gunichar)) != 0)
        continue;

      place = telaah_places_rate (self, quote, span, 1);
      g_array_append_val (places, place);
    }

  return places;
}

/**
 * telaah_places_find_token:
 *
 * Returns: the first token that ends beyond @offset; their number where none does
 */
guint
telaah_places_find_token (const TelaahPlaces *self,
                          guint               offset)
{
  guint low = 0, high = self->tokens->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->tokens, TelaahToken, middle).end > offset)
        high = middle;
      else
        low = middle + 1;
    }

  return low;
}

/**
 * telaah_places_snap:
 * @span: a stretch of the text
 *
 * Returns: the words at least half of which are in it, without blanks at either end; @span where
 *   there are none
 */
TelaahSpan
telaah_places_snap (const TelaahPlaces *self,
                    TelaahSpan          span)
{
  TelaahSpan snapped = { G_MAXUINT, 0 };

  for (guint i = telaah_places_find_token (self, span.start); i < self->tokens->len; i++)
    {
      const TelaahToken *token = &g_array_index (self->tokens, TelaahToken, i);
      guint inside;

      if (token->start >= span.end)
        break;
      inside = MIN (token->end, span.end) - MAX (token->start, span.start);
      if (inside * 2 < token->end - token->start)
        continue;

      snapped.start = MIN (snapped.start, token->start);
      snapped.end = token->end;
    }

  return snapped.end > 0 ? snapped : span;
}
