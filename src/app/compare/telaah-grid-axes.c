/* What stands in the rows and the columns of the grid: which points and sources, and what a place is.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-grid-private.h"

/* ---- Which cells the filter wants ---- */

static gboolean
match (TelaahGrid *self,
       const char *point,
       const char *source)
{
  g_autoptr(TelaahCell) cell = telaah_session_dup_cell (self->session, point, source);

  return cell != NULL && telaah_grid_filter_has_cell (self->filter, cell);
}

static GHashTable *
get_matches (TelaahGrid *self,
             const char *point)
{
  GHashTable *sources = g_hash_table_lookup (self->matches, point);

  if (sources == NULL)
    {
      sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (self->matches, g_strdup (point), sources);
    }

  return sources;
}

static gboolean
update_match (TelaahGrid *self,
              const char *point,
              const char *source)
{
  GHashTable *sources = get_matches (self, point);
  gboolean has = g_hash_table_contains (sources, source), wants = match (self, point, source);

  if (wants && !has)
    g_hash_table_add (sources, g_strdup (source));
  else if (has && !wants)
    g_hash_table_remove (sources, source);

  return has != wants;
}

/**
 * telaah_grid_update_matches:
 * @all: every cell anew, not only those that the change which is being told has touched
 *
 * Returns: whether rows or columns may come or go by it
 */
gboolean
telaah_grid_update_matches (TelaahGrid *self,
                            gboolean    all)
{
  GListModel *points, *sources;
  gboolean changed = all;

  if (all)
    g_clear_pointer (&self->matches, g_hash_table_unref);

  if (self->session == NULL || !telaah_grid_filter_asks_cells (self->filter))
    return all;

  if (self->matches == NULL)
    self->matches = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);

  points = telaah_session_get_points (self->session);
  sources = telaah_session_get_sources (self->session);

  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(TelaahPoint) point = g_list_model_get_item (points, i);
      const char *id = telaah_point_fields (point)->id;

      for (guint k = 0; k < g_list_model_get_n_items (sources); k++)
        {
          g_autoptr(TelaahSource) source = g_list_model_get_item (sources, k);
          const char *source_id = telaah_source_fields (source)->id;

          if (all || telaah_session_touches (self->session, id, source_id))
            changed |= update_match (self, id, source_id);
        }
    }

  return changed;
}

/* In one of the sources that are on show. */
static gboolean
keep_point (TelaahPoint *point,
            gpointer     user_data)
{
  TelaahGrid *self = user_data;
  GHashTable *matches = g_hash_table_lookup (self->matches, telaah_point_fields (point)->id);

  for (guint i = 0; matches != NULL && i < self->sources->len; i++)
    if (g_hash_table_contains (matches, telaah_source_fields (self->sources->pdata[i])->id))
      return TRUE;

  return FALSE;
}

static gboolean
has_match (TelaahGrid *self,
           const char *source)
{
  GHashTableIter iter;
  gpointer point, matches;

  g_hash_table_iter_init (&iter, self->matches);
  while (g_hash_table_iter_next (&iter, &point, &matches))
    {
      TelaahPoint *item = telaah_session_find_point (self->session, point);

      if (item != NULL && !telaah_point_fields (item)->hidden && g_hash_table_contains (matches, source))
        return TRUE;
    }

  return FALSE;
}

static gboolean
keep_source (TelaahGrid   *self,
             TelaahSource *source)
{
  const char *id = telaah_source_fields (source)->id;

  return !telaah_session_is_hidden (self->session, id) &&
         telaah_grid_filter_has_source (self->filter, self->session, id) &&
         (self->matches == NULL || has_match (self, id));
}

/* ---- What there is ---- */

void
telaah_grid_load_rows (TelaahGrid *self)
{
  g_autoptr(GPtrArray) keys = g_ptr_array_new ();

  if (self->transposed)
    {
      for (guint i = 0; i < self->sources->len; i++)
        g_ptr_array_add (keys, (gpointer) telaah_source_fields (self->sources->pdata[i])->id);
      g_ptr_array_add (keys, (gpointer) "");
    }
  else
    for (guint i = 0; i < telaah_grid_tree_get_n (self->tree); i++)
      g_ptr_array_add (keys, (gpointer) telaah_grid_tree_get_id (self->tree, i));

  telaah_grid_rows_set_keys (self->rows, keys);
}

/* Reads points and sources anew; what is selected and scrolled to is for the caller. */
void
telaah_grid_load_axes (TelaahGrid *self)
{
  GListModel *sources = self->session != NULL ? telaah_session_get_sources (self->session) : NULL;
  guint n = sources != NULL ? g_list_model_get_n_items (sources) : 0;

  g_ptr_array_set_size (self->sources, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(TelaahSource) source = g_list_model_get_item (sources, i);

      if (keep_source (self, source))
        g_ptr_array_add (self->sources, g_steal_pointer (&source));
    }

  telaah_grid_tree_set_points (self->tree,
                               self->session != NULL ? telaah_session_get_points (self->session) : NULL,
                               self->matches != NULL ? keep_point : NULL, self);
  telaah_grid_load_rows (self);
}

/* ---- What a place is ---- */

/* NULL over the points. */
TelaahPoint *
telaah_grid_get_point_at (TelaahGrid            *self,
                          const TelaahGridPlace *place)
{
  TelaahGridPlace turned = telaah_grid_turn (self, place);

  return telaah_grid_tree_get_point (self->tree, turned.row);
}

/* NULL beside the sources. */
TelaahSource *
telaah_grid_get_source_at (TelaahGrid            *self,
                           const TelaahGridPlace *place)
{
  guint column = telaah_grid_turn (self, place).column;

  return column > 0 && column <= self->sources->len ? self->sources->pdata[column - 1] : NULL;
}

/* As a place has it: NULL for the points, "" for similarities and differences. */
const char *
telaah_grid_get_source_id_at (TelaahGrid            *self,
                              const TelaahGridPlace *place)
{
  TelaahSource *source = telaah_grid_get_source_at (self, place);

  if (source != NULL)
    return telaah_source_fields (source)->id;

  return telaah_grid_turn (self, place).column == 0 ? NULL : "";
}

TelaahGridKind
telaah_grid_get_kind_at (TelaahGrid            *self,
                         const TelaahGridPlace *place)
{
  TelaahGridPlace turned = telaah_grid_turn (self, place);

  if (turned.row == TELAAH_NO_ROW)
    return turned.column <= self->sources->len ? TELAAH_GRID_KIND_SOURCE : TELAAH_GRID_KIND_HEADING;

  if (turned.column == 0)
    return TELAAH_GRID_KIND_POINT;

  return turned.column <= self->sources->len ? TELAAH_GRID_KIND_CELL : TELAAH_GRID_KIND_COMPARISON;
}

/* The column of a source, as with the points down; G_MAXUINT where it is not on show. */
guint
telaah_grid_find_source (TelaahGrid *self,
                         const char *source)
{
  if (source == NULL)
    return 0;

  for (guint i = 0; i < self->sources->len; i++)
    if (g_str_equal (telaah_source_fields (self->sources->pdata[i])->id, source))
      return i + 1;

  return *source == '\0' ? self->sources->len + 1 : G_MAXUINT;
}

/* Returns: whether that is on show */
gboolean
telaah_grid_find (TelaahGrid      *self,
                  const char      *point,
                  const char      *source,
                  TelaahGridPlace *place)
{
  TelaahGridPlace found = { TELAAH_NO_ROW, telaah_grid_find_source (self, source) };

  if (point != NULL)
    found.row = telaah_grid_tree_find (self->tree, point);

  *place = telaah_grid_turn (self, &found);

  return found.column != G_MAXUINT && (point != NULL ? found.row != TELAAH_NO_ROW : source != NULL);
}
