/* What the files of the grid share: its parts, and its columns and rows by number.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/compare/telaah-grid.h"
#include "app/compare/telaah-grid-cell.h"
#include "app/compare/telaah-grid-rows.h"

G_BEGIN_DECLS

struct _TelaahGrid
{
  GtkWidget        parent_instance;

  TelaahSession   *session;
  TelaahGridRows  *rows;
  GPtrArray       *sources;        /* TelaahSource */

  /* The selection, and where it was last seen, for when its point or source is gone. */
  char            *point;
  char            *source;
  TelaahGridPlace  last;

  /* Children. */
  GtkWidget       *corner;         /* AdwBin */
  GHashTable      *cells;          /* set of TelaahGridCell that are on show, found by their TelaahGridPlace */
  GPtrArray       *spares[TELAAH_N_GRID_KINDS];
  gboolean         reread;         /* what they show may be out of date */

  /* Pixels. */
  int              line;           /* of plain text */
  int              first_width;
  int              column_width;
  int              last_width;
  int              header_height;

  /* Scrolling: what stands at the top stays there, whatever rows above it turn out to be high. */
  GtkAdjustment   *adjustments[2]; /* by GtkOrientation */
  guint            policies[2];
  guint            top_row;
  int              top_offset;
  gboolean         reveal;         /* bring the selection into view */
  gboolean         updating;
};

/* Column 0 holds the points, then comes one a source, the last holds similarities and differences. */
static inline guint
telaah_grid_get_n_columns (TelaahGrid *self)
{
  return self->sources->len + 2;
}

/* What is in view, but for the header and the first column; ends are exclusive. */
typedef struct
{
  guint row, end_row;
  guint column, end_column;
} TelaahGridRange;

/* telaah-grid-geometry.c */
void            telaah_grid_size_columns     (TelaahGrid            *self,
                                              int                    width);
int             telaah_grid_get_column_x     (TelaahGrid            *self,
                                              guint                  column);
int             telaah_grid_get_column_width (TelaahGrid            *self,
                                              guint                  column);
void            telaah_grid_range_columns    (TelaahGrid            *self,
                                              int                    width,
                                              TelaahGridRange       *range);
void            telaah_grid_range_rows       (TelaahGrid            *self,
                                              int                    height,
                                              TelaahGridRange       *range);
void            telaah_grid_note_scroll      (TelaahGrid            *self);
gboolean        telaah_grid_is_scrolled      (TelaahGrid            *self,
                                              GtkOrientation         orientation);
void            telaah_grid_get_rectangle    (TelaahGrid            *self,
                                              const TelaahGridPlace *place,
                                              GdkRectangle          *rectangle);
gboolean        telaah_grid_find_place       (TelaahGrid            *self,
                                              double                 x,
                                              double                 y,
                                              TelaahGridPlace       *place);

/* telaah-grid-layout.c */
GHashTable     *telaah_grid_cells_new        (void);
TelaahGridCell *telaah_grid_find_cell        (TelaahGrid            *self,
                                              guint                  row,
                                              guint                  column);
void            telaah_grid_update           (TelaahGrid            *self);
void            telaah_grid_clear_cells      (TelaahGrid            *self);

/* telaah-grid-selection.c */
void            telaah_grid_follow           (TelaahGrid            *self,
                                              TelaahChange           changes);
void            telaah_grid_set_place        (TelaahGrid            *self,
                                              guint                  row,
                                              guint                  column);
gboolean        telaah_grid_fold             (TelaahGrid            *self,
                                              guint                  row,
                                              TelaahGridFold         fold);
void            telaah_grid_activate         (TelaahGrid            *self);
void            telaah_grid_ask_menu         (TelaahGrid            *self,
                                              double                 x,
                                              double                 y);

/* telaah-grid-input.c */
void            telaah_grid_add_keys         (GtkWidgetClass        *widget_class);
void            telaah_grid_add_pointer      (TelaahGrid            *self);

G_END_DECLS
