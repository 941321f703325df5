/* Reads the rows of a project file into values of the model.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "store/telaah-store-private.h"
#include "text/telaah-stop-words.h"

/* Ends a loop over rows: the array, or NULL with the error of the last step. */
GPtrArray *
telaah_rows_finish (TelaahStore  *self,
                    int           rc,
                    GPtrArray    *array,
                    GError      **error)
{
  if (rc == SQLITE_DONE)
    return array;

  telaah_store_set_error (self, error);
  g_ptr_array_unref (array);
  return NULL;
}

GHashTable *
telaah_store_dup_project (TelaahStore  *self,
                          GError      **error)
{
  g_autoptr(TelaahRows) rows = telaah_store_query (self, error, "SELECT key, value FROM project", "");
  g_autoptr(GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  int rc;

  if (rows == NULL)
    return NULL;

  while ((rc = sqlite3_step (rows)) == SQLITE_ROW)
    g_hash_table_insert (values, g_strdup (telaah_rows_text (rows, 0)), g_strdup (telaah_rows_text (rows, 1)));

  if (rc != SQLITE_DONE)
    {
      telaah_store_set_error (self, error);
      return NULL;
    }

  return g_steal_pointer (&values);
}

GPtrArray *
telaah_store_dup_sources (TelaahStore  *self,
                          GError      **error)
{
  g_autoptr(TelaahRows) rows =
    telaah_store_query (self, error,
                        "SELECT id, source.sha256, characters, words, title, author, publisher, date, url, language,"
                        " file_name, medium, reading, container, volume, issue, pages, doi, accessed"
                        " FROM source JOIN text USING (sha256) ORDER BY position, id", "");
  GPtrArray *sources;
  int rc;

  if (rows == NULL)
    return NULL;

  sources = g_ptr_array_new_with_free_func (g_object_unref);
  while ((rc = sqlite3_step (rows)) == SQLITE_ROW)
    {
      TelaahSourceFields fields = {
        .id = telaah_rows_text (rows, 0), .sha256 = telaah_rows_text (rows, 1),
        .characters = sqlite3_column_int (rows, 2), .words = sqlite3_column_int (rows, 3),
        .title = telaah_rows_text (rows, 4), .author = telaah_rows_text (rows, 5),
        .publisher = telaah_rows_text (rows, 6), .date = telaah_rows_text (rows, 7),
        .url = telaah_rows_text (rows, 8), .language = telaah_rows_text (rows, 9),
        .file_name = telaah_rows_text (rows, 10), .medium = telaah_rows_text (rows, 11),
        .reading = telaah_rows_text (rows, 12), .container = telaah_rows_text (rows, 13),
        .volume = telaah_rows_text (rows, 14), .issue = telaah_rows_text (rows, 15),
        .pages = telaah_rows_text (rows, 16), .doi = telaah_rows_text (rows, 17),
        .accessed = telaah_rows_text (rows, 18),
      };

      g_ptr_array_add (sources, telaah_source_new (&fields));
    }

  return telaah_rows_finish (self, rc, sources, error);
}

GPtrArray *
telaah_store_dup_themes (TelaahStore  *self,
                         GError      **error)
{
  g_autoptr(TelaahRows) rows =
    telaah_store_query (self, error, TELAAH_TREE ("theme", "name, color, description, digit", ""), "");
  GPtrArray *themes;
  int rc;

  if (rows == NULL)
    return NULL;

  themes = g_ptr_array_new_with_free_func (g_object_unref);
  while ((rc = sqlite3_step (rows)) == SQLITE_ROW)
    {
      TelaahThemeFields fields = {
        .id = telaah_rows_text (rows, 0), .parent = telaah_rows_text (rows, 1),
        .name = telaah_rows_text (rows, 2), .color = telaah_rows_text (rows, 3),
        .description = telaah_rows_text (rows, 4), .digit = sqlite3_column_int (rows, 5),
        .depth = sqlite3_column_int (rows, 6),
      };

      g_ptr_array_add (themes, telaah_theme_new (&fields));
    }

  return telaah_rows_finish (self, rc, themes, error);
}

/* One of the two scans that go along with the passages, all three in the order of the passages' ids. */
typedef struct
{
  TelaahRows *rows;
  gboolean    more;
} Scan;

typedef struct
{
  Scan       codings;
  Scan       notes;
  GPtrArray *themes;      /* scratch, of the passage at hand: a hundred thousand are loaded at once */
  GArray    *positions;   /* likewise: int, those of the themes */
} Scans;

static void
scan_next (Scan *scan)
{
  scan->more = sqlite3_step (scan->rows) == SQLITE_ROW;
}

/* Column 0 is the passage. Rows of passages that are gone (a note on a deleted one) are passed over. */
static gboolean
scan_at (Scan       *scan,
         const char *passage)
{
  int order = -1;

  while (scan->more && (order = strcmp (telaah_rows_text (scan->rows, 0), passage)) < 0)
    scan_next (scan);

  return scan->more && order == 0;
}

static TelaahPassage *
read_passage (TelaahRows *rows,
              Scans      *scans)
{
  const char *id = telaah_rows_text (rows, 0);
  Scan *codings = &scans->codings, *notes = &scans->notes;
  g_autoptr(GPtrArray) written = NULL;
  TelaahPassageFields fields = {
    .id = id, .source = telaah_rows_text (rows, 1),
    .span = { sqlite3_column_int (rows, 2), sqlite3_column_int (rows, 3) },
    .quote = telaah_rows_text (rows, 4), .prefix = telaah_rows_text (rows, 5),
    .suffix = telaah_rows_text (rows, 6), .coder = telaah_rows_text (rows, 7),
    .created = telaah_rows_text (rows, 8), .lost = telaah_rows_text (rows, 9),
    .candidate = { sqlite3_column_int (rows, 10), sqlite3_column_int (rows, 11) },
  };

  g_ptr_array_set_size (scans->themes, 0);
  g_array_set_size (scans->positions, 0);

  /* In the order of coding, which is not that of the index; there are seldom more than two. */
  for (; scan_at (codings, id); scan_next (codings))
    {
      int position = sqlite3_column_int (codings->rows, 2);
      guint at = scans->positions->len;

      while (at > 0 && g_array_index (scans->positions, int, at - 1) > position)
        at--;
      g_array_insert_val (scans->positions, at, position);
      g_ptr_array_insert (scans->themes, at, g_strdup (telaah_rows_text (codings->rows, 1)));
    }

  for (; scan_at (notes, id); scan_next (notes))
    {
      TelaahNoteFields note = {
        .target = id, .kind = "passage", .id = telaah_rows_text (notes->rows, 1),
        .text = telaah_rows_text (notes->rows, 2), .coder = telaah_rows_text (notes->rows, 3),
        .created = telaah_rows_text (notes->rows, 4),
      };

      if (written == NULL)
        written = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (written, telaah_note_new (&note));
    }

  fields.themes = (const char *const *) scans->themes->pdata;
  return telaah_passage_new (&fields, written);
}

#define PASSAGES "SELECT id, source, start, end, quote, prefix, suffix, coder, created, lost, candidate_start," \
                 " candidate_end FROM passage "
#define CODINGS  "SELECT passage, theme, position FROM coding "
#define NOTES    "SELECT target, id, text, coder, created FROM note WHERE kind = 'passage' "

/**
 * telaah_store_dup_passages:
 * @id: (nullable): the one to read, or %NULL for all
 *
 * All are read by three scans that go side by side, not by a query each.
 *
 * Returns: (transfer full) (element-type TelaahPassage): in no useful order
 */
GPtrArray *
telaah_store_dup_passages (TelaahStore  *self,
                           const char   *id,
                           GError      **error)
{
  g_autoptr(TelaahRows) rows = NULL, coding_rows = NULL, note_rows = NULL;
  g_autoptr(GPtrArray) themes = g_ptr_array_new_null_terminated (2, g_free, TRUE);
  g_autoptr(GArray) positions = g_array_new (FALSE, FALSE, sizeof (int));
  Scans scans = { .themes = themes, .positions = positions };
  GPtrArray *passages;
  int rc;

  rows = id != NULL ? telaah_store_query (self, error, PASSAGES "WHERE id = ?1", "s", id)
                    : telaah_store_query (self, error, PASSAGES "ORDER BY id", "");
  coding_rows = id != NULL ? telaah_store_query (self, error, CODINGS "WHERE passage = ?1", "s", id)
                           : telaah_store_query (self, error, CODINGS "ORDER BY passage, theme", "");
  note_rows = id != NULL ? telaah_store_query (self, error, NOTES "AND target = ?1 ORDER BY created, id", "s", id)
                         : telaah_store_query (self, error, NOTES "ORDER BY target, created, id", "");
  if (rows == NULL || coding_rows == NULL || note_rows == NULL)
    return NULL;

  scans.codings.rows = coding_rows;
  scans.notes.rows = note_rows;
  scan_next (&scans.codings);
  scan_next (&scans.notes);

  passages = g_ptr_array_new_with_free_func (g_object_unref);
  while ((rc = sqlite3_step (rows)) == SQLITE_ROW)
    g_ptr_array_add (passages, read_passage (rows, &scans));

  return telaah_rows_finish (self, rc, passages, error);
}

TelaahText *
telaah_store_dup_text (TelaahStore  *self,
                       const char   *sha256,
                       GError      **error)
{
  g_autoptr(TelaahRows) rows =
    telaah_store_query (self, error, "SELECT body FROM text WHERE sha256 = ?1", "s", sha256);

  if (rows == NULL)
    return NULL;

  if (sqlite3_step (rows) != SQLITE_ROW)
    {
      g_set_error (error, TELAAH_STORE_ERROR, TELAAH_STORE_ERROR_FAILED,
                   _("The text of a source is missing from the project (%s). Open a backup of it."), sha256);
      return NULL;
    }

  return telaah_text_new (g_strndup (telaah_rows_text (rows, 0), sqlite3_column_bytes (rows, 0)));
}

/**
 * telaah_store_guess_language:
 * @sha256: (nullable): of a text
 *
 * Returns: (nullable) (transfer none): see telaah_language_guess()
 */
const char *
telaah_store_guess_language (TelaahStore *self,
                             const char  *sha256)
{
  g_autofree char *beginning =
    telaah_store_dup_value (self, "SELECT substr (body, 1, 16000) FROM text WHERE sha256 = ?1", "s", sha256);

  return beginning != NULL ? telaah_language_guess (beginning, -1) : NULL;
}

/* Outside the journal: a text is named by what it says, so that to have it twice is to have it once. */
gboolean
telaah_store_put_text (TelaahStore  *self,
                       TelaahText   *text,
                       const char   *sha256,
                       GError      **error)
{
  return telaah_store_run (self, error,
                           "INSERT INTO text (sha256, characters, words, body) VALUES (?1, ?2, ?3, ?4)"
                           " ON CONFLICT DO NOTHING", "siis", sha256,
                           (gint64) telaah_text_get_characters (text), (gint64) telaah_text_count_words (text),
                           telaah_text_get_body (text));
}

/* A look that could not be finished is a fault too. */
static void
note_end (TelaahStore *self,
          int          rc,
          GPtrArray   *faults)
{
  if (rc != SQLITE_DONE)
    g_ptr_array_add (faults, g_strdup_printf (_("file: %s"), sqlite3_errmsg (self->db)));
}

/**
 * telaah_store_check:
 *
 * Returns: (transfer full) (element-type utf8): what SQLite finds wrong with the file and its references, a line each
 */
GPtrArray *
telaah_store_check (TelaahStore  *self,
                    GError      **error)
{
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(TelaahRows) whole = telaah_store_query (self, error, "PRAGMA integrity_check", "");
  g_autoptr(TelaahRows) references =
    whole != NULL ? telaah_store_query (self, error, "PRAGMA foreign_key_check", "") : NULL;
  int rc;

  if (references == NULL)
    return NULL;

  while ((rc = sqlite3_step (whole)) == SQLITE_ROW)
    if (g_strcmp0 (telaah_rows_text (whole, 0), "ok") != 0)
      g_ptr_array_add (faults, g_strdup_printf (_("file: %s"), telaah_rows_text (whole, 0)));
  note_end (self, rc, faults);

  while ((rc = sqlite3_step (references)) == SQLITE_ROW)
    g_ptr_array_add (faults, g_strdup_printf (_("a row of %s names one of %s that is not there"),
                                              telaah_rows_text (references, 0), telaah_rows_text (references, 2)));
  note_end (self, rc, faults);

  return g_steal_pointer (&faults);
}

/* FALSE where no fraction is left between two siblings: a double can be halved some fifty times. */
static gboolean
find_gap (TelaahStore *self,
          gboolean     theme,
          const char  *parent,
          const char  *before,
          double      *gap)
{
  g_autoptr(TelaahRows) rows = NULL;
  double last = 0;

  rows = theme ? telaah_store_query (self, NULL, "SELECT id, position FROM theme WHERE parent IS ?1"
                                     " ORDER BY position, id", "s", parent)
               : telaah_store_query (self, NULL, "SELECT id, position FROM point WHERE parent IS ?1"
                                     " ORDER BY position, id", "s", parent);
  while (rows != NULL && sqlite3_step (rows) == SQLITE_ROW)
    {
      double position = sqlite3_column_double (rows, 1);

      if (g_strcmp0 (telaah_rows_text (rows, 0), before) == 0)
        {
          *gap = (last + position) / 2;
          return last < *gap && *gap < position;
        }
      last = position;
    }

  *gap = last + 1;
  return TRUE;
}

/* From 1 up, in the order that they are in. */
#define NUMBER(table) \
  "UPDATE " table " SET position = place FROM" \
  " (SELECT id AS sibling, row_number () OVER (ORDER BY position, id) AS place FROM " table " WHERE parent IS ?1)" \
  " WHERE id = sibling"

/**
 * telaah_store_find_position:
 * @table: theme or point
 * @parent: (nullable): whose children are ordered, %NULL for the top
 * @before: (nullable): the sibling to stand before, %NULL for the end
 *
 * Positions are fractions, so that a move changes one row; where there is no room left it numbers the siblings anew.
 * Inside a verb.
 *
 * Returns: the position
 */
double
telaah_store_find_position (TelaahStore *self,
                            const char  *table,
                            const char  *parent,
                            const char  *before)
{
  gboolean theme = strcmp (table, "theme") == 0;
  double position = 0;

  if (find_gap (self, theme, parent, before, &position))
    return position;

  if (theme)
    telaah_store_run (self, NULL, NUMBER ("theme"), "s", parent);
  else
    telaah_store_run (self, NULL, NUMBER ("point"), "s", parent);
  find_gap (self, theme, parent, before, &position);

  return position;
}
