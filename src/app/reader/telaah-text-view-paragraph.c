/* What one paragraph shows under its letters: soft tints, underlines in their lanes, brackets in the margin.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-text-view-paragraph.h"

#include <adwaita.h>

#include "app/reader/telaah-stretches.h"

#define LANES         TELAAH_TEXT_VIEW_LANES
#define BRACKET_GAP   TELAAH_TEXT_VIEW_BRACKET_GAP
#define BRACKET_WIDTH TELAAH_TEXT_VIEW_BRACKET_WIDTH
#define BRACKET_STEP  TELAAH_TEXT_VIEW_BRACKET_STEP

/* Pixels at the top of a line that hardly any letter reaches. */
#define OVER_LETTERS 3

/* How strong the tint of a passage is, how much is added by each further one on the same words, and at most: letters
 * on it are to stay legible. */
#define TINT_LIGHT 0.15f
#define TINT_DARK  0.20f
#define TINT_MORE  0.35f
#define TINT_MOST  1.8f

/* What shows in the margin that a mark is a proposal. */
#define PROPOSAL_X    9
#define PROPOSAL_DOT  2
#define PROPOSAL_STEP 5

struct _TelaahPen
{
  GArray      *indices;      /* guint, of highlights */
  GArray      *borders;      /* guint, where any of them begins or ends, in order */
  GArray      *stretches;    /* TelaahStretch */
  TelaahLines *lines;
};

/* A paragraph while it is drawn. */
typedef struct
{
  TelaahPen             *pen;
  TelaahTextView        *view;
  const TelaahParagraph *at;
  TelaahPassage         *dragged;    /* is left out; or NULL */
  gboolean               blank;      /* no more than white space */
  GtkSnapshot           *tints;
  GtkSnapshot           *marks;      /* over the tints, whichever passage they belong to */
  float                  alpha;      /* of the tint of one passage */
  int                    thickness;  /* of underlines */
  int                    step;       /* from one lane's to the next */
  guint                  underlines; /* lanes that find room */
} Canvas;

TelaahPen *
telaah_pen_new (void)
{
  TelaahPen *self = g_new0 (TelaahPen, 1);

  self->indices = g_array_new (FALSE, FALSE, sizeof (guint));
  self->borders = g_array_new (FALSE, FALSE, sizeof (guint));
  self->stretches = g_array_new (FALSE, FALSE, sizeof (TelaahStretch));
  self->lines = telaah_lines_new ();

  return self;
}

void
telaah_pen_free (TelaahPen *self)
{
  g_array_unref (self->indices);
  g_array_unref (self->borders);
  g_array_unref (self->stretches);
  telaah_lines_free (self->lines);
  g_free (self);
}

static void
clear_bracket (gpointer data)
{
  g_object_unref (((TelaahBracket *) data)->passage);
}

static gboolean
is_blank (const char *words,
          gsize       n_bytes)
{
  for (const char *p = words; p < words + n_bytes; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

static const TelaahHighlight *
get_highlight (Canvas *canvas,
               guint   index)    /* among those of the paragraph */
{
  return telaah_highlights_get (canvas->view->highlights, g_array_index (canvas->pen->indices, guint, index));
}

static const char *
get_theme (const TelaahHighlight *highlight,
           guint                  index)    /* 0 for one under no theme too */
{
  return highlight->n_themes > 0 ? telaah_passage_fields (highlight->passage)->themes[index] : NULL;
}

static gboolean
is_selected (Canvas                *canvas,
             const TelaahHighlight *highlight)
{
  return canvas->view->selected != NULL
         && g_str_equal (canvas->view->selected, telaah_passage_fields (highlight->passage)->id);
}

/* ---- Tints ---- */

static int
compare_borders (gconstpointer a,
                 gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return (x > y) - (x < y);
}

static void
find_borders (Canvas *canvas)
{
  GArray *borders = canvas->pen->borders;

  g_array_set_size (borders, 0);
  for (guint i = 0; i < canvas->pen->indices->len; i++)
    {
      const TelaahHighlight *highlight = get_highlight (canvas, i);
      guint start = MAX (highlight->start, canvas->at->start), end = MIN (highlight->end, canvas->at->end);

      if (start < end && highlight->passage != canvas->dragged)
        {
          g_array_append_val (borders, start);
          g_array_append_val (borders, end);
        }
    }
  g_array_sort (borders, compare_borders);
}

/* The colour between those of all themes that are on the characters there, the selected passage's above all. FALSE:
 * none is. */
static gboolean
get_tint (Canvas     *canvas,
          TelaahSpan  span,
          GdkRGBA    *tint)
{
  float weight = 0, strength = 1 - TINT_MORE;

  *tint = (GdkRGBA) { 0, 0, 0, 0 };
  for (guint i = 0; i < canvas->pen->indices->len; i++)
    {
      const TelaahHighlight *highlight = get_highlight (canvas, i);
      float part;

      if (highlight->start > span.start || highlight->end < span.end || highlight->passage == canvas->dragged)
        continue;

      part = is_selected (canvas, highlight) ? 4 : 1;
      strength = part > 1 ? TINT_MOST : strength + TINT_MORE;
      for (guint k = 0; k < MAX (highlight->n_themes, 1); k++)
        {
          const GdkRGBA *color = telaah_colors_get (canvas->view->colors, get_theme (highlight, k));

          tint->red += color->red * part;
          tint->green += color->green * part;
          tint->blue += color->blue * part;
          weight += part;
        }
    }
  if (weight == 0)
    return FALSE;

  tint->red /= weight;
  tint->green /= weight;
  tint->blue /= weight;
  tint->alpha = canvas->alpha * MIN (strength, TINT_MOST);

  return TRUE;
}

static void
draw_tint (Canvas        *canvas,
           TelaahSpan     span,
           const GdkRGBA *tint)
{
  TelaahLines *lines = canvas->pen->lines;

  for (guint i = telaah_lines_find (lines, span.start);
       i < telaah_lines_get_n (lines) && telaah_lines_get (lines, i)->start < span.end; i++)
    {
      const TelaahLine *line = telaah_lines_get (lines, i);
      const GArray *ranges = telaah_lines_get_ranges (lines, i, span.start, span.end);

      for (guint k = 0; k < ranges->len; k++)
        {
          const TelaahRange *range = &g_array_index (ranges, TelaahRange, k);

          gtk_snapshot_append_color (canvas->tints, tint,
                                     &GRAPHENE_RECT_INIT (range->x, line->y, range->width, line->height));
        }
    }
}

/* Each stretch between two borders once, so that a passage looks the same wherever nothing else is on its words. */
static void
draw_tints (Canvas *canvas)
{
  const GArray *borders = canvas->pen->borders;

  find_borders (canvas);
  for (guint i = 0; i + 1 < borders->len; i++)
    {
      TelaahSpan span = { g_array_index (borders, guint, i), g_array_index (borders, guint, i + 1) };
      GdkRGBA tint;

      if (span.start < span.end && get_tint (canvas, span, &tint))
        draw_tint (canvas, span, &tint);
    }
}

/* ---- Underlines ---- */

/* Underlines lie below the letters of their line, down into the free space over those of the next: a pixel apart
 * where all of the paragraph's find room so, else one on the other. */
static void
set_underlines (Canvas *canvas)
{
  int room = canvas->view->line_gap + OVER_LETTERS;
  guint lanes = 0;

  for (guint i = 0; i < canvas->pen->indices->len; i++)
    {
      const TelaahHighlight *highlight = get_highlight (canvas, i);

      lanes = MAX (lanes, highlight->lane + MAX (highlight->n_themes, 1));
    }

  canvas->step = (int) MIN (lanes, LANES) * (canvas->thickness + 1) <= room + 1 ? canvas->thickness + 1
                                                                                : canvas->thickness;
  canvas->underlines = CLAMP ((room + canvas->step - canvas->thickness) / canvas->step, 1, LANES);
}

static void
draw_range (Canvas                *canvas,
            const TelaahHighlight *highlight,
            const TelaahLine      *line,
            const TelaahRange     *range)
{
  guint n = MAX (highlight->n_themes, 1);

  for (guint i = 0; i < n && highlight->lane + i < canvas->underlines; i++)
    {
      const GdkRGBA *color = telaah_colors_get (canvas->view->colors, get_theme (highlight, i));
      int y = line->y + line->height + (int) (highlight->lane + i) * canvas->step;

      gtk_snapshot_append_color (canvas->marks, color,
                                 &GRAPHENE_RECT_INIT (range->x, y, range->width, canvas->thickness));
    }

  if (is_selected (canvas, highlight))
    {
      const GdkRGBA *color = telaah_colors_get (canvas->view->colors, get_theme (highlight, 0));

      gtk_snapshot_append_color (canvas->marks, color,
                                 &GRAPHENE_RECT_INIT (range->x, line->y - 1, range->width, 1));
    }
}

/* Draws one passage on the words of the paragraph. FALSE: it has none of them. */
static gboolean
draw_words (Canvas                *canvas,
            const TelaahHighlight *highlight,
            TelaahStretch         *stretch)
{
  TelaahLines *lines = canvas->pen->lines;
  guint start = MAX (highlight->start, canvas->at->start), end = MIN (highlight->end, canvas->at->end);

  *stretch = (TelaahStretch) {
    .highlight = highlight,
    .before = highlight->start < canvas->at->start,
    .behind = highlight->end > canvas->at->end + 1,    /* more than the line break */
  };

  if (canvas->blank || start >= end)
    {
      stretch->last = telaah_lines_get_n (lines) - 1;
      return stretch->before && stretch->behind;    /* within a passage its brackets go on */
    }

  stretch->first = telaah_lines_find (lines, start);
  for (guint i = stretch->first; i < telaah_lines_get_n (lines) && telaah_lines_get (lines, i)->start < end; i++)
    {
      const GArray *ranges = telaah_lines_get_ranges (lines, i, start, end);

      for (guint k = 0; k < ranges->len; k++)
        draw_range (canvas, highlight, telaah_lines_get (lines, i), &g_array_index (ranges, TelaahRange, k));
      stretch->last = i;
    }

  return TRUE;
}

/* ---- The margin ---- */

/* A bar with round ends, where it ends: of pixels and not by a rounded clip, which renderers without a GPU draw through
 * a mask, at several times the cost of the text. */
static void
draw_bar (GtkSnapshot         *snapshot,
          const GdkRGBA       *color,
          float                x,
          float                width,
          const TelaahBracket       *bracket,
          const TelaahStretch *stretch)
{
  float top = bracket->top + !stretch->before, bottom = bracket->bottom - !stretch->behind;

  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, top, width, bottom - top));
  if (!stretch->before)
    gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x + 1, top - 1, width - 2, 1));
  if (!stretch->behind)
    gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x + 1, bottom, width - 2, 1));
}

static void
draw_bracket (Canvas              *canvas,
              const TelaahStretch *stretch,
              GArray              *brackets)
{
  const TelaahLines *lines = canvas->pen->lines;
  const TelaahLine *first = telaah_lines_get (lines, stretch->first);
  const TelaahLine *last = telaah_lines_get (lines, stretch->last);
  guint n = MAX (stretch->highlight->n_themes, 1);
  int left = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (canvas->view)) - BRACKET_GAP - BRACKET_WIDTH;

  for (guint i = 0; i < n && stretch->column + i < LANES; i++)
    {
      GdkRGBA color = *telaah_colors_get (canvas->view->colors, get_theme (stretch->highlight, i));
      TelaahBracket bracket = {
        .x = left - (int) (stretch->column + i) * BRACKET_STEP,
        .top = stretch->before ? 0 : first->y,
        .bottom = stretch->behind ? canvas->at->height : last->y + last->height,
        .starts = !stretch->before,
        .ends = !stretch->behind,
        .innermost = left - (int) stretch->column * BRACKET_STEP,
        .passage = g_object_ref (stretch->highlight->passage),
      };

      draw_bar (canvas->marks, &color, bracket.x, BRACKET_WIDTH, &bracket, stretch);
      if (is_selected (canvas, stretch->highlight))
        {
          color.alpha = 0.35;
          draw_bar (canvas->marks, &color, bracket.x - 2, BRACKET_WIDTH + 4, &bracket, stretch);
        }
      g_array_append_val (brackets, bracket);
    }
}

/* Dots down the margin beside it. */
static void
draw_proposals (Canvas *canvas)
{
  const TelaahLines *lines = canvas->pen->lines;
  float x = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (canvas->view)) - PROPOSAL_X;
  GdkRGBA color;
  TelaahSpan proposal;
  guint next = 0;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (canvas->view)), &color);
  color.alpha *= 0.5;
  while (telaah_text_view_has_proposal (canvas->view, (TelaahSpan) { canvas->at->start, canvas->at->end },
                                        &next, &proposal))
    {
      const TelaahLine *first = telaah_lines_get (lines, telaah_lines_find (lines, proposal.start));
      const TelaahLine *last = telaah_lines_get (lines, telaah_lines_find (lines, proposal.end - 1));

      for (int y = first->y + 1; y + PROPOSAL_DOT <= last->y + last->height; y += PROPOSAL_STEP)
        gtk_snapshot_append_color (canvas->marks, &color, &GRAPHENE_RECT_INIT (x, y, PROPOSAL_DOT, PROPOSAL_DOT));
    }
}

static void
draw_passages (Canvas *canvas,
               GArray *brackets)
{
  GArray *stretches = canvas->pen->stretches;

  g_array_set_size (stretches, 0);
  for (guint i = 0; i < canvas->pen->indices->len; i++)
    {
      const TelaahHighlight *highlight = get_highlight (canvas, i);
      TelaahStretch stretch;

      if (highlight->passage != canvas->dragged && draw_words (canvas, highlight, &stretch))
        g_array_append_val (stretches, stretch);
    }

  telaah_stretches_place (stretches, LANES);
  for (guint i = 0; i < stretches->len; i++)
    if (g_array_index (stretches, TelaahStretch, i).placed)
      draw_bracket (canvas, &g_array_index (stretches, TelaahStretch, i), brackets);
}

/**
 * telaah_pen_draw:
 * @brackets: (out) (nullable) (element-type TelaahBracket): those that were drawn
 *
 * Returns: (nullable): %NULL where there is nothing to see
 */
GskRenderNode *
telaah_pen_draw (TelaahPen              *self,
                 TelaahTextView         *view,
                 const TelaahParagraph  *paragraph,
                 GArray                **brackets)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  TelaahSpan span = { paragraph->start, paragraph->end }, other;
  Canvas canvas = {
    .pen = self,
    .view = view,
    .at = paragraph,
    .alpha = adw_style_manager_get_dark (style) ? TINT_DARK : TINT_LIGHT,
    .thickness = adw_style_manager_get_high_contrast (style) ? 3 : 2,
  };
  g_autoptr(GskRenderNode) marks = NULL;
  const char *words;
  guint next = 0;
  gsize n_bytes;
  float x;

  *brackets = NULL;
  telaah_highlights_query (view->highlights, (TelaahSpan) { span.start, span.end + 1 }, self->indices);
  if (self->indices->len == 0 && !telaah_text_view_has_proposal (view, span, &next, &other)
      && !telaah_text_view_has_hits (view, span))
    return NULL;

  words = telaah_text_get_body (view->text) + telaah_text_get_byte (view->text, span.start);
  n_bytes = telaah_text_get_byte (view->text, span.end) - telaah_text_get_byte (view->text, span.start);
  telaah_lines_measure (self->lines, GTK_TEXT_VIEW (view), &paragraph->iter, paragraph->y, span.start, words, n_bytes);
  canvas.blank = is_blank (words, n_bytes);
  canvas.dragged = telaah_text_view_get_dragged (view, &other, &x);
  canvas.tints = gtk_snapshot_new ();
  canvas.marks = gtk_snapshot_new ();
  *brackets = g_array_new (FALSE, FALSE, sizeof (TelaahBracket));
  g_array_set_clear_func (*brackets, clear_bracket);

  set_underlines (&canvas);
  if (!canvas.blank)
    draw_tints (&canvas);
  telaah_text_view_draw_hits (view, self->lines, span, canvas.tints);
  draw_passages (&canvas, *brackets);
  draw_proposals (&canvas);

  marks = gtk_snapshot_free_to_node (canvas.marks);
  if (marks != NULL)
    gtk_snapshot_append_node (canvas.tints, marks);

  return gtk_snapshot_free_to_node (canvas.tints);
}
