/* What the files of the word lists share: a job, made in the main thread, run in any with a store of its own.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session/telaah-word-lists.h"

G_BEGIN_DECLS

typedef struct
{
  char     *path;
  char     *source;       /* id; NULL: all */
  char     *theme;        /* id; NULL: the whole body */
  gboolean  stems;
  gboolean  stop_words;
  gboolean  key_words;    /* else frequencies */
} TelaahCountJob;

TelaahCountJob *telaah_count_job_new  (TelaahSession                *session,
                                       const TelaahFrequencyRequest *request,
                                       gboolean                      key_words);
void            telaah_count_job_free (TelaahCountJob               *self);
GPtrArray      *telaah_count_job_run  (const TelaahCountJob         *self,
                                       GCancellable                 *cancellable,
                                       GError                      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahCountJob, telaah_count_job_free)

G_END_DECLS
