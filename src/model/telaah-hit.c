/* What a search has found: words of a text, a note or a summary, and the sentence that they stand in.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "model/telaah-hit.h"

static const char *const levels[TELAAH_N_LEVELS] = { "exact", "fold", "stem", "synonym", "fuzzy", "regex" };

static const char *const places[] = { "text", "note", "summary" };

const char *
telaah_level_to_string (TelaahLevel level)
{
  return levels[level];
}

/* FALSE where it is none of them; then @level stays as it was. */
gboolean
telaah_level_from_string (const char  *string,
                          TelaahLevel *level)
{
  for (guint i = 0; i < TELAAH_N_LEVELS; i++)
    if (g_strcmp0 (string, levels[i]) == 0)
      {
        *level = i;
        return TRUE;
      }

  return FALSE;
}

const char *
telaah_place_to_string (TelaahPlace place)
{
  return places[place];
}

TelaahHit *
telaah_hit_copy (const TelaahHit *self)
{
  TelaahHit *copy = g_memdup2 (self, sizeof *self);

  copy->source = g_strdup (self->source);
  copy->target = g_strdup (self->target);
  copy->quote = g_strdup (self->quote);
  copy->parts = g_memdup2 (self->parts, self->n_parts * sizeof *self->parts);

  return copy;
}

void
telaah_hit_free (TelaahHit *self)
{
  g_free (self->source);
  g_free (self->target);
  g_free (self->quote);
  g_free (self->parts);
  g_free (self);
}
