/* How quotes are laid out and drawn in a field of the comparison: block under block, each with its reference.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-grid-painting.h"

#include "app/compare/telaah-ink.h"

/* References, against the words. */
#define SMALL 0.86

/* As elsewhere in the program where a text's own words are given. */
#define SERIF "serif"

/* Pixels in the painting. */
typedef struct
{
  PangoLayout *quote;
  PangoLayout *reference;
  int          y;
  int          middle;    /* where the reference begins */
  int          end;
} Block;

static void
clear_block (gpointer data)
{
  Block *block = data;

  g_clear_object (&block->quote);
  g_clear_object (&block->reference);
}

static PangoLayout *
make_layout (GtkWidget  *widget,
             const char *text,
             gboolean    small,
             int         width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  if (small)
    pango_attr_list_insert (attributes, pango_attr_scale_new (SMALL));
  else
    {
      pango_attr_list_insert (attributes, pango_attr_family_new (SERIF));
      pango_attr_list_insert (attributes, pango_attr_line_height_new (1.15));
    }

  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);

  return layout;
}

/**
 * telaah_grid_painting_put_quotes:
 * @y: where they begin
 * @line: how high a line of text is; the gaps grow with it
 *
 * Returns: where they end
 */
int
telaah_grid_painting_put_quotes (TelaahGridPainting   *self,
                                 GtkWidget            *widget,
                                 const TelaahGridFace *face,
                                 int                   y,
                                 int                   width,
                                 int                   line)
{
  g_clear_pointer (&self->blocks, g_array_unref);
  self->blocks = g_array_new (FALSE, TRUE, sizeof (Block));
  g_array_set_clear_func (self->blocks, clear_block);

  for (guint i = 0; i < face->quotes->len; i++)
    {
      const TelaahGridQuote *quote = face->quotes->pdata[i];
      g_autofree char *words = g_strdup_printf ("“%s”", quote->quote);
      Block block = { 0 };
      int height;

      block.quote = make_layout (widget, words, FALSE, width);
      block.reference = make_layout (widget, quote->reference, TRUE, width);
      block.y = i > 0 ? y + line * 2 / 3 : y;
      pango_layout_get_pixel_size (block.quote, NULL, &height);
      block.middle = block.y + height + line / 5;
      pango_layout_get_pixel_size (block.reference, NULL, &height);
      y = block.end = block.middle + height;
      g_array_append_val (self->blocks, block);
    }

  return y;
}

static void
draw_layout (GtkSnapshot   *snapshot,
             PangoLayout   *layout,
             int            y,
             const GdkRGBA *ink)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, y));
  gtk_snapshot_append_layout (snapshot, layout, ink);
  gtk_snapshot_restore (snapshot);
}

void
telaah_grid_painting_draw_quotes (TelaahGridPainting *self,
                                  GtkSnapshot        *snapshot,
                                  const GdkRGBA      *color)
{
  GdkRGBA dim = *color;

  telaah_ink_dim (&dim);

  for (guint i = 0; self->blocks != NULL && i < self->blocks->len; i++)
    {
      const Block *block = &g_array_index (self->blocks, Block, i);

      draw_layout (snapshot, block->quote, block->y, color);
      draw_layout (snapshot, block->reference, block->middle, &dim);
    }
}

/* The number of the quote at @y, from 1; 0 where there is none. */
guint
telaah_grid_painting_find_quote (TelaahGridPainting *self,
                                 double              y)
{
  for (guint i = 0; self->blocks != NULL && i < self->blocks->len; i++)
    {
      const Block *block = &g_array_index (self->blocks, Block, i);

      if (y >= block->y && y < block->end)
        return i + 1;
    }

  return 0;
}

gboolean
telaah_grid_painting_get_quote_box (TelaahGridPainting *self,
                                    guint               number,
                                    GdkRectangle       *box)
{
  const Block *block;

  if (self->blocks == NULL || number == 0 || number > self->blocks->len)
    return FALSE;

  block = &g_array_index (self->blocks, Block, number - 1);
  *box = (GdkRectangle) { 0, block->y, self->width, block->end - block->y };

  return TRUE;
}

/* Round the quote that the keys are at. */
void
telaah_grid_painting_draw_ring (TelaahGridPainting *self,
                                GtkWidget          *widget,
                                GtkSnapshot        *snapshot,
                                guint               number)
{
  const float widths[4] = { 2, 2, 2, 2 };
  GdkRGBA accent = { 0.2, 0.5, 0.9, 1 };
  const GdkRGBA colors[4] = { accent, accent, accent, accent };
  GdkRGBA found;
  GdkRectangle box;
  GskRoundedRect outline;

  if (!telaah_grid_painting_get_quote_box (self, number, &box))
    return;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (box.x - 5, box.y - 4, box.width + 10, box.height + 8),
                                   6);

  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "accent_bg_color", &found))
    gtk_snapshot_append_border (snapshot, &outline, widths, (GdkRGBA[4]) { found, found, found, found });
  else
    gtk_snapshot_append_border (snapshot, &outline, widths, colors);
}
