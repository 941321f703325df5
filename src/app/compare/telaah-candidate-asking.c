/* When the candidates of a cell are worked out: once one stays there, in a thread, and not for one that has been left.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-candidate-private.h"

#include "app/compare/telaah-candidate-scope.h"
#include "session/telaah-candidates.h"

/* In milliseconds: how long one must stay, as on the way through the grid nothing is to be begun; and after how long
 * it shows that there is something under way. */
#define STAY     150
#define PATIENCE 300

static void
set_busy (TelaahCandidateList *self,
          gboolean             busy)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->cards), GTK_ACCESSIBLE_STATE_BUSY, busy, -1);
  if (!busy)
    gtk_spinner_stop (self->spinner);
}

static gboolean
patience_cb (gpointer user_data)
{
  TelaahCandidateList *self = user_data;

  self->patience = 0;
  gtk_spinner_start (self->spinner);

  return G_SOURCE_REMOVE;
}

static void
end_job (TelaahCandidateList *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_object (&self->job);
  set_busy (self, FALSE);
}

/* Of a job that was cancelled nothing is heard; its list may be gone. */
static void
answered_cb (GObject      *session,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(TelaahCandidateList) self = user_data;
  g_autoptr(GError) error = NULL;
  GPtrArray *candidates = telaah_session_suggest_finish (TELAAH_SESSION (session), result, &error);

  if (self->job == NULL || g_task_get_cancellable (G_TASK (result)) != self->job)
    {
      g_clear_pointer (&candidates, g_ptr_array_unref);
      return;
    }

  end_job (self);
  if (candidates != NULL)
    telaah_candidate_list_take (self, candidates);
  else
    telaah_candidate_list_say (self, error->message);
}

static gboolean
stay_cb (gpointer user_data)
{
  TelaahCandidateList *self = user_data;

  self->wait = 0;
  self->due = FALSE;
  self->job = g_cancellable_new ();
  self->patience = g_timeout_add (PATIENCE, patience_cb, self);
  set_busy (self, TRUE);
  telaah_session_suggest_async (self->session, (const char *const *) self->themes, self->source, 0, self->job,
                                answered_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

/* What is under way is given up, and is due again. */
void
telaah_candidate_list_cancel (TelaahCandidateList *self)
{
  if (self->wait != 0 || self->job != NULL)
    self->due = TRUE;

  g_clear_handle_id (&self->wait, g_source_remove);
  if (self->job != NULL)
    {
      g_cancellable_cancel (self->job);
      end_job (self);
    }
}

/* Works them out anew, or makes a note of it while nobody looks. */
void
telaah_candidate_list_renew (TelaahCandidateList *self)
{
  g_autofree char *obstacle = NULL;

  telaah_candidate_list_cancel (self);
  self->due = self->source != NULL;
  if (!self->due || !gtk_expander_get_expanded (self->expander) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  obstacle = telaah_candidate_dup_obstacle (self->session, self->point, self->source);
  if (obstacle == NULL)
    {
      self->wait = g_timeout_add (STAY, stay_cb, self);
      return;
    }

  self->due = FALSE;
  telaah_candidate_list_take (self, g_ptr_array_new ());
  telaah_candidate_list_say (self, obstacle);
}
