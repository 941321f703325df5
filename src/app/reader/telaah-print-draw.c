/* Draws the pages of a printed source: the text on the tints of its passages, brackets left of it, notes right of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-print-layout-private.h"

#include <glib/gi18n.h>

/* How strong the tint of one passage is, of each further one on the same words, and of any number of them. */
#define TINT 0.13
#define TINT_MORE 0.07
#define TINT_MOST 0.26

/* Lanes of underlines that have room between two lines of text. */
#define UNDERLINES 3

static const GdkRGBA grey = { 0.5, 0.5, 0.5, 1 };

static const GdkRGBA *
ink_of (TelaahPrintContent       *content,
        const TelaahPrintPassage *passage,
        guint                     theme)
{
  if (theme >= passage->n_themes)
    return &grey;

  return &g_array_index (content->themes, TelaahPrintTheme, passage->themes[theme]).ink;
}

static const TelaahPrintPassage *
get_passage (TelaahPrintLayout *self,
             guint              index)
{
  return &g_array_index (self->content->passages, TelaahPrintPassage, index);
}

static void
set_ink (cairo_t       *cr,
         const GdkRGBA *ink)
{
  cairo_set_source_rgb (cr, ink->red, ink->green, ink->blue);
}

static void
show_line (cairo_t              *cr,
           const TelaahPrintSet *set,
           guint                 index,
           double                x,
           double                y)
{
  const TelaahPrintLine *line = &g_array_index (set->lines, TelaahPrintLine, index);

  cairo_move_to (cr, x + line->x, y + line->baseline);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (set->layout, index));
}

/* ---- Passages under the words ---- */

/* Where a passage lies in a set of lines. */
typedef struct
{
  guint                     start, end;    /* bytes of the layout's text */
  guint                     lane;
  const TelaahPrintPassage *passage;
} Stretch;

static GArray *
collect_stretches (TelaahPrintLayout      *self,
                   const TelaahPrintSet   *set,
                   const TelaahPrintBlock *block)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  g_autoptr(GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));

  telaah_highlights_query (self->content->highlights, block->span, indices);
  for (guint i = 0; i < indices->len; i++)
    {
      guint index = g_array_index (indices, guint, i);
      const TelaahPrintPassage *passage = get_passage (self, index);
      Stretch stretch = {
        .start = telaah_print_set_to_layout (set, MAX (passage->start, block->start), TRUE),
        .end = telaah_print_set_to_layout (set, MIN (passage->number_at, block->end), FALSE),
        .lane = telaah_highlights_get (self->content->highlights, index)->lane,
        .passage = passage,
      };

      if (stretch.end > stretch.start)
        g_array_append_val (stretches, stretch);
    }

  return stretches;
}

/* A rectangle over the bytes from @start to @end of a line, or several where the direction changes between. */
static void
add_boxes (cairo_t         *cr,
           PangoLayoutLine *line,
           guint            start,
           guint            end,
           double           x,
           double           y,
           double           height)
{
  g_autofree int *ranges = NULL;
  int n = 0;

  pango_layout_line_get_x_ranges (line, start, end, &ranges, &n);
  for (int i = 0; i < n; i++)
    {
      double from = pango_units_to_double (ranges[2 * i]), to = pango_units_to_double (ranges[2 * i + 1]);

      cairo_rectangle (cr, x + from, y, to - from, height);
    }
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

/* The borders of all that lies on the bytes from @start to @end, with these two. */
static GArray *
collect_borders (GArray *stretches,
                 guint   start,
                 guint   end)
{
  GArray *borders = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = 0;

  for (guint i = 0; i < stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (stretches, Stretch, i);
      guint from = MAX (stretch->start, start), to = MIN (stretch->end, end);

      if (from < to)
        {
          g_array_append_val (borders, from);
          g_array_append_val (borders, to);
        }
    }

  g_array_sort (borders, compare_places);
  for (guint i = 0; i < borders->len; i++)
    if (n == 0 || g_array_index (borders, guint, n - 1) != g_array_index (borders, guint, i))
      g_array_index (borders, guint, n++) = g_array_index (borders, guint, i);
  g_array_set_size (borders, n);

  return borders;
}

/* The colours of all that lies there, mixed, and on white: opaque, since some printers draw what is translucent as a
 * coarse picture. */
static gboolean
mix_tint (TelaahPrintLayout *self,
          GArray            *stretches,
          guint              start,
          guint              end,
          GdkRGBA           *tint)
{
  double red = 0, green = 0, blue = 0, strength;
  guint n = 0, n_passages = 0;

  for (guint i = 0; i < stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (stretches, Stretch, i);

      if (stretch->start > start || stretch->end < end)
        continue;

      n_passages++;
      for (guint theme = 0; theme < MAX (stretch->passage->n_themes, 1); theme++, n++)
        {
          const GdkRGBA *ink = ink_of (self->content, stretch->passage, theme);

          red += ink->red;
          green += ink->green;
          blue += ink->blue;
        }
    }

  if (n == 0)
    return FALSE;

  strength = MIN (TINT + (n_passages - 1) * TINT_MORE, TINT_MOST);
  *tint = (GdkRGBA) {
    1 - strength * (1 - red / n), 1 - strength * (1 - green / n), 1 - strength * (1 - blue / n), 1,
  };

  return TRUE;
}

static void
draw_tints (TelaahPrintLayout    *self,
            cairo_t              *cr,
            const TelaahPrintSet *set,
            GArray               *stretches,
            guint                 index,
            double                y)
{
  const TelaahPrintLine *line = &g_array_index (set->lines, TelaahPrintLine, index);
  PangoLayoutLine *words = pango_layout_get_line_readonly (set->layout, index);
  g_autoptr(GArray) borders = collect_borders (stretches, line->start, line->end);
  double size = self->frame.size;
  GdkRGBA tint;

  for (guint i = 0; i + 1 < borders->len; i++)
    {
      guint start = g_array_index (borders, guint, i), end = g_array_index (borders, guint, i + 1);

      if (!mix_tint (self, stretches, start, end, &tint))
        continue;

      set_ink (cr, &tint);
      add_boxes (cr, words, start, end, self->frame.left, y + line->baseline - 0.9 * size, 1.22 * size);
      cairo_fill (cr);
    }
}

static void
draw_underlines (TelaahPrintLayout    *self,
                 cairo_t              *cr,
                 const TelaahPrintSet *set,
                 GArray               *stretches,
                 guint                 index,
                 double                y)
{
  const TelaahPrintLine *line = &g_array_index (set->lines, TelaahPrintLine, index);
  PangoLayoutLine *words = pango_layout_get_line_readonly (set->layout, index);

  for (guint i = 0; i < stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (stretches, Stretch, i);
      guint start = MAX (stretch->start, line->start), end = MIN (stretch->end, line->end);

      for (guint theme = 0; start < end && theme < MAX (stretch->passage->n_themes, 1); theme++)
        {
          guint lane = MIN (stretch->lane + theme, UNDERLINES - 1);

          set_ink (cr, ink_of (self->content, stretch->passage, theme));
          add_boxes (cr, words, start, end, self->frame.left,
                     y + line->baseline + 0.31 * self->frame.size + lane * 1.3, 0.65);
          cairo_fill (cr);
        }
    }
}

static void
draw_piece (TelaahPrintLayout      *self,
            cairo_t                *cr,
            const TelaahPrintPiece *piece)
{
  const TelaahPrintBlock *block = telaah_print_layout_get_block (self, piece->block);
  g_autoptr(TelaahPrintSet) set = telaah_print_type_set_block (self->type, block);
  g_autoptr(GArray) stretches = NULL;
  double y = piece->y;

  stretches = block->end > block->start ? collect_stretches (self, set, block)
                                        : g_array_new (FALSE, FALSE, sizeof (Stretch));

  for (guint i = piece->first_line; i < piece->first_line + piece->n_lines; i++)
    {
      draw_tints (self, cr, set, stretches, i, y);
      y += g_array_index (set->lines, TelaahPrintLine, i).height;
    }

  y = piece->y;
  for (guint i = piece->first_line; i < piece->first_line + piece->n_lines; i++)
    {
      draw_underlines (self, cr, set, stretches, i, y);
      cairo_set_source_rgb (cr, 0, 0, 0);
      show_line (cr, set, i, self->frame.left, y);
      y += g_array_index (set->lines, TelaahPrintLine, i).height;
    }
}

/* ---- The margin ---- */

static void
draw_bracket (TelaahPrintLayout        *self,
              cairo_t                  *cr,
              const TelaahPrintBracket *bracket)
{
  const TelaahPrintPassage *passage = get_passage (self, bracket->passage);
  double top = bracket->y + 0.2 * self->frame.size, bottom = bracket->y + bracket->height - 0.12 * self->frame.size;

  cairo_set_line_width (cr, 0.9);
  for (guint i = 0; i < bracket->width; i++)
    {
      double x = self->frame.left - 6 - (bracket->column + i) * TELAAH_PRINT_BRACKET_STEP;

      set_ink (cr, ink_of (self->content, passage, i));
      cairo_move_to (cr, x + (bracket->opens ? 2 : 0), top);
      cairo_line_to (cr, x, top);
      cairo_line_to (cr, x, bottom);
      cairo_line_to (cr, x + (bracket->closes ? 2 : 0), bottom);
      cairo_stroke (cr);
    }
}

static void
draw_note (TelaahPrintLayout     *self,
           cairo_t               *cr,
           const TelaahPrintNote *note)
{
  g_autoptr(TelaahPrintSet) set = telaah_print_type_set_note (self->type, note->passage);
  g_autofree char *number = g_strdup_printf ("%u", note->passage + 1);
  g_autoptr(TelaahPrintSet) label = telaah_print_type_set_words (self->type, TELAAH_PRINT_WORDS_NUMBER, number,
                                                                 self->frame.number_width);
  double baseline = g_array_index (set->lines, TelaahPrintLine, note->first_line).baseline, y = note->y;
  double x = note->x + self->frame.number_width;

  if (note->first_line > 0)
    {
      g_autoptr(TelaahPrintSet) rest = telaah_print_type_set_words (self->type, TELAAH_PRINT_WORDS_REST,
                                                                    _("continued"), self->frame.note_width);

      cairo_set_source_rgb (cr, 0, 0, 0);
      show_line (cr, rest, 0, x, y);
      baseline = g_array_index (rest->lines, TelaahPrintLine, 0).baseline;
      y += telaah_print_margin_rest (self);
    }

  set_ink (cr, ink_of (self->content, get_passage (self, note->passage), 0));
  show_line (cr, label, 0, note->x, note->y + baseline - g_array_index (label->lines, TelaahPrintLine, 0).baseline);

  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = note->first_line; i < note->first_line + note->n_lines; i++)
    {
      show_line (cr, set, i, x, y);
      y += g_array_index (set->lines, TelaahPrintLine, i).height;
    }
}

/* ---- The page ---- */

/* What the source is called, and where in it one is; not on the first page, which begins with the title. */
static void
draw_head (TelaahPrintLayout *self,
           cairo_t           *cr,
           guint              page)
{
  const TelaahPrintFrame *frame = &self->frame;
  g_autofree char *place = g_strdup_printf (_("page %u of %u"), page + 1, self->pages->len);
  g_autoptr(TelaahPrintSet) title = telaah_print_type_set_words (self->type, TELAAH_PRINT_WORDS_HEAD,
                                                                 telaah_source_get_name (self->content->source),
                                                                 frame->text_width);
  g_autoptr(TelaahPrintSet) number = telaah_print_type_set_words (self->type, TELAAH_PRINT_WORDS_HEAD, place,
                                                                  frame->column_step);
  double y = frame->top - 2.4 * frame->size;
  PangoRectangle extents;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (number->layout, 0), NULL, &extents);
  cairo_set_source_rgb (cr, 0, 0, 0);
  show_line (cr, title, 0, frame->left, y);
  show_line (cr, number, 0, frame->right - pango_units_to_double (extents.width), y);

  cairo_set_source_rgb (cr, 0.75, 0.75, 0.75);
  cairo_rectangle (cr, frame->left, y + 1.25 * frame->size, frame->right - frame->left, 0.4);
  cairo_fill (cr);
}

/**
 * telaah_print_layout_draw_page:
 * @cr: in points, from the corner of the paper
 *
 * To be called when there is nothing more to lay out.
 */
void
telaah_print_layout_draw_page (TelaahPrintLayout *self,
                               cairo_t           *cr,
                               guint              page)
{
  const TelaahPrintPage *sheet = telaah_print_layout_get_page (self, page);

  if (page > 0)
    draw_head (self, cr, page);
  for (guint i = 0; i < sheet->pieces->len; i++)
    draw_piece (self, cr, &g_array_index (sheet->pieces, TelaahPrintPiece, i));
  for (guint i = 0; i < sheet->brackets->len; i++)
    draw_bracket (self, cr, &g_array_index (sheet->brackets, TelaahPrintBracket, i));
  for (guint i = 0; i < sheet->notes->len; i++)
    draw_note (self, cr, &g_array_index (sheet->notes, TelaahPrintNote, i));
}
