/* What searching 100 MB costs: to the first hits, to the last, and to make the index.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "bench/telaah-bench.h"

#include <fcntl.h>
#include <math.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "session/telaah-search.h"

#define N_SOURCES  1000
#define SIZE       100000    /* of a source, in bytes */
#define N_FORMS    60000
#define N_SEARCHES 10
#define FIRST_MS   20.0      /* what first hits may take */

/* ---- Words as in a language: few that are everywhere, many that are rare ---- */

typedef struct
{
  GPtrArray *forms;
  double    *reach;       /* of the chances of all forms up to this one */
  GRand     *rand;
} Words;

static char *
make_form (GRand *rand)
{
  static const char *const before[] = { "", "", "", "me", "di", "ber", "ter", "pe", "ke" };
  static const char *const syllables[] = {
    "ba", "ca", "da", "ga", "ja", "ka", "la", "ma", "na", "pa", "ra", "sa", "ta", "wa", "bi", "di", "gi", "ki", "li", "mi",
    "ni", "pi", "ri", "si", "ti", "bu", "du", "gu", "ku", "lu", "mu", "nu", "pu", "ru", "su", "tu", "lang", "tan", "man",
    "kar", "sil", "pur", "ram", "dur",
  };
  static const char *const after[] = { "", "", "", "an", "kan", "nya", "i" };
  GString *form = g_string_new (before[g_rand_int_range (rand, 0, G_N_ELEMENTS (before))]);

  for (guint n = g_rand_int_range (rand, 2, 4); n > 0; n--)
    g_string_append (form, syllables[g_rand_int_range (rand, 0, G_N_ELEMENTS (syllables))]);
  g_string_append (form, after[g_rand_int_range (rand, 0, G_N_ELEMENTS (after))]);

  return g_string_free (form, FALSE);
}

static void
words_init (Words *words)
{
  double all = 0;

  words->rand = g_rand_new_with_seed (20261121);
  words->forms = g_ptr_array_new_with_free_func (g_free);
  words->reach = g_new (double, N_FORMS);
  for (guint i = 0; i < N_FORMS; i++)
    {
      g_ptr_array_add (words->forms, make_form (words->rand));
      all += 1 / (i + 2.7);
      words->reach[i] = all;
    }
  for (guint i = 0; i < N_FORMS; i++)
    words->reach[i] /= all;
}

static void
words_clear (Words *words)
{
  g_rand_free (words->rand);
  g_ptr_array_unref (words->forms);
  g_free (words->reach);
}

static const char *
draw (Words *words)
{
  double chance = g_rand_double (words->rand);
  guint low = 0, high = N_FORMS - 1;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (words->reach[middle] < chance)
        low = middle + 1;
      else
        high = middle;
    }

  return words->forms->pdata[low];
}

static char *
make_text (Words *words)
{
  GString *text = g_string_sized_new (SIZE + 1000);
  gsize paragraph = 0;

  while (text->len < SIZE)
    {
      gsize start = text->len;

      for (guint n = g_rand_int_range (words->rand, 6, 28); n > 0; n--)
        {
          g_string_append (text, draw (words));
          g_string_append (text, n == 1 ? "." : g_rand_int_range (words->rand, 0, 12) == 0 ? ", " : " ");
        }
      text->str[start] = g_ascii_toupper (text->str[start]);
      if (text->len - paragraph < 700)
        g_string_append_c (text, ' ');
      else
        {
          g_string_append (text, "\n\n");
          paragraph = text->len;
        }
    }

  return g_string_free (text, FALSE);
}

/* ---- The project ---- */

static void
check (gconstpointer  made,
       const GError  *error)
{
  if (made == NULL)
    g_error ("%s", error != NULL ? error->message : "failed");
}

/* Keeps the texts in @bodies. */
static void
import (TelaahSession *session,
        Words         *words,
        guint          n,
        GPtrArray     *bodies)
{
  for (guint done = 0; done < n;)
    {
      g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_document_free);
      g_autoptr(GPtrArray) ids = NULL;
      g_autoptr(GError) error = NULL;

      for (; documents->len < 100 && done < n; done++)
        {
          TelaahDocument *document = g_new0 (TelaahDocument, 1);
          char *body = make_text (words);

          g_ptr_array_add (bodies, body);
          document->file_name = g_strdup_printf ("%u.txt", done);
          document->text = telaah_text_new (g_strdup (body));
          document->sha256 = telaah_text_dup_sha256 (document->text);
          document->encoding = g_strdup ("UTF-8");
          g_ptr_array_add (documents, document);
        }
      ids = telaah_session_import (session, documents, FALSE, NULL, &error);
      check (ids, error);
    }
}

/* ---- Indexing ---- */

static double
make_index (TelaahSession *session)
{
  double begin = telaah_bench_get_wall ();
  g_autoptr(GError) error = NULL;

  if (!telaah_session_index (session, TRUE, &error))
    g_error ("%s", error->message);

  return telaah_bench_get_wall () - begin;
}

/* The same texts, as FTS5 indexes them by itself, with the same care. */
static double
make_plain_index (const char *folder,
                  GPtrArray  *bodies)
{
  g_autofree char *path = g_build_filename (folder, "plain.db", NULL);
  double begin = telaah_bench_get_wall (), end;
  sqlite3_stmt *insert = NULL;
  sqlite3 *db = NULL;

  sqlite3_open (path, &db);
  sqlite3_exec (db, "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
                "CREATE VIRTUAL TABLE words USING fts5 (body, content = '', columnsize = 0, tokenize = unicode61); BEGIN",
                NULL, NULL, NULL);
  sqlite3_prepare_v2 (db, "INSERT INTO words (rowid, body) VALUES (?1, ?2)", -1, &insert, NULL);
  for (guint i = 0; i < bodies->len; i++)
    {
      sqlite3_bind_int64 (insert, 1, i + 1);
      sqlite3_bind_text (insert, 2, bodies->pdata[i], -1, SQLITE_STATIC);
      if (sqlite3_step (insert) != SQLITE_DONE)
        g_error ("%s", sqlite3_errmsg (db));
      sqlite3_reset (insert);
      if (i % 80 == 79)
        sqlite3_exec (db, "COMMIT; BEGIN", NULL, NULL, NULL);
    }
  sqlite3_exec (db, "COMMIT", NULL, NULL, NULL);
  sqlite3_finalize (insert);
  sqlite3_close (db);
  end = telaah_bench_get_wall ();
  g_unlink (path);

  return end - begin;
}

static double
write_out (const char *folder,
           GPtrArray  *bodies)
{
  g_autofree char *path = g_build_filename (folder, "plain.txt", NULL);
  double begin = telaah_bench_get_wall (), end;
  int fd = g_open (path, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0600);

  for (guint i = 0; i < bodies->len; i++)
    if (write (fd, bodies->pdata[i], strlen (bodies->pdata[i])) < 0)
      g_error ("%s", path);
  fdatasync (fd);
  g_close (fd, NULL);
  end = telaah_bench_get_wall ();
  g_unlink (path);

  return end - begin;
}

/* ---- Searching ---- */

typedef struct
{
  TelaahSearch *search;
  double        begin;
  double        first;
  double        last;
  gboolean      done;
} Watch;

static void
added_cb (TelaahSearch *search,
          guint         first,
          guint         n,
          Watch        *watch)
{
  if (first == 0)
    watch->first = telaah_bench_get_wall () - watch->begin;
}

static void
done_cb (TelaahSearch *search,
         Watch        *watch)
{
  watch->last = telaah_bench_get_wall () - watch->begin;
  watch->done = TRUE;
}

static void
search (Watch      *watch,
        const char *words)
{
  TelaahSearchRequest request = { words, TELAAH_SEARCH_DEFAULT, TELAAH_SCOPE_TEXT, NULL, 0 };

  watch->done = FALSE;
  watch->begin = telaah_bench_get_wall ();
  telaah_search_run (watch->search, &request);
  while (!watch->done)
    g_main_context_iteration (NULL, TRUE);
}

/* The places of one word: as quick as looking through all of it can be. */
static double
scan (GPtrArray  *bodies,
      const char *word)
{
  double begin = telaah_bench_get_wall ();
  volatile guint n = 0;

  for (guint i = 0; i < bodies->len; i++)
    {
      const char *at = bodies->pdata[i], *end = at + strlen (at);

      while ((at = memmem (at, end - at, word, strlen (word))) != NULL)
        {
          n++;
          at++;
        }
    }

  return telaah_bench_get_wall () - begin;
}

static void
measure_searches (TelaahSession *session,
                  Words         *words,
                  GPtrArray     *bodies,
                  guint          rank,
                  const char    *label,
                  double         target)     /* of all hits */
{
  const char *one = words->forms->pdata[rank], *other = words->forms->pdata[rank + rank / 2];
  g_autofree char *query = g_strdup_printf ("%s %s", one, other);
  g_autofree char *names[] = {
    g_strdup_printf ("search-first-%s", label), g_strdup_printf ("search-first-scan-%s", label),
    g_strdup_printf ("search-all-%s", label),
  };
  TelaahRatio *first = telaah_ratio_new (names[0], 1), *against = telaah_ratio_new (names[1], 1);
  TelaahRatio *all = telaah_ratio_new (names[2], target);
  Watch watch = { .search = telaah_search_new (session) };

  g_signal_connect (watch.search, "added", G_CALLBACK (added_cb), &watch);
  g_signal_connect (watch.search, "done", G_CALLBACK (done_cb), &watch);
  search (&watch, query);
  g_print ("%s: “%s” has %u hits\n", label, query, telaah_search_get_hits (watch.search)->len);
  for (guint i = 0; i < N_SEARCHES; i++)
    {
      double scanned = scan (bodies, one) + scan (bodies, other);

      search (&watch, query);
      telaah_ratio_add (first, watch.first, FIRST_MS);
      telaah_ratio_add (against, watch.first, scanned);
      telaah_ratio_add (all, watch.last, scanned);
    }

  telaah_ratio_print (first, "what was asked for");
  telaah_ratio_print (against, "memmem() through all of it");
  telaah_ratio_print (all, "memmem() through all of it");
  g_object_unref (watch.search);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_free (g_steal_pointer (&names[i]));
}

static void
measure_indexing (TelaahSession *session,
                  const char    *folder,
                  GPtrArray     *bodies)
{
  TelaahRatio *plain = telaah_ratio_new ("index", 4), *disk = telaah_ratio_new ("index-disk", 200);
  double taken = make_index (session);

  telaah_ratio_add (plain, taken, make_plain_index (folder, bodies));
  telaah_ratio_add (disk, taken, write_out (folder, bodies));
  telaah_ratio_print (plain, "FTS5 with unicode61, without stems");
  telaah_ratio_print (disk, "the same bytes written to the disk");
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_strdup ("bench-search-XXXXXX");
  g_autofree char *path = NULL, *cache = NULL;
  g_autoptr(GPtrArray) bodies = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(TelaahSession) session = NULL;
  g_autoptr(GError) error = NULL;
  Words words;

  if (g_mkdtemp (folder) == NULL)
    g_error ("%s", folder);
  cache = g_canonicalize_filename (folder, NULL);
  path = g_build_filename (folder, "search.telaah", NULL);
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);

  words_init (&words);
  session = telaah_session_create (path, "Cari", NULL, "id", &error);
  check (session, error);
  import (session, &words, argc > 1 ? atoi (argv[1]) : N_SOURCES, bodies);

  measure_indexing (session, folder, bodies);
  measure_searches (session, &words, bodies, 2, "everywhere", 40);
  measure_searches (session, &words, bodies, 60, "common", 3);
  measure_searches (session, &words, bodies, 400, "rare", 1);

  g_clear_object (&session);
  words_clear (&words);
  {
    const char *const remove[] = { "rm", "-rf", folder, NULL };

    g_spawn_sync (NULL, (char **) remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  }

  return EXIT_SUCCESS;
}
