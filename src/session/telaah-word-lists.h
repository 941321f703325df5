/* Words in their company, and how often they come: concordance, frequencies, key words. Clutter is left out.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "analysis/telaah-concordance.h"
#include "analysis/telaah-key-words.h"
#include "session/telaah-search.h"

G_BEGIN_DECLS

/* Of frequencies and key words. */
typedef struct
{
  const char *source;          /* id; NULL: all */
  const char *theme;           /* id: only what is tagged with it or below it; NULL: the whole body */
  gboolean    stems;           /* forms of one word are one */
  gboolean    stop_words;      /* with and, the, yang */
} TelaahFrequencyRequest;

/* At once, for the command line: TelaahConcordanceLine, of texts alone, whatever the scope of @request; TelaahFrequency;
 * TelaahKeyWord, of what is tagged with a theme against the rest of the body … */
GPtrArray *telaah_session_dup_concordance        (TelaahSession          *self,
                                                  const TelaahSearchRequest *request,
                                                  TelaahConcordanceOrder  order,
                                                  guint                   context,      /* characters either side */
                                                  GError                **error);
GPtrArray *telaah_session_dup_frequencies        (TelaahSession          *self,         /* the most frequent first */
                                                  const TelaahFrequencyRequest *request,
                                                  GError                **error);
GPtrArray *telaah_session_dup_key_words          (TelaahSession          *self,         /* the greatest likelihood first */
                                                  const TelaahFrequencyRequest *request, /* its theme must be there */
                                                  GError                **error);

/* … and in a thread, for the window. Each finishes with telaah_session_word_list_finish(). */
void       telaah_session_concordance_async      (TelaahSession          *self,
                                                  const TelaahSearchRequest *request,
                                                  TelaahConcordanceOrder  order,
                                                  guint                   context,
                                                  GCancellable           *cancellable,
                                                  GAsyncReadyCallback     callback,
                                                  gpointer                user_data);
void       telaah_session_frequencies_async      (TelaahSession          *self,
                                                  const TelaahFrequencyRequest *request,
                                                  GCancellable           *cancellable,
                                                  GAsyncReadyCallback     callback,
                                                  gpointer                user_data);
void       telaah_session_key_words_async        (TelaahSession          *self,
                                                  const TelaahFrequencyRequest *request,
                                                  GCancellable           *cancellable,
                                                  GAsyncReadyCallback     callback,
                                                  gpointer                user_data);
GPtrArray *telaah_session_word_list_finish       (TelaahSession          *self,
                                                  GAsyncResult           *result,
                                                  GError                **error);

/* As CSV with a line of names: UTF-8, RFC 4180. */
char      *telaah_concordance_dup_csv            (TelaahSession          *session,
                                                  GPtrArray              *lines);
char      *telaah_frequencies_dup_csv            (GPtrArray              *frequencies);
char      *telaah_key_words_dup_csv              (GPtrArray              *words);

G_END_DECLS
