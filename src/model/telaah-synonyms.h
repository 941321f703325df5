/* Words that count as one in a search: a group of the project.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-fields.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;
  const char *words;      /* one a line, at least two, none twice; a line may have blanks in it */
} TelaahSynonymsFields;

#define TELAAH_TYPE_SYNONYMS (telaah_synonyms_get_type ())
TELAAH_DECLARE_ITEM (TelaahSynonyms, telaah_synonyms, SYNONYMS)

G_END_DECLS
