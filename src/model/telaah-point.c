/* A point of the outline: what the sources are compared on.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/telaah-point.h"

TELAAH_DEFINE_ITEM (TelaahPoint, telaah_point, depth,
                    offsetof (TelaahPointFields, id), offsetof (TelaahPointFields, parent),
                    offsetof (TelaahPointFields, theme), offsetof (TelaahPointFields, more),
                    offsetof (TelaahPointFields, title), offsetof (TelaahPointFields, question),
                    offsetof (TelaahPointFields, similarities),
                    offsetof (TelaahPointFields, differences),
                    offsetof (TelaahPointFields, coder), offsetof (TelaahPointFields, attribute),
                    offsetof (TelaahPointFields, value))

/**
 * telaah_point_dup_themes:
 *
 * Returns: (transfer full): the ids of all themes that it stands for; none for a free point
 */
char **
telaah_point_dup_themes (TelaahPoint *self)
{
  const TelaahPointFields *f = telaah_point_fields (self);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) more = g_strsplit (f->more != NULL ? f->more : "", " ", -1);

  if (f->theme != NULL)
    g_strv_builder_add (builder, f->theme);
  for (char **theme = more; *theme != NULL; theme++)
    if (**theme != '\0')
      g_strv_builder_add (builder, *theme);

  return g_strv_builder_end (builder);
}
