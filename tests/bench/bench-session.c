/* What a session costs without a window: opening, tagging, the outline, and how that grows.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench/telaah-bench.h"

#include <sqlite3.h>
#include <stdlib.h>

#define MEGABYTE   1000000
#define N_VERBS    60
#define N_OPENINGS 5
#define N_SMALL    10    /* times that what is small is done, to be measured well */

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

/* The least that takes hold of every passage. */
static double
walk (TelaahBenchProject *project)
{
  double begin = telaah_bench_get_wall ();
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *passages = telaah_session_get_passages (project->session, project->source);

  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    g_ptr_array_add (all, g_list_model_get_item (passages, i));

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

static double
tag (TelaahBenchProject *project)
{
  return telaah_bench_project_tag (project, everywhere);
}

static double
undo (TelaahBenchProject *project)
{
  g_autoptr(GError) error = NULL;
  double begin;

  tag (project);
  begin = telaah_bench_get_wall ();
  if (!telaah_session_undo (project->session, &error))
    g_error ("%s", error->message);

  return telaah_bench_get_wall () - begin;
}

/* ---- What is measured ---- */

static void
against (const char         *name,
         double              target,
         TelaahBenchProject *project,
         double            (*measure) (TelaahBenchProject *),
         double            (*floor) (TelaahBenchProject *),
         const char         *yardstick,
         guint               n_rounds)
{
  TelaahRatio *ratio = telaah_ratio_new (name, target);

  for (guint i = 0; i < n_rounds; i++)
    {
      double taken = measure (project);

      telaah_ratio_add (ratio, taken, floor (project));
    }

  telaah_ratio_print (ratio, yardstick);
}

/* Of what must not grow at all. */
static void
growth (const char         *name,
        const char         *yardstick,
        double            (*measure) (TelaahBenchProject *),
        TelaahBenchProject *large,
        TelaahBenchProject *small)
{
  TelaahRatio *ratio = telaah_ratio_new (name, 1.5);

  for (guint i = 0; i < N_VERBS; i++)
    {
      double taken = measure (large);

      telaah_ratio_add (ratio, taken, measure (small));
    }

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

  for (guint i = 0; i < N_OPENINGS; i++)
    {
      double taken = measure (large), total = 0;

      for (guint k = 0; k < N_SMALL; k++)
        total += measure (small);
      telaah_ratio_add (ratio, taken * 1000 / large->n_passages, total / N_SMALL * 1000 / small->n_passages);
    }

  telaah_ratio_print (ratio, "1,000 passages; of 1,000 each");
}

int
main (void)
{
  g_autoptr(TelaahBenchProject) small = telaah_bench_project_new (MEGABYTE, 1000);
  g_autoptr(TelaahBenchProject) middle = telaah_bench_project_new (MEGABYTE, 10000);
  g_autoptr(TelaahBenchProject) large = telaah_bench_project_new (MEGABYTE, 100000);

  against ("open-100000", 4, large, open_again, scan, "a scan of the same rows", N_OPENINGS);
  share_growth ("open-growth-10000", open_again, middle, small);
  share_growth ("open-growth-100000", open_again, large, small);
  against ("outline-10000", 2, middle, make_outline, walk, "taking hold of each passage", N_VERBS);
  against ("outline-100000", 2, large, make_outline, walk, "taking hold of each passage", N_OPENINGS);

  against ("tag-commit-10000", 2, middle, tag, telaah_bench_project_append, "4 KB appended and fdatasync()",
           N_VERBS);
  growth ("tag-growth-10000", "1,000 passages", tag, middle, small);
  growth ("tag-growth-100000", "1,000 passages", tag, large, small);
  growth ("undo-growth-100000", "1,000 passages", undo, large, small);
  lengthen_journal (middle, 100000);
  growth ("tag-journal-100000", "a journal of some hundred verbs", tag, middle, small);
  growth ("undo-journal-100000", "a journal of some hundred verbs", undo, middle, small);

  return EXIT_SUCCESS;
}
