/* The sample project: a copy of one's own, to try everything on.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GFile *telaah_sample_prepare (GError **error);

G_END_DECLS
