/* Reads the search index: which rows fulfil an expression, and what of which texts these are.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/telaah-index-private.h"

void
telaah_indexed_free (gpointer indexed)
{
  TelaahIndexed *self = indexed;

  g_free (self->starts);
  g_free (self->safe_ends);
  g_free (self->stamp);
  g_free (self);
}

/* NULL where the row makes no sense. */
static TelaahIndexed *
read_text (sqlite3_stmt *row)
{
  const guchar *at = sqlite3_column_blob (row, 6), *end = at + sqlite3_column_bytes (row, 6);
  TelaahIndexed *self;
  gint64 n = sqlite3_column_int64 (row, 4);

  if (n < 0 || n > end - at)
    return NULL;

  self = g_new0 (TelaahIndexed, 1);
  self->stamp = g_strdup ((const char *) sqlite3_column_text (row, 2));
  self->first = sqlite3_column_int64 (row, 3);
  self->n = n;
  self->n_bytes = sqlite3_column_int64 (row, 5);
  self->starts = g_new0 (guint, n + 1);
  self->safe_ends = g_new0 (guint, n);
  for (guint i = 0; i < n; i++)
    {
      guint length, more;

      if (!telaah_numbers_read (&at, end, &length) || !telaah_numbers_read (&at, end, &more))
        {
          telaah_indexed_free (self);
          return NULL;
        }
      self->starts[i + 1] = self->starts[i] + length;
      self->safe_ends[i] = more > 0 ? self->starts[i + 1] + more - 1 : 0;
    }

  return self;
}

static gboolean
read_texts (TelaahIndex  *self,
            GError      **error)
{
  sqlite3_stmt *rows = telaah_index_query (self, "SELECT sha256, language, stamp, first, n, bytes, places FROM body", "");
  int rc = SQLITE_ERROR;

  g_hash_table_remove_all (self->texts);
  while (rows != NULL && (rc = sqlite3_step (rows)) == SQLITE_ROW)
    {
      TelaahIndexed *text = read_text (rows);

      if (text != NULL)
        g_hash_table_replace (self->texts, telaah_index_dup_key ((const char *) sqlite3_column_text (rows, 0),
                                                                 (const char *) sqlite3_column_text (rows, 1)), text);
    }

  if (rc != SQLITE_DONE)
    telaah_index_set_error (self, error);
  sqlite3_finalize (rows);
  return rc == SQLITE_DONE;
}

/* Inside a transaction, so that all that is read is of one moment. */
static gboolean
look_again (TelaahIndex  *self,
            GError      **error)
{
  gint64 version;

  /* Only after a first read is the moment fixed. */
  telaah_index_read_number (self, "SELECT value FROM meta WHERE key = 'next'");
  version = telaah_index_read_number (self, "PRAGMA data_version");
  if (version == self->version && version >= 0)
    return TRUE;

  g_clear_pointer (&self->vocabulary, g_ptr_array_unref);
  self->version = -1;
  if (version < 0)
    return telaah_index_set_error (self, error);
  if (!read_texts (self, error))
    return FALSE;

  self->version = version;
  return TRUE;
}

static gboolean
begin (TelaahIndex  *self,
       GError      **error)
{
  if (self->n_readers > 0 || (telaah_index_run (self, "BEGIN", error) && look_again (self, error)))
    {
      self->n_readers++;
      return TRUE;
    }

  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

static void
end (TelaahIndex *self)
{
  if (--self->n_readers == 0)
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}

gboolean
telaah_index_refresh (TelaahIndex  *self,
                      GError      **error)
{
  if (!begin (self, error))
    return FALSE;

  end (self);
  return TRUE;
}

/**
 * telaah_index_find:
 *
 * Returns: (transfer none) (nullable): the text as it was when the index was read last, until it is read again
 */
const TelaahIndexed *
telaah_index_find (TelaahIndex *self,
                   const char  *sha256,
                   const char  *language)
{
  g_autofree char *key = telaah_index_dup_key (sha256, language != NULL ? language : "");

  return g_hash_table_lookup (self->texts, key);
}

/* ---- Rows ---- */

struct _TelaahIndexRows
{
  TelaahIndex  *index;
  sqlite3_stmt *rows;       /* NULL when all have been read */
  char         *expression;
  GArray       *read;       /* gint64 */
};

/**
 * telaah_index_match:
 * @expression: as telaah_matcher_dup_expression() makes it
 *
 * Returns: (transfer full) (nullable): the rows of all texts, those that are no longer there among them, to be read little
 *   by little
 */
TelaahIndexRows *
telaah_index_match (TelaahIndex  *self,
                    const char   *expression,
                    GError      **error)
{
  TelaahIndexRows *rows;

  if (!begin (self, error))
    return NULL;

  rows = g_new0 (TelaahIndexRows, 1);
  rows->index = self;
  rows->expression = g_strdup (expression);
  rows->read = g_array_new (FALSE, FALSE, sizeof (gint64));
  rows->rows = telaah_index_query (self, "SELECT rowid FROM words WHERE words MATCH ?1 ORDER BY rowid", "s",
                                   rows->expression);
  if (rows->rows != NULL)
    return rows;

  telaah_index_set_error (self, error);
  telaah_index_rows_free (rows);
  return NULL;
}

void
telaah_index_rows_free (TelaahIndexRows *self)
{
  sqlite3_finalize (self->rows);
  end (self->index);
  g_array_unref (self->read);
  g_free (self->expression);
  g_free (self);
}

/**
 * telaah_index_rows_reach:
 *
 * Returns: (transfer none) (element-type gint64): what has been read so far, or %NULL with @error set
 */
const GArray *
telaah_index_rows_reach (TelaahIndexRows  *self,
                         gint64            end_row,
                         GError          **error)
{
  GArray *read = self->read;
  int rc = SQLITE_ROW;

  while (self->rows != NULL && (read->len == 0 || g_array_index (read, gint64, read->len - 1) < end_row) &&
         (rc = sqlite3_step (self->rows)) == SQLITE_ROW)
    {
      gint64 row = sqlite3_column_int64 (self->rows, 0);

      g_array_append_val (read, row);
    }

  if (rc == SQLITE_ROW)
    return read;

  if (rc != SQLITE_DONE)
    telaah_index_set_error (self->index, error);
  g_clear_pointer (&self->rows, sqlite3_finalize);
  return rc == SQLITE_DONE ? read : NULL;
}

/* ---- Other things ---- */

const GPtrArray *
telaah_index_get_vocabulary (TelaahIndex  *self,
                             GError      **error)
{
  g_autoptr(GPtrArray) terms = NULL;
  sqlite3_stmt *rows;
  int rc = SQLITE_ERROR;

  if (!telaah_index_refresh (self, error))
    return NULL;
  if (self->vocabulary != NULL)
    return self->vocabulary;

  terms = g_ptr_array_new_with_free_func (g_free);
  rows = telaah_index_query (self, "SELECT term FROM term ORDER BY term", "");
  while (rows != NULL && (rc = sqlite3_step (rows)) == SQLITE_ROW)
    g_ptr_array_add (terms, g_strdup ((const char *) sqlite3_column_text (rows, 0)));

  if (rc == SQLITE_DONE)
    self->vocabulary = g_steal_pointer (&terms);
  else
    telaah_index_set_error (self, error);
  sqlite3_finalize (rows);
  return self->vocabulary;
}

GArray *
telaah_index_dup_sentences (TelaahIndex *self,
                            const char  *sha256,
                            const char  *language,
                            const char  *marks)
{
  sqlite3_stmt *row = telaah_index_query (self, "SELECT spans FROM sentences WHERE sha256 = ?1 AND language = ?2"
                                          " AND marks = ?3", "sss", sha256, language != NULL ? language : "", marks);
  GArray *sentences = NULL;

  if (row != NULL && sqlite3_step (row) == SQLITE_ROW)
    {
      const guchar *at = sqlite3_column_blob (row, 0), *end = at + sqlite3_column_bytes (row, 0);
      guint gap, length, before = 0;

      sentences = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));
      while (telaah_numbers_read (&at, end, &gap) && telaah_numbers_read (&at, end, &length))
        {
          TelaahSpan span = { before + gap, before + gap + length };

          g_array_append_val (sentences, span);
          before = span.end;
        }
    }

  sqlite3_finalize (row);
  return sentences;
}
