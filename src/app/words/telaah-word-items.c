/* Any number of rows as a list model, with an object for each only while it is looked at: a hundred thousand words cost
 * the room of their pointers.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/words/telaah-word-items.h"

/* ---- One of them ---- */

struct _TelaahWordItem
{
  GObject        parent_instance;

  gconstpointer  row;
  GPtrArray     *owner;      /* keeps the row */
};

G_DEFINE_FINAL_TYPE (TelaahWordItem, telaah_word_item, G_TYPE_OBJECT)

static void
telaah_word_item_finalize (GObject *object)
{
  g_ptr_array_unref (TELAAH_WORD_ITEM (object)->owner);

  G_OBJECT_CLASS (telaah_word_item_parent_class)->finalize (object);
}

static void
telaah_word_item_class_init (TelaahWordItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = telaah_word_item_finalize;
}

static void
telaah_word_item_init (TelaahWordItem *self)
{
}

gconstpointer
telaah_word_item_get_row (TelaahWordItem *self)
{
  g_return_val_if_fail (TELAAH_IS_WORD_ITEM (self), NULL);

  return self->row;
}

/* ---- All of them ---- */

struct _TelaahWordItems
{
  GObject             parent_instance;

  TelaahWordSameFunc  same;
  gpointer            user_data;
  GPtrArray          *rows;
  GPtrArray          *owner;
};

static GType
get_item_type (GListModel *list)
{
  return TELAAH_TYPE_WORD_ITEM;
}

static guint
get_n_items (GListModel *list)
{
  return TELAAH_WORD_ITEMS (list)->rows->len;
}

static gpointer
get_item (GListModel *list,
          guint       position)
{
  TelaahWordItems *self = TELAAH_WORD_ITEMS (list);
  TelaahWordItem *item;

  if (position >= self->rows->len)
    return NULL;

  item = g_object_new (TELAAH_TYPE_WORD_ITEM, NULL);
  item->row = self->rows->pdata[position];
  item->owner = g_ptr_array_ref (self->owner);

  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TelaahWordItems, telaah_word_items, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
telaah_word_items_finalize (GObject *object)
{
  TelaahWordItems *self = TELAAH_WORD_ITEMS (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->owner);

  G_OBJECT_CLASS (telaah_word_items_parent_class)->finalize (object);
}

static void
telaah_word_items_class_init (TelaahWordItemsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = telaah_word_items_finalize;
}

static void
telaah_word_items_init (TelaahWordItems *self)
{
  self->rows = g_ptr_array_new ();
  self->owner = g_ptr_array_ref (self->rows);
}

/* Which of its rows have gone and come, where the first and the last are the same as before. */
static void
announce_changes (TelaahWordItems *self,
                  GPtrArray       *before)
{
  guint first = 0, last = 0, least = MIN (before->len, self->rows->len);

  while (first < least && self->same (before->pdata[first], self->rows->pdata[first], self->user_data))
    first++;
  while (last < least - first &&
         self->same (before->pdata[before->len - 1 - last], self->rows->pdata[self->rows->len - 1 - last],
                     self->user_data))
    last++;

  if (first + last < before->len || first + last < self->rows->len)
    g_list_model_items_changed (G_LIST_MODEL (self), first, before->len - first - last,
                                self->rows->len - first - last);
}

/* In two steps, which is what views are fastest at. */
static void
announce_anew (TelaahWordItems *self,
               GPtrArray       *rows,
               guint            n_before)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(GPtrArray) kept = g_steal_pointer (&self->rows);

  self->rows = g_ptr_array_ref (none);
  if (n_before > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, 0);

  g_ptr_array_unref (self->rows);
  self->rows = g_steal_pointer (&kept);
  if (rows->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, rows->len);
}

/**
 * telaah_word_items_set:
 * @anew: they are others; else much the same as before, and what shows them stays where it is
 */
void
telaah_word_items_set (TelaahWordItems *self,
                       GPtrArray       *rows,
                       GPtrArray       *owner,
                       gboolean         anew)
{
  g_autoptr(GPtrArray) before = g_steal_pointer (&self->rows);
  g_autoptr(GPtrArray) owner_before = g_steal_pointer (&self->owner);

  self->rows = g_ptr_array_ref (rows);
  self->owner = g_ptr_array_ref (owner);
  if (anew)
    announce_anew (self, rows, before->len);
  else
    announce_changes (self, before);
}

GPtrArray *
telaah_word_items_get_rows (TelaahWordItems *self)
{
  g_return_val_if_fail (TELAAH_IS_WORD_ITEMS (self), NULL);

  return self->rows;
}

TelaahWordItems *
telaah_word_items_new (TelaahWordSameFunc same,
                       gpointer           user_data)
{
  TelaahWordItems *self = g_object_new (TELAAH_TYPE_WORD_ITEMS, NULL);

  self->same = same;
  self->user_data = user_data;

  return self;
}
