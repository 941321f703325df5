/* What the files of the grid share: its parts, and its columns and rows by number.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/compare/telaah-grid.h"
#include "app/compare/telaah-grid-cell.h"
#include "app/compare/telaah-grid-rows.h"
#include "app/compare/telaah-grid-tree.h"
#include "app/telaah-text-editor.h"

G_BEGIN_DECLS

/* What is being dragged by the pointer. */
typedef enum
{
  TELAAH_GRID_DRAG_NONE,
  TELAAH_GRID_DRAG_BLOCK,     /* the far corner of a block */
  TELAAH_GRID_DRAG_POINT,     /* a point, to another place in the tree */
  TELAAH_GRID_DRAG_SOURCE,    /* a source, to another place in the row of them */
} TelaahGridDrag;

struct _TelaahGrid
{
  GtkWidget         parent_instance;

  TelaahSession    *session;
  TelaahGridTree   *tree;           /* points */
  GPtrArray        *sources;        /* TelaahSource, those on show */
  TelaahGridRows   *rows;
  TelaahGridContent content;
  gboolean          transposed;

  /* What is left out. */
  TelaahGridFilter *filter;
  GHashTable       *matches;        /* point id -> set of ids of sources whose cells the filter wants; NULL: not asked */

  /* The cursor, and where it was last seen, for when its point or source is gone; the block is what lies between it
   * and the anchor. */
  char             *point;
  char             *source;
  TelaahGridPlace   last;
  TelaahGridPlace   anchor;
  gboolean          all;            /* the block is every cell */

  /* Children. */
  GtkWidget        *corner;         /* AdwBin */
  GtkWidget        *frame;          /* GtkScrolledWindow around the editor */
  TelaahTextEditor *editor;         /* of the cell at the cursor, while it is written in */
  char             *written_point;  /* in which place; NULL: nobody writes */
  char             *written_source; /* NULL: the point's title */
  guint             n_saved;        /* verbs that have saved it so far */
  guint             quote;          /* number of the quote that the keys are at, from 1; 0: at the cell */
  GtkWidget        *quote_labels[2]; /* that stand for it, in turn, so that each is heard */
  GHashTable       *references;     /* passage id -> how its quote is cited, as far as asked for */
  GHashTable       *cells;          /* set of TelaahGridCell that are on show, found by their TelaahGridPlace */
  GPtrArray        *spares[TELAAH_N_GRID_KINDS];
  gboolean          reread;         /* what they show may be out of date */
  guint             n_reread;       /* how many have been read anew because a change touched them */

  int               told_rows;      /* how many of each are known to those who hear it */
  int               told_columns;

  /* Pixels. */
  int               line;           /* of plain text */
  int               first_width;
  int               column_width;
  int               last_width;
  int               header_height;

  /* Scrolling: what stands at the top stays there, whatever rows above it turn out to be high. */
  GtkAdjustment    *adjustments[2]; /* by GtkOrientation */
  guint             policies[2];
  guint             top_row;
  int               top_offset;
  gboolean          reveal;         /* bring the cursor into view */
  gboolean          wants_focus;    /* it was given the focus before there were cells to take it */
  gboolean          updating;

  /* The pointer. */
  TelaahGridDrag    drag;
  TelaahGridPlace   drag_from;
  GdkRectangle      drop_mark;      /* where what is dragged would go; no height: nowhere */
  char             *drop_parent;    /* of a point, and before which, or before which source */
  char             *drop_before;
};

/* What is in view, but for the header and the first column; ends are exclusive. */
typedef struct
{
  guint row, end_row;
  guint column, end_column;
} TelaahGridRange;

/* A place as it would be with the points down and the sources across, and back. In that form column 0 holds the
 * points, then comes one a source, the last holds similarities and differences. */
static inline TelaahGridPlace
telaah_grid_turn (TelaahGrid            *self,
                  const TelaahGridPlace *place)
{
  if (!self->transposed)
    return *place;

  return (TelaahGridPlace) {
    .row = place->column == 0 ? TELAAH_NO_ROW : place->column - 1,
    .column = place->row == TELAAH_NO_ROW ? 0 : place->row + 1,
  };
}

static inline guint
telaah_grid_get_n_rows (TelaahGrid *self)
{
  return self->transposed ? self->sources->len + 1 : telaah_grid_tree_get_n (self->tree);
}

static inline guint
telaah_grid_get_n_columns (TelaahGrid *self)
{
  return self->transposed ? telaah_grid_tree_get_n (self->tree) + 1 : self->sources->len + 2;
}

static inline gboolean
telaah_grid_has_place (TelaahGrid *self)
{
  return self->point != NULL || self->source != NULL;
}

/* telaah-grid-axes.c */
void            telaah_grid_load_axes        (TelaahGrid            *self);
void            telaah_grid_load_rows        (TelaahGrid            *self);
gboolean        telaah_grid_update_matches   (TelaahGrid            *self,
                                              gboolean               all);
TelaahPoint    *telaah_grid_get_point_at     (TelaahGrid            *self,
                                              const TelaahGridPlace *place);
TelaahSource   *telaah_grid_get_source_at    (TelaahGrid            *self,
                                              const TelaahGridPlace *place);
const char     *telaah_grid_get_source_id_at (TelaahGrid            *self,
                                              const TelaahGridPlace *place);
TelaahGridKind  telaah_grid_get_kind_at      (TelaahGrid            *self,
                                              const TelaahGridPlace *place);
gboolean        telaah_grid_find             (TelaahGrid            *self,
                                              const char            *point,
                                              const char            *source,
                                              TelaahGridPlace       *place);
guint           telaah_grid_find_source      (TelaahGrid            *self,
                                              const char            *source);

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
TelaahGridCell *telaah_grid_get_cursor_cell  (TelaahGrid            *self);
void            telaah_grid_update           (TelaahGrid            *self);
void            telaah_grid_reread_touched   (TelaahGrid            *self,
                                              gboolean               marks);
void            telaah_grid_clear_cells      (TelaahGrid            *self);
gboolean        telaah_grid_is_own           (TelaahGrid            *self,
                                              GtkWidget             *child);

/* telaah-grid-drawing.c */
void            telaah_grid_draw             (GtkWidget             *widget,
                                              GtkSnapshot           *snapshot);

/* telaah-grid-selection.c */
void            telaah_grid_follow           (TelaahGrid            *self,
                                              TelaahChange           changes);
void            telaah_grid_reload           (TelaahGrid            *self);
void            telaah_grid_set_place        (TelaahGrid            *self,
                                              guint                  row,
                                              guint                  column);
gboolean        telaah_grid_fold             (TelaahGrid            *self,
                                              guint                  point,
                                              TelaahGridFold         fold);
void            telaah_grid_activate         (TelaahGrid            *self);
void            telaah_grid_ask_menu         (TelaahGrid            *self,
                                              double                 x,
                                              double                 y);

/* telaah-grid-block.c */
void            telaah_grid_extend           (TelaahGrid            *self,
                                              guint                  row,
                                              guint                  column);
gboolean        telaah_grid_is_block         (TelaahGrid            *self);
gboolean        telaah_grid_is_chosen        (TelaahGrid            *self,
                                              const TelaahGridPlace *place);
void            telaah_grid_get_block        (TelaahGrid            *self,
                                              TelaahGridRange       *block);
void            telaah_grid_collapse         (TelaahGrid            *self);

/* telaah-grid-writing.c */
void            telaah_grid_add_editor       (TelaahGrid            *self);
void            telaah_grid_place_editor     (TelaahGrid            *self);
gboolean        telaah_grid_is_writing       (TelaahGrid            *self);
gboolean        telaah_grid_stop_writing     (TelaahGrid            *self);
void            telaah_grid_drop_writing     (TelaahGrid            *self);

/* telaah-grid-quotes.c */
GPtrArray      *telaah_grid_dup_quotes       (TelaahGrid            *self,
                                              TelaahCell            *cell);
void            telaah_grid_add_quotes       (TelaahGrid            *self);
gboolean        telaah_grid_enter_quotes     (TelaahGrid            *self);
gboolean        telaah_grid_step_quote       (TelaahGrid            *self,
                                              int                    step);
gboolean        telaah_grid_leave_quotes     (TelaahGrid            *self);
void            telaah_grid_place_quotes     (TelaahGrid            *self);
gboolean        telaah_grid_open_quote       (TelaahGrid            *self,
                                              double                 x,
                                              double                 y);

/* telaah-grid-keys.c, telaah-grid-pointer.c */
void            telaah_grid_add_keys         (GtkWidgetClass        *widget_class);
void            telaah_grid_add_typing       (TelaahGrid            *self);
void            telaah_grid_add_pointer      (TelaahGrid            *self);
gboolean        telaah_grid_step             (TelaahGrid            *self,
                                              int                    step);
void            telaah_grid_move_on          (TelaahGrid            *self);

/* telaah-grid-drag.c */
void            telaah_grid_begin_drag       (TelaahGrid            *self,
                                              const TelaahGridPlace *from);
void            telaah_grid_drag_to          (TelaahGrid            *self,
                                              double                 x,
                                              double                 y);
void            telaah_grid_end_drag         (TelaahGrid            *self,
                                              gboolean               drop);
void            telaah_grid_draw_drop        (TelaahGrid            *self,
                                              GtkSnapshot           *snapshot);

G_END_DECLS
