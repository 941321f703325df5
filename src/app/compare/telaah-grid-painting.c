/* How a field of the comparison is laid out and drawn: words to Pango layouts, to places, to a render node.
 *
 * Everything that is not text is measured in lines of text, so that it grows with the font.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-grid-painting.h"

#include <string.h>

#include "app/compare/telaah-ink.h"
#include "app/compare/telaah-status-mark.h"

#define TITLE        TELAAH_GRID_RUN_TITLE
#define ALERT        TELAAH_GRID_RUN_ALERT
#define COUNT        TELAAH_GRID_RUN_COUNT
#define BODY         TELAAH_GRID_RUN_BODY
#define SECOND_TITLE TELAAH_GRID_RUN_SECOND_TITLE
#define SECOND_BODY  TELAAH_GRID_RUN_SECOND_BODY
#define CITES        TELAAH_GRID_RUN_CITES
#define SECOND_CITES TELAAH_GRID_RUN_SECOND_CITES
#define NOTE         TELAAH_GRID_RUN_NOTE

/* Of themes of one point; more say no more. */
#define MOST_DOTS 4

/* Words about the words, against the text of a summary. */
#define SMALL 0.86

static int
get_line (GtkWidget *widget)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  int height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);

  return height;
}

static gboolean
is_small (const TelaahGridFace *face,
          TelaahGridRun         run)
{
  if (face->kind == TELAAH_GRID_KIND_COMPARISON)
    return run != BODY && run != SECOND_BODY;

  if (face->kind == TELAAH_GRID_KIND_CELL)
    return run != BODY;

  return run != TITLE;
}

static int
get_most_lines (const TelaahGridFace *face,
                TelaahGridRun         run)
{
  if (run == TITLE)
    return face->kind == TELAAH_GRID_KIND_POINT ? 3 : face->kind == TELAAH_GRID_KIND_CELL ? 1 : 2;

  if (run == NOTE)
    return 3;

  if (run != BODY && run != SECOND_BODY)
    return 1;

  switch (face->kind)
    {
    case TELAAH_GRID_KIND_CELL:
      return run == SECOND_BODY ? 2 : 4;

    case TELAAH_GRID_KIND_COMPARISON:
      return face->body != NULL && face->second_body != NULL ? 3 : 4;

    case TELAAH_GRID_KIND_POINT:
      return 2;

    case TELAAH_GRID_KIND_HEADING:
    case TELAAH_GRID_KIND_SOURCE:
    default:
      return 1;
    }
}

static void
make_run (TelaahGridPainting   *self,
          GtkWidget            *widget,
          const TelaahGridFace *face,
          TelaahGridRun         run,
          const char           *text)
{
  g_autoptr(PangoAttrList) attributes = NULL;
  PangoLayout *layout;

  if (text == NULL)
    return;

  layout = self->runs[run] = gtk_widget_create_pango_layout (widget, text);
  attributes = pango_attr_list_new ();

  if (is_small (face, run))
    pango_attr_list_insert (attributes, pango_attr_scale_new (SMALL));

  if (run == TITLE || run == SECOND_TITLE || run == ALERT)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));

  if (run == BODY && face->hushed && face->kind == TELAAH_GRID_KIND_CELL)
    pango_attr_list_insert (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC));

  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -get_most_lines (face, run));
}

static void
make_runs (TelaahGridPainting   *self,
           GtkWidget            *widget,
           const TelaahGridFace *face)
{
  make_run (self, widget, face, TITLE, face->title);
  make_run (self, widget, face, ALERT, face->alert);
  make_run (self, widget, face, COUNT, face->count);
  make_run (self, widget, face, BODY, face->body);
  make_run (self, widget, face, CITES, face->cites);
  make_run (self, widget, face, SECOND_TITLE, face->second_title);
  make_run (self, widget, face, SECOND_BODY, face->second_body);
  make_run (self, widget, face, SECOND_CITES, face->second_cites);
  make_run (self, widget, face, NOTE, face->note);
}

/* ---- Places ---- */

/* Puts a run at @x, @y, in at most @room pixels; returns where the next line begins. */
static int
put_run (TelaahGridPainting *self,
         TelaahGridRun       run,
         int                 x,
         int                 y,
         int                 room)
{
  int width, height;

  if (self->runs[run] == NULL)
    return y;

  pango_layout_set_width (self->runs[run], MAX (room, 1) * PANGO_SCALE);
  pango_layout_get_pixel_size (self->runs[run], &width, &height);
  self->boxes[run] = (PangoRectangle) { x, y, room, height };

  return y + height;
}

/* How wide and high a run is on one line of its own. */
static void
get_natural_size (TelaahGridPainting *self,
                  TelaahGridRun       run,
                  int                *width,
                  int                *height)
{
  pango_layout_set_width (self->runs[run], -1);
  pango_layout_get_pixel_size (self->runs[run], width, height);
}

/* The status, what is wrong with it, and the number of passages at the end, all on one line. */
static int
put_status_line (TelaahGridPainting *self,
                 int                 line,
                 int                 width)
{
  int size = line * 2 / 3, gap = line * 2 / 5, x = size + line / 3, room = width - x;
  int height, used;

  if (self->runs[COUNT] != NULL)
    {
      get_natural_size (self, COUNT, &used, &height);
      put_run (self, COUNT, width - used, 0, used);
      room -= used + gap;
    }

  get_natural_size (self, TITLE, &used, &height);
  used = MIN (used, room);
  put_run (self, TITLE, x, 0, used);
  self->mark = (PangoRectangle) { 0, (height - size) / 2, size, size };

  if (self->runs[ALERT] != NULL)
    {
      int wanted, below;

      /* Where there is no room for it, it has a line of its own. */
      get_natural_size (self, ALERT, &wanted, &below);
      if (wanted <= room - used - gap)
        put_run (self, ALERT, x + used + gap, 0, room - used - gap);
      else
        height = put_run (self, ALERT, 0, height, width);
    }

  return height + line / 5;
}

static int
count_dots (const TelaahGridFace *face)
{
  int n = face->colors != NULL;

  for (const char *c = face->colors; c != NULL && *c != '\0'; c++)
    n += *c == ' ';

  return MIN (n, MOST_DOTS);
}

static int
put_point (TelaahGridPainting   *self,
           const TelaahGridFace *face,
           int                   line,
           int                   width)
{
  int x = MIN (line * (int) face->depth, width / 3), dot = line * 3 / 5, n_dots = count_dots (face), y;

  if (!self->flat)
    {
      self->arrow = (PangoRectangle) { x, 0, line * 4 / 5, line };
      x += line;
    }

  if (n_dots > 0)
    {
      self->mark = (PangoRectangle) { x, (line - dot) / 2, dot, dot };
      x += n_dots * dot + (n_dots - 1) * (dot / 4) + line * 2 / 5;
    }

  y = put_run (self, TITLE, x, 0, MAX (width - x, 2 * line));

  if (self->runs[BODY] != NULL)
    y = put_run (self, BODY, x, y + line / 6, MAX (width - x, 2 * line));

  return self->runs[NOTE] != NULL ? put_run (self, NOTE, x, y + line / 6, MAX (width - x, 2 * line)) : y;
}

/* A run below the others, with a little room above it where there are any. */
static int
put_below (TelaahGridPainting *self,
           TelaahGridRun       run,
           int                 y,
           int                 gap,
           int                 width)
{
  return self->runs[run] != NULL ? put_run (self, run, 0, y > 0 ? y + gap : 0, width) : y;
}

static int
put_words (TelaahGridPainting *self,
           int                 y,
           int                 line,
           int                 width)
{
  y = put_run (self, BODY, 0, y, width);
  y = put_run (self, CITES, 0, y, width);

  if (self->runs[SECOND_TITLE] != NULL)
    {
      y = put_below (self, SECOND_TITLE, y, line / 4, width);
      y = put_run (self, SECOND_BODY, 0, y, width);
    }
  else
    y = put_below (self, SECOND_BODY, y, line / 6, width);

  y = put_run (self, SECOND_CITES, 0, y, width);

  return put_below (self, NOTE, y, line / 3, width);
}

/**
 * telaah_grid_painting_lay_out:
 * @widget: whose font it takes
 * @width: pixels
 *
 * Returns: whether there was anything to do
 */
gboolean
telaah_grid_painting_lay_out (TelaahGridPainting   *self,
                              GtkWidget            *widget,
                              const TelaahGridFace *face,
                              int                   width)
{
  int line, y = 0;

  if (self->width == width)
    return FALSE;

  if (self->width == 0)
    make_runs (self, widget, face);

  self->flat = face->kind == TELAAH_GRID_KIND_POINT && face->flat;

  self->width = width;
  line = get_line (widget);

  if (face->kind == TELAAH_GRID_KIND_POINT)
    {
      self->height = put_point (self, face, line, width);
      return TRUE;
    }

  if (face->kind == TELAAH_GRID_KIND_CELL && self->runs[TITLE] != NULL)
    y = put_status_line (self, line, width);
  else
    y = put_run (self, TITLE, 0, 0, width);

  if (face->quotes != NULL)
    self->height = telaah_grid_painting_put_quotes (self, widget, face, y, width, line);
  else
    self->height = put_words (self, y, line, width);

  return TRUE;
}

void
telaah_grid_painting_clear (TelaahGridPainting *self)
{
  for (guint i = 0; i < TELAAH_N_GRID_RUNS; i++)
    g_clear_object (&self->runs[i]);

  g_clear_pointer (&self->blocks, g_array_unref);
  *self = (TelaahGridPainting) { 0 };
}

/* ---- Drawing ---- */

static void
get_ink (GtkWidget            *widget,
         const TelaahGridFace *face,
         TelaahGridRun         run,
         GdkRGBA              *ink)
{
  if (run == ALERT)
    gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "telaah_stale_color", ink);
  else if (run == TITLE && face->colors != NULL && strchr (face->colors, ' ') == NULL)
    telaah_ink_from_color (face->colors, ink);
  else if (is_small (face, run) || (run == BODY && face->hushed))
    telaah_ink_dim (ink);
}

static float
mirror (TelaahGridPainting   *self,
        gboolean              mirrored,
        const PangoRectangle *box)
{
  return mirrored ? self->width - box->x - box->width : box->x;
}

static void
draw_arrow (TelaahGridPainting *self,
            GtkSnapshot        *snapshot,
            gboolean            mirrored,
            gboolean            open,
            const GdkRGBA      *color)
{
  const PangoRectangle *box = &self->arrow;
  float x = mirror (self, mirrored, box), size = box->width * 0.3f;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x, box->y, box->width, box->height));

  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, MAX (1.5, box->width / 8.0));
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_translate (cr, x + box->width / 2.0, box->y + box->height / 2.0);
  cairo_rotate (cr, open ? G_PI / 2 : mirrored ? G_PI : 0);

  cairo_move_to (cr, -size / 2, -size);
  cairo_line_to (cr, size / 2, 0);
  cairo_line_to (cr, -size / 2, size);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
draw_dot (GtkSnapshot           *snapshot,
          const graphene_rect_t *box,
          const GdkRGBA         *color)
{
  GskRoundedRect circle;

  gsk_rounded_rect_init_from_rect (&circle, box, box->size.width / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_color (snapshot, color, box);
  gtk_snapshot_pop (snapshot);
}

/* One a theme. */
static void
draw_dots (TelaahGridPainting   *self,
           GtkSnapshot          *snapshot,
           gboolean              mirrored,
           const TelaahGridFace *face)
{
  g_auto(GStrv) colors = g_strsplit (face->colors, " ", -1);
  PangoRectangle mark = self->mark;

  for (guint i = 0; i < MOST_DOTS && colors[i] != NULL; i++)
    {
      GdkRGBA ink;

      telaah_ink_from_color (colors[i], &ink);
      draw_dot (snapshot, &GRAPHENE_RECT_INIT (mirror (self, mirrored, &mark), mark.y, mark.width, mark.height), &ink);
      mark.x += mark.width + mark.width / 4;
    }
}

static void
draw_mark (TelaahGridPainting   *self,
           GtkSnapshot          *snapshot,
           gboolean              mirrored,
           const TelaahGridFace *face,
           const GdkRGBA        *color)
{
  const PangoRectangle *mark = &self->mark;
  graphene_rect_t box = GRAPHENE_RECT_INIT (mirror (self, mirrored, mark), mark->y, mark->width, mark->height);
  GdkRGBA ink = *color;

  if (face->kind == TELAAH_GRID_KIND_CELL && face->title != NULL)
    {
      telaah_ink_dim (&ink);
      telaah_status_mark_draw (snapshot, face->status, &box, &ink);
    }
  else if (face->colors != NULL)
    draw_dots (self, snapshot, mirrored, face);
}

/**
 * telaah_grid_painting_draw:
 * @color: of the text
 *
 * Returns: (transfer full) (nullable): what it looks like; %NULL where the face has nothing to show
 */
GskRenderNode *
telaah_grid_painting_draw (TelaahGridPainting   *self,
                           GtkWidget            *widget,
                           const TelaahGridFace *face,
                           const GdkRGBA        *color)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  for (guint i = 0; i < TELAAH_N_GRID_RUNS; i++)
    {
      const PangoRectangle *box = &self->boxes[i];
      GdkRGBA ink = *color;

      if (self->runs[i] == NULL || box->width <= 0)
        continue;

      get_ink (widget, face, i, &ink);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (mirror (self, mirrored, box), box->y));
      gtk_snapshot_append_layout (snapshot, self->runs[i], &ink);
      gtk_snapshot_restore (snapshot);
    }

  if (face->fold != TELAAH_GRID_FOLD_NONE)
    draw_arrow (self, snapshot, mirrored, face->fold == TELAAH_GRID_FOLD_OPEN, color);

  draw_mark (self, snapshot, mirrored, face, color);
  telaah_grid_painting_draw_quotes (self, snapshot, color);

  return gtk_snapshot_free_to_node (snapshot);
}
