/* What a query finds, by trying everything.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "plain-matcher.h"

#include <string.h>

#define NONE 99

/* ---- Where words stand ---- */

static TelaahWord *
get_word (const PlainText *self,
          guint            index)
{
  return &g_array_index (self->words, TelaahWord, index);
}

static gboolean
is_apart (const PlainText *self,
          guint            word)
{
  TelaahSpan span = { get_word (self, word)->start, get_word (self, word)->end };

  for (guint i = 0; i < self->apart->len; i++)
    if (telaah_span_overlaps (g_array_index (self->apart, TelaahSpan, i), span))
      return TRUE;

  return FALSE;
}

/* Whether something is left out between two words. */
static gboolean
are_parted (const PlainText *self,
            guint            first,
            guint            last)
{
  TelaahSpan span = { get_word (self, first)->start, get_word (self, last)->end };

  for (guint i = 0; i < self->apart->len; i++)
    if (telaah_span_overlaps (g_array_index (self->apart, TelaahSpan, i), span))
      return TRUE;

  return FALSE;
}

static int
find_sentence (const PlainText *self,
               guint            word)
{
  for (guint i = 0; i < self->sentences->len; i++)
    if (g_array_index (self->sentences, TelaahSpan, i).start <= get_word (self, word)->start &&
        get_word (self, word)->start < g_array_index (self->sentences, TelaahSpan, i).end)
      return i;

  return -1;
}

/* Whether two words are of one sentence, or of one stretch without any. */
static gboolean
are_together (const PlainText *self,
              guint            first,
              guint            last)
{
  int sentence = find_sentence (self, first);

  if (sentence >= 0)
    return find_sentence (self, last) == sentence;

  for (guint i = 0; i < self->sentences->len; i++)
    {
      TelaahSpan span = g_array_index (self->sentences, TelaahSpan, i);

      if (get_word (self, first)->start < span.start && span.start <= get_word (self, last)->start)
        return FALSE;
    }

  return find_sentence (self, last) == -1 && !are_parted (self, first, last);
}

/* ---- Words ---- */

static gboolean
share_stems (const PlainText *self,
             guint            form,
             const char      *word)
{
  guint other = telaah_lexicon_learn (self->lexicon, word, -1);
  const char *const *one_stems = telaah_lexicon_get_stems (self->lexicon, form);
  const char *const *other_stems = telaah_lexicon_get_stems (self->lexicon, other);

  if (telaah_lexicon_is_stop_word (self->lexicon, form) != telaah_lexicon_is_stop_word (self->lexicon, other))
    return FALSE;
  if (g_strv_contains (one_stems, telaah_lexicon_get_folded (self->lexicon, other)) ||
      g_strv_contains (other_stems, telaah_lexicon_get_folded (self->lexicon, form)))
    return TRUE;
  for (guint i = 0; one_stems[i] != NULL; i++)
    if (g_strv_contains (other_stems, one_stems[i]))
      return TRUE;

  return FALSE;
}

static gboolean
fits (const PlainText *self,
      const char      *word,
      const char      *other,
      gboolean         beginning)
{
  if (self->flags & TELAAH_SEARCH_PARTS)
    return strstr (word, other) != NULL;

  return beginning ? g_str_has_prefix (word, other) : g_str_equal (word, other);
}

static guint
judge (const PlainText *self,
       guint            index,
       const char      *word,
       gboolean         beginning,
       gboolean         whole)
{
  const TelaahWord *found = get_word (self, index);
  TelaahSpan span = { found->start, found->end };
  g_autofree char *slice = telaah_text_dup_slice (self->text, span);
  guint form = whole ? found->whole : found->form;
  g_autofree char *folded = telaah_fold_dup (word, -1);
  const char *surface = telaah_lexicon_get_folded (self->lexicon, form);

  if (!whole && fits (self, slice, word, beginning))
    return TELAAH_LEVEL_EXACT;
  if ((self->flags & TELAAH_SEARCH_FOLD) && fits (self, surface, folded, beginning))
    return TELAAH_LEVEL_FOLD;
  if ((self->flags & TELAAH_SEARCH_STEM) && !beginning && share_stems (self, form, word))
    return TELAAH_LEVEL_STEM;
  if ((self->flags & TELAAH_SEARCH_FUZZY) && !beginning &&
      telaah_lexicon_may_be_misspelt (self->lexicon, folded, surface))
    return TELAAH_LEVEL_FUZZY;

  return NONE;
}

static guint
judge_gap (const PlainText *self,
           guint            index,
           const char      *gap)
{
  TelaahSpan span = { get_word (self, index - 1)->end, get_word (self, index)->start };
  g_autofree char *slice = telaah_text_dup_slice (self->text, span);

  if (!are_together (self, index - 1, index) || are_parted (self, index - 1, index))
    return NONE;
  if (g_str_equal (slice, gap))
    return TELAAH_LEVEL_EXACT;
  if ((self->flags & TELAAH_SEARCH_FOLD) &&
      get_word (self, index)->before <= (*gap == ',' ? TELAAH_GAP_CLAUSE : TELAAH_GAP_QUOTE))
    return TELAAH_LEVEL_FOLD;

  return NONE;
}

static void
add_place (GArray     *places,
           PlainPlace  place)
{
  for (guint i = 0; i < places->len; i++)
    {
      PlainPlace *other = &g_array_index (places, PlainPlace, i);

      if (other->first == place.first && other->last == place.last)
        {
          other->level = MIN (other->level, place.level);
          return;
        }
    }
  g_array_append_val (places, place);
}

/* Goes on at @at with the word of that number. */
static void
follow (const PlainText *self,
        const PlainNode *node,
        guint            number,
        guint            first,
        guint            at,
        guint            level,
        GArray          *places)
{
  gboolean beginning = node->beginning && node->words[number + 1] == NULL;
  gboolean alone = node->words[1] == NULL;

  if (at >= self->words->len || is_apart (self, at))
    return;
  if (number > 0)
    level = MAX (level, judge_gap (self, at, node->gaps[number]));

  for (guint whole = 0; whole <= 1 && level != NONE; whole++)
    {
      guint worst;

      if (whole && (!(self->flags & TELAAH_SEARCH_FOLD) || get_word (self, at)->whole == 0 ||
                    at + 1 >= self->words->len || are_parted (self, at, at + 1) ||
                    (!alone && !are_together (self, at, at + 1))))
        continue;

      worst = MAX (level, judge (self, at, node->words[number], beginning, whole));
      if (worst == NONE)
        continue;
      if (node->words[number + 1] != NULL)
        follow (self, node, number + 1, first, at + whole + 1, worst, places);
      else
        add_place (places, (PlainPlace) { first, at + whole, worst });
    }
}

/* ---- Windows ---- */

static GArray *evaluate (const PlainText *self,
                         const PlainNode *node);

static PlainPlace *
get_place (GArray *places,
           guint   index)
{
  return &g_array_index (places, PlainPlace, index);
}

/* Drops what has another within it. */
static void
keep_smallest (GArray *places)
{
  for (guint i = places->len; i-- > 0;)
    for (guint j = 0; j < places->len; j++)
      if (i != j &&
          get_place (places, j)->first >= get_place (places, i)->first &&
          get_place (places, j)->last <= get_place (places, i)->last)
        {
          g_array_remove_index (places, i);
          break;
        }
}

static void
choose (const PlainText *self,
        GPtrArray       *operands,
        guint            number,
        guint            anchor,
        PlainPlace       window,
        GArray          *windows)
{
  GArray *operand;

  if (number == operands->len)
    {
      add_place (windows, window);
      return;
    }

  operand = g_ptr_array_index (operands, number);
  for (guint i = 0; i < operand->len; i++)
    {
      PlainPlace *place = get_place (operand, i);
      PlainPlace wider = { MIN (window.first, place->first), MAX (window.last, place->last),
                           MAX (window.level, place->level) };
      guint low = MIN (anchor, place->first), high = MAX (anchor, place->first);

      if (are_together (self, low, high) && !are_parted (self, low, high))
        choose (self, operands, number + 1, anchor, wider, windows);
    }
}

static void
add_wanted (const PlainText *self,
            const PlainNode *node,
            GPtrArray       *operands)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      const PlainNode *child = g_ptr_array_index (node->children, i);

      if (child->negated)
        continue;
      if (child->kind == PLAIN_ALL)
        add_wanted (self, child, operands);
      else
        g_ptr_array_add (operands, evaluate (self, child));
    }
}

/* Whether @word stands in one of the sentences of a window. */
static gboolean
touches (const PlainText *self,
         PlainPlace       window,
         guint            word)
{
  for (guint i = window.first; i <= window.last; i++)
    if (are_together (self, MIN (i, word), MAX (i, word)))
      return TRUE;

  return FALSE;
}

static void
drop_negated (const PlainText *self,
              const PlainNode *node,
              GArray          *windows)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      const PlainNode *child = g_ptr_array_index (node->children, i);
      g_autoptr(GArray) unwanted = child->negated ? evaluate (self, child) : NULL;

      if (!child->negated && child->kind == PLAIN_ALL)
        drop_negated (self, child, windows);

      for (guint j = windows->len; unwanted != NULL && j-- > 0;)
        for (guint k = 0; k < unwanted->len; k++)
          if (touches (self, *get_place (windows, j), get_place (unwanted, k)->first))
            {
              g_array_remove_index (windows, j);
              break;
            }
    }
}

static GArray *
evaluate_all (const PlainText *self,
              const PlainNode *node)
{
  g_autoptr(GPtrArray) operands = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr(GArray) of_sentence = g_array_new (FALSE, FALSE, sizeof (PlainPlace));
  GArray *windows = g_array_new (FALSE, FALSE, sizeof (PlainPlace));
  GArray *first;

  add_wanted (self, node, operands);
  first = g_ptr_array_index (operands, 0);

  /* The smallest ones among those of a sentence. */
  for (guint i = 0; i < first->len; i++)
    {
      PlainPlace *place = get_place (first, i);
      guint last = i > 0 ? get_place (first, i - 1)->first : place->first;

      if (operands->len > 1 && i > 0 &&
          !(are_together (self, last, place->first) && !are_parted (self, last, place->first)))
        {
          keep_smallest (of_sentence);
          for (guint j = 0; j < of_sentence->len; j++)
            g_array_append_val (windows, *get_place (of_sentence, j));
          g_array_set_size (of_sentence, 0);
        }
      choose (self, operands, 1, place->first, *place, of_sentence);
    }
  if (operands->len > 1)
    keep_smallest (of_sentence);
  for (guint j = 0; j < of_sentence->len; j++)
    g_array_append_val (windows, *get_place (of_sentence, j));

  drop_negated (self, node, windows);
  return windows;
}

static GArray *
evaluate_near (const PlainText *self,
               const PlainNode *node)
{
  g_autoptr(GArray) one = evaluate (self, g_ptr_array_index (node->children, 0));
  g_autoptr(GArray) other = evaluate (self, g_ptr_array_index (node->children, 1));
  GArray *windows = g_array_new (FALSE, FALSE, sizeof (PlainPlace));

  for (guint i = 0; i < one->len; i++)
    for (guint j = 0; j < other->len; j++)
      {
        PlainPlace a = *get_place (one, i), b = *get_place (other, j);
        PlainPlace before = a.first <= b.first ? a : b, after = a.first <= b.first ? b : a;

        if (before.last < after.first && after.first - before.last - 1 <= node->distance &&
            !are_parted (self, before.first, after.last))
          add_place (windows, (PlainPlace) { before.first, after.last, MAX (a.level, b.level) });
      }
  keep_smallest (windows);

  return windows;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const PlainPlace *one = a, *other = b;

  if (one->first != other->first)
    return one->first < other->first ? -1 : 1;

  return one->last < other->last ? -1 : one->last > other->last;
}

static GArray *
evaluate (const PlainText *self,
          const PlainNode *node)
{
  GArray *places = NULL;

  if (node->kind == PLAIN_ALL)
    places = evaluate_all (self, node);
  else if (node->kind == PLAIN_NEAR)
    places = evaluate_near (self, node);
  else
    places = g_array_new (FALSE, FALSE, sizeof (PlainPlace));

  if (node->kind == PLAIN_WORDS)
    for (guint i = 0; i < self->words->len; i++)
      follow (self, node, 0, i, i, TELAAH_LEVEL_EXACT, places);
  if (node->kind == PLAIN_ANY)
    for (guint i = 0; i < node->children->len; i++)
      {
        g_autoptr(GArray) part = evaluate (self, g_ptr_array_index (node->children, i));

        for (guint j = 0; j < part->len; j++)
          add_place (places, *get_place (part, j));
      }

  g_array_sort (places, compare_places);
  return places;
}

/* ---- What is told ---- */

static gboolean
overlaps_any (GArray     *places,
              PlainPlace  place)
{
  for (guint i = 0; i < places->len; i++)
    if (get_place (places, i)->first <= place.last && place.first <= get_place (places, i)->last)
      return TRUE;

  return FALSE;
}

/* First those of one sentence, level by level where @levels, then those that go on, where there
 * is room. */
static GArray *
thin_out (const PlainText *self,
          GArray          *places,
          gboolean         levels)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (PlainPlace));
  GArray *wide = g_array_new (FALSE, FALSE, sizeof (PlainPlace));

  for (guint level = 0; level < TELAAH_N_LEVELS; level++)
    for (guint i = 0; i < places->len; i++)
      for (guint j = places->len; j-- > i;)
        {
          /* At one word, the longest first. */
          PlainPlace place = *get_place (places, j);

          if (place.first != get_place (places, i)->first ||
              (levels ? place.level != level : level > 0) ||
              !are_together (self, place.first, place.last) || overlaps_any (kept, place))
            continue;
          g_array_append_val (kept, place);
        }

  for (guint i = 0; i < places->len; i++)
    if (!are_together (self, get_place (places, i)->first, get_place (places, i)->last) &&
        !overlaps_any (kept, *get_place (places, i)))
      g_array_append_val (wide, *get_place (places, i));
  g_array_append_vals (kept, wide->data, wide->len);
  g_array_unref (wide);

  return kept;
}

static void
drop_narrower (const PlainText *self,
               GArray          *places)
{
  for (guint i = places->len; i-- > 0;)
    for (guint j = 0; j < places->len; j++)
      {
        PlainPlace a = *get_place (places, i), b = *get_place (places, j);

        if (i != j && b.first <= a.first && b.last >= a.last &&
            are_together (self, b.first, a.first))
          {
            g_array_remove_index (places, i);
            break;
          }
      }
}

static const PlainNode *
get_only_wanted (const PlainNode *node)
{
  const PlainNode *only = NULL;

  for (guint i = 0; i < node->children->len; i++)
    {
      const PlainNode *child = g_ptr_array_index (node->children, i);

      if (child->negated)
        continue;
      if (only != NULL)
        return NULL;
      only = child->kind == PLAIN_ALL ? get_only_wanted (child) : child;
      if (only == NULL)
        return NULL;
    }

  return only;
}

/* PlainPlace, in order. */
GArray *
plain_text_find (const PlainText *self,
                 const PlainNode *node)
{
  const PlainNode *only = node->kind == PLAIN_ALL ? get_only_wanted (node) : NULL;
  GArray *places;

  if (only != NULL)
    {
      places = plain_text_find (self, only);
      drop_negated (self, node, places);
    }
  else if (node->kind == PLAIN_ANY)
    {
      places = g_array_new (FALSE, FALSE, sizeof (PlainPlace));
      for (guint i = 0; i < node->children->len; i++)
        {
          g_autoptr(GArray) part = plain_text_find (self, g_ptr_array_index (node->children, i));

          for (guint j = 0; j < part->len; j++)
            add_place (places, *get_place (part, j));
        }
      drop_narrower (self, places);
    }
  else
    {
      g_autoptr(GArray) all = evaluate (self, node);

      places = thin_out (self, all, node->kind == PLAIN_WORDS);
    }

  g_array_sort (places, compare_places);
  return places;
}
