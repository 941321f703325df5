/* When something was written, in few words.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *telaah_when_dup_label (const char *time,
                             GDateTime  *now);

G_END_DECLS
