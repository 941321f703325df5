/* The words of a stretch of a text, each with the sentence that it stands in; and the hits among
 * them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-matcher-private.h"

/* A sentence longer than that is looked at in pieces of so many code points, always the same
 * ones: else a text of one sentence would be read again for each of its stretches. */
#define PIECE 16384

/* A word goes on no longer than that over the border of two pieces. */
#define MAX_WORD 1024

/* What parts a text: sentences, and what is to be left out. Either may be NULL. */
typedef struct
{
  const GArray *sentences;
  const GArray *apart;
  guint         end;
} Layout;

static TelaahSpan
get_span (const GArray *spans,
          guint         index)
{
  return g_array_index (spans, TelaahSpan, index);
}

/* The first of @spans that ends behind @offset; their number where none does. */
static guint
find_span (const GArray *spans,
           guint         offset)
{
  guint low = 0, high = spans != NULL ? spans->len : 0;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_span (spans, middle).end > offset)
        high = middle;
      else
        low = middle + 1;
    }

  return low;
}

/* Narrows @stretch to what is between the spans on either side; to the one that @offset is in,
 * where it is in one. */
static gboolean
narrow (TelaahSpan   *stretch,
        const GArray *spans,
        guint         offset)
{
  guint index = find_span (spans, offset);

  if (spans != NULL && index > 0)
    stretch->start = MAX (stretch->start, get_span (spans, index - 1).end);
  if (spans == NULL || index == spans->len)
    return FALSE;

  if (get_span (spans, index).start > offset)
    {
      stretch->end = MIN (stretch->end, get_span (spans, index).start);
      return FALSE;
    }

  *stretch = get_span (spans, index);
  return TRUE;
}

/* The sentence at @offset; what stands between two sentences, or between what is left out. */
static TelaahSpan
find_unit (const Layout *layout,
           guint         offset)
{
  TelaahSpan unit = { 0, layout->end };

  if (!narrow (&unit, layout->sentences, offset))
    narrow (&unit, layout->apart, offset);
  unit.end = MIN (unit.end, layout->end);

  return unit;
}

static TelaahSpan
find_piece (const Layout *layout,
            guint         offset)
{
  TelaahSpan unit = find_unit (layout, offset);
  guint start = unit.start + (offset - unit.start) / PIECE * PIECE;

  return (TelaahSpan) { start, MIN (start + PIECE, unit.end) };
}

/* ---- How far to look ---- */

/* Whether a word may stand over this place. */
static gboolean
is_inside (const TelaahText *text,
           guint             offset)
{
  const char *at = telaah_text_get_body (text) + telaah_text_get_byte (text, offset);
  gunichar after = g_utf8_get_char (at), before = g_utf8_get_char (g_utf8_prev_char (at));

  /* The marks of scripts that write no blanks. */
  return !g_unichar_isspace (before) && !g_unichar_isspace (after) &&
         !(before >= 0x3000 && g_unichar_ispunct (before));
}

/* Where a sentence begins, a word does; not so a piece of one. */
static guint
find_start (const TelaahText *text,
            const Layout     *layout,
            guint             offset)
{
  guint start = find_piece (layout, offset).start;

  for (guint n = 0; n < MAX_WORD && start > 0 && is_inside (text, start); n++)
    start--;

  return start;
}

static guint
find_end (const TelaahText *text,
          const Layout     *layout,
          guint             offset)
{
  guint end = offset > 0 ? find_piece (layout, offset - 1).end : 0;

  for (guint n = 0; n < MAX_WORD && end > 0 && end < layout->end && is_inside (text, end); n++)
    end++;

  return end;
}

/* So many words on, and to the end of the last; no word has fewer than one letter or digit. */
static guint
go_on (const TelaahText *text,
       guint             offset,
       guint             n_words)
{
  const char *at = telaah_text_get_body (text) + telaah_text_get_byte (text, offset);
  gboolean inside = FALSE;

  for (; *at != '\0'; at = g_utf8_next_char (at), offset++)
    {
      gboolean letter = g_unichar_isalnum (g_utf8_get_char (at));

      if (inside && !letter && n_words-- == 0)
        break;
      inside = letter;
    }

  return offset;
}

/* ---- Units ---- */

static gboolean
is_apart (const Layout     *layout,
          guint            *index,
          const TelaahWord *word)
{
  guint n = layout->apart != NULL ? layout->apart->len : 0;

  while (*index < n && get_span (layout->apart, *index).end <= word->start)
    (*index)++;

  return *index < n && get_span (layout->apart, *index).start < word->end;
}

/* Leaves out the words that are apart, and gives each other one its site. */
static void
place_words (TelaahSheet  *self,
             const Layout *layout)
{
  TelaahSpan unit = { 0, 0 }, piece = { 0, 0 };
  guint before = 0, n = 0;

  for (guint i = 0; i < self->words->len; i++)
    {
      TelaahWord word = g_array_index (self->words, TelaahWord, i);
      TelaahSite site;

      if (i == 0)
        before = find_span (layout->apart, word.start);
      if (is_apart (layout, &before, &word))
        continue;

      if (word.start >= piece.end)
        {
          unit = find_unit (layout, word.start);
          piece = find_piece (layout, word.start);
          g_array_append_val (self->units, unit);
        }

      site = (TelaahSite) { self->units->len - 1, before };
      g_array_append_val (self->sites, site);
      g_array_index (self->words, TelaahWord, n++) = word;
    }

  g_array_set_size (self->words, n);
}

/**
 * telaah_sheet_open:
 *
 * Returns: (transfer full): the words from the beginning of the sentence in which @span begins, to
 *   where the last hit that begins in it may end, and to the end of that sentence, and of what may
 *   deny it
 */
TelaahSheet *
telaah_sheet_open (TelaahMatcher    *matcher,
                   const TelaahText *text,
                   TelaahSpan        span,
                   const GArray     *sentences,
                   const GArray     *apart)
{
  TelaahSheet *self = g_new0 (TelaahSheet, 1);
  Layout layout = { sentences, apart, telaah_text_get_characters (text) };
  TelaahSpan bounds;

  bounds.start = find_start (text, &layout, span.start);
  bounds.end = find_end (text, &layout, span.end);
  bounds.end = find_end (text, &layout, go_on (text, bounds.end, matcher->reach));
  bounds.end = go_on (text, bounds.end, matcher->reach);

  self->matcher = matcher;
  self->text = text;
  self->words = telaah_words_split (text, bounds, matcher->lexicon);
  self->sites = g_array_sized_new (FALSE, FALSE, sizeof (TelaahSite), self->words->len);
  self->units = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));
  self->picks = g_array_new (FALSE, FALSE, sizeof (TelaahRange));
  place_words (self, &layout);

  return self;
}

void
telaah_sheet_close (TelaahSheet *self)
{
  g_array_unref (self->words);
  g_array_unref (self->sites);
  g_array_unref (self->units);
  g_array_unref (self->picks);
  g_free (self);
}

/**
 * telaah_find_sentences:
 *
 * Returns: from the start of the sentence in which @span begins to the end of that in which it
 *   ends; words outside of sentences have the stretch between two, or between what is @apart
 */
TelaahSpan
telaah_find_sentences (const TelaahText *text,
                       TelaahSpan        span,
                       const GArray     *sentences,
                       const GArray     *apart)
{
  Layout layout = { sentences, apart, telaah_text_get_characters (text) };

  return (TelaahSpan) { find_unit (&layout, span.start).start,
                        find_unit (&layout, span.end - 1).end };
}

/* ---- Hits ---- */

static TelaahSpan
trim (const TelaahText *text,
      TelaahSpan        span)
{
  const char *body = telaah_text_get_body (text);
  const char *start = body + telaah_text_get_byte (text, span.start);
  const char *end = body + telaah_text_get_byte (text, span.end);

  while (start < end && g_unichar_isspace (g_utf8_get_char (start)))
    {
      start = g_utf8_next_char (start);
      span.start++;
    }
  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    {
      end = g_utf8_prev_char (end);
      span.end--;
    }

  return span;
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  return telaah_span_compare (*(const TelaahSpan *) a, *(const TelaahSpan *) b);
}

static void
add_parts (const TelaahSheet *self,
           TelaahRange        range,
           GArray            *parts)
{
  for (guint i = range.first; i <= range.last; i++)
    {
      const TelaahWord *word = &g_array_index (self->words, TelaahWord, i);
      TelaahSpan span = { word->start, word->end };

      g_array_append_val (parts, span);
    }
}

/* In order, and none twice: one word may be what two of a query ask for. */
static void
tidy_parts (GArray *parts)
{
  guint n = 1;

  g_array_sort (parts, compare_spans);
  for (guint i = 1; i < parts->len; i++)
    if (get_span (parts, i).start != get_span (parts, n - 1).start)
      g_array_index (parts, TelaahSpan, n++) = get_span (parts, i);
  g_array_set_size (parts, n);
}

/**
 * telaah_hit_new_for_words:
 *
 * Returns: (transfer full): a hit that has no parts yet
 */
TelaahHit *
telaah_hit_new_for_words (const TelaahText *text,
                          TelaahSpan        span,
                          TelaahSpan        sentence,
                          TelaahLevel       level)
{
  TelaahHit *hit = g_new0 (TelaahHit, 1);

  /* Regular expressions find blanks too. */
  sentence = trim (text, sentence);
  hit->sentence = (TelaahSpan) { MIN (sentence.start, span.start), MAX (sentence.end, span.end) };
  hit->span = span;
  hit->level = level;
  hit->quote = telaah_text_dup_slice (text, span);

  return hit;
}

static TelaahSpan
get_unit (const TelaahSheet *self,
          guint              word)
{
  return get_span (self->units, g_array_index (self->sites, TelaahSite, word).unit);
}

/**
 * telaah_sheet_make_hit:
 *
 * Returns: (transfer full): what was found, as a hit
 */
TelaahHit *
telaah_sheet_make_hit (TelaahSheet       *self,
                       const TelaahFound *found)
{
  TelaahSpan span = { g_array_index (self->words, TelaahWord, found->first).start,
                      g_array_index (self->words, TelaahWord, found->last).end };
  TelaahSpan sentence = { get_unit (self, found->first).start, get_unit (self, found->last).end };
  TelaahHit *hit = telaah_hit_new_for_words (self->text, span, sentence, found->level);
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));

  if (found->n_picks == 0)
    add_parts (self, (TelaahRange) { found->first, found->last }, parts);
  for (guint i = 0; i < found->n_picks; i++)
    add_parts (self, g_array_index (self->picks, TelaahRange, found->picks + i), parts);
  tidy_parts (parts);

  hit->n_parts = parts->len;
  hit->parts = (TelaahSpan *) g_array_free (parts, FALSE);

  return hit;
}
