/* An outline without what is hidden from the comparison.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session/telaah-session.h"

G_BEGIN_DECLS

gboolean telaah_outline_has_hidden  (TelaahSession *session);
void     telaah_outline_drop_hidden (TelaahOutline *outline,
                                     TelaahSession *session);

G_END_DECLS
