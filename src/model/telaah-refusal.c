/* A candidate that a coder has said "not this" to.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/telaah-refusal.h"

TELAAH_DEFINE_ITEM (TelaahRefusal, telaah_refusal, created,
                    offsetof (TelaahRefusalFields, theme), offsetof (TelaahRefusalFields, source),
                    offsetof (TelaahRefusalFields, quote), offsetof (TelaahRefusalFields, coder),
                    offsetof (TelaahRefusalFields, created))
