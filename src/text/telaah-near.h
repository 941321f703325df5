/* Words much like given ones, however the letters between them were mistyped.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-span.h"

G_BEGIN_DECLS

typedef struct _TelaahPattern TelaahPattern;

TelaahPattern *telaah_pattern_new      (const gunichar      *letters,
                                        guint                n);
void           telaah_pattern_free     (TelaahPattern       *self);
guint64        telaah_pattern_get_cost (const TelaahPattern *self,
                                        guint                n);
gboolean       telaah_pattern_find     (TelaahPattern       *self,
                                        const gunichar      *text,
                                        guint                n,
                                        guint                most_errors,
                                        TelaahSpan          *found,
                                        guint               *errors);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahPattern, telaah_pattern_free)

G_END_DECLS
