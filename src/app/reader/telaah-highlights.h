/* The passages of one source as intervals: which lie where, and which lane each takes beside its neighbours. No GTK.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/telaah-passage.h"

G_BEGIN_DECLS

/* Lanes are what underlines and brackets are stacked in: passages that overlap share none. A passage takes as
 * many as it has themes, one beside the other, and at least one. */
typedef struct
{
  guint          start;       /* code points, half-open */
  guint          end;
  guint16        lane;        /* the first of its lanes */
  guint16        n_themes;
  TelaahPassage *passage;     /* owned by the index */
} TelaahHighlight;

typedef struct _TelaahHighlights TelaahHighlights;

/* Called for each passage that came, went or changed its lane; @span is what it covers. After a change of many at
 * once it is called a single time, for everything: { 0, G_MAXUINT }. */
typedef void (*TelaahHighlightsFunc) (TelaahSpan span,
                                      gpointer   user_data);

TelaahHighlights      *telaah_highlights_new       (TelaahHighlightsFunc  changed,
                                                    gpointer              user_data);
void                   telaah_highlights_free      (TelaahHighlights     *self);
void                   telaah_highlights_set_model (TelaahHighlights     *self,
                                                    GListModel           *model);
guint                  telaah_highlights_get_n     (TelaahHighlights     *self);
const TelaahHighlight *telaah_highlights_get       (TelaahHighlights     *self,
                                                    guint                 index);
const TelaahHighlight *telaah_highlights_find      (TelaahHighlights     *self,
                                                    const char           *id);
void                   telaah_highlights_query     (TelaahHighlights     *self,
                                                    TelaahSpan            span,
                                                    GArray               *indices);
GPtrArray             *telaah_highlights_at        (TelaahHighlights     *self,
                                                    guint                 offset);
const TelaahHighlight *telaah_highlights_next      (TelaahHighlights     *self,
                                                    guint                 offset);
const TelaahHighlight *telaah_highlights_previous  (TelaahHighlights     *self,
                                                    guint                 offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahHighlights, telaah_highlights_free)

G_END_DECLS
