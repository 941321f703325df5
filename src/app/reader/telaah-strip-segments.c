/* The coloured segments of the strip: a bucket per pixel, of which those where passages have changed are filled anew.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-strip-private.h"

#include <math.h>
#include <string.h>

#define ROW_HEIGHT (TELAAH_STRIP_TRACK_HEIGHT / TELAAH_STRIP_ROWS)

static void
vote (TelaahStripBucket *bucket,
      const GdkRGBA     *color)
{
  if (bucket->votes == 0)
    bucket->color = color;
  bucket->votes += bucket->color == color ? 1 : -1;
}

/* Asked once a theme and drawing. */
static guint
get_row (TelaahStrip *self,
         GHashTable  *rows,
         const char  *theme)
{
  gpointer row;

  if (!g_hash_table_lookup_extended (rows, theme, NULL, &row))
    {
      row = GUINT_TO_POINTER (self->row_func (theme, self->row_data));
      g_hash_table_insert (rows, (gpointer) theme, row);
    }

  return GPOINTER_TO_UINT (row);
}

/* Fills the pixels of @span anew, with what lies in them and a pixel to either side. */
static void
fill_buckets (TelaahStrip *self,
              TelaahSpan   span,
              int          width)
{
  g_autoptr(GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal);
  double scale = (double) width / MAX (self->length, 1);
  int first = CLAMP ((int) (MIN (span.start, self->length) * scale) - 1, 0, width);
  int last = CLAMP ((int) ceil (MIN (span.end, self->length) * scale) + 1, first, width);

  for (guint row = 0; row < TELAAH_STRIP_ROWS; row++)
    memset (&self->buckets[row * width + first], 0, (last - first) * sizeof (TelaahStripBucket));

  telaah_highlights_query (self->highlights,
                           (TelaahSpan) { MAX (first - 1, 0) / scale, last < width ? (last + 1) / scale : G_MAXUINT },
                           self->indices);
  for (guint i = 0; i < self->indices->len; i++)
    {
      const TelaahHighlight *highlight = telaah_highlights_get (self->highlights,
                                                                g_array_index (self->indices, guint, i));
      const char *const *themes = telaah_passage_fields (highlight->passage)->themes;
      int from = MIN (highlight->start * scale, width - 1);
      int to = CLAMP ((int) ceil (highlight->end * scale), from + 1, width);

      for (guint k = 0; k < MAX (highlight->n_themes, 1u); k++)
        {
          const char *theme = highlight->n_themes > 0 ? themes[k] : NULL;
          const GdkRGBA *color = telaah_colors_get (self->colors, theme);
          guint row = self->row_func != NULL && theme != NULL ? get_row (self, rows, theme)
                                                              : highlight->lane + k;

          if (row < TELAAH_STRIP_ROWS)
            for (int x = MAX (from, first); x < MIN (to, last); x++)
              vote (&self->buckets[row * width + x], color);
        }
    }
}

/* Owned by the caller; NULL: there is nothing to see. */
GskRenderNode *
telaah_strip_draw_segments (TelaahStrip *self)
{
  int width = telaah_strip_get_track_width (self);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  const TelaahStripBucket *buckets;

  if (self->buckets == NULL || self->drawn_width != width)
    {
      g_free (self->buckets);
      self->buckets = g_new0 (TelaahStripBucket, width * TELAAH_STRIP_ROWS);
      self->changed = (TelaahSpan) { 0, G_MAXUINT };
    }
  fill_buckets (self, self->changed, width);
  self->changed = (TelaahSpan) { 0, 0 };
  buckets = self->buckets;

  for (guint row = 0; row < TELAAH_STRIP_ROWS; row++)
    for (int x = 0, from; x < width;)
      {
        const GdkRGBA *color = buckets[row * width + x].color;

        for (from = x; x < width && buckets[row * width + x].color == color; x++);
        if (color != NULL)
          gtk_snapshot_append_color (snapshot, color,
                                     &GRAPHENE_RECT_INIT (from, row * ROW_HEIGHT, x - from, ROW_HEIGHT));
      }

  return gtk_snapshot_free_to_node (snapshot);
}
