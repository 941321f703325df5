/* What of a text is body, and what its marks set apart.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-mark.h"
#include "text/telaah-text.h"

G_BEGIN_DECLS

GArray *telaah_body_dup_apart   (GPtrArray        *marks,
                                 const TelaahText *text);
GArray *telaah_body_dup_clutter (GPtrArray        *marks);

G_END_DECLS
