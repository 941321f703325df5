/* A point of the outline: what the sources are compared on.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/telaah-point.h"

TELAAH_DEFINE_ITEM (TelaahPoint, telaah_point, depth,
                    offsetof (TelaahPointFields, id), offsetof (TelaahPointFields, parent),
                    offsetof (TelaahPointFields, theme), offsetof (TelaahPointFields, title),
                    offsetof (TelaahPointFields, similarities),
                    offsetof (TelaahPointFields, differences))
