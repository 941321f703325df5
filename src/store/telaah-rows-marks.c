/* Reads marks, notes and attributes into values of the model.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/telaah-store-private.h"

GPtrArray *
telaah_store_dup_marks (TelaahStore  *self,
                        const char   *source,
                        GError      **error)
{
  g_autoptr(TelaahRows) rows =
    telaah_store_query (self, error, "SELECT id, source, start, end, kind, level, reason, state FROM mark"
                        " WHERE source = ?1 ORDER BY start, end DESC, id", "s", source);
  GPtrArray *marks;
  int rc;

  if (rows == NULL)
    return NULL;

  marks = g_ptr_array_new_with_free_func (g_object_unref);
  while ((rc = sqlite3_step (rows)) == SQLITE_ROW)
    {
      TelaahMarkFields fields = {
        .id = telaah_rows_text (rows, 0), .source = telaah_rows_text (rows, 1),
        .span = { sqlite3_column_int (rows, 2), sqlite3_column_int (rows, 3) },
        .level = sqlite3_column_int (rows, 5), .reason = telaah_rows_text (rows, 6),
      };

      telaah_mark_kind_from_string (telaah_rows_text (rows, 4), &fields.kind);
      telaah_mark_state_from_string (telaah_rows_text (rows, 7), &fields.state);
      g_ptr_array_add (marks, telaah_mark_new (&fields));
    }

  return telaah_rows_finish (self, rc, marks, error);
}

#define NOTES "SELECT id, kind, target, text, coder, created FROM note "

GPtrArray *
telaah_store_dup_notes (TelaahStore  *self,
                        const char   *id,
                        GError      **error)
{
  g_autoptr(TelaahRows) rows = id != NULL ? telaah_store_query (self, error, NOTES "WHERE id = ?1", "s", id)
                                          : telaah_store_query (self, error, NOTES "ORDER BY created, id", "");
  GPtrArray *notes;
  int rc;

  if (rows == NULL)
    return NULL;

  notes = g_ptr_array_new_with_free_func (g_object_unref);
  while ((rc = sqlite3_step (rows)) == SQLITE_ROW)
    {
      TelaahNoteFields fields = {
        .id = telaah_rows_text (rows, 0), .kind = telaah_rows_text (rows, 1), .target = telaah_rows_text (rows, 2),
        .text = telaah_rows_text (rows, 3), .coder = telaah_rows_text (rows, 4),
        .created = telaah_rows_text (rows, 5),
      };

      g_ptr_array_add (notes, telaah_note_new (&fields));
    }

  return telaah_rows_finish (self, rc, notes, error);
}

GPtrArray *
telaah_store_dup_attributes (TelaahStore  *self,
                             const char   *source,
                             GError      **error)
{
  g_autoptr(TelaahRows) rows =
    source != NULL ? telaah_store_query (self, error, "SELECT name, value FROM attribute WHERE source = ?1"
                                         " ORDER BY name", "s", source)
                   : telaah_store_query (self, error, "SELECT DISTINCT name FROM attribute ORDER BY name", "");
  GPtrArray *pairs;
  int rc;

  if (rows == NULL)
    return NULL;

  pairs = g_ptr_array_new_with_free_func (g_free);
  while ((rc = sqlite3_step (rows)) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (rows); i++)
      g_ptr_array_add (pairs, g_strdup (telaah_rows_text (rows, i)));

  return telaah_rows_finish (self, rc, pairs, error);
}

GPtrArray *
telaah_store_dup_all_attributes (TelaahStore  *self,
                                 GError      **error)
{
  g_autoptr(TelaahRows) rows = telaah_store_query (self, error, "SELECT source, name, value FROM attribute", "");
  GPtrArray *triples;
  int rc;

  if (rows == NULL)
    return NULL;

  triples = g_ptr_array_new_with_free_func (g_free);
  while ((rc = sqlite3_step (rows)) == SQLITE_ROW)
    for (int column = 0; column < 3; column++)
      g_ptr_array_add (triples, g_strdup (telaah_rows_text (rows, column)));

  return telaah_rows_finish (self, rc, triples, error);
}
