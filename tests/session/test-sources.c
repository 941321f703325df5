/* Verbs on sources: taking texts in, describing them, removing them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gstdio.h>

#include "support/telaah-test-session.h"

typedef TelaahTestProject Project;

static guint
count_sources (Project *p)
{
  return g_list_model_get_n_items (telaah_session_get_sources (p->session));
}

static const TelaahSourceFields *
get_source (Project    *p,
            const char *id)
{
  TelaahSource *source = telaah_session_find_source (p->session, id);

  g_assert_nonnull (source);
  return telaah_source_fields (source);
}

/* ---- Import ---- */

static GPtrArray *
documents_new (const char *body,
               ...)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_document_free);
  va_list args;

  va_start (args, body);
  for (; body != NULL; body = va_arg (args, const char *))
    {
      g_autofree char *name = g_strdup_printf ("baru-%u.txt", documents->len + 1);

      g_ptr_array_add (documents, telaah_test_document_new (name, body));
    }
  va_end (args);

  return documents;
}

static void
test_import (Project       *p,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) documents = documents_new ("Satu dua.", "Tiga 😀 empat lima.", NULL);
  g_autoptr(GPtrArray) ids = NULL, doubles = NULL;
  g_autoptr(GError) error = NULL;
  const TelaahSourceFields *f;

  ids = telaah_session_import (p->session, documents, FALSE, &doubles, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpuint (doubles->len, ==, 0);
  telaah_test_assert_live (p->session);

  /* Behind those that were there, in the order that they came in. */
  g_assert_cmpuint (count_sources (p), ==, 4);
  g_assert_cmpstr (telaah_test_get_id (telaah_session_get_sources (p->session), 2), ==, ids->pdata[0]);
  g_assert_cmpstr (telaah_test_get_id (telaah_session_get_sources (p->session), 3), ==, ids->pdata[1]);

  f = get_source (p, ids->pdata[1]);
  g_assert_cmpstr (f->file_name, ==, "baru-2.txt");
  g_assert_cmpuint (f->characters, ==, 18);
  g_assert_cmpuint (f->words, ==, 3);
  g_assert_cmpstr (f->sha256, ==, ((TelaahDocument *) documents->pdata[1])->sha256);

  /* Unknown is unknown, never guessed. */
  g_assert_null (f->title);
  g_assert_null (f->author);
  g_assert_null (f->date);
  g_assert_null (f->language);
}

static void
test_import_doubles (Project       *p,
                     gconstpointer  data)
{
  g_autoptr(TelaahText) text = telaah_session_dup_text (p->session, p->sources[0], NULL);
  g_autoptr(GPtrArray) documents = documents_new ("Baru.", telaah_text_get_body (text), "Baru.", NULL);
  g_autoptr(GPtrArray) ids = NULL, doubles = NULL;
  g_autoptr(GError) error = NULL;

  ids = telaah_session_import (p->session, documents, FALSE, &doubles, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpuint (doubles->len, ==, 2);
  g_assert_cmpstr (doubles->pdata[0], ==, "baru-2.txt");
  g_assert_cmpstr (doubles->pdata[1], ==, "baru-3.txt");
  g_assert_cmpuint (count_sources (p), ==, 3);
  telaah_test_assert_live (p->session);
}

/* What leaves everything out is no change, and no step to undo. */
static void
test_import_only_doubles (Project       *p,
                          gconstpointer  data)
{
  g_autoptr(TelaahText) text = telaah_session_dup_text (p->session, p->sources[0], NULL);
  g_autoptr(GPtrArray) documents = documents_new (telaah_text_get_body (text), NULL);
  g_autofree char *before = telaah_test_dump_all (p->path);
  g_autofree char *after = NULL;
  g_autoptr(GPtrArray) ids = NULL;
  g_autoptr(GError) error = NULL;

  ids = telaah_session_import (p->session, documents, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 0);
  after = telaah_test_dump_all (p->path);
  telaah_test_assert_text (after, before);
}

static void
test_import_twice (Project       *p,
                   gconstpointer  data)
{
  g_autoptr(TelaahText) text = telaah_session_dup_text (p->session, p->sources[0], NULL);
  g_autoptr(GPtrArray) documents = documents_new (telaah_text_get_body (text), NULL);
  g_autoptr(GPtrArray) ids = NULL, doubles = NULL;
  g_autofree char *n_texts = NULL;
  g_autoptr(GError) error = NULL;

  ids = telaah_session_import (p->session, documents, TRUE, &doubles, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpuint (doubles->len, ==, 0);
  g_assert_cmpstr (get_source (p, ids->pdata[0])->sha256, ==, get_source (p, p->sources[0])->sha256);

  /* Two sources, one text. */
  n_texts = telaah_test_dup_value (p->path, "SELECT count(*) FROM text");
  g_assert_cmpstr (n_texts, ==, "2");
  telaah_test_assert_live (p->session);
}

/* ---- Import in the background ---- */

typedef struct
{
  GAsyncResult *result;
  GCancellable *cancellable;
  goffset       done, all;
  guint         n_progress;
  goffset       cancel_at;     /* cancels when so many files are done; 0: never */
} Job;

static void
job_done_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_set_object (&((Job *) user_data)->result, result);
}

static void
job_progress_cb (goffset  done,
                 goffset  all,
                 gpointer user_data)
{
  Job *job = user_data;

  g_assert_true (g_main_context_is_owner (g_main_context_default ()));
  g_assert_cmpint (done, ==, job->done + 1);
  job->done = done;
  job->all = all;
  job->n_progress++;
  if (done == job->cancel_at)
    g_cancellable_cancel (job->cancellable);
}

static void
run_job (Project    *p,
         GListModel *files,
         Job        *job)
{
  job->cancellable = g_cancellable_new ();
  telaah_session_import_async (p->session, files, FALSE, job_progress_cb, job, job->cancellable, job_done_cb, job);
  while (job->result == NULL)
    g_main_context_iteration (NULL, TRUE);

  /* Progress that is still on its way. */
  while (g_main_context_iteration (NULL, FALSE));
  g_clear_object (&job->cancellable);
}

static void
append_file (GListStore *files,
             const char *name,
             const char *contents,
             gssize      length)
{
  g_autofree char *path = telaah_test_dup_path (name);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  if (contents != NULL)
    g_assert_true (g_file_set_contents (path, contents, length, NULL));
  g_list_store_append (files, file);
}

static GListStore *
some_files_new (void)
{
  GListStore *files = g_list_store_new (G_TYPE_FILE);
  g_autofree char *folder = telaah_test_dup_path ("folder");

  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  append_file (files, "satu.txt", "Yang pertama.\n", -1);
  append_file (files, "kosong.txt", "", 0);
  append_file (files, "gambar.png", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0", 29);
  append_file (files, "folder", NULL, 0);
  append_file (files, "hilang.txt", NULL, 0);
  append_file (files, "dua.txt", "Yang kedua.\n", -1);
  append_file (files, "satu lagi.txt", "Yang pertama.\n", -1);

  return files;
}

/* The good ones come in, each of the others is named with what is wrong with it. */
static void
test_import_async (Project       *p,
                   gconstpointer  data)
{
  static const char *const named[] = { "kosong.txt", "gambar.png", "folder", "hilang.txt" };
  g_autoptr(GListStore) files = some_files_new ();
  g_autoptr(GPtrArray) ids = NULL, doubles = NULL, faults = NULL;
  g_autoptr(GError) error = NULL;
  Job job = { 0 };

  run_job (p, G_LIST_MODEL (files), &job);
  ids = telaah_session_import_finish (p->session, job.result, &doubles, &faults, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpstr (get_source (p, ids->pdata[0])->file_name, ==, "satu.txt");
  g_assert_cmpstr (get_source (p, ids->pdata[1])->file_name, ==, "dua.txt");
  g_assert_cmpuint (doubles->len, ==, 1);
  g_assert_cmpstr (doubles->pdata[0], ==, "satu lagi.txt");
  g_assert_cmpuint (faults->len, ==, G_N_ELEMENTS (named));
  for (guint i = 0; i < faults->len; i++)
    g_assert_nonnull (strstr (faults->pdata[i], named[i]));

  g_assert_cmpint (job.done, ==, 7);
  g_assert_cmpint (job.all, ==, 7);
  g_assert_cmpuint (job.n_progress, ==, 7);
  telaah_test_assert_live (p->session);
  g_clear_object (&job.result);
}

static void
test_import_cancelled (Project       *p,
                       gconstpointer  data)
{
  g_autofree char *before = telaah_test_dump (p->path);
  g_autofree char *after = NULL;
  g_autoptr(GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr(GPtrArray) ids = NULL, doubles = NULL, faults = NULL;
  g_autoptr(GError) error = NULL;
  Job job = { .cancel_at = 3 };

  /* Long enough that the main loop gets a word in. */
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *name = g_strdup_printf ("teks-%u.txt", i);

      append_file (files, name, name, -1);
    }

  run_job (p, G_LIST_MODEL (files), &job);
  ids = telaah_session_import_finish (p->session, job.result, &doubles, &faults, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (ids);
  g_assert_null (doubles);
  g_assert_null (faults);

  after = telaah_test_dump (p->path);
  telaah_test_assert_text (after, before);
  g_assert_cmpuint (count_sources (p), ==, 2);
  g_clear_object (&job.result);
}

/* The session goes on while files are read, and what it did meanwhile counts. */
static void
test_import_meanwhile (Project       *p,
                       gconstpointer  data)
{
  g_autoptr(GListStore) files = some_files_new ();
  g_autoptr(GPtrArray) documents = documents_new ("Yang kedua.\n", NULL);
  g_autoptr(GPtrArray) at_once = NULL, ids = NULL, doubles = NULL;
  g_autoptr(GError) error = NULL;
  Job job = { 0 };

  telaah_session_import_async (p->session, G_LIST_MODEL (files), FALSE, NULL, NULL, NULL, job_done_cb, &job);
  at_once = telaah_session_import (p->session, documents, FALSE, NULL, &error);
  g_assert_no_error (error);
  while (job.result == NULL)
    g_main_context_iteration (NULL, TRUE);

  ids = telaah_session_import_finish (p->session, job.result, &doubles, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (at_once->len, ==, 1);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpuint (doubles->len, ==, 2);
  telaah_test_assert_live (p->session);
  g_clear_object (&job.result);
}

/* ---- Describing ---- */

static void
test_set_source (Project       *p,
                 gconstpointer  data)
{
  static const char *const pairs[] = {
    "title", "Judul", "author", "Ani", "publisher", "Kompas", "date", "2021-03", "url", "https://example.org/a",
    "language", "id", NULL
  };
  const TelaahSourceFields *f;
  guint n_steps = 0;
  g_autoptr(GPtrArray) history = NULL;

  telaah_test_does (p->session, telaah_session_describe_source (p->session, p->sources[0], pairs, &fault));
  f = get_source (p, p->sources[0]);
  g_assert_cmpstr (f->title, ==, "Judul");
  g_assert_cmpstr (f->author, ==, "Ani");
  g_assert_cmpstr (f->publisher, ==, "Kompas");
  g_assert_cmpstr (f->date, ==, "2021-03");
  g_assert_cmpstr (f->url, ==, "https://example.org/a");
  g_assert_cmpstr (f->language, ==, "id");

  history = telaah_session_dup_history (p->session, NULL);
  for (guint i = 0; i < history->len; i++)
    n_steps += strcmp (((TelaahJournalEntry *) history->pdata[i])->verb, "set-source") == 0;
  g_assert_cmpuint (n_steps, ==, 1);

  /* Empty is unknown. */
  telaah_test_does (p->session, telaah_session_set_source (p->session, p->sources[0], "author", "", &fault));
  telaah_test_does (p->session, telaah_session_set_source (p->session, p->sources[0], "date", NULL, &fault));
  f = get_source (p, p->sources[0]);
  g_assert_null (f->author);
  g_assert_null (f->date);
  g_assert_cmpstr (f->title, ==, "Judul");
}

static const struct
{
  const char *date;
  gboolean    good;
} dates[] = {
  { "2021", TRUE }, { "0988", TRUE }, { "2021-03", TRUE }, { "2021-03-04", TRUE }, { "2024-02-29", TRUE },
  { "21", FALSE }, { "2021-13", FALSE }, { "2021-00", FALSE }, { "2023-02-29", FALSE }, { "2021-3-4", FALSE },
  { "2021/03/04", FALSE }, { "2021-03-04T00:00", FALSE }, { "kemarin", FALSE }, { "2021 ", FALSE },
  { "-2021", FALSE }, { "2021-", FALSE }, { "0000", FALSE }, { "20-1-03-04", FALSE }, { "2021-+3", FALSE },
  { "2021--3", FALSE }, { "----", FALSE },
};

static void
test_dates (Project       *p,
            gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      const char *date = dates[i].date;

      g_test_message ("%s", date);
      if (dates[i].good)
        telaah_test_does (p->session, telaah_session_set_source (p->session, p->sources[0], "date", date, &fault));
      else
        telaah_test_refuses (p->session, INVALID,
                             telaah_session_set_source (p->session, p->sources[0], "date", date, &refusal));
    }
}

static void
test_set_source_refused (Project       *p,
                         gconstpointer  data)
{
  static const char *const half_good[] = { "title", "Judul", "date", "kemarin", NULL };
  static const char *const unknown_last[] = { "title", "Judul", "colour", "merah", NULL };

  telaah_test_refuses (p->session, INVALID,
                       telaah_session_set_source (p->session, p->sources[0], "sha256", "x", &refusal));
  telaah_test_refuses (p->session, INVALID,
                       telaah_session_describe_source (p->session, p->sources[0], half_good, &refusal));
  telaah_test_refuses (p->session, INVALID,
                       telaah_session_describe_source (p->session, p->sources[0], unknown_last, &refusal));
  telaah_test_refuses (p->session, NOT_FOUND,
                       telaah_session_set_source (p->session, p->themes[0], "title", "x", &refusal));
}

/* Bytes that are no text do not get into the file, where every later export would stumble over them. */
static void
test_not_text (Project       *p,
               gconstpointer  data)
{
  g_autofree char *before = telaah_test_dump_all (p->path);
  g_autoptr(GError) error = NULL;

  g_assert_false (telaah_session_set_source (p->session, p->sources[0], "title", "caf\xe9", &error));
  telaah_test_assert_refused (p->path, before, error, TELAAH_STORE_ERROR, TELAAH_STORE_ERROR_FAILED);
  g_clear_error (&error);

  g_assert_false (telaah_session_set_project (p->session, "question", "\xff\xfe", &error));
  telaah_test_assert_refused (p->path, before, error, TELAAH_STORE_ERROR, TELAAH_STORE_ERROR_FAILED);
}

/* ---- Removing ---- */

static void
test_remove_source (Project       *p,
                    gconstpointer  data)
{
  g_autofree char *gone = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], p->themes[2], NULL);
  g_autofree char *kept = telaah_test_tag (p->session, p->sources[1], 0, 5, p->themes[0], NULL);
  g_autofree char *note = NULL, *left = NULL, *n_texts = NULL;
  g_autofree char *point = g_strdup (telaah_test_get_id (telaah_session_get_points (p->session), 0));
  g_autoptr(GPtrArray) faults = NULL;

  telaah_test_does (p->session, (note = telaah_session_add_note (p->session, gone, "catatan", &fault)));
  telaah_test_does (p->session, telaah_session_set_cell (p->session, point, p->sources[0], NULL, "isi", &fault));
  telaah_test_does (p->session, telaah_session_set_cell (p->session, point, p->sources[1], NULL, "isi", &fault));

  telaah_test_does (p->session, telaah_session_remove_source (p->session, p->sources[0], &fault));
  g_assert_cmpuint (count_sources (p), ==, 1);
  g_assert_null (telaah_session_find_source (p->session, p->sources[0]));
  g_assert_null (telaah_session_find_passage (p->session, gone));
  g_assert_nonnull (telaah_session_find_passage (p->session, kept));
  g_assert_cmpuint (telaah_session_count (p->session, p->themes[0], NULL), ==, 1);
  g_assert_cmpuint (telaah_session_count (p->session, p->themes[2], NULL), ==, 0);

  left = telaah_test_dup_value (p->path, "SELECT (SELECT count(*) FROM note) || (SELECT count(*) FROM cell)"
                                " || (SELECT count(*) FROM coding)");
  g_assert_cmpstr (left, ==, "011");
  faults = telaah_session_check (p->session, NULL);
  g_assert_cmpuint (faults->len, ==, 0);

  /* Its words stay, so that undo can bring it back. */
  n_texts = telaah_test_dup_value (p->path, "SELECT count(*) FROM text");
  g_assert_cmpstr (n_texts, ==, "2");
  telaah_test_does (p->session, telaah_session_undo (p->session, &fault));
  g_assert_cmpstr (telaah_test_get_id (telaah_session_get_sources (p->session), 0), ==, p->sources[0]);
  g_assert_nonnull (telaah_session_find_passage (p->session, gone));

  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_remove_source (p->session, p->themes[0], &refusal));
  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_remove_source (p->session, "", &refusal));
}

/* A list that a view holds empties, rather than going stale. */
static void
test_remove_empties_list (Project       *p,
                          gconstpointer  data)
{
  g_autofree char *id = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], NULL);
  g_autoptr(GListModel) list = g_object_ref (telaah_session_get_passages (p->session, p->sources[0]));
  g_autoptr(TelaahTestWatch) watch = telaah_test_watch_new (list);

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  telaah_test_does (p->session, telaah_session_remove_source (p->session, p->sources[0], &fault));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
  telaah_test_does (p->session, telaah_session_undo (p->session, &fault));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  g_assert_true (list == telaah_session_get_passages (p->session, p->sources[0]));
  telaah_test_watch_check (watch);
}

#define ADD(path, test) \
  g_test_add (path, Project, NULL, telaah_test_project_set_up, test, telaah_test_project_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/session/import/texts", test_import);
  ADD ("/session/import/doubles", test_import_doubles);
  ADD ("/session/import/only-doubles", test_import_only_doubles);
  ADD ("/session/import/twice", test_import_twice);
  ADD ("/session/import-async/files", test_import_async);
  ADD ("/session/import-async/cancelled", test_import_cancelled);
  ADD ("/session/import-async/meanwhile", test_import_meanwhile);
  ADD ("/session/set-source/all", test_set_source);
  ADD ("/session/set-source/dates", test_dates);
  ADD ("/session/set-source/refused", test_set_source_refused);
  ADD ("/session/set-source/not-text", test_not_text);
  ADD ("/session/remove-source/with-all-of-it", test_remove_source);
  ADD ("/session/remove-source/empties-its-list", test_remove_empties_list);

  return g_test_run ();
}
