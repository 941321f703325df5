/* Words and phrases of a query, looked for in a row of words: broken words and synonyms of several
 * words make that one word asked for may take several places.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-matcher-private.h"

#include <stdlib.h>
#include <string.h>

#define CANCEL_STRIDE 4096

/* Where what began at one word may end; more than these no text has at a place. */
#define MAX_ENDS 64

typedef struct
{
  struct
  {
    guint       at;          /* the word behind it */
    TelaahLevel level;
  }     ends[MAX_ENDS];
  guint n;
} Ends;

/* ---- What is asked for ---- */

static void
free_slot (TelaahSlot *self)
{
  telaah_asked_free (self->asked);
  g_free (self->between);
  g_clear_pointer (&self->phrases, g_ptr_array_unref);
  g_free (self);
}

static void
free_leaf (TelaahLeaf *self)
{
  g_ptr_array_unref (self->row);
  g_clear_pointer (&self->phrases, g_ptr_array_unref);
  g_free (self);
}

/* A slot for each of the words, by the rules by which texts are split. One with a '*' right
 * behind it is only a beginning. */
static TelaahAskedRow *
read_row (TelaahLexicon *lexicon,
          const char    *words)
{
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup (words));
  TelaahSpan all = { 0, telaah_text_get_characters (text) };
  g_autoptr(GArray) split = telaah_words_split (text, all, lexicon);
  TelaahAskedRow *row = g_ptr_array_new_with_free_func ((GDestroyNotify) free_slot);
  guint last = 0;

  for (guint i = 0; i < split->len; i++)
    {
      const TelaahWord *word = &g_array_index (split, TelaahWord, i);
      const char *start = words + telaah_text_get_byte (text, word->start);
      const char *end = words + telaah_text_get_byte (text, word->end);
      TelaahSlot *slot = g_new0 (TelaahSlot, 1);

      slot->asked = telaah_asked_new (lexicon, start, end - start);
      slot->asked->beginning = *end == '*';
      slot->before = word->before;
      slot->between = telaah_text_dup_slice (text, (TelaahSpan) { last, word->start });
      last = word->end;
      g_ptr_array_add (row, slot);
    }

  return row;
}

static void
learn_stems (TelaahMatcher  *matcher,
             TelaahAskedRow *row)
{
  for (guint i = 0; i < row->len; i++)
    {
      TelaahAsked *asked = ((TelaahSlot *) g_ptr_array_index (row, i))->asked;

      if ((matcher->flags & TELAAH_SEARCH_STEM) && !asked->beginning)
        asked->stems = telaah_lexicon_get_stems (matcher->lexicon, asked->form);
    }
}

static gboolean
slots_are_like (const TelaahSlot *a,
                const TelaahSlot *b)
{
  return !a->asked->beginning && telaah_asked_is_like (a->asked, b->asked->folded, b->asked->stems);
}

static gboolean
group_has (GPtrArray         *group,
           TelaahSlot *const *slots,
           guint              n_slots)
{
  for (guint i = 0; i < group->len; i++)
    {
      TelaahAskedRow *row = g_ptr_array_index (group, i);
      guint n = 0;

      while (row->len == n_slots && n < n_slots &&
             slots_are_like (slots[n], g_ptr_array_index (row, n)))
        n++;
      if (n == n_slots)
        return TRUE;
    }

  return FALSE;
}

static void
add_borrowed (GPtrArray **array,
              gpointer    item)
{
  if (*array == NULL)
    *array = g_ptr_array_new ();
  g_ptr_array_add (*array, item);
}

/* What counts as the word of a slot: words by the way of its verdicts, phrases as rows of their
 * own. */
static void
add_synonyms (TelaahMatcher *matcher,
              TelaahSlot    *slot)
{
  for (guint i = 0; i < matcher->groups->len; i++)
    {
      GPtrArray *group = g_ptr_array_index (matcher->groups, i);

      if (!group_has (group, &slot, 1))
        continue;

      for (guint j = 0; j < group->len; j++)
        {
          TelaahAskedRow *row = g_ptr_array_index (group, j);
          const TelaahSlot *first = g_ptr_array_index (row, 0);

          if (row->len == 1)
            add_borrowed (&slot->asked->synonyms, first->asked);
          else
            add_borrowed (&slot->phrases, row);
        }
    }
}

static GPtrArray *
read_group (TelaahMatcher  *matcher,
            char          **words)
{
  GPtrArray *group = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr(GPtrArray) row = read_row (matcher->lexicon, words[i]);

      for (guint j = 0; j < row->len; j++)
        {
          TelaahAsked *asked = ((TelaahSlot *) g_ptr_array_index (row, j))->asked;

          asked->plain = TRUE;
          asked->beginning = FALSE;
        }
      learn_stems (matcher, row);
      if (row->len > 0)
        g_ptr_array_add (group, g_steal_pointer (&row));
    }

  return group;
}

static TelaahLeaf *
new_leaf (TelaahMatcher    *matcher,
          const TelaahNode *node)
{
  TelaahLeaf *leaf = g_new0 (TelaahLeaf, 1);

  leaf->row = read_row (matcher->lexicon, node->words);
  learn_stems (matcher, leaf->row);
  for (guint i = 0; i < leaf->row->len; i++)
    add_synonyms (matcher, g_ptr_array_index (leaf->row, i));

  for (guint i = 0; leaf->row->len > 1 && i < matcher->groups->len; i++)
    {
      GPtrArray *group = g_ptr_array_index (matcher->groups, i);

      if (group_has (group, (TelaahSlot *const *) leaf->row->pdata, leaf->row->len))
        for (guint j = 0; j < group->len; j++)
          add_borrowed (&leaf->phrases, g_ptr_array_index (group, j));
    }

  return leaf;
}

static void
add_leaves (TelaahMatcher    *matcher,
            const TelaahNode *node,
            GPtrArray        *leaves)
{
  if (node->kind == TELAAH_NODE_WORDS)
    leaves->pdata[node->leaf] = new_leaf (matcher, node);

  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    add_leaves (matcher, g_ptr_array_index (node->children, i), leaves);
}

/**
 * telaah_leaves_new:
 *
 * Returns: (transfer full): TelaahLeaf, by their numbers in the query; reads the groups of synonyms
 *   as well
 */
GPtrArray *
telaah_leaves_new (TelaahMatcher *matcher)
{
  GPtrArray *leaves = g_ptr_array_new_with_free_func ((GDestroyNotify) free_leaf);
  const GPtrArray *groups = matcher->query->groups;

  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_add (matcher->groups, read_group (matcher, g_ptr_array_index (groups, i)));

  g_ptr_array_set_size (leaves, matcher->query->n_leaves);
  add_leaves (matcher, matcher->query->root, leaves);

  return leaves;
}

/* ---- Where it stands ---- */

static void
add_end (Ends        *self,
         guint        at,
         TelaahLevel  level)
{
  for (guint i = 0; i < self->n; i++)
    if (self->ends[i].at == at)
      {
        self->ends[i].level = MIN (self->ends[i].level, level);
        return;
      }

  if (self->n < MAX_ENDS)
    {
      self->ends[self->n].at = at;
      self->ends[self->n++].level = level;
    }
}

static gboolean
is_loose (const TelaahSheet *sheet,
          const TelaahSlot  *slot)
{
  return (sheet->matcher->flags & TELAAH_SEARCH_FOLD) || slot->asked->plain;
}

/* Whether what stands before the word @at of the text may stand before the one asked for. */
static TelaahLevel
judge_gap (const TelaahSheet *sheet,
           const TelaahSlot  *slot,
           guint              at)
{
  const TelaahWord *word = &g_array_index (sheet->words, TelaahWord, at);
  const TelaahSite *site = &g_array_index (sheet->sites, TelaahSite, at);
  g_autofree char *between = NULL;

  if (site[-1].unit != site->unit || site[-1].segment != site->segment)
    return TELAAH_NO_LEVEL;

  between = telaah_text_dup_slice (sheet->text, (TelaahSpan) { word[-1].end, word->start });
  if (strcmp (between, slot->between) == 0)
    return TELAAH_LEVEL_EXACT;
  if (is_loose (sheet, slot) && word->before <= MAX (slot->before, TELAAH_GAP_QUOTE))
    return TELAAH_LEVEL_FOLD;

  return TELAAH_NO_LEVEL;
}

/* Whether the page has broken a word at @at. Only on its own may it go on in the next sentence:
 * a phrase stays in one. */
static gboolean
is_broken (const TelaahSheet *sheet,
           const TelaahSlot  *slot,
           guint              at,
           gboolean           alone)
{
  const TelaahSite *site = &g_array_index (sheet->sites, TelaahSite, at);

  return is_loose (sheet, slot) && g_array_index (sheet->words, TelaahWord, at).whole != 0 &&
         at + 1 < sheet->words->len && site[1].segment == site->segment &&
         (alone || site[1].unit == site->unit);
}

static void follow (const TelaahAskedRow *row,
                    TelaahSheet          *sheet,
                    guint                 at,
                    Ends                 *ends);

/* Goes on from @at by one slot. */
static void
step (const TelaahSlot *slot,
      TelaahSheet      *sheet,
      guint             at,
      TelaahLevel       so_far,
      gboolean          alone,
      Ends             *ends)
{
  TelaahLevel level = telaah_asked_judge (slot->asked, sheet, at, FALSE);

  if (level != TELAAH_NO_LEVEL)
    add_end (ends, at + 1, MAX (so_far, level));

  if (is_broken (sheet, slot, at, alone))
    {
      level = telaah_asked_judge (slot->asked, sheet, at, TRUE);
      if (level != TELAAH_NO_LEVEL)
        add_end (ends, at + 2, MAX (so_far, level));
    }

  for (guint i = 0; slot->phrases != NULL && i < slot->phrases->len; i++)
    {
      Ends others;

      follow (g_ptr_array_index (slot->phrases, i), sheet, at, &others);
      for (guint j = 0; j < others.n; j++)
        add_end (ends, others.ends[j].at, MAX (so_far, TELAAH_LEVEL_SYNONYM));
    }
}

static void
follow (const TelaahAskedRow *row,
        TelaahSheet          *sheet,
        guint                 at,
        Ends                 *ends)
{
  Ends now;

  now.n = 0;
  add_end (&now, at, TELAAH_LEVEL_EXACT);

  for (guint i = 0; i < row->len && now.n > 0; i++)
    {
      const TelaahSlot *slot = g_ptr_array_index (row, i);

      ends->n = 0;
      for (guint j = 0; j < now.n; j++)
        {
          TelaahLevel gap = TELAAH_LEVEL_EXACT;

          if (now.ends[j].at >= sheet->words->len)
            continue;
          if (i > 0)
            gap = judge_gap (sheet, slot, now.ends[j].at);
          if (gap != TELAAH_NO_LEVEL)
            step (slot, sheet, now.ends[j].at, MAX (now.ends[j].level, gap), row->len == 1, ends);
        }
      now.n = ends->n;
      memcpy (now.ends, ends->ends, ends->n * sizeof *ends->ends);
    }
}

static int
compare_ends (gconstpointer a,
              gconstpointer b)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

/* All that begins with the word @at. */
static void
find_at (const TelaahLeaf *self,
         TelaahSheet      *sheet,
         guint             at,
         Ends             *ends)
{
  Ends others;

  ends->n = 0;
  if (self->row->len == 1)
    step (g_ptr_array_index (self->row, 0), sheet, at, TELAAH_LEVEL_EXACT, TRUE, ends);
  else
    follow (self->row, sheet, at, ends);

  for (guint i = 0; self->phrases != NULL && i < self->phrases->len; i++)
    {
      follow (g_ptr_array_index (self->phrases, i), sheet, at, &others);
      for (guint j = 0; j < others.n; j++)
        add_end (ends, others.ends[j].at, MAX (others.ends[j].level, TELAAH_LEVEL_SYNONYM));
    }

  if (ends->n > 1)
    qsort (ends->ends, ends->n, sizeof *ends->ends, compare_ends);
}

/**
 * telaah_leaf_find:
 *
 * Returns: (transfer full): TelaahFound, by their first and then by their last words, none twice
 */
GArray *
telaah_leaf_find (const TelaahLeaf *self,
                  TelaahSheet      *sheet)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (TelaahFound));
  Ends ends;

  for (guint i = 0; i < sheet->words->len; i++)
    {
      if (i % CANCEL_STRIDE == 0 && g_cancellable_is_cancelled (sheet->cancellable))
        break;

      find_at (self, sheet, i, &ends);
      for (guint j = 0; j < ends.n; j++)
        {
          TelaahFound place = { .first = i, .last = ends.ends[j].at - 1 };

          place.level = ends.ends[j].level;
          g_array_append_val (found, place);
        }
    }

  return found;
}
