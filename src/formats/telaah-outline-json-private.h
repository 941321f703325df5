/* What the writers and the reader of outlines in JSON share between their files.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/telaah-json-cursor.h"
#include "model/telaah-outline.h"

G_BEGIN_DECLS

#define TELAAH_OUTLINE_FORMAT_NAME "telaah-outline"
#define TELAAH_OUTLINE_VERSION     1

/* ---- Out ---- */

void     telaah_outline_write_string  (JsonBuilder *builder,
                                       const char  *name,
                                       const char  *value);
void     telaah_outline_write_header  (JsonBuilder *builder);
char    *telaah_outline_generate      (JsonBuilder *builder);

/* ---- In ---- */

typedef struct
{
  TelaahJsonCursor  at;
  TelaahOutline    *outline;      /* being filled */
  GHashTable       *sources;      /* id → its place, counted from 1 */
  GHashTable       *themes;       /* id → TelaahTheme */
  GHashTable       *points;       /* the ids so far */
  GHashTable       *links;        /* likewise */
  GHashTable       *passages;     /* id → TelaahPassage, borrowed of the cells */
} TelaahOutlineReader;

/* Reads one item of an array, on which the cursor is. */
typedef gboolean (*TelaahOutlineReadItem) (TelaahOutlineReader *reader,
                                           JsonObject          *object,
                                           gpointer             data);

/* A cell's evidence while it is read. */
typedef struct
{
  const char *source;
  GPtrArray  *passages;
} TelaahOutlineEvidence;

/* The words that links are in while these are read: of a cell, or of a point. */
typedef struct
{
  const char *point;
  const char *source;                       /* of the cell; NULL: they are the point's */
  const char *texts[TELAAH_N_LINK_KINDS];   /* what was written, by kind; or NULL */
  GPtrArray  *links;                        /* TelaahLink, of the point and all its cells */
} TelaahOutlineWords;

gboolean telaah_outline_read_items   (TelaahOutlineReader   *reader,
                                      JsonObject            *object,
                                      const char            *member,
                                      TelaahOutlineReadItem  read_item,
                                      gpointer               data);
gboolean telaah_outline_read_id      (TelaahOutlineReader   *reader,
                                      JsonObject            *object,
                                      const char            *member,
                                      GHashTable            *taken,
                                      const char           **id);
gboolean telaah_outline_read_source  (TelaahOutlineReader   *reader,
                                      JsonObject            *object,
                                      gpointer               data);
gboolean telaah_outline_read_theme   (TelaahOutlineReader   *reader,
                                      JsonObject            *object,
                                      gpointer               data);
gboolean telaah_outline_read_passage (TelaahOutlineReader   *reader,
                                      JsonObject            *object,
                                      gpointer               data);
gboolean telaah_outline_read_strings (TelaahOutlineReader   *reader,
                                      JsonObject            *object,
                                      const char            *member,
                                      GPtrArray             *strings,
                                      GHashTable            *known);
gboolean telaah_outline_read_stands_for (TelaahOutlineReader *reader,
                                      JsonObject            *object,
                                      TelaahPointFields     *fields,
                                      char                 **more);
gboolean telaah_outline_read_condition (TelaahOutlineReader *reader,
                                      JsonObject            *object,
                                      TelaahPointFields     *fields);
gboolean telaah_outline_read_link    (TelaahOutlineReader   *reader,
                                      JsonObject            *object,
                                      gpointer               data);

G_END_DECLS
