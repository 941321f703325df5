/* The journal: verbs are whole, are seen by others, and can be taken back.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/telaah-journal.h"

#include <string.h>

#include <sqlite3.h>

#include "support/telaah-test.h"

/* A project with one source, outside the journal, and two stores on it: two programs. */
typedef struct
{
  char        *path;
  TelaahStore *store;
  TelaahStore *other;
  TelaahNews   news;      /* of the other */
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  f->path = telaah_test_dup_path ("p.telaah");
  f->store = telaah_store_create (f->path, &error);
  g_assert_no_error (error);
  telaah_test_run_sql (f->path, "INSERT INTO text VALUES ('abc', 7, 2, 'aa bb cc');"
                       "INSERT INTO source (id, position, sha256) VALUES ('s', 1, 'abc')");
  f->other = telaah_store_open (f->path, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_assert_finalize_object (f->store);
  g_assert_finalize_object (f->other);
  g_clear_pointer (&f->news.passages, g_hash_table_unref);
  g_free (f->path);
}

static void
begin (TelaahStore *store)
{
  g_autoptr(GError) error = NULL;

  telaah_journal_begin (store, &error);
  g_assert_no_error (error);
}

static void
commit (TelaahStore *store,
        const char  *user,
        const char  *verb)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *coder = g_strconcat ("coder-", user, NULL);

  telaah_journal_commit (store, user, coder, verb, &error);
  g_assert_no_error (error);
}

#define RUN(store, sql)                                       \
  G_STMT_START                                                \
  {                                                           \
    g_autoptr(GError) run_error = NULL;                       \
    telaah_store_run (store, &run_error, sql, "");            \
    g_assert_no_error (run_error);                            \
  }                                                           \
  G_STMT_END

/* One verb with one statement. */
#define VERB(store, user, verb, sql)                          \
  G_STMT_START                                                \
  {                                                           \
    begin (store);                                            \
    RUN (store, sql);                                         \
    commit (store, user, verb);                               \
  }                                                           \
  G_STMT_END

#define ADD_PASSAGE(id) \
  "INSERT INTO passage (id, source, start, end, quote, prefix, suffix, coder, created)" \
  " VALUES ('" id "', 's', 0, 2, 'aa', '', ' bb cc', 'c', 't')"

static void
assert_value (Fixture    *f,
              const char *sql,
              const char *expected)
{
  g_autofree char *value = telaah_test_dup_value (f->path, sql);

  g_assert_cmpstr (value, ==, expected);
}

static void
follow (Fixture *f)
{
  g_autoptr(GError) error = NULL;

  telaah_news_clear (&f->news);
  telaah_journal_follow (f->other, &f->news, &error);
  g_assert_no_error (error);
}

/* ---- Verbs ---- */

static void
test_commit (Fixture       *f,
             gconstpointer  data)
{
  g_autofree char *time = NULL;

  g_assert_cmpint (telaah_journal_get_last (f->store), ==, 0);
  g_assert_null (telaah_journal_dup_time (f->store));
  VERB (f->store, "ani", "tag", ADD_PASSAGE ("p1"));

  assert_value (f, "SELECT group_concat (seq || user || coder || verb || (undoes IS NULL) || (length (changes) > 0))"
                " FROM journal", "1anicoder-anitag11");
  assert_value (f, "SELECT count(*) FROM passage", "1");
  g_assert_cmpint (telaah_journal_get_last (f->other), ==, 1);
  time = telaah_journal_dup_time (f->other);
  assert_value (f, "SELECT time FROM journal", time);
}

static void
test_rollback (Fixture       *f,
               gconstpointer  data)
{
  g_autofree char *before = telaah_test_dump_all (f->path);
  g_autofree char *after = NULL;

  begin (f->store);
  RUN (f->store, ADD_PASSAGE ("p1"));
  RUN (f->store, "DELETE FROM source");
  telaah_journal_rollback (f->store);

  after = telaah_test_dump_all (f->path);
  telaah_test_assert_text (after, before);

  /* And the store can go on. */
  VERB (f->store, "ani", "tag", ADD_PASSAGE ("p1"));
  assert_value (f, "SELECT seq FROM journal", "1");
}

/* Verbs that change nothing, each in its way. */
static void
test_empty (Fixture       *f,
            gconstpointer  data)
{
  VERB (f->store, "ani", "set-source", "UPDATE source SET position = position");
  VERB (f->store, "ani", "untag", "DELETE FROM passage WHERE id = 'none'");
  begin (f->store);
  RUN (f->store, ADD_PASSAGE ("p1"));
  RUN (f->store, "DELETE FROM passage WHERE id = 'p1'");
  commit (f->store, "ani", "tag");

  assert_value (f, "SELECT count(*) FROM journal", "0");
  assert_value (f, "SELECT count(*) FROM passage", "0");
}

/* The deferred references are looked at when a verb ends. */
static void
test_commit_refused (Fixture       *f,
                     gconstpointer  data)
{
  g_autofree char *before = telaah_test_dump_all (f->path);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  begin (f->store);
  RUN (f->store, "INSERT INTO coding VALUES ('no-passage', 'no-theme', 1, 'c', 't')");
  g_assert_false (telaah_journal_commit (f->store, "ani", "ani", "tag", &error));
  g_assert_error (error, TELAAH_STORE_ERROR, TELAAH_STORE_ERROR_FAILED);

  after = telaah_test_dump_all (f->path);
  telaah_test_assert_text (after, before);
  VERB (f->store, "ani", "tag", ADD_PASSAGE ("p1"));
}

/* ---- Several programs ---- */

static void
test_others_see_whole_verbs (Fixture       *f,
                             gconstpointer  data)
{
  begin (f->store);
  RUN (f->store, ADD_PASSAGE ("p1"));
  assert_value (f, "SELECT count(*) FROM passage", "0");
  follow (f);
  g_assert_cmpuint (f->news.n_rows, ==, 0);
  commit (f->store, "ani", "tag");

  assert_value (f, "SELECT count(*) FROM passage", "1");
  follow (f);
  g_assert_cmpuint (f->news.n_rows, ==, 1);
}

static gpointer
hold_lock (gpointer path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_usleep (300 * 1000);
  g_assert_cmpint (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);

  return db;
}

static void
test_waits_for_another (Fixture       *f,
                        gconstpointer  data)
{
  GThread *thread = g_thread_new ("lock", hold_lock, f->path);

  g_usleep (100 * 1000);
  VERB (f->store, "ani", "tag", ADD_PASSAGE ("p1"));
  sqlite3_close (g_thread_join (thread));
  assert_value (f, "SELECT count(*) FROM journal", "1");
}

static void
test_follow (Fixture       *f,
             gconstpointer  data)
{
  VERB (f->store, "ani", "add-theme", "INSERT INTO theme (id, position, name) VALUES ('t', 1, 'Manfaat')");
  VERB (f->store, "ani", "tag", ADD_PASSAGE ("p1"));
  follow (f);
  g_assert_cmpuint (f->news.n_rows, ==, 2);
  g_assert_cmpint (f->news.seq, ==, 2);
  g_assert_true (f->news.tables[TELAAH_TABLE_THEME]);
  g_assert_true (f->news.tables[TELAAH_TABLE_PASSAGE]);
  g_assert_false (f->news.tables[TELAAH_TABLE_SOURCE]);
  g_assert_cmpuint (g_hash_table_size (f->news.passages), ==, 1);
  g_assert_true (g_hash_table_contains (f->news.passages, "p1"));

  VERB (f->store, "ani", "set-source", "UPDATE source SET title = 'Judul'");
  follow (f);
  g_assert_cmpuint (f->news.n_rows, ==, 1);
  g_assert_cmpint (f->news.seq, ==, 3);
  g_assert_true (f->news.tables[TELAAH_TABLE_SOURCE]);
  g_assert_false (f->news.tables[TELAAH_TABLE_PASSAGE]);
  g_assert_cmpuint (g_hash_table_size (f->news.passages), ==, 0);

  follow (f);
  g_assert_cmpuint (f->news.n_rows, ==, 0);
  g_assert_cmpint (f->news.seq, ==, 3);
}

/* What happens to its codings and notes happens to a passage. */
static const struct
{
  const char *name;
  const char *sql;
} touches[] = {
  { "move",         "UPDATE passage SET start = 1 WHERE id = 'p1'" },
  { "remove",       "DELETE FROM passage WHERE id = 'p1'" },
  { "code",         "INSERT INTO coding VALUES ('p1', 't', 1, 'c', 't')" },
  { "note",         "INSERT INTO note VALUES ('n2', 'passage', 'p1', 'x', 'c', 't')" },
  { "change-note",  "UPDATE note SET text = 'y' WHERE id = 'n1'" },
  { "remove-note",  "DELETE FROM note WHERE id = 'n1'" },
};

static void
test_follow_passage (Fixture       *f,
                     gconstpointer  data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr(GError) error = NULL;

  VERB (f->store, "ani", "add-theme", "INSERT INTO theme (id, position, name) VALUES ('t', 1, 'Manfaat')");
  begin (f->store);
  RUN (f->store, ADD_PASSAGE ("p1"));
  RUN (f->store, ADD_PASSAGE ("p2"));
  RUN (f->store, "INSERT INTO note VALUES ('n1', 'passage', 'p1', 'x', 'c', 't')");
  commit (f->store, "ani", "tag");
  follow (f);

  begin (f->store);
  telaah_store_run (f->store, &error, touches[row].sql, "");
  g_assert_no_error (error);
  commit (f->store, "ani", "verb");

  follow (f);
  g_assert_cmpuint (g_hash_table_size (f->news.passages), ==, 1);
  g_assert_true (g_hash_table_contains (f->news.passages, "p1"));
}

/* ---- Undo ---- */

static void
take_back (TelaahStore *store,
           gboolean     redo,
           const char  *user)
{
  g_autoptr(GError) error = NULL;

  if (redo)
    telaah_journal_redo (store, user, user, &error);
  else
    telaah_journal_undo (store, user, user, &error);
  g_assert_no_error (error);
}

static void
test_undo_redo (Fixture       *f,
                gconstpointer  data)
{
  g_autofree char *empty = telaah_test_dump (f->path);
  g_autofree char *full = NULL, *undone = NULL, *redone = NULL, *undo = NULL, *redo = NULL;

  VERB (f->store, "ani", "tag", ADD_PASSAGE ("p1"));
  full = telaah_test_dump (f->path);

  take_back (f->store, FALSE, "ani");
  undone = telaah_test_dump (f->path);
  undo = telaah_journal_dup_undo (f->store, "ani");
  redo = telaah_journal_dup_redo (f->store, "ani");
  telaah_test_assert_text (undone, empty);
  g_assert_cmpstr (undo, ==, NULL);
  g_assert_cmpstr (redo, ==, "tag");

  take_back (f->store, TRUE, "ani");
  redone = telaah_test_dump (f->path);
  telaah_test_assert_text (redone, full);
  g_assert_null (telaah_journal_dup_redo (f->store, "ani"));

  /* Append-only: each row names the one that it takes back, and followers hear of each. */
  assert_value (f, "SELECT group_concat (seq || '<' || coalesce (undoes, '') || verb, ' ') FROM journal",
                "1<tag 2<1tag 3<2tag");
  follow (f);
  g_assert_cmpuint (f->news.n_rows, ==, 3);
  g_assert_true (g_hash_table_contains (f->news.passages, "p1"));
}

static void
test_undo_nothing (Fixture       *f,
                   gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autoptr(GError) error = NULL;

  VERB (f->store, "ani", "tag", ADD_PASSAGE ("p1"));
  before = telaah_test_dump_all (f->path);

  /* What is another's is not mine to take back. */
  g_assert_false (telaah_journal_undo (f->store, "budi", "budi", &error));
  telaah_test_assert_refused (f->path, before, error, TELAAH_STORE_ERROR, TELAAH_STORE_ERROR_NOTHING);
  g_clear_error (&error);

  g_assert_false (telaah_journal_redo (f->store, "ani", "ani", &error));
  telaah_test_assert_refused (f->path, before, error, TELAAH_STORE_ERROR, TELAAH_STORE_ERROR_NOTHING);
}

/* Later changes of another that stand in the way of taking back the tagging of p1. */
static const struct
{
  const char *name;
  const char *sql;
} obstacles[] = {
  { "same-row",    "UPDATE passage SET end = 1 WHERE id = 'p1'" },
  { "gone-row",    "DELETE FROM passage WHERE id = 'p1'" },
  { "reference",   "INSERT INTO pin VALUES ('o', 'p1', 'pinned', NULL)" },
  { "note-on-it",  "INSERT INTO note VALUES ('n', 'passage', 'p1', 'x', 'c', 't')" },
};

static void
test_undo_conflict (Fixture       *f,
                    gconstpointer  data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autofree char *before = NULL;
  g_autoptr(GError) error = NULL;

  VERB (f->other, "citra", "add-point", "INSERT INTO point (id, position, title) VALUES ('o', 1, 'Titik')");
  VERB (f->store, "ani", "tag", ADD_PASSAGE ("p1"));
  begin (f->other);
  telaah_store_run (f->other, &error, obstacles[row].sql, "");
  g_assert_no_error (error);
  commit (f->other, "budi", "verb");
  before = telaah_test_dump_all (f->path);

  g_assert_false (telaah_journal_undo (f->store, "ani", "ani", &error));
  telaah_test_assert_refused (f->path, before, error, TELAAH_STORE_ERROR, TELAAH_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "coder-budi"));
}

/* Changes elsewhere are no obstacle, and stay. */
static void
test_undo_beside_another (Fixture       *f,
                          gconstpointer  data)
{
  VERB (f->store, "ani", "tag", ADD_PASSAGE ("p1"));
  VERB (f->other, "budi", "tag", ADD_PASSAGE ("p2"));
  take_back (f->store, FALSE, "ani");

  assert_value (f, "SELECT group_concat (id) FROM passage", "p2");
}

/* Two moves, each good by itself, of which the first can't be taken back without a circle. */
static void
test_undo_keeps_trees (Fixture       *f,
                       gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autoptr(GError) error = NULL;

  VERB (f->store, "ani", "x", "INSERT INTO theme (id, parent, position, name)"
                              " VALUES ('a', NULL, 1, ''), ('b', 'a', 1, '')");
  VERB (f->store, "ani", "move-theme", "UPDATE theme SET parent = NULL WHERE id = 'b'");
  VERB (f->other, "budi", "move-theme", "UPDATE theme SET parent = 'b' WHERE id = 'a'");
  before = telaah_test_dump_all (f->path);

  g_assert_false (telaah_journal_undo (f->store, "ani", "ani", &error));
  telaah_test_assert_refused (f->path, before, error, TELAAH_STORE_ERROR, TELAAH_STORE_ERROR_CONFLICT);
}

static void
test_all (Fixture       *f,
          gconstpointer  data)
{
  g_autoptr(GString) seen = g_string_new (NULL);
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(GError) error = NULL;

  VERB (f->store, "ani", "tag", ADD_PASSAGE ("p1"));
  VERB (f->store, "ani", "import", ADD_PASSAGE ("p2"));
  VERB (f->other, "budi", "tag", ADD_PASSAGE ("p3"));
  take_back (f->store, FALSE, "ani");
  take_back (f->store, FALSE, "ani");
  take_back (f->store, TRUE, "ani");

  entries = telaah_journal_dup_all (f->store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      TelaahJournalEntry *entry = entries->pdata[i];

      g_string_append_printf (seen, "%d %s %s %d, ", (int) entry->seq, entry->coder, entry->verb, entry->undone);
    }
  g_assert_cmpstr (seen->str, ==, "1 coder-ani tag 0, 2 coder-ani import 1, 3 coder-budi tag 0, ");
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

#define ADD_ROWS(path, rows, test)                                                             \
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)                                              \
    {                                                                                          \
      g_autofree char *name = g_strconcat (path "/", rows[i].name, NULL);                      \
                                                                                               \
      g_test_add (name, Fixture, GUINT_TO_POINTER (i), set_up, test, tear_down);               \
    }

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/store/journal/commits", test_commit);
  ADD ("/store/journal/rolls-back", test_rollback);
  ADD ("/store/journal/leaves-no-empty-row", test_empty);
  ADD ("/store/journal/refuses-what-hangs", test_commit_refused);
  ADD ("/store/journal/others-see-whole-verbs", test_others_see_whole_verbs);
  ADD ("/store/journal/waits-for-another", test_waits_for_another);
  ADD ("/store/journal/follows", test_follow);
  ADD_ROWS ("/store/journal/follows-passage", touches, test_follow_passage);
  ADD ("/store/undo/and-redo", test_undo_redo);
  ADD ("/store/undo/nothing", test_undo_nothing);
  ADD_ROWS ("/store/undo/conflict", obstacles, test_undo_conflict);
  ADD ("/store/undo/beside-another", test_undo_beside_another);
  ADD ("/store/undo/keeps-trees", test_undo_keeps_trees);
  ADD ("/store/history", test_all);

  return g_test_run ();
}
