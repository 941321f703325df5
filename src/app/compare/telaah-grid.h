/* The comparison as a grid: points and sources, the header and the first column always in sight.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/compare/telaah-grid-filter.h"
#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_GRID (telaah_grid_get_type ())
G_DECLARE_FINAL_TYPE (TelaahGrid, telaah_grid, TELAAH, GRID, GtkWidget)

typedef enum
{
  TELAAH_GRID_SUMMARIES,   /* cells say what a source says on a point */
  TELAAH_GRID_QUOTES,      /* they give its words, with references */
} TelaahGridContent;

/* A place is a point's id and a source's id; instead of the latter NULL is the point itself and "" its similarities
 * and differences; instead of the former NULL is the source itself (or, with "", their heading). Around the cursor
 * there may be a block of places, all of them cells, or all points, or all sources.
 *
 * Signals:
 *   "cell-selected" (point, source)    the cursor has moved; both NULL: there is nothing to select
 *   "block-changed"                    how much is selected
 *   "cell-activated" (point, source)   double click or Enter where there is nothing to be written in place
 *   "open-passage" (source, passage)   double click or Enter on a quote
 *   "menu" (x, y)                      right click or the menu key on what is selected; pixels in the grid, doubles
 *   "failed" (message)                 a verb was refused; nothing has changed
 *
 * Keys that change points and sources are bound to actions compare.*, where an ancestor has them. */

GtkWidget  *telaah_grid_new               (void);
void        telaah_grid_set_session       (TelaahGrid             *self,
                                           TelaahSession          *session);
void        telaah_grid_set_corner        (TelaahGrid             *self,
                                           GtkWidget              *corner);
void        telaah_grid_set_content       (TelaahGrid             *self,
                                           TelaahGridContent       content);
gboolean    telaah_grid_get_transposed    (TelaahGrid             *self);
void        telaah_grid_set_transposed    (TelaahGrid             *self,
                                           gboolean                transposed);
const TelaahGridFilter *telaah_grid_get_filter (TelaahGrid        *self);
void        telaah_grid_set_filter        (TelaahGrid             *self,
                                           const TelaahGridFilter *filter);
gboolean    telaah_grid_is_empty          (TelaahGrid             *self);

const char *telaah_grid_get_point         (TelaahGrid             *self);
const char *telaah_grid_get_source        (TelaahGrid             *self);
gboolean    telaah_grid_select            (TelaahGrid             *self,
                                           const char             *point,
                                           const char             *source);
gboolean    telaah_grid_get_bounds        (TelaahGrid             *self,
                                           GdkRectangle           *bounds);
GPtrArray  *telaah_grid_dup_points        (TelaahGrid             *self);
GPtrArray  *telaah_grid_dup_sources       (TelaahGrid             *self);
void        telaah_grid_select_all        (TelaahGrid             *self);
char       *telaah_grid_dup_html          (TelaahGrid             *self);
char       *telaah_grid_dup_tabbed        (TelaahGrid             *self);
void        telaah_grid_copy              (TelaahGrid             *self);

gboolean    telaah_grid_edit              (TelaahGrid             *self,
                                           gboolean                anew);
gboolean    telaah_grid_flush             (TelaahGrid             *self);

G_END_DECLS
