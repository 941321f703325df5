/* Reads synonyms and refused candidates into values of the model.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/telaah-store-private.h"

/**
 * telaah_store_dup_synonyms:
 *
 * Returns: (transfer full) (element-type TelaahSynonyms): the groups in their order
 */
GPtrArray *
telaah_store_dup_synonyms (TelaahStore  *self,
                           GError      **error)
{
  g_autoptr(TelaahRows) rows =
    telaah_store_query (self, error, "SELECT id, words FROM synonyms ORDER BY position, id", "");
  GPtrArray *groups;
  int rc;

  if (rows == NULL)
    return NULL;

  groups = g_ptr_array_new_with_free_func (g_object_unref);
  while ((rc = sqlite3_step (rows)) == SQLITE_ROW)
    {
      TelaahSynonymsFields fields = { .id = telaah_rows_text (rows, 0), .words = telaah_rows_text (rows, 1) };

      g_ptr_array_add (groups, telaah_synonyms_new (&fields));
    }

  return telaah_rows_finish (self, rc, groups, error);
}

/**
 * telaah_store_dup_refused:
 * @theme: (nullable): %NULL, as of @source: any
 *
 * Returns: (transfer full) (element-type TelaahRefusal): the newest first
 */
GPtrArray *
telaah_store_dup_refused (TelaahStore  *self,
                          const char   *theme,
                          const char   *source,
                          GError      **error)
{
  g_autoptr(TelaahRows) rows =
    telaah_store_query (self, error, "SELECT theme, source, quote, coder, created FROM refused"
                        " WHERE theme = coalesce (?1, theme) AND source = coalesce (?2, source)"
                        " ORDER BY created DESC, theme, source, quote", "ss", theme, source);
  GPtrArray *refusals;
  int rc;

  if (rows == NULL)
    return NULL;

  refusals = g_ptr_array_new_with_free_func (g_object_unref);
  while ((rc = sqlite3_step (rows)) == SQLITE_ROW)
    {
      TelaahRefusalFields fields = {
        .theme = telaah_rows_text (rows, 0), .source = telaah_rows_text (rows, 1), .quote = telaah_rows_text (rows, 2),
        .coder = telaah_rows_text (rows, 3), .created = telaah_rows_text (rows, 4),
      };

      g_ptr_array_add (refusals, telaah_refusal_new (&fields));
    }

  return telaah_rows_finish (self, rc, refusals, error);
}
