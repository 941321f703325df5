/* A window to measure in: what is put on it, and how long until it is drawn.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct
{
  GtkWidget *window;
  guint      n_frames;
} TelaahStage;

void    telaah_stage_init   (void);
void    telaah_stage_open   (TelaahStage  *self,
                             GtkWidget    *window);
void    telaah_stage_show   (TelaahStage  *self,
                             GtkWidget    *child);
void    telaah_stage_settle (void);
double  telaah_stage_draw   (TelaahStage  *self,
                             double        begin);
double  telaah_stage_redraw (TelaahStage  *self,
                             GtkWidget    *widget);

G_END_DECLS
