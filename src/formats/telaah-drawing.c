/* A drawing: boxes and words in place. What is here measures words and draws with cairo.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-drawing-private.h"

#include <math.h>

/* No letter is wider than this many times its size: enough to know what lies outside. */
#define WIDEST_LETTER 1.3

/* ---- Words ---- */

static guint
words_hash (gconstpointer key)
{
  const TelaahWords *words = key;

  return g_str_hash (words->text) * 31 + (guint) (words->scale * 100) * 2 + (words->bold ? 1 : 0);
}

static gboolean
words_equal (gconstpointer a,
             gconstpointer b)
{
  const TelaahWords *first = a, *second = b;

  return first->scale == second->scale && first->bold == second->bold && g_str_equal (first->text, second->text);
}

static void
words_free (gpointer data)
{
  TelaahWords *words = data;

  g_free (words->text);
  g_free (words->cut);
  g_clear_object (&words->layout);
  g_free (words);
}

static PangoLayout *
lay_out (TelaahDrawing *self,
         const char    *text,
         double         scale,
         gboolean       bold)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, self->family);
  pango_font_description_set_absolute_size (font, self->size * scale * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);

  return layout;
}

static TelaahWords *
intern (TelaahDrawing          *self,
        const char             *text,
        const TelaahWordsStyle *style)
{
  TelaahWords *words = g_hash_table_lookup (self->words, &(TelaahWords) { (char *) text, style->scale,
                                                                          style->bold, NULL, NULL, 0 });

  if (words == NULL)
    {
      words = g_new0 (TelaahWords, 1);
      words->text = g_utf8_make_valid (text, -1);
      words->scale = style->scale;
      words->bold = style->bold;
      g_strdelimit (words->text, "\n\r\t", ' ');
      g_hash_table_add (self->words, words);
    }

  return words;
}

static PangoLayoutLine *
get_line (TelaahDrawing *self,
          TelaahWords   *words)
{
  if (words->layout == NULL)
    {
      words->layout = lay_out (self, words->text, words->scale, words->bold);
      pango_layout_set_single_paragraph_mode (words->layout, TRUE);
    }

  return pango_layout_get_line_readonly (words->layout, 0);
}

static double
width_of_line (PangoLayoutLine *line)
{
  PangoRectangle extents;

  pango_layout_line_get_extents (line, NULL, &extents);

  return (double) extents.width / PANGO_SCALE;
}

/* ---- Making one ---- */

/**
 * telaah_drawing_new:
 * @family: of the font, or several with commas
 * @size: of plain text, in pixels
 */
TelaahDrawing *
telaah_drawing_new (const char *family,
                    double      size)
{
  TelaahDrawing *self = g_new0 (TelaahDrawing, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  self->family = g_strdup (family);
  self->size = size;
  self->words = g_hash_table_new_full (words_hash, words_equal, words_free, NULL);
  self->colors = g_string_chunk_new (256);
  self->shapes = g_array_new (FALSE, FALSE, sizeof (TelaahShape));
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  /* Widths must not depend on how large it is shown. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  pango_cairo_context_set_resolution (self->context, 96);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  cairo_font_options_destroy (options);

  return self;
}

void
telaah_drawing_free (TelaahDrawing *self)
{
  g_array_unref (self->shapes);
  g_hash_table_unref (self->words);
  g_string_chunk_free (self->colors);
  g_object_unref (self->context);
  g_free (self->family);
  g_free (self);
}

/* Whether words in it look as they would in one that is made of these. */
gboolean
telaah_drawing_is_in (TelaahDrawing *self,
                      const char    *family,
                      double         size)
{
  return self->size == size && g_str_equal (self->family, family);
}

/* Takes all out that was added; what has been measured is still known. */
void
telaah_drawing_clear (TelaahDrawing *self)
{
  g_array_set_size (self->shapes, 0);
}

double
telaah_drawing_get_size (TelaahDrawing *self)
{
  return self->size;
}

/* ---- Measuring ---- */

double
telaah_drawing_width_of (TelaahDrawing          *self,
                         const char             *text,
                         const TelaahWordsStyle *style)
{
  return width_of_line (get_line (self, intern (self, text, style)));
}

/* The first @n characters of @text and an ellipsis. */
static char *
cut_at (const char *text,
        guint       n)
{
  g_autofree char *head = g_utf8_substring (text, 0, n);

  return g_strconcat (g_strchomp (head), "…", NULL);
}

/* After how many characters @layout may be cut without parting letters from their marks. */
static GArray *
find_stops (PangoLayout *layout)
{
  GArray *stops = g_array_new (FALSE, FALSE, sizeof (guint));
  int n;
  const PangoLogAttr *attrs = pango_layout_get_log_attrs_readonly (layout, &n);

  for (guint i = 0; i + 1 < n; i++)
    if (i == 0 || attrs[i].is_cursor_position)
      g_array_append_val (stops, i);

  return stops;
}

/**
 * telaah_drawing_fit:
 *
 * Returns: (transfer full): @text, or as much of its beginning as is not wider than @width, and an ellipsis
 */
char *
telaah_drawing_fit (TelaahDrawing          *self,
                    const char             *text,
                    const TelaahWordsStyle *style,
                    double                  width)
{
  TelaahWords *words = intern (self, text, style);
  g_autoptr(GArray) stops = NULL;
  guint low = 0, high;

  if (width_of_line (get_line (self, words)) <= width)
    return g_strdup (words->text);

  if (words->cut != NULL && words->room == width)
    return g_strdup (words->cut);

  stops = find_stops (words->layout);
  high = MAX (stops->len, 1) - 1;

  while (low < high)
    {
      guint middle = (low + high + 1) / 2;
      g_autofree char *cut = cut_at (words->text, g_array_index (stops, guint, middle));
      g_autoptr(PangoLayout) layout = lay_out (self, cut, style->scale, style->bold);

      if (width_of_line (pango_layout_get_line_readonly (layout, 0)) <= width)
        low = middle;
      else
        high = middle - 1;
    }

  g_free (words->cut);
  words->cut = cut_at (words->text, low < stops->len ? g_array_index (stops, guint, low) : 0);
  words->room = width;

  return g_strdup (words->cut);
}

/**
 * telaah_drawing_wrap:
 *
 * Returns: (transfer full): @text in lines not wider than @width; what is too much for @most_lines is left out, with an
 *   ellipsis in its place
 */
char **
telaah_drawing_wrap (TelaahDrawing          *self,
                     const char             *text,
                     const TelaahWordsStyle *style,
                     double                  width,
                     guint                   most_lines)
{
  TelaahWords *words = intern (self, text, style);
  g_autoptr(PangoLayout) layout = lay_out (self, words->text, style->scale, style->bold);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  guint n;

  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  n = pango_layout_get_line_count (layout);

  for (guint i = 0; i < n && i < most_lines; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      const char *start = words->text + line->start_index;
      g_autofree char *cut = NULL;

      if (i + 1 == most_lines)
        cut = telaah_drawing_fit (self, start, style, width);
      else
        cut = g_strchomp (g_strndup (start, line->length));
      g_strv_builder_add (builder, cut);
    }

  return g_strv_builder_end (builder);
}

/* ---- Adding ---- */

static TelaahInk
keep_ink (TelaahDrawing *self,
          TelaahInk      ink)
{
  if (ink.color != NULL)
    ink.color = g_string_chunk_insert_const (self->colors, ink.color);

  return ink;
}

void
telaah_drawing_add_box (TelaahDrawing *self,
                        TelaahPane     pane,
                        double         x,
                        double         y,
                        double         width,
                        double         height,
                        double         radius,
                        TelaahInk      ink)
{
  TelaahShape shape = {
    .kind = TELAAH_SHAPE_BOX, .pane = pane, .ink = keep_ink (self, ink), .x = x, .y = y,
    .width = width, .height = height, .radius = MIN (radius, MIN (width, height) / 2),
  };

  g_array_append_val (self->shapes, shape);
}

/* @x, @baseline: where the words begin, have their middle or end, by the style. */
void
telaah_drawing_add_words (TelaahDrawing          *self,
                          TelaahPane              pane,
                          double                  x,
                          double                  baseline,
                          const char             *text,
                          const TelaahWordsStyle *style,
                          TelaahInk               ink)
{
  TelaahShape shape = {
    .kind = TELAAH_SHAPE_WORDS, .pane = pane, .ink = keep_ink (self, ink), .words = intern (self, text, style),
    .align = style->align, .turned = style->turned, .x = x, .y = baseline,
  };

  g_array_append_val (self->shapes, shape);
}

/* What is added until telaah_drawing_close() belongs together, and is called @title where one asks what it is. */
void
telaah_drawing_open (TelaahDrawing *self,
                     const char    *title)
{
  TelaahShape shape = {
    .kind = TELAAH_SHAPE_OPEN, .words = intern (self, title, &(TelaahWordsStyle) { .scale = 1 }),
  };

  g_array_append_val (self->shapes, shape);
}

void
telaah_drawing_close (TelaahDrawing *self)
{
  TelaahShape shape = { .kind = TELAAH_SHAPE_CLOSE };

  g_array_append_val (self->shapes, shape);
}

/* ---- Painting ---- */

TelaahTone
telaah_drawing_resolve (TelaahInk     ink,
                        TelaahPalette palette)
{
  TelaahTone tint;

  switch (ink.kind)
    {
    case TELAAH_INK_TEXT:
      return telaah_tone_text (palette);

    case TELAAH_INK_QUIET:
      return telaah_tone_quiet (palette);

    case TELAAH_INK_LINE:
      return telaah_tone_line (palette);

    case TELAAH_INK_TINT:
      return telaah_tone_tint (palette, ink.share);

    case TELAAH_INK_ON_TINT:
      tint = telaah_tone_tint (palette, ink.share);
      return telaah_tone_on (&tint);

    case TELAAH_INK_THEME:
      return telaah_tone_theme (palette, ink.color);

    default:
      g_return_val_if_reached (telaah_tone_text (palette));
    }
}

static void
add_path (cairo_t           *cr,
          const TelaahShape *box)
{
  double x = box->x, y = box->y, right = x + box->width, bottom = y + box->height, r = box->radius;

  if (r <= 0)
    {
      cairo_rectangle (cr, x, y, box->width, box->height);
      return;
    }

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, right - r, bottom - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, bottom - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
paint_words (TelaahDrawing     *self,
             cairo_t           *cr,
             const TelaahShape *shape)
{
  PangoLayoutLine *line = get_line (self, shape->words);
  double back = shape->align == TELAAH_WORDS_START ? 0 : width_of_line (line);

  if (shape->align == TELAAH_WORDS_MIDDLE)
    back /= 2;

  cairo_save (cr);
  cairo_translate (cr, shape->x, shape->y);
  if (shape->turned)
    cairo_rotate (cr, -G_PI_2);
  cairo_move_to (cr, -back, 0);
  pango_cairo_show_layout_line (cr, line);
  cairo_restore (cr);
}

static gboolean
is_outside (TelaahDrawing     *self,
            const TelaahShape *shape,
            const double      *clip)    /* left, top, right, bottom */
{
  double reach;

  if (shape->kind == TELAAH_SHAPE_BOX)
    return shape->x > clip[2] || shape->y > clip[3] || shape->x + shape->width < clip[0] ||
           shape->y + shape->height < clip[1];

  reach = (g_utf8_strlen (shape->words->text, -1) + 1) * WIDEST_LETTER * self->size * shape->words->scale;

  return shape->x - reach > clip[2] || shape->x + reach < clip[0] || shape->y - reach > clip[3] ||
         shape->y + reach < clip[1];
}

/* Of @pane what is within the clip of @cr. */
void
telaah_drawing_paint (TelaahDrawing *self,
                      cairo_t       *cr,
                      TelaahPane     pane,
                      TelaahPalette  palette)
{
  double clip[4];

  cairo_clip_extents (cr, &clip[0], &clip[1], &clip[2], &clip[3]);

  for (guint i = 0; i < self->shapes->len; i++)
    {
      const TelaahShape *shape = &g_array_index (self->shapes, TelaahShape, i);
      TelaahTone tone;

      if (shape->pane != pane || shape->kind > TELAAH_SHAPE_WORDS || is_outside (self, shape, clip))
        continue;

      tone = telaah_drawing_resolve (shape->ink, palette);
      cairo_set_source_rgb (cr, tone.red, tone.green, tone.blue);

      if (shape->kind == TELAAH_SHAPE_WORDS)
        {
          paint_words (self, cr, shape);
        }
      else
        {
          add_path (cr, shape);
          cairo_fill (cr);
        }
    }
}
