/* Finding a passage again in a text that has changed: by its place, by its words, by words much
 * like them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-anchor.h"

#include "text/telaah-edits-runs.h"
#include "text/telaah-places.h"

#include <string.h>

/* Words that are long enough to be the same ones, not others alike, where they come up again. */
#define OWN_LETTERS 20
#define OWN_WORDS 3

/* How much better, of 1, the best of several such places must be than the next. */
#define CLEARLY 0.1

/* From here on a place is worth a look. Any few words have others somewhat like them. */
#define WORTH_A_LOOK 0.6
#define WORTH_A_LOOK_SHORT 0.75
#define LIKE_ENOUGH 0.6

/* Short words are worth a look, too, if they are rare in the text. */
#define RARE 3
#define RARE_LETTERS 4

/* The score of words that differ in their blanks only. */
#define ALMOST 0.99

/* A passage of fewer letters than this must keep more than half of them. */
#define SHORT 8

struct _TelaahAnchorer
{
  TelaahText   *before;
  TelaahText   *after;
  TelaahEdits  *edits;

  /* Made when first wanted. */
  guint        *solid_before;      /* how many characters up to each are not blank */
  guint        *solid_after;
  TelaahPlaces *places;            /* in the text after */
};

/**
 * telaah_anchorer_new:
 * @before: the text that the anchors are of
 * @after: the text they are looked for in
 * @edits: (nullable): what led from one to the other; %NULL: nobody knows, compare them
 *
 * Returns: (transfer full): what finds them
 */
TelaahAnchorer *
telaah_anchorer_new (TelaahText        *before,
                     TelaahText        *after,
                     const TelaahEdits *edits)
{
  TelaahAnchorer *self;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  self = g_new0 (TelaahAnchorer, 1);
  self->before = telaah_text_ref (before);
  self->after = telaah_text_ref (after);
  self->edits = edits != NULL ? telaah_edits_copy (edits) : telaah_edits_follow (before, after);

  return self;
}

/**
 * telaah_anchorer_get_edits:
 *
 * Returns: (transfer none): what led from the one text to the other
 */
const TelaahEdits *
telaah_anchorer_get_edits (const TelaahAnchorer *self)
{
  return self->edits;
}

void
telaah_anchorer_free (TelaahAnchorer *self)
{
  if (self == NULL)
    return;

  telaah_text_unref (self->before);
  telaah_text_unref (self->after);
  telaah_edits_free (self->edits);
  g_free (self->solid_before);
  g_free (self->solid_after);
  telaah_places_free (self->places);
  g_free (self);
}

static guint *
sum_solid (const TelaahText *text)
{
  guint *sums = g_new (guint, telaah_text_get_characters (text) + 1);
  const char *p = telaah_text_get_body (text);
  guint n = 0;

  sums[0] = 0;
  for (guint i = 0; *p != '\0'; p = g_utf8_next_char (p))
    {
      n += !g_unichar_isspace (g_utf8_get_char (p));
      sums[++i] = n;
    }

  return sums;
}

static void
need_sums (TelaahAnchorer *self)
{
  if (self->solid_before != NULL)
    return;

  self->solid_before = sum_solid (self->before);
  self->solid_after = sum_solid (self->after);
}

static gboolean
stands_at (const TelaahText *text,
           TelaahSpan        span,
           const char       *words)
{
  gsize start = telaah_text_get_byte (text, span.start);
  gsize n = telaah_text_get_byte (text, span.end) - start;

  return strlen (words) == n && memcmp (telaah_text_get_body (text) + start, words, n) == 0;
}

/* How many of the characters of @span that are not blank are still there. */
static guint
count_solid_kept (TelaahAnchorer *self,
                  TelaahSpan      span)
{
  const GArray *runs = telaah_edits_get_runs (self->edits);
  guint n = 0;

  for (guint i = telaah_edits_find_run (self->edits, span.start); i < runs->len; i++)
    {
      const TelaahRun *run = &g_array_index (runs, TelaahRun, i);
      guint start = MAX (run->before, span.start);
      guint end = MIN (run->before + run->length, span.end);

      if (start >= end)
        break;
      n += self->solid_before[end] - self->solid_before[start];
    }

  return n;
}

static guint
count_solid (const guint *sums,
             TelaahSpan   span)
{
  return sums[span.end] - sums[span.start];
}

/* Half of a sentence is that sentence; half of a word is another word. */
static gboolean
is_enough (guint kept,
           guint all)
{
  return kept > 0 && (all < SHORT ? kept * 3 >= all * 2 : kept * 2 >= all);
}

/* What is left of @span at its place: whether it is still the same passage. @found is what is left
 * either way, empty where that is nothing. */
static gboolean
survives (TelaahAnchorer *self,
          TelaahSpan      span,
          const char     *words,
          TelaahAnchored *found)
{
  guint kept, solid, all, there;

  *found = (TelaahAnchored) { TELAAH_ANCHOR_LOST, { 0, 0 }, 0 };
  if (!telaah_edits_map_span (self->edits, span, &found->span, &kept))
    return FALSE;

  if (kept == span.end - span.start && kept == found->span.end - found->span.start)
    {
      gboolean same = stands_at (self->after, found->span, words);

      /* The case of a letter may have changed, or the form of a quotation mark. */
      found->anchoring = same && found->span.start == span.start ? TELAAH_ANCHOR_UNCHANGED
                                                                 : TELAAH_ANCHOR_MOVED;
      found->score = same ? 1 : ALMOST;
      return TRUE;
    }

  need_sums (self);
  solid = count_solid_kept (self, span);
  all = count_solid (self->solid_before, span);
  there = count_solid (self->solid_after, found->span);
  found->score = MIN (ALMOST, all + there > 0 ? 2.0 * solid / (all + there) : 1);
  if (stands_at (self->after, found->span, words))
    found->score = 1;
  if (!is_enough (solid, all))
    return FALSE;

  found->anchoring = TELAAH_ANCHOR_MOVED;

  return TRUE;
}

/* Where @offset would be: behind what is still there before it. */
static guint
get_expected (const TelaahAnchorer *self,
              guint                 offset)
{
  const GArray *runs = telaah_edits_get_runs (self->edits);
  guint i = telaah_edits_find_run (self->edits, offset);
  const TelaahRun *run;

  if (i < runs->len && g_array_index (runs, TelaahRun, i).before <= offset)
    {
      run = &g_array_index (runs, TelaahRun, i);
      return run->after + (offset - run->before);
    }

  if (i == 0)
    return 0;

  run = &g_array_index (runs, TelaahRun, i - 1);

  return run->after + run->length;
}

static gboolean
is_mostly_new (const TelaahAnchorer *self,
               TelaahSpan            span)
{
  return telaah_edits_count_kept (self->edits, span) * 4 <= span.end - span.start;
}

/* Words that were cut and pasted: they stand where nothing stood before, in one place, or in one
 * that is clearly theirs. Other copies, which were there before, are not they. */
static gboolean
is_pasted (const TelaahAnchorer *self,
           const TelaahQuote    *quote,
           const GArray         *exact,
           TelaahPlace          *place)
{
  double best = 0, second = 0;

  if (quote->n < OWN_LETTERS || quote->n_words < OWN_WORDS)
    return FALSE;

  for (guint i = 0; i < exact->len; i++)
    {
      const TelaahPlace *here = &g_array_index (exact, TelaahPlace, i);

      if (!is_mostly_new (self, here->span))
        continue;
      if (here->score > best)
        {
          second = best;
          best = here->score;
          *place = *here;
        }
      else
        second = MAX (second, here->score);
    }

  return best > 0 && best - second >= CLEARLY;
}

static gboolean
is_worth_a_look (const TelaahQuote *quote,
                 const TelaahPlace *place,
                 guint              n_exact)
{
  if (place->likeness < LIKE_ENOUGH)
    return FALSE;

  if (quote->n >= OWN_LETTERS && quote->n_words >= OWN_WORDS)
    return place->score >= WORTH_A_LOOK;

  if (place->likeness == 1 && n_exact <= RARE && quote->n >= RARE_LETTERS)
    return place->score >= WORTH_A_LOOK;

  return place->score >= WORTH_A_LOOK_SHORT;
}

/* For a person to decide: the very words elsewhere, words like them, or what is left in place. */
static void
find_candidate (TelaahAnchorer    *self,
                const TelaahQuote *quote,
                const GArray      *exact,
                TelaahAnchored    *found)
{
  TelaahPlace best = { .score = 0 };

  for (guint i = 0; i < exact->len; i++)
    if (g_array_index (exact, TelaahPlace, i).score > best.score)
      best = g_array_index (exact, TelaahPlace, i);

  if ((exact->len > 0 || telaah_places_find_near (self->places, quote, &best))
      && is_worth_a_look (quote, &best, exact->len))
    {
      found->span = best.span;
      found->score = best.score;
      return;
    }

  /* A quarter of the words is as little as one can still know them by. */
  if (found->score >= 0.25 && found->span.start < found->span.end)
    {
      TelaahSpan left = telaah_places_snap (self->places, found->span);

      found->score = telaah_places_rate (self->places, quote, left, found->score).score;
      found->span = left;
    }
  else
    *found = (TelaahAnchored) { TELAAH_ANCHOR_LOST, { 0, 0 }, 0 };
}

static void
search (TelaahAnchorer     *self,
        const TelaahAnchor *anchor,
        const char         *words,
        TelaahAnchored     *found)
{
  g_autoptr(TelaahQuote) quote = NULL;
  g_autoptr(GArray) exact = NULL;
  TelaahPlace place;

  if (self->places == NULL)
    self->places = telaah_places_new (self->after);

  quote = telaah_places_make_quote (self->places, words, anchor->prefix, anchor->suffix,
                                    get_expected (self, anchor->span.start));
  exact = telaah_places_find_exact (self->places, quote);
  if (is_pasted (self, quote, exact, &place))
    *found = (TelaahAnchored) { TELAAH_ANCHOR_MOVED, place.span, 1 };
  else
    find_candidate (self, quote, exact, found);
}

/**
 * telaah_anchorer_find:
 * @anchor: a passage of the text before
 *
 * A passage moves with its characters. Where they are gone, the same words in another place are
 * other words, unless they came in there with the same edit; they are only proposed.
 *
 * Returns: where it is
 */
TelaahAnchored
telaah_anchorer_find (TelaahAnchorer     *self,
                      const TelaahAnchor *anchor)
{
  TelaahAnchored found = { TELAAH_ANCHOR_LOST, { 0, 0 }, 0 };
  TelaahSpan span = anchor->span;
  g_autofree char *slice = NULL;
  const char *words = anchor->quote;

  g_return_val_if_fail (self != NULL, found);

  span.end = MIN (span.end, telaah_text_get_characters (self->before));
  span.start = MIN (span.start, span.end);
  if (words == NULL)
    words = slice = telaah_text_dup_slice (self->before, span);

  /* An anchor whose words are not where it says has only its words. */
  if (stands_at (self->before, span, words) && survives (self, span, words, &found))
    return found;

  if (*words != '\0')
    search (self, anchor, words, &found);

  return found;
}
