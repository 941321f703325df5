/* Measuring: clocks, ratios, and a project to measure on.
 *
 * Milliseconds say something of one machine on one day. So whatever is measured is done in turn with a yardstick, in
 * the same run, and the result is the median of the ratios of neighbours.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session/telaah-session.h"

G_BEGIN_DECLS

/* ---- Clocks and ratios ---- */

double            telaah_bench_get_wall    (void);                          /* milliseconds, as all times here */
double            telaah_bench_get_cpu     (void);

typedef struct _TelaahRatio TelaahRatio;

TelaahRatio      *telaah_ratio_new         (const char        *name,
                                            double             target);
void              telaah_ratio_add         (TelaahRatio       *self,
                                            double             measured,
                                            double             yardstick);
void              telaah_ratio_print       (TelaahRatio       *self,       /* frees it */
                                            const char        *yardstick);
void              telaah_ratio_print_worst (TelaahRatio       *self,       /* frees it, too */
                                            const char        *yardstick);

/* ---- Something to measure on ---- */

/* A project with one source and its passages, and a file beside it to append to. */
typedef struct
{
  char          *folder;
  char          *path;
  char          *source;
  char          *theme;
  TelaahSession *session;
  guint          n_passages;
  int            log;            /* descriptor of the file to append to */
  guint32        random;
} TelaahBenchProject;

char               *telaah_bench_dup_text         (gsize                n_bytes);
TelaahBenchProject *telaah_bench_project_new      (gsize                n_bytes,
                                                   guint                n_passages);
void                telaah_bench_project_free     (TelaahBenchProject  *self);
TelaahSpan          telaah_bench_project_pick     (TelaahBenchProject  *self,
                                                   TelaahSpan           within);
double              telaah_bench_project_tag      (TelaahBenchProject  *self,
                                                   TelaahSpan           within);
double              telaah_bench_project_append   (TelaahBenchProject  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahBenchProject, telaah_bench_project_free)

G_END_DECLS
