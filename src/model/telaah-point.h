/* A point of the outline: what the sources are compared on; a node of the outline's tree.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-fields.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;
  const char *parent;         /* NULL at the top */
  const char *theme;          /* the theme it stands for, or NULL */
  const char *title;
  const char *similarities;
  const char *differences;
  guint       depth;          /* 0 at the top */
} TelaahPointFields;

#define TELAAH_TYPE_POINT (telaah_point_get_type ())
TELAAH_DECLARE_ITEM (TelaahPoint, telaah_point, POINT)

G_END_DECLS
