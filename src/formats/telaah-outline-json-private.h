/* What the reader of outlines in JSON shares between its two files.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/telaah-json-cursor.h"
#include "model/telaah-outline.h"

G_BEGIN_DECLS

typedef struct
{
  TelaahJsonCursor  at;
  TelaahOutline    *outline;      /* being filled */
  GHashTable       *sources;      /* id → its place, counted from 1 */
  GHashTable       *themes;       /* id → TelaahTheme */
  GHashTable       *points;       /* the ids so far */
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

G_END_DECLS
