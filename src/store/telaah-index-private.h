/* What the files of the search index share among themselves.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "store/telaah-index.h"
#include "text/telaah-words.h"

G_BEGIN_DECLS

/* The terms of the forms of a lexicon, each made once. */
typedef struct _TelaahIndexTerms TelaahIndexTerms;

TelaahIndexTerms   *telaah_index_terms_new         (const char  *language);
void           telaah_index_terms_free        (TelaahIndexTerms *self);
TelaahLexicon *telaah_index_terms_get_lexicon (TelaahIndexTerms *self);
GPtrArray     *telaah_index_terms_steal_fresh (TelaahIndexTerms *self);

/* What the tokenizer is to say of the row that is being inserted: the text itself is not looked at again. */
typedef struct
{
  TelaahIndexTerms  *terms;
  const GArray *words;    /* TelaahWord */
  guint         from;
  guint         to;
} TelaahFeed;

gboolean telaah_index_add_tokenizer (sqlite3    *db,
                                     TelaahFeed *feed);

struct _TelaahIndex
{
  sqlite3      *db;
  char         *path;
  GStatBuf      file;
  TelaahFeed    feed;
  GHashTable   *terms;         /* language -> TelaahIndexTerms */

  /* While it is written to. */
  sqlite3_stmt *insert_row;
  sqlite3_stmt *insert_term;
  gint64        next;          /* the number of the next row */
  gint64        n_bytes;       /* of all texts that rows have been made of, gone ones too */

  /* As it was read last. */
  gint64        version;       /* -1: not yet, or written to since */
  GHashTable   *texts;         /* "sha256 language" -> TelaahIndexed */
  GPtrArray    *vocabulary;    /* NULL until asked for */
  guint         n_readers;     /* rows that are not all read yet hold the moment fast */
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
TelaahIndexTerms  *telaah_index_need_terms (TelaahIndex  *self,
                                      const char    *language);
gint64        telaah_index_read_number (TelaahIndex *self,
                                      const char    *sql);
char         *telaah_index_dup_key   (const char    *sha256,
                                      const char    *language);

void          telaah_indexed_free    (gpointer       indexed);

/* Numbers, small ones in a byte. */
void          telaah_numbers_add     (GByteArray    *bytes,
                                      guint          number);
gboolean      telaah_numbers_read    (const guchar **at,
                                      const guchar  *end,
                                      guint         *number);

G_END_DECLS
