/* How passages look: a soft tint, underlines in their lanes and brackets in the margin. What a paragraph shows is
 * kept as one render node until its passages, the font or the width change, so that scrolling draws nothing anew.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-text-view-private.h"

#include <adwaita.h>

#include "app/reader/telaah-lines.h"
#include "app/reader/telaah-stretches.h"

/* Lanes that are drawn, both of underlines and of brackets; what lies deeper has its tint alone. */
#define LANES 6

/* Pixels at the top of a line that hardly any letter reaches. */
#define OVER_LETTERS 3

#define BRACKET_GAP   14    /* between the brackets and the text */
#define BRACKET_WIDTH 3
#define BRACKET_STEP  6

/* Nodes kept; beyond that all are dropped, which costs a frame or two. */
#define MOST_KEPT 4096

typedef struct
{
  float          x, top, bottom;    /* within the paragraph */
  TelaahPassage *passage;
} Bracket;

typedef struct
{
  GskRenderNode *node;        /* or NULL: nothing to see */
  GArray        *brackets;    /* Bracket, or NULL */
  gboolean       drawn;
} Paragraph;

struct _TelaahDrawing
{
  Paragraph *paragraphs;
  guint      n_paragraphs;
  guint      n_kept;
  guint      n_drawn;         /* ever, for the tests */

  GArray    *indices;         /* scratch: guint, of highlights */
  GArray    *lines;           /* scratch: TelaahLine */
  GArray    *stretches;       /* scratch: TelaahStretch */
};

/* A paragraph while it is drawn. */
typedef struct
{
  TelaahTextView *view;
  GtkTextIter     iter;       /* its beginning */
  guint           start, end;
  gboolean        blank;      /* no more than white space */
  int             y, height;
  GtkSnapshot    *tints;
  GtkSnapshot    *marks;      /* over the tints, whichever passage they belong to */
  float           alpha;
  int             thickness;  /* of underlines */
  int             step;       /* from one lane's to the next */
  guint           underlines; /* lanes that find room */
} Canvas;

static void
clear_bracket (gpointer data)
{
  g_object_unref (((Bracket *) data)->passage);
}

static void
clear_paragraph (TelaahDrawing *self,
                 Paragraph     *paragraph)
{
  g_clear_pointer (&paragraph->node, gsk_render_node_unref);
  g_clear_pointer (&paragraph->brackets, g_array_unref);
  self->n_kept -= paragraph->drawn;
  paragraph->drawn = FALSE;
}

TelaahDrawing *
telaah_drawing_new (void)
{
  TelaahDrawing *self = g_new0 (TelaahDrawing, 1);

  self->indices = g_array_new (FALSE, FALSE, sizeof (guint));
  self->lines = g_array_new (FALSE, FALSE, sizeof (TelaahLine));
  self->stretches = g_array_new (FALSE, FALSE, sizeof (TelaahStretch));

  return self;
}

void
telaah_drawing_reset (TelaahDrawing *self,
                      guint          n_paragraphs)
{
  for (guint i = 0; i < self->n_paragraphs && self->n_kept > 0; i++)
    clear_paragraph (self, &self->paragraphs[i]);

  if (self->n_paragraphs != n_paragraphs)
    {
      g_free (self->paragraphs);
      self->paragraphs = g_new0 (Paragraph, n_paragraphs);
      self->n_paragraphs = n_paragraphs;
    }
}

void
telaah_drawing_free (TelaahDrawing *self)
{
  telaah_drawing_reset (self, 0);
  g_free (self->paragraphs);
  g_array_unref (self->indices);
  g_array_unref (self->lines);
  g_array_unref (self->stretches);
  g_free (self);
}

/* How many paragraphs have been drawn anew since the beginning. */
guint
telaah_drawing_get_n_drawn (TelaahDrawing *self)
{
  return self->n_drawn;
}

static gboolean
is_blank (const GtkTextIter *start)
{
  GtkTextIter iter = *start;

  while (!gtk_text_iter_ends_line (&iter))
    {
      if (!g_unichar_isspace (gtk_text_iter_get_char (&iter)))
        return FALSE;
      gtk_text_iter_forward_char (&iter);
    }

  return TRUE;
}

static int
get_x (Canvas *canvas,
       guint   offset)
{
  GtkTextIter iter = canvas->iter;
  GdkRectangle area;

  gtk_text_iter_set_line_offset (&iter, offset - canvas->start);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (canvas->view), &iter, &area);

  return area.x;
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

/* The colour between those of all its themes; the fainter the deeper its lane, since tints add up and the letters on
 * them are to stay legible. */
static GdkRGBA
get_tint (Canvas                *canvas,
          const TelaahHighlight *highlight)
{
  guint n = MAX (highlight->n_themes, 1);
  GdkRGBA tint = { 0, 0, 0, canvas->alpha / (1 + 0.7f * highlight->lane) };

  if (is_selected (canvas, highlight))
    tint.alpha = canvas->alpha * 1.8f;

  for (guint i = 0; i < n; i++)
    {
      const GdkRGBA *color = telaah_colors_get (canvas->view->colors, get_theme (highlight, i));

      tint.red += color->red / n;
      tint.green += color->green / n;
      tint.blue += color->blue / n;
    }

  return tint;
}

/* Underlines lie below the letters of their line, down into the free space over those of the next: a pixel apart
 * where all of the paragraph's find room so, else one on the other. */
static void
set_underlines (Canvas *canvas)
{
  const GArray *indices = canvas->view->drawing->indices;
  int room = canvas->view->line_gap + OVER_LETTERS;
  guint lanes = 0;

  for (guint i = 0; i < indices->len; i++)
    {
      const TelaahHighlight *highlight =
        telaah_highlights_get (canvas->view->highlights, g_array_index (indices, guint, i));

      lanes = MAX (lanes, highlight->lane + MAX (highlight->n_themes, 1));
    }

  canvas->step = (int) MIN (lanes, LANES) * (canvas->thickness + 1) <= room + 1 ? canvas->thickness + 1
                                                                                : canvas->thickness;
  canvas->underlines = CLAMP ((room + canvas->step - canvas->thickness) / canvas->step, 1, LANES);
}

static void
draw_on_line (Canvas                *canvas,
              const TelaahHighlight *highlight,
              const GdkRGBA         *tint,
              const TelaahLine      *line,
              int                    from,
              int                    to)
{
  int x = MIN (from, to), width = ABS (to - from);
  guint n = MAX (highlight->n_themes, 1);

  if (width == 0)
    return;

  gtk_snapshot_append_color (canvas->tints, tint, &GRAPHENE_RECT_INIT (x, line->y, width, line->height));

  for (guint i = 0; i < n && highlight->lane + i < canvas->underlines; i++)
    {
      const GdkRGBA *color = telaah_colors_get (canvas->view->colors, get_theme (highlight, i));
      int y = line->y + line->height + (int) (highlight->lane + i) * canvas->step;

      gtk_snapshot_append_color (canvas->marks, color, &GRAPHENE_RECT_INIT (x, y, width, canvas->thickness));
    }

  if (is_selected (canvas, highlight))
    {
      const GdkRGBA *color = telaah_colors_get (canvas->view->colors, get_theme (highlight, 0));

      gtk_snapshot_append_color (canvas->marks, color, &GRAPHENE_RECT_INIT (x, line->y - 1, width, 1));
    }
}

/* Draws one passage on the words of the paragraph. FALSE: it has none of them. */
static gboolean
draw_words (Canvas                *canvas,
            const TelaahHighlight *highlight,
            TelaahStretch         *stretch)
{
  const GArray *lines = canvas->view->drawing->lines;
  guint start = MAX (highlight->start, canvas->start), end = MIN (highlight->end, canvas->end);
  GdkRGBA tint = get_tint (canvas, highlight);

  *stretch = (TelaahStretch) {
    .highlight = highlight,
    .before = highlight->start < canvas->start,
    .behind = highlight->end > canvas->end + 1,    /* more than the line break */
  };

  if (canvas->blank || start >= end)
    {
      stretch->last = lines->len - 1;
      return stretch->before && stretch->behind;    /* within a passage its brackets go on */
    }

  stretch->first = telaah_lines_find (lines, start);
  for (guint i = stretch->first; i < lines->len && g_array_index (lines, TelaahLine, i).start < end; i++)
    {
      const TelaahLine *line = &g_array_index (lines, TelaahLine, i);

      draw_on_line (canvas, highlight, &tint, line,
                    i == stretch->first && start > line->start ? get_x (canvas, start) : line->x0,
                    end >= line->end ? line->x1 : get_x (canvas, end));
      stretch->last = i;
    }

  return TRUE;
}

/* A bar with round ends, where it ends: of pixels and not by a rounded clip, which renderers without a GPU draw through
 * a mask, at several times the cost of the text. */
static void
draw_bar (GtkSnapshot         *snapshot,
          const GdkRGBA       *color,
          float                x,
          float                width,
          const Bracket       *bracket,
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
  const GArray *lines = canvas->view->drawing->lines;
  const TelaahLine *first = &g_array_index (lines, TelaahLine, stretch->first);
  const TelaahLine *last = &g_array_index (lines, TelaahLine, stretch->last);
  guint n = MAX (stretch->highlight->n_themes, 1);
  int left = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (canvas->view)) - BRACKET_GAP - BRACKET_WIDTH;

  for (guint i = 0; i < n && stretch->column + i < LANES; i++)
    {
      GdkRGBA color = *telaah_colors_get (canvas->view->colors, get_theme (stretch->highlight, i));
      Bracket bracket = {
        .x = left - (int) (stretch->column + i) * BRACKET_STEP,
        .top = stretch->before ? 0 : first->y,
        .bottom = stretch->behind ? canvas->height : last->y + last->height,
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

static void
draw_paragraph (Canvas    *canvas,
                Paragraph *paragraph)
{
  TelaahDrawing *drawing = canvas->view->drawing;
  g_autoptr(GskRenderNode) marks = NULL;

  telaah_highlights_query (canvas->view->highlights,
                           (TelaahSpan) { canvas->start, canvas->end + 1 }, drawing->indices);
  drawing->n_drawn += 1;
  drawing->n_kept += 1;
  paragraph->drawn = TRUE;
  if (drawing->indices->len == 0)
    return;

  canvas->tints = gtk_snapshot_new ();
  canvas->marks = gtk_snapshot_new ();
  set_underlines (canvas);
  canvas->blank = is_blank (&canvas->iter);
  telaah_lines_measure (drawing->lines, GTK_TEXT_VIEW (canvas->view), &canvas->iter, canvas->y);
  g_array_set_size (drawing->stretches, 0);

  for (guint i = 0; i < drawing->indices->len; i++)
    {
      guint index = g_array_index (drawing->indices, guint, i);
      TelaahStretch stretch;

      if (draw_words (canvas, telaah_highlights_get (canvas->view->highlights, index), &stretch))
        g_array_append_val (drawing->stretches, stretch);
    }

  telaah_stretches_place (drawing->stretches, LANES);
  paragraph->brackets = g_array_new (FALSE, FALSE, sizeof (Bracket));
  g_array_set_clear_func (paragraph->brackets, clear_bracket);
  for (guint i = 0; i < drawing->stretches->len; i++)
    if (g_array_index (drawing->stretches, TelaahStretch, i).placed)
      draw_bracket (canvas, &g_array_index (drawing->stretches, TelaahStretch, i), paragraph->brackets);

  marks = gtk_snapshot_free_to_node (canvas->marks);
  if (marks != NULL)
    gtk_snapshot_append_node (canvas->tints, marks);
  paragraph->node = gtk_snapshot_free_to_node (canvas->tints);
}

/* GtkTextViewClass.snapshot_layer: what lies under the letters. */
void
telaah_text_view_snapshot_layer (GtkTextView      *view,
                                 GtkTextViewLayer  layer,
                                 GtkSnapshot      *snapshot)
{
  TelaahTextView *self = TELAAH_TEXT_VIEW (view);
  TelaahDrawing *drawing = self->drawing;
  AdwStyleManager *style = adw_style_manager_get_default ();
  Canvas canvas = { .view = self };
  GdkRectangle visible;

  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT || telaah_highlights_get_n (self->highlights) == 0)
    return;
  if (drawing->n_kept > MOST_KEPT)
    telaah_drawing_reset (drawing, drawing->n_paragraphs);

  canvas.alpha = adw_style_manager_get_dark (style) ? 0.20 : 0.15;
  canvas.thickness = adw_style_manager_get_high_contrast (style) ? 3 : 2;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &canvas.iter, visible.y, NULL);
  do
    {
      guint line = gtk_text_iter_get_line (&canvas.iter);
      Paragraph *paragraph;

      gtk_text_view_get_line_yrange (view, &canvas.iter, &canvas.y, &canvas.height);
      if (canvas.y > visible.y + visible.height || line >= drawing->n_paragraphs)
        break;

      paragraph = &drawing->paragraphs[line];
      if (!paragraph->drawn)
        {
          GtkTextIter end = canvas.iter;

          if (!gtk_text_iter_ends_line (&end))
            gtk_text_iter_forward_to_line_end (&end);
          canvas.start = gtk_text_iter_get_offset (&canvas.iter);
          canvas.end = gtk_text_iter_get_offset (&end);
          draw_paragraph (&canvas, paragraph);
        }

      if (paragraph->node != NULL)
        {
          gtk_snapshot_save (snapshot);
          gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, canvas.y));
          gtk_snapshot_append_node (snapshot, paragraph->node);
          gtk_snapshot_restore (snapshot);
        }
    }
  while (gtk_text_iter_forward_line (&canvas.iter));
}

void
telaah_text_view_forget_drawing (TelaahTextView *self)
{
  telaah_drawing_reset (self->drawing, self->drawing->n_paragraphs);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Passages there have changed. */
void
telaah_text_view_forget_span (TelaahTextView *self,
                              TelaahSpan      span)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, MIN (span.start, G_MAXINT));
  gtk_text_buffer_get_iter_at_offset (buffer, &end, MIN (span.end, G_MAXINT));

  for (guint i = gtk_text_iter_get_line (&start); i <= (guint) gtk_text_iter_get_line (&end); i++)
    if (i < self->drawing->n_paragraphs)
      clear_paragraph (self->drawing, &self->drawing->paragraphs[i]);

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * telaah_text_view_get_bracket:
 * @x: in the coordinates of the widget
 *
 * Returns: (transfer none) (nullable): the passage whose bracket is there
 */
TelaahPassage *
telaah_text_view_get_bracket (TelaahTextView *self,
                              double          x,
                              double          y)
{
  GtkTextIter iter;
  const Paragraph *paragraph;
  int left, top, line_y;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, x, y, &left, &top);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &iter, top, &line_y);
  if ((guint) gtk_text_iter_get_line (&iter) >= self->drawing->n_paragraphs)
    return NULL;

  paragraph = &self->drawing->paragraphs[gtk_text_iter_get_line (&iter)];
  for (guint i = 0; paragraph->brackets != NULL && i < paragraph->brackets->len; i++)
    {
      const Bracket *bracket = &g_array_index (paragraph->brackets, Bracket, i);
      double middle = bracket->x + BRACKET_WIDTH / 2.0;

      if (ABS (left - middle) <= BRACKET_STEP / 2.0
          && top - line_y >= bracket->top && top - line_y <= bracket->bottom)
        return bracket->passage;
    }

  return NULL;
}
