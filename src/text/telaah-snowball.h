/* The Snowball stemmer of a language. Not for two threads at once.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct sb_stemmer TelaahSnowball;

TelaahSnowball *telaah_snowball_new      (const char     *language);
void            telaah_snowball_free     (TelaahSnowball *self);
char           *telaah_snowball_dup_stem (TelaahSnowball *self,
                                          const char     *word);

G_END_DECLS
