/* What a language is called.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *telaah_language_dup_name (const char *language);

G_END_DECLS
