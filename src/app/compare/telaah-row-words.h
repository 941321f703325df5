/* The facts of a row in words: who makes its point, who is silent, how many passages each.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "analysis/telaah-row-facts.h"
#include "session/telaah-session.h"

G_BEGIN_DECLS

/* "Rahma 2021 (12), Wibowo 2019 (9)", under a heading. */
typedef struct
{
  TelaahStatus  status;
  char         *sources;
  char         *markup;     /* the same; each name is a link whose address is the id of the source */
} TelaahRowLine;

TelaahRowFacts *telaah_row_words_dup_facts   (TelaahSession        *session,
                                              const char           *point);
char           *telaah_row_words_dup_short   (const TelaahRowFacts *facts);
char           *telaah_row_words_dup_only    (TelaahSession        *session,
                                              const TelaahRowFacts *facts);
GPtrArray      *telaah_row_words_dup_lines   (TelaahSession        *session,
                                              const TelaahRowFacts *facts);
char           *telaah_row_words_dup_mention (TelaahSession        *session,
                                              const char           *source);

G_END_DECLS
