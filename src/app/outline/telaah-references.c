/* How quotes are cited in passing: worked out once for each passage and kept until sources or headings change.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/outline/telaah-references.h"

#include "formats/telaah-outline-words.h"

/* Hangs on the session, for as long as that lives. */
typedef struct
{
  TelaahOutline *outline;      /* of the sources alone: what the references are told apart by */
  GHashTable    *references;   /* passage, or source -> char * */
} References;

static void
references_free (gpointer data)
{
  References *self = data;

  telaah_outline_free (self->outline);
  g_hash_table_unref (self->references);
  g_free (self);
}

static References *
references_new (TelaahSession *session)
{
  References *self = g_new0 (References, 1);
  GListModel *sources = telaah_session_get_sources (session);

  self->outline = telaah_outline_new ();
  self->references = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    g_ptr_array_add (self->outline->sources, g_list_model_get_item (sources, i));

  return self;
}

#define KEY "telaah-references"

/**
 * telaah_references_update:
 *
 * For who shows them while "changed" is told, and may be told before us.
 */
void
telaah_references_update (TelaahSession *session,
                          TelaahChange   changes)
{
  References *self = g_object_get_data (G_OBJECT (session), KEY);

  if (self == NULL)
    return;

  if (changes & (TELAAH_CHANGE_SOURCES | TELAAH_CHANGE_MARKS))
    g_object_set_data (G_OBJECT (session), KEY, NULL);
  else if (changes & TELAAH_CHANGE_PASSAGES)
    g_hash_table_remove_all (self->references);   /* they may stand elsewhere */
}

static References *
get_references (TelaahSession *session)
{
  References *self = g_object_get_data (G_OBJECT (session), KEY);

  if (self != NULL)
    return self;

  self = references_new (session);
  g_object_set_data_full (G_OBJECT (session), KEY, self, references_free);
  if (g_object_get_data (G_OBJECT (session), KEY "-watched") == NULL)
    {
      g_object_set_data (G_OBJECT (session), KEY "-watched", session);
      g_signal_connect (session, "changed", G_CALLBACK (telaah_references_update), NULL);
    }

  return self;
}

const char *
telaah_references_get (TelaahSession *session,
                       TelaahPassage *passage)
{
  const TelaahPassageFields *f = telaah_passage_fields (passage);
  References *self = get_references (session);
  char *reference = g_hash_table_lookup (self->references, f->id);

  if (reference != NULL)
    return reference;

  telaah_outline_add_context (self->outline, f->id, telaah_session_get_section (session, f->source, f->span.start), NULL,
                              NULL);
  reference = telaah_outline_dup_reference (self->outline, f->source, f->id);
  g_hash_table_insert (self->references, g_strdup (f->id), reference);

  return reference;
}

const char *
telaah_references_get_source (TelaahSession *session,
                              const char    *source)
{
  References *self = get_references (session);
  char *reference = g_hash_table_lookup (self->references, source);

  if (reference == NULL)
    {
      reference = telaah_outline_dup_reference (self->outline, source, NULL);
      g_hash_table_insert (self->references, g_strdup (source), reference);
    }

  return reference;
}
