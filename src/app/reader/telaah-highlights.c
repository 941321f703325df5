/* The passages of one source as intervals, in text order in one array, with the greatest end of each block of 64 so
 * that a query skips what ends before it. A change costs a memmove, the block ends behind it and the lanes of what
 * it meets.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-highlights.h"

#include <string.h>

#define BLOCK 64

/* A splice of more than this is cheaper sorted anew than inserted one by one. */
#define MANY 48

struct _TelaahHighlights
{
  TelaahHighlightsFunc  changed;
  gpointer              user_data;

  GListModel           *model;      /* or NULL */
  GPtrArray            *mirror;     /* the model's items, borrowed from the intervals: what left, when it has left */
  GArray               *items;      /* TelaahHighlight, in the order of telaah_passage_compare() */
  GArray               *blocks;     /* guint, greatest end of each block of items */
  GArray               *lanes;      /* guint, where each lane is free again; scratch */
  GHashTable           *by_id;      /* TelaahPassage by its id, both borrowed; NULL until somebody asks */
};

static inline TelaahHighlight *
item (const TelaahHighlights *self,
      guint                   index)
{
  return &g_array_index (self->items, TelaahHighlight, index);
}

static inline guint
width_in_lanes (const TelaahHighlight *highlight)
{
  return MAX (highlight->n_themes, 1);
}

static void
clear_item (gpointer data)
{
  g_object_unref (((TelaahHighlight *) data)->passage);
}

static TelaahHighlight
highlight_of (TelaahPassage *passage)    /* takes the reference */
{
  const TelaahPassageFields *fields = telaah_passage_fields (passage);

  return (TelaahHighlight) {
    .start = fields->span.start,
    .end = fields->span.end,
    .n_themes = MIN (g_strv_length ((char **) fields->themes), G_MAXUINT16),
    .passage = passage,
  };
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  return telaah_passage_compare (((const TelaahHighlight *) a)->passage, ((const TelaahHighlight *) b)->passage);
}

static void
update_blocks (TelaahHighlights *self,
               guint             from)
{
  guint n = self->items->len;

  g_array_set_size (self->blocks, (n + BLOCK - 1) / BLOCK);
  for (guint b = from / BLOCK; b < self->blocks->len; b++)
    {
      guint end = 0;

      for (guint i = b * BLOCK; i < MIN (n, (b + 1) * BLOCK); i++)
        end = MAX (end, item (self, i)->end);
      g_array_index (self->blocks, guint, b) = end;
    }
}

/* The lowest run of lanes that is free where @highlight begins. */
static guint
find_lanes (TelaahHighlights      *self,
            const TelaahHighlight *highlight)
{
  guint wanted = width_in_lanes (highlight), free_run = 0, lane = 0;

  for (; lane < self->lanes->len && free_run < wanted; lane++)
    free_run = g_array_index (self->lanes, guint, lane) <= highlight->start ? free_run + 1 : 0;

  return MIN (lane - free_run, G_MAXUINT16);
}

static void
hold_lanes (TelaahHighlights      *self,
            const TelaahHighlight *highlight)
{
  guint end = highlight->lane + width_in_lanes (highlight);

  if (end > self->lanes->len)
    g_array_set_size (self->lanes, end);
  for (guint i = highlight->lane; i < end; i++)
    g_array_index (self->lanes, guint, i) = highlight->end;
}

/* The lanes as they are taken where the item at @index begins, by those before it. */
static void
seek_lanes (TelaahHighlights *self,
            guint             index)
{
  guint start = item (self, index)->start;

  g_array_set_size (self->lanes, 0);
  for (guint b = 0; b * BLOCK < index; b++)
    if (g_array_index (self->blocks, guint, b) > start)
      for (guint i = b * BLOCK; i < MIN (index, (b + 1) * BLOCK); i++)
        if (item (self, i)->end > start)
          hold_lanes (self, item (self, i));
}

/* Finds the lanes anew of the @n_new items at @from and of those behind them, until all that stands otherwise than
 * before has ended: from there on each finds the same lanes free as it did. What was removed stood until @until. */
static void
update_lanes (TelaahHighlights *self,
              guint             from,
              guint             n_new,
              guint             until,
              gboolean          announce)
{
  if (from == self->items->len)
    return;

  seek_lanes (self, from);

  for (guint i = from; i < self->items->len; i++)
    {
      TelaahHighlight *highlight = item (self, i);
      gboolean is_new = i < from + n_new;
      guint lane;

      if (!is_new && highlight->start >= until)
        break;

      lane = find_lanes (self, highlight);
      if (is_new || lane != highlight->lane)
        {
          until = MAX (until, highlight->end);
          if (announce)
            self->changed ((TelaahSpan) { highlight->start, highlight->end }, self->user_data);
        }
      highlight->lane = lane;
      hold_lanes (self, highlight);
    }
}

/* The first index whose passage does not come before @start. */
static guint
lower_bound (TelaahHighlights *self,
             guint             start)
{
  guint low = 0, high = self->items->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (item (self, middle)->start < start)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Where @passage is or would be in the order; among those that compare equal, itself. */
static guint
position_of (TelaahHighlights *self,
             TelaahPassage    *passage)
{
  guint low = 0, high = self->items->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (telaah_passage_compare (item (self, middle)->passage, passage) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  for (guint i = low; i < self->items->len; i++)
    {
      if (item (self, i)->passage == passage)
        return i;
      if (telaah_passage_compare (item (self, i)->passage, passage) != 0)
        break;
    }

  return low;
}

static void
insert (TelaahHighlights *self,
        TelaahPassage    *passage)    /* takes the reference */
{
  guint at = position_of (self, passage);
  TelaahHighlight highlight = highlight_of (passage);

  g_array_insert_val (self->items, at, highlight);
  if (self->by_id != NULL)
    g_hash_table_replace (self->by_id, (char *) telaah_passage_fields (passage)->id, passage);
  update_blocks (self, at);
  update_lanes (self, at, 1, 0, TRUE);
}

static void
withdraw (TelaahHighlights *self,
          TelaahPassage    *passage)
{
  guint at = position_of (self, passage);
  TelaahSpan span = { item (self, at)->start, item (self, at)->end };

  g_assert (item (self, at)->passage == passage);
  if (self->by_id != NULL && g_hash_table_lookup (self->by_id, telaah_passage_fields (passage)->id) == passage)
    g_hash_table_remove (self->by_id, telaah_passage_fields (passage)->id);
  g_array_remove_index (self->items, at);
  update_blocks (self, at);
  self->changed (span, self->user_data);
  update_lanes (self, at, 0, span.end, TRUE);
}

static void
rebuild (TelaahHighlights *self)
{
  guint n = self->model != NULL ? g_list_model_get_n_items (self->model) : 0;
  gboolean in_order = TRUE;

  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_array_set_size (self->items, 0);
  g_ptr_array_set_size (self->mirror, 0);

  for (guint i = 0; i < n; i++)
    {
      TelaahHighlight highlight = highlight_of (g_list_model_get_item (self->model, i));

      if (i > 0 && in_order)
        in_order = telaah_passage_compare (item (self, i - 1)->passage, highlight.passage) <= 0;
      g_array_append_val (self->items, highlight);
      g_ptr_array_add (self->mirror, highlight.passage);
    }

  if (!in_order)
    g_array_sort (self->items, compare_items);

  update_blocks (self, 0);
  update_lanes (self, 0, self->items->len, 0, FALSE);
  self->changed ((TelaahSpan) { 0, G_MAXUINT }, self->user_data);
}

static void
items_changed_cb (TelaahHighlights *self,
                  guint             position,
                  guint             removed,
                  guint             added)
{
  if (removed + added > MANY)
    {
      rebuild (self);
      return;
    }

  for (guint i = position; i < position + removed; i++)
    withdraw (self, self->mirror->pdata[i]);
  if (removed > 0)
    g_ptr_array_remove_range (self->mirror, position, removed);

  for (guint i = position; i < position + added; i++)
    {
      TelaahPassage *passage = g_list_model_get_item (self->model, i);

      g_ptr_array_insert (self->mirror, i, passage);
      insert (self, passage);
    }
}

TelaahHighlights *
telaah_highlights_new (TelaahHighlightsFunc changed,
                       gpointer             user_data)
{
  TelaahHighlights *self = g_new0 (TelaahHighlights, 1);

  self->changed = changed;
  self->user_data = user_data;
  self->mirror = g_ptr_array_new ();
  self->items = g_array_new (FALSE, FALSE, sizeof (TelaahHighlight));
  self->blocks = g_array_new (FALSE, TRUE, sizeof (guint));
  self->lanes = g_array_new (FALSE, TRUE, sizeof (guint));
  g_array_set_clear_func (self->items, clear_item);

  return self;
}

void
telaah_highlights_free (TelaahHighlights *self)
{
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);

  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_array_unref (self->lanes);
  g_array_unref (self->blocks);
  g_ptr_array_unref (self->mirror);
  g_array_unref (self->items);
  g_free (self);
}

/**
 * telaah_highlights_set_model:
 * @model: (nullable) (transfer none): of TelaahPassage, in any order; followed from here on
 */
void
telaah_highlights_set_model (TelaahHighlights *self,
                             GListModel       *model)
{
  if (self->model == model)
    return;

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_set_object (&self->model, model);
  if (model != NULL)
    g_signal_connect_swapped (model, "items-changed", G_CALLBACK (items_changed_cb), self);

  rebuild (self);
}

guint
telaah_highlights_get_n (TelaahHighlights *self)
{
  return self->items->len;
}

/* Borrowed until the next change, as with all of the following. */
const TelaahHighlight *
telaah_highlights_get (TelaahHighlights *self,
                       guint             index)
{
  g_return_val_if_fail (index < self->items->len, NULL);

  return item (self, index);
}

/**
 * telaah_highlights_find:
 *
 * The first to ask pays for all, those after it for next to nothing.
 *
 * Returns: (nullable): the passage that @id names
 */
const TelaahHighlight *
telaah_highlights_find (TelaahHighlights *self,
                        const char       *id)
{
  TelaahPassage *passage;

  if (self->by_id == NULL)
    {
      self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < self->items->len; i++)
        g_hash_table_replace (self->by_id, (char *) telaah_passage_fields (item (self, i)->passage)->id,
                              item (self, i)->passage);
    }

  passage = g_hash_table_lookup (self->by_id, id);

  return passage != NULL ? item (self, position_of (self, passage)) : NULL;
}

/**
 * telaah_highlights_query:
 * @indices: (element-type guint): gets the indices of all that overlap @span, in text order; emptied first
 */
void
telaah_highlights_query (TelaahHighlights *self,
                         TelaahSpan        span,
                         GArray           *indices)
{
  guint end = lower_bound (self, span.end);

  g_array_set_size (indices, 0);

  for (guint b = 0; b * BLOCK < end; b++)
    if (g_array_index (self->blocks, guint, b) > span.start)
      for (guint i = b * BLOCK; i < MIN (end, (b + 1) * BLOCK); i++)
        if (item (self, i)->end > span.start)
          g_array_append_val (indices, i);
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  TelaahSpan x = telaah_passage_fields (*(TelaahPassage **) a)->span;
  TelaahSpan y = telaah_passage_fields (*(TelaahPassage **) b)->span;

  if (x.end - x.start != y.end - y.start)
    return x.end - x.start < y.end - y.start ? -1 : 1;

  return telaah_passage_compare (*(TelaahPassage **) a, *(TelaahPassage **) b);
}

/**
 * telaah_highlights_at:
 *
 * Returns: (transfer container) (element-type TelaahPassage): all that cover the character at @offset, the shortest
 *   first
 */
GPtrArray *
telaah_highlights_at (TelaahHighlights *self,
                      guint             offset)
{
  GPtrArray *passages = g_ptr_array_new ();
  g_autoptr(GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));

  telaah_highlights_query (self, (TelaahSpan) { offset, offset + 1 }, indices);
  for (guint i = 0; i < indices->len; i++)
    g_ptr_array_add (passages, item (self, g_array_index (indices, guint, i))->passage);
  g_ptr_array_sort (passages, compare_lengths);

  return passages;
}

/**
 * telaah_highlights_next:
 *
 * Returns: (nullable): the first that starts behind @offset
 */
const TelaahHighlight *
telaah_highlights_next (TelaahHighlights *self,
                        guint             offset)
{
  guint index = offset < G_MAXUINT ? lower_bound (self, offset + 1) : self->items->len;

  return index < self->items->len ? item (self, index) : NULL;
}

/**
 * telaah_highlights_previous:
 *
 * Returns: (nullable): the last that starts before @offset
 */
const TelaahHighlight *
telaah_highlights_previous (TelaahHighlights *self,
                            guint             offset)
{
  guint index = lower_bound (self, offset);

  return index > 0 ? item (self, index - 1) : NULL;
}
