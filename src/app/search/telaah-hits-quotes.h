/* What is to be tagged of what was found, as quotes in which the words that were found stand out.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/reader/telaah-quotes.h"
#include "session/telaah-hit-spans.h"

G_BEGIN_DECLS

GPtrArray *telaah_hits_dup_quotes (TelaahSession    *session,
                                   GPtrArray        *spans,
                                   GError          **error);
char      *telaah_hits_dup_markup (const TelaahText *text,
                                   const TelaahHitSpan *span);

G_END_DECLS
