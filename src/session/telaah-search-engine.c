/* Finds in a project what a query asks for. What the index says nothing of is looked at itself, so that a search gives the
 * same with an index, without one, and with one that is being made.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "session/telaah-search-engine.h"

#include <string.h>

#include "session/telaah-search-texts.h"
#include "text/telaah-matcher.h"
#include "text/telaah-sentences.h"

/* What is searched at a time, in characters, so that what is found comes soon. */
#define PIECE 65536

/* What there is for a language. */
typedef struct
{
  TelaahLexicon   *lexicon;
  TelaahMatcher   *matcher;    /* of this run, as the next two */
  gboolean         asked;      /* the index has been */
  TelaahIndexRows *rows;       /* what it said; NULL: nothing */
} Tongue;

struct _TelaahSearchEngine
{
  char              *path;
  TelaahStore       *store;
  TelaahSearchTexts *texts;
  TelaahIndex       *index;      /* NULL: there is none */
  GHashTable        *tongues;    /* language -> Tongue */
};

/* One run. */
typedef struct
{
  TelaahSearchEngine        *engine;
  TelaahSearchScene         *scene;
  TelaahQuery               *query;
  const TelaahSearchRequest *request;
  GPtrArray                 *hits;
  guint                      n_hits;      /* those taken out, too */
  TelaahSearchFound          found;
  gpointer                   user_data;
  GCancellable              *cancellable;
} Run;

static void
tongue_end (Tongue *self)
{
  g_clear_pointer (&self->matcher, telaah_matcher_free);
  g_clear_pointer (&self->rows, telaah_index_rows_free);
  self->asked = FALSE;
}

static void
tongue_free (gpointer data)
{
  Tongue *self = data;

  tongue_end (self);
  telaah_lexicon_free (self->lexicon);
  g_free (self);
}

TelaahSearchEngine *
telaah_search_engine_new (const char  *path,
                          TelaahStore *store)
{
  TelaahSearchEngine *self = g_new0 (TelaahSearchEngine, 1);

  self->path = g_strdup (path);
  g_set_object (&self->store, store);
  self->tongues = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, tongue_free);

  return self;
}

void
telaah_search_engine_free (TelaahSearchEngine *self)
{
  g_hash_table_unref (self->tongues);
  g_clear_pointer (&self->index, telaah_index_close);
  g_clear_pointer (&self->texts, telaah_search_texts_free);
  g_clear_object (&self->store);
  g_free (self->path);
  g_free (self);
}

/* @language: NULL: nobody knows */
static Tongue *
need_tongue (Run        *run,
             const char *language)
{
  GHashTable *tongues = run->engine->tongues;
  const char *key = language != NULL ? language : "";
  Tongue *tongue = g_hash_table_lookup (tongues, key);

  if (tongue == NULL)
    {
      tongue = g_new0 (Tongue, 1);
      tongue->lexicon = telaah_lexicon_new (language);
      g_hash_table_insert (tongues, g_strdup (key), tongue);
    }
  if (tongue->matcher == NULL)
    tongue->matcher = telaah_matcher_new (run->query, tongue->lexicon);

  return tongue;
}

/* ---- The index ---- */

static void
open_index (TelaahSearchEngine *self)
{
  if (self->index != NULL && !telaah_index_is_there (self->index))
    g_clear_pointer (&self->index, telaah_index_close);
  if (self->index == NULL)
    self->index = telaah_index_open (self->path, FALSE, NULL);
  if (self->index != NULL && !telaah_index_refresh (self->index, NULL))
    g_clear_pointer (&self->index, telaah_index_close);
}

/* The terms that there are make what is asked for broader only where words are not asked for as they are. */
static gboolean
wants_vocabulary (Run *run)
{
  return (run->request->flags & (TELAAH_SEARCH_FUZZY | TELAAH_SEARCH_PARTS)) != 0 ||
         strchr (run->request->words, '*') != NULL;
}

static void
ask_index (Run    *run,
           Tongue *tongue)
{
  TelaahSearchEngine *self = run->engine;
  const GPtrArray *vocabulary = NULL;
  g_autofree char *expression = NULL;

  tongue->asked = TRUE;
  if (self->index == NULL || (run->request->flags & TELAAH_SEARCH_REGEX))
    return;
  if (wants_vocabulary (run) && (vocabulary = telaah_index_get_vocabulary (self->index, NULL)) == NULL)
    return;

  expression = telaah_matcher_dup_expression (tongue->matcher, vocabulary);
  if (expression != NULL)
    tongue->rows = telaah_index_match (self->index, expression, NULL);
}

/* As it was indexed, where that is of use in this run; and the rows that the index has named, of other texts as well. */
static const TelaahIndexed *
find_indexed (Run                      *run,
              const TelaahSceneSource  *source,
              Tongue                   *tongue,
              const GArray            **named)
{
  const TelaahIndexed *indexed;

  if (!tongue->asked)
    ask_index (run, tongue);
  if (tongue->rows == NULL)
    return NULL;

  indexed = telaah_index_find (run->engine->index, source->sha256, source->language);
  if (indexed == NULL || strcmp (indexed->stamp, telaah_lexicon_get_stamp (tongue->lexicon)) != 0)
    return NULL;

  /* Damaged from here on. */
  if ((*named = telaah_index_rows_reach (tongue->rows, indexed->first + indexed->n, NULL)) == NULL)
    {
      g_clear_pointer (&tongue->rows, telaah_index_rows_free);
      return NULL;
    }

  return indexed;
}

static guint
find_row (const GArray *rows,
          gint64        row)
{
  guint low = 0, high = rows->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (rows, gint64, middle) < row)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The rows of a text that are to be searched: those that the index has named, and those that it knows too little of;
 * counted from the text's first. NULL with @error set where these can not be told. */
static GArray *
list_rows (Run                      *run,
           const TelaahSceneSource  *source,
           const TelaahIndexed      *indexed,
           const GArray             *rows,
           GError                  **error)
{
  const GArray *open = telaah_search_texts_find_open (run->engine->texts, source, run->engine->index, indexed, error);
  guint i = find_row (rows, indexed->first), k = 0;
  GArray *list;

  if (open == NULL)
    return NULL;

  list = g_array_new (FALSE, FALSE, sizeof (guint));
  while (TRUE)
    {
      guint named = i < rows->len && g_array_index (rows, gint64, i) < indexed->first + indexed->n
                    ? (guint) (g_array_index (rows, gint64, i) - indexed->first) : G_MAXUINT;
      guint unsure = k < open->len ? g_array_index (open, guint, k) : G_MAXUINT;
      guint row = MIN (named, unsure);

      if (row == G_MAXUINT)
        return list;

      g_array_append_val (list, row);
      i += named == row;
      k += unsure == row;
    }
}

/* ---- Texts ---- */

static gboolean
is_enough (Run *run)
{
  return run->request->limit > 0 && run->n_hits >= run->request->limit;
}

/* What has been added since there were @before: whose it is. */
static void
take_hits (Run         *run,
           guint        before,
           TelaahPlace  place,
           const char  *source,
           const char  *target)
{
  guint limit = run->request->limit;
  guint n = run->hits->len - before;

  if (limit > 0)
    n = MIN (n, limit - run->n_hits);
  g_ptr_array_set_size (run->hits, before + n);
  run->n_hits += n;

  for (guint i = before; i < run->hits->len; i++)
    {
      TelaahHit *hit = run->hits->pdata[i];

      hit->place = place;
      hit->source = g_strdup (source);
      hit->target = g_strdup (target);
    }

  if (run->found != NULL && run->hits->len > 0)
    run->found (run->hits, run->user_data);
}

static gboolean
search_span (Run                      *run,
             const TelaahSceneSource  *source,
             const TelaahReadText     *read,
             TelaahMatcher            *matcher,
             TelaahSpan                span,
             GError                  **error)
{
  gboolean everywhere = (run->request->flags & TELAAH_SEARCH_CLUTTER) != 0;
  guint before = run->hits->len;
  gboolean done = telaah_matcher_find (matcher, read->text, span, read->sentences, everywhere ? NULL : read->clutter,
                                       run->hits, run->cancellable, error);

  take_hits (run, before, TELAAH_PLACE_TEXT, source->id, NULL);
  return done;
}

/* A piece at a time; but a regular expression may match over any border. */
static gboolean
search_through (Run                      *run,
                const TelaahSceneSource  *source,
                const TelaahReadText     *read,
                TelaahMatcher            *matcher,
                GError                  **error)
{
  guint end = telaah_text_get_characters (read->text);
  guint step = run->request->flags & TELAAH_SEARCH_REGEX ? MAX (end, 1) : PIECE;

  for (guint start = 0; start < end && !is_enough (run); start += step)
    if (!search_span (run, source, read, matcher, (TelaahSpan) { start, start + MIN (step, end - start) }, error))
      return FALSE;

  return TRUE;
}

/* What a hit is does not depend on where one begins to look. */
static gboolean
search_rows (Run                      *run,
             const TelaahSceneSource  *source,
             const TelaahReadText     *read,
             TelaahMatcher            *matcher,
             const TelaahIndexed      *indexed,
             const GArray             *rows,
             GError                  **error)
{
  for (guint i = 0; i < rows->len && !is_enough (run); i++)
    {
      guint row = g_array_index (rows, guint, i);

      if (!search_span (run, source, read, matcher, (TelaahSpan) { indexed->starts[row], indexed->starts[row + 1] }, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
search_source (Run                      *run,
               const TelaahSceneSource  *source,
               GError                  **error)
{
  TelaahSearchEngine *self = run->engine;
  Tongue *tongue = need_tongue (run, source->language);
  const GArray *named = NULL;
  const TelaahIndexed *indexed = find_indexed (run, source, tongue, &named);
  g_autoptr(GArray) rows = NULL;
  const TelaahReadText *read;

  if (indexed != NULL)
    {
      if ((rows = list_rows (run, source, indexed, named, error)) == NULL)
        return FALSE;
      if (rows->len == 0)
        return TRUE;
    }

  if ((read = telaah_search_texts_read (self->texts, source, self->index, error)) == NULL)
    return FALSE;
  if (rows != NULL && indexed->starts[indexed->n] == telaah_text_get_characters (read->text))
    return search_rows (run, source, read, tongue->matcher, indexed, rows, error);

  return search_through (run, source, read, tongue->matcher, error);
}

/* ---- Notes and summaries ---- */

static gboolean
search_note (Run                    *run,
             const TelaahSceneNote  *note,
             GError                **error)
{
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup (note->text));
  g_autoptr(GArray) sentences = telaah_text_find_sentences (text, note->language, NULL);
  TelaahSpan all = { 0, telaah_text_get_characters (text) };
  guint before = run->hits->len;
  gboolean done = telaah_matcher_find (need_tongue (run, note->language)->matcher, text, all, sentences, NULL,
                                       run->hits, run->cancellable, error);

  take_hits (run, before, note->place, note->source, note->target);
  return done;
}

static gboolean
search_notes (Run        *run,
              GPtrArray  *notes,
              GError    **error)
{
  const char *source = run->request->source;

  for (guint i = 0; notes != NULL && i < notes->len && !is_enough (run); i++)
    {
      const TelaahSceneNote *note = notes->pdata[i];

      if ((source == NULL || g_strcmp0 (note->source, source) == 0) &&
          (g_cancellable_set_error_if_cancelled (run->cancellable, error) || !search_note (run, note, error)))
        return FALSE;
    }

  return TRUE;
}

/* ---- A run ---- */

TelaahQuery *
telaah_search_scene_dup_query (TelaahSearchScene          *scene,
                               const TelaahSearchRequest  *request,
                               GError                    **error)
{
  return telaah_query_new (request->words, request->flags, (char ***) scene->synonyms->pdata, error);
}

static gboolean
search (Run     *run,
        GError **error)
{
  GPtrArray *sources = run->scene->sources;
  const char *only = run->request->source;

  if (run->request->scope & TELAAH_SCOPE_TEXT)
    for (guint i = 0; i < sources->len && !is_enough (run); i++)
      {
        const TelaahSceneSource *source = sources->pdata[i];

        if ((only == NULL || strcmp (source->id, only) == 0) &&
            (g_cancellable_set_error_if_cancelled (run->cancellable, error) || !search_source (run, source, error)))
          return FALSE;
      }

  return (!(run->request->scope & TELAAH_SCOPE_NOTES) || search_notes (run, run->scene->notes, error)) &&
         (!(run->request->scope & TELAAH_SCOPE_SUMMARIES) || search_notes (run, run->scene->summaries, error));
}

/**
 * telaah_search_engine_run:
 * @hits: (element-type TelaahHit): what is found is appended
 * @found: (nullable): called whenever there is more; it may take hits out
 *
 * Returns: whether all has been searched; where not, as when a regular expression took too long, what was found stays found
 */
gboolean
telaah_search_engine_run (TelaahSearchEngine         *self,
                          TelaahSearchScene          *scene,
                          TelaahQuery                *query,
                          const TelaahSearchRequest  *request,
                          GPtrArray                  *hits,
                          TelaahSearchFound           found,
                          gpointer                    user_data,
                          GCancellable               *cancellable,
                          GError                    **error)
{
  Run run = { self, scene, query, request, hits, 0, found, user_data, cancellable };
  GHashTableIter iter;
  gpointer tongue;
  gboolean done;

  if (self->store == NULL && (self->store = telaah_store_open (self->path, error)) == NULL)
    return FALSE;
  if (self->texts == NULL)
    self->texts = telaah_search_texts_new (self->store);

  telaah_search_texts_follow (self->texts, scene->marks);
  open_index (self);
  done = search (&run, error);

  g_hash_table_iter_init (&iter, self->tongues);
  while (g_hash_table_iter_next (&iter, NULL, &tongue))
    tongue_end (tongue);

  return done;
}
