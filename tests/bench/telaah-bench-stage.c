/* A window to measure in.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench/telaah-bench-stage.h"

#include "bench/telaah-bench.h"

/* Longer than the frame clock's interval: then the next frame begins as soon as it is asked for. */
#define REST_MS 25

/* Nothing that moves by itself. */
void
telaah_stage_init (void)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
}

static void
painted_cb (TelaahStage *self)
{
  self->n_frames++;
}

/* @window: kept by GTK until somebody closes it */
void
telaah_stage_open (TelaahStage *self,
                   GtkWidget   *window)
{
  self->window = window;
  self->n_frames = 0;
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1280, 800);
  gtk_window_present (GTK_WINDOW (self->window));
  g_signal_connect_swapped (gtk_widget_get_frame_clock (self->window), "after-paint", G_CALLBACK (painted_cb), self);
  telaah_stage_settle ();
}

/* NULL: takes away what was there. */
void
telaah_stage_show (TelaahStage *self,
                   GtkWidget   *child)
{
  gtk_window_set_child (GTK_WINDOW (self->window), child);
}

static gboolean
set_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Lets everything be done that was put off: layout of what is out of sight, what waits for an idle moment. */
void
telaah_stage_settle (void)
{
  gboolean rested = FALSE, idle = FALSE;

  g_timeout_add (REST_MS, set_cb, &rested);
  while (!rested)
    g_main_context_iteration (NULL, TRUE);

  g_idle_add_full (G_PRIORITY_LOW, set_cb, &idle, NULL);
  while (!idle)
    g_main_context_iteration (NULL, TRUE);

  rested = FALSE;
  g_timeout_add (REST_MS, set_cb, &rested);
  while (!rested)
    g_main_context_iteration (NULL, TRUE);
}

/**
 * telaah_stage_draw:
 * @begin: when that began which is to be drawn now
 *
 * Returns: how long it took since, to the end of the next frame on the display
 */
double
telaah_stage_draw (TelaahStage *self,
                   double       begin)
{
  guint n_frames = self->n_frames;

  gtk_widget_queue_draw (self->window);
  while (self->n_frames == n_frames)
    g_main_context_iteration (NULL, TRUE);
  gdk_display_sync (gtk_widget_get_display (self->window));

  return telaah_bench_get_wall () - begin;
}

/* The least that a change on the screen can cost: @widget drawn anew with nothing changed. */
double
telaah_stage_redraw (TelaahStage *self,
                     GtkWidget   *widget)
{
  double begin = telaah_bench_get_wall ();

  gtk_widget_queue_draw (widget);
  return telaah_stage_draw (self, begin);
}
