/* The evidence of a cell as the researcher arranges it, and what has become of it since the summary was written.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "session/telaah-session-private.h"

static TelaahPin *
find_pin (TelaahSession *self,
          const char    *point,
          const char    *passage)
{
  g_autofree char *key = g_strconcat (point, " ", passage, NULL);

  return g_hash_table_lookup (self->pins, key);
}

gboolean
telaah_session_is_pinned (TelaahSession *self,
                          const char    *point,
                          const char    *passage)
{
  TelaahPin *pin = find_pin (self, point, passage);

  return pin != NULL && pin->pinned;
}

static int
compare_passages (gconstpointer a,
                  gconstpointer b)
{
  return telaah_passage_compare (*(TelaahPassage *const *) a, *(TelaahPassage *const *) b);
}

/* In text order. */
GPtrArray *
telaah_session_dup_hidden_evidence (TelaahSession *self,
                                    const char    *point,
                                    const char    *source)
{
  GPtrArray *pins = g_hash_table_lookup (self->pins_of_point, point);
  GPtrArray *hidden = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; pins != NULL && i < pins->len; i++)
    {
      TelaahPin *pin = pins->pdata[i];
      TelaahPassage *passage = pin->hidden ? telaah_session_find_passage (self, pin->passage) : NULL;

      if (passage != NULL && telaah_passage_fields (passage)->lost == NULL &&
          strcmp (telaah_passage_fields (passage)->source, source) == 0)
        g_ptr_array_add (hidden, g_object_ref (passage));
    }
  g_ptr_array_sort (hidden, compare_passages);

  return hidden;
}

/* ---- Verbs ---- */

static gboolean
need_both (TelaahSession  *self,
           const char     *point,
           const char     *passage,
           GError        **error)
{
  return telaah_session_need (telaah_session_find_point (self, point), N_("point"), error) &&
         telaah_session_need (telaah_session_find_passage (self, passage), N_("passage"), error) &&
         telaah_session_keep_points (self, error);
}

gboolean
telaah_session_set_evidence (TelaahSession        *self,
                             const char           *point,
                             const char           *passage,
                             TelaahEvidenceState   state,
                             GError              **error)
{
  static const char *const verbs[] = { "unpin-evidence", "pin-evidence", "hide-evidence" };
  static const char *const states[] = { NULL, "pinned", "hidden" };
  gboolean done;

  if (!telaah_session_begin (self, error))
    return FALSE;

  done = need_both (self, point, passage, error) &&
         telaah_store_run (self->store, error, "INSERT INTO pin (point, passage, state) VALUES (?1, ?2, ?3)"
                           " ON CONFLICT (point, passage) DO UPDATE SET state = excluded.state", "sss", point, passage,
                           states[state]) &&
         telaah_store_run (self->store, error, "DELETE FROM pin WHERE state IS NULL AND position IS NULL", "");

  return telaah_session_end (self, done, verbs[state], NULL, error);
}

/* Numbers a cell's evidence from 1 up. */
static gboolean
write_order (TelaahSession  *self,
             const char     *point,
             GPtrArray      *evidence,
             GError        **error)
{
  for (guint i = 0; i < evidence->len; i++)
    if (!telaah_store_run (self->store, error, "INSERT INTO pin (point, passage, position) VALUES (?1, ?2, ?3)"
                           " ON CONFLICT (point, passage) DO UPDATE SET position = excluded.position", "ssd", point,
                           telaah_passage_fields (evidence->pdata[i])->id, i + 1.0))
      return FALSE;

  return TRUE;
}

static guint
find_passage (GPtrArray  *evidence,
              const char *id)
{
  for (guint i = 0; id != NULL && i < evidence->len; i++)
    if (strcmp (telaah_passage_fields (evidence->pdata[i])->id, id) == 0)
      return i;

  return evidence->len;
}

gboolean
telaah_session_move_evidence (TelaahSession  *self,
                              const char     *point,
                              const char     *passage,
                              const char     *before,
                              GError        **error)
{
  gboolean done;

  if (!telaah_session_begin (self, error))
    return FALSE;

  done = need_both (self, point, passage, error);
  if (done)
    {
      const char *source = telaah_passage_fields (telaah_session_find_passage (self, passage))->source;
      g_autoptr(GPtrArray) evidence = telaah_session_dup_evidence (self, point, source);
      guint from = find_passage (evidence, passage);

      done = telaah_session_need (from < evidence->len ? evidence : NULL, N_("passage"), error);
      if (done && g_strcmp0 (before, passage) != 0)
        {
          TelaahPassage *moved = g_ptr_array_steal_index (evidence, from);

          g_ptr_array_insert (evidence, find_passage (evidence, before), moved);
          done = write_order (self, point, evidence, error);
        }
    }

  return telaah_session_end (self, done, "order-evidence", NULL, error);
}

gboolean
telaah_session_sort_evidence (TelaahSession  *self,
                              const char     *point,
                              const char     *source,
                              GError        **error)
{
  gboolean done;

  if (!telaah_session_begin (self, error))
    return FALSE;

  done = telaah_session_need (telaah_session_find_point (self, point), N_("point"), error) &&
         telaah_store_run (self->store, error, "UPDATE pin SET position = NULL WHERE point = ?1 AND passage IN"
                           " (SELECT id FROM passage WHERE source = ?2)", "ss", point, source) &&
         telaah_store_run (self->store, error, "DELETE FROM pin WHERE state IS NULL AND position IS NULL", "");

  return telaah_session_end (self, done, "order-evidence", NULL, error);
}

/* ---- What has changed ---- */

void
telaah_cell_changes_free (TelaahCellChanges *self)
{
  g_ptr_array_unref (self->came);
  g_ptr_array_unref (self->changed);
  g_ptr_array_unref (self->before);
  g_ptr_array_unref (self->went);
  g_free (self);
}

static gboolean
fits_cb (TelaahPassage *passage,
         gpointer       print)
{
  return telaah_evidence_fits_print (print, telaah_passage_fields (passage)->quote);
}

/* As it was when the summary was written, or NULL where not even the journal knows. */
static TelaahPassage *
dup_former (TelaahSession *self,
            const char    *id,
            const char    *print)
{
  return telaah_store_dup_former_passage (self->store, id, fits_cb, (gpointer) print);
}

static void
sort_present (TelaahSession     *self,
              TelaahCellChanges *changes,
              GPtrArray         *evidence,
              GHashTable        *seen)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      const TelaahPassageFields *f = telaah_passage_fields (evidence->pdata[i]);
      const char *print = g_hash_table_lookup (seen, f->id);

      if (print == NULL)
        g_ptr_array_add (changes->came, g_object_ref (evidence->pdata[i]));
      else if (!telaah_evidence_fits_print (print, f->quote))
        {
          TelaahPassage *former = dup_former (self, f->id, print);

          g_ptr_array_add (changes->changed, g_object_ref (evidence->pdata[i]));
          g_ptr_array_add (changes->before, former != NULL ? former : g_object_ref (evidence->pdata[i]));
        }
      g_hash_table_remove (seen, f->id);
    }
}

/**
 * telaah_session_dup_changes:
 *
 * What has gone for good is looked up in the journal, which takes the longer the more has been done: ask for a cell
 * that is looked at, not for all.
 *
 * Returns: (transfer full): what came, changed and went since the summary was written; nothing where it is fresh or
 *   there is none
 */
TelaahCellChanges *
telaah_session_dup_changes (TelaahSession  *self,
                            const char     *point,
                            const char     *source,
                            GError        **error)
{
  g_autoptr(TelaahCell) cell = telaah_session_dup_cell (self, point, source);
  const TelaahCellFields *f = telaah_cell_fields (cell);
  TelaahCellChanges *changes = g_new0 (TelaahCellChanges, 1);
  g_autoptr(GHashTable) seen = NULL;
  GHashTableIter iter;
  gpointer id, print;

  changes->came = g_ptr_array_new_with_free_func (g_object_unref);
  changes->changed = g_ptr_array_new_with_free_func (g_object_unref);
  changes->before = g_ptr_array_new_with_free_func (g_object_unref);
  changes->went = g_ptr_array_new_with_free_func (g_object_unref);

  if (!telaah_cell_is_stale (cell))
    return changes;

  seen = telaah_evidence_split_fingerprint (f->seen);
  sort_present (self, changes, telaah_cell_get_evidence (cell), seen);

  g_hash_table_iter_init (&iter, seen);
  while (g_hash_table_iter_next (&iter, &id, &print))
    {
      TelaahPassage *passage = telaah_session_find_passage (self, id);
      TelaahPassage *former = passage != NULL ? g_object_ref (passage) : dup_former (self, id, print);

      if (former != NULL)
        g_ptr_array_add (changes->went, former);
    }
  g_ptr_array_sort (changes->went, compare_passages);

  return changes;
}
