/* Where the same words stand elsewhere in a text.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/telaah-text.h"

G_BEGIN_DECLS

GArray *telaah_text_find_words (const TelaahText *self,
                                const char       *words);

G_END_DECLS
