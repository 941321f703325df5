/* Where a point goes when it is moved by key among the others.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/telaah-point.h"

G_BEGIN_DECLS

typedef enum
{
  TELAAH_POINT_MOVE_UP,     /* before the sibling above it */
  TELAAH_POINT_MOVE_DOWN,   /* after the sibling below it */
  TELAAH_POINT_MOVE_NEST,   /* under the sibling above it, as the last there */
  TELAAH_POINT_MOVE_LIFT,   /* out of its parent, to stand after it */
} TelaahPointMove;

gboolean telaah_point_find_place (GListModel       *points,
                                  const char       *point,
                                  TelaahPointMove   move,
                                  const char      **parent,
                                  const char      **before);

G_END_DECLS
