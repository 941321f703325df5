/* Puts what was found of each word together: AND, OR, NOT and NEAR.
 *
 * On the way up all smallest windows are kept, also those that overlap, since the next operator may
 * want any of them. What goes on into the next sentence belongs to the one in which it begins: so
 * what is found does not depend on where in a text one starts to look.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-matcher-private.h"

#include <string.h>

static TelaahFound *
get_found (const GArray *found,
           guint         index)
{
  return &g_array_index (found, TelaahFound, index);
}

static const TelaahSite *
get_site (const TelaahSheet *sheet,
          guint              word)
{
  return &g_array_index (sheet->sites, TelaahSite, word);
}

/* By the first word, then by the last, then the stricter level. */
static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const TelaahFound *one = a, *other = b;

  if (one->first != other->first)
    return one->first < other->first ? -1 : 1;
  if (one->last != other->last)
    return one->last < other->last ? -1 : 1;

  return (int) one->level - (int) other->level;
}

/**
 * telaah_found_sort:
 *
 * By the first word, then by the last, and of those at the same place only the strictest.
 */
void
telaah_found_sort (GArray *found)
{
  guint n = 0;

  g_array_sort (found, compare_found);
  for (guint i = 0; i < found->len; i++)
    if (n == 0 || get_found (found, i)->first != get_found (found, n - 1)->first ||
        get_found (found, i)->last != get_found (found, n - 1)->last)
      *get_found (found, n++) = *get_found (found, i);
  g_array_set_size (found, n);
}

/* Drops what has another one within it. */
static void
drop_wider (GArray *found)
{
  guint least = G_MAXUINT, n;

  telaah_found_sort (found);
  n = found->len;
  for (guint i = found->len; i-- > 0;)
    {
      TelaahFound place = *get_found (found, i);

      if (place.last < least)
        {
          /* Of those that begin at one word the shortest comes first. */
          if (n < found->len && get_found (found, n)->first == place.first)
            n++;
          *get_found (found, --n) = place;
          least = place.last;
        }
    }
  g_array_remove_range (found, 0, n);
}

/* Where the words of a window stand, one part after the other. */
static void
pick (TelaahSheet       *sheet,
      TelaahFound       *window,
      const TelaahFound *part)
{
  TelaahRange range = { part->first, part->last };

  if (window->n_picks == 0)
    window->picks = sheet->picks->len;

  if (part->n_picks == 0)
    {
      g_array_append_val (sheet->picks, range);
      window->n_picks++;
    }
  for (guint i = 0; i < part->n_picks; i++)
    {
      range = g_array_index (sheet->picks, TelaahRange, part->picks + i);
      g_array_append_val (sheet->picks, range);
      window->n_picks++;
    }

  window->level = MAX (window->level, part->level);
}

/* ---- AND ---- */

/* What was found of one operand, and how far it has been used up. */
typedef struct
{
  GArray *found;
  guint   at;       /* the first that still counts */
  guint   end;      /* behind those of the unit at hand */
} Operand;

/* Where the part that ends first among those not used up ends; G_MAXUINT: there is none. */
static guint
find_first_end (const Operand *operand)
{
  guint end = G_MAXUINT;

  for (guint i = operand->at; i < operand->end && get_found (operand->found, i)->first < end; i++)
    end = MIN (end, get_found (operand->found, i)->last);

  return end;
}

/* The part that begins last among those that end by @end. */
static const TelaahFound *
find_last_start (const Operand *operand,
                 guint          end)
{
  const TelaahFound *found = NULL;

  for (guint i = operand->at; i < operand->end && get_found (operand->found, i)->first <= end; i++)
    if (get_found (operand->found, i)->last <= end)
      found = get_found (operand->found, i);

  return found;
}

/* All smallest windows among what is at hand. */
static void
add_windows (TelaahSheet *sheet,
             Operand     *operands,
             guint        n_operands,
             GArray      *windows)
{
  for (;;)
    {
      TelaahFound window = { .first = G_MAXUINT };

      for (guint i = 0; i < n_operands; i++)
        window.last = MAX (window.last, find_first_end (&operands[i]));
      if (window.last == G_MAXUINT)
        return;

      for (guint i = 0; i < n_operands; i++)
        {
          const TelaahFound *part = find_last_start (&operands[i], window.last);

          window.first = MIN (window.first, part->first);
          pick (sheet, &window, part);
        }
      g_array_append_val (windows, window);

      for (guint i = 0; i < n_operands; i++)
        while (operands[i].at < operands[i].end &&
               get_found (operands[i].found, operands[i].at)->first <= window.first)
          operands[i].at++;
    }
}

/* Compares where two parts begin: by the unit, and within it by the segment. */
static int
compare_sites (const TelaahSheet *sheet,
               const TelaahFound *one,
               const TelaahFound *other)
{
  const TelaahSite *a = get_site (sheet, one->first), *b = get_site (sheet, other->first);

  if (a->unit != b->unit)
    return a->unit < b->unit ? -1 : 1;

  return a->segment < b->segment ? -1 : a->segment > b->segment;
}

/* Brings all operands to the next site at which each has something. FALSE where there is none. */
static gboolean
next_site (TelaahSheet *sheet,
           Operand     *operands,
           guint        n_operands)
{
  const TelaahFound *farthest = NULL;
  guint n = 0;

  for (guint i = 0; n < n_operands; i = (i + 1) % n_operands)
    {
      Operand *operand = &operands[i];

      while (operand->at < operand->found->len && farthest != NULL &&
             compare_sites (sheet, get_found (operand->found, operand->at), farthest) < 0)
        operand->at++;
      if (operand->at == operand->found->len)
        return FALSE;

      if (farthest == NULL ||
          compare_sites (sheet, get_found (operand->found, operand->at), farthest) > 0)
        n = 0;
      farthest = get_found (operand->found, operand->at);
      n++;
    }

  for (guint i = 0; i < n_operands; i++)
    {
      Operand *operand = &operands[i];

      operand->end = operand->at;
      while (operand->end < operand->found->len &&
             compare_sites (sheet, get_found (operand->found, operand->end), farthest) == 0)
        operand->end++;
    }

  return TRUE;
}

/**
 * telaah_sheet_drop_negated:
 *
 * Drops what stands in a unit in which something begins that must not be there.
 */
void
telaah_sheet_drop_negated (TelaahSheet      *sheet,
                           const TelaahNode *node,
                           GArray           *found)
{
  g_autofree guint8 *marks = NULL;
  guint n = 0;

  if (found->len == 0)
    return;

  marks = g_malloc0 (sheet->units->len);
  for (guint i = 0; i < node->children->len; i++)
    {
      const TelaahNode *child = g_ptr_array_index (node->children, i);
      g_autoptr(GArray) unwanted = child->negated ? telaah_sheet_evaluate (sheet, child) : NULL;

      for (guint j = 0; unwanted != NULL && j < unwanted->len; j++)
        marks[get_site (sheet, get_found (unwanted, j)->first)->unit] = 1;
    }

  for (guint i = 0; i < found->len; i++)
    {
      guint unit = get_site (sheet, get_found (found, i)->first)->unit;
      guint last = get_site (sheet, get_found (found, i)->last)->unit;

      while (unit <= last && !marks[unit])
        unit++;
      if (unit > last)
        *get_found (found, n++) = *get_found (found, i);
    }
  g_array_set_size (found, n);
}

/**
 * telaah_node_get_only_wanted:
 *
 * Returns: (nullable): the only child of an ALL that is not negated; NULL where there are several,
 *   and for all other nodes
 */
const TelaahNode *
telaah_node_get_only_wanted (const TelaahNode *node)
{
  const TelaahNode *only = NULL;

  for (guint i = 0; node->kind == TELAAH_NODE_ALL && i < node->children->len; i++)
    {
      const TelaahNode *child = g_ptr_array_index (node->children, i);

      if (!child->negated && only != NULL)
        return NULL;
      if (!child->negated)
        only = child;
    }

  return only;
}

static GArray *
evaluate_all (TelaahSheet      *sheet,
              const TelaahNode *node)
{
  g_autofree Operand *operands = g_new0 (Operand, node->children->len);
  const TelaahNode *only = telaah_node_get_only_wanted (node);
  GArray *windows;
  guint n = 0;

  if (only != NULL)
    {
      windows = telaah_sheet_evaluate (sheet, only);
      telaah_sheet_drop_negated (sheet, node, windows);
      return windows;
    }

  windows = g_array_new (FALSE, FALSE, sizeof (TelaahFound));
  for (guint i = 0; i < node->children->len; i++)
    {
      const TelaahNode *child = g_ptr_array_index (node->children, i);

      if (!child->negated)
        operands[n++].found = telaah_sheet_evaluate (sheet, child);
    }

  while (next_site (sheet, operands, n))
    {
      add_windows (sheet, operands, n, windows);
      for (guint i = 0; i < n; i++)
        operands[i].at = operands[i].end;
    }

  for (guint i = 0; i < n; i++)
    g_array_unref (operands[i].found);
  telaah_sheet_drop_negated (sheet, node, windows);
  return windows;
}

/* ---- OR ---- */

static GArray *
evaluate_any (TelaahSheet      *sheet,
              const TelaahNode *node)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (TelaahFound));

  for (guint i = 0; i < node->children->len; i++)
    {
      g_autoptr(GArray) part = telaah_sheet_evaluate (sheet, g_ptr_array_index (node->children, i));

      g_array_append_vals (found, part->data, part->len);
    }
  telaah_found_sort (found);

  return found;
}

/* ---- NEAR ---- */

static int
compare_last (gconstpointer a,
              gconstpointer b)
{
  const TelaahFound *one = a, *other = b;

  return one->last < other->last ? -1 : one->last > other->last;
}

/* The smallest windows of one of @before, then one of @after, with at most @distance words
 * between. */
static void
add_pairs (TelaahSheet  *sheet,
           const GArray *before,
           const GArray *after,
           guint         distance,
           GArray       *windows)
{
  g_autoptr(GArray) ends = g_array_copy ((GArray *) before);
  guint start = 0;

  g_array_sort (ends, compare_last);

  for (guint i = 0; i < after->len; i++)
    {
      const TelaahFound *second = get_found (after, i);
      const TelaahFound *best = NULL;
      TelaahFound window;

      while (start < ends->len && get_found (ends, start)->last + distance + 1 < second->first)
        start++;
      for (guint j = start; j < ends->len && get_found (ends, j)->last < second->first; j++)
        if (best == NULL || get_found (ends, j)->first >= best->first)
          best = get_found (ends, j);
      if (best == NULL ||
          get_site (sheet, best->last)->segment != get_site (sheet, second->first)->segment)
        continue;

      window = (TelaahFound) { .first = best->first, .last = second->last };
      pick (sheet, &window, best);
      pick (sheet, &window, second);
      g_array_append_val (windows, window);
    }
}

static GArray *
evaluate_near (TelaahSheet      *sheet,
               const TelaahNode *node)
{
  g_autoptr(GArray) one = telaah_sheet_evaluate (sheet, g_ptr_array_index (node->children, 0));
  g_autoptr(GArray) other = telaah_sheet_evaluate (sheet, g_ptr_array_index (node->children, 1));
  GArray *windows = g_array_new (FALSE, FALSE, sizeof (TelaahFound));

  add_pairs (sheet, one, other, node->distance, windows);
  add_pairs (sheet, other, one, node->distance, windows);
  drop_wider (windows);

  return windows;
}

/**
 * telaah_sheet_evaluate:
 *
 * Returns: (transfer full): all places that fit, as TelaahFound, by their first and then by their
 *   last words
 */
GArray *
telaah_sheet_evaluate (TelaahSheet      *sheet,
                       const TelaahNode *node)
{
  switch (node->kind)
    {
    case TELAAH_NODE_ALL:
      return evaluate_all (sheet, node);
    case TELAAH_NODE_ANY:
      return evaluate_any (sheet, node);
    case TELAAH_NODE_NEAR:
      return evaluate_near (sheet, node);
    case TELAAH_NODE_WORDS:
    default:
      return telaah_leaf_find (g_ptr_array_index (sheet->matcher->leaves, node->leaf), sheet);
    }
}
