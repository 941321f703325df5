/* Where hits lie in their texts, to mark them there.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/search/telaah-search-spans.h"

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return telaah_span_compare (*(const TelaahSpan *) a, *(const TelaahSpan *) b);
}

/* Words with no more than a blank between them are marked as one. */
static void
add_parts (GArray          *spans,
           const TelaahHit *hit)
{
  guint first = spans->len;

  for (guint i = 0; i < hit->n_parts; i++)
    {
      TelaahSpan *last = spans->len > first ? &g_array_index (spans, TelaahSpan, spans->len - 1) : NULL;

      if (last != NULL && hit->parts[i].start <= last->end + 1)
        last->end = MAX (last->end, hit->parts[i].end);
      else
        g_array_append_val (spans, hit->parts[i]);
    }
}

/* In text order, and none that overlap. */
static void
settle (GArray *spans)
{
  guint n = 0;

  g_array_sort (spans, compare);
  for (guint i = 0; i < spans->len; i++)
    {
      TelaahSpan span = g_array_index (spans, TelaahSpan, i);
      TelaahSpan *last = n > 0 ? &g_array_index (spans, TelaahSpan, n - 1) : NULL;

      if (last != NULL && span.start < last->end)
        last->end = MAX (last->end, span.end);
      else
        g_array_index (spans, TelaahSpan, n++) = span;
    }
  g_array_set_size (spans, n);
}

/* Returns: (transfer full) (element-type TelaahSpan): of its words, in text order */
GArray *
telaah_search_spans_of_hit (const TelaahHit *hit)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));

  add_parts (spans, hit);
  settle (spans);

  return spans;
}

/**
 * telaah_search_spans_by_source:
 * @hits: (nullable) (element-type TelaahHit): the first @n of them
 *
 * Returns: (transfer full): id of a source -> GArray of TelaahSpan, of the words found in its text, in text order and none
 *   that overlap
 */
GHashTable *
telaah_search_spans_by_source (GPtrArray *hits,
                               guint      n)
{
  GHashTable *sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  GHashTableIter iter;
  gpointer spans;

  for (guint i = 0; i < n; i++)
    {
      const TelaahHit *hit = hits->pdata[i];

      if (hit->place != TELAAH_PLACE_TEXT)
        continue;
      spans = g_hash_table_lookup (sources, hit->source);
      if (spans == NULL)
        {
          spans = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));
          g_hash_table_insert (sources, g_strdup (hit->source), spans);
        }
      add_parts (spans, hit);
    }

  g_hash_table_iter_init (&iter, sources);
  while (g_hash_table_iter_next (&iter, NULL, &spans))
    settle (spans);

  return sources;
}
