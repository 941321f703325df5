/* The columns of frequencies and of key words.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/words/telaah-word-arranging.h"

G_BEGIN_DECLS

const TelaahWordColumn *telaah_word_columns_get_frequencies (guint    *n,            /* of TelaahFrequency */
                                                             guint    *sorted_by);
const TelaahWordColumn *telaah_word_columns_get_key_words   (guint    *n,            /* of TelaahKeyWord */
                                                             guint    *sorted_by);
TelaahWordFilter        telaah_word_columns_get_filter      (gboolean  rarer,        /* of key words: than in the rest */
                                                             double    least);       /* how often they come */

G_END_DECLS
