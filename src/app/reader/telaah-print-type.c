/* Sets the words of a printed source in type: the text in a serif face at about 66 characters a line, what belongs to
 * its reading in a small sans beside it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-print-type-private.h"

/* Faces made for print where they are there, else what the system has; further scripts come by Pango's fallback. */
#define SERIF "Source Serif 4, Source Serif Pro, Noto Serif, Libertinus Serif, Charis SIL, P052, Serif"
#define SANS "Source Sans 3, Cantarell, Noto Sans, Sans"

#define MEASURE 66
#define SMALLEST 8.5
#define LARGEST 11.5

/* Sizes are parts of the body's, pitches parts of the size. */
static const struct
{
  const char  *family;
  double       size;
  double       pitch;
  PangoWeight  weight;
  gboolean     grey;
} styles[TELAAH_PRINT_STYLES] = {
  [TELAAH_PRINT_STYLE_BODY]         = { SERIF, 1.00, 1.50, PANGO_WEIGHT_NORMAL, FALSE },
  [TELAAH_PRINT_STYLE_HEADING_1]    = { SERIF, 1.34, 1.30, PANGO_WEIGHT_BOLD,   FALSE },
  [TELAAH_PRINT_STYLE_HEADING_2]    = { SERIF, 1.16, 1.34, PANGO_WEIGHT_BOLD,   FALSE },
  [TELAAH_PRINT_STYLE_HEADING_3]    = { SERIF, 1.00, 1.45, PANGO_WEIGHT_BOLD,   FALSE },
  [TELAAH_PRINT_STYLE_TITLE]        = { SERIF, 1.95, 1.22, PANGO_WEIGHT_BOLD,   FALSE },
  [TELAAH_PRINT_STYLE_META]         = { SANS,  0.80, 1.50, PANGO_WEIGHT_NORMAL, TRUE  },
  [TELAAH_PRINT_STYLE_CLUTTER]      = { SERIF, TELAAH_PRINT_CLUTTER_SIZE, 1.40, PANGO_WEIGHT_NORMAL, TRUE },
  [TELAAH_PRINT_STYLE_LEGEND_TITLE] = { SANS,  0.84, 1.50, PANGO_WEIGHT_BOLD,   FALSE },
  [TELAAH_PRINT_STYLE_LEGEND]       = { SANS,  0.80, 1.60, PANGO_WEIGHT_NORMAL, FALSE },
  [TELAAH_PRINT_STYLE_NOTE]         = { SERIF, 0.80, 1.36, PANGO_WEIGHT_NORMAL, FALSE },
  [TELAAH_PRINT_STYLE_HEAD]         = { SANS,  0.76, 1.40, PANGO_WEIGHT_NORMAL, TRUE  },
  [TELAAH_PRINT_STYLE_NUMBER]       = { SANS,  0.72, 1.36, PANGO_WEIGHT_BOLD,   FALSE },
  [TELAAH_PRINT_STYLE_REST]         = { SANS,  0.66, 1.40, PANGO_WEIGHT_NORMAL, TRUE  },
};

/* ---- Fonts and columns ---- */

static PangoContext *
make_context (TelaahPrintType *self,
              PangoDirection   direction)
{
  PangoContext *context = pango_font_map_create_context (self->font_map);
  cairo_font_options_t *options = cairo_font_options_create ();
  const char *language = telaah_source_fields (self->content->source)->language;

  /* The same lines on a screen, on a printer and in a file. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, direction);
  if (language != NULL)
    pango_context_set_language (context, pango_language_from_string (language));

  cairo_font_options_destroy (options);

  return context;
}

/* How wide a character of the body is, in parts of its size. */
static double
measure_character (TelaahPrintType *self)
{
  PangoFontDescription *font = pango_font_description_from_string (SERIF);
  PangoFontMetrics *metrics;
  double width;

  pango_font_description_set_absolute_size (font, 100 * PANGO_SCALE);
  metrics = pango_context_get_metrics (self->contexts[0], font, NULL);
  width = pango_font_metrics_get_approximate_char_width (metrics) / (100.0 * PANGO_SCALE);
  pango_font_metrics_unref (metrics);
  pango_font_description_free (font);

  return MAX (width, 0.1);
}

static void
make_fonts (TelaahPrintType *self)
{
  for (guint i = 0; i < TELAAH_PRINT_STYLES; i++)
    {
      self->fonts[i] = pango_font_description_from_string (styles[i].family);
      pango_font_description_set_weight (self->fonts[i], styles[i].weight);
      pango_font_description_set_absolute_size (self->fonts[i], styles[i].size * self->frame.size * PANGO_SCALE);
    }
}

/* When it is first wanted: to find a face and its metrics takes some milliseconds. */
static void
need_metrics (TelaahPrintType  *self,
              TelaahPrintStyle  style)
{
  PangoFontMetrics *metrics;

  if (self->ascents[style] > 0)
    return;

  metrics = pango_context_get_metrics (self->contexts[0], self->fonts[style], NULL);
  self->ascents[style] = pango_units_to_double (pango_font_metrics_get_ascent (metrics));
  self->descents[style] = pango_units_to_double (pango_font_metrics_get_descent (metrics));
  pango_font_metrics_unref (metrics);
}

static void
make_frame (TelaahPrintType        *self,
            const TelaahPrintPaper *paper)
{
  TelaahPrintFrame *frame = &self->frame;
  double gap = paper->width * 0.028, column;
  guint digits = 1;

  frame->left = MAX (paper->left + 22, paper->width * 0.1);
  frame->right = paper->width - MAX (paper->right, paper->width * 0.07);
  frame->top = MAX (paper->top + 24, paper->height * 0.085);
  frame->bottom = paper->height - MAX (paper->bottom, paper->height * 0.075);

  column = (frame->right - frame->left - 2 * gap) / 3;
  frame->column_step = column + gap;
  frame->text_width = 2 * column + gap;
  frame->size = CLAMP (frame->text_width / MEASURE / measure_character (self), SMALLEST, LARGEST);

  for (guint n = self->content->passages->len; n >= 10; n /= 10)
    digits++;
  frame->number_width = (digits * 0.62 + 0.6) * styles[TELAAH_PRINT_STYLE_NUMBER].size * frame->size;
  frame->note_width = column - frame->number_width;
}

/**
 * telaah_print_type_new:
 * @content: (transfer none): outlives this
 */
TelaahPrintType *
telaah_print_type_new (TelaahPrintContent     *content,
                       const TelaahPrintPaper *paper)
{
  TelaahPrintType *self = g_new0 (TelaahPrintType, 1);

  self->content = content;
  self->indices = g_array_new (FALSE, FALSE, sizeof (guint));
  self->font_map = pango_cairo_font_map_new ();
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->font_map), 72);
  self->contexts[FALSE] = make_context (self, PANGO_DIRECTION_LTR);
  self->contexts[TRUE] = make_context (self, PANGO_DIRECTION_RTL);
  make_frame (self, paper);
  make_fonts (self);

  return self;
}

void
telaah_print_type_free (TelaahPrintType *self)
{
  for (guint i = 0; i < TELAAH_PRINT_STYLES; i++)
    pango_font_description_free (self->fonts[i]);
  g_array_unref (self->indices);
  g_object_unref (self->contexts[FALSE]);
  g_object_unref (self->contexts[TRUE]);
  g_object_unref (self->font_map);
  g_free (self);
}

const TelaahPrintFrame *
telaah_print_type_get_frame (TelaahPrintType *self)
{
  return &self->frame;
}

/* ---- Lines ---- */

/* Each line as high as the pitch of its style, unless it holds something higher. */
void
telaah_print_type_measure (TelaahPrintType  *self,
                           TelaahPrintSet   *set,
                           TelaahPrintStyle  style)
{
  double pitch = styles[style].size * styles[style].pitch * self->frame.size, baseline;
  PangoLayoutIter *iter = pango_layout_get_iter (set->layout);

  need_metrics (self, style);
  baseline = (pitch - self->ascents[style] - self->descents[style]) / 2 + self->ascents[style];
  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      PangoRectangle extents;
      double above, below;
      TelaahPrintLine measured;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      above = pango_units_to_double (pango_layout_iter_get_baseline (iter) - extents.y);
      below = pango_units_to_double (extents.height) - above;
      measured = (TelaahPrintLine) {
        .start = line->start_index,
        .end = line->start_index + line->length,
        .x = pango_units_to_double (extents.x),
        .baseline = MAX (baseline, above),
      };
      measured.height = measured.baseline + MAX (pitch - baseline, below);
      g_array_append_val (set->lines, measured);
    }
  while (pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
}

/* (transfer full). @direction: neutral where the words themselves show it. */
TelaahPrintSet *
telaah_print_type_set (TelaahPrintType  *self,
                       TelaahPrintStyle  style,
                       const GString    *words,
                       PangoAttrList    *attributes,
                       double            width,
                       PangoDirection    direction)
{
  TelaahPrintSet *set = g_new0 (TelaahPrintSet, 1);
  gboolean rtl = direction == PANGO_DIRECTION_RTL;

  set->layout = pango_layout_new (self->contexts[rtl]);
  set->lines = g_array_new (FALSE, FALSE, sizeof (TelaahPrintLine));
  set->numbers = g_array_new (FALSE, FALSE, sizeof (TelaahPrintNumber));

  pango_layout_set_auto_dir (set->layout, direction == PANGO_DIRECTION_NEUTRAL);
  pango_layout_set_alignment (set->layout, rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_font_description (set->layout, self->fonts[style]);
  pango_layout_set_width (set->layout, width * PANGO_SCALE);
  pango_layout_set_wrap (set->layout, PANGO_WRAP_WORD_CHAR);
  if (styles[style].grey)
    {
      PangoAttribute *grey = pango_attr_foreground_new (TELAAH_PRINT_GREY, TELAAH_PRINT_GREY,
                                                        TELAAH_PRINT_GREY);

      pango_attr_list_insert_before (attributes, grey);
    }
  pango_layout_set_attributes (set->layout, attributes);
  pango_layout_set_text (set->layout, words->str, words->len);
  telaah_print_type_measure (self, set, style);

  return set;
}

void
telaah_print_set_free (TelaahPrintSet *self)
{
  g_object_unref (self->layout);
  g_array_unref (self->lines);
  g_array_unref (self->numbers);
  g_free (self);
}

/**
 * telaah_print_set_to_layout:
 * @at: byte of the text, within what is set
 * @behind: whether numbers that stand there come before
 *
 * Returns: byte of the layout's text
 */
guint
telaah_print_set_to_layout (const TelaahPrintSet *self,
                            gsize                 at,
                            gboolean              behind)
{
  guint index = at - self->start;

  for (guint i = 0; i < self->numbers->len; i++)
    {
      const TelaahPrintNumber *number = &g_array_index (self->numbers, TelaahPrintNumber, i);

      if (number->at > at || (number->at == at && !behind))
        break;
      index += number->length;
    }

  return index;
}

/**
 * telaah_print_set_to_source:
 * @index: byte of the layout's text
 * @within: (out) (optional): whether it is that of a number, and so not of the text
 *
 * Returns: byte of the text
 */
gsize
telaah_print_set_to_source (const TelaahPrintSet *self,
                            guint                 index,
                            gboolean             *within)
{
  guint put = 0;

  if (within != NULL)
    *within = FALSE;

  for (guint i = 0; i < self->numbers->len; i++)
    {
      const TelaahPrintNumber *number = &g_array_index (self->numbers, TelaahPrintNumber, i);
      guint start = number->at - self->start + put;

      if (index < start)
        break;
      if (index < start + number->length)
        {
          if (within != NULL)
            *within = TRUE;
          return number->at;
        }
      put += number->length;
    }

  return self->start + index - put;
}
