/* What passages were before they were changed or deleted: the journal knows.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "store/telaah-store-private.h"

/* Columns of the table passage, in its order. */
enum { ID, SOURCE, START, END, QUOTE, PREFIX, SUFFIX, CODER, CREATED };

static const char *
old_text (sqlite3_changeset_iter *iter,
          int                     column,
          const char             *otherwise)
{
  sqlite3_value *value = NULL;

  sqlite3changeset_old (iter, column, &value);
  return value != NULL ? (const char *) sqlite3_value_text (value) : otherwise;
}

static guint
old_int (sqlite3_changeset_iter *iter,
         int                     column)
{
  sqlite3_value *value = NULL;

  sqlite3changeset_old (iter, column, &value);
  return value != NULL ? sqlite3_value_int (value) : 0;
}

/* An update tells only what it changed; what it did not is passed over where it is not needed to show the words. */
static TelaahPassage *
read_former (sqlite3_changeset_iter *iter,
             const char             *id)
{
  static const char *const none[] = { NULL };
  TelaahPassageFields fields = {
    .id = id, .source = old_text (iter, SOURCE, ""), .span = { old_int (iter, START), old_int (iter, END) },
    .quote = old_text (iter, QUOTE, NULL), .prefix = old_text (iter, PREFIX, ""),
    .suffix = old_text (iter, SUFFIX, ""), .coder = old_text (iter, CODER, ""),
    .created = old_text (iter, CREATED, ""), .themes = none,
  };

  return fields.quote != NULL ? telaah_passage_new (&fields, NULL) : NULL;
}

static void
read_row (const void *changes,
          int         size,
          const char *id,
          GPtrArray  *former)
{
  sqlite3_changeset_iter *iter = NULL;

  if (sqlite3changeset_start (&iter, size, (void *) changes) != SQLITE_OK)
    return;

  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table;
      int n_columns, op;

      sqlite3changeset_op (iter, &table, &n_columns, &op, NULL);
      if (op != SQLITE_INSERT && strcmp (table, "passage") == 0 && strcmp (old_text (iter, ID, ""), id) == 0)
        {
          TelaahPassage *passage = read_former (iter, id);

          if (passage != NULL)
            g_ptr_array_add (former, passage);
        }
    }
  sqlite3changeset_finalize (iter);
}

/**
 * telaah_store_dup_former_passages:
 *
 * Looks through the whole journal: for what one asks after now and then.
 *
 * Returns: (transfer full) (element-type TelaahPassage): what a passage was each time before its words were changed or
 *   it was deleted, the latest first; without themes
 */
GPtrArray *
telaah_store_dup_former_passages (TelaahStore  *self,
                                  const char   *id,
                                  GError      **error)
{
  g_autoptr(TelaahRows) rows =
    telaah_store_query (self, error, "SELECT changes FROM journal WHERE instr (changes, CAST (?1 AS BLOB)) > 0"
                        " ORDER BY seq DESC", "s", id);
  GPtrArray *former;
  int rc;

  if (rows == NULL)
    return NULL;

  former = g_ptr_array_new_with_free_func (g_object_unref);
  while ((rc = sqlite3_step (rows)) == SQLITE_ROW)
    read_row (sqlite3_column_blob (rows, 0), sqlite3_column_bytes (rows, 0), id, former);

  return telaah_rows_finish (self, rc, former, error);
}
