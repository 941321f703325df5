/* The order of sources, and where one goes in it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-source-order.h"

typedef struct
{
  TelaahSource *source;
  char         *key;      /* to be sorted by; NULL stands last */
  guint         count;
  guint         place;    /* until now */
} Entry;

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->source);
  g_free (entry->key);
}

/* @order: (out): Returns: whether there is one of that name: title, author, date or passages */
gboolean
telaah_source_order_from_string (const char        *string,
                                 TelaahSourceOrder *order)
{
  static const char *const names[] = { "title", "author", "date", "passages" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (string, names[i]) == 0)
      {
        *order = i;
        return TRUE;
      }

  return FALSE;
}

static char *
dup_key (TelaahSource      *source,
         TelaahSourceOrder  order)
{
  const TelaahSourceFields *fields = telaah_source_fields (source);

  switch (order)
    {
    case TELAAH_SOURCE_ORDER_TITLE:
      return g_utf8_collate_key_for_filename (telaah_source_get_name (source), -1);

    case TELAAH_SOURCE_ORDER_AUTHOR:
      return fields->author != NULL ? g_utf8_collate_key (fields->author, -1) : NULL;

    case TELAAH_SOURCE_ORDER_DATE:
      return g_strdup (fields->date);

    case TELAAH_SOURCE_ORDER_PASSAGES:
    default:
      return g_strdup ("");
    }
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const Entry *first = a, *second = b;
  int result;

  if ((first->key == NULL) != (second->key == NULL))
    return first->key == NULL ? 1 : -1;

  result = g_strcmp0 (first->key, second->key);
  if (result == 0 && first->count != second->count)
    result = first->count > second->count ? -1 : 1;

  return result != 0 ? result : (first->place > second->place) - (first->place < second->place);
}

/**
 * telaah_source_order_sort:
 *
 * Returns: (transfer full): ids of all sources, as they would stand, %NULL at the end
 */
GPtrArray *
telaah_source_order_sort (TelaahSession     *session,
                          TelaahSourceOrder  order)
{
  GListModel *sources = telaah_session_get_sources (session);
  g_autoptr(GArray) entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  g_array_set_clear_func (entries, clear_entry);
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      Entry entry = { .source = g_list_model_get_item (sources, i), .place = i };

      entry.key = dup_key (entry.source, order);
      if (order == TELAAH_SOURCE_ORDER_PASSAGES)
        entry.count = telaah_session_count (session, NULL, telaah_source_fields (entry.source)->id);
      g_array_append_val (entries, entry);
    }

  g_array_sort (entries, compare);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (ids, g_strdup (telaah_source_fields (g_array_index (entries, Entry, i).source)->id));
  g_ptr_array_add (ids, NULL);

  return ids;
}

/**
 * telaah_source_order_move:
 * @before: (nullable): another source; %NULL: the end
 *
 * Returns: (transfer full): ids of all sources with @source moved, %NULL at the end
 */
GPtrArray *
telaah_source_order_move (TelaahSession *session,
                          const char    *source,
                          const char    *before)
{
  GListModel *sources = telaah_session_get_sources (session);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr(TelaahSource) item = g_list_model_get_item (sources, i);
      const char *id = telaah_source_fields (item)->id;

      if (g_strcmp0 (id, before) == 0)
        g_ptr_array_add (ids, g_strdup (source));

      if (g_strcmp0 (id, source) != 0)
        g_ptr_array_add (ids, g_strdup (id));
    }

  if (before == NULL)
    g_ptr_array_add (ids, g_strdup (source));
  g_ptr_array_add (ids, NULL);

  return ids;
}
