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

/* What the passage was before that row, where @fits says so, or NULL. */
static TelaahPassage *
read_row (const void       *changes,
          int               size,
          const char       *id,
          TelaahFormerFits  fits,
          gpointer          user_data)
{
  sqlite3_changeset_iter *iter = NULL;
  TelaahPassage *found = NULL;

  if (sqlite3changeset_start (&iter, size, (void *) changes) != SQLITE_OK)
    return NULL;

  while (found == NULL && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table;
      int n_columns, op;

      sqlite3changeset_op (iter, &table, &n_columns, &op, NULL);
      if (op != SQLITE_INSERT && strcmp (table, "passage") == 0 && strcmp (old_text (iter, ID, ""), id) == 0)
        {
          g_autoptr(TelaahPassage) passage = read_former (iter, id);

          if (passage != NULL && fits (passage, user_data))
            found = g_steal_pointer (&passage);
        }
    }
  sqlite3changeset_finalize (iter);

  return found;
}

/**
 * telaah_store_dup_former_passage:
 * @fits: whether this is what is looked for
 *
 * Looks through the journal from its end until it is found: for what one asks after now and then.
 *
 * Returns: (transfer full) (nullable): what a passage was before its words were changed or it was deleted; without themes
 */
TelaahPassage *
telaah_store_dup_former_passage (TelaahStore      *self,
                                 const char       *id,
                                 TelaahFormerFits  fits,
                                 gpointer          user_data)
{
  g_autoptr(TelaahRows) rows =
    telaah_store_query (self, NULL, "SELECT changes FROM journal WHERE instr (changes, CAST (?1 AS BLOB)) > 0"
                        " ORDER BY seq DESC", "s", id);
  TelaahPassage *found = NULL;

  while (rows != NULL && found == NULL && sqlite3_step (rows) == SQLITE_ROW)
    found = read_row (sqlite3_column_blob (rows, 0), sqlite3_column_bytes (rows, 0), id, fits, user_data);

  return found;
}
