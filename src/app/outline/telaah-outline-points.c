/* Points as the outline's document and its list need them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/outline/telaah-outline-points.h"

#include <glib/gi18n.h>

/**
 * telaah_point_get_label:
 *
 * Returns: (transfer none): its own title, else the name of its theme; never %NULL
 */
const char *
telaah_point_get_label (TelaahSession *session,
                        TelaahPoint   *point)
{
  const TelaahPointFields *fields = telaah_point_fields (point);
  TelaahTheme *theme;

  if (fields->title != NULL && *fields->title != '\0')
    return fields->title;

  theme = telaah_session_find_theme (session, fields->theme);

  return theme != NULL ? telaah_theme_fields (theme)->name : _("Untitled point");
}

/* Whether @point is @other or stands below it. */
gboolean
telaah_point_is_within (TelaahSession *session,
                        const char    *point,
                        const char    *other)
{
  TelaahPoint *item = telaah_session_find_point (session, point);

  for (; item != NULL; item = telaah_session_find_point (session, telaah_point_fields (item)->parent))
    if (g_strcmp0 (telaah_point_fields (item)->id, other) == 0)
      return TRUE;

  return FALSE;
}

/**
 * telaah_point_dup_number:
 * @counters: of guint, empty before the first point; the points are asked for depth first
 *
 * Returns: (transfer full): "1", "1.1", … of the next point, which is at @depth
 */
char *
telaah_point_dup_number (GArray *counters,
                         guint   depth)
{
  GString *number = g_string_new (NULL);

  /* New places are cleared, old ones below are forgotten. */
  g_array_set_size (counters, depth + 1);
  g_array_index (counters, guint, depth)++;

  for (guint i = 0; i <= depth; i++)
    g_string_append_printf (number, i > 0 ? ".%u" : "%u", g_array_index (counters, guint, i));

  return g_string_free (number, FALSE);
}

/* Borrowed from the list, which keeps its items for longer than we need them. */
static const TelaahPointFields *
peek (GListModel *points,
      guint       index)
{
  g_autoptr(TelaahPoint) point = g_list_model_get_item (points, index);

  return point != NULL ? telaah_point_fields (point) : NULL;
}

/* The one that follows the point at @index under the same parent. */
static const char *
find_next_sibling (GListModel *points,
                   guint       index)
{
  guint depth = peek (points, index)->depth;
  const TelaahPointFields *fields;

  while ((fields = peek (points, ++index)) != NULL && fields->depth >= depth)
    if (fields->depth == depth)
      return fields->id;

  return NULL;
}

static const TelaahPointFields *
find (GListModel *points,
      const char *id,
      guint      *index)
{
  const TelaahPointFields *fields;

  for (*index = 0; (fields = peek (points, *index)) != NULL; *index += 1)
    if (g_strcmp0 (fields->id, id) == 0)
      return fields;

  return NULL;
}

/**
 * telaah_point_find_drop:
 * @points: TelaahPoint, the tree depth first
 * @parent: (out) (nullable): borrowed; %NULL is the top
 * @before: (out) (nullable): borrowed; %NULL is the end
 *
 * Returns: %FALSE where it can not go there, or stands there already
 */
gboolean
telaah_point_find_drop (GListModel       *points,
                        const char       *point,
                        const char       *target,
                        TelaahPointDrop   drop,
                        const char      **parent,
                        const char      **before)
{
  guint from, to, end;
  const TelaahPointFields *moved = find (points, point, &from), *goal = find (points, target, &to), *child;

  if (moved == NULL || goal == NULL)
    return FALSE;

  for (end = from + 1; (child = peek (points, end)) != NULL && child->depth > moved->depth; end++);
  if (to >= from && to < end)
    return FALSE;

  *parent = goal->parent;
  *before = NULL;

  switch (drop)
    {
    case TELAAH_POINT_DROP_ABOVE:
      *before = goal->id;
      break;

    case TELAAH_POINT_DROP_BELOW:
      *before = find_next_sibling (points, to);
      break;

    case TELAAH_POINT_DROP_FIRST:
      child = peek (points, to + 1);
      *parent = goal->id;
      *before = child != NULL && child->depth > goal->depth ? child->id : NULL;
      break;

    case TELAAH_POINT_DROP_INTO:
    default:
      *parent = goal->id;
      break;
    }

  if (g_strcmp0 (*before, moved->id) == 0)
    return FALSE;

  return g_strcmp0 (*parent, moved->parent) != 0 || g_strcmp0 (*before, find_next_sibling (points, from)) != 0;
}

/**
 * telaah_outline_follow_link:
 * @widget: within the page that is asked to go there
 *
 * To what linked words rest on: a passage in its text, or what a source says here.
 */
void
telaah_outline_follow_link (GtkWidget     *widget,
                            TelaahSession *session,
                            TelaahLink    *link)
{
  const TelaahLinkFields *f = telaah_link_fields (link);
  TelaahPassage *passage = f->passage != NULL ? telaah_session_find_passage (session, f->passage) : NULL;

  if (passage != NULL)
    gtk_widget_activate_action (widget, "outline.open-passage", "(ss)", telaah_passage_fields (passage)->source,
                                f->passage);
  else if (f->cited != NULL)
    gtk_widget_activate_action (widget, "outline.show-cell", "(ss)", f->point, f->cited);
  else
    gtk_widget_error_bell (widget);
}
