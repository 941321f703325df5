/* Reads the rows of the outlines: points, cells, what is pinned, linked and hidden.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "store/telaah-store-private.h"

void
telaah_pin_free (TelaahPin *self)
{
  g_free (self->point);
  g_free (self->passage);
  g_free (self);
}

GPtrArray *
telaah_store_dup_outlines (TelaahStore  *self,
                           GError      **error)
{
  g_autoptr(TelaahRows) rows =
    telaah_store_query (self, error, "SELECT id, title, follows FROM outline ORDER BY position, id", "");
  GPtrArray *outlines;
  int rc;

  if (rows == NULL)
    return NULL;

  outlines = g_ptr_array_new_with_free_func (g_object_unref);
  while ((rc = sqlite3_step (rows)) == SQLITE_ROW)
    {
      TelaahOutlineEntryFields fields = {
        .id = telaah_rows_text (rows, 0), .title = telaah_rows_text (rows, 1),
        .follows = sqlite3_column_int (rows, 2) != 0,
      };

      g_ptr_array_add (outlines, telaah_outline_entry_new (&fields));
    }

  return telaah_rows_finish (self, rc, outlines, error);
}

/* The further themes of points, with blanks between. An undo beside somebody else's verb may leave a point's own theme
 * among them; it is not told twice. */
static GHashTable *
dup_more_themes (TelaahStore  *self,
                 GError      **error)
{
  g_autoptr(TelaahRows) rows =
    telaah_store_query (self, error, "SELECT point, group_concat (theme, ' ') FROM stands_for WHERE theme IS NOT"
                        " (SELECT theme FROM point WHERE id = point) GROUP BY point", "");
  g_autoptr(GHashTable) themes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  int rc;

  if (rows == NULL)
    return NULL;

  while ((rc = sqlite3_step (rows)) == SQLITE_ROW)
    g_hash_table_insert (themes, g_strdup (telaah_rows_text (rows, 0)), g_strdup (telaah_rows_text (rows, 1)));

  if (rc != SQLITE_DONE)
    {
      telaah_store_set_error (self, error);
      return NULL;
    }

  return g_steal_pointer (&themes);
}

/**
 * telaah_store_dup_hidden:
 *
 * Returns: (transfer full): the set of ids that an outline does not show in its comparison
 */
GHashTable *
telaah_store_dup_hidden (TelaahStore  *self,
                         const char   *outline,
                         GError      **error)
{
  g_autoptr(TelaahRows) rows =
    telaah_store_query (self, error, "SELECT target FROM hidden WHERE outline = ?1", "s", outline);
  g_autoptr(GHashTable) hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  int rc;

  if (rows == NULL)
    return NULL;

  while ((rc = sqlite3_step (rows)) == SQLITE_ROW)
    g_hash_table_add (hidden, g_strdup (telaah_rows_text (rows, 0)));

  if (rc != SQLITE_DONE)
    {
      telaah_store_set_error (self, error);
      return NULL;
    }

  return g_steal_pointer (&hidden);
}

#define POINTS TELAAH_TREE ("point", "theme, title, question, similarities, differences, coder, attribute, value", \
                            " AND coalesce (outline, '" TELAAH_FIRST_OUTLINE "') = ?1")

/* Those of one outline, the tree depth first. */
GPtrArray *
telaah_store_dup_points (TelaahStore  *self,
                         const char   *outline,
                         GError      **error)
{
  g_autoptr(GHashTable) more = dup_more_themes (self, error);
  g_autoptr(GHashTable) hidden = more != NULL ? telaah_store_dup_hidden (self, outline, error) : NULL;
  g_autoptr(TelaahRows) rows = hidden != NULL ? telaah_store_query (self, error, POINTS, "s", outline) : NULL;
  GPtrArray *points;
  int rc;

  if (rows == NULL)
    return NULL;

  points = g_ptr_array_new_with_free_func (g_object_unref);
  while ((rc = sqlite3_step (rows)) == SQLITE_ROW)
    {
      const char *id = telaah_rows_text (rows, 0);
      TelaahPointFields fields = {
        .id = id, .parent = telaah_rows_text (rows, 1),
        .theme = telaah_rows_text (rows, 2), .more = g_hash_table_lookup (more, id),
        .title = telaah_rows_text (rows, 3), .question = telaah_rows_text (rows, 4),
        .similarities = telaah_rows_text (rows, 5), .differences = telaah_rows_text (rows, 6),
        .coder = telaah_rows_text (rows, 7), .attribute = telaah_rows_text (rows, 8),
        .value = telaah_rows_text (rows, 9), .hidden = g_hash_table_contains (hidden, id),
        .depth = sqlite3_column_int (rows, 10),
      };

      g_ptr_array_add (points, telaah_point_new (&fields));
    }

  return telaah_rows_finish (self, rc, points, error);
}

#define CELLS "SELECT point, source, status, summary, translation, seen, judged FROM cell"

/**
 * telaah_store_dup_cells:
 * @point: (nullable): of the one to read, or %NULL for all, of every outline
 *
 * Returns: (transfer full) (element-type TelaahCell): without their evidence
 */
GPtrArray *
telaah_store_dup_cells (TelaahStore  *self,
                        const char   *point,
                        const char   *source,
                        GError      **error)
{
  g_autoptr(TelaahRows) rows =
    point != NULL ? telaah_store_query (self, error, CELLS " WHERE point = ?1 AND source = ?2", "ss", point, source)
                  : telaah_store_query (self, error, CELLS, "");
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  GPtrArray *cells;
  int rc;

  if (rows == NULL)
    return NULL;

  cells = g_ptr_array_new_with_free_func (g_object_unref);
  while ((rc = sqlite3_step (rows)) == SQLITE_ROW)
    {
      TelaahCellFields fields = {
        .point = telaah_rows_text (rows, 0), .source = telaah_rows_text (rows, 1),
        .summary = telaah_rows_text (rows, 3), .translation = telaah_rows_text (rows, 4),
        .seen = telaah_rows_text (rows, 5), .judged = telaah_rows_text (rows, 6),
      };

      telaah_status_from_string (telaah_rows_text (rows, 2), &fields.status);
      g_ptr_array_add (cells, telaah_cell_new (&fields, none, 0, FALSE));
    }

  return telaah_rows_finish (self, rc, cells, error);
}

GPtrArray *
telaah_store_dup_links (TelaahStore  *self,
                        GError      **error)
{
  g_autoptr(TelaahRows) rows =
    telaah_store_query (self, error, "SELECT id, point, source, kind, start, end, passage, cited FROM link"
                        " ORDER BY point, source, kind, start, end, id", "");
  GPtrArray *links;
  int rc;

  if (rows == NULL)
    return NULL;

  links = g_ptr_array_new_with_free_func (g_object_unref);
  while ((rc = sqlite3_step (rows)) == SQLITE_ROW)
    {
      TelaahLinkFields fields = {
        .id = telaah_rows_text (rows, 0), .point = telaah_rows_text (rows, 1),
        .source = telaah_rows_text (rows, 2),
        .span = { sqlite3_column_int (rows, 4), sqlite3_column_int (rows, 5) },
        .passage = telaah_rows_text (rows, 6), .cited = telaah_rows_text (rows, 7),
      };

      telaah_link_kind_from_string (telaah_rows_text (rows, 3), &fields.kind);
      g_ptr_array_add (links, telaah_link_new (&fields));
    }

  return telaah_rows_finish (self, rc, links, error);
}

GPtrArray *
telaah_store_dup_pins (TelaahStore  *self,
                       GError      **error)
{
  g_autoptr(TelaahRows) rows =
    telaah_store_query (self, error, "SELECT point, passage, state, position FROM pin", "");
  GPtrArray *pins;
  int rc;

  if (rows == NULL)
    return NULL;

  pins = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_pin_free);
  while ((rc = sqlite3_step (rows)) == SQLITE_ROW)
    {
      TelaahPin *pin = g_new0 (TelaahPin, 1);
      const char *state = telaah_rows_text (rows, 2);

      pin->point = g_strdup (telaah_rows_text (rows, 0));
      pin->passage = g_strdup (telaah_rows_text (rows, 1));
      pin->hidden = g_strcmp0 (state, "hidden") == 0;
      pin->pinned = g_strcmp0 (state, "pinned") == 0;
      pin->position = sqlite3_column_type (rows, 3) == SQLITE_NULL ? NAN : sqlite3_column_double (rows, 3);
      g_ptr_array_add (pins, pin);
    }

  return telaah_rows_finish (self, rc, pins, error);
}
