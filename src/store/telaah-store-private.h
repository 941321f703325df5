/* What the files of the store share among themselves.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* The header hides the session extension unless told that the library has it; meson has checked. */
#define SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_PREUPDATE_HOOK
#include <sqlite3.h>

#include "store/telaah-guard.h"
#include "store/telaah-store.h"

G_BEGIN_DECLS

/* ORDER BY inside the recursion makes SQLite take the deepest row first, which is depth first. The rows carry all their
 * columns: a join to fetch these afterwards would lose the order. */
#define TELAAH_TREE(table, columns, top) \
  "WITH RECURSIVE tree AS (" \
  " SELECT 0 AS depth, position, id, parent, " columns " FROM " table " WHERE parent IS NULL" top \
  " UNION ALL" \
  " SELECT depth + 1, child.* FROM tree JOIN" \
  "  (SELECT position, id, parent, " columns " FROM " table ") AS child ON child.parent = tree.id" \
  " ORDER BY 1 DESC, 2, 3) " \
  "SELECT id, parent, " columns ", depth FROM tree"

struct _TelaahStore
{
  GObject          parent_instance;

  sqlite3         *db;
  char            *path;
  TelaahGuard     *guard;
  GHashTable      *statements;    /* SQL, by its address -> sqlite3_stmt */
  sqlite3_session *recorder;      /* while a verb is under way */
};

/* Takes a statement of the cache and resets it when it goes out of scope. */
typedef struct sqlite3_stmt TelaahRows;

TelaahRows  *telaah_store_query      (TelaahStore  *self,
                                      GError      **error,
                                      const char   *sql,
                                      const char   *types,
                                      ...);
void         telaah_rows_done        (TelaahRows   *rows);
gboolean     telaah_store_set_error  (TelaahStore  *self,
                                      GError      **error);
GPtrArray   *telaah_rows_finish      (TelaahStore  *self,
                                      int           rc,
                                      GPtrArray    *array,
                                      GError      **error);
const char  *telaah_rows_text        (TelaahRows   *rows,
                                      int           column);

gboolean     telaah_schema_create    (TelaahStore  *self,
                                      GError      **error);
gboolean     telaah_schema_open      (TelaahStore  *self,
                                      GError      **error);
extern const char *const telaah_schema_tables[];

gboolean     telaah_journal_write    (TelaahStore  *self,
                                      const char   *user,
                                      const char   *coder,
                                      const char   *verb,
                                      gint64        undoes,
                                      const void   *changes,
                                      int           size,
                                      GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahRows, telaah_rows_done)

G_END_DECLS
