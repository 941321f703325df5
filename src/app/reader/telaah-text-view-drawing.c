/* What is drawn under the letters of the text, paragraph by paragraph. What one shows is kept as one render node until
 * its passages, the font or the width change, so that scrolling draws nothing anew.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-text-view-paragraph.h"

#define BRACKET_WIDTH TELAAH_TEXT_VIEW_BRACKET_WIDTH
#define BRACKET_STEP  TELAAH_TEXT_VIEW_BRACKET_STEP

/* How near to the end of a bracket it is grasped; of a short one, a third of it. */
#define BRACKET_END 7

/* Nodes kept; beyond that all are dropped, which costs a frame or two. */
#define MOST_KEPT 4096

typedef struct
{
  GskRenderNode *node;        /* or NULL: nothing to see */
  GArray        *brackets;    /* TelaahBracket, or NULL */
  gboolean       drawn;
} Paragraph;

struct _TelaahTextDrawing
{
  Paragraph *paragraphs;
  guint      n_paragraphs;
  guint      n_kept;
  guint      n_drawn;         /* ever, for the tests */

  TelaahPen *pen;
};

static void
clear_paragraph (TelaahTextDrawing *self,
                 Paragraph     *paragraph)
{
  g_clear_pointer (&paragraph->node, gsk_render_node_unref);
  g_clear_pointer (&paragraph->brackets, g_array_unref);
  self->n_kept -= paragraph->drawn;
  paragraph->drawn = FALSE;
}

TelaahTextDrawing *
telaah_text_drawing_new (void)
{
  TelaahTextDrawing *self = g_new0 (TelaahTextDrawing, 1);

  self->pen = telaah_pen_new ();

  return self;
}

void
telaah_text_drawing_reset (TelaahTextDrawing *self,
                           guint              n_paragraphs)
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
telaah_text_drawing_free (TelaahTextDrawing *self)
{
  telaah_text_drawing_reset (self, 0);
  g_free (self->paragraphs);
  telaah_pen_free (self->pen);
  g_free (self);
}

/* How many paragraphs have been drawn anew since the beginning. */
guint
telaah_text_drawing_get_n_drawn (TelaahTextDrawing *self)
{
  return self->n_drawn;
}

static void
draw_paragraph (TelaahTextView  *self,
                TelaahParagraph *at,
                Paragraph       *paragraph)
{
  GtkTextIter end = at->iter;

  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  at->start = telaah_text_view_get_offset (self, &at->iter);
  at->end = telaah_text_view_get_offset (self, &end);

  paragraph->node = telaah_pen_draw (self->drawing->pen, self, at, &paragraph->brackets);
  paragraph->drawn = TRUE;
  self->drawing->n_drawn += 1;
  self->drawing->n_kept += 1;
}

static void
draw_visible (TelaahTextView *self,
              GtkSnapshot    *snapshot)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  TelaahTextDrawing *drawing = self->drawing;
  TelaahParagraph at;
  GdkRectangle visible;

  if (drawing->n_kept > MOST_KEPT)
    telaah_text_drawing_reset (drawing, drawing->n_paragraphs);

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &at.iter, visible.y, NULL);
  do
    {
      guint line = gtk_text_iter_get_line (&at.iter);
      Paragraph *paragraph;

      gtk_text_view_get_line_yrange (view, &at.iter, &at.y, &at.height);
      if (at.y > visible.y + visible.height || line >= drawing->n_paragraphs)
        break;

      paragraph = &drawing->paragraphs[line];
      if (!paragraph->drawn)
        draw_paragraph (self, &at, paragraph);

      if (paragraph->node != NULL)
        {
          gtk_snapshot_save (snapshot);
          gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, at.y));
          gtk_snapshot_append_node (snapshot, paragraph->node);
          gtk_snapshot_restore (snapshot);
        }
    }
  while (gtk_text_iter_forward_line (&at.iter));
}

/* GtkTextViewClass.snapshot_layer: what lies under the letters, and over them. */
void
telaah_text_view_snapshot_layer (GtkTextView      *view,
                                 GtkTextViewLayer  layer,
                                 GtkSnapshot      *snapshot)
{
  TelaahTextView *self = TELAAH_TEXT_VIEW (view);

  if (layer == GTK_TEXT_VIEW_LAYER_ABOVE_TEXT)
    {
      telaah_text_view_draw_above (self, snapshot);
      return;
    }

  if (self->text != NULL
      && (telaah_highlights_get_n (self->highlights) > 0 || telaah_text_view_has_marks (self)
          || telaah_text_view_has_hits (self, (TelaahSpan) { 0, G_MAXUINT })))
    draw_visible (self, snapshot);
  telaah_text_view_draw_below (self, snapshot);
}

void
telaah_text_view_forget_drawing (TelaahTextView *self)
{
  telaah_text_drawing_reset (self->drawing, self->drawing->n_paragraphs);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Passages there have changed. */
void
telaah_text_view_forget_span (TelaahTextView *self,
                              TelaahSpan      span)
{
  GtkTextIter start, end;

  telaah_text_view_get_iter (self, span.start, &start);
  telaah_text_view_get_end_iter (self, span.end, &end);

  for (guint i = gtk_text_iter_get_line (&start); i <= (guint) gtk_text_iter_get_line (&end); i++)
    if (i < self->drawing->n_paragraphs)
      clear_paragraph (self->drawing, &self->drawing->paragraphs[i]);

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The bracket at @x and @y of the widget; @top: where that is within the paragraph. */
static const TelaahBracket *
find_bracket (TelaahTextView *self,
              double          x,
              double          y,
              int            *top)
{
  GtkTextIter iter;
  const Paragraph *paragraph;
  int left, line_y;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, x, y, &left, top);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &iter, *top, &line_y);
  if ((guint) gtk_text_iter_get_line (&iter) >= self->drawing->n_paragraphs)
    return NULL;

  *top -= line_y;
  paragraph = &self->drawing->paragraphs[gtk_text_iter_get_line (&iter)];
  for (guint i = 0; paragraph->brackets != NULL && i < paragraph->brackets->len; i++)
    {
      const TelaahBracket *bracket = &g_array_index (paragraph->brackets, TelaahBracket, i);
      double middle = bracket->x + BRACKET_WIDTH / 2.0;

      if (ABS (left - middle) <= BRACKET_STEP / 2.0 && *top >= bracket->top && *top <= bracket->bottom)
        return bracket;
    }

  return NULL;
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
  int top;
  const TelaahBracket *bracket = find_bracket (self, x, y, &top);

  return bracket != NULL ? bracket->passage : NULL;
}

/**
 * telaah_text_view_get_bracket_end:
 * @x: in the coordinates of the widget
 * @border: (out caller-allocates): its passage is borrowed
 *
 * Returns: whether an end of a bracket is there
 */
gboolean
telaah_text_view_get_bracket_end (TelaahTextView *self,
                                  double          x,
                                  double          y,
                                  TelaahBorder   *border)
{
  int top;
  const TelaahBracket *bracket = find_bracket (self, x, y, &top);
  float reach;

  if (bracket == NULL)
    return FALSE;

  reach = MIN (BRACKET_END, (bracket->bottom - bracket->top) / 3);
  *border = (TelaahBorder) {
    .passage = bracket->passage,
    .end = bracket->ends && top >= bracket->bottom - reach,
    .x = bracket->innermost,
  };

  return border->end || (bracket->starts && top <= bracket->top + reach);
}
