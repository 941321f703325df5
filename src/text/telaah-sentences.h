/* Where the sentences of a text begin and end, and its paragraphs.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/telaah-text.h"

G_BEGIN_DECLS

GArray *telaah_text_find_sentences  (const TelaahText *self,
                                     const char       *language,
                                     const GArray     *apart);
GArray *telaah_text_find_paragraphs (const TelaahText *self,
                                     const GArray     *apart);

G_END_DECLS
