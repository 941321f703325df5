/* A portrait of a source: where in it each theme falls.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-span.h"

G_BEGIN_DECLS

/* One theme's stretches; those that touch or overlap are one. */
typedef struct
{
  char   *theme;       /* id */
  char   *name;
  char   *color;       /* #rrggbb */
  GArray *spans;       /* TelaahSpan, in text order, code points */
  guint   passages;
  guint   characters;  /* of all spans together */
} TelaahPortraitLane;

typedef struct
{
  char      *source;      /* id */
  char      *name;
  guint      characters;  /* how long the text is */
  GArray    *headings;    /* guint: where sections begin, in text order */
  GPtrArray *lanes;       /* TelaahPortraitLane, the themes that fall in it, in the order of the theme tree */
} TelaahPortrait;

TelaahPortrait     *telaah_portrait_new      (const char     *source,
                                              const char     *name,
                                              guint           characters);
void                telaah_portrait_free     (TelaahPortrait *self);
TelaahPortraitLane *telaah_portrait_add_lane (TelaahPortrait *self,
                                              const char     *theme,
                                              const char     *name,
                                              const char     *color);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahPortrait, telaah_portrait_free)

G_END_DECLS
