/* A candidate that a coder has said "not this" to. It is known by its words, so that it stays refused wherever an edit
 * of the text moves them, and comes up again once they are others.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-fields.h"

G_BEGIN_DECLS

typedef struct
{
  const char *theme;
  const char *source;
  const char *quote;
  const char *coder;
  const char *created;
} TelaahRefusalFields;

#define TELAAH_TYPE_REFUSAL (telaah_refusal_get_type ())
TELAAH_DECLARE_ITEM (TelaahRefusal, telaah_refusal, REFUSAL)

G_END_DECLS
