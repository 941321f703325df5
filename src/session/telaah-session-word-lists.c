/* Frequencies and key words of an open project, at once and in a thread.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "session/telaah-session-word-lists-private.h"

GPtrArray *
telaah_session_dup_frequencies (TelaahSession                 *self,
                                const TelaahFrequencyRequest  *request,
                                GError                       **error)
{
  g_autoptr(TelaahCountJob) job = telaah_count_job_new (self, request, FALSE);

  return telaah_count_job_run (job, NULL, error);
}

GPtrArray *
telaah_session_dup_key_words (TelaahSession                 *self,
                              const TelaahFrequencyRequest  *request,
                              GError                       **error)
{
  g_autoptr(TelaahCountJob) job = telaah_count_job_new (self, request, TRUE);

  return telaah_count_job_run (job, NULL, error);
}

static void
count_worker (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *list = telaah_count_job_run (task_data, cancellable, &error);

  if (list != NULL)
    g_task_return_pointer (task, list, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
count_async (TelaahSession                *self,
             const TelaahFrequencyRequest *request,
             gboolean                      key_words,
             GCancellable                 *cancellable,
             GAsyncReadyCallback           callback,
             gpointer                      user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, telaah_count_job_new (self, request, key_words), (GDestroyNotify) telaah_count_job_free);
  g_task_run_in_thread (task, count_worker);
}

void
telaah_session_frequencies_async (TelaahSession                *self,
                                  const TelaahFrequencyRequest *request,
                                  GCancellable                 *cancellable,
                                  GAsyncReadyCallback           callback,
                                  gpointer                      user_data)
{
  count_async (self, request, FALSE, cancellable, callback, user_data);
}

void
telaah_session_key_words_async (TelaahSession                *self,
                                const TelaahFrequencyRequest *request,
                                GCancellable                 *cancellable,
                                GAsyncReadyCallback           callback,
                                gpointer                      user_data)
{
  count_async (self, request, TRUE, cancellable, callback, user_data);
}

/* Returns: (transfer full): what the call was for, or %NULL with @error set */
GPtrArray *
telaah_session_word_list_finish (TelaahSession  *self,
                                 GAsyncResult   *result,
                                 GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
