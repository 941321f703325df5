/* What the files of the search index share among themselves.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "store/telaah-index.h"
#include "text/telaah-words.h"

G_BEGIN_DECLS

/* The terms of the forms of a lexicon, each made once. */
typedef struct _TelaahTerms TelaahTerms;

TelaahTerms   *telaah_terms_new         (const char  *language);
void           telaah_terms_free        (TelaahTerms *self);
TelaahLexicon *telaah_terms_get_lexicon (TelaahTerms *self);
GPtrArray     *telaah_terms_steal_fresh (TelaahTerms *self);

/* What the tokenizer is to say of the row that is being inserted: the text itself is not looked at again. */
typedef struct
{
  TelaahTerms  *terms;
  const GArray *words;    /* TelaahWord */
  guint         from;
  guint         to;
} TelaahFeed;

gboolean telaah_index_add_tokenizer (sqlite3    *db,
                                     TelaahFeed *feed);

struct _TelaahIndex
{
  sqlite3    *db;
  char       *path;
  TelaahFeed  feed;
  GHashTable *terms;          /* language -> TelaahTerms */
  gint64      version;        /* of the data, as they were read last */
  GHashTable *texts;          /* "sha256 language" -> TelaahIndexed */
  GPtrArray  *vocabulary;     /* NULL until asked for */
  gint64      vocabulary_version;

  sqlite3_stmt *insert_row;
  sqlite3_stmt *insert_term;
};

gboolean      telaah_index_set_error (TelaahIndex   *self,
                                      GError       **error);
gboolean      telaah_index_run       (TelaahIndex   *self,
                                      const char    *sql,
                                      GError       **error);
sqlite3_stmt *telaah_index_query     (TelaahIndex   *self,
                                      const char    *sql,
                                      const char    *types,
                                      ...);
TelaahTerms  *telaah_index_need_terms (TelaahIndex  *self,
                                      const char    *language);
char         *telaah_index_dup_key   (const char    *sha256,
                                      const char    *language);

/* Numbers, small ones in a byte. */
void          telaah_numbers_add     (GByteArray    *bytes,
                                      guint          number);
gboolean      telaah_numbers_read    (const guchar **at,
                                      const guchar  *end,
                                      guint         *number);

G_END_DECLS
