/* Words that say little by themselves. Only what a language's own words are is meant: and, the, yang.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GHashTable *telaah_stop_words_get (const char *language);
const char *telaah_language_guess (const char *words,
                                   gssize      n_bytes);

G_END_DECLS
