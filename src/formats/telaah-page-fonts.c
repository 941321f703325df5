/* Sets words in type for printed pages: what is read in a serif face, what helps to find one's way in a small sans.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-page-fonts.h"

/* Faces made for print where they are there, else what the system has; further scripts come by Pango's fallback. */
#define SERIF "Source Serif 4, Source Serif Pro, Noto Serif, Libertinus Serif, Charis SIL, P052, Serif"
#define SANS "Source Sans 3, Cantarell, Noto Sans, Sans"

/* Colours, #rrggbb. The greys have at least 4.5:1 on white, for print that is copied once more. */
#define INK    0x1a1a1a
#define SOFT   0x444444
#define GREY   0x666666
#define LINK   0x1c5a96
#define ORANGE 0xa33f00
#define UNDER  0x8fb3d5

/* Sizes are parts of the body's, pitches parts of the size. */
static const struct
{
  const char  *family;
  double       size;
  double       pitch;
  PangoWeight  weight;
  guint        color;
} styles[TELAAH_N_PAGE_STYLES] = {
  [TELAAH_PAGE_BODY]        = { SERIF, 1.00, 1.42, PANGO_WEIGHT_NORMAL, INK },
  [TELAAH_PAGE_TITLE]       = { SERIF, 2.10, 1.16, PANGO_WEIGHT_BOLD,   INK },
  [TELAAH_PAGE_LEAD]        = { SERIF, 1.20, 1.38, PANGO_WEIGHT_NORMAL, SOFT },
  [TELAAH_PAGE_META]        = { SANS,  0.82, 1.45, PANGO_WEIGHT_NORMAL, GREY },
  [TELAAH_PAGE_HEADING_1]   = { SERIF, 1.50, 1.24, PANGO_WEIGHT_BOLD,   INK },
  [TELAAH_PAGE_HEADING_2]   = { SERIF, 1.22, 1.28, PANGO_WEIGHT_BOLD,   INK },
  [TELAAH_PAGE_HEADING_3]   = { SERIF, 1.04, 1.36, PANGO_WEIGHT_BOLD,   INK },
  [TELAAH_PAGE_QUESTION]    = { SANS,  0.90, 1.42, PANGO_WEIGHT_NORMAL, GREY },
  [TELAAH_PAGE_NAME]        = { SANS,  0.88, 1.40, PANGO_WEIGHT_BOLD,   INK },
  [TELAAH_PAGE_ORIGIN]      = { SANS,  0.88, 1.40, PANGO_WEIGHT_NORMAL, GREY },
  [TELAAH_PAGE_STATUS]      = { SANS,  0.78, 1.40, PANGO_WEIGHT_NORMAL, GREY },
  [TELAAH_PAGE_STALE]       = { SANS,  0.78, 1.40, PANGO_WEIGHT_BOLD,   ORANGE },
  [TELAAH_PAGE_TRANSLATION] = { SERIF, 0.94, 1.42, PANGO_WEIGHT_NORMAL, SOFT },
  [TELAAH_PAGE_QUOTE]       = { SERIF, 0.94, 1.40, PANGO_WEIGHT_NORMAL, INK },
  [TELAAH_PAGE_REFERENCE]   = { SANS,  0.78, 1.40, PANGO_WEIGHT_NORMAL, GREY },
  [TELAAH_PAGE_LABEL]       = { SANS,  0.80, 1.40, PANGO_WEIGHT_BOLD,   GREY },
  [TELAAH_PAGE_NUMBER]      = { SANS,  0.70, 1.40, PANGO_WEIGHT_NORMAL, GREY },
  [TELAAH_PAGE_MARKER]      = { SANS,  0.62, 1.40, PANGO_WEIGHT_BOLD,   LINK },
  [TELAAH_PAGE_CONTENTS_1]  = { SERIF, 1.00, 1.50, PANGO_WEIGHT_BOLD,   INK },
  [TELAAH_PAGE_CONTENTS_2]  = { SERIF, 0.96, 1.46, PANGO_WEIGHT_NORMAL, INK },
  [TELAAH_PAGE_ENTRY]       = { SERIF, 0.96, 1.40, PANGO_WEIGHT_NORMAL, INK },
  [TELAAH_PAGE_HEAD]        = { SANS,  0.76, 1.40, PANGO_WEIGHT_NORMAL, GREY },
  [TELAAH_PAGE_CELL]        = { SERIF, 0.92, 1.36, PANGO_WEIGHT_NORMAL, INK },
  [TELAAH_PAGE_CELL_QUOTE]  = { SERIF, 0.84, 1.36, PANGO_WEIGHT_NORMAL, SOFT },
};

struct _TelaahPageFonts
{
  PangoFontMap         *font_map;
  PangoContext         *context;
  double                size;      /* of the body */
  PangoFontDescription *fonts[TELAAH_N_PAGE_STYLES];
  double                ascents[TELAAH_N_PAGE_STYLES];
  double                descents[TELAAH_N_PAGE_STYLES];
};

/* ---- Fonts ---- */

static PangoContext *
make_context (PangoFontMap *font_map,
              const char   *language)
{
  PangoContext *context = pango_font_map_create_context (font_map);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* The same lines whatever the screen is like. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  if (language != NULL)
    pango_context_set_language (context, pango_language_from_string (language));

  cairo_font_options_destroy (options);

  return context;
}

/**
 * telaah_page_fonts_new:
 * @size: of the body
 * @language: (nullable): BCP 47
 */
TelaahPageFonts *
telaah_page_fonts_new (double      size,
                       const char *language)
{
  TelaahPageFonts *self = g_new0 (TelaahPageFonts, 1);

  self->size = size;
  self->font_map = pango_cairo_font_map_new ();
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->font_map), 72);
  self->context = make_context (self->font_map, language);

  for (guint i = 0; i < TELAAH_N_PAGE_STYLES; i++)
    {
      self->fonts[i] = pango_font_description_from_string (styles[i].family);
      pango_font_description_set_weight (self->fonts[i], styles[i].weight);
      pango_font_description_set_absolute_size (self->fonts[i], styles[i].size * size * PANGO_SCALE);
    }

  return self;
}

void
telaah_page_fonts_free (TelaahPageFonts *self)
{
  for (guint i = 0; i < TELAAH_N_PAGE_STYLES; i++)
    pango_font_description_free (self->fonts[i]);
  g_object_unref (self->context);
  g_object_unref (self->font_map);
  g_free (self);
}

/* From one line to the next. */
double
telaah_page_fonts_pitch (TelaahPageFonts *self,
                         TelaahPageStyle  style)
{
  return styles[style].size * styles[style].pitch * self->size;
}

/* When it is first wanted: to find a face and its metrics takes some milliseconds. */
static void
need_metrics (TelaahPageFonts *self,
              TelaahPageStyle  style)
{
  PangoFontMetrics *metrics;

  if (self->ascents[style] > 0)
    return;

  metrics = pango_context_get_metrics (self->context, self->fonts[style], NULL);
  self->ascents[style] = pango_units_to_double (pango_font_metrics_get_ascent (metrics));
  self->descents[style] = pango_units_to_double (pango_font_metrics_get_descent (metrics));
  pango_font_metrics_unref (metrics);
}

/* ---- Words ---- */

static void
clear_link (gpointer data)
{
  g_free (((TelaahPageLink *) data)->target);
}

TelaahPageWords *
telaah_page_words_new (TelaahPageFonts *fonts,
                       TelaahPageStyle  style)
{
  TelaahPageWords *self = g_new0 (TelaahPageWords, 1);

  self->fonts = fonts;
  self->style = style;
  self->text = g_string_new (NULL);
  self->attributes = pango_attr_list_new ();
  self->links = g_array_new (FALSE, FALSE, sizeof (TelaahPageLink));
  g_array_set_clear_func (self->links, clear_link);

  return self;
}

void
telaah_page_words_free (TelaahPageWords *self)
{
  g_string_free (self->text, TRUE);
  pango_attr_list_unref (self->attributes);
  g_array_unref (self->links);
  g_free (self);
}

static void
add (TelaahPageWords *self,
     PangoAttribute  *attribute,
     guint            start,
     guint            end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (self->attributes, attribute);
}

static void
add_style (TelaahPageWords *self,
           TelaahPageStyle  style,
           guint            start,
           guint            end)
{
  guint color = styles[style].color;

  add (self, pango_attr_font_desc_new (self->fonts->fonts[style]), start, end);
  add (self, pango_attr_foreground_new ((color >> 16 & 0xff) * 257, (color >> 8 & 0xff) * 257, (color & 0xff) * 257),
       start, end);
}

/* A marker sticks to the word before it. */
static void
raise_marker (TelaahPageWords *self,
              guint            start)
{
  guint before = start > 0 ? g_utf8_prev_char (self->text->str + start) - self->text->str : 0;

  add (self, pango_attr_rise_new (self->fonts->size * 0.36 * PANGO_SCALE), start, self->text->len);
  add (self, pango_attr_allow_breaks_new (FALSE), before, self->text->len);
}

void
telaah_page_words_put (TelaahPageWords *self,
                       TelaahPageStyle  style,
                       const char      *text)
{
  guint start = self->text->len;

  g_string_append (self->text, text);
  if (self->text->len == start)
    return;

  add_style (self, style, start, self->text->len);
  if (style == TELAAH_PAGE_MARKER)
    raise_marker (self, start);
}

/* @markup: of Pango, and well-formed; in the style of the whole */
void
telaah_page_words_put_markup (TelaahPageWords *self,
                              const char      *markup)
{
  PangoAttrList *attributes = NULL;
  g_autofree char *text = NULL;
  guint start = self->text->len;

  if (!pango_parse_markup (markup, -1, 0, &attributes, &text, NULL, NULL))
    {
      telaah_page_words_put (self, self->style, markup);
      return;
    }

  g_string_append (self->text, text);
  add_style (self, self->style, start, self->text->len);
  pango_attr_list_splice (self->attributes, attributes, start, self->text->len - start);
  pango_attr_list_unref (attributes);
}

/* Bytes of the words so far. @target: as in TelaahPageLink */
void
telaah_page_words_link (TelaahPageWords *self,
                        guint            start,
                        guint            end,
                        const char      *target)
{
  TelaahPageLink link = { start, end, g_strdup (target) };

  g_array_append_val (self->links, link);
}

void
telaah_page_words_underline (TelaahPageWords *self,
                             guint            start,
                             guint            end)
{
  add (self, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
  add (self, pango_attr_underline_color_new ((UNDER >> 16) * 257, (UNDER >> 8 & 0xff) * 257, (UNDER & 0xff) * 257),
       start, end);
}

/* ---- Lines ---- */

/* Each line as high as the pitch of the style, unless it holds something higher. */
static void
measure (TelaahPageSet   *set,
         TelaahPageFonts *fonts,
         TelaahPageStyle  style,
         double           paragraph_gap)
{
  double pitch = telaah_page_fonts_pitch (fonts, style), baseline;
  PangoLayoutIter *iter = pango_layout_get_iter (set->layout);

  need_metrics (fonts, style);
  baseline = (pitch - fonts->ascents[style] - fonts->descents[style]) / 2 + fonts->ascents[style];
  set->rtl = pango_layout_iter_get_line_readonly (iter)->resolved_dir == PANGO_DIRECTION_RTL;
  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      PangoRectangle extents;
      double above, below;
      TelaahSetLine measured;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      above = pango_units_to_double (pango_layout_iter_get_baseline (iter) - extents.y);
      below = pango_units_to_double (extents.height) - above;
      measured = (TelaahSetLine) {
        .start = line->start_index,
        .end = line->start_index + line->length,
        .x = pango_units_to_double (extents.x),
        .width = pango_units_to_double (extents.width),
        .gap = line->is_paragraph_start && set->lines->len > 0 ? paragraph_gap : 0,
        .baseline = MAX (baseline, above),
        .opens = line->is_paragraph_start,
      };
      measured.height = measured.gap + measured.baseline + MAX (pitch - baseline, below);
      set->height += measured.height;
      g_array_append_val (set->lines, measured);
    }
  while (pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
}

/**
 * telaah_page_words_set:
 * @self: (transfer full): the words, which are freed
 */
TelaahPageSet *
telaah_page_words_set (TelaahPageWords         *self,
                       const TelaahPageSetting *setting)
{
  TelaahPageSet *set = g_new0 (TelaahPageSet, 1);

  set->references = 1;
  set->layout = pango_layout_new (self->fonts->context);
  set->lines = g_array_new (FALSE, FALSE, sizeof (TelaahSetLine));
  set->links = g_steal_pointer (&self->links);
  self->links = g_array_new (FALSE, FALSE, sizeof (TelaahPageLink));

  pango_layout_set_font_description (set->layout, self->fonts->fonts[self->style]);
  pango_layout_set_width (set->layout, MAX (setting->width, 1) * PANGO_SCALE);
  pango_layout_set_wrap (set->layout, PANGO_WRAP_WORD_CHAR);
  if (setting->hang > 0)
    pango_layout_set_indent (set->layout, -setting->hang * PANGO_SCALE);
  if (setting->max_lines > 0)
    {
      pango_layout_set_single_paragraph_mode (set->layout, TRUE);
      pango_layout_set_ellipsize (set->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (set->layout, -(int) setting->max_lines);
    }
  pango_layout_set_attributes (set->layout, self->attributes);
  pango_layout_set_text (set->layout, self->text->str, self->text->len);
  measure (set, self->fonts, self->style, setting->paragraph_gap);
  telaah_page_words_free (self);

  return set;
}

/* Words of one style. @max_lines: 0 for as many as there are */
TelaahPageSet *
telaah_page_fonts_set (TelaahPageFonts *self,
                       TelaahPageStyle  style,
                       const char      *text,
                       double           width,
                       guint            max_lines)
{
  TelaahPageWords *words = telaah_page_words_new (self, style);

  telaah_page_words_put (words, style, text);

  return telaah_page_words_set (words, &(TelaahPageSetting) { .width = width, .max_lines = max_lines });
}

TelaahPageSet *
telaah_page_set_ref (TelaahPageSet *self)
{
  self->references++;

  return self;
}

void
telaah_page_set_unref (TelaahPageSet *self)
{
  if (--self->references > 0)
    return;

  g_object_unref (self->layout);
  g_array_unref (self->lines);
  g_array_unref (self->links);
  g_free (self);
}

/* Of its widest line. */
double
telaah_page_set_get_width (TelaahPageSet *self)
{
  double width = 0;

  for (guint i = 0; i < self->lines->len; i++)
    width = MAX (width, g_array_index (self->lines, TelaahSetLine, i).width);

  return width;
}

/* ---- Where lines may part ---- */

/* Of a paragraph at least two lines stay together, on either side. */
static gboolean
may_part (TelaahPageSet *self,
          guint          first,
          guint          at)
{
  guint start = at, end = at;

  if (at >= self->lines->len || g_array_index (self->lines, TelaahSetLine, at).opens)
    return TRUE;

  while (start > first && !g_array_index (self->lines, TelaahSetLine, start).opens)
    start--;
  while (end < self->lines->len && (end == at || !g_array_index (self->lines, TelaahSetLine, end).opens))
    end++;

  return at - start >= 2 && end - at >= 2;
}

/* The height of @n lines from @first on, where these begin a column. */
double
telaah_page_set_measure (TelaahPageSet *self,
                         guint          first,
                         guint          n)
{
  double height = 0;

  for (guint i = first; i < first + n; i++)
    height += g_array_index (self->lines, TelaahSetLine, i).height;

  return n > 0 ? height - g_array_index (self->lines, TelaahSetLine, first).gap : 0;
}

/**
 * telaah_page_set_count:
 * @room: a height
 *
 * Returns: the most lines from @first on that have room and after which they may part; 0 where none do
 */
guint
telaah_page_set_count (TelaahPageSet *self,
                       guint          first,
                       double         room)
{
  double height = -g_array_index (self->lines, TelaahSetLine, first).gap;
  guint n = 0;

  for (guint i = first; i < self->lines->len; i++)
    {
      height += g_array_index (self->lines, TelaahSetLine, i).height;
      if (height > room + 0.01)
        break;
      if (may_part (self, first, i + 1))
        n = i + 1 - first;
    }

  return n;
}
