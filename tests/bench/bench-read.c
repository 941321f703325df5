/* What reading costs: a long text with its passages to the first frame, and one passage more.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdlib.h>

#include "app/telaah-application.h"
#include "app/telaah-window-private.h"
#include "bench/telaah-bench-reader.h"
#include "bench/telaah-bench-stage.h"
#include "bench/telaah-bench.h"

#define MEGABYTE   1000000
#define N_OPENINGS 7
#define N_VERBS    25

/* ---- To the first frame ---- */

/* How long from the file, and in @shown how much of it once the session was there. */
static double
open_telaah (TelaahStage        *stage,
             TelaahBenchProject *project,
             TelaahBenchType    *type,
             double             *shown)
{
  double begin = telaah_bench_get_wall (), opened, taken;
  g_autoptr(TelaahSession) session = telaah_session_open (project->path, NULL);
  GtkWidget *view;

  opened = telaah_bench_get_wall ();
  view = telaah_bench_view_new (session, project->source);
  telaah_stage_show (stage, telaah_bench_scroll (view));
  taken = telaah_stage_draw (stage, begin);
  *shown = taken - (opened - begin);

  *type = telaah_bench_get_type (view);
  telaah_stage_show (stage, NULL);
  telaah_stage_settle ();

  return taken;
}

static double
open_plain (TelaahStage           *stage,
            const char            *body,
            const TelaahBenchType *type)
{
  double begin = telaah_bench_get_wall (), taken;

  telaah_stage_show (stage, telaah_bench_scroll (telaah_bench_plain_new (body, type)));
  taken = telaah_stage_draw (stage, begin);

  telaah_stage_show (stage, NULL);
  telaah_stage_settle ();

  return taken;
}

static void
open_against_plain (TelaahStage        *stage,
                    TelaahBenchProject *project)
{
  g_autofree char *name = g_strdup_printf ("read-open-%u", project->n_passages);
  g_autofree char *shown_name = g_strdup_printf ("read-show-%u", project->n_passages);
  TelaahRatio *ratio = telaah_ratio_new (name, 1.3), *shown_ratio = telaah_ratio_new (shown_name, 1.3);
  g_autofree char *body = telaah_bench_dup_text (MEGABYTE);
  TelaahBenchType type;
  double shown;

  open_telaah (stage, project, &type, &shown);    /* fonts and styles are loaded once */
  open_plain (stage, body, &type);
  for (guint i = 0; i < N_OPENINGS; i++)
    {
      double taken = open_telaah (stage, project, &type, &shown);
      double plain = open_plain (stage, body, &type);

      telaah_ratio_add (ratio, taken, plain);
      telaah_ratio_add (shown_ratio, shown, plain);
    }

  telaah_ratio_print (ratio, "the same text in a GtkTextView");
  telaah_ratio_print (shown_ratio, "the same text in a GtkTextView");
}

/* ---- One passage more ---- */

/* A project on a stage of its own, to tag in. */
typedef struct
{
  TelaahStage         stage;
  TelaahBenchProject *project;
  TelaahTextView     *view;
  TelaahSpan          visible;
} Desk;

static GtkWidget *
find_text_view (GtkWidget *widget)
{
  GtkWidget *found = TELAAH_IS_TEXT_VIEW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_text_view (child);

  return found;
}

/* Where there is text and passages all around. */
static void
desk_open (Desk               *self,
           TelaahBenchProject *project,
           GtkWidget          *window)
{
  self->project = project;
  self->view = TELAAH_TEXT_VIEW (find_text_view (window));
  telaah_stage_open (&self->stage, window);
  telaah_text_view_set_top (self->view, MEGABYTE / 3);
  telaah_stage_settle ();
  telaah_text_view_get_visible_span (self->view, &self->visible);
}

/* The text alone. */
static void
desk_open_view (Desk               *self,
                TelaahBenchProject *project)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window),
                        telaah_bench_scroll (telaah_bench_view_new (project->session, project->source)));
  desk_open (self, project, window);
}

/* The whole window, with all that follows the session. */
static void
desk_open_window (Desk               *self,
                  TelaahBenchProject *project)
{
  GtkWidget *window = telaah_window_new (GTK_APPLICATION (g_application_get_default ()));

  telaah_window_set_session (TELAAH_WINDOW (window), project->session);
  desk_open (self, project, window);
}

static double
tag_and_draw (Desk *self)
{
  double begin;

  telaah_stage_settle ();
  begin = telaah_bench_get_wall ();
  telaah_bench_project_tag (self->project, self->visible);
  return telaah_stage_draw (&self->stage, begin);
}

/* The verb, with what the lists then tell their views, against the least that a commit costs; and the frame after it
 * against one that shows nothing new. */
static void
tag_against_floor (const char *name,
                   Desk       *desk)
{
  g_autofree char *commit_name = g_strconcat (name, "-verb", NULL), *frame_name = g_strconcat (name, "-frame", NULL);
  TelaahRatio *commit = telaah_ratio_new (commit_name, 2), *frame = telaah_ratio_new (frame_name, 3);

  for (guint i = 0; i < N_VERBS; i++)
    {
      double append = telaah_bench_project_append (desk->project), redraw;

      telaah_stage_settle ();
      redraw = telaah_stage_redraw (&desk->stage, GTK_WIDGET (desk->view));
      telaah_stage_settle ();
      telaah_ratio_add (commit, telaah_bench_project_tag (desk->project, desk->visible), append);
      telaah_ratio_add (frame, telaah_stage_draw (&desk->stage, telaah_bench_get_wall ()), redraw);
    }

  telaah_ratio_print (commit, "4 KB appended and fdatasync()");
  telaah_ratio_print (frame, "drawing the text again");
}

static void
tag_growth (const char *name,
            Desk       *large,
            Desk       *small)
{
  TelaahRatio *ratio = telaah_ratio_new (name, 1.5);

  for (guint i = 0; i < N_VERBS; i++)
    {
      double taken = tag_and_draw (large);

      telaah_ratio_add (ratio, taken, tag_and_draw (small));
    }

  telaah_ratio_print (ratio, "1,000 passages");
}

static void
measure_tagging (const char          *name,
                 void               (*open) (Desk *, TelaahBenchProject *),
                 TelaahBenchProject *const projects[3])
{
  g_autofree char *floor = g_strconcat (name, "-10000", NULL);
  g_autofree char *middle = g_strconcat (name, "-growth-10000", NULL);
  g_autofree char *large = g_strconcat (name, "-growth-100000", NULL);
  Desk desks[3];

  for (guint i = 0; i < G_N_ELEMENTS (desks); i++)
    open (&desks[i], projects[i]);

  tag_against_floor (floor, &desks[1]);
  tag_growth (middle, &desks[1], &desks[0]);
  tag_growth (large, &desks[2], &desks[0]);

  for (guint i = 0; i < G_N_ELEMENTS (desks); i++)
    gtk_window_destroy (GTK_WINDOW (desks[i].stage.window));
  telaah_stage_settle ();
}

int
main (void)
{
  g_autoptr(TelaahBenchProject) small = telaah_bench_project_new (MEGABYTE, 1000);
  g_autoptr(TelaahBenchProject) middle = telaah_bench_project_new (MEGABYTE, 10000);
  g_autoptr(TelaahBenchProject) large = telaah_bench_project_new (MEGABYTE, 100000);
  TelaahBenchProject *const projects[] = { small, middle, large };
  g_autoptr(GtkApplication) application = telaah_application_new (G_APPLICATION_NON_UNIQUE);
  g_autoptr(GError) error = NULL;
  TelaahStage stage;

  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);
  g_application_set_default (G_APPLICATION (application));
  telaah_stage_init ();

  telaah_stage_open (&stage, gtk_window_new ());
  for (guint i = 0; i < G_N_ELEMENTS (projects); i++)
    open_against_plain (&stage, projects[i]);
  gtk_window_destroy (GTK_WINDOW (stage.window));

  measure_tagging ("view-tag", desk_open_view, projects);
  measure_tagging ("window-tag", desk_open_window, projects);

  return EXIT_SUCCESS;
}
