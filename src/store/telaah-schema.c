/* The schema of a project file, documented here and nowhere else, and how older files are brought up to it.
 *
 * A project is one SQLite database; the sqlite3 shell reads it. application_id is 0x54454C41 ("TELA"), user_version
 * the number of steps below that the file has seen. Ids are GUIDs in lower case, offsets code points [start, end)
 * in text.body, times RFC 3339 in UTC, positions order siblings. What is unknown is NULL.
 *
 *   project   what is known of the project as a whole: title, question, language, created
 *   text      bodies, immutable, named by their SHA-256; outside the journal, so that it stays small
 *   source    a text with its metadata
 *   attribute what a researcher says of a source beyond that: a name and a value
 *   mark      a stretch of a source that is not its body: a heading, or clutter; proposed, accepted or refused
 *   theme     the theme tree
 *   passage   a span of a source, with its words and 32 code points either side; lost: the digest of the text in which
 *             its words were last, where the source's text has them no more, with the best place found as candidate
 *   coding    a passage under a theme
 *   note      on a passage, source, theme, point, cell or the project (kind, target)
 *   outline   the outlines; follows: its points come and go with the themes. The first is there from the start
 *   point     an outline's tree (outline NULL: the first's; where that has none, the theme tree stands for it); its
 *             evidence may be under a condition: a coder, or an attribute of the sources with its value
 *   stands_for the further themes of a point that stands for several
 *   cell      what is said of a source on a point; seen: the evidence when the summary was written; judged: the evidence
 *             when the status was set
 *   link      words of a summary or of a point, and the passage, or the cell of a source (cited), that they rest on
 *   pin       evidence put in, left out or ordered by hand
 *   hidden    points and sources (target) that the comparison of an outline does not show
 *   synonyms  words that count as one in a search, one a line
 *   refused   candidates that a coder did not want under a theme, by their words
 *   journal   a row a verb: a changeset of SQLite's session extension. Append-only: an undo is a row that carries the
 *             inverse and names what it undoes, a redo one that names the undo
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "model/telaah-outline-entry.h"
#include "store/telaah-store-private.h"

#define APPLICATION_ID "1413827649"   /* 0x54454C41 */

/* The tables that the journal records; they have a primary key without NULL, as the session extension wants. */
const char *const telaah_schema_tables[] = {
  "project", "source", "theme", "passage", "coding", "note", "point", "cell", "pin", "mark", "attribute",
  "outline", "stands_for", "link", "hidden", "synonyms", "refused", NULL
};

/* Step n brings a file from version n to n + 1. Steps are only ever appended: files out in the world have
 * run the earlier ones. No cascades: a verb deletes what depends on a row itself, so that its changeset is whole;
 * the deferred references then refuse an undo that would leave something hanging. */
static const char *const migrations[] = {
  "CREATE TABLE project (key TEXT NOT NULL PRIMARY KEY, value TEXT) WITHOUT ROWID;"

  "CREATE TABLE text (sha256 TEXT NOT NULL PRIMARY KEY, characters INTEGER NOT NULL, words INTEGER NOT NULL,"
  "  body TEXT NOT NULL);"

  "CREATE TABLE source (id TEXT NOT NULL PRIMARY KEY, position REAL NOT NULL,"
  "  sha256 TEXT NOT NULL REFERENCES text DEFERRABLE INITIALLY DEFERRED,"
  "  title TEXT, author TEXT, publisher TEXT, date TEXT, url TEXT, language TEXT, medium TEXT, file_name TEXT,"
  "  reading TEXT) WITHOUT ROWID;"

  "CREATE TABLE theme (id TEXT NOT NULL PRIMARY KEY, parent TEXT REFERENCES theme DEFERRABLE INITIALLY DEFERRED,"
  "  position REAL NOT NULL, name TEXT NOT NULL, color TEXT, description TEXT, digit INTEGER) WITHOUT ROWID;"
  "CREATE INDEX theme_parent ON theme (parent, position, id);"

  "CREATE TABLE passage (id TEXT NOT NULL PRIMARY KEY,"
  "  source TEXT NOT NULL REFERENCES source DEFERRABLE INITIALLY DEFERRED,"
  "  start INTEGER NOT NULL, end INTEGER NOT NULL CHECK (start < end), quote TEXT NOT NULL,"
  "  prefix TEXT NOT NULL, suffix TEXT NOT NULL, coder TEXT NOT NULL, created TEXT NOT NULL) WITHOUT ROWID;"
  "CREATE INDEX passage_source ON passage (source, start);"

  "CREATE TABLE coding (passage TEXT NOT NULL REFERENCES passage DEFERRABLE INITIALLY DEFERRED,"
  "  theme TEXT NOT NULL REFERENCES theme DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL,"
  "  coder TEXT NOT NULL, created TEXT NOT NULL, PRIMARY KEY (passage, theme)) WITHOUT ROWID;"
  "CREATE INDEX coding_theme ON coding (theme);"

  "CREATE TABLE note (id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, target TEXT NOT NULL, text TEXT NOT NULL,"
  "  coder TEXT NOT NULL, created TEXT NOT NULL) WITHOUT ROWID;"
  "CREATE INDEX note_target ON note (kind, target, created, id);"

  "CREATE TABLE point (id TEXT NOT NULL PRIMARY KEY, parent TEXT REFERENCES point DEFERRABLE INITIALLY DEFERRED,"
  "  position REAL NOT NULL, theme TEXT REFERENCES theme DEFERRABLE INITIALLY DEFERRED, title TEXT NOT NULL,"
  "  similarities TEXT, differences TEXT) WITHOUT ROWID;"
  "CREATE INDEX point_parent ON point (parent, position, id);"
  "CREATE INDEX point_theme ON point (theme);"

  "CREATE TABLE cell (point TEXT NOT NULL REFERENCES point DEFERRABLE INITIALLY DEFERRED,"
  "  source TEXT NOT NULL REFERENCES source DEFERRABLE INITIALLY DEFERRED,"
  "  status TEXT NOT NULL CHECK (status IN ('unread', 'treated', 'implicit', 'silent')),"
  "  summary TEXT, seen TEXT, PRIMARY KEY (point, source)) WITHOUT ROWID;"
  "CREATE INDEX cell_source ON cell (source);"

  "CREATE TABLE pin (point TEXT NOT NULL REFERENCES point DEFERRABLE INITIALLY DEFERRED,"
  "  passage TEXT NOT NULL REFERENCES passage DEFERRABLE INITIALLY DEFERRED,"
  "  state TEXT CHECK (state IN ('pinned', 'hidden')), position REAL, PRIMARY KEY (point, passage)) WITHOUT ROWID;"
  "CREATE INDEX pin_passage ON pin (passage);"

  "CREATE TABLE journal (seq INTEGER PRIMARY KEY AUTOINCREMENT, time TEXT NOT NULL, user TEXT NOT NULL,"
  "  coder TEXT NOT NULL, verb TEXT NOT NULL, undoes INTEGER REFERENCES journal, changes BLOB NOT NULL);"
  "CREATE INDEX journal_undoes ON journal (undoes) WHERE undoes IS NOT NULL;",

  "ALTER TABLE source ADD COLUMN container TEXT;"    /* the journal, newspaper or book that it is part of */
  "ALTER TABLE source ADD COLUMN volume TEXT;"
  "ALTER TABLE source ADD COLUMN issue TEXT;"
  "ALTER TABLE source ADD COLUMN pages TEXT;"
  "ALTER TABLE source ADD COLUMN doi TEXT;"
  "ALTER TABLE source ADD COLUMN accessed TEXT;"

  "ALTER TABLE passage ADD COLUMN lost TEXT;"
  "ALTER TABLE passage ADD COLUMN candidate_start INTEGER;"
  "ALTER TABLE passage ADD COLUMN candidate_end INTEGER;"

  "CREATE TABLE mark (id TEXT NOT NULL PRIMARY KEY,"
  "  source TEXT NOT NULL REFERENCES source DEFERRABLE INITIALLY DEFERRED,"
  "  start INTEGER NOT NULL, end INTEGER NOT NULL CHECK (start < end),"
  "  kind TEXT NOT NULL CHECK (kind IN ('clutter', 'heading')), level INTEGER NOT NULL, reason TEXT,"
  "  state TEXT NOT NULL CHECK (state IN ('proposed', 'accepted', 'refused'))) WITHOUT ROWID;"
  "CREATE INDEX mark_source ON mark (source, start);"

  "CREATE TABLE attribute (source TEXT NOT NULL REFERENCES source DEFERRABLE INITIALLY DEFERRED,"
  "  name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (source, name)) WITHOUT ROWID;",

  "CREATE TABLE outline (id TEXT NOT NULL PRIMARY KEY, position REAL NOT NULL, title TEXT,"
  "  follows INTEGER NOT NULL) WITHOUT ROWID;"
  "INSERT INTO outline (id, position, follows) VALUES ('" TELAAH_FIRST_OUTLINE "', 1, 1);"

  "ALTER TABLE point ADD COLUMN outline TEXT REFERENCES outline DEFERRABLE INITIALLY DEFERRED;"
  "ALTER TABLE point ADD COLUMN question TEXT;"
  "ALTER TABLE point ADD COLUMN coder TEXT;"
  "ALTER TABLE point ADD COLUMN attribute TEXT;"
  "ALTER TABLE point ADD COLUMN value TEXT;"
  "CREATE INDEX point_outline ON point (outline);"

  "CREATE TABLE stands_for (point TEXT NOT NULL REFERENCES point DEFERRABLE INITIALLY DEFERRED,"
  "  theme TEXT NOT NULL REFERENCES theme DEFERRABLE INITIALLY DEFERRED, PRIMARY KEY (point, theme)) WITHOUT ROWID;"
  "CREATE INDEX stands_for_theme ON stands_for (theme);"

  "ALTER TABLE cell ADD COLUMN translation TEXT;"
  "ALTER TABLE cell ADD COLUMN judged TEXT;"

  "CREATE TABLE link (id TEXT NOT NULL PRIMARY KEY,"
  "  point TEXT NOT NULL REFERENCES point DEFERRABLE INITIALLY DEFERRED,"
  "  source TEXT REFERENCES source DEFERRABLE INITIALLY DEFERRED,"
  "  kind TEXT NOT NULL CHECK (kind IN ('summary', 'translation', 'similarities', 'differences')),"
  "  start INTEGER NOT NULL, end INTEGER NOT NULL CHECK (start <= end),"
  "  passage TEXT REFERENCES passage DEFERRABLE INITIALLY DEFERRED,"
  "  cited TEXT REFERENCES source DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID;"
  "CREATE INDEX link_point ON link (point, source);"
  "CREATE INDEX link_passage ON link (passage);"
  "CREATE INDEX link_source ON link (source);"
  "CREATE INDEX link_cited ON link (cited);"

  "CREATE TABLE hidden (outline TEXT NOT NULL REFERENCES outline DEFERRABLE INITIALLY DEFERRED,"
  "  target TEXT NOT NULL, PRIMARY KEY (outline, target)) WITHOUT ROWID;",

  "CREATE TABLE synonyms (id TEXT NOT NULL PRIMARY KEY, position REAL NOT NULL, words TEXT NOT NULL) WITHOUT ROWID;"

  "CREATE TABLE refused (theme TEXT NOT NULL REFERENCES theme DEFERRABLE INITIALLY DEFERRED,"
  "  source TEXT NOT NULL REFERENCES source DEFERRABLE INITIALLY DEFERRED, quote TEXT NOT NULL,"
  "  coder TEXT NOT NULL, created TEXT NOT NULL, PRIMARY KEY (theme, source, quote)) WITHOUT ROWID;"
  "CREATE INDEX refused_source ON refused (source);",
};

static gboolean
read_pragma (TelaahStore  *self,
             const char   *pragma,
             gint64       *value,
             GError      **error)
{
  g_autoptr(TelaahRows) rows = telaah_store_query (self, error, pragma, "");

  if (rows == NULL || sqlite3_step (rows) != SQLITE_ROW)
    return telaah_store_set_error (self, error);

  *value = sqlite3_column_int64 (rows, 0);
  return TRUE;
}

static gboolean
run_steps (TelaahStore  *self,
           GError      **error)
{
  gint64 version = 0;

  /* IMMEDIATE, and the version read inside: two programs may open an old file at once. */
  if (sqlite3_exec (self->db, "BEGIN IMMEDIATE", NULL, NULL, NULL) != SQLITE_OK)
    return telaah_store_set_error (self, error);

  if (!read_pragma (self, "PRAGMA user_version", &version, error))
    goto fail;

  for (; version < (gint64) G_N_ELEMENTS (migrations); version++)
    {
      g_autofree char *stamp = g_strdup_printf ("PRAGMA user_version = %d", (int) version + 1);

      if (sqlite3_exec (self->db, migrations[version], NULL, NULL, NULL) != SQLITE_OK ||
          sqlite3_exec (self->db, stamp, NULL, NULL, NULL) != SQLITE_OK)
        {
          telaah_store_set_error (self, error);
          goto fail;
        }
    }

  if (sqlite3_exec (self->db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  telaah_store_set_error (self, error);

fail:
  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

/* Makes an empty file a project. */
gboolean
telaah_schema_create (TelaahStore  *self,
                      GError      **error)
{
  if (sqlite3_exec (self->db, "PRAGMA application_id = " APPLICATION_ID, NULL, NULL, NULL) != SQLITE_OK)
    return telaah_store_set_error (self, error);

  return run_steps (self, error);
}

/* Sees that the file is a project of ours, and brings an older one up to date. */
gboolean
telaah_schema_open (TelaahStore  *self,
                    GError      **error)
{
  g_autofree char *name = g_path_get_basename (self->path);
  gint64 application = 0, version = 0;

  if (!read_pragma (self, "PRAGMA application_id", &application, error))
    return FALSE;

  if (application != g_ascii_strtoll (APPLICATION_ID, NULL, 10))
    {
      g_set_error (error, TELAAH_STORE_ERROR, TELAAH_STORE_ERROR_NOT_PROJECT,
                   _("“%s” is not a Telaah project. Choose a file that Telaah has made."), name);
      return FALSE;
    }

  if (!read_pragma (self, "PRAGMA user_version", &version, error))
    return FALSE;

  if (version > (gint64) G_N_ELEMENTS (migrations))
    {
      g_set_error (error, TELAAH_STORE_ERROR, TELAAH_STORE_ERROR_TOO_NEW,
                   _("“%s” was written by a later version of Telaah. Update Telaah to open it."), name);
      return FALSE;
    }

  return version == (gint64) G_N_ELEMENTS (migrations) || run_steps (self, error);
}
