/* Replacing the text of a source: passages and marks go with their words, and what lost them is put up for review.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "session/telaah-session-private.h"
#include "text/telaah-anchor.h"
#include "text/telaah-structure.h"

void
telaah_replaced_clear (TelaahReplaced *self)
{
  g_clear_pointer (&self->review, g_ptr_array_unref);
  self->unchanged = self->moved = 0;
}

/* Its place stays that in the old text, which @sha256 names. */
static gboolean
write_lost (TelaahSession   *self,
            const char      *passage,
            const char      *sha256,
            TelaahSpan       candidate,
            GError         **error)
{
  if (candidate.start == candidate.end)
    return telaah_store_run (self->store, error, "UPDATE passage SET lost = ?1, candidate_start = NULL,"
                             " candidate_end = NULL WHERE id = ?2", "ss", sha256, passage);

  return telaah_store_run (self->store, error, "UPDATE passage SET lost = ?1, candidate_start = ?2,"
                           " candidate_end = ?3 WHERE id = ?4", "siis", sha256, (gint64) candidate.start,
                           (gint64) candidate.end, passage);
}

/* One that another passage of its coder has run into is for a person to decide on. */
static gboolean
move_passage (TelaahSession   *self,
              TelaahPassage   *passage,
              TelaahAnchorer  *anchorer,
              TelaahText      *text,
              const char      *old_sha256,
              GHashTable      *taken,
              TelaahReplaced  *replaced,
              GError         **error)
{
  const TelaahPassageFields *f = telaah_passage_fields (passage);
  TelaahAnchor anchor = { f->span, f->quote, f->prefix, f->suffix };
  TelaahAnchored found = telaah_anchorer_find (anchorer, &anchor);

  if (found.anchoring != TELAAH_ANCHOR_LOST)
    {
      char *place = g_strdup_printf ("%u %u %s", found.span.start, found.span.end, f->coder);

      if (!g_hash_table_add (taken, place))
        found.anchoring = TELAAH_ANCHOR_LOST;
    }

  if (found.anchoring == TELAAH_ANCHOR_LOST)
    {
      g_ptr_array_add (replaced->review, g_strdup (f->id));
      return write_lost (self, f->id, old_sha256, found.span, error);
    }

  if (found.anchoring == TELAAH_ANCHOR_UNCHANGED)
    replaced->unchanged++;
  else
    replaced->moved++;

  return telaah_session_write_place (self, f->id, text, found.span, error);
}

/* Those that were in review already: their candidates go with the words, too. */
static gboolean
move_candidates (TelaahSession      *self,
                 const char         *source,
                 const TelaahEdits  *edits,
                 GError            **error)
{
  for (guint i = 0; i < telaah_list_get_length (self->review); i++)
    {
      const TelaahPassageFields *f = telaah_passage_fields (telaah_list_peek (self->review, i));
      TelaahSpan candidate = { 0, 0 };

      if (strcmp (f->source, source) != 0 || f->candidate.start == f->candidate.end)
        continue;
      if (!telaah_edits_map_span (edits, f->candidate, &candidate, NULL))
        candidate = (TelaahSpan) { 0, 0 };
      if (!write_lost (self, f->id, f->lost, candidate, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
replace_text (TelaahSession      *self,
              TelaahSource       *source,
              TelaahText         *text,
              const TelaahEdits  *edits,
              TelaahReplaced     *replaced,
              GError            **error)
{
  g_autofree char *id = g_strdup (telaah_source_fields (source)->id);
  g_autofree char *old_sha256 = g_strdup (telaah_source_fields (source)->sha256);
  g_autofree char *sha256 = telaah_text_dup_sha256 (text);
  g_autoptr(TelaahText) before = telaah_session_dup_text (self, id, error);
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(TelaahAnchorer) anchorer = NULL;
  g_autoptr(GArray) proposals = NULL;
  TelaahList *passages = TELAAH_LIST (telaah_session_get_passages (self, id));

  if (before == NULL)
    return FALSE;

  anchorer = telaah_anchorer_new (before, text, edits);
  edits = telaah_anchorer_get_edits (anchorer);
  for (guint i = 0; i < telaah_list_get_length (passages); i++)
    if (!move_passage (self, telaah_list_peek (passages, i), anchorer, text, old_sha256, taken, replaced, error))
      return FALSE;

  proposals = telaah_text_propose_marks (text, telaah_session_get_language (self));
  return move_candidates (self, id, edits, error) &&
         telaah_session_move_marks (self, id, edits, error) &&
         telaah_session_write_proposals (self, id, proposals, edits, error) &&
         telaah_store_put_text (self->store, text, sha256, error) &&
         telaah_store_run (self->store, error, "UPDATE source SET sha256 = ?1 WHERE id = ?2", "ss", sha256, id);
}

/**
 * telaah_session_replace_text:
 * @text: what the source reads from now on
 * @edits: (nullable): which characters of the old text it has kept, where the edits were watched
 * @replaced: (out) (optional): what became of the passages; to be cleared
 *
 * The old text stays in the project, and an undo goes back to it with everything where it was.
 */
gboolean
telaah_session_replace_text (TelaahSession      *self,
                             const char         *source,
                             TelaahText         *text,
                             const TelaahEdits  *edits,
                             TelaahReplaced     *replaced,
                             GError            **error)
{
  TelaahReplaced result = { .review = g_ptr_array_new_with_free_func (g_free) };
  TelaahSource *item;
  gboolean done = FALSE;

  if (telaah_session_begin (self, error))
    {
      item = telaah_session_find_source (self, source);
      if (!telaah_session_need (item, N_("source"), error))
        done = FALSE;
      else if (telaah_text_get_characters (text) == 0)
        g_set_error_literal (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
                             _("The new text is empty. To be rid of a source, remove it."));
      else
        done = replace_text (self, item, text, edits, &result, error);
      done = telaah_session_end (self, done, "replace-text", NULL, error);
    }

  if (done && replaced != NULL)
    *replaced = result;
  else
    telaah_replaced_clear (&result);

  return done;
}

/**
 * telaah_session_accept_candidates:
 * @passages: ids of passages in the review tray that have a candidate
 *
 * They stand there from now on; one verb.
 */
gboolean
telaah_session_accept_candidates (TelaahSession      *self,
                                  const char *const  *passages,
                                  GError            **error)
{
  gboolean done = TRUE;

  if (!telaah_session_begin (self, error))
    return FALSE;

  for (; done && *passages != NULL; passages++)
    {
      TelaahPassage *item = telaah_session_find_passage (self, *passages);
      const TelaahPassageFields *f = item != NULL ? telaah_passage_fields (item) : NULL;
      g_autoptr(TelaahText) text = NULL;

      done = telaah_session_need (f != NULL && f->lost != NULL && f->candidate.start < f->candidate.end ? f : NULL,
                                  N_("candidate"), error) &&
             telaah_session_check_span (self, f->source, f->candidate, &text, error) &&
             telaah_session_check_place (self, item, f->candidate, error) &&
             telaah_session_write_place (self, *passages, text, f->candidate, error);
    }

  return telaah_session_end (self, done, "place-passage", NULL, error);
}
