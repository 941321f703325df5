/* What a card says in a line or two.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-passage.h"

G_BEGIN_DECLS

char *telaah_card_dup_line   (const char                *text,
                              guint                      most);
char *telaah_card_dup_footer (const TelaahPassageFields *passage,
                              guint                      n_cells);

G_END_DECLS
