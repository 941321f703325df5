/* What of the comparison is wanted: sources of a kind, cells of a status, the passages of a coder.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session/telaah-session.h"

G_BEGIN_DECLS

/* NULL, or no status: any will do. Values never change once they are in use. */
typedef struct
{
  char  *attribute;    /* sources that have, under this name, */
  char  *value;        /* this value; NULL: any */
  char  *coder;        /* cells with passages of this coder, and of these only */
  guint  statuses;     /* cells of these: bits, 1 << TelaahStatus */
} TelaahGridFilter;

TelaahGridFilter *telaah_grid_filter_new         (const char             *attribute,
                                                  const char             *value,
                                                  const char             *coder,
                                                  guint                   statuses);
TelaahGridFilter *telaah_grid_filter_copy        (const TelaahGridFilter *self);
void              telaah_grid_filter_free        (TelaahGridFilter       *self);
gboolean          telaah_grid_filter_is_on       (const TelaahGridFilter *self);
gboolean          telaah_grid_filter_asks_cells  (const TelaahGridFilter *self);
gboolean          telaah_grid_filter_has_source  (const TelaahGridFilter *self,
                                                  TelaahSession          *session,
                                                  const char             *source);
gboolean          telaah_grid_filter_has_cell    (const TelaahGridFilter *self,
                                                  TelaahCell             *cell);
gboolean          telaah_grid_filter_has_passage (const TelaahGridFilter *self,
                                                  TelaahPassage          *passage);
char             *telaah_grid_filter_dup_words   (const TelaahGridFilter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahGridFilter, telaah_grid_filter_free)

G_END_DECLS
