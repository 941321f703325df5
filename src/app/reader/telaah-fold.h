/* Text as it is compared in a search: without case and accents.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *telaah_fold         (const char  *text);
char    **telaah_fold_words   (const char  *query);
gboolean  telaah_fold_matches (const char  *folded,
                               char       **words);

G_END_DECLS
