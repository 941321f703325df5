/* Words in their company, and how often they come: concordance, frequencies, key words. Clutter is left out.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session/telaah-search.h"

G_BEGIN_DECLS

/* ---- Concordance: each place of a word in its line ---- */

typedef enum
{
  TELAAH_CONCORDANCE_TEXT,     /* by source and place */
  TELAAH_CONCORDANCE_LEFT,     /* by the words before it, the nearest first, as a language sorts them */
  TELAAH_CONCORDANCE_WORD,     /* by the word itself, then by those after it */
  TELAAH_CONCORDANCE_RIGHT,    /* by the words after it */
} TelaahConcordanceOrder;

typedef struct
{
  TelaahHit *hit;
  char      *before;           /* what stands around it, in one line: blanks and line breaks are one blank */
  char      *words;
  char      *after;
} TelaahConcordanceLine;

/* ---- Frequencies ---- */

typedef struct
{
  const char *source;          /* id; NULL: all */
  const char *theme;           /* id: only what is tagged with it or below it; NULL: the whole body */
  gboolean    stems;           /* forms of one word are one */
  gboolean    stop_words;      /* with and, the, yang */
} TelaahFrequencyRequest;

typedef struct
{
  char  *word;                 /* folded; of stems the form that comes most often */
  guint  count;
  guint  n_sources;            /* that have it */
  double per_thousand;         /* of all words counted over, stop words too */
} TelaahFrequency;

/* ---- Key words: what is tagged with a theme against the rest of the body ---- */

typedef struct
{
  char  *word;
  guint  count;                /* in what is tagged */
  guint  rest;                 /* in the rest */
  double likelihood;           /* Dunning's log-likelihood G2; 3.84: p < 0.05, 10.83: p < 0.001 */
  double ratio;                /* log2 of the relative frequencies; below 0: rarer than in the rest */
} TelaahKeyWord;

void       telaah_concordance_line_free          (TelaahConcordanceLine *self);
void       telaah_frequency_free                 (TelaahFrequency       *self);
void       telaah_key_word_free                  (TelaahKeyWord         *self);

/* At once, for the command line … */
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

/* Sorts in place; stable. */
void       telaah_concordance_sort               (GPtrArray              *lines,
                                                  TelaahConcordanceOrder  order);

/* As CSV with a line of names: UTF-8, RFC 4180. */
char      *telaah_concordance_dup_csv            (TelaahSession          *session,
                                                  GPtrArray              *lines);
char      *telaah_frequencies_dup_csv            (GPtrArray              *frequencies);
char      *telaah_key_words_dup_csv              (GPtrArray              *words);

G_END_DECLS
