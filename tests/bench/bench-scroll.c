/* What scrolling costs, by lines and by pages, with ten thousand passages, and in a text that is one paragraph.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdlib.h>
#include <string.h>

#include "bench/telaah-bench-reader.h"
#include "bench/telaah-bench-stage.h"
#include "bench/telaah-bench.h"

#define MEGABYTE 1000000
#define LONG     100000    /* of a paragraph, in bytes */
#define N_STEPS  120
#define LINE     29        /* in pixels, about */

/* A view on a stage of its own. */
typedef struct
{
  TelaahStage  stage;
  GtkWidget   *view;
} Desk;

static void
desk_open (Desk      *self,
           GtkWidget *view)
{
  GtkWidget *window = gtk_window_new ();

  self->view = view;
  gtk_window_set_child (GTK_WINDOW (window), telaah_bench_scroll (view));
  telaah_stage_open (&self->stage, window);
  telaah_stage_settle ();
}

static void
desk_close (Desk *self)
{
  gtk_window_destroy (GTK_WINDOW (self->stage.window));
  telaah_stage_settle ();
}

/* @step: in pixels; from the top again where the end is near */
static double
scroll_by (Desk  *self,
           double step)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  double last = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  double value = gtk_adjustment_get_value (adjustment) + step, begin;

  telaah_stage_settle ();
  begin = telaah_bench_get_wall ();
  gtk_adjustment_set_value (adjustment, value <= last ? value : 0);
  return telaah_stage_draw (&self->stage, begin);
}

static void
compare (const char *name,
         double      target,
         Desk       *ours,
         Desk       *plain,
         double      step)
{
  g_autofree char *worst_name = g_strconcat (name, "-p95", NULL);
  TelaahRatio *ratio = telaah_ratio_new (name, target), *worst = telaah_ratio_new (worst_name, 1.5);

  for (guint i = 0; i < N_STEPS; i++)
    {
      double taken = scroll_by (ours, step), held = scroll_by (plain, step);

      telaah_ratio_add (ratio, taken, held);
      telaah_ratio_add (worst, taken, held);
    }

  telaah_ratio_print (ratio, "the same text in a GtkTextView");
  telaah_ratio_print_worst (worst, "the same text in a GtkTextView");
}

static void
with_passages (void)
{
  g_autoptr(TelaahBenchProject) project = telaah_bench_project_new (MEGABYTE, 10000);
  g_autofree char *body = telaah_bench_dup_text (MEGABYTE);
  TelaahBenchType type;
  Desk ours, plain;
  double page;

  desk_open (&ours, telaah_bench_view_new (project->session, project->source));
  type = telaah_bench_get_type (ours.view);
  desk_open (&plain, telaah_bench_plain_new (body, &type));
  page = gtk_adjustment_get_page_size (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (ours.view))) * 0.9;

  compare ("scroll-page", 1.25, &ours, &plain, page);
  compare ("scroll-line", 1.8, &ours, &plain, LINE);

  desk_close (&ours);
  desk_close (&plain);
}

static GtkWidget *
one_paragraph_new (gsize n_bytes)
{
  g_autoptr(TelaahText) text = telaah_text_new (g_strdelimit (telaah_bench_dup_text (n_bytes), "\n", ' '));
  GtkWidget *view = telaah_text_view_new ();

  telaah_text_view_set_text (TELAAH_TEXT_VIEW (view), text);
  return view;
}

/* Against a text of the same length in paragraphs: GTK alone would draw each frame of such a text for ten times as
 * long, and of a longer one nothing. */
static void
in_one_paragraph (const char *name,
                  gsize       n_bytes)
{
  g_autofree char *body = telaah_bench_dup_text (n_bytes);
  TelaahBenchType type;
  Desk ours, plain;

  desk_open (&ours, one_paragraph_new (n_bytes));
  type = telaah_bench_get_type (ours.view);
  desk_open (&plain, telaah_bench_plain_new (body, &type));

  compare (name, 1.5, &ours, &plain, 600);

  desk_close (&ours);
  desk_close (&plain);
}

int
main (void)
{
  gtk_init ();
  telaah_stage_init ();

  with_passages ();
  in_one_paragraph ("scroll-paragraph-100k", LONG);
  in_one_paragraph ("scroll-paragraph-1m", MEGABYTE);

  return EXIT_SUCCESS;
}
