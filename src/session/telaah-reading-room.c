/* Keeps the texts of a project as they were read for the gap finder, for as long as they and their marks are the same.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "session/telaah-candidates-private.h"
#include "text/telaah-body.h"
#include "text/telaah-sentences.h"

typedef struct
{
  char          *key;        /* digest of the text, language, and what tells its marks apart */
  TelaahReading *reading;
} Kept;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_free (kept->key);
  telaah_reading_free (kept->reading);
  g_free (kept);
}

TelaahReadingRoom *
telaah_reading_room_new (void)
{
  TelaahReadingRoom *self = g_atomic_rc_box_new0 (TelaahReadingRoom);

  g_mutex_init (&self->lock);
  self->terms = telaah_terms_new ();
  self->lexicons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) telaah_lexicon_free);
  self->guesses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->readings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, kept_free);

  return self;
}

TelaahReadingRoom *
telaah_reading_room_ref (TelaahReadingRoom *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TelaahReadingRoom *self = data;

  g_mutex_clear (&self->lock);
  g_hash_table_unref (self->readings);
  g_hash_table_unref (self->guesses);
  g_hash_table_unref (self->lexicons);
  telaah_terms_free (self->terms);
}

void
telaah_reading_room_unref (TelaahReadingRoom *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

TelaahLexicon *
telaah_reading_room_get_lexicon (TelaahReadingRoom *self,
                                 const char        *language)
{
  TelaahLexicon *lexicon = g_hash_table_lookup (self->lexicons, language != NULL ? language : "");

  if (lexicon == NULL)
    {
      lexicon = telaah_lexicon_new (language);
      g_hash_table_insert (self->lexicons, g_strdup (language != NULL ? language : ""), lexicon);
    }

  return lexicon;
}

const char *
telaah_reading_room_guess (TelaahReadingRoom *self,
                           TelaahStore       *store,
                           const char        *sha256)
{
  gpointer guess;

  if (!g_hash_table_lookup_extended (self->guesses, sha256, NULL, &guess))
    {
      guess = (gpointer) telaah_store_guess_language (store, sha256);
      g_hash_table_insert (self->guesses, g_strdup (sha256), guess);
    }

  return guess;
}

static char *
dup_key (const char *sha256,
         const char *language,
         const char *guess,
         GPtrArray  *marks)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < marks->len; i++)
    {
      const TelaahMarkFields *f = telaah_mark_fields (marks->pdata[i]);
      guint32 numbers[] = { f->span.start, f->span.end, f->kind, f->state, f->level };

      g_checksum_update (checksum, (const guchar *) numbers, sizeof numbers);
    }

  return g_strdup_printf ("%s %s %s %s", sha256, language != NULL ? language : "", guess != NULL ? guess : "",
                          g_checksum_get_string (checksum));
}

static TelaahReading *
read_text (TelaahReadingRoom  *self,
           TelaahStore        *store,
           const char         *sha256,
           const char         *language,
           const char         *guess,
           GPtrArray          *marks,
           GError            **error)
{
  g_autoptr(TelaahText) text = telaah_store_dup_text (store, sha256, error);
  g_autoptr(GArray) apart = NULL;
  g_autoptr(GArray) sentences = NULL;

  if (text == NULL)
    return NULL;

  apart = telaah_body_dup_apart (marks, text);
  sentences = telaah_text_find_sentences (text, language, apart);

  return telaah_reading_new (text, sentences, marks, telaah_reading_room_get_lexicon (self, guess), self->terms);
}

const TelaahReading *
telaah_reading_room_read (TelaahReadingRoom  *self,
                          TelaahStore        *store,
                          TelaahSource       *source,
                          const char         *language,
                          const char         *guess,
                          GError            **error)
{
  const TelaahSourceFields *f = telaah_source_fields (source);
  g_autoptr(GPtrArray) marks = telaah_store_dup_marks (store, f->id, error);
  g_autofree char *key = NULL;
  Kept *kept = g_hash_table_lookup (self->readings, f->id);
  TelaahReading *reading;

  if (marks == NULL)
    return NULL;

  key = dup_key (f->sha256, language, guess, marks);
  if (kept != NULL && strcmp (kept->key, key) == 0)
    return kept->reading;

  if ((reading = read_text (self, store, f->sha256, language, guess, marks, error)) == NULL)
    return NULL;

  kept = g_new (Kept, 1);
  *kept = (Kept) { g_steal_pointer (&key), reading };
  g_hash_table_insert (self->readings, g_strdup (f->id), kept);

  return reading;
}

void
telaah_reading_room_tidy (TelaahReadingRoom *self,
                          GPtrArray         *sources)
{
  g_autoptr(GHashTable) there = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id;

  for (guint i = 0; i < sources->len; i++)
    g_hash_table_add (there, (gpointer) telaah_source_fields (sources->pdata[i])->id);

  g_hash_table_iter_init (&iter, self->readings);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (there, id))
      g_hash_table_iter_remove (&iter);
}
