/* What an Indonesian or Malay word may be made of.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *telaah_affixes_dup_rests       (const char *word);
char      *telaah_affixes_dup_without_nya (const char *word);

G_END_DECLS
