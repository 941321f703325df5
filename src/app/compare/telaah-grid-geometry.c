/* The grid's geometry: how wide its columns are, what of it is in view, and where its cells stand.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-grid-private.h"

int
telaah_grid_get_column_width (TelaahGrid *self,
                              guint       column)
{
  if (column == 0)
    return self->first_width;

  return self->transposed || column <= self->sources->len ? self->column_width : self->last_width;
}

int
telaah_grid_get_column_x (TelaahGrid *self,
                          guint       column)
{
  return column == 0 ? 0 : self->first_width + (int) (column - 1) * self->column_width;
}

static int
get_total_width (TelaahGrid *self)
{
  guint last = telaah_grid_get_n_columns (self) - 1;

  return telaah_grid_get_column_x (self, last) + telaah_grid_get_column_width (self, last);
}

static void
measure_line (TelaahGrid *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

  self->line = MAX (1, PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics)));
  pango_font_metrics_unref (metrics);
}

/* Few columns share the width, many get what can be read and scroll; the last one of the sources', which says most,
 * gets a quarter more. The bounds are in lines of text. */
void
telaah_grid_size_columns (TelaahGrid *self,
                          int         width)
{
  gboolean quotes = self->content == TELAAH_GRID_QUOTES;
  int n = self->transposed ? telaah_grid_tree_get_n (self->tree) : self->sources->len, quarters;
  int old_column = self->column_width, old_last = self->last_width, least, most, room;

  measure_line (self);
  least = quotes ? self->line * 17 : self->line * 21 / 2;
  most = quotes ? self->line * 27 : self->line * 33 / 2;
  quarters = MAX (1, self->transposed ? 4 * n : 4 * n + 5);

  self->first_width = MIN (CLAMP (width / 5, self->line * 10, self->line * 13), width * 2 / 5);
  room = width - self->first_width;
  self->column_width = CLAMP (room * 4 / quarters, MIN (least, MAX (room, self->line)), most);
  self->last_width = CLAMP (room - n * self->column_width, self->column_width * 5 / 4, self->line * 25);

  telaah_grid_rows_set_usual (self->rows, self->line * (quotes ? 6 : 18 / 5.0));

  if (self->column_width != old_column || self->last_width != old_last)
    telaah_grid_rows_forget (self->rows);
}

/* ---- Scrolling ---- */

static gboolean
is_flipped (TelaahGrid     *self,
            GtkOrientation  orientation)
{
  return orientation == GTK_ORIENTATION_HORIZONTAL &&
         gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static int
get_scroll (TelaahGrid     *self,
            GtkOrientation  orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double value = gtk_adjustment_get_value (adjustment);

  if (is_flipped (self, orientation))
    value = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) - value;

  return (int) value;
}

static void
set_scroll (TelaahGrid     *self,
            GtkOrientation  orientation,
            int             value,
            int             total,
            int             page)
{
  int upper = MAX (total, page);
  int shown = is_flipped (self, orientation) ? upper - page - value : value;

  gtk_adjustment_configure (self->adjustments[orientation], shown, 0, upper, self->line * 3, page * 0.9, page);
}

/* @value, moved as little as brings [@start, @end) into a view of @page; what is longer shows its start. */
static int
reveal (int value,
        int start,
        int end,
        int page)
{
  return MIN (MAX (value, end - page), start);
}

void
telaah_grid_note_scroll (TelaahGrid *self)
{
  int y = get_scroll (self, GTK_ORIENTATION_VERTICAL);

  self->top_row = telaah_grid_rows_at (self->rows, y);
  self->top_offset = self->top_row != TELAAH_NO_ROW ? y - telaah_grid_rows_get_y (self->rows, self->top_row) : 0;
}

/* Follows the scrolling, or the selection where that is to be revealed. */
void
telaah_grid_range_columns (TelaahGrid      *self,
                           int              width,
                           TelaahGridRange *range)
{
  guint n = telaah_grid_get_n_columns (self);
  int page = width - self->first_width, total = get_total_width (self);
  int x = CLAMP (get_scroll (self, GTK_ORIENTATION_HORIZONTAL), 0, MAX (0, total - width));

  if (self->reveal && telaah_grid_has_place (self) && self->last.column > 0)
    {
      int start = telaah_grid_get_column_x (self, self->last.column) - self->first_width;

      x = reveal (x, start, start + telaah_grid_get_column_width (self, self->last.column), page);
    }

  set_scroll (self, GTK_ORIENTATION_HORIZONTAL, x, total, width);

  range->column = MAX (1, MIN (1 + x / self->column_width, n - 1));
  range->end_column = MIN (range->column + 1, n);
  while (range->end_column < n && telaah_grid_get_column_x (self, range->end_column) - x < width)
    range->end_column++;
}

void
telaah_grid_range_rows (TelaahGrid      *self,
                        int              height,
                        TelaahGridRange *range)
{
  guint n = telaah_grid_rows_get_n (self->rows), end;
  int page = MAX (1, height - self->header_height);
  int total = telaah_grid_rows_get_y (self->rows, n) + self->header_height;
  int y = telaah_grid_rows_get_y (self->rows, MIN (self->top_row, n)) + self->top_offset;

  if (self->reveal && telaah_grid_has_place (self) && self->last.row != TELAAH_NO_ROW)
    {
      int start = telaah_grid_rows_get_y (self->rows, self->last.row);

      y = reveal (y, start, start + telaah_grid_rows_get_height (self->rows, self->last.row), page);
    }

  y = CLAMP (y, 0, MAX (0, total - height));
  set_scroll (self, GTK_ORIENTATION_VERTICAL, y, total, height);

  range->row = n > 0 ? MIN (telaah_grid_rows_at (self->rows, y), n - 1) : 0;
  end = telaah_grid_rows_at (self->rows, y + page - 1);
  range->end_row = end == TELAAH_NO_ROW ? n : end + 1;

  if (self->reveal)
    telaah_grid_note_scroll (self);
}

/* Where a cell stands now, in pixels of the grid; the header and the first column do not scroll. */
void
telaah_grid_get_rectangle (TelaahGrid            *self,
                           const TelaahGridPlace *place,
                           GdkRectangle          *rectangle)
{
  int x = telaah_grid_get_column_x (self, place->column), y = 0;

  if (place->column > 0)
    x -= get_scroll (self, GTK_ORIENTATION_HORIZONTAL);

  if (place->row != TELAAH_NO_ROW)
    y = self->header_height + telaah_grid_rows_get_y (self->rows, place->row) -
        get_scroll (self, GTK_ORIENTATION_VERTICAL);

  *rectangle = (GdkRectangle) {
    .x = x,
    .y = y,
    .width = telaah_grid_get_column_width (self, place->column),
    .height = place->row == TELAAH_NO_ROW ? self->header_height
                                          : telaah_grid_rows_get_height (self->rows, place->row),
  };

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    rectangle->x = gtk_widget_get_width (GTK_WIDGET (self)) - rectangle->x - rectangle->width;
}

gboolean
telaah_grid_is_scrolled (TelaahGrid     *self,
                         GtkOrientation  orientation)
{
  return get_scroll (self, orientation) > 0;
}

/* What is at @x, @y (pixels in the grid); the corner is none of its places. */
gboolean
telaah_grid_find_place (TelaahGrid      *self,
                        double           x,
                        double           y,
                        TelaahGridPlace *place)
{
  int column_x, row_y;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x;

  *place = (TelaahGridPlace) { TELAAH_NO_ROW, 0 };

  if (x >= self->first_width)
    {
      column_x = (int) x + get_scroll (self, GTK_ORIENTATION_HORIZONTAL);
      place->column = MIN (1 + (column_x - self->first_width) / self->column_width,
                           telaah_grid_get_n_columns (self) - 1);

      if (column_x >= get_total_width (self))
        return FALSE;
    }

  if (y < self->header_height)
    return place->column > 0;

  row_y = (int) y - self->header_height + get_scroll (self, GTK_ORIENTATION_VERTICAL);
  place->row = telaah_grid_rows_at (self->rows, row_y);

  return place->row != TELAAH_NO_ROW;
}
