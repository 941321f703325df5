/* The passages of a source for a list of cards. A session's list replaces a passage that has changed; a list view would
 * make its row anew, and take the words away that somebody is writing there. So this compares by id.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-card-model.h"

#include <string.h>

/* ---- An item ---- */

struct _TelaahCardItem
{
  GObject        parent_instance;

  TelaahPassage *passage;
};

G_DEFINE_FINAL_TYPE (TelaahCardItem, telaah_card_item, G_TYPE_OBJECT)

enum { PROP_0, PROP_PASSAGE, N_PROPS };

static GParamSpec *properties[N_PROPS];

static void
telaah_card_item_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PASSAGE:
      g_value_set_object (value, TELAAH_CARD_ITEM (object)->passage);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
telaah_card_item_finalize (GObject *object)
{
  g_clear_object (&TELAAH_CARD_ITEM (object)->passage);

  G_OBJECT_CLASS (telaah_card_item_parent_class)->finalize (object);
}

static void
telaah_card_item_class_init (TelaahCardItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = telaah_card_item_get_property;
  object_class->finalize = telaah_card_item_finalize;

  properties[PROP_PASSAGE] =
    g_param_spec_object ("passage", NULL, NULL, TELAAH_TYPE_PASSAGE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
telaah_card_item_init (TelaahCardItem *self)
{
}

TelaahPassage *
telaah_card_item_get_passage (TelaahCardItem *self)
{
  g_return_val_if_fail (TELAAH_IS_CARD_ITEM (self), NULL);

  return self->passage;
}

/* ---- The model ---- */

/* The item is made when it is asked for: of ten thousand, a list view asks for some hundred. */
typedef struct
{
  TelaahPassage  *passage;
  TelaahCardItem *item;
} Slot;

struct _TelaahCardModel
{
  GObject     parent_instance;

  GListModel *passages;   /* NULL: none */
  GArray     *slots;
  gboolean    syncing;    /* telling of a change; what comes in the meantime waits for its end */
  gboolean    again;
};

static GType
get_item_type (GListModel *model)
{
  return TELAAH_TYPE_CARD_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return TELAAH_CARD_MODEL (model)->slots->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  TelaahCardModel *self = TELAAH_CARD_MODEL (model);
  Slot *slot;

  if (position >= self->slots->len)
    return NULL;

  slot = &g_array_index (self->slots, Slot, position);
  if (slot->item == NULL)
    {
      slot->item = g_object_new (TELAAH_TYPE_CARD_ITEM, NULL);
      slot->item->passage = g_object_ref (slot->passage);
    }

  return g_object_ref (slot->item);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TelaahCardModel, telaah_card_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static const char *
get_slot_id (const Slot *slot)
{
  return telaah_passage_fields (slot->passage)->id;
}

static void
clear_slot (gpointer data)
{
  Slot *slot = data;

  g_clear_object (&slot->passage);
  g_clear_object (&slot->item);
}

static GArray *
make_slots (GListModel *passages)
{
  guint n = passages != NULL ? g_list_model_get_n_items (passages) : 0;
  GArray *slots = g_array_sized_new (FALSE, TRUE, sizeof (Slot), n);

  g_array_set_clear_func (slots, clear_slot);
  for (guint i = 0; i < n; i++)
    g_array_append_vals (slots, &(Slot) { .passage = g_list_model_get_item (passages, i) }, 1);

  return slots;
}

static void
telaah_card_model_finalize (GObject *object)
{
  TelaahCardModel *self = TELAAH_CARD_MODEL (object);

  g_clear_object (&self->passages);
  g_array_unref (self->slots);

  G_OBJECT_CLASS (telaah_card_model_parent_class)->finalize (object);
}

static void
telaah_card_model_class_init (TelaahCardModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = telaah_card_model_finalize;
}

static void
telaah_card_model_init (TelaahCardModel *self)
{
  self->slots = make_slots (NULL);
}

TelaahCardModel *
telaah_card_model_new (void)
{
  return g_object_new (TELAAH_TYPE_CARD_MODEL, NULL);
}

/* @passages: (nullable): of TelaahPassage, in text order. Later changes are taken in by telaah_card_model_sync(). */
void
telaah_card_model_set_passages (TelaahCardModel *self,
                                GListModel      *passages)
{
  guint n_old;

  g_return_if_fail (TELAAH_IS_CARD_MODEL (self));

  g_set_object (&self->passages, passages);

  /* In two steps, which a list view takes faster than one. */
  n_old = self->slots->len;
  g_array_set_size (self->slots, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_old, 0);

  g_array_unref (self->slots);
  self->slots = make_slots (passages);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, self->slots->len);
}

/* ---- Following ---- */

/* Items go over to the slots of the same passage; those of @ends are no news to a list view. */
static void
keep_items (GArray *old,
            GArray *now,
            guint   head,
            guint   tail)
{
  g_autoptr(GHashTable) between = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_old = old->len, n_now = now->len;

  for (guint i = head; i < n_old - tail; i++)
    {
      Slot *slot = &g_array_index (old, Slot, i);

      if (slot->item != NULL)
        g_hash_table_insert (between, (gpointer) get_slot_id (slot), slot);
    }

  for (guint i = 0; i < n_now; i++)
    {
      Slot *slot = &g_array_index (now, Slot, i);
      Slot *from = i < head ? &g_array_index (old, Slot, i)
                 : i >= n_now - tail ? &g_array_index (old, Slot, i + n_old - n_now)
                                     : g_hash_table_lookup (between, get_slot_id (slot));

      if (from != NULL)
        slot->item = g_steal_pointer (&from->item);
    }
}

/* Tells of passages that are other objects now. */
static void
update_items (TelaahCardModel *self)
{
  g_autoptr(GPtrArray) changed = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->slots->len; i++)
    {
      Slot *slot = &g_array_index (self->slots, Slot, i);

      if (slot->item != NULL && g_set_object (&slot->item->passage, slot->passage))
        g_ptr_array_add (changed, g_object_ref (slot->item));
    }

  for (guint i = 0; i < changed->len; i++)
    g_object_notify_by_pspec (changed->pdata[i], properties[PROP_PASSAGE]);
}

static void
sync_once (TelaahCardModel *self)
{
  g_autoptr(GArray) old = self->slots;
  GArray *now = make_slots (self->passages);
  guint head = 0, tail = 0, most = MIN (old->len, now->len);

  while (head < most && strcmp (get_slot_id (&g_array_index (old, Slot, head)),
                                get_slot_id (&g_array_index (now, Slot, head))) == 0)
    head++;
  while (tail < most - head && strcmp (get_slot_id (&g_array_index (old, Slot, old->len - 1 - tail)),
                                       get_slot_id (&g_array_index (now, Slot, now->len - 1 - tail))) == 0)
    tail++;

  keep_items (old, now, head, tail);
  self->slots = now;
  if (old->len - head - tail > 0 || now->len - head - tail > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail, now->len - head - tail);
  update_items (self);
}

/* Takes in what the list of passages has become. */
void
telaah_card_model_sync (TelaahCardModel *self)
{
  g_return_if_fail (TELAAH_IS_CARD_MODEL (self));

  self->again = TRUE;
  if (self->syncing)
    return;

  self->syncing = TRUE;
  while (self->again)
    {
      self->again = FALSE;
      sync_once (self);
    }
  self->syncing = FALSE;
}

/* ---- Finding ---- */

const char *
telaah_card_model_get_id (TelaahCardModel *self,
                          guint            position)
{
  g_return_val_if_fail (TELAAH_IS_CARD_MODEL (self), NULL);

  return position < self->slots->len ? get_slot_id (&g_array_index (self->slots, Slot, position)) : NULL;
}

/* G_MAXUINT: it is not there. */
guint
telaah_card_model_find (TelaahCardModel *self,
                        const char      *passage)
{
  g_return_val_if_fail (TELAAH_IS_CARD_MODEL (self), G_MAXUINT);

  for (guint i = 0; passage != NULL && i < self->slots->len; i++)
    if (strcmp (telaah_card_model_get_id (self, i), passage) == 0)
      return i;

  return G_MAXUINT;
}

/* The first that starts at @offset or after; their number where there is none. */
guint
telaah_card_model_find_offset (TelaahCardModel *self,
                               guint            offset)
{
  guint low = 0, high;

  g_return_val_if_fail (TELAAH_IS_CARD_MODEL (self), 0);

  high = self->slots->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (telaah_passage_fields (g_array_index (self->slots, Slot, middle).passage)->span.start < offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}
