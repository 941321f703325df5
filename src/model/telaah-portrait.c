/* A portrait of a source: where in it each theme falls.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/telaah-portrait.h"

static void
lane_free (gpointer data)
{
  TelaahPortraitLane *lane = data;

  g_free (lane->theme);
  g_free (lane->name);
  g_free (lane->color);
  g_array_unref (lane->spans);
  g_free (lane);
}

TelaahPortrait *
telaah_portrait_new (const char *source,
                     const char *name,
                     guint       characters)
{
  TelaahPortrait *self = g_new0 (TelaahPortrait, 1);

  self->source = g_strdup (source);
  self->name = g_strdup (name);
  self->characters = characters;
  self->headings = g_array_new (FALSE, FALSE, sizeof (guint));
  self->lanes = g_ptr_array_new_with_free_func (lane_free);

  return self;
}

void
telaah_portrait_free (TelaahPortrait *self)
{
  g_free (self->source);
  g_free (self->name);
  g_array_unref (self->headings);
  g_ptr_array_unref (self->lanes);
  g_free (self);
}

/* Returns: (transfer none): the lane, still empty */
TelaahPortraitLane *
telaah_portrait_add_lane (TelaahPortrait *self,
                          const char     *theme,
                          const char     *name,
                          const char     *color)
{
  TelaahPortraitLane *lane = g_new0 (TelaahPortraitLane, 1);

  lane->theme = g_strdup (theme);
  lane->name = g_strdup (name);
  lane->color = g_strdup (color);
  lane->spans = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));
  g_ptr_array_add (self->lanes, lane);

  return lane;
}
