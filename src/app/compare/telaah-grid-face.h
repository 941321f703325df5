/* What one field of the comparison shows and says: words only, no drawing.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-cell.h"
#include "model/telaah-point.h"
#include "model/telaah-source.h"

G_BEGIN_DECLS

typedef enum
{
  TELAAH_GRID_KIND_HEADING,      /* words over a column */
  TELAAH_GRID_KIND_SOURCE,       /* a source over its column */
  TELAAH_GRID_KIND_POINT,        /* a point before its row */
  TELAAH_GRID_KIND_CELL,
  TELAAH_GRID_KIND_COMPARISON,   /* similarities and differences after its row */
} TelaahGridKind;

#define TELAAH_N_GRID_KINDS (TELAAH_GRID_KIND_COMPARISON + 1)

typedef enum
{
  TELAAH_GRID_FOLD_NONE,    /* nothing below it */
  TELAAH_GRID_FOLD_OPEN,
  TELAAH_GRID_FOLD_CLOSED,
} TelaahGridFold;

/* Strings are NULL where there is nothing to show. */
typedef struct
{
  TelaahGridKind  kind;
  char           *title;
  char           *alert;          /* beside the title, as a warning */
  char           *count;          /* at the end of that line */
  char           *body;
  char           *second_title;
  char           *second_body;
  char           *name;           /* all of it, for those who hear it */
  char           *color;          /* #rrggbb of a theme */
  TelaahStatus    status;         /* of a cell */
  TelaahGridFold  fold;           /* of a point, as the next */
  guint           depth;
  gboolean        hushed;         /* the body is a remark, not the researcher's words */
} TelaahGridFace;

TelaahGridFace *telaah_grid_face_new_heading    (const char           *title);
TelaahGridFace *telaah_grid_face_new_source     (TelaahSource         *source);
TelaahGridFace *telaah_grid_face_new_point      (TelaahPoint          *point,
                                                 const char           *color,
                                                 TelaahGridFold        fold);
TelaahGridFace *telaah_grid_face_new_cell       (TelaahCell           *cell,
                                                 const char           *point,
                                                 const char           *source);
TelaahGridFace *telaah_grid_face_new_comparison (TelaahPoint          *point);
void            telaah_grid_face_free           (TelaahGridFace       *self);
gboolean        telaah_grid_face_equal          (const TelaahGridFace *a,
                                                 const TelaahGridFace *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahGridFace, telaah_grid_face_free)

G_END_DECLS
