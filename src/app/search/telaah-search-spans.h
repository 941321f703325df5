/* Where hits lie in their texts, to mark them there.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-hit.h"

G_BEGIN_DECLS

GArray     *telaah_search_spans_of_hit    (const TelaahHit *hit);
GHashTable *telaah_search_spans_by_source (GPtrArray       *hits,
                                           guint            n);

G_END_DECLS
