/* A comparative outline as one value: what an export writes and an import reads.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-cell.h"
#include "model/telaah-link.h"
#include "model/telaah-point.h"
#include "model/telaah-source.h"
#include "model/telaah-theme.h"

G_BEGIN_DECLS

/* A point with its row of cells, and the points below it. */
typedef struct
{
  TelaahPoint *point;
  GPtrArray   *cells;     /* TelaahCell, one a source of the outline, in its order */
  GPtrArray   *links;     /* TelaahLink: of what is written on the point and in its cells, by kind, source and place */
  GPtrArray   *points;    /* TelaahOutlinePoint */
} TelaahOutlinePoint;

/* Where a passage stands in its text. */
typedef struct
{
  char *section;   /* the words of the heading above it, or NULL */
  char *before;    /* the rest of its paragraph, up to it; may be "" */
  char *after;     /* and from there on */
} TelaahContext;

typedef struct
{
  char      *id;          /* of the outline, as one of its project's; or NULL, as all that are strings here */
  char      *name;        /* likewise */
  char      *title;       /* of the project, as the rest */
  char      *question;
  char      *language;
  char      *second_language;   /* in which summaries have a translation */
  char      *created;
  char      *modified;
  GPtrArray *sources;     /* TelaahSource */
  GPtrArray *themes;      /* TelaahTheme, the tree depth first */
  GPtrArray *points;      /* TelaahOutlinePoint, the top ones */
  GHashTable *contexts;   /* passage id -> TelaahContext; empty unless they were asked for */
  GHashTable *attributes; /* source id -> char **: name, value, …, NULL; of those that have any */
} TelaahOutline;

TelaahOutline      *telaah_outline_new         (void);
void                telaah_outline_free        (TelaahOutline      *self);
TelaahOutlinePoint *telaah_outline_point_new   (TelaahPoint        *point);
void                telaah_outline_point_free  (TelaahOutlinePoint *self);
const TelaahContext *telaah_outline_get_context (TelaahOutline     *self,
                                                const char         *passage);
void                telaah_outline_add_context (TelaahOutline      *self,
                                                const char         *passage,
                                                const char         *section,
                                                const char         *before,
                                                const char         *after);
const char *const  *telaah_outline_get_attributes (TelaahOutline   *self,
                                                const char         *source);
void                telaah_outline_add_attributes (TelaahOutline   *self,
                                                const char         *source,
                                                const char *const  *pairs);
guint               telaah_outline_count_points (TelaahOutline     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahOutline, telaah_outline_free)

G_END_DECLS
