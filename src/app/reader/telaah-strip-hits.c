/* Small ticks below the track of the strip, where a search has found something.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-strip-private.h"

#include <adwaita.h>

#define TICK_WIDTH     2
#define TICK_HEIGHT    4
#define CURRENT_WIDTH  4
#define CURRENT_HEIGHT 6

static void
get_colors (GdkRGBA *tick,
            GdkRGBA *current)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (style), high_contrast = adw_style_manager_get_high_contrast (style);

  gdk_rgba_parse (tick, dark ? "#f5d34d" : high_contrast ? "#6b4a00" : "#c99700");
  gdk_rgba_parse (current, dark ? "#ffb84d" : high_contrast ? "#7a2e00" : "#c05f00");
}

static int
get_x (TelaahStrip *self,
       TelaahSpan   span,
       int          width)
{
  int track = telaah_strip_get_track_width (self);
  double middle = (span.start + (double) span.end) / 2 * track / MAX (self->length, 1);

  return CLAMP ((int) middle - width / 2, 0, track - width);
}

/* Those on the same pixels are one. Owned by the caller; NULL: there is nothing to see. */
static GskRenderNode *
draw_ticks (TelaahStrip *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GdkRGBA tick, current;
  int last = G_MININT;

  get_colors (&tick, &current);
  for (guint i = 0; self->hits != NULL && i < self->hits->len; i++)
    {
      int x = get_x (self, g_array_index (self->hits, TelaahSpan, i), TICK_WIDTH);

      if (x < last + TICK_WIDTH)
        continue;
      gtk_snapshot_append_color (snapshot, &tick, &GRAPHENE_RECT_INIT (x, 0, TICK_WIDTH, TICK_HEIGHT));
      last = x;
    }

  if (self->current_hit.start < self->current_hit.end)
    gtk_snapshot_append_color (snapshot, &current,
                               &GRAPHENE_RECT_INIT (get_x (self, self->current_hit, CURRENT_WIDTH), 0,
                                                    CURRENT_WIDTH, CURRENT_HEIGHT));

  return gtk_snapshot_free_to_node (snapshot);
}

void
telaah_strip_forget_ticks (TelaahStrip *self)
{
  g_clear_pointer (&self->ticks, gsk_render_node_unref);
  self->ticks_width = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* @y: where they begin */
void
telaah_strip_snapshot_ticks (TelaahStrip *self,
                             GtkSnapshot *snapshot,
                             int          y)
{
  if (self->ticks_width != telaah_strip_get_track_width (self))
    {
      g_clear_pointer (&self->ticks, gsk_render_node_unref);
      self->ticks = draw_ticks (self);
      self->ticks_width = telaah_strip_get_track_width (self);
    }
  if (self->ticks == NULL)
    return;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (TELAAH_STRIP_SIDE_MARGIN, y));
  gtk_snapshot_append_node (snapshot, self->ticks);
  gtk_snapshot_restore (snapshot);
}

/**
 * telaah_strip_set_hits:
 * @hits: (nullable) (element-type TelaahSpan): in text order; kept, and not to be changed after
 * @current: the one that is looked at; empty: none is
 */
void
telaah_strip_set_hits (TelaahStrip *self,
                       GArray      *hits,
                       TelaahSpan   current)
{
  GArray *before;

  g_return_if_fail (TELAAH_IS_STRIP (self));

  before = self->hits;
  self->hits = hits != NULL ? g_array_ref (hits) : NULL;
  self->current_hit = current;
  g_clear_pointer (&before, g_array_unref);
  telaah_strip_forget_ticks (self);
}
