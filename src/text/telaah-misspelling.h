/* How far two words are from each other, in letters.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean telaah_words_are_near        (const char *word,
                                       const char *other);
gboolean telaah_words_are_near_enough (const char *word,
                                       const char *other);

G_END_DECLS
