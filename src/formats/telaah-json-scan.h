/* Looks a JSON text over, word by word, before a parser that trusts its input gets it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean telaah_json_scan (const char *json,
                           gsize       length,
                           guint       max_depth,
                           guint      *line,
                           char      **fault);

G_END_DECLS
