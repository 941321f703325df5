/* How quotes are cited in passing, "Rahma 2021, § Harga yang dibayar": worked out once for each passage and kept until
 * sources or headings change.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session/telaah-session.h"

G_BEGIN_DECLS

const char *telaah_references_get        (TelaahSession *session,      /* borrowed until the project changes */
                                          TelaahPassage *passage);
const char *telaah_references_get_source (TelaahSession *session,      /* "Rahma 2021" */
                                          const char    *source);
void        telaah_references_update     (TelaahSession *session,
                                          TelaahChange   changes);

G_END_DECLS
