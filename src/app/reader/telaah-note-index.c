/* All notes of a project, to search and filter as fast as one types: what can be found in a note is folded once.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-note-index.h"

#include <string.h>

#include "app/reader/telaah-fold.h"

typedef struct
{
  TelaahNote *note;
  char       *folded;    /* its words and those of what it is on; NULL: not yet */
} Entry;

struct _TelaahNoteIndex
{
  TelaahSession *session;
  GPtrArray     *entries;     /* Entry, oldest first */
};

static void
entry_free (gpointer data)
{
  Entry *self = data;

  g_object_unref (self->note);
  g_free (self->folded);
  g_free (self);
}

TelaahNoteIndex *
telaah_note_index_new (void)
{
  TelaahNoteIndex *self = g_new0 (TelaahNoteIndex, 1);

  self->entries = g_ptr_array_new_with_free_func (entry_free);

  return self;
}

void
telaah_note_index_free (TelaahNoteIndex *self)
{
  g_ptr_array_unref (self->entries);
  g_clear_object (&self->session);
  g_free (self);
}

/**
 * telaah_note_dup_target_words:
 *
 * Returns: (transfer full): what one would look for in what a note is on: a quote, a title, a name; never %NULL
 */
char *
telaah_note_dup_target_words (TelaahSession *session,
                              const char    *kind,
                              const char    *target)
{
  g_return_val_if_fail (kind != NULL, g_strdup (""));

  if (strcmp (kind, "passage") == 0)
    {
      TelaahPassage *passage = telaah_session_find_passage (session, target);
      TelaahSource *source = passage != NULL
                               ? telaah_session_find_source (session, telaah_passage_fields (passage)->source) : NULL;

      return passage != NULL ? g_strjoin ("\n", telaah_passage_fields (passage)->quote,
                                          source != NULL ? telaah_source_get_name (source) : "", NULL) : g_strdup ("");
    }
  if (strcmp (kind, "source") == 0)
    {
      TelaahSource *source = telaah_session_find_source (session, target);

      return g_strdup (source != NULL ? telaah_source_get_name (source) : "");
    }
  if (strcmp (kind, "theme") == 0)
    {
      TelaahTheme *theme = telaah_session_find_theme (session, target);

      return g_strdup (theme != NULL ? telaah_theme_fields (theme)->name : "");
    }
  if (strcmp (kind, "point") == 0)
    {
      TelaahPoint *point = telaah_session_find_point (session, target);

      return g_strdup (point != NULL ? telaah_point_fields (point)->title : "");
    }

  return g_strdup ("");
}

static void
fold (TelaahNoteIndex *self,
      Entry           *entry)
{
  const TelaahNoteFields *f = telaah_note_fields (entry->note);
  g_autofree char *target = telaah_note_dup_target_words (self->session, f->kind, f->target);
  g_autofree char *words = g_strjoin ("\n", f->text, target, NULL);

  entry->folded = telaah_fold (words);
}

/**
 * telaah_note_index_sync:
 * @session: (nullable)
 * @anew: the names of what notes are on have changed too
 */
void
telaah_note_index_sync (TelaahNoteIndex *self,
                        TelaahSession   *session,
                        gboolean         anew)
{
  GListModel *notes = session != NULL ? telaah_session_get_notes (session) : NULL;
  guint n = notes != NULL ? g_list_model_get_n_items (notes) : 0;
  g_autoptr(GPtrArray) before = g_steal_pointer (&self->entries);
  g_autoptr(GHashTable) known = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < before->len && !anew && session == self->session; i++)
    g_hash_table_insert (known, ((Entry *) before->pdata[i])->note, before->pdata[i]);

  g_set_object (&self->session, session);
  self->entries = g_ptr_array_new_full (n, entry_free);
  for (guint i = 0; i < n; i++)
    {
      Entry *entry = g_new0 (Entry, 1), *old;

      entry->note = g_list_model_get_item (notes, i);
      old = g_hash_table_lookup (known, entry->note);
      entry->folded = old != NULL ? g_steal_pointer (&old->folded) : NULL;
      g_ptr_array_add (self->entries, entry);
    }
}

guint
telaah_note_index_get_n (TelaahNoteIndex *self)
{
  return self->entries->len;
}

static gboolean
matches (TelaahNoteIndex        *self,
         Entry                  *entry,
         const TelaahNoteQuery  *query,
         char                  **words)
{
  const TelaahNoteFields *f = telaah_note_fields (entry->note);

  if ((query->kind != NULL && strcmp (f->kind, query->kind) != 0) ||
      (query->target != NULL && strcmp (f->target, query->target) != 0) ||
      (query->coder != NULL && strcmp (f->coder, query->coder) != 0))
    return FALSE;
  if (words == NULL)
    return TRUE;

  if (entry->folded == NULL)
    fold (self, entry);
  return telaah_fold_matches (entry->folded, words);
}

/* Returns: (transfer container): TelaahNote, borrowed until the next sync */
GPtrArray *
telaah_note_index_find (TelaahNoteIndex       *self,
                        const TelaahNoteQuery *query)
{
  g_auto(GStrv) words = telaah_fold_words (query->words);
  GPtrArray *found = g_ptr_array_new ();
  guint n = self->entries->len;

  for (guint i = 0; i < n; i++)
    {
      Entry *entry = self->entries->pdata[query->oldest ? i : n - 1 - i];

      if (matches (self, entry, query, words))
        g_ptr_array_add (found, entry->note);
    }

  return found;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* Returns: (transfer full): char *, who has written any */
GPtrArray *
telaah_note_index_dup_coders (TelaahNoteIndex *self)
{
  GPtrArray *coders = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const char *coder = telaah_note_fields (((Entry *) self->entries->pdata[i])->note)->coder;

      if (g_hash_table_add (seen, (gpointer) coder))
        g_ptr_array_add (coders, g_strdup (coder));
    }
  g_ptr_array_sort (coders, compare_names);

  return coders;
}

/* ---- How many there are on one thing ---- */

#define COUNTS "telaah-note-counts"
#define COUNTING "telaah-note-counting"

static GHashTable *
count_all (GListModel *notes)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr(TelaahNote) note = g_list_model_get_item (notes, i);
      const char *target = telaah_note_fields (note)->target;

      g_hash_table_insert (counts, g_strdup (target),
                           GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, target)) + 1));
    }

  return counts;
}

static void
forget_cb (TelaahSession *session)
{
  g_object_set_data (G_OBJECT (session), COUNTS, NULL);
}

/* At once, where it may take its time to read all notes. */
void
telaah_note_count_all (TelaahSession *session)
{
  GListModel *notes = telaah_session_get_notes (session);

  if (g_object_get_data (G_OBJECT (session), COUNTING) == NULL)
    g_object_set_data (G_OBJECT (session), COUNTING, session);
  g_signal_handlers_disconnect_by_func (notes, forget_cb, session);
  g_signal_connect_object (notes, "items-changed", G_CALLBACK (forget_cb), session, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (session), COUNTS, count_all (notes), (GDestroyNotify) g_hash_table_unref);
}

static gboolean
count_cb (gpointer user_data)
{
  g_autoptr(TelaahSession) session = g_weak_ref_get (user_data);

  if (session == NULL)
    return G_SOURCE_REMOVE;

  telaah_note_count_all (session);
  if (g_hash_table_size (g_object_get_data (G_OBJECT (session), COUNTS)) > 0)
    g_signal_emit_by_name (session, "changed", TELAAH_CHANGE_NOTES);

  return G_SOURCE_REMOVE;
}

static void
free_weak_ref (gpointer weak_ref)
{
  g_weak_ref_clear (weak_ref);
  g_free (weak_ref);
}

/**
 * telaah_note_count_on:
 * @target: the id of a source, a theme, a point …
 *
 * Nobody waits for all notes of a project to see its first page: the first time this is asked the answer is 0, and
 * "changed" tells when it is known. From then on all are counted once, for every row that asks, whenever the list of
 * notes changes.
 */
guint
telaah_note_count_on (TelaahSession *session,
                      const char    *target)
{
  GHashTable *counts = g_object_get_data (G_OBJECT (session), COUNTS);

  if (counts == NULL && g_object_get_data (G_OBJECT (session), COUNTING) == NULL)
    {
      GWeakRef *weak_ref = g_new (GWeakRef, 1);

      g_weak_ref_init (weak_ref, session);
      g_object_set_data (G_OBJECT (session), COUNTING, session);
      g_idle_add_full (G_PRIORITY_LOW, count_cb, weak_ref, free_weak_ref);
      return 0;
    }

  if (counts == NULL)
    {
      telaah_note_count_all (session);
      counts = g_object_get_data (G_OBJECT (session), COUNTS);
    }

  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, target));
}
