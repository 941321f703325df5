/* A picture of the comparison: what it holds, where things are in it, and its files.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-picture-private.h"

#include <math.h>

/* On paper. */
#define PAPER_FAMILY "Cantarell, Noto Sans, Liberation Sans, sans-serif"
#define PAPER_SIZE   14
#define PAPER_WIDTH  1040

/* What cairo can hold in a side of an image, and what we ask of memory. */
#define MOST_SIDE    32000.0
#define MOST_PIXELS  64e6

/* ---- Making one ---- */

static guint
find_most (TelaahPicture *self)
{
  guint most = 0;

  for (guint row = 0; row < self->matrix->rows->len; row++)
    for (guint column = 0; column < self->matrix->columns->len; column++)
      if (!telaah_picture_is_diagonal (self, row, column))
        most = MAX (most, telaah_picture_get_count (self, row, column));

  return most;
}

static TelaahPicture *
new_matrix (TelaahPictureKind  kind,
            TelaahMatrix      *matrix,
            TelaahMeasure      measure)
{
  TelaahPicture *self = g_new0 (TelaahPicture, 1);

  self->kind = kind;
  self->measure = measure;
  self->matrix = matrix;
  self->most = find_most (self);

  return self;
}

/* @matrix: (transfer full) */
TelaahPicture *
telaah_picture_new_heatmap (TelaahMatrix  *matrix,
                            TelaahMeasure  measure)
{
  return new_matrix (TELAAH_PICTURE_HEATMAP, matrix, measure);
}

/* @matrix: (transfer full): symmetric */
TelaahPicture *
telaah_picture_new_cooccurrence (TelaahMatrix  *matrix,
                                 TelaahMeasure  measure)
{
  g_return_val_if_fail (matrix->symmetric, NULL);

  return new_matrix (TELAAH_PICTURE_COOCCURRENCE, matrix, measure);
}

/* @portraits: (transfer full) (element-type TelaahPortrait) */
TelaahPicture *
telaah_picture_new_portraits (GPtrArray *portraits)
{
  TelaahPicture *self = g_new0 (TelaahPicture, 1);

  self->kind = TELAAH_PICTURE_PORTRAITS;
  self->portraits = portraits;
  self->lanes = g_array_new (FALSE, FALSE, sizeof (TelaahPictureLane));

  for (guint i = 0; i < portraits->len; i++)
    {
      TelaahPortrait *portrait = portraits->pdata[i];

      for (guint j = 0; j < portrait->lanes->len; j++)
        {
          TelaahPictureLane lane = { portrait, portrait->lanes->pdata[j] };

          g_array_append_val (self->lanes, lane);
        }
    }

  return self;
}

void
telaah_picture_free (TelaahPicture *self)
{
  g_clear_pointer (&self->layout, telaah_picture_layout_free);
  g_clear_pointer (&self->matrix, telaah_matrix_free);
  g_clear_pointer (&self->lanes, g_array_unref);
  g_clear_pointer (&self->portraits, g_ptr_array_unref);
  g_free (self->title);
  g_free (self->date);
  g_free (self);
}

/**
 * telaah_picture_set_title:
 * @title: (nullable): over it on paper: of the project
 * @date: (nullable): to be written there as it is
 */
void
telaah_picture_set_title (TelaahPicture *self,
                          const char    *title,
                          const char    *date)
{
  g_free (self->title);
  g_free (self->date);
  self->title = g_strdup (title);
  self->date = g_strdup (date);
}

TelaahPictureKind
telaah_picture_get_kind (TelaahPicture *self)
{
  return self->kind;
}

/* Whether there is nothing to draw. */
gboolean
telaah_picture_is_empty (TelaahPicture *self)
{
  if (self->portraits != NULL)
    return self->portraits->len == 0;

  return self->matrix->rows->len == 0 || self->matrix->columns->len == 0;
}

/* ---- On the screen ---- */

/**
 * telaah_picture_lay_out:
 * @width: that there is; the picture may need more
 * @family: of the font
 * @size: of text, in pixels
 */
void
telaah_picture_lay_out (TelaahPicture *self,
                        double         width,
                        const char    *family,
                        double         size)
{
  TelaahDrawing *drawing = NULL;

  /* While a window is dragged wider, words are not measured anew. */
  if (self->layout != NULL && telaah_drawing_is_in (self->layout->drawing, family, size))
    {
      drawing = g_steal_pointer (&self->layout->drawing);
      telaah_drawing_clear (drawing);
    }

  g_clear_pointer (&self->layout, telaah_picture_layout_free);
  self->layout = telaah_picture_layout_new (self, width,
                                            drawing != NULL ? drawing : telaah_drawing_new (family, size), FALSE);
}

void
telaah_picture_measure (TelaahPicture *self,
                        double        *width,
                        double        *height)
{
  g_return_if_fail (self->layout != NULL);

  *width = self->layout->width;
  *height = self->layout->height;
}

/* How wide and high the heads of rows and columns are, which stay in sight. */
void
telaah_picture_get_heads (TelaahPicture *self,
                          double        *width,
                          double        *height)
{
  g_return_if_fail (self->layout != NULL);

  *width = self->matrix != NULL ? self->layout->left : 0;
  *height = self->layout->top;
}

/**
 * telaah_picture_draw:
 * @x: how far it is scrolled, as @y
 * @width: of what is in sight, as @height
 *
 * Draws from the origin of @cr; the heads stay in sight.
 */
void
telaah_picture_draw (TelaahPicture *self,
                     cairo_t       *cr,
                     TelaahPalette  palette,
                     double         x,
                     double         y,
                     double         width,
                     double         height)
{
  TelaahTone page = telaah_tone_page (palette);
  double left, top;

  telaah_picture_get_heads (self, &left, &top);
  cairo_set_source_rgb (cr, page.red, page.green, page.blue);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);

  for (TelaahPane pane = 0; pane < TELAAH_N_PANES; pane++)
    {
      gboolean across = pane == TELAAH_PANE_BODY || pane == TELAAH_PANE_TOP;
      gboolean down = pane == TELAAH_PANE_BODY || pane == TELAAH_PANE_LEFT;
      double from_x = across ? left : 0, from_y = down ? top : 0;
      double to_x = across ? width : MIN (left, width), to_y = down ? height : MIN (top, height);

      if (to_x <= from_x || to_y <= from_y)
        continue;

      cairo_save (cr);
      cairo_rectangle (cr, from_x, from_y, to_x - from_x, to_y - from_y);
      cairo_clip (cr);
      cairo_translate (cr, across ? -x : 0, down ? -y : 0);
      telaah_drawing_paint (self->layout->drawing, cr, pane, palette);
      cairo_restore (cr);
    }
}

/* ---- Places ---- */

static gboolean
find_stretch (TelaahPicture      *self,
              double              x,
              TelaahPicturePlace *place)
{
  const TelaahPictureLane *at = &g_array_index (self->lanes, TelaahPictureLane, place->row);
  const double slack = 3;
  double pixel = self->layout->column_width / MAX (at->portrait->characters, 1), least = slack;

  place->column = -1;
  for (guint i = 0; i < at->lane->spans->len; i++)
    {
      TelaahSpan span = g_array_index (at->lane->spans, TelaahSpan, i);
      double from = self->layout->left + span.start * pixel, to = self->layout->left + span.end * pixel;
      double away = x < from ? from - x : x > to ? x - to : 0;

      if (away < least || (away == 0 && least == 0))
        {
          least = away;
          place->column = i;
        }
    }

  return TRUE;
}

static gboolean
find_lane (TelaahPicture      *self,
           double              x,
           double              y,
           TelaahPicturePlace *place)
{
  for (guint i = 0; i < self->lanes->len; i++)
    if (y >= self->layout->row_y[i] && y < self->layout->row_y[i] + self->layout->row_height)
      {
        place->row = i;
        return find_stretch (self, x, place);
      }

  return FALSE;
}

/**
 * telaah_picture_find:
 * @x: in the whole picture, as @y
 * @place: (out):
 *
 * Returns: whether there is anything
 */
gboolean
telaah_picture_find (TelaahPicture      *self,
                     double              x,
                     double              y,
                     TelaahPicturePlace *place)
{
  TelaahPictureLayout *layout = self->layout;

  g_return_val_if_fail (layout != NULL, FALSE);

  if (x < 0 || y < 0 || x >= layout->width || y >= layout->height || telaah_picture_is_empty (self))
    return FALSE;

  if (self->lanes != NULL)
    return find_lane (self, x, y, place);

  place->row = y < layout->top ? -1 : (int) floor ((y - layout->top) / layout->row_height);
  place->column = x < layout->left ? -1 : (int) floor ((x - layout->left) / layout->column_width);

  return (place->row >= 0 || place->column >= 0) && place->row < telaah_picture_get_n_rows (self) &&
         place->column < telaah_picture_get_n_columns (self, MAX (place->row, 0));
}

/**
 * telaah_picture_locate:
 * @area: (out): where @place is
 *
 * Returns: whether it is anywhere
 */
gboolean
telaah_picture_locate (TelaahPicture      *self,
                       TelaahPicturePlace  place,
                       TelaahPictureArea  *area)
{
  TelaahPictureLayout *layout = self->layout;

  g_return_val_if_fail (layout != NULL, FALSE);

  if (place.row < -1 || place.column < -1 || place.row >= telaah_picture_get_n_rows (self) ||
      place.column >= telaah_picture_get_n_columns (self, MAX (place.row, 0)) || (place.row < 0 && place.column < 0))
    return FALSE;

  if (self->lanes != NULL)
    {
      const TelaahPictureLane *at = &g_array_index (self->lanes, TelaahPictureLane, place.row);
      double pixel = layout->column_width / MAX (at->portrait->characters, 1);

      *area = (TelaahPictureArea) { 0, layout->row_y[place.row], layout->width, layout->row_height };
      if (place.column >= 0)
        {
          TelaahSpan span = g_array_index (at->lane->spans, TelaahSpan, place.column);

          area->x = layout->left + span.start * pixel;
          area->width = MAX ((span.end - span.start) * pixel, 2);
        }
      return TRUE;
    }

  *area = (TelaahPictureArea) {
    place.column < 0 ? 0 : layout->left + place.column * layout->column_width,
    place.row < 0 ? 0 : layout->top + place.row * layout->row_height,
    place.column < 0 ? layout->left : layout->column_width,
    place.row < 0 ? layout->top : layout->row_height,
  };

  return TRUE;
}

int
telaah_picture_get_n_rows (TelaahPicture *self)
{
  return self->lanes != NULL ? self->lanes->len : self->matrix->rows->len;
}

int
telaah_picture_get_n_columns (TelaahPicture *self,
                              int            row)
{
  if (self->lanes == NULL)
    return self->matrix->columns->len;

  return row < self->lanes->len ? g_array_index (self->lanes, TelaahPictureLane, row).lane->spans->len : 0;
}

/* The id of its row: a point, or a theme; %NULL for the head of a column. */
const char *
telaah_picture_get_row (TelaahPicture      *self,
                        TelaahPicturePlace  place)
{
  if (place.row < 0)
    return NULL;

  return self->lanes != NULL ? g_array_index (self->lanes, TelaahPictureLane, place.row).lane->theme
                             : ((TelaahMatrixLine *) self->matrix->rows->pdata[place.row])->id;
}

/* The id of its column, in portraits of its source: a source, or a theme; %NULL for the head of a row. */
const char *
telaah_picture_get_column (TelaahPicture      *self,
                           TelaahPicturePlace  place)
{
  if (self->lanes != NULL)
    return place.row >= 0 ? g_array_index (self->lanes, TelaahPictureLane, place.row).portrait->source : NULL;

  return place.column >= 0 ? ((TelaahMatrixLine *) self->matrix->columns->pdata[place.column])->id : NULL;
}

/* Of portraits: the stretch; empty elsewhere. */
TelaahSpan
telaah_picture_get_span (TelaahPicture      *self,
                         TelaahPicturePlace  place)
{
  if (self->lanes == NULL || place.row < 0 || place.column < 0)
    return (TelaahSpan) { 0, 0 };

  return g_array_index (g_array_index (self->lanes, TelaahPictureLane, place.row).lane->spans, TelaahSpan,
                        place.column);
}

/* ---- Files ---- */

static TelaahPictureLayout *
lay_out_paper (TelaahPicture *self)
{
  return telaah_picture_layout_new (self, PAPER_WIDTH, telaah_drawing_new (PAPER_FAMILY, PAPER_SIZE), TRUE);
}

/* Returns: (transfer full): an SVG file, on white, with title, date and scale; text is text in it */
GBytes *
telaah_picture_to_svg (TelaahPicture *self)
{
  g_autoptr(TelaahPictureLayout) paper = lay_out_paper (self);

  return telaah_drawing_to_svg (paper->drawing, ceil (paper->width), ceil (paper->height),
                                self->title != NULL ? self->title : telaah_picture_get_subject (self),
                                telaah_picture_get_subject (self));
}

/* Smaller, where there is not the memory for it. */
static cairo_surface_t *
create_surface (TelaahPictureLayout *paper,
                double              *scale)
{
  cairo_surface_t *surface;

  for (;; *scale /= 2)
    {
      surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, ceil (paper->width * *scale),
                                            ceil (paper->height * *scale));
      if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS || *scale < 0.05)
        return surface;

      cairo_surface_destroy (surface);
    }
}

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/**
 * telaah_picture_to_png:
 * @scale: pixels of the image for one of the picture; less where it would be too large for memory
 *
 * Returns: (transfer full): a PNG file, the same as the SVG file
 */
GBytes *
telaah_picture_to_png (TelaahPicture *self,
                       double         scale)
{
  g_autoptr(TelaahPictureLayout) paper = lay_out_paper (self);
  const TelaahPalette palette = { FALSE, FALSE };
  g_autoptr(GByteArray) out = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_t *cr;

  scale = MIN (scale, MOST_SIDE / MAX (paper->width, paper->height));
  scale = MIN (scale, sqrt (MOST_PIXELS / (paper->width * paper->height)));
  surface = create_surface (paper, &scale);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  for (TelaahPane pane = 0; pane < TELAAH_N_PANES; pane++)
    telaah_drawing_paint (paper->drawing, cr, pane, palette);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append_cb, out);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

/* Returns: (transfer full): its numbers as a table */
GBytes *
telaah_picture_to_csv (TelaahPicture *self)
{
  return self->matrix != NULL ? telaah_matrix_to_csv (self->matrix, self->measure)
                              : telaah_portraits_to_csv (self->portraits);
}
