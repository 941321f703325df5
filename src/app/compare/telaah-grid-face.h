/* What one field of the comparison shows and says: words only, no drawing.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/compare/telaah-grid-filter.h"
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

/* A passage as evidence that is shown whole. */
typedef struct
{
  char *passage;      /* its id */
  char *quote;
  char *reference;    /* "Rahma 2021, § Harga" */
} TelaahGridQuote;

/* Strings are NULL where there is nothing to show. */
typedef struct
{
  TelaahGridKind  kind;
  char           *title;
  char           *alert;          /* beside the title, as a warning */
  char           *count;          /* at the end of that line */
  char           *body;
  char           *cites;          /* sources that the body rests on */
  char           *second_title;
  char           *second_body;
  char           *second_cites;
  char           *note;           /* quiet words under it all */
  char           *name;           /* all of it, for those who hear it */
  char           *rest;           /* more than it has room for, as a tooltip */
  char           *colors;         /* #rrggbb of its themes, with blanks between */
  GPtrArray      *quotes;         /* TelaahGridQuote, instead of the body */
  TelaahStatus    status;         /* of a cell */
  TelaahGridFold  fold;           /* of a point, as the next */
  guint           depth;
  gboolean        flat;           /* it stands over a column */
  gboolean        faint;          /* not what the filter asks for */
  gboolean        hushed;         /* the body is a remark, not the researcher's words */
} TelaahGridFace;

/* What a cell's face says beyond the cell. */
typedef struct
{
  const char             *point;        /* names */
  const char             *source;
  const TelaahGridFilter *filter;
  guint                   n_came;       /* passages, of a stale cell, as the next two */
  guint                   n_changed;
  guint                   n_went;
  gboolean                translated;   /* the project has a second language */
} TelaahGridLook;

void            telaah_grid_quote_free          (gpointer              quote);
TelaahGridFace *telaah_grid_face_new_heading    (const char           *title);
TelaahGridFace *telaah_grid_face_new_source     (TelaahSource         *source);
TelaahGridFace *telaah_grid_face_new_point      (TelaahPoint          *point,
                                                 const char           *colors,
                                                 TelaahGridFold        fold,
                                                 gboolean              flat);
TelaahGridFace *telaah_grid_face_new_cell       (TelaahCell           *cell,
                                                 const TelaahGridLook *look);
TelaahGridFace *telaah_grid_face_new_quotes     (TelaahCell           *cell,
                                                 const TelaahGridLook *look,
                                                 GPtrArray            *quotes);
TelaahGridFace *telaah_grid_face_new_comparison (TelaahPoint          *point,
                                                 const char           *cites,
                                                 const char           *second_cites,
                                                 const char           *facts);
void            telaah_grid_face_free           (TelaahGridFace       *self);
gboolean        telaah_grid_face_equal          (const TelaahGridFace *a,
                                                 const TelaahGridFace *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahGridFace, telaah_grid_face_free)

G_END_DECLS
