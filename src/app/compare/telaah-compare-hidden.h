/* A button that says how many points and sources are hidden, and brings them back.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_COMPARE_HIDDEN (telaah_compare_hidden_get_type ())
G_DECLARE_FINAL_TYPE (TelaahCompareHidden, telaah_compare_hidden, TELAAH, COMPARE_HIDDEN, AdwBin)

/* Signals: "failed" (message). It is not to be seen where nothing is hidden. */

void       telaah_compare_hidden_set_session (TelaahCompareHidden *self,
                                              TelaahSession       *session);
GPtrArray *telaah_compare_dup_hidden         (TelaahSession       *session);

G_END_DECLS
