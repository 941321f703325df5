/* A matrix of counts: points and sources, or themes and themes; what a heat map draws and a table says.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A row or a column. */
typedef struct
{
  char  *id;
  char  *name;
  char  *color;     /* #rrggbb, or NULL */
  guint  depth;     /* in the tree that it comes from */
} TelaahMatrixLine;

typedef struct
{
  guint passages;
  guint characters;   /* code points, each once however many passages lie on it */
} TelaahMatrixCount;

typedef struct
{
  GPtrArray         *rows;      /* TelaahMatrixLine, as the next */
  GPtrArray         *columns;
  TelaahMatrixCount *counts;    /* row after row */
  gboolean           symmetric; /* rows and columns are the same, and so is what lies on either side of the diagonal */
} TelaahMatrix;

TelaahMatrix      *telaah_matrix_new        (void);
void               telaah_matrix_free       (TelaahMatrix *self);
void               telaah_matrix_add_row    (TelaahMatrix *self,
                                             const char   *id,
                                             const char   *name,
                                             const char   *color,
                                             guint         depth);
void               telaah_matrix_add_column (TelaahMatrix *self,
                                             const char   *id,
                                             const char   *name,
                                             const char   *color,
                                             guint         depth);
void               telaah_matrix_make       (TelaahMatrix *self);
TelaahMatrixCount *telaah_matrix_at         (TelaahMatrix *self,
                                             guint         row,
                                             guint         column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahMatrix, telaah_matrix_free)

G_END_DECLS
