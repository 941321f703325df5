/* What the pointer drags in the grid: the far corner of a block, a point within the tree, a source within their order.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-grid-private.h"

#include "app/compare/telaah-source-order.h"

/* How thick the line is where something would go, and how near the border scrolling begins; in pixels. */
#define THICK 3
#define NEAR  24

void
telaah_grid_begin_drag (TelaahGrid            *self,
                        const TelaahGridPlace *from)
{
  static const TelaahGridDrag drags[TELAAH_N_GRID_KINDS] = {
    [TELAAH_GRID_KIND_HEADING] = TELAAH_GRID_DRAG_NONE, [TELAAH_GRID_KIND_SOURCE] = TELAAH_GRID_DRAG_SOURCE,
    [TELAAH_GRID_KIND_POINT] = TELAAH_GRID_DRAG_POINT, [TELAAH_GRID_KIND_CELL] = TELAAH_GRID_DRAG_BLOCK,
    [TELAAH_GRID_KIND_COMPARISON] = TELAAH_GRID_DRAG_BLOCK,
  };

  self->drag = drags[telaah_grid_get_kind_at (self, from)];
  self->drag_from = *from;
  self->drop_mark.height = 0;
}

static void
forget_drop (TelaahGrid *self)
{
  g_clear_pointer (&self->drop_parent, g_free);
  g_clear_pointer (&self->drop_before, g_free);
  self->drop_mark.height = 0;
}

static const char *
get_dragged (TelaahGrid *self)
{
  TelaahPoint *point = telaah_grid_get_point_at (self, &self->drag_from);

  return point != NULL ? telaah_point_fields (point)->id : telaah_grid_get_source_id_at (self, &self->drag_from);
}

/* ---- Points ---- */

static gboolean
is_within (TelaahGrid *self,
           const char *point,
           const char *ancestor)
{
  while (point != NULL && !g_str_equal (point, ancestor))
    {
      TelaahPoint *item = telaah_session_find_point (self->session, point);

      point = item != NULL ? telaah_point_fields (item)->parent : NULL;
    }

  return point != NULL;
}

/* The sibling after @point, or NULL. */
static const char *
find_next (TelaahGrid              *self,
           const TelaahPointFields *point)
{
  GListModel *points = telaah_session_get_points (self->session);
  gboolean met = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(TelaahPoint) other = g_list_model_get_item (points, i);
      const TelaahPointFields *fields = telaah_point_fields (other);

      if (met && g_strcmp0 (fields->parent, point->parent) == 0)
        return fields->id;

      met = met || g_str_equal (fields->id, point->id);
    }

  return NULL;
}

/* @part: of the field that the pointer is over, from 0 to 1: before it, below it in the tree, or after it */
static void
find_point_drop (TelaahGrid              *self,
                 const TelaahPointFields *over,
                 const GdkRectangle      *box,
                 double                   part)
{
  gboolean across = self->transposed;

  self->drop_mark = *box;

  if (part >= 0.3 && part <= 0.7)
    {
      self->drop_parent = g_strdup (over->id);
      return;
    }

  self->drop_parent = g_strdup (over->parent);
  self->drop_before = g_strdup (part < 0.3 ? over->id : find_next (self, over));

  if (across)
    self->drop_mark = (GdkRectangle) { box->x + (part < 0.3 ? 0 : box->width) - THICK / 2, box->y, THICK, box->height };
  else
    self->drop_mark = (GdkRectangle) { box->x, box->y + (part < 0.3 ? 0 : box->height) - THICK / 2, box->width, THICK };
}

static void
drag_point (TelaahGrid *self,
            double      x,
            double      y)
{
  TelaahGridPlace place;
  TelaahPoint *over;
  GdkRectangle box;
  double part;

  if (!telaah_grid_find_place (self, x, y, &place))
    return;

  if (self->transposed)
    place.row = TELAAH_NO_ROW;
  else
    place.column = 0;

  over = telaah_grid_get_point_at (self, &place);
  if (over == NULL || is_within (self, telaah_point_fields (over)->id, get_dragged (self)))
    return;

  telaah_grid_get_rectangle (self, &place, &box);
  part = self->transposed ? (x - box.x) / box.width : (y - box.y) / box.height;
  if (self->transposed && gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    part = 1 - part;

  find_point_drop (self, telaah_point_fields (over), &box, part);
}

/* ---- Sources ---- */

static void
drag_source (TelaahGrid *self,
             double      x,
             double      y)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL, after;
  TelaahGridPlace place, turned;
  TelaahSource *over;
  GdkRectangle box;

  if (!telaah_grid_find_place (self, x, y, &place))
    return;

  if (self->transposed)
    place.column = 0;
  else
    place.row = TELAAH_NO_ROW;

  over = telaah_grid_get_source_at (self, &place);
  if (over == NULL)
    return;

  telaah_grid_get_rectangle (self, &place, &box);
  after = self->transposed ? y > box.y + box.height / 2.0 : (x > box.x + box.width / 2.0) != rtl;
  turned = telaah_grid_turn (self, &place);
  turned.column += after;

  if (turned.column <= self->sources->len)
    self->drop_before = g_strdup (telaah_source_fields (self->sources->pdata[turned.column - 1])->id);

  if (self->transposed)
    self->drop_mark = (GdkRectangle) { box.x, box.y + (after ? box.height : 0) - THICK / 2, box.width, THICK };
  else
    self->drop_mark = (GdkRectangle) { box.x + (after != rtl ? box.width : 0) - THICK / 2, box.y, THICK,
                                       gtk_widget_get_height (GTK_WIDGET (self)) };
}

/* ---- All ---- */

/* Each move of the pointer near a border scrolls a little. */
static void
scroll_near (TelaahGrid *self,
             double      x,
             double      y)
{
  GtkAdjustment *across = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  GtkAdjustment *down = self->adjustments[GTK_ORIENTATION_VERTICAL];
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));

  if (x > width - NEAR || (x > self->first_width && x < self->first_width + NEAR))
    gtk_adjustment_set_value (across, gtk_adjustment_get_value (across) + (x > width - NEAR ? 1 : -1) * self->line);

  if (y > height - NEAR || (y > self->header_height && y < self->header_height + NEAR))
    gtk_adjustment_set_value (down, gtk_adjustment_get_value (down) + (y > height - NEAR ? 1 : -1) * self->line);
}

/* Pixels in the grid. */
void
telaah_grid_drag_to (TelaahGrid *self,
                     double      x,
                     double      y)
{
  TelaahGridPlace place;

  if (self->drag == TELAAH_GRID_DRAG_NONE)
    return;

  scroll_near (self, x, y);
  forget_drop (self);

  if (self->drag == TELAAH_GRID_DRAG_POINT)
    drag_point (self, x, y);
  else if (self->drag == TELAAH_GRID_DRAG_SOURCE)
    drag_source (self, x, y);
  else if (telaah_grid_find_place (self, x, y, &place) &&
           (place.row != self->last.row || place.column != self->last.column))
    telaah_grid_extend (self, place.row, place.column);

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
drop_source (TelaahGrid  *self,
             const char  *source,
             GError     **error)
{
  g_autoptr(GPtrArray) ids = NULL;

  if (g_strcmp0 (source, self->drop_before) == 0)
    return TRUE;

  ids = telaah_source_order_move (self->session, source, self->drop_before);

  return telaah_session_order_sources (self->session, (const char *const *) ids->pdata, error);
}

/* @drop: and what was dragged goes to where it is */
void
telaah_grid_end_drag (TelaahGrid *self,
                      gboolean    drop)
{
  TelaahGridDrag drag = self->drag;
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;
  gboolean done = TRUE;

  self->drag = TELAAH_GRID_DRAG_NONE;

  if (drop && self->drop_mark.height > 0 && self->session != NULL)
    {
      id = g_strdup (get_dragged (self));
      if (drag == TELAAH_GRID_DRAG_SOURCE)
        done = drop_source (self, id, &error);
      else if (drag == TELAAH_GRID_DRAG_POINT && g_strcmp0 (id, self->drop_before) != 0)
        done = telaah_session_move_point (self->session, id, self->drop_parent, self->drop_before, &error);

      if (!done)
        g_signal_emit_by_name (self, "failed", error->message);
    }

  forget_drop (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A line where it would go, or a frame round the point that it would go below. */
void
telaah_grid_draw_drop (TelaahGrid  *self,
                       GtkSnapshot *snapshot)
{
  const GdkRectangle *mark = &self->drop_mark;
  graphene_rect_t box = GRAPHENE_RECT_INIT (mark->x, mark->y, mark->width, mark->height);
  GdkRGBA ink = { 0.2, 0.5, 0.9, 1 };
  GskRoundedRect outline;

  if (mark->height <= 0)
    return;

  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "accent_bg_color", &ink);

  if (mark->width <= THICK || mark->height <= THICK)
    {
      gtk_snapshot_append_color (snapshot, &ink, &box);
      return;
    }

  gsk_rounded_rect_init_from_rect (&outline, &box, 4);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 2, 2, 2, 2 }, (GdkRGBA[4]) { ink, ink, ink, ink });
}
