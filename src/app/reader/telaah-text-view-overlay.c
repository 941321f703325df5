/* What is drawn over the passages anew in each frame, since it moves: the sentence cursor, a passage whose border is
 * being dragged, and the handles of the selected one.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-text-view-private.h"

#include <adwaita.h>

#define HANDLE_WIDTH 2
#define KNOB         9     /* across */
#define GRASP        6     /* how near to a handle it is grasped */

#define CURSOR_BAR_X 9     /* before the text */

/* A line of a stretch, with its pieces among the ranges. */
typedef struct
{
  int   y, height;
  guint first, n;
} Row;

/* A stretch of text on the screen, in the buffer's coordinates. */
typedef struct
{
  GArray *rows;      /* Row */
  GArray *ranges;    /* TelaahRange */
} Shape;

static void
clear_shape (Shape *shape)
{
  g_array_unref (shape->rows);
  g_array_unref (shape->ranges);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shape, clear_shape)

static void
add_paragraph (TelaahTextView    *self,
               const GtkTextIter *paragraph,
               int                paragraph_y,
               TelaahSpan         span,
               Shape             *shape)
{
  g_autoptr(TelaahLines) lines = telaah_lines_new ();
  GtkTextIter end = *paragraph;
  guint offset = telaah_text_view_get_offset (self, paragraph), stop;
  gsize from = telaah_text_get_byte (self->text, offset);

  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  stop = telaah_text_view_get_offset (self, &end);
  if (MIN (span.end, stop) <= MAX (span.start, offset))
    return;

  telaah_lines_measure (lines, GTK_TEXT_VIEW (self), paragraph, paragraph_y, offset,
                        telaah_text_get_body (self->text) + from, telaah_text_get_byte (self->text, stop) - from);
  for (guint i = telaah_lines_find (lines, MAX (span.start, offset)); i < telaah_lines_get_n (lines); i++)
    {
      const TelaahLine *line = telaah_lines_get (lines, i);
      const GArray *ranges = telaah_lines_get_ranges (lines, i, span.start, span.end);
      Row row = { paragraph_y + line->y, line->height, shape->ranges->len, ranges->len };

      if (line->start >= span.end)
        break;
      if (ranges->len == 0)
        continue;
      g_array_append_vals (shape->ranges, ranges->data, ranges->len);
      g_array_append_val (shape->rows, row);
    }
}

/* What of @span is in sight. */
static void
get_shape (TelaahTextView *self,
           TelaahSpan      span,
           Shape          *shape)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter, top;
  GdkRectangle visible;
  int y, height;

  shape->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  shape->ranges = g_array_new (FALSE, FALSE, sizeof (TelaahRange));

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &top, visible.y, NULL);
  telaah_text_view_get_iter (self, span.start, &iter);
  gtk_text_iter_set_line_offset (&iter, 0);
  if (gtk_text_iter_compare (&iter, &top) < 0)
    iter = top;

  do
    {
      gtk_text_view_get_line_yrange (view, &iter, &y, &height);
      if (y > visible.y + visible.height || telaah_text_view_get_offset (self, &iter) >= span.end)
        break;
      add_paragraph (self, &iter, y, span, shape);
    }
  while (gtk_text_iter_forward_line (&iter));
}

static const TelaahRange *
get_ranges (const Shape *shape,
            const Row   *row)
{
  return &g_array_index (shape->ranges, TelaahRange, row->first);
}

static void
fill (const Shape   *shape,
      GtkSnapshot   *snapshot,
      const GdkRGBA *color)
{
  for (guint i = 0; i < shape->rows->len; i++)
    {
      const Row *row = &g_array_index (shape->rows, Row, i);

      for (guint k = 0; k < row->n; k++)
        gtk_snapshot_append_color (snapshot, color,
                                   &GRAPHENE_RECT_INIT (get_ranges (shape, row)[k].x, row->y,
                                                        get_ranges (shape, row)[k].width, row->height));
    }
}

/* ---- An outline ---- */

/* The pieces of a side of a range that the row beside it does not cover; a little longer there, to meet its edge. */
static void
draw_side (GtkSnapshot       *snapshot,
           const GdkRGBA     *color,
           const TelaahRange *range,
           const Shape       *shape,
           const Row         *beside,    /* or NULL: none touches it */
           float              y,
           float              thickness)
{
  float from = range->x, end = range->x + range->width;

  for (guint i = 0; beside != NULL && i < beside->n && from < end; i++)
    {
      const TelaahRange *other = &get_ranges (shape, beside)[i];

      if (other->x >= end || other->x + other->width <= from)
        continue;
      if (other->x > from)
        gtk_snapshot_append_color (snapshot, color,
                                   &GRAPHENE_RECT_INIT (from, y, other->x + thickness - from, thickness));
      from = MAX (from, other->x + other->width - thickness);
    }

  if (end - from > thickness)
    gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (from, y, end - from, thickness));
}

static int
compare_ranges (gconstpointer a,
                gconstpointer b)
{
  return ((const TelaahRange *) a)->x - ((const TelaahRange *) b)->x;
}

/* Round the whole of it, lines that touch in one; what is white between two of them is divided. */
static void
draw_outline (Shape         *shape,
              GtkSnapshot   *snapshot,
              const GdkRGBA *color,
              float          thickness,
              int            gap)
{
  for (guint i = 0; i < shape->rows->len; i++)
    {
      Row *row = &g_array_index (shape->rows, Row, i);

      row->y -= gap / 2;
      row->height += gap;
      qsort (&g_array_index (shape->ranges, TelaahRange, row->first), row->n, sizeof (TelaahRange), compare_ranges);
    }

  for (guint i = 0; i < shape->rows->len; i++)
    {
      const Row *row = &g_array_index (shape->rows, Row, i);
      const Row *above = i > 0 ? row - 1 : NULL, *below = i + 1 < shape->rows->len ? row + 1 : NULL;

      if (above != NULL && above->y + above->height < row->y)
        above = NULL;
      if (below != NULL && row->y + row->height < below->y)
        below = NULL;

      for (guint k = 0; k < row->n; k++)
        {
          const TelaahRange *range = &get_ranges (shape, row)[k];

          gtk_snapshot_append_color (snapshot, color,
                                     &GRAPHENE_RECT_INIT (range->x, row->y, thickness, row->height));
          gtk_snapshot_append_color (snapshot, color,
                                     &GRAPHENE_RECT_INIT (range->x + range->width - thickness, row->y,
                                                          thickness, row->height));
          draw_side (snapshot, color, range, shape, above, row->y, thickness);
          draw_side (snapshot, color, range, shape, below, row->y + row->height - thickness, thickness);
        }
    }
}

/* ---- The sentence cursor ---- */

static void
get_accent (TelaahTextView *self,
            GdkRGBA        *color)
{
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "accent_color", color))
    *color = (GdkRGBA) { 0.2, 0.5, 0.9, 1 };
}

static void
grow (Shape *shape,
      int    by)
{
  for (guint i = 0; i < shape->ranges->len; i++)
    {
      g_array_index (shape->ranges, TelaahRange, i).x -= by;
      g_array_index (shape->ranges, TelaahRange, i).width += 2 * by;
    }
}

static void
draw_cursor (TelaahTextView *self,
             GtkSnapshot    *snapshot,
             TelaahSpan      span)
{
  gboolean high_contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  g_auto(Shape) shape;
  GdkRGBA color, tint;
  const Row *first, *last;

  get_accent (self, &color);
  tint = color;
  tint.alpha = 0.09;
  color.alpha = high_contrast ? 1 : 0.75;

  get_shape (self, span, &shape);
  if (shape.rows->len == 0)
    return;

  self->cursor.unseen = FALSE;
  grow (&shape, 2);
  draw_outline (&shape, snapshot, &color, high_contrast ? 2 : 1, self->line_gap);
  fill (&shape, snapshot, &tint);

  first = &g_array_index (shape.rows, Row, 0);
  last = &g_array_index (shape.rows, Row, shape.rows->len - 1);
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self)) - CURSOR_BAR_X,
                                                  first->y, 3, last->y + last->height - first->y));
}

/* ---- A border that is being dragged ---- */

static const GdkRGBA *
get_color (TelaahTextView *self,
           TelaahPassage  *passage,
           guint           index)
{
  return telaah_colors_get (self->colors, telaah_passage_fields (passage)->themes[index]);
}

static void
draw_dragged (TelaahTextView *self,
              GtkSnapshot    *snapshot,
              TelaahPassage  *passage,
              TelaahSpan      span,
              float           x)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  guint n = MAX (g_strv_length ((char **) telaah_passage_fields (passage)->themes), 1);
  GdkRGBA tint = *get_color (self, passage, 0);
  g_auto(Shape) shape;
  const Row *first, *last;

  get_shape (self, span, &shape);
  if (shape.rows->len == 0)
    return;

  tint.alpha = dark ? 0.36 : 0.27;
  fill (&shape, snapshot, &tint);
  first = &g_array_index (shape.rows, Row, 0);
  last = &g_array_index (shape.rows, Row, shape.rows->len - 1);
  for (guint i = 0; i < MIN (n, TELAAH_TEXT_VIEW_LANES); i++)
    {
      const GdkRGBA *color = get_color (self, passage, i);

      for (guint k = 0; k < shape.rows->len; k++)
        {
          const Row *row = &g_array_index (shape.rows, Row, k);

          for (guint m = 0; m < row->n; m++)
            gtk_snapshot_append_color (snapshot, color,
                                       &GRAPHENE_RECT_INIT (get_ranges (&shape, row)[m].x,
                                                            row->y + row->height + 2 * (int) i,
                                                            get_ranges (&shape, row)[m].width, 2));
        }
      gtk_snapshot_append_color (snapshot, color,
                                 &GRAPHENE_RECT_INIT (x - (int) i * TELAAH_TEXT_VIEW_BRACKET_STEP - 1, first->y,
                                                      TELAAH_TEXT_VIEW_BRACKET_WIDTH + 2,
                                                      last->y + last->height - first->y));
    }
}

/* ---- The handles of the selected passage ---- */

/* What it covers, or is to. FALSE: none is selected. */
static gboolean
get_handled (TelaahTextView *self,
             TelaahPassage **passage,
             TelaahSpan     *span)
{
  const TelaahHighlight *highlight;
  float x;

  *passage = telaah_text_view_get_dragged (self, span, &x);
  if (*passage != NULL)
    return TRUE;

  highlight = self->selected != NULL ? telaah_highlights_find (self->highlights, self->selected) : NULL;
  if (highlight == NULL)
    return FALSE;

  *passage = highlight->passage;
  *span = (TelaahSpan) { highlight->start, highlight->end };

  return TRUE;
}

/* The edge of its first or last character that is away from the others, in the buffer: a line without width. */
static gboolean
get_edge (TelaahTextView *self,
          TelaahSpan      span,
          gboolean        end,
          GdkRectangle   *edge)
{
  GtkTextIter iter;

  if (self->text == NULL || span.start >= span.end || span.end > telaah_text_get_characters (self->text))
    return FALSE;

  telaah_text_view_get_iter (self, end ? span.end - 1 : span.start, &iter);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, edge);
  edge->x += end ? edge->width : 0;    /* which is negative from right to left */
  edge->width = 0;

  return TRUE;
}

static void
draw_handle (TelaahTextView     *self,
             GtkSnapshot        *snapshot,
             const GdkRectangle *edge,
             gboolean            end,
             const GdkRGBA      *color)
{
  float x = edge->x - HANDLE_WIDTH / 2, y = end ? edge->y + edge->height - 1 : edge->y - KNOB + 1;
  GskRoundedRect knob;

  gsk_rounded_rect_init_from_rect (&knob, &GRAPHENE_RECT_INIT (edge->x - KNOB / 2.0f, y, KNOB, KNOB), KNOB / 2.0f);
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, edge->y, HANDLE_WIDTH, edge->height));
  gtk_snapshot_push_rounded_clip (snapshot, &knob);
  gtk_snapshot_append_color (snapshot, color, &knob.bounds);
  gtk_snapshot_pop (snapshot);
}

/**
 * telaah_text_view_get_handle:
 * @x: in the coordinates of the widget
 *
 * Returns: whether a handle of the selected passage is there
 */
gboolean
telaah_text_view_get_handle (TelaahTextView *self,
                             double          x,
                             double          y,
                             TelaahBorder   *border)
{
  TelaahPassage *passage;
  TelaahSpan span;
  int left, top;

  if (!get_handled (self, &passage, &span))
    return FALSE;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, x, y, &left, &top);
  for (guint end = 0; end < 2; end++)
    {
      GdkRectangle edge;

      if (!get_edge (self, span, end, &edge) || ABS (left - edge.x) > GRASP
          || top < edge.y - (end ? 0 : KNOB) || top > edge.y + edge.height + (end ? KNOB : 0))
        continue;

      *border = (TelaahBorder) {
        .passage = passage,
        .end = end,
        .in_text = TRUE,
        .x = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self)) - TELAAH_TEXT_VIEW_BRACKET_GAP
             - TELAAH_TEXT_VIEW_BRACKET_WIDTH,
      };
      return TRUE;
    }

  return FALSE;
}

/* ---- Both layers ---- */

/* Over the passages, below the letters. */
void
telaah_text_view_draw_below (TelaahTextView *self,
                             GtkSnapshot    *snapshot)
{
  TelaahPassage *passage;
  TelaahSpan span;
  float x;

  if (self->text == NULL)
    return;

  if (telaah_text_view_get_cursor (self, &span))
    draw_cursor (self, snapshot, span);

  passage = telaah_text_view_get_dragged (self, &span, &x);
  if (passage != NULL)
    draw_dragged (self, snapshot, passage, span, x);
}

void
telaah_text_view_draw_above (TelaahTextView *self,
                             GtkSnapshot    *snapshot)
{
  TelaahPassage *passage;
  GdkRectangle visible, edge;
  TelaahSpan span;

  if (!get_handled (self, &passage, &span))
    return;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  for (guint end = 0; end < 2; end++)
    if (get_edge (self, span, end, &edge)
        && edge.y < visible.y + visible.height + KNOB && edge.y + edge.height > visible.y - KNOB)
      draw_handle (self, snapshot, &edge, end, get_color (self, passage, 0));
}
