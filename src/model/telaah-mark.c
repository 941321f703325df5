/* A mark: what a stretch of a text is, where it is not its body: a heading, or clutter of the page it came from.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/telaah-mark.h"

static const char *const kinds[] = { "clutter", "heading" };
static const char *const states[] = { "proposed", "accepted", "refused" };

static gboolean
from_string (const char *const *strings,
             guint              n_strings,
             const char        *string,
             guint             *value)
{
  for (guint i = 0; i < n_strings; i++)
    if (g_strcmp0 (string, strings[i]) == 0)
      {
        *value = i;
        return TRUE;
      }

  return FALSE;
}

const char *
telaah_mark_kind_to_string (TelaahMarkKind kind)
{
  return kinds[kind];
}

gboolean
telaah_mark_kind_from_string (const char     *string,
                              TelaahMarkKind *kind)
{
  guint value;

  if (!from_string (kinds, G_N_ELEMENTS (kinds), string, &value))
    return FALSE;

  *kind = value;
  return TRUE;
}

const char *
telaah_mark_state_to_string (TelaahMarkState state)
{
  return states[state];
}

gboolean
telaah_mark_state_from_string (const char      *string,
                               TelaahMarkState *state)
{
  guint value;

  if (!from_string (states, G_N_ELEMENTS (states), string, &value))
    return FALSE;

  *state = value;
  return TRUE;
}

TELAAH_DEFINE_ITEM (TelaahMark, telaah_mark, level,
                    offsetof (TelaahMarkFields, id),
                    offsetof (TelaahMarkFields, source),
                    offsetof (TelaahMarkFields, reason))
