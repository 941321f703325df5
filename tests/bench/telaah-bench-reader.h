/* The text view with a source in it, and GTK's own laid out the same to hold it against.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/reader/telaah-text-view.h"
#include "session/telaah-session.h"

G_BEGIN_DECLS

/* Margins and spacing of a view that is plain otherwise, so that both lay out the same lines. */
typedef struct
{
  int left, right, below, inside;
} TelaahBenchType;

GtkWidget       *telaah_bench_view_new       (TelaahSession         *session,
                                              const char            *source);
GtkWidget       *telaah_bench_plain_new      (const char            *body,
                                              const TelaahBenchType *type);
GtkWidget       *telaah_bench_scroll         (GtkWidget             *view);
TelaahBenchType  telaah_bench_get_type       (GtkWidget             *view);

G_END_DECLS
