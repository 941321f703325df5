/* The points of the comparison as they are on show: the tree with what is folded, hidden or filtered left out.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-grid-tree.h"

struct _TelaahGridTree
{
  GPtrArray  *points;    /* TelaahPoint, those that are wanted, depth first */
  GPtrArray  *shown;     /* TelaahPoint, of these the ones that are not folded away */
  GHashTable *folded;    /* set of ids */
};

static const char *
get_id (gpointer point)
{
  return telaah_point_fields (point)->id;
}

TelaahGridTree *
telaah_grid_tree_new (void)
{
  TelaahGridTree *self = g_new0 (TelaahGridTree, 1);

  self->points = g_ptr_array_new_with_free_func (g_object_unref);
  self->shown = g_ptr_array_new ();
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
telaah_grid_tree_free (TelaahGridTree *self)
{
  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->points);
  g_hash_table_unref (self->folded);
  g_free (self);
}

static void
show_unfolded (TelaahGridTree *self)
{
  guint hidden_below = G_MAXUINT;    /* the depth of the folded point that we are in */

  g_ptr_array_set_size (self->shown, 0);

  for (guint i = 0; i < self->points->len; i++)
    {
      gpointer point = g_ptr_array_index (self->points, i);
      guint depth = telaah_point_fields (point)->depth;

      if (depth > hidden_below)
        continue;

      hidden_below = g_hash_table_contains (self->folded, get_id (point)) ? depth : G_MAXUINT;
      g_ptr_array_add (self->shown, point);
    }
}

/* From the last to the first, so that a point is met after all that stand below it. */
static void
mark_wanted (GPtrArray          *points,
             gboolean           *wanted,
             TelaahGridKeepFunc  keep,
             gpointer            user_data)
{
  guint depth = 0;    /* of the wanted point whose parents are to be kept */

  for (guint i = points->len; i-- > 0;)
    {
      guint own = telaah_point_fields (points->pdata[i])->depth;

      wanted[i] = own < depth || keep == NULL || keep (points->pdata[i], user_data);
      if (wanted[i])
        depth = own;
    }
}

/**
 * telaah_grid_tree_set_points:
 * @points: (nullable): TelaahPoint, the tree depth first
 * @keep: (nullable): which are wanted; %NULL: all
 *
 * Points that are hidden are left out with those below them. What was folded stays so.
 */
void
telaah_grid_tree_set_points (TelaahGridTree     *self,
                             GListModel         *points,
                             TelaahGridKeepFunc  keep,
                             gpointer            user_data)
{
  guint n = points != NULL ? g_list_model_get_n_items (points) : 0, hidden_below = G_MAXUINT;
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree gboolean *wanted = g_new0 (gboolean, n + 1);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(TelaahPoint) point = g_list_model_get_item (points, i);
      const TelaahPointFields *fields = telaah_point_fields (point);

      if (fields->depth > hidden_below)
        continue;

      hidden_below = fields->hidden ? fields->depth : G_MAXUINT;
      if (!fields->hidden)
        g_ptr_array_add (all, g_steal_pointer (&point));
    }

  mark_wanted (all, wanted, keep, user_data);
  g_ptr_array_set_size (self->points, 0);
  for (guint i = 0; i < all->len; i++)
    if (wanted[i])
      g_ptr_array_add (self->points, g_object_ref (all->pdata[i]));

  show_unfolded (self);
}

guint
telaah_grid_tree_get_n (TelaahGridTree *self)
{
  return self->shown->len;
}

TelaahPoint *
telaah_grid_tree_get_point (TelaahGridTree *self,
                            guint           index)
{
  return index < self->shown->len ? g_ptr_array_index (self->shown, index) : NULL;
}

const char *
telaah_grid_tree_get_id (TelaahGridTree *self,
                         guint           index)
{
  return index < self->shown->len ? get_id (g_ptr_array_index (self->shown, index)) : NULL;
}

/* The number of a point, %TELAAH_NO_ROW where it is folded away or gone. */
guint
telaah_grid_tree_find (TelaahGridTree *self,
                       const char     *point)
{
  for (guint i = 0; point != NULL && i < self->shown->len; i++)
    if (g_str_equal (get_id (g_ptr_array_index (self->shown, i)), point))
      return i;

  return TELAAH_NO_ROW;
}

/* The number of a point or, where that is folded away, of the one that hides it. */
guint
telaah_grid_tree_find_near (TelaahGridTree *self,
                            const char     *point)
{
  guint row = 0;

  for (guint i = 0; point != NULL && i < self->points->len; i++)
    {
      gpointer item = g_ptr_array_index (self->points, i);

      /* Shown rows are met in the same order; the last one met stands before or on what it hides. */
      if (row < self->shown->len && g_ptr_array_index (self->shown, row) == item)
        row++;

      if (g_str_equal (get_id (item), point))
        return row > 0 ? row - 1 : TELAAH_NO_ROW;
    }

  return TELAAH_NO_ROW;
}

TelaahGridFold
telaah_grid_tree_get_fold (TelaahGridTree *self,
                           guint           index)
{
  gpointer point = telaah_grid_tree_get_point (self, index);
  guint place;

  if (point == NULL || !g_ptr_array_find (self->points, point, &place) || place + 1 >= self->points->len ||
      telaah_point_fields (g_ptr_array_index (self->points, place + 1))->depth <= telaah_point_fields (point)->depth)
    return TELAAH_GRID_FOLD_NONE;

  return g_hash_table_contains (self->folded, get_id (point)) ? TELAAH_GRID_FOLD_CLOSED : TELAAH_GRID_FOLD_OPEN;
}

/* Returns: whether that changed anything */
gboolean
telaah_grid_tree_set_fold (TelaahGridTree *self,
                           guint           index,
                           TelaahGridFold  fold)
{
  TelaahGridFold now = telaah_grid_tree_get_fold (self, index);
  const char *id = telaah_grid_tree_get_id (self, index);

  if (now == TELAAH_GRID_FOLD_NONE || fold == TELAAH_GRID_FOLD_NONE || now == fold)
    return FALSE;

  if (fold == TELAAH_GRID_FOLD_CLOSED)
    g_hash_table_add (self->folded, g_strdup (id));
  else
    g_hash_table_remove (self->folded, id);

  show_unfolded (self);

  return TRUE;
}
