/* Verbs at random on a session, for tests that look at what must hold whatever was done.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session/telaah-session.h"

G_BEGIN_DECLS

const char *telaah_random_verb (TelaahSession  *session,
                                GRand          *rand,
                                gboolean       *done,
                                GError        **error);

G_END_DECLS
