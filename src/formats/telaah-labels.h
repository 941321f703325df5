/* What people read for what the model holds: words of a status, the title of a point.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-outline.h"

G_BEGIN_DECLS

const char *telaah_status_get_label         (TelaahStatus   status);
const char *telaah_outline_get_point_title  (TelaahOutline *outline,
                                             TelaahPoint   *point);
char       *telaah_source_dup_label         (TelaahSource  *source);

G_END_DECLS
