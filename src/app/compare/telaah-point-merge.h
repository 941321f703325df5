/* A dialog that makes one point of several, and says before what will become of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_POINT_MERGE (telaah_point_merge_get_type ())
G_DECLARE_FINAL_TYPE (TelaahPointMerge, telaah_point_merge, TELAAH, POINT_MERGE, AdwWindow)

/* Signals: "done" (const char *message), for a toast with Undo */

TelaahPointMerge *telaah_point_merge_new (GtkWindow         *parent,
                                          TelaahSession     *session,
                                          const char *const *points);

G_END_DECLS
