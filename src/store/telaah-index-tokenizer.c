/* The tokenizer of the search index: gives FTS5 the terms of words that have been read already, and takes the terms of
 * a query as they are written.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "store/telaah-index-private.h"

typedef int (*TakeToken) (void *context, int flags, const char *token, int n_bytes, int start, int end);

/* ---- Terms ---- */

/* Of a form: their lengths and bytes one after the other, the folded word first, so that a word costs one look into
 * memory. */
typedef struct
{
  guint  n;
  guchar terms[];    /* each guint16, bytes, 0 */
} Terms;

struct _TelaahIndexTerms
{
  TelaahLexicon *lexicon;
  GPtrArray     *of_forms;    /* Terms or NULL, by the number of the form */
  GStringChunk  *strings;
  GHashTable    *wholes;      /* set of terms of words that the page has broken */
  GPtrArray     *fresh;       /* terms that have come up since they were last asked for */
  GPtrArray     *scratch;
};

TelaahIndexTerms *
telaah_index_terms_new (const char *language)
{
  TelaahIndexTerms *self = g_new0 (TelaahIndexTerms, 1);

  self->lexicon = telaah_lexicon_new (language);
  self->of_forms = g_ptr_array_new_with_free_func (g_free);
  self->strings = g_string_chunk_new (64 * 1024);
  self->wholes = g_hash_table_new (g_str_hash, g_str_equal);
  self->fresh = g_ptr_array_new ();
  self->scratch = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
telaah_index_terms_free (TelaahIndexTerms *self)
{
  g_ptr_array_unref (self->scratch);
  g_ptr_array_unref (self->fresh);
  g_hash_table_unref (self->wholes);
  g_string_chunk_free (self->strings);
  g_ptr_array_unref (self->of_forms);
  telaah_lexicon_free (self->lexicon);
  g_free (self);
}

TelaahLexicon *
telaah_index_terms_get_lexicon (TelaahIndexTerms *self)
{
  return self->lexicon;
}

/* Borrowed strings, which live as long as the terms do. */
GPtrArray *
telaah_index_terms_steal_fresh (TelaahIndexTerms *self)
{
  GPtrArray *fresh = self->fresh;

  self->fresh = g_ptr_array_new ();
  return fresh;
}

/* A term longer than that is cut by FTS5, too. */
#define MAX_TERM 32767

static Terms *
make_terms (TelaahIndexTerms *self,
            guint             form)
{
  g_autoptr(GArray) word = g_array_new (FALSE, TRUE, sizeof (TelaahWord));
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  TelaahWord alone = { .form = form };
  Terms *terms;
  guint n = 0;

  g_array_append_val (word, alone);
  g_ptr_array_set_size (self->scratch, 0);
  telaah_words_add_terms (word, 0, self->lexicon, self->scratch);

  for (guint i = 0; i < self->scratch->len; i++)
    {
      const char *term = self->scratch->pdata[i];
      guint16 length = MIN (strlen (term), MAX_TERM);

      /* A word that is its own stem is known by that already: whoever asks for a stem asks for the word, too. */
      if (*term == TELAAH_STEM_MARK && strcmp (term + 1, self->scratch->pdata[0]) == 0)
        continue;
      g_byte_array_append (bytes, (const guint8 *) &length, sizeof length);
      g_byte_array_append (bytes, (const guint8 *) term, length);
      g_byte_array_append (bytes, (const guint8 *) "", 1);
      n++;
    }

  terms = g_malloc (sizeof (Terms) + bytes->len);
  terms->n = n;
  memcpy (terms->terms, bytes->data, bytes->len);
  return terms;
}

/* Calls @take with each, until it gives something else than SQLITE_OK. */
static int
say_terms (const Terms *terms,
           TakeToken    take,
           void        *context)
{
  const guchar *at = terms->terms;
  int rc = SQLITE_OK;
  guint16 length;

  for (guint i = 0; rc == SQLITE_OK && i < terms->n; i++, at += sizeof length + length + 1)
    {
      memcpy (&length, at, sizeof length);
      rc = take (context, i > 0 ? FTS5_TOKEN_COLOCATED : 0, (const char *) at + sizeof length, length, 0, 0);
    }

  return rc;
}

static int
add_fresh (void       *fresh,
           int         flags,
           const char *term,
           int         n_bytes,
           int         start,
           int         end)
{
  g_ptr_array_add (fresh, (gpointer) term);
  return SQLITE_OK;
}

static const Terms *
need_terms (TelaahIndexTerms *self,
            guint        form)
{
  if (form >= self->of_forms->len)
    g_ptr_array_set_size (self->of_forms, MAX (form, telaah_lexicon_get_n_forms (self->lexicon)) + 1);
  if (self->of_forms->pdata[form] == NULL)
    {
      self->of_forms->pdata[form] = make_terms (self, form);
      say_terms (self->of_forms->pdata[form], add_fresh, self->fresh);
    }

  return self->of_forms->pdata[form];
}

/* ---- What FTS5 calls ---- */

static int
make (void        *context,
      const char **args,
      int          n_args,
      Fts5Tokenizer **tokenizer)
{
  *tokenizer = context;
  return SQLITE_OK;
}

static void
let_go (Fts5Tokenizer *tokenizer)
{
}

/* A word that the page has broken has its own terms and those of the whole: rare, and not worth keeping. */
static int
say_broken (TelaahFeed *feed,
            guint       index,
            TakeToken   take,
            void       *context)
{
  TelaahIndexTerms *terms = feed->terms;
  int rc = SQLITE_OK;

  g_ptr_array_set_size (terms->scratch, 0);
  telaah_words_add_terms (feed->words, index, terms->lexicon, terms->scratch);
  for (guint i = 0; rc == SQLITE_OK && i < terms->scratch->len; i++)
    {
      char *term = terms->scratch->pdata[i];

      rc = take (context, i > 0 ? FTS5_TOKEN_COLOCATED : 0, term, (int) strlen (term), 0, 0);
      if (!g_hash_table_contains (terms->wholes, term))
        {
          char *kept = g_string_chunk_insert (terms->strings, term);

          g_hash_table_add (terms->wholes, kept);
          g_ptr_array_add (terms->fresh, kept);
        }
    }

  return rc;
}

static int
say_words (TelaahFeed *feed,
           TakeToken   take,
           void       *context)
{
  const TelaahWord *words = (const TelaahWord *) (gconstpointer) feed->words->data;
  int rc = SQLITE_OK;

  for (guint i = feed->from; rc == SQLITE_OK && i < feed->to; i++)
    {
      if (words[i].whole != 0 || (i > 0 && words[i - 1].whole != 0))
        {
          rc = say_broken (feed, i, take, context);
          continue;
        }

      rc = say_terms (need_terms (feed->terms, words[i].form), take, context);
    }

  return rc;
}

/* Blanks part the positions, '|' the terms that may stand at one. */
static int
say_query (const char *text,
           int         n_bytes,
           TakeToken   take,
           void       *context)
{
  const char *end = text + n_bytes;
  gboolean next = TRUE;
  int rc = SQLITE_OK;

  for (const char *at = text; rc == SQLITE_OK && at < end; )
    {
      const char *start = at;

      while (at < end && *at != ' ' && *at != '|')
        at++;
      if (at > start)
        {
          rc = take (context, next ? 0 : FTS5_TOKEN_COLOCATED, start, (int) (at - start), (int) (start - text),
                     (int) (at - text));
          next = FALSE;
        }
      if (at < end && *at++ == ' ')
        next = TRUE;
    }

  return rc;
}

static int
tokenize (Fts5Tokenizer *tokenizer,
          void          *context,
          int            flags,
          const char    *text,
          int            n_bytes,
          TakeToken      take)
{
  TelaahFeed *feed = (TelaahFeed *) tokenizer;

  if (flags & FTS5_TOKENIZE_QUERY)
    return say_query (text, n_bytes, take, context);

  return feed->words != NULL ? say_words (feed, take, context) : SQLITE_OK;
}

/* @feed must outlive @db. FALSE where this SQLite has no FTS5. */
gboolean
telaah_index_add_tokenizer (sqlite3    *db,
                            TelaahFeed *feed)
{
  fts5_tokenizer tokenizer = { make, let_go, tokenize };
  sqlite3_stmt *stmt = NULL;
  fts5_api *api = NULL;
  int rc;

  if (sqlite3_prepare_v2 (db, "SELECT fts5 (?1)", -1, &stmt, NULL) != SQLITE_OK)
    return FALSE;

  sqlite3_bind_pointer (stmt, 1, &api, "fts5_api_ptr", NULL);
  sqlite3_step (stmt);
  rc = sqlite3_finalize (stmt);

  return rc == SQLITE_OK && api != NULL &&
         api->xCreateTokenizer (api, "telaah", feed, &tokenizer, NULL) == SQLITE_OK;
}
