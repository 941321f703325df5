/* How words are brought to one spelling: for comparing, and for looking them up in a dictionary.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean telaah_char_is_apostrophe (gunichar    c);
char    *telaah_spelling_dup       (const char *word,
                                    gssize      n_bytes,
                                    const char *language);

G_END_DECLS
