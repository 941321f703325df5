/* Where a point goes when it is moved by key among the others.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-point-move.h"

/* Borrowed from the list, which keeps its items for longer than we need them. */
static const TelaahPointFields *
peek (GListModel *points,
      guint       index)
{
  g_autoptr(TelaahPoint) point = g_list_model_get_item (points, index);

  return point != NULL ? telaah_point_fields (point) : NULL;
}

static const TelaahPointFields *
find (GListModel *points,
      const char *id,
      guint      *index)
{
  const TelaahPointFields *fields;

  for (guint i = 0; id != NULL && (fields = peek (points, i)) != NULL; i++)
    if (g_str_equal (fields->id, id))
      {
        *index = i;
        return fields;
      }

  return NULL;
}

/* The sibling before (@step -1) or after (1) the point at @index, NULL where there is none. */
static const TelaahPointFields *
find_sibling (GListModel *points,
              guint       index,
              int         step)
{
  guint depth = peek (points, index)->depth;
  const TelaahPointFields *fields;

  for (index += step; (fields = peek (points, index)) != NULL && fields->depth >= depth; index += step)
    if (fields->depth == depth)
      return fields;

  return NULL;
}

/**
 * telaah_point_find_place:
 * @points: TelaahPoint, the tree depth first
 * @parent: (out) (nullable): borrowed; %NULL is the top
 * @before: (out) (nullable): borrowed; %NULL is the end
 *
 * Returns: %FALSE where it can not be moved that way
 */
gboolean
telaah_point_find_place (GListModel       *points,
                         const char       *point,
                         TelaahPointMove   move,
                         const char      **parent,
                         const char      **before)
{
  guint index, above;
  const TelaahPointFields *self = find (points, point, &index), *other;

  if (self == NULL)
    return FALSE;

  *parent = self->parent;
  *before = NULL;

  if (move == TELAAH_POINT_MOVE_LIFT)
    {
      if ((other = find (points, self->parent, &above)) == NULL)
        return FALSE;

      *parent = other->parent;
      other = find_sibling (points, above, 1);
      *before = other != NULL ? other->id : NULL;
      return TRUE;
    }

  if ((other = find_sibling (points, index, move == TELAAH_POINT_MOVE_DOWN ? 1 : -1)) == NULL)
    return FALSE;

  if (move == TELAAH_POINT_MOVE_NEST)
    *parent = other->id;
  else if (move == TELAAH_POINT_MOVE_UP)
    *before = other->id;
  else if (find (points, other->id, &above) && (other = find_sibling (points, above, 1)) != NULL)
    *before = other->id;

  return TRUE;
}
