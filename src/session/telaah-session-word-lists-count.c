/* Counts the words of a project's texts, in any thread: all that it needs to know it reads itself, at one moment.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "analysis/telaah-figures.h"
#include "session/telaah-session-private.h"
#include "session/telaah-session-word-lists-private.h"
#include "text/telaah-body.h"

/* A text is split piece by piece, in code points, so that its words need no room all at once. */
#define PIECE 65536
#define SLACK 4096

TelaahCountJob *
telaah_count_job_new (TelaahSession                *session,
                      const TelaahFrequencyRequest *request,
                      gboolean                      key_words)
{
  TelaahCountJob *self = g_new (TelaahCountJob, 1);

  *self = (TelaahCountJob) { .path = g_strdup (session->path), .source = g_strdup (request->source),
                             .theme = g_strdup (request->theme), .stems = request->stems,
                             .stop_words = request->stop_words, .key_words = key_words };

  return self;
}

void
telaah_count_job_free (TelaahCountJob *self)
{
  g_free (self->path);
  g_free (self->source);
  g_free (self->theme);
  g_free (self);
}

/* ---- What is read ---- */

typedef struct
{
  const TelaahCountJob *job;
  TelaahStore          *store;
  GCancellable         *cancellable;
  char                 *language;    /* of the project; NULL: unknown */
  GHashTable           *extents;     /* source id -> GArray of TelaahSpan that lie under the theme; NULL: no theme */
  GHashTable           *lexicons;    /* language, "" for an unknown one -> TelaahLexicon */
  TelaahTally          *tally;
} Count;

static GArray *
spans_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (TelaahSpan));
}

/* The theme and those below it: a set of ids. */
static GHashTable *
dup_branch (Count   *count,
            GError **error)
{
  g_autoptr(GPtrArray) themes = telaah_store_dup_themes (count->store, error);
  g_autoptr(GHashTable) branch = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint depth = G_MAXUINT;

  if (themes == NULL)
    return NULL;

  for (guint i = 0; i < themes->len; i++)
    {
      const TelaahThemeFields *f = telaah_theme_fields (themes->pdata[i]);

      if (depth != G_MAXUINT && f->depth <= depth)
        break;
      if (depth == G_MAXUINT && g_strcmp0 (f->id, count->job->theme) != 0)
        continue;

      depth = MIN (depth, f->depth);
      g_hash_table_add (branch, g_strdup (f->id));
    }

  if (!telaah_session_need (depth != G_MAXUINT ? themes : NULL, N_("theme"), error))
    return NULL;

  return g_steal_pointer (&branch);
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
read_extents (Count   *count,
              GError **error)
{
  g_autoptr(GHashTable) branch = dup_branch (count, error);
  g_autoptr(GPtrArray) passages = branch != NULL ? telaah_store_dup_passages (count->store, NULL, error) : NULL;
  GHashTableIter iter;
  gpointer spans;

  if (passages == NULL)
    return FALSE;

  count->extents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < passages->len; i++)
    {
      const TelaahPassageFields *f = telaah_passage_fields (passages->pdata[i]);

      if (f->lost != NULL || !lies_under (f, branch))
        continue;
      if ((spans = g_hash_table_lookup (count->extents, f->source)) == NULL)
        g_hash_table_insert (count->extents, g_strdup (f->source), spans = spans_new ());
      g_array_append_val ((GArray *) spans, f->span);
    }

  g_hash_table_iter_init (&iter, count->extents);
  while (g_hash_table_iter_next (&iter, NULL, &spans))
    telaah_figures_unite (spans);

  return TRUE;
}

static TelaahLexicon *
need_lexicon (Count                    *count,
              const TelaahSourceFields *source)
{
  const char *said = source->language != NULL ? source->language : count->language;
  const char *known = said != NULL ? said : telaah_store_guess_language (count->store, source->sha256);
  TelaahLexicon *lexicon = g_hash_table_lookup (count->lexicons, known != NULL ? known : "");

  if (lexicon == NULL)
    {
      lexicon = telaah_lexicon_new (known);
      g_hash_table_insert (count->lexicons, g_strdup (known != NULL ? known : ""), lexicon);
    }

  return lexicon;
}

/* ---- Counting ---- */

static gboolean
ends_sentence (gunichar c)
{
  return c == '.' || c == '?' || c == '!' || c == 0x2026 || c == 0x3002 || c == 0xff01 || c == 0xff1f;
}

/* Behind a sentence, where no word goes on that the page has broken; else before a blank, else wherever it is. */
static guint
find_piece_end (const TelaahText *text,
                guint             start,
                guint             end)
{
  guint at = start + PIECE, blank = 0;
  const char *p;
  gunichar last = 0;

  if (end - start <= PIECE + SLACK)
    return end;

  p = telaah_text_get_body (text) + telaah_text_get_byte (text, at);
  for (guint i = 0; i < SLACK; i++, p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (ends_sentence (last) && (g_unichar_isspace (c) || g_unichar_iswide (last)))
        return at + i;
      if (blank == 0 && g_unichar_isspace (c) && last != '-')
        blank = at + i;
      last = c;
    }

  return blank > 0 ? blank : at + SLACK;
}

static gboolean
count_stretch (Count             *count,
               const TelaahText  *text,
               TelaahLexicon     *lexicon,
               TelaahSpan         stretch,
               GError           **error)
{
  while (stretch.start < stretch.end)
    {
      TelaahSpan piece = { stretch.start, find_piece_end (text, stretch.start, stretch.end) };
      g_autoptr(GArray) words = NULL;

      if (g_cancellable_set_error_if_cancelled (count->cancellable, error))
        return FALSE;

      words = telaah_words_split (text, piece, lexicon);
      telaah_tally_add (count->tally, words);
      stretch.start = piece.end;
    }

  return TRUE;
}

/* The body of a text is what no clutter lies on. */
static gboolean
count_source (Count         *count,
              TelaahSource  *source,
              GError       **error)
{
  const TelaahSourceFields *f = telaah_source_fields (source);
  GArray *inside = count->extents != NULL ? g_hash_table_lookup (count->extents, f->id) : NULL;
  g_autoptr(GArray) nothing = spans_new ();
  g_autoptr(GArray) clutter = NULL;
  g_autoptr(GPtrArray) marks = NULL;
  g_autoptr(TelaahText) text = NULL;
  TelaahLexicon *lexicon;
  TelaahSpan stretch = { 0, 0 };

  if (count->extents != NULL && inside == NULL && !count->job->key_words)
    return TRUE;
  if ((text = telaah_store_dup_text (count->store, f->sha256, error)) == NULL ||
      (marks = telaah_store_dup_marks (count->store, f->id, error)) == NULL)
    return FALSE;

  clutter = telaah_body_dup_clutter (marks);
  lexicon = need_lexicon (count, f);
  telaah_tally_begin_source (count->tally, lexicon, count->extents != NULL && inside == NULL ? nothing : inside);
  for (guint i = 0; i <= clutter->len; i++)
    {
      TelaahSpan *next = i < clutter->len ? &g_array_index (clutter, TelaahSpan, i) : NULL;

      stretch.end = next != NULL ? next->start : telaah_text_get_characters (text);
      if (!count_stretch (count, text, lexicon, stretch, error))
        return FALSE;
      if (next != NULL)
        stretch.start = next->end;
    }

  return TRUE;
}

static gboolean
count_sources (Count   *count,
               GError **error)
{
  g_autoptr(GPtrArray) sources = telaah_store_dup_sources (count->store, error);
  gboolean found = FALSE;

  for (guint i = 0; sources != NULL && i < sources->len; i++)
    {
      const char *id = telaah_source_fields (sources->pdata[i])->id;

      if (count->job->source != NULL && strcmp (id, count->job->source) != 0)
        continue;

      found = TRUE;
      if (!count_source (count, sources->pdata[i], error))
        return FALSE;
    }

  return sources != NULL &&
         telaah_session_need (found || count->job->source == NULL ? sources : NULL, N_("source"), error);
}

/* One look at the file, whatever is written to it meanwhile. */
static gboolean
read_and_count (Count   *count,
                GError **error)
{
  g_autoptr(GHashTable) project = NULL;

  if (!telaah_store_run (count->store, error, "BEGIN", "") ||
      (project = telaah_store_dup_project (count->store, error)) == NULL)
    return FALSE;

  count->language = g_strdup (g_hash_table_lookup (project, "language"));
  if ((count->job->theme != NULL || count->job->key_words) && !read_extents (count, error))
    return FALSE;

  return count_sources (count, error);
}

/**
 * telaah_count_job_run:
 *
 * Returns: (transfer full): #TelaahFrequency or #TelaahKeyWord, see #TelaahCountJob
 */
GPtrArray *
telaah_count_job_run (const TelaahCountJob  *self,
                      GCancellable          *cancellable,
                      GError               **error)
{
  Count count = { .job = self, .cancellable = cancellable };
  g_autoptr(TelaahStore) store = telaah_store_open (self->path, error);
  GPtrArray *list = NULL;

  if (store == NULL)
    return NULL;

  count.store = store;
  count.lexicons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) telaah_lexicon_free);
  count.tally = telaah_tally_new (self->stems, self->stop_words);
  if (read_and_count (&count, error))
    list = self->key_words ? telaah_key_words_list (count.tally) : telaah_frequencies_list (count.tally);

  telaah_tally_free (count.tally);
  g_hash_table_unref (count.lexicons);
  g_clear_pointer (&count.extents, g_hash_table_unref);
  g_free (count.language);

  return list;
}
