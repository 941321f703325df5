/* A project for the comparison: points, sources, and passages spread over both; and a grid with nothing in it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

typedef struct
{
  char          *folder;
  char          *path;
  TelaahSession *session;
  GPtrArray     *sources;    /* char *, ids */
  GPtrArray     *themes;     /* char *, ids; each is a point */
  guint          n_tags;     /* made so far by telaah_bench_grid_tag() */
} TelaahBenchGrid;

TelaahBenchGrid *telaah_bench_grid_new       (const char      *name,
                                              guint            n_points,
                                              guint            n_sources,
                                              guint            n_passages);
void             telaah_bench_grid_free      (TelaahBenchGrid *self);
void             telaah_bench_grid_tag       (TelaahBenchGrid *self,
                                              guint            point,
                                              guint            source);
GtkWidget       *telaah_bench_empty_view_new (guint            n_rows,
                                              guint            n_columns);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahBenchGrid, telaah_bench_grid_free)

G_END_DECLS
