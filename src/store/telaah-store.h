/* One project file, in SQLite. The only layer that speaks SQL; give each thread its own store.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-mark.h"
#include "model/telaah-outline-entry.h"
#include "model/telaah-outline.h"
#include "model/telaah-refusal.h"
#include "model/telaah-synonyms.h"
#include "text/telaah-text.h"

G_BEGIN_DECLS

#define TELAAH_STORE_ERROR (telaah_store_error_quark ())

typedef enum
{
  TELAAH_STORE_ERROR_FAILED,
  TELAAH_STORE_ERROR_EXISTS,        /* creating: there is a file of that name */
  TELAAH_STORE_ERROR_NOT_PROJECT,   /* opening: not a file of ours */
  TELAAH_STORE_ERROR_TOO_NEW,       /* written by a later version */
  TELAAH_STORE_ERROR_CONFLICT,      /* a later change stands in the way of an undo */
  TELAAH_STORE_ERROR_NOTHING,       /* nothing to undo or redo */
} TelaahStoreError;

GQuark telaah_store_error_quark (void);

#define TELAAH_TYPE_STORE (telaah_store_get_type ())
G_DECLARE_FINAL_TYPE (TelaahStore, telaah_store, TELAAH, STORE, GObject)

const char  *telaah_store_get_library_version (void);

TelaahStore *telaah_store_create        (const char   *path,
                                         GError      **error);
TelaahStore *telaah_store_open          (const char   *path,
                                         GError      **error);
gboolean     telaah_store_run           (TelaahStore  *self,
                                         GError      **error,
                                         const char   *sql,
                                         const char   *types,
                                         ...);
char        *telaah_store_dup_value     (TelaahStore  *self,
                                         const char   *sql,
                                         const char   *types,
                                         ...);

/* ---- Reading ---- */

GHashTable  *telaah_store_dup_project   (TelaahStore  *self,     /* key -> value */
                                         GError      **error);
GPtrArray   *telaah_store_dup_sources   (TelaahStore  *self,
                                         GError      **error);
GPtrArray   *telaah_store_dup_themes    (TelaahStore  *self,     /* depth first, as the next */
                                         GError      **error);
GPtrArray   *telaah_store_dup_outlines  (TelaahStore  *self,     /* TelaahOutlineEntry */
                                         GError      **error);
GPtrArray   *telaah_store_dup_points    (TelaahStore  *self,
                                         const char   *outline,
                                         GError      **error);
GPtrArray   *telaah_store_dup_cells     (TelaahStore  *self,     /* TelaahCell, without evidence */
                                         const char   *point,    /* NULL, as the next: all */
                                         const char   *source,
                                         GError      **error);
GPtrArray   *telaah_store_dup_links     (TelaahStore  *self,     /* TelaahLink, by point and place */
                                         GError      **error);
typedef gboolean (*TelaahFormerFits)    (TelaahPassage *passage,
                                         gpointer       user_data);

TelaahPassage *telaah_store_dup_former_passage (TelaahStore *self,
                                         const char   *id,
                                         TelaahFormerFits fits,
                                         gpointer      user_data);
GHashTable  *telaah_store_dup_hidden    (TelaahStore  *self,     /* set of ids */
                                         const char   *outline,
                                         GError      **error);
GPtrArray   *telaah_store_dup_pins      (TelaahStore  *self,     /* TelaahPin */
                                         GError      **error);
GPtrArray   *telaah_store_dup_passages  (TelaahStore  *self,
                                         const char   *id,       /* NULL: all */
                                         GError      **error);
GPtrArray   *telaah_store_dup_marks     (TelaahStore  *self,     /* TelaahMark, in text order */
                                         const char   *source,
                                         GError      **error);
GPtrArray   *telaah_store_dup_notes     (TelaahStore  *self,     /* TelaahNote, oldest first */
                                         const char   *id,       /* NULL: all */
                                         GError      **error);
GPtrArray   *telaah_store_dup_attributes (TelaahStore *self,     /* char *: name, value, name, value, …, by name */
                                         const char   *source,   /* NULL: the names alone, of all sources */
                                         GError      **error);
GPtrArray   *telaah_store_dup_all_attributes (TelaahStore *self, /* char *: source, name, value, … */
                                         GError      **error);
GPtrArray   *telaah_store_dup_synonyms  (TelaahStore  *self,
                                         GError      **error);
GPtrArray   *telaah_store_dup_refused   (TelaahStore  *self,
                                         const char   *theme,
                                         const char   *source,
                                         GError      **error);
TelaahText  *telaah_store_dup_text      (TelaahStore  *self,
                                         const char   *sha256,
                                         GError      **error);
const char  *telaah_store_guess_language (TelaahStore *self,
                                         const char   *sha256);
gboolean     telaah_store_put_text      (TelaahStore  *self,
                                         TelaahText   *text,
                                         const char   *sha256,
                                         GError      **error);
GPtrArray   *telaah_store_check         (TelaahStore  *self,     /* char *, a line a fault of the file itself */
                                         GError      **error);
double       telaah_store_find_position (TelaahStore  *self,
                                         const char   *table,
                                         const char   *parent,
                                         const char   *before);

/* A passage that the researcher has put into a cell, or left out of it, by hand. */
typedef struct
{
  char     *point;
  char     *passage;
  gboolean  hidden;      /* else pinned, or only ordered */
  gboolean  pinned;
  double    position;    /* NAN: text order */
} TelaahPin;

void         telaah_pin_free            (TelaahPin    *self);

G_END_DECLS
