/* A matrix of counts: points and sources, or themes and themes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/telaah-matrix.h"

static void
line_free (gpointer data)
{
  TelaahMatrixLine *line = data;

  g_free (line->id);
  g_free (line->name);
  g_free (line->color);
  g_free (line);
}

/* Without rows and columns yet. */
TelaahMatrix *
telaah_matrix_new (void)
{
  TelaahMatrix *self = g_new0 (TelaahMatrix, 1);

  self->rows = g_ptr_array_new_with_free_func (line_free);
  self->columns = g_ptr_array_new_with_free_func (line_free);

  return self;
}

void
telaah_matrix_free (TelaahMatrix *self)
{
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->columns);
  g_free (self->counts);
  g_free (self);
}

static void
add_line (GPtrArray  *lines,
          const char *id,
          const char *name,
          const char *color,
          guint       depth)
{
  TelaahMatrixLine *line = g_new0 (TelaahMatrixLine, 1);

  line->id = g_strdup (id);
  line->name = g_strdup (name);
  line->color = g_strdup (color);
  line->depth = depth;
  g_ptr_array_add (lines, line);
}

void
telaah_matrix_add_row (TelaahMatrix *self,
                       const char   *id,
                       const char   *name,
                       const char   *color,
                       guint         depth)
{
  g_return_if_fail (self->counts == NULL);

  add_line (self->rows, id, name, color, depth);
}

void
telaah_matrix_add_column (TelaahMatrix *self,
                          const char   *id,
                          const char   *name,
                          const char   *color,
                          guint         depth)
{
  g_return_if_fail (self->counts == NULL);

  add_line (self->columns, id, name, color, depth);
}

/* All rows and columns have been added: from here on there are counts, all of them nought. */
void
telaah_matrix_make (TelaahMatrix *self)
{
  g_return_if_fail (self->counts == NULL);

  self->counts = g_new0 (TelaahMatrixCount, MAX ((gsize) self->rows->len * self->columns->len, 1));
}

TelaahMatrixCount *
telaah_matrix_at (TelaahMatrix *self,
                  guint         row,
                  guint         column)
{
  g_return_val_if_fail (row < self->rows->len && column < self->columns->len, NULL);

  return &self->counts[(gsize) row * self->columns->len + column];
}
