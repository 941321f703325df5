/* How high the rows of the comparison are, and so where each begins.
 *
 * A row that has not been on show has the usual height; once its cells are measured it gets theirs. Heights are
 * kept by key, so that they survive folding and edits elsewhere.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-grid-rows.h"

typedef struct
{
  int      height;
  gboolean measured;    /* since telaah_grid_rows_forget() */
} Size;

struct _TelaahGridRows
{
  GPtrArray  *keys;      /* char *, ids of points or sources, as the rows stand */
  GHashTable *sizes;     /* id to Size */
  GArray     *tops;      /* int, where each row begins, and where the last ends; empty: to be summed */
  int         usual;
};

TelaahGridRows *
telaah_grid_rows_new (void)
{
  TelaahGridRows *self = g_new0 (TelaahGridRows, 1);

  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->sizes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->tops = g_array_new (FALSE, FALSE, sizeof (int));
  self->usual = 1;

  return self;
}

void
telaah_grid_rows_free (TelaahGridRows *self)
{
  g_ptr_array_unref (self->keys);
  g_hash_table_unref (self->sizes);
  g_array_unref (self->tops);
  g_free (self);
}

/* @keys: char *, one a row */
void
telaah_grid_rows_set_keys (TelaahGridRows *self,
                           GPtrArray      *keys)
{
  g_ptr_array_set_size (self->keys, 0);
  for (guint i = 0; i < keys->len; i++)
    g_ptr_array_add (self->keys, g_strdup (keys->pdata[i]));

  g_array_set_size (self->tops, 0);
}

guint
telaah_grid_rows_get_n (TelaahGridRows *self)
{
  return self->keys->len;
}

static Size *
get_size (TelaahGridRows *self,
          guint           row)
{
  const char *id = g_ptr_array_index (self->keys, row);
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

/* One of them alone: its cells have other words now. */
void
telaah_grid_rows_forget_row (TelaahGridRows *self,
                             guint           row)
{
  if (row < self->keys->len)
    get_size (self, row)->measured = FALSE;
}

/* All is to be as if nobody had seen it: the rows are others now. */
void
telaah_grid_rows_clear (TelaahGridRows *self)
{
  g_hash_table_remove_all (self->sizes);
  g_array_set_size (self->tops, 0);
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

  for (guint i = 0; i < self->keys->len; i++)
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

  return g_array_index (self->tops, int, MIN (row, self->keys->len));
}

int
telaah_grid_rows_get_height (TelaahGridRows *self,
                             guint           row)
{
  return telaah_grid_rows_get_y (self, row + 1) - telaah_grid_rows_get_y (self, row);
}

/* The row at @y, %G_MAXUINT below the last. */
guint
telaah_grid_rows_at (TelaahGridRows *self,
                     int             y)
{
  guint low = 0, high = self->keys->len;

  if (y < 0 || y >= telaah_grid_rows_get_y (self, high))
    return G_MAXUINT;

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
