/* Where the same words stand in a source, as quotes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/reader/telaah-quotes.h"

G_BEGIN_DECLS

gboolean telaah_occurrences_add  (TelaahSession  *session,
                                  const char     *source,
                                  const char     *words,
                                  gboolean        sentences,
                                  GPtrArray      *quotes,
                                  GError        **error);
void     telaah_occurrences_mark (TelaahSession  *session,
                                  GPtrArray      *quotes,
                                  const char     *theme);

G_END_DECLS
