/* How the grid is drawn: what scrolls, below what does not, and over both what is written or dragged.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-grid-private.h"

/* Draws the children for which @row_fixed and @column_fixed hold, within @box. */
static void
draw_part (TelaahGrid  *self,
           GtkSnapshot *snapshot,
           gboolean     row_fixed,
           gboolean     column_fixed,
           int          width,
           int          height)
{
  int x = column_fixed ? 0 : self->first_width, y = row_fixed ? 0 : self->header_height;
  int w = column_fixed ? self->first_width : width - x, h = row_fixed ? self->header_height : height - y;
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = width - x - w;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (x, y, w, h));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!telaah_grid_is_own (self, child) && gtk_widget_get_child_visible (child))
      {
        TelaahGridPlace *place = telaah_grid_cell_get_place (TELAAH_GRID_CELL (child));

        if ((place->row == TELAAH_NO_ROW) == row_fixed && (place->column == 0) == column_fixed)
          gtk_widget_snapshot_child (GTK_WIDGET (self), child, snapshot);
      }

  gtk_snapshot_pop (snapshot);
}

/* A soft edge where cells go under what does not scroll. */
static void
draw_shade (TelaahGrid  *self,
            GtkSnapshot *snapshot,
            int          width,
            int          height)
{
  const GskColorStop stops[] = { { 0, { 0, 0, 0, 0.12 } }, { 1, { 0, 0, 0, 0 } } };
  float depth = self->line / 3.0f;
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  float start = mirrored ? width - self->first_width : self->first_width;
  float end = mirrored ? start - depth : start + depth;

  if (telaah_grid_is_scrolled (self, GTK_ORIENTATION_VERTICAL))
    gtk_snapshot_append_linear_gradient (snapshot, &GRAPHENE_RECT_INIT (0, self->header_height, width, depth),
                                         &GRAPHENE_POINT_INIT (0, self->header_height),
                                         &GRAPHENE_POINT_INIT (0, self->header_height + depth),
                                         stops, G_N_ELEMENTS (stops));

  if (telaah_grid_is_scrolled (self, GTK_ORIENTATION_HORIZONTAL))
    gtk_snapshot_append_linear_gradient (snapshot, &GRAPHENE_RECT_INIT (MIN (start, end), 0, depth, height),
                                         &GRAPHENE_POINT_INIT (start, 0), &GRAPHENE_POINT_INIT (end, 0),
                                         stops, G_N_ELEMENTS (stops));
}

/* The snapshot() of the widget. */
void
telaah_grid_draw (GtkWidget   *widget,
                  GtkSnapshot *snapshot)
{
  TelaahGrid *self = TELAAH_GRID (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  draw_part (self, snapshot, FALSE, FALSE, width, height);
  draw_part (self, snapshot, FALSE, TRUE, width, height);
  draw_part (self, snapshot, TRUE, FALSE, width, height);
  gtk_widget_snapshot_child (widget, self->corner, snapshot);
  draw_shade (self, snapshot, width, height);
  telaah_grid_draw_drop (self, snapshot);

  if (gtk_widget_get_child_visible (self->frame))
    gtk_widget_snapshot_child (widget, self->frame, snapshot);
}
