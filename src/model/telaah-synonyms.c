/* Words that count as one in a search: a group of the project.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/telaah-synonyms.h"

TELAAH_DEFINE_ITEM (TelaahSynonyms, telaah_synonyms, words,
                    offsetof (TelaahSynonymsFields, id), offsetof (TelaahSynonymsFields, words))
