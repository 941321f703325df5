/* A comparative outline as one value: what an export writes and an import reads.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-cell.h"
#include "model/telaah-point.h"
#include "model/telaah-source.h"
#include "model/telaah-theme.h"

G_BEGIN_DECLS

/* A point with its row of cells, and the points below it. */
typedef struct
{
  TelaahPoint *point;
  GPtrArray   *cells;     /* TelaahCell, one a source of the outline, in its order */
  GPtrArray   *points;    /* TelaahOutlinePoint */
} TelaahOutlinePoint;

typedef struct
{
  char      *title;       /* or NULL, as the next two */
  char      *question;
  char      *language;
  char      *created;
  char      *modified;
  GPtrArray *sources;     /* TelaahSource */
  GPtrArray *themes;      /* TelaahTheme, the tree depth first */
  GPtrArray *points;      /* TelaahOutlinePoint, the top ones */
} TelaahOutline;

TelaahOutline      *telaah_outline_new         (void);
void                telaah_outline_free        (TelaahOutline      *self);
TelaahOutlinePoint *telaah_outline_point_new   (TelaahPoint        *point);
void                telaah_outline_point_free  (TelaahOutlinePoint *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahOutline, telaah_outline_free)

G_END_DECLS
