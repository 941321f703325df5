/* Where a theme goes in its tree when it is moved by key or dropped: pure functions over the list of themes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/telaah-theme.h"

G_BEGIN_DECLS

typedef enum
{
  TELAAH_THEME_STEP_UP,      /* before the sibling above */
  TELAAH_THEME_STEP_DOWN,    /* after the sibling below */
  TELAAH_THEME_STEP_IN,      /* below the sibling above */
  TELAAH_THEME_STEP_OUT,     /* after its parent */
} TelaahThemeStep;

typedef enum
{
  TELAAH_THEME_ZONE_BEFORE,
  TELAAH_THEME_ZONE_INTO,
  TELAAH_THEME_ZONE_AFTER,
} TelaahThemeZone;

/* Borrowed of the list's items, as telaah_session_move_theme() takes them. */
typedef struct
{
  const char *parent;    /* NULL: the top */
  const char *before;    /* NULL: the end */
} TelaahThemePlace;

gboolean telaah_theme_place_step    (GListModel       *themes,
                                     const char       *theme,
                                     TelaahThemeStep   step,
                                     TelaahThemePlace *place);
gboolean telaah_theme_place_drop    (GListModel       *themes,
                                     const char       *theme,
                                     const char       *target,
                                     TelaahThemeZone   zone,
                                     gboolean          folded,
                                     TelaahThemePlace *place);
guint    telaah_theme_count_below   (GListModel       *themes,
                                     const char       *theme);

G_END_DECLS
