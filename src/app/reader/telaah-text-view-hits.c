/* What a search has found, on the words of the text: a soft yellow behind them with a line around, which no theme has; the
 * one that is looked at stronger. It is a part of what a paragraph keeps drawn, so that scrolling finds it ready.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-text-view-paragraph.h"

#include <adwaita.h>

/* Of one kind of style: dark or not, the hit that is looked at or another. */
typedef struct
{
  GdkRGBA fill;
  GdkRGBA line;
} Look;

static const Look looks[2][2] = {
  { { { 0.98, 0.89, 0.31, 0.50 }, { 0.79, 0.60, 0.00, 0.70 } },
    { { 1.00, 0.72, 0.13, 0.80 }, { 0.63, 0.33, 0.00, 1.00 } } },
  { { { 0.97, 0.85, 0.30, 0.22 }, { 0.97, 0.85, 0.30, 0.60 } },
    { { 1.00, 0.70, 0.15, 0.42 }, { 1.00, 0.78, 0.30, 1.00 } } },
};

/* What it grows by beyond the words, and how thick the line is, in pixels. */
#define OUTSET       1
#define LINE         1
#define LINE_CURRENT 2

static void
get_look (TelaahTextView *self,
          gboolean        current,
          Look           *look)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  *look = looks[adw_style_manager_get_dark (style)][current];
  if (adw_style_manager_get_high_contrast (style))
    {
      gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &look->line);
      look->line.alpha = 1;
    }
}

/* With round corners, but of pixels and not by a rounded clip, which renderers without a GPU draw through a mask. */
static void
draw_box (GtkSnapshot *snapshot,
          const Look  *look,
          float        x,
          float        y,
          float        width,
          float        height,
          float        line)
{
  gtk_snapshot_append_color (snapshot, &look->fill,
                             &GRAPHENE_RECT_INIT (x + line, y + line, width - 2 * line, height - 2 * line));
  gtk_snapshot_append_color (snapshot, &look->line, &GRAPHENE_RECT_INIT (x + line, y, width - 2 * line, line));
  gtk_snapshot_append_color (snapshot, &look->line,
                             &GRAPHENE_RECT_INIT (x + line, y + height - line, width - 2 * line, line));
  gtk_snapshot_append_color (snapshot, &look->line, &GRAPHENE_RECT_INIT (x, y + line, line, height - 2 * line));
  gtk_snapshot_append_color (snapshot, &look->line,
                             &GRAPHENE_RECT_INIT (x + width - line, y + line, line, height - 2 * line));
}

static void
draw_hit (TelaahLines *lines,
          TelaahSpan   hit,
          const Look  *look,
          float        line_width,
          GtkSnapshot *snapshot)
{
  for (guint i = telaah_lines_find (lines, hit.start);
       i < telaah_lines_get_n (lines) && telaah_lines_get (lines, i)->start < hit.end; i++)
    {
      const TelaahLine *line = telaah_lines_get (lines, i);
      const GArray *ranges = telaah_lines_get_ranges (lines, i, hit.start, hit.end);

      for (guint k = 0; k < ranges->len; k++)
        {
          const TelaahRange *range = &g_array_index (ranges, TelaahRange, k);

          if (range->width > 0)
            draw_box (snapshot, look, range->x - OUTSET, line->y, range->width + 2 * OUTSET, line->height, line_width);
        }
    }
}

/* The first that ends behind @offset. */
static guint
find_hit (const GArray *hits,
          guint         offset)
{
  guint low = 0, high = hits->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (hits, TelaahSpan, middle).end <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
has_any (const GArray *hits,
         TelaahSpan    span)
{
  guint first = hits != NULL ? find_hit (hits, span.start) : 0;

  return hits != NULL && first < hits->len && g_array_index (hits, TelaahSpan, first).start < span.end;
}

gboolean
telaah_text_view_has_hits (TelaahTextView *self,
                           TelaahSpan      span)
{
  return has_any (self->hits, span) || has_any (self->current_hit, span);
}

static void
draw_hits (TelaahTextView *self,
           TelaahLines    *lines,
           const GArray   *hits,
           TelaahSpan      paragraph,
           gboolean        current,
           GtkSnapshot    *snapshot)
{
  Look look;

  if (!has_any (hits, paragraph))
    return;

  get_look (self, current, &look);
  for (guint i = find_hit (hits, paragraph.start);
       i < hits->len && g_array_index (hits, TelaahSpan, i).start < paragraph.end; i++)
    {
      TelaahSpan hit = g_array_index (hits, TelaahSpan, i);

      hit.start = MAX (hit.start, paragraph.start);
      hit.end = MIN (hit.end, paragraph.end);
      if (hit.start < hit.end && (current || !has_any (self->current_hit, hit)))
        draw_hit (lines, hit, &look, current ? LINE_CURRENT : LINE, snapshot);
    }
}

/* Those of a paragraph whose lines were measured. */
void
telaah_text_view_draw_hits (TelaahTextView *self,
                            TelaahLines    *lines,
                            TelaahSpan      paragraph,
                            GtkSnapshot    *snapshot)
{
  draw_hits (self, lines, self->hits, paragraph, FALSE, snapshot);
  draw_hits (self, lines, self->current_hit, paragraph, TRUE, snapshot);
}

static gboolean
set_spans (GArray **slot,
           GArray  *spans)
{
  GArray *before = *slot;

  if (before == spans)
    return FALSE;

  *slot = spans != NULL ? g_array_ref (spans) : NULL;
  g_clear_pointer (&before, g_array_unref);

  return TRUE;
}

/**
 * telaah_text_view_set_hits:
 * @hits: (nullable) (element-type TelaahSpan): in text order, none of which overlap; kept, and not to be changed after
 *
 * What a search has found. They stay until others are set, whatever the text.
 */
void
telaah_text_view_set_hits (TelaahTextView *self,
                           GArray         *hits)
{
  g_return_if_fail (TELAAH_IS_TEXT_VIEW (self));

  if (set_spans (&self->hits, hits))
    telaah_text_view_forget_drawing (self);
}

static void
forget_spans (TelaahTextView *self,
              const GArray   *spans)
{
  guint most = self->text != NULL ? telaah_text_get_characters (self->text) : 0;

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      TelaahSpan span = g_array_index (spans, TelaahSpan, i);

      if (span.start < span.end && span.end <= most)
        telaah_text_view_forget_span (self, span);
    }
}

/* The words of the one that is looked at, as above; NULL: none is. */
void
telaah_text_view_set_current_hit (TelaahTextView *self,
                                  GArray         *words)
{
  g_return_if_fail (TELAAH_IS_TEXT_VIEW (self));

  forget_spans (self, self->current_hit);
  if (set_spans (&self->current_hit, words))
    forget_spans (self, words);
}
