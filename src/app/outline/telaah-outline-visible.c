/* An outline without what is hidden from the comparison.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/outline/telaah-outline-visible.h"

/* Whether anything of the outline at hand is hidden. */
gboolean
telaah_outline_has_hidden (TelaahSession *session)
{
  GListModel *points = telaah_session_get_points (session), *sources = telaah_session_get_sources (session);

  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(TelaahPoint) point = g_list_model_get_item (points, i);

      if (telaah_session_is_hidden (session, telaah_point_fields (point)->id))
        return TRUE;
    }

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr(TelaahSource) source = g_list_model_get_item (sources, i);

      if (telaah_session_is_hidden (session, telaah_source_fields (source)->id))
        return TRUE;
    }

  return FALSE;
}

/* Words stay as they are written; what they led to is left out with its source. */
static gboolean
leads_to_hidden (TelaahSession *session,
                 TelaahLink    *link)
{
  const TelaahLinkFields *f = telaah_link_fields (link);
  TelaahPassage *passage = f->passage != NULL ? telaah_session_find_passage (session, f->passage) : NULL;

  return (f->source != NULL && telaah_session_is_hidden (session, f->source)) ||
         (f->cited != NULL && telaah_session_is_hidden (session, f->cited)) ||
         (passage != NULL && telaah_session_is_hidden (session, telaah_passage_fields (passage)->source));
}

static void
drop_in_points (GPtrArray     *points,
                TelaahSession *session)
{
  for (guint i = points->len; i > 0; i--)
    {
      TelaahOutlinePoint *node = points->pdata[i - 1];

      if (telaah_session_is_hidden (session, telaah_point_fields (node->point)->id))
        {
          g_ptr_array_remove_index (points, i - 1);
          continue;
        }

      for (guint k = node->cells->len; k > 0; k--)
        if (telaah_session_is_hidden (session, telaah_cell_fields (node->cells->pdata[k - 1])->source))
          g_ptr_array_remove_index (node->cells, k - 1);
      for (guint k = node->links->len; k > 0; k--)
        if (leads_to_hidden (session, node->links->pdata[k - 1]))
          g_ptr_array_remove_index (node->links, k - 1);
      drop_in_points (node->points, session);
    }
}

/**
 * telaah_outline_drop_hidden:
 * @outline: as telaah_session_dup_outline() has just made it
 */
void
telaah_outline_drop_hidden (TelaahOutline *outline,
                            TelaahSession *session)
{
  for (guint i = outline->sources->len; i > 0; i--)
    if (telaah_session_is_hidden (session, telaah_source_fields (outline->sources->pdata[i - 1])->id))
      g_ptr_array_remove_index (outline->sources, i - 1);
  drop_in_points (outline->points, session);
}
