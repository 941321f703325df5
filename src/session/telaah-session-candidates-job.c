/* Finds candidates, in any thread: all that it needs to know it reads itself, at one moment.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "analysis/telaah-candidates.h"
#include "model/telaah-candidate.h"
#include "session/telaah-candidates-private.h"
#include "text/telaah-sentences.h"

typedef struct
{
  const TelaahSuggestJob *job;
  TelaahStore            *store;
  GCancellable           *cancellable;
  char                   *language;    /* of the project; NULL: unknown */
  GPtrArray              *sources;     /* TelaahSource */
  GPtrArray              *readings;    /* of each of them; the room's */
  GPtrArray              *labels;      /* of each of them: guint8, of its units */
  GHashTable             *branch;      /* set of ids: the themes and those below them */
  GHashTable             *tagged;      /* source id -> GArray of TelaahSpan */
  GHashTable             *refused;     /* source id -> set of quotes */
  GHashTable             *texts;       /* digest -> TelaahText, of those that were wanted */
  TelaahThemeWords        words;
} Suggest;

/* That a source is said to be of. */
static const char *
get_language (const Suggest *self,
              TelaahSource  *source)
{
  const char *own = telaah_source_fields (source)->language;

  return own != NULL ? own : self->language;
}

/* That its words are read with: what they look like, where nobody has said. */
static const char *
get_reading_language (const Suggest *self,
                      TelaahSource  *source)
{
  const char *said = get_language (self, source);

  return said != NULL ? said
                      : telaah_reading_room_guess (self->job->room, self->store, telaah_source_fields (source)->sha256);
}

static TelaahText *
need_text (Suggest     *self,
           const char  *sha256,
           GError     **error)
{
  TelaahText *text = g_hash_table_lookup (self->texts, sha256);

  if (text == NULL && (text = telaah_store_dup_text (self->store, sha256, error)) != NULL)
    g_hash_table_insert (self->texts, g_strdup (sha256), text);

  return text;
}

/* ---- The theme's own words ---- */

/* A description says first what a theme is, then what it is not and other things that are to be known: the learner
 * takes its first sentence. */
static char *
dup_first_sentence (const char *description,
                    const char *language)
{
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup (description));
  g_autoptr(GArray) nothing = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));
  g_autoptr(GArray) sentences = telaah_text_find_sentences (text, language, nothing);

  return sentences->len > 0 ? telaah_text_dup_slice (text, g_array_index (sentences, TelaahSpan, 0)) : g_strdup ("");
}

static void
add_theme (Suggest    *self,
           const char *language,
           const char *name,
           const char *description,
           gboolean    below)
{
  TelaahReadingRoom *room = self->job->room;
  TelaahLexicon *lexicon = telaah_reading_room_get_lexicon (room, language);

  telaah_terms_add (room->terms, name, lexicon, below ? self->words.description : self->words.name);
  if (description != NULL && !below)
    {
      g_autofree char *first = dup_first_sentence (description, language);

      telaah_terms_add (room->terms, first, lexicon, self->words.description);
    }
}

/* A theme may be named in the language of the project, or of any of its texts. */
static void
add_theme_words (Suggest                 *self,
                 const TelaahThemeFields *theme,
                 gboolean                 below)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (self->language != NULL)
    {
      add_theme (self, self->language, theme->name, theme->description, below);
      g_hash_table_add (seen, self->language);
    }
  for (guint i = 0; i < self->sources->len; i++)
    {
      const char *language = get_reading_language (self, self->sources->pdata[i]);

      if (g_hash_table_add (seen, (gpointer) (language != NULL ? language : "")))
        add_theme (self, language, theme->name, theme->description, below);
    }
}

/* ---- What is known ---- */

static gboolean
read_themes (Suggest  *self,
             GError  **error)
{
  g_autoptr(GPtrArray) themes = telaah_store_dup_themes (self->store, error);
  guint depth = G_MAXUINT, found = 0;

  if (themes == NULL)
    return FALSE;

  for (guint i = 0; i < themes->len; i++)
    {
      const TelaahThemeFields *f = telaah_theme_fields (themes->pdata[i]);
      gboolean asked = g_strv_contains ((const char *const *) self->job->themes, f->id);

      if (depth != G_MAXUINT && f->depth <= depth)
        depth = G_MAXUINT;
      if (!asked && depth == G_MAXUINT)
        continue;

      depth = MIN (depth, f->depth);
      found += asked;
      g_hash_table_add (self->branch, g_strdup (f->id));
      add_theme_words (self, f, !asked);
    }

  return telaah_session_need (found == g_strv_length (self->job->themes) ? themes : NULL, N_("theme"), error);
}

static gboolean
lies_under (const TelaahPassageFields *passage,
            GHashTable                *branch)
{
  for (const char *const *theme = passage->themes; *theme != NULL; theme++)
    if (g_hash_table_contains (branch, *theme))
      return TRUE;

  return FALSE;
}

static gboolean
read_passages (Suggest  *self,
               GError  **error)
{
  g_autoptr(GPtrArray) passages = telaah_store_dup_passages (self->store, NULL, error);

  for (guint i = 0; passages != NULL && i < passages->len; i++)
    {
      const TelaahPassageFields *f = telaah_passage_fields (passages->pdata[i]);
      GArray *spans;

      if (f->lost != NULL || !lies_under (f, self->branch))
        continue;
      if ((spans = g_hash_table_lookup (self->tagged, f->source)) == NULL)
        {
          spans = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));
          g_hash_table_insert (self->tagged, g_strdup (f->source), spans);
        }
      g_array_append_val (spans, f->span);
    }

  return passages != NULL;
}

static gboolean
read_refused (Suggest  *self,
              GError  **error)
{
  for (char **theme = self->job->themes; *theme != NULL; theme++)
    {
      g_autoptr(GPtrArray) refused = telaah_store_dup_refused (self->store, *theme, NULL, error);

      if (refused == NULL)
        return FALSE;

      for (guint i = 0; i < refused->len; i++)
        {
          const TelaahRefusalFields *f = telaah_refusal_fields (refused->pdata[i]);
          GHashTable *quotes = g_hash_table_lookup (self->refused, f->source);

          if (quotes == NULL)
            {
              quotes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
              g_hash_table_insert (self->refused, g_strdup (f->source), quotes);
            }
          g_hash_table_add (quotes, g_strdup (f->quote));
        }
    }

  return TRUE;
}

static gboolean
read_source (Suggest       *self,
             TelaahSource  *source,
             GError       **error)
{
  const TelaahSourceFields *f = telaah_source_fields (source);
  GHashTable *refused = g_hash_table_lookup (self->refused, f->id);
  const TelaahReading *reading;
  TelaahText *text = NULL;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  reading = telaah_reading_room_read (self->job->room, self->store, source, get_language (self, source),
                                      get_reading_language (self, source), error);
  if (reading == NULL || (refused != NULL && (text = need_text (self, f->sha256, error)) == NULL))
    return FALSE;

  g_ptr_array_add (self->readings, (gpointer) reading);
  g_ptr_array_add (self->labels, telaah_candidates_dup_labels (reading, g_hash_table_lookup (self->tagged, f->id),
                                                               refused, text));
  return TRUE;
}

/* One look at the file, whatever is written to it meanwhile. */
static gboolean
read_all (Suggest  *self,
          GError  **error)
{
  g_autoptr(GHashTable) project = NULL;

  if (!telaah_store_run (self->store, error, "BEGIN", "") ||
      (project = telaah_store_dup_project (self->store, error)) == NULL ||
      (self->sources = telaah_store_dup_sources (self->store, error)) == NULL)
    return FALSE;

  self->language = g_strdup (g_hash_table_lookup (project, "language"));
  if (!read_themes (self, error) || !read_passages (self, error) || !read_refused (self, error))
    return FALSE;

  telaah_reading_room_tidy (self->job->room, self->sources);
  for (guint i = 0; i < self->sources->len; i++)
    if (!read_source (self, self->sources->pdata[i], error))
      return FALSE;

  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/* ---- What is found ---- */

static TelaahCandidate *
candidate_new (Suggest             *self,
               const TelaahRanked  *ranked,
               GError             **error)
{
  const TelaahSourceFields *f = telaah_source_fields (self->sources->pdata[ranked->reading]);
  const TelaahUnit *unit = telaah_reading_get_unit (self->readings->pdata[ranked->reading], ranked->unit);
  TelaahText *text = need_text (self, f->sha256, error);
  TelaahCandidate *candidate;

  if (text == NULL)
    return NULL;

  candidate = g_new0 (TelaahCandidate, 1);
  candidate->source = g_strdup (f->id);
  candidate->span = unit->span;
  candidate->quote = telaah_text_dup_slice (text, unit->span);
  candidate->score = ranked->score;
  candidate->n_reasons = ranked->n_reasons;
  candidate->reasons = g_memdup2 (ranked->reasons, ranked->n_reasons * sizeof (TelaahSpan));

  return candidate;
}

static GPtrArray *
rank (Suggest  *self,
      GError  **error)
{
  TelaahEvidenceBase base = { self->readings, self->labels, telaah_terms_get_n (self->job->room->terms), &self->words };
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_candidate_free);
  g_autoptr(GArray) ranked = NULL;
  int only = -1;

  for (guint i = 0; self->job->source != NULL && i < self->sources->len; i++)
    if (strcmp (telaah_source_fields (self->sources->pdata[i])->id, self->job->source) == 0)
      only = i;
  if (!telaah_session_need (only >= 0 || self->job->source == NULL ? self : NULL, N_("source"), error))
    return NULL;

  ranked = telaah_candidates_rank (&base, only, self->job->limit);
  for (guint i = 0; i < ranked->len; i++)
    {
      TelaahCandidate *candidate = candidate_new (self, &g_array_index (ranked, TelaahRanked, i), error);

      if (candidate == NULL)
        return NULL;
      g_ptr_array_add (found, candidate);
    }

  return g_steal_pointer (&found);
}

/* ---- The job ---- */

static GHashTable *
map_new (gpointer free_value)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) free_value);
}

static void
suggest_clear (Suggest *self)
{
  g_free (self->language);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_ptr_array_unref (self->readings);
  g_ptr_array_unref (self->labels);
  g_hash_table_unref (self->branch);
  g_hash_table_unref (self->tagged);
  g_hash_table_unref (self->refused);
  g_hash_table_unref (self->texts);
  g_array_unref (self->words.name);
  g_array_unref (self->words.description);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Suggest, suggest_clear)

GPtrArray *
telaah_suggest_job_run (const TelaahSuggestJob  *self,
                        GCancellable            *cancellable,
                        GError                 **error)
{
  g_autoptr(TelaahStore) store = telaah_store_open (self->path, error);
  g_autoptr(GMutexLocker) locker = NULL;
  g_auto(Suggest) suggest = {
    .job = self, .store = store, .cancellable = cancellable,
    .readings = g_ptr_array_new (), .labels = g_ptr_array_new_with_free_func (g_free),
    .branch = map_new (NULL), .tagged = map_new (g_array_unref), .refused = map_new (g_hash_table_unref),
    .texts = map_new (telaah_text_unref),
    .words = { g_array_new (FALSE, FALSE, sizeof (guint)), g_array_new (FALSE, FALSE, sizeof (guint)) },
  };

  if (store == NULL)
    return NULL;

  locker = g_mutex_locker_new (&self->room->lock);

  return read_all (&suggest, error) ? rank (&suggest, error) : NULL;
}
