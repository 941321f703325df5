/* What the comparison costs at its largest: scrolling it, building it, and one new tag in it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdlib.h>

#include "app/compare/telaah-grid.h"
#include "bench/telaah-bench-grid.h"
#include "bench/telaah-bench-stage.h"
#include "bench/telaah-bench.h"

#define N_POINTS   200
#define N_SOURCES  100
#define N_PASSAGES 20000
#define N_STEPS    60
#define N_BUILDS   12
#define N_TAGS     80
#define STEP       90     /* of scrolling, in pixels */

static GtkWidget *
grid_new (TelaahBenchGrid *project)
{
  GtkWidget *grid = telaah_grid_new ();

  telaah_grid_set_session (TELAAH_GRID (grid), project->session);

  return grid;
}

static GtkWidget *
scroller_new (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);

  return scroller;
}

static void
open_stage (TelaahStage *stage,
            GtkWidget   *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), scroller_new (child));
  telaah_stage_open (stage, window);
  telaah_stage_settle ();
}

static void
close_stage (TelaahStage *stage)
{
  gtk_window_destroy (GTK_WINDOW (stage->window));
  telaah_stage_settle ();
}

/* ---- Scrolling ---- */

static double
scroll (TelaahStage *stage,
        GtkWidget   *view)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  double last = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  double value = gtk_adjustment_get_value (adjustment) + STEP, begin;

  telaah_stage_settle ();
  begin = telaah_bench_get_wall ();
  gtk_adjustment_set_value (adjustment, value <= last ? value : 0);

  return telaah_stage_draw (stage, begin);
}

static void
measure_scrolling (TelaahBenchGrid *project)
{
  TelaahRatio *ratio = telaah_ratio_new ("grid-scroll", 1.5);
  TelaahStage ours = { 0 }, plain = { 0 };
  GtkWidget *grid = grid_new (project), *view = telaah_bench_empty_view_new (N_POINTS, N_SOURCES + 2);

  open_stage (&ours, grid);
  open_stage (&plain, view);

  for (guint i = 0; i < N_STEPS; i++)
    {
      double taken = scroll (&ours, grid), held = scroll (&plain, view);

      telaah_ratio_add (ratio, taken, held);
    }

  close_stage (&ours);
  close_stage (&plain);
  telaah_ratio_print (ratio, "an empty GtkColumnView of as many rows and columns");
}

/* ---- Building ---- */

/* All of the project but its texts, as a window does that opens it. */
static double
load (TelaahBenchGrid *project)
{
  double begin = telaah_bench_get_wall ();
  g_autoptr(GError) error = NULL;
  g_autoptr(TelaahSession) session = telaah_session_open (project->path, &error);

  if (session == NULL)
    {
      g_printerr ("%s: %s\n", g_get_prgname (), error->message);
      exit (EXIT_FAILURE);
    }

  return telaah_bench_get_wall () - begin;
}

static double
build (TelaahBenchGrid *project,
       TelaahStage     *stage)
{
  double begin = telaah_bench_get_wall (), taken;

  gtk_window_set_child (GTK_WINDOW (stage->window), scroller_new (grid_new (project)));
  taken = telaah_stage_draw (stage, begin);
  gtk_window_set_child (GTK_WINDOW (stage->window), NULL);
  telaah_stage_settle ();

  return taken;
}

static void
measure_building (TelaahBenchGrid *project)
{
  TelaahRatio *ratio = telaah_ratio_new ("grid-build", 1.5);
  TelaahStage stage = { 0 };

  open_stage (&stage, gtk_label_new (NULL));
  for (guint i = 0; i < N_BUILDS; i++)
    telaah_ratio_add (ratio, build (project, &stage), load (project));

  close_stage (&stage);
  telaah_ratio_print (ratio, "loading the project with its passages from SQLite");
}

/* ---- One tag ---- */

static double
tag (TelaahBenchGrid *project,
     TelaahStage     *stage)
{
  double begin;

  telaah_stage_settle ();
  begin = telaah_bench_get_wall ();
  telaah_bench_grid_tag (project, 1, 1);

  return telaah_stage_draw (stage, begin);
}

static void
measure_tag (TelaahBenchGrid *large,
             TelaahBenchGrid *small)
{
  TelaahRatio *ratio = telaah_ratio_new ("grid-tag-growth", 1.5);
  TelaahStage of_large = { 0 }, of_small = { 0 };

  open_stage (&of_large, grid_new (large));
  open_stage (&of_small, grid_new (small));

  for (guint i = 0; i < N_TAGS; i++)
    {
      double taken = tag (large, &of_large), held = tag (small, &of_small);

      telaah_ratio_add (ratio, taken, held);
    }

  close_stage (&of_large);
  close_stage (&of_small);
  telaah_ratio_print (ratio, "200 passages in as large a grid");
}

int
main (void)
{
  g_autoptr(TelaahBenchGrid) large = NULL, small = NULL;

  gtk_init ();
  telaah_stage_init ();
  large = telaah_bench_grid_new ("large", N_POINTS, N_SOURCES, N_PASSAGES);
  small = telaah_bench_grid_new ("small", N_POINTS, N_SOURCES, N_PASSAGES / 100);

  measure_scrolling (large);
  measure_building (large);
  measure_tag (large, small);

  return EXIT_SUCCESS;
}
