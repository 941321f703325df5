/* What a session costs without a window: opening, tagging, the outline, and how that grows.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench/telaah-bench.h"

#include <sqlite3.h>
#include <stdlib.h>

#define MEGABYTE   1000000
#define N_VERBS    60
#define N_OPENINGS 5

static const TelaahSpan everywhere = { 0, MEGABYTE / 2 };    /* beyond any doubt within the text */

static double
open_again (TelaahBenchProject *project)
{
  double begin = telaah_bench_get_wall ();
  g_autoptr(GError) error = NULL;
  g_autoptr(TelaahSession) session = telaah_session_open (project->path, &error);

  if (session == NULL)
    g_error ("%s", error->message);

  return telaah_bench_get_wall () - begin;
}

/* The rows that opening has to read, read and not kept. */
static double
scan (TelaahBenchProject *project)
{
  static const char *const statements[] = {
    "SELECT id, source, start, end, quote, prefix, suffix, coder, created FROM passage",
    "SELECT passage, theme, position FROM coding",
    "SELECT target, id, text, coder, created FROM note",
  };
  double begin = telaah_bench_get_wall ();
  sqlite3 *db = NULL;

  if (sqlite3_open_v2 (project->path, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      sqlite3_stmt *rows = NULL;

      sqlite3_prepare_v2 (db, statements[i], -1, &rows, NULL);
      while (sqlite3_step (rows) == SQLITE_ROW)
        for (int column = 0; column < sqlite3_column_count (rows); column++)
          sqlite3_column_text (rows, column);
      if (sqlite3_finalize (rows) != SQLITE_OK)
        g_error ("%s", sqlite3_errmsg (db));
    }
  sqlite3_close (db);

  return telaah_bench_get_wall () - begin;
}

static double
make_outline (TelaahBenchProject *project)
{
  double begin = telaah_bench_get_wall ();
  g_autoptr(TelaahOutline) outline = telaah_session_dup_outline (project->session);

  return telaah_bench_get_wall () - begin;
}

/* The last row of the journal again and again, as years of work would leave it. */
static void
lengthen_journal (TelaahBenchProject *project,
                  guint               n_rows)
{
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO journal (time, user, coder, verb, changes)"
    " WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %u)"
    " SELECT time, user, coder, verb, changes FROM n, (SELECT * FROM journal ORDER BY seq DESC LIMIT 1)", n_rows);
  g_autoptr(GError) error = NULL;
  sqlite3 *db = NULL;

  /* The session would follow these rows one by one. */
  g_clear_object (&project->session);
  if (sqlite3_open_v2 (project->path, &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK ||
      sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  sqlite3_close (db);

  project->session = telaah_session_open (project->path, &error);
  if (project->session == NULL)
    g_error ("%s", error->message);
}

/* ---- What is measured ---- */

static void
open_against_scan (TelaahBenchProject *project)
{
  TelaahRatio *ratio = telaah_ratio_new ("open-100000", 4);

  for (guint i = 0; i < N_OPENINGS; i++)
    telaah_ratio_add (ratio, open_again (project), scan (project));

  telaah_ratio_print (ratio, "a scan of the same rows");
}

static void
tag_against_append (TelaahBenchProject *project)
{
  TelaahRatio *ratio = telaah_ratio_new ("tag-commit-10000", 2);

  for (guint i = 0; i < N_VERBS; i++)
    telaah_ratio_add (ratio, telaah_bench_project_tag (project, everywhere), telaah_bench_project_append (project));

  telaah_ratio_print (ratio, "4 KB appended and fdatasync()");
}

static void
tag_growth (const char         *name,
            const char         *yardstick,
            TelaahBenchProject *large,
            TelaahBenchProject *small)
{
  TelaahRatio *ratio = telaah_ratio_new (name, 1.5);

  for (guint i = 0; i < N_VERBS; i++)
    telaah_ratio_add (ratio, telaah_bench_project_tag (large, everywhere),
                      telaah_bench_project_tag (small, everywhere));

  telaah_ratio_print (ratio, yardstick);
}

/* Of what must grow with the passages, the part of one. */
static void
share_growth (const char         *name,
              double            (*measure) (TelaahBenchProject *),
              TelaahBenchProject *large,
              TelaahBenchProject *small)
{
  TelaahRatio *ratio = telaah_ratio_new (name, 1.5);
  guint n_small = 10;

  for (guint i = 0; i < N_OPENINGS; i++)
    {
      double total = 0;

      for (guint k = 0; k < n_small; k++)
        total += measure (small);
      telaah_ratio_add (ratio, measure (large) * 1000 / large->n_passages,
                        total / n_small * 1000 / small->n_passages);
    }

  telaah_ratio_print (ratio, "1,000 passages; of 1,000 each");
}

int
main (void)
{
  g_autoptr(TelaahBenchProject) small = telaah_bench_project_new (MEGABYTE, 1000);
  g_autoptr(TelaahBenchProject) middle = telaah_bench_project_new (MEGABYTE, 10000);
  g_autoptr(TelaahBenchProject) large = telaah_bench_project_new (MEGABYTE, 100000);

  open_against_scan (large);
  share_growth ("open-growth-10000", open_again, middle, small);
  share_growth ("open-growth-100000", open_again, large, small);
  share_growth ("outline-growth-10000", make_outline, middle, small);
  share_growth ("outline-growth-100000", make_outline, large, small);

  tag_against_append (middle);
  tag_growth ("tag-growth-10000", "1,000 passages", middle, small);
  tag_growth ("tag-growth-100000", "1,000 passages", large, small);
  lengthen_journal (middle, 100000);
  tag_growth ("tag-journal-100000", "a journal of 1,000 verbs at most", middle, small);

  return EXIT_SUCCESS;
}
