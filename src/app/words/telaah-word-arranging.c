/* Rows of words and numbers: which of them are shown, and in which order. A hundred thousand words are sorted in a thread.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/words/telaah-word-arranging.h"

#include <string.h>

/* ---- At once ---- */

typedef struct
{
  gpointer  row;
  guint     position;
  double    number;
  char     *key;        /* of a word; else NULL */
} Sorted;

static gboolean
is_shown (gconstpointer           row,
          const TelaahWordFilter *filter)
{
  if (filter->get_number != NULL && filter->get_number (row) < filter->least)
    return FALSE;

  return filter->get_sign == NULL || (filter->below ? filter->get_sign (row) < 0 : filter->get_sign (row) > 0);
}

/* Where two are equal, they stay as they came. */
static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      reverse)
{
  const Sorted *first = a, *second = b;
  int order;

  if (first->key != NULL)
    order = strcmp (first->key, second->key);
  else
    order = (first->number < second->number) - (first->number > second->number);
  if (order != 0)
    return GPOINTER_TO_INT (reverse) ? -order : order;

  return (first->position > second->position) - (first->position < second->position);
}

/* Returns: (transfer container): rows of @rows; words from A to Z, numbers from the greatest on, or in @reverse */
GPtrArray *
telaah_word_arrange (GPtrArray              *rows,
                     const TelaahWordColumn *columns,
                     const TelaahWordFilter *filter,
                     guint                   sorted_by,
                     gboolean                reverse)
{
  const TelaahWordColumn *column = &columns[sorted_by];
  g_autofree Sorted *sorted = g_new (Sorted, rows->len);
  GPtrArray *shown = g_ptr_array_sized_new (rows->len);
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    if (is_shown (rows->pdata[i], filter))
      sorted[n++] = (Sorted) {
        .row = rows->pdata[i], .position = i,
        .number = column->get_number != NULL ? column->get_number (rows->pdata[i]) : 0,
        .key = column->get_word != NULL ? g_utf8_collate_key (column->get_word (rows->pdata[i]), -1) : NULL,
      };
  if (n > 0)
    g_qsort_with_data (sorted, n, sizeof (Sorted), compare, GINT_TO_POINTER (reverse));

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (shown, sorted[i].row);
      g_free (sorted[i].key);
    }

  return shown;
}

/* ---- In a thread ---- */

typedef struct
{
  GPtrArray              *rows;
  const TelaahWordColumn *columns;
  TelaahWordFilter        filter;
  guint                   sorted_by;
  gboolean                reverse;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_ptr_array_unref (job->rows);
  g_free (job);
}

static void
worker (GTask        *task,
        gpointer      source_object,
        gpointer      task_data,
        GCancellable *cancellable)
{
  Job *job = task_data;

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, telaah_word_arrange (job->rows, job->columns, &job->filter, job->sorted_by,
                                                      job->reverse),
                           (GDestroyNotify) g_ptr_array_unref);
}

void
telaah_word_arranging_async (GPtrArray              *rows,
                             const TelaahWordColumn *columns,
                             const TelaahWordFilter *filter,
                             guint                   sorted_by,
                             gboolean                reverse,
                             GCancellable           *cancellable,
                             GAsyncReadyCallback     callback,
                             gpointer                user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new (Job, 1);

  *job = (Job) { g_ptr_array_ref (rows), columns, *filter, sorted_by, reverse };
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, worker);
}

GPtrArray *
telaah_word_arranging_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
