/* What a reading holds, for those who make features of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "analysis/telaah-features.h"

G_BEGIN_DECLS

typedef struct
{
  guint first;
  guint n;
} TelaahStretch;

struct _TelaahReading
{
  GArray *units;       /* TelaahUnit */
  GArray *tokens;      /* TelaahToken */
  GArray *headings;    /* TelaahFeature: terms of the headings above a section, the lowest weigh most */
  GArray *sections;    /* TelaahStretch of headings */
};

G_END_DECLS
