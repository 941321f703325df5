/* A theme: what passages are tagged with; a node of the theme tree.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-fields.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;
  const char *parent;        /* NULL at the top */
  const char *name;
  const char *color;         /* #rrggbb; NULL: the nearest ancestor's, else the accent colour */
  const char *description;   /* when to use it, when not; or NULL */
  guint       digit;         /* its shortcut, 1 to 9; 0: none */
  guint       depth;         /* 0 at the top */
} TelaahThemeFields;

#define TELAAH_TYPE_THEME (telaah_theme_get_type ())
TELAAH_DECLARE_ITEM (TelaahTheme, telaah_theme, THEME)

G_END_DECLS
