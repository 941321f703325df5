/* The rows of the comparison: the tree of points with what is folded away left out, and how high each row is.
 *
 * A row that has not been on show has the usual height; once its cells are measured it gets theirs. Heights are
 * kept by point, so that they survive folding and edits elsewhere.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-grid-rows.h"

typedef struct
{
  int      height;
  gboolean measured;    /* since telaah_grid_rows_forget() */
} Size;

struct _TelaahGridRows
{
  GPtrArray  *points;    /* TelaahPoint, all of them, depth first */
  GPtrArray  *shown;     /* TelaahPoint, those that are not folded away */
  GHashTable *folded;    /* set of ids */
  GHashTable *sizes;     /* id to Size */
  GArray     *tops;      /* int, where each shown row begins, and where the last ends; empty: to be summed */
  int         usual;
};

static const char *
get_id (gpointer point)
{
  return telaah_point_fields (point)->id;
}

TelaahGridRows *
telaah_grid_rows_new (void)
{
  TelaahGridRows *self = g_new0 (TelaahGridRows, 1);

  self->points = g_ptr_array_new_with_free_func (g_object_unref);
  self->shown = g_ptr_array_new ();
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->sizes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->tops = g_array_new (FALSE, FALSE, sizeof (int));
  self->usual = 1;

  return self;
}

void
telaah_grid_rows_free (TelaahGridRows *self)
{
  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->points);
  g_hash_table_unref (self->folded);
  g_hash_table_unref (self->sizes);
  g_array_unref (self->tops);
  g_free (self);
}

static void
show_unfolded (TelaahGridRows *self)
{
  guint hidden_below = G_MAXUINT;    /* the depth of the folded point that we are in */

  g_ptr_array_set_size (self->shown, 0);
  g_array_set_size (self->tops, 0);

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

/* @points: TelaahPoint, the tree depth first. What was folded stays so. */
void
telaah_grid_rows_set_points (TelaahGridRows *self,
                             GListModel     *points)
{
  guint n = points != NULL ? g_list_model_get_n_items (points) : 0;

  g_ptr_array_set_size (self->points, 0);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->points, g_list_model_get_item (points, i));

  show_unfolded (self);
}

guint
telaah_grid_rows_get_n (TelaahGridRows *self)
{
  return self->shown->len;
}

TelaahPoint *
telaah_grid_rows_get_point (TelaahGridRows *self,
                            guint           row)
{
  return row < self->shown->len ? g_ptr_array_index (self->shown, row) : NULL;
}

const char *
telaah_grid_rows_get_id (TelaahGridRows *self,
                         guint           row)
{
  return row < self->shown->len ? get_id (g_ptr_array_index (self->shown, row)) : NULL;
}

/* The row of a point, %TELAAH_NO_ROW where it is folded away or gone. */
guint
telaah_grid_rows_find (TelaahGridRows *self,
                       const char     *point)
{
  for (guint i = 0; point != NULL && i < self->shown->len; i++)
    if (g_str_equal (get_id (g_ptr_array_index (self->shown, i)), point))
      return i;

  return TELAAH_NO_ROW;
}

/* The row of a point or, where that is folded away, of the one that hides it. */
guint
telaah_grid_rows_find_near (TelaahGridRows *self,
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
telaah_grid_rows_get_fold (TelaahGridRows *self,
                           guint           row)
{
  gpointer point = telaah_grid_rows_get_point (self, row);
  guint index;

  if (point == NULL || !g_ptr_array_find (self->points, point, &index) || index + 1 >= self->points->len ||
      telaah_point_fields (g_ptr_array_index (self->points, index + 1))->depth <= telaah_point_fields (point)->depth)
    return TELAAH_GRID_FOLD_NONE;

  return g_hash_table_contains (self->folded, get_id (point)) ? TELAAH_GRID_FOLD_CLOSED : TELAAH_GRID_FOLD_OPEN;
}

/* Returns: whether that changed anything */
gboolean
telaah_grid_rows_set_fold (TelaahGridRows *self,
                           guint           row,
                           TelaahGridFold  fold)
{
  TelaahGridFold now = telaah_grid_rows_get_fold (self, row);
  const char *id = telaah_grid_rows_get_id (self, row);

  if (now == TELAAH_GRID_FOLD_NONE || fold == TELAAH_GRID_FOLD_NONE || now == fold)
    return FALSE;

  if (fold == TELAAH_GRID_FOLD_CLOSED)
    g_hash_table_add (self->folded, g_strdup (id));
  else
    g_hash_table_remove (self->folded, id);

  show_unfolded (self);

  return TRUE;
}

static Size *
get_size (TelaahGridRows *self,
          guint           row)
{
  const char *id = telaah_grid_rows_get_id (self, row);
  Size *size = g_hash_table_lookup (self->sizes, id);

  if (size == NULL)
    {
      size = g_new0 (Size, 1);
      size->height = self->usual;
      g_hash_table_insert (self->sizes, g_strdup (id), size);
    }

  return size;
}

/* The height of a row that nobody has seen yet, and the least of any. */
void
telaah_grid_rows_set_usual (TelaahGridRows *self,
                            int             height)
{
  if (self->usual == height)
    return;

  self->usual = height;
  g_hash_table_remove_all (self->sizes);
  g_array_set_size (self->tops, 0);
}

/* To be measured anew; until then each row keeps its height. */
void
telaah_grid_rows_forget (TelaahGridRows *self)
{
  GHashTableIter iter;
  Size *size;

  g_hash_table_iter_init (&iter, self->sizes);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &size))
    size->measured = FALSE;
}

/**
 * telaah_grid_rows_raise:
 * @height: what the cells on show in @row want
 *
 * The first measure of a row sets its height, later ones only raise it: scrolling sideways must not make rows jump
 * up and down.
 *
 * Returns: whether it got another height
 */
gboolean
telaah_grid_rows_raise (TelaahGridRows *self,
                        guint           row,
                        int             height)
{
  Size *size = get_size (self, row);
  int wanted = MAX (height, self->usual);

  if (size->measured)
    wanted = MAX (wanted, size->height);

  size->measured = TRUE;

  if (size->height == wanted)
    return FALSE;

  size->height = wanted;
  g_array_set_size (self->tops, 0);

  return TRUE;
}

static void
sum_tops (TelaahGridRows *self)
{
  int y = 0;

  if (self->tops->len > 0)
    return;

  for (guint i = 0; i < self->shown->len; i++)
    {
      g_array_append_val (self->tops, y);
      y += get_size (self, i)->height;
    }

  g_array_append_val (self->tops, y);
}

/* Where @row begins; for the row after the last one, where that ends. */
int
telaah_grid_rows_get_y (TelaahGridRows *self,
                        guint           row)
{
  sum_tops (self);

  return g_array_index (self->tops, int, MIN (row, self->shown->len));
}

int
telaah_grid_rows_get_height (TelaahGridRows *self,
                             guint           row)
{
  return telaah_grid_rows_get_y (self, row + 1) - telaah_grid_rows_get_y (self, row);
}

/* The row at @y, %TELAAH_NO_ROW below the last. */
guint
telaah_grid_rows_at (TelaahGridRows *self,
                     int             y)
{
  guint low = 0, high = self->shown->len;

  if (y < 0 || y >= telaah_grid_rows_get_y (self, high))
    return TELAAH_NO_ROW;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (telaah_grid_rows_get_y (self, middle) <= y)
        low = middle;
      else
        high = middle;
    }

  return low;
}
