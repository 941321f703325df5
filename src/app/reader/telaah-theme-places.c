/* Where a theme goes in its tree when it is moved by key or dropped.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-theme-places.h"

#define NONE G_MAXUINT

/* Of the item, which the list keeps. */
static const TelaahThemeFields *
peek (GListModel *themes,
      guint       i)
{
  g_autoptr(TelaahTheme) theme = g_list_model_get_item (themes, i);

  return telaah_theme_fields (theme);
}

static guint
find (GListModel *themes,
      const char *id)
{
  for (guint i = 0; id != NULL && i < g_list_model_get_n_items (themes); i++)
    if (g_str_equal (peek (themes, i)->id, id))
      return i;

  return NONE;
}

/* The first one after @i that is not below it. */
static guint
find_end (GListModel *themes,
          guint       i)
{
  guint depth = peek (themes, i)->depth, end = i + 1;

  while (end < g_list_model_get_n_items (themes) && peek (themes, end)->depth > depth)
    end++;

  return end;
}

static guint
find_next (GListModel *themes,
           guint       i)
{
  guint end = find_end (themes, i);

  return end < g_list_model_get_n_items (themes) && peek (themes, end)->depth == peek (themes, i)->depth ? end : NONE;
}

static guint
find_previous (GListModel *themes,
               guint       i)
{
  guint depth = peek (themes, i)->depth;

  while (i > 0 && peek (themes, --i)->depth >= depth)
    if (peek (themes, i)->depth == depth)
      return i;

  return NONE;
}

static const char *
id_at (GListModel *themes,
       guint       i)
{
  return i != NONE ? peek (themes, i)->id : NULL;
}

/**
 * telaah_theme_place_step:
 * @place: (out caller-allocates): where @theme goes with one key
 *
 * Returns: %FALSE where there is no way to go
 */
gboolean
telaah_theme_place_step (GListModel       *themes,
                         const char       *theme,
                         TelaahThemeStep   step,
                         TelaahThemePlace *place)
{
  guint i = find (themes, theme), next, previous, parent;

  if (i == NONE)
    return FALSE;

  next = find_next (themes, i);
  previous = find_previous (themes, i);
  parent = find (themes, peek (themes, i)->parent);
  place->parent = peek (themes, i)->parent;

  switch (step)
    {
    case TELAAH_THEME_STEP_UP:
      place->before = id_at (themes, previous);
      return previous != NONE;

    case TELAAH_THEME_STEP_DOWN:
      place->before = next != NONE ? id_at (themes, find_next (themes, next)) : NULL;
      return next != NONE;

    case TELAAH_THEME_STEP_IN:
      *place = (TelaahThemePlace) { id_at (themes, previous), NULL };
      return previous != NONE;

    case TELAAH_THEME_STEP_OUT:
      if (parent == NONE)
        return FALSE;
      *place = (TelaahThemePlace) { peek (themes, parent)->parent, id_at (themes, find_next (themes, parent)) };
      return TRUE;

    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * telaah_theme_place_drop:
 * @target: (nullable): the theme that it is dropped at, %NULL for the top of the tree: its beginning
 *   (%TELAAH_THEME_ZONE_BEFORE) or its end
 * @folded: whether those below @target are out of sight: else the place after it is before the first of them
 * @place: (out caller-allocates): where @theme goes
 *
 * Returns: %FALSE where it is already, or can't go: into itself or below
 */
gboolean
telaah_theme_place_drop (GListModel       *themes,
                         const char       *theme,
                         const char       *target,
                         TelaahThemeZone   zone,
                         gboolean          folded,
                         TelaahThemePlace *place)
{
  guint i = find (themes, theme), t = find (themes, target), n = g_list_model_get_n_items (themes);
  const TelaahThemeFields *f;

  if (i == NONE || (target != NULL && (t == NONE || (t >= i && t < find_end (themes, i)))))
    return FALSE;

  if (t == NONE)
    *place = (TelaahThemePlace) { NULL, zone == TELAAH_THEME_ZONE_BEFORE ? id_at (themes, 0) : NULL };
  else if (zone == TELAAH_THEME_ZONE_INTO)
    *place = (TelaahThemePlace) { target, NULL };
  else if (zone == TELAAH_THEME_ZONE_BEFORE)
    *place = (TelaahThemePlace) { peek (themes, t)->parent, peek (themes, t)->id };
  else if (!folded && t + 1 < n && peek (themes, t + 1)->depth > peek (themes, t)->depth)
    *place = (TelaahThemePlace) { peek (themes, t)->id, peek (themes, t + 1)->id };
  else
    *place = (TelaahThemePlace) { peek (themes, t)->parent, id_at (themes, find_next (themes, t)) };

  f = peek (themes, i);
  return g_strcmp0 (place->parent, f->parent) != 0 ||
         (g_strcmp0 (place->before, f->id) != 0 &&
          g_strcmp0 (place->before, id_at (themes, find_next (themes, i))) != 0);
}

/* How many stand below it, at any depth. */
guint
telaah_theme_count_below (GListModel *themes,
                          const char *theme)
{
  guint i = find (themes, theme);

  return i != NONE ? find_end (themes, i) - i - 1 : 0;
}
