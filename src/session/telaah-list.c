/* A GListModel over an array.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "session/telaah-list.h"

struct _TelaahList
{
  GObject    parent_instance;

  GType      item_type;
  GPtrArray *items;

  /* What telaah_list_update() has done and telaah_list_flush() has yet to tell. */
  guint      position;
  guint      removed;
  guint      added;
};

static GType
get_item_type (GListModel *model)
{
  return TELAAH_LIST (model)->item_type;
}

static guint
get_n_items (GListModel *model)
{
  return TELAAH_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  GPtrArray *items = TELAAH_LIST (model)->items;

  return position < items->len ? g_object_ref (items->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TelaahList, telaah_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
telaah_list_finalize (GObject *object)
{
  g_ptr_array_unref (TELAAH_LIST (object)->items);

  G_OBJECT_CLASS (telaah_list_parent_class)->finalize (object);
}

static void
telaah_list_class_init (TelaahListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = telaah_list_finalize;
}

static void
telaah_list_init (TelaahList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

TelaahList *
telaah_list_new (GType item_type)
{
  TelaahList *self = g_object_new (TELAAH_TYPE_LIST, NULL);

  self->item_type = item_type;
  return self;
}

guint
telaah_list_get_length (TelaahList *self)
{
  return self->items->len;
}

/* Borrowed. */
gpointer
telaah_list_peek (TelaahList *self,
                  guint       position)
{
  return self->items->pdata[position];
}

/**
 * telaah_list_update:
 * @items: what the list should hold
 * @equal: whether two items say the same; then the old one stays
 *
 * Finds one stretch of change, between the items at either end that have stayed. It is told by
 * telaah_list_flush(), so that several lists can be brought up to date before anybody looks at one.
 */
void
telaah_list_update (TelaahList *self,
                    GPtrArray  *items,
                    GEqualFunc  equal)
{
  guint n_old = self->items->len, n_new = items->len, head = 0, tail = 0;

  while (head < MIN (n_old, n_new) && equal (self->items->pdata[head], items->pdata[head]))
    head++;
  while (tail < MIN (n_old, n_new) - head &&
         equal (self->items->pdata[n_old - 1 - tail], items->pdata[n_new - 1 - tail]))
    tail++;

  if (head == n_old && head == n_new)
    return;

  if (n_old - head - tail > 0)
    g_ptr_array_remove_range (self->items, head, n_old - head - tail);
  for (guint i = head; i < n_new - tail; i++)
    g_ptr_array_insert (self->items, i, g_object_ref (items->pdata[i]));

  self->position = head;
  self->removed = n_old - head - tail;
  self->added = n_new - head - tail;
}

void
telaah_list_flush (TelaahList *self)
{
  guint removed = self->removed, added = self->added;

  self->removed = self->added = 0;
  if (removed > 0 || added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), self->position, removed, added);
}

/* Where @item is, or would be, in a list that is in order. */
static guint
find (TelaahList   *self,
      gpointer      item,
      GCompareFunc  compare)
{
  guint low = 0, high = self->items->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare (self->items->pdata[middle], item) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Takes a reference. */
void
telaah_list_insert (TelaahList   *self,
                    gpointer      item,
                    GCompareFunc  compare)
{
  guint position = find (self, item, compare);

  g_ptr_array_insert (self->items, position, g_object_ref (item));
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

gboolean
telaah_list_remove (TelaahList   *self,
                    gpointer      item,
                    GCompareFunc  compare)
{
  guint position = find (self, item, compare);

  if (position == self->items->len || self->items->pdata[position] != item)
    return FALSE;

  g_ptr_array_remove_index (self->items, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
  return TRUE;
}

/* For filling a list that nobody sees yet. Takes a reference. */
void
telaah_list_append_quiet (TelaahList *self,
                          gpointer    item)
{
  g_ptr_array_add (self->items, g_object_ref (item));
}

static int
compare_pointers (gconstpointer a,
                  gconstpointer b,
                  gpointer      compare)
{
  return ((GCompareFunc) compare) (*(gconstpointer *) a, *(gconstpointer *) b);
}

void
telaah_list_sort_quiet (TelaahList   *self,
                        GCompareFunc  compare)
{
  g_ptr_array_sort_with_data (self->items, compare_pointers, compare);
}
