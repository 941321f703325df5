/* Of all places that fit a query, those that people are to see.
 *
 * No word counts twice within a sentence. What goes on into the next sentence is told where it does
 * not cover a hit that keeps to one; so hits are the same wherever in a text one starts to look.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-matcher-private.h"

#include <string.h>

static const TelaahFound *
get_found (const GArray *found,
           guint         index)
{
  return &g_array_index (found, TelaahFound, index);
}

static guint
get_unit (const TelaahSheet *sheet,
          guint              word)
{
  return g_array_index (sheet->sites, TelaahSite, word).unit;
}

static gboolean
goes_on (const TelaahSheet *sheet,
         const TelaahFound *place)
{
  return get_unit (sheet, place->first) != get_unit (sheet, place->last);
}

/* The strictest, the first, the longest. */
static int
compare_levels (gconstpointer a,
                gconstpointer b)
{
  const TelaahFound *one = a, *other = b;

  if (one->level != other->level)
    return one->level < other->level ? -1 : 1;
  if (one->first != other->first)
    return one->first < other->first ? -1 : 1;

  return one->last > other->last ? -1 : one->last < other->last;
}

static gboolean
is_free (const guint8      *taken,
         const TelaahFound *place)
{
  return memchr (taken + place->first, 1, place->last - place->first + 1) == NULL;
}

/* Keeps one after the other of those that overlap nothing kept before. */
static void
thin_out (const TelaahSheet *sheet,
          GArray            *found)
{
  g_autofree guint8 *taken = g_malloc0 (sheet->words->len + 1);
  g_autoptr(GArray) kept = g_array_new (FALSE, FALSE, sizeof (TelaahFound));

  for (guint i = 0; i < found->len; i++)
    {
      const TelaahFound *place = get_found (found, i);

      if (goes_on (sheet, place) || !is_free (taken, place))
        continue;

      memset (taken + place->first, 1, place->last - place->first + 1);
      g_array_append_vals (kept, place, 1);
    }

  for (guint i = 0; i < found->len; i++)
    if (goes_on (sheet, get_found (found, i)) && is_free (taken, get_found (found, i)))
      g_array_append_vals (kept, get_found (found, i), 1);

  g_array_set_size (found, 0);
  g_array_append_vals (found, kept->data, kept->len);
  telaah_found_sort (found);
}

/* Drops what lies within another one of the same sentence. */
static void
drop_narrower (const TelaahSheet *sheet,
               GArray            *found)
{
  guint n = 0;

  telaah_found_sort (found);
  for (guint i = 0; i < found->len; i++)
    {
      TelaahFound place = *get_found (found, i);

      /* Of those that begin at one word the longest comes last. */
      while (n > 0 && get_found (found, n - 1)->first == place.first)
        n--;
      if (n == 0 || get_found (found, n - 1)->last < place.last ||
          get_unit (sheet, get_found (found, n - 1)->first) != get_unit (sheet, place.first))
        g_array_index (found, TelaahFound, n++) = place;
    }
  g_array_set_size (found, n);
}

/**
 * telaah_sheet_find:
 *
 * Returns: (transfer full): TelaahFound, in text order, as people are to see them
 */
GArray *
telaah_sheet_find (TelaahSheet      *self,
                   const TelaahNode *node)
{
  const TelaahNode *only = telaah_node_get_only_wanted (node);
  GArray *found;

  if (only != NULL)
    {
      found = telaah_sheet_find (self, only);
      telaah_sheet_drop_negated (self, node, found);
      return found;
    }

  if (node->kind != TELAAH_NODE_ANY)
    {
      found = telaah_sheet_evaluate (self, node);
      if (node->kind == TELAAH_NODE_WORDS)
        g_array_sort (found, compare_levels);
      thin_out (self, found);
      return found;
    }

  found = g_array_new (FALSE, FALSE, sizeof (TelaahFound));
  for (guint i = 0; i < node->children->len; i++)
    {
      g_autoptr(GArray) part = telaah_sheet_find (self, g_ptr_array_index (node->children, i));

      g_array_append_vals (found, part->data, part->len);
    }
  drop_narrower (self, found);

  return found;
}
