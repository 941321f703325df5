/* Undo, redo, the history, and the check of a whole project.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "session/telaah-session-private.h"

static const struct
{
  const char *verb;
  const char *label;
} labels[] = {
  { "import",         N_("Import texts") },
  { "set-source",     N_("Edit source details") },
  { "remove-source",  N_("Remove source") },
  { "add-theme",      N_("Add theme") },
  { "set-theme",      N_("Edit theme") },
  { "move-theme",     N_("Move theme") },
  { "remove-theme",   N_("Remove theme") },
  { "tag",            N_("Tag passage") },
  { "untag",          N_("Untag passage") },
  { "move-passage",   N_("Move border") },
  { "add-note",       N_("Write note") },
  { "set-note",       N_("Edit note") },
  { "remove-note",    N_("Remove note") },
  { "merge-themes",   N_("Merge themes") },
  { "split-theme",    N_("Split theme") },
  { "replace-text",   N_("Edit text") },
  { "place-passage",  N_("Place passage") },
  { "add-mark",       N_("Mark text") },
  { "judge-marks",    N_("Judge marks") },
  { "set-level",      N_("Set heading level") },
  { "remove-mark",    N_("Remove mark") },
  { "propose-marks",  N_("Find headings and clutter") },
  { "add-point",      N_("Add point") },
  { "set-point",      N_("Edit point") },
  { "move-point",     N_("Move point") },
  { "remove-point",   N_("Remove point") },
  { "set-status",     N_("Set status") },
  { "set-summary",    N_("Write summary") },
  { "confirm-cell",   N_("Confirm summary") },
  { "import-outline", N_("Import outline") },
  { "merge-points",   N_("Merge points") },
  { "add-outline",    N_("Add outline") },
  { "set-outline",    N_("Edit outline") },
  { "remove-outline", N_("Remove outline") },
  { "hide",           N_("Hide from the comparison") },
  { "show",           N_("Show in the comparison") },
  { "order-sources",  N_("Order sources") },
  { "set-translation", N_("Write translation") },
  { "judge-proposal", N_("Leave status as it is") },
  { "pin-evidence",   N_("Pin evidence") },
  { "unpin-evidence", N_("Unpin evidence") },
  { "hide-evidence",  N_("Hide evidence") },
  { "order-evidence", N_("Order evidence") },
  { "add-link",       N_("Link words") },
  { "remove-link",    N_("Remove link") },
  { "insert-quote",   N_("Insert quote") },
  { "set-project",    N_("Edit project details") },
  { "set-synonyms",   N_("Edit synonyms") },
  { "refuse",         N_("Refuse candidate") },
  { "offer-again",    N_("Offer candidates again") },
};

/* "Tag passage", translated; the key itself where a later version wrote one that is not known here. */
const char *
telaah_verb_get_label (const char *verb)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strcmp (verb, labels[i].verb) == 0)
      return _(labels[i].label);

  return verb;
}

const char *
telaah_session_get_undo (TelaahSession *self)
{
  return self->undo;
}

const char *
telaah_session_get_redo (TelaahSession *self)
{
  return self->redo;
}

static gboolean
take_back (TelaahSession  *self,
           gboolean      (*verb) (TelaahStore *, const char *, const char *, GError **),
           GError        **error)
{
  gboolean done = verb (self->store, self->user, self->coder, error);

  if (!done && error != NULL && (*error)->domain == TELAAH_STORE_ERROR)
    {
      if ((*error)->code == TELAAH_STORE_ERROR_NOTHING)
        (*error)->code = TELAAH_SESSION_ERROR_NOTHING, (*error)->domain = TELAAH_SESSION_ERROR;
      else if ((*error)->code == TELAAH_STORE_ERROR_CONFLICT)
        (*error)->code = TELAAH_SESSION_ERROR_CONFLICT, (*error)->domain = TELAAH_SESSION_ERROR;
    }

  telaah_session_catch_up (self, NULL);
  return done;
}

gboolean
telaah_session_undo (TelaahSession  *self,
                     GError        **error)
{
  return take_back (self, telaah_journal_undo, error);
}

gboolean
telaah_session_redo (TelaahSession  *self,
                     GError        **error)
{
  return take_back (self, telaah_journal_redo, error);
}

/**
 * telaah_session_dup_history:
 *
 * Returns: (transfer full) (element-type TelaahJournalEntry): the verbs, oldest first
 */
GPtrArray *
telaah_session_dup_history (TelaahSession  *self,
                            GError        **error)
{
  return telaah_journal_dup_all (self->store, error);
}

/* ---- Checking ---- */

static void
check_marks (TelaahSession *self,
             const char    *source,
             guint          characters,
             GPtrArray     *faults)
{
  GListModel *marks = telaah_session_get_marks (self, source);

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      const TelaahMarkFields *f = telaah_mark_fields (telaah_list_peek (TELAAH_LIST (marks), i));

      if (f->span.start >= f->span.end || f->span.end > characters)
        g_ptr_array_add (faults, g_strdup_printf (_("mark %s: %u to %u is outside its source"), f->id, f->span.start,
                                                  f->span.end));
    }
}

static void
check_source (TelaahSession *self,
              TelaahSource  *source,
              GPtrArray     *faults)
{
  const TelaahSourceFields *f = telaah_source_fields (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(TelaahText) text = telaah_store_dup_text (self->store, f->sha256, &error);
  g_autofree char *sha256 = text != NULL ? telaah_text_dup_sha256 (text) : NULL;
  GListModel *passages = telaah_session_get_passages (self, f->id);

  if (text == NULL)
    {
      g_ptr_array_add (faults, g_strdup_printf (_("source %s: %s"), f->id, error->message));
      return;
    }

  if (strcmp (sha256, f->sha256) != 0)
    g_ptr_array_add (faults, g_strdup_printf (_("source %s: its text is not the one its digest names"), f->id));
  if (telaah_text_get_characters (text) != f->characters)
    g_ptr_array_add (faults, g_strdup_printf (_("source %s: its text has %u characters, not %u"), f->id,
                                              telaah_text_get_characters (text), f->characters));

  check_marks (self, f->id, telaah_text_get_characters (text), faults);

  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr(TelaahPassage) passage = g_list_model_get_item (passages, i);
      const TelaahPassageFields *p = telaah_passage_fields (passage);
      g_autofree char *quote = NULL;

      if (p->span.start >= p->span.end || p->span.end > telaah_text_get_characters (text))
        {
          g_ptr_array_add (faults, g_strdup_printf (_("passage %s: %u to %u is outside its source"), p->id,
                                                    p->span.start, p->span.end));
          continue;
        }

      quote = telaah_text_dup_slice (text, p->span);
      if (strcmp (quote, p->quote) != 0)
        g_ptr_array_add (faults, g_strdup_printf (_("passage %s: its quote is not what stands in the source"), p->id));
    }
}

/**
 * telaah_session_check:
 *
 * Looks at everything: the file, references, spans, quotes, digests.
 *
 * Returns: (transfer full) (element-type utf8): a line a fault; empty where all is well
 */
GPtrArray *
telaah_session_check (TelaahSession  *self,
                      GError        **error)
{
  GPtrArray *faults = telaah_store_check (self->store, error);

  for (guint i = 0; faults != NULL && i < telaah_list_get_length (self->sources); i++)
    check_source (self, telaah_list_peek (self->sources, i), faults);

  return faults;
}
