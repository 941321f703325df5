/* Writes texts into the search index, some megabytes a transaction: a text is in it as a whole, or not at all.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "store/telaah-index-private.h"

/* In characters: what a row has of its own, and what is cut into words at a time, with what is read on behind it. */
#define ROW    1500
#define PIECE  1000000
#define MARGIN 4096

/* Words of the next stretch that a row has as well; a few more than must be, for marks that are changed later. */
#define OVERLAP (TELAAH_INDEX_REACH + 8)

/* How long others may write before we give up. */
#define PATIENCE (120 * G_USEC_PER_SEC)

/* ---- Where the rows begin ---- */

/* The last sentence that begins at or before @offset: its place, or -1. */
static int
find_sentence (const GArray *sentences,
               guint         offset)
{
  guint low = 0, high = sentences->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (sentences, TelaahSpan, middle).start <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return (int) low - 1;
}

/* The last end (or beginning) of a sentence before @limit; @from where there is none far enough behind it. */
static guint
find_border (const GArray *sentences,
             guint         from,
             guint         limit)
{
  int i = find_sentence (sentences, limit);
  TelaahSpan last;
  guint border;

  if (i < 0)
    return from;

  last = g_array_index (sentences, TelaahSpan, i);
  border = last.end <= limit ? last.end : last.start;

  return border > from + (limit - from) / 4 ? border : from;
}

static guint
find_word (const GArray *words,
           guint         offset)
{
  guint low = 0, high = words->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (words, TelaahWord, middle).start < offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Where the row that begins at @from ends; never within a word. */
static guint
find_end (const GArray *sentences,
          const GArray *words,
          guint         from,
          guint         end)
{
  guint limit = from + ROW, border;

  if (end - from <= ROW + ROW / 4)
    return end;
  if ((border = find_border (sentences, from, limit)) > from)
    return border;

  border = find_word (words, limit);
  border = border < words->len ? g_array_index (words, TelaahWord, border).start : end;
  return MIN (border, end);
}

/* ---- The rows ---- */

typedef struct
{
  TelaahIndex *index;
  GByteArray  *places;
  guint        n_rows;
} Writing;

static gboolean
insert_row (TelaahIndex  *self,
            const GArray *words,
            guint         from,
            guint         to,
            GError      **error)
{
  int rc = SQLITE_DONE;

  self->feed.words = words;
  self->feed.from = from;
  self->feed.to = to;
  if (from < to)
    {
      sqlite3_bind_int64 (self->insert_row, 1, self->next);
      rc = sqlite3_step (self->insert_row);
      sqlite3_reset (self->insert_row);
    }
  self->feed.words = NULL;
  self->next++;

  return rc == SQLITE_DONE || telaah_index_set_error (self, error);
}

/* The rows of @piece. @last: the text ends with it. */
static gboolean
insert_rows (Writing       *writing,
             const GArray  *words,
             const GArray  *sentences,
             TelaahSpan     piece,
             gboolean       last,
             GError       **error)
{
  guint from = 0;

  for (guint start = piece.start, end; start < piece.end; start = end)
    {
      guint to, reach, safe = 0;    /* 0: at no place */

      end = find_end (sentences, words, start, piece.end);
      to = end == piece.end && last ? words->len : find_word (words, end);
      reach = MIN (to + OVERLAP, words->len);
      if (reach == words->len && last)
        safe = piece.end;
      else if (reach > to + TELAAH_INDEX_REACH)
        safe = MAX (end, g_array_index (words, TelaahWord, reach - TELAAH_INDEX_REACH - 1).end);

      if (!insert_row (writing->index, words, from, reach, error))
        return FALSE;
      telaah_numbers_add (writing->places, end - start);
      telaah_numbers_add (writing->places, safe > 0 ? safe - end + 1 : 0);
      writing->n_rows++;
      from = to;
    }

  return TRUE;
}

static gboolean
insert_body (TelaahIndex  *self,
             const char   *sha256,
             const char   *language,
             TelaahText   *text,
             Writing      *writing,
             GError      **error)
{
  sqlite3_stmt *stmt = telaah_index_query (self, "INSERT OR REPLACE INTO body VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                                           "sssiiib", sha256, language != NULL ? language : "",
                                           telaah_index_get_stamp (self, language), self->next - writing->n_rows,
                                           (gint64) writing->n_rows, (gint64) telaah_text_get_n_bytes (text),
                                           writing->places);
  gboolean done = stmt != NULL && sqlite3_step (stmt) == SQLITE_DONE;

  if (!done)
    telaah_index_set_error (self, error);
  sqlite3_finalize (stmt);

  self->n_bytes += telaah_text_get_n_bytes (text);
  return done;
}

/**
 * telaah_index_add:
 * @sentences: (element-type TelaahSpan): of the text, whatever is left out of them: rows end where they do
 *
 * A text that is there already is in it twice from then on, and only found once.
 */
gboolean
telaah_index_add (TelaahIndex   *self,
                  const char    *sha256,
                  const char    *language,
                  TelaahText    *text,
                  const GArray  *sentences,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr(GByteArray) places = g_byte_array_new ();
  Writing writing = { self, places, 0 };
  guint characters = telaah_text_get_characters (text);
  TelaahLexicon *lexicon;

  self->feed.terms = telaah_index_need_terms (self, language);
  lexicon = telaah_index_terms_get_lexicon (self->feed.terms);
  for (guint start = 0, end; start < characters; start = end)
    {
      g_autoptr(GArray) words = NULL;

      end = characters;
      if (characters - start > PIECE && (end = find_border (sentences, start, start + PIECE)) == start)
        end = start + PIECE;

      words = telaah_words_split (text, (TelaahSpan) { start, MIN (end + MARGIN, characters) }, lexicon);
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !insert_rows (&writing, words, sentences, (TelaahSpan) { start, end }, end == characters, error))
        return FALSE;
    }

  return insert_body (self, sha256, language, text, &writing, error);
}

gboolean
telaah_index_has (TelaahIndex *self,
                  const char  *sha256,
                  const char  *language)
{
  sqlite3_stmt *stmt = telaah_index_query (self, "SELECT stamp FROM body WHERE sha256 = ?1 AND language = ?2", "ss",
                                           sha256, language != NULL ? language : "");
  gboolean found = stmt != NULL && sqlite3_step (stmt) == SQLITE_ROW &&
                   g_strcmp0 ((const char *) sqlite3_column_text (stmt, 0),
                              telaah_index_get_stamp (self, language)) == 0;

  sqlite3_finalize (stmt);
  return found;
}

/* Those of one reading of a text are kept: the last. */
gboolean
telaah_index_put_sentences (TelaahIndex   *self,
                            const char    *sha256,
                            const char    *language,
                            const char    *marks,
                            const GArray  *sentences,
                            GError       **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_sized_new (sentences->len * 3);
  sqlite3_stmt *stmt;
  guint before = 0;
  gboolean done;

  for (guint i = 0; i < sentences->len; i++)
    {
      TelaahSpan span = g_array_index (sentences, TelaahSpan, i);

      telaah_numbers_add (bytes, span.start - before);
      telaah_numbers_add (bytes, span.end - span.start);
      before = span.end;
    }

  stmt = telaah_index_query (self, "INSERT OR REPLACE INTO sentences VALUES (?1, ?2, ?3, ?4)", "sssb", sha256,
                             language != NULL ? language : "", marks, bytes);
  done = stmt != NULL && sqlite3_step (stmt) == SQLITE_DONE;
  if (!done)
    telaah_index_set_error (self, error);
  sqlite3_finalize (stmt);

  return done;
}

/* ---- Transactions ---- */

/**
 * telaah_index_begin:
 *
 * Waits for others that are writing, a minute at most.
 */
gboolean
telaah_index_begin (TelaahIndex   *self,
                    GCancellable  *cancellable,
                    GError       **error)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  int rc;

  if (self->insert_row == NULL)
    {
      self->insert_row = telaah_index_query (self, "INSERT INTO words (rowid, stretch) VALUES (?1, '.')", "");
      self->insert_term = telaah_index_query (self, "INSERT OR IGNORE INTO term VALUES (?1)", "");
    }

  while (((rc = sqlite3_exec (self->db, "BEGIN IMMEDIATE", NULL, NULL, NULL)) & 0xff) == SQLITE_BUSY &&
         g_get_monotonic_time () < end && !g_cancellable_is_cancelled (cancellable))
    ;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      if (rc == SQLITE_OK)
        sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
      return FALSE;
    }
  if (rc != SQLITE_OK)
    return telaah_index_set_error (self, error);

  self->version = -1;
  self->next = telaah_index_read_number (self, "SELECT value FROM meta WHERE key = 'next'");
  self->n_bytes = telaah_index_read_number (self, "SELECT value FROM meta WHERE key = 'bytes'");
  if (self->next > 0 && self->n_bytes >= 0 && self->insert_row != NULL && self->insert_term != NULL)
    return TRUE;

  telaah_index_set_error (self, error);
  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* In order, which a tree takes best. */
static gboolean
insert_terms (TelaahIndex *self)
{
  GHashTableIter iter;
  gpointer terms;
  int rc = SQLITE_DONE;

  g_hash_table_iter_init (&iter, self->terms);
  while (g_hash_table_iter_next (&iter, NULL, &terms))
    {
      g_autoptr(GPtrArray) fresh = telaah_index_terms_steal_fresh (terms);

      g_ptr_array_sort (fresh, compare_strings);
      for (guint i = 0; rc == SQLITE_DONE && i < fresh->len; i++)
        {
          sqlite3_bind_text (self->insert_term, 1, fresh->pdata[i], -1, SQLITE_STATIC);
          rc = sqlite3_step (self->insert_term);
          sqlite3_reset (self->insert_term);
        }
    }

  return rc == SQLITE_DONE;
}

static gboolean
commit (TelaahIndex *self)
{
  g_autofree char *counts = g_strdup_printf (
    "UPDATE meta SET value = CASE key WHEN 'next' THEN %" G_GINT64_FORMAT " ELSE %" G_GINT64_FORMAT " END"
    " WHERE key IN ('next', 'bytes')", self->next, self->n_bytes);

  return insert_terms (self) && sqlite3_exec (self->db, counts, NULL, NULL, NULL) == SQLITE_OK &&
         sqlite3_exec (self->db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK;
}

gboolean
telaah_index_end (TelaahIndex  *self,
                  gboolean      done,
                  GError      **error)
{
  if (done && commit (self))
    return TRUE;

  if (done)
    telaah_index_set_error (self, error);
  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);

  /* What they have given as fresh is not in the file. */
  self->feed.terms = NULL;
  g_hash_table_remove_all (self->terms);
  return FALSE;
}

/* ---- Order ---- */

/* Between begin and end. The terms stay: who is writing at the same time counts on them. */
gboolean
telaah_index_clear (TelaahIndex  *self,
                    GError      **error)
{
  self->n_bytes = 0;

  return telaah_index_run (self, "INSERT INTO words (words) VALUES ('delete-all'); DELETE FROM body;"
                           "DELETE FROM sentences", error);
}

gboolean
telaah_index_is_wasteful (TelaahIndex *self,
                          guint64      n_bytes)
{
  gint64 all = telaah_index_read_number (self, "SELECT value FROM meta WHERE key = 'bytes'");

  return all > 2 * (gint64) n_bytes + 1024 * 1024;
}

/* Between begin and end, again and again with other work in between: makes what was written in many batches one, which is
 * read faster. */
gboolean
telaah_index_tidy (TelaahIndex  *self,
                   GError      **error)
{
  int before = sqlite3_total_changes (self->db);

  return telaah_index_run (self, "INSERT INTO words (words, rank) VALUES ('merge', 500)", error) &&
         sqlite3_total_changes (self->db) - before >= 2;
}
