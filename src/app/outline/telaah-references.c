/* How quotes are cited in passing: worked out once for each passage and kept until sources or headings change.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/outline/telaah-references.h"

#include "formats/telaah-outline-words.h"

typedef struct
{
  TelaahSpan  span;
  char       *title;
} Heading;

/* Hangs on the session, for as long as that lives. */
typedef struct
{
  TelaahOutline *outline;      /* of the sources alone: what the references are told apart by */
  GHashTable    *headings;     /* source -> GArray of Heading, in text order */
  GHashTable    *references;   /* passage, or source -> char * */
} References;

static void
heading_clear (gpointer data)
{
  g_free (((Heading *) data)->title);
}

static void
references_free (gpointer data)
{
  References *self = data;

  telaah_outline_free (self->outline);
  g_hash_table_unref (self->headings);
  g_hash_table_unref (self->references);
  g_free (self);
}

static References *
references_new (TelaahSession *session)
{
  References *self = g_new0 (References, 1);
  GListModel *sources = telaah_session_get_sources (session);

  self->outline = telaah_outline_new ();
  self->headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
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
    g_hash_table_remove_all (self->references);   /* they may stand elsewhere; the headings do not */
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

/* ---- Sections ---- */

static GArray *
read_headings (TelaahSession *session,
               const char    *source)
{
  GArray *headings = g_array_new (FALSE, FALSE, sizeof (Heading));
  g_autoptr(TelaahText) text = telaah_session_dup_text (session, source, NULL);
  GListModel *marks;

  g_array_set_clear_func (headings, heading_clear);
  if (text == NULL || !telaah_session_load_marks (session, source, NULL))
    return headings;

  marks = telaah_session_get_marks (session, source);
  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr(TelaahMark) mark = g_list_model_get_item (marks, i);
      const TelaahMarkFields *f = telaah_mark_fields (mark);
      Heading heading = { .span = f->span };

      if (f->kind != TELAAH_MARK_HEADING || f->state == TELAAH_MARK_REFUSED)
        continue;
      heading.title = g_strstrip (telaah_text_dup_slice (text, f->span));
      g_array_append_val (headings, heading);
    }

  return headings;
}

/* The words of the last heading above @offset, or NULL. */
static const char *
find_section (References    *self,
              TelaahSession *session,
              const char    *source,
              guint          offset)
{
  GArray *headings = g_hash_table_lookup (self->headings, source);

  if (headings == NULL)
    {
      headings = read_headings (session, source);
      g_hash_table_insert (self->headings, g_strdup (source), headings);
    }

  for (guint i = headings->len; i > 0; i--)
    if (g_array_index (headings, Heading, i - 1).span.end <= offset)
      return g_array_index (headings, Heading, i - 1).title;

  return NULL;
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

  telaah_outline_add_context (self->outline, f->id, find_section (self, session, f->source, f->span.start), NULL, NULL);
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
