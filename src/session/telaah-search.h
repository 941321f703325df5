/* Searching a project: texts by their index where there is one, notes and summaries as they are.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session/telaah-session.h"
#include "text/telaah-query.h"

G_BEGIN_DECLS

typedef enum
{
  TELAAH_SCOPE_TEXT      = 1 << 0,
  TELAAH_SCOPE_NOTES     = 1 << 1,
  TELAAH_SCOPE_SUMMARIES = 1 << 2,
  TELAAH_SCOPE_ALL       = TELAAH_SCOPE_TEXT | TELAAH_SCOPE_NOTES | TELAAH_SCOPE_SUMMARIES,
} TelaahSearchScope;

typedef struct
{
  const char        *words;
  TelaahSearchFlags  flags;
  TelaahSearchScope  scope;
  const char        *source;    /* id; NULL: all of them */
  guint              limit;     /* stop after so many hits; 0: never */
} TelaahSearchRequest;

/* At once, for the command line: TelaahHit, by source in the project's order, then by place. Notes follow the texts,
 * summaries the notes. Where a regular expression ran out of time: the hits found till then, and @error set too. */
GPtrArray    *telaah_session_search          (TelaahSession             *self,
                                              const TelaahSearchRequest *request,
                                              GCancellable              *cancellable,
                                              GError                   **error);

/* A search that goes on in a thread while one types. Made by the window, run again with every key and after every "changed"
 * that may matter; what it finds comes in batches.
 *
 * Signals: "restarted" (), the hits are gone; "added" (guint first, guint n); "done" ().
 * A search that was overtaken by the next run says nothing more. */
#define TELAAH_TYPE_SEARCH (telaah_search_get_type ())
G_DECLARE_FINAL_TYPE (TelaahSearch, telaah_search, TELAAH, SEARCH, GObject)

TelaahSearch *telaah_search_new              (TelaahSession             *session);
void          telaah_search_run              (TelaahSearch              *self,
                                              const TelaahSearchRequest *request);
void          telaah_search_stop             (TelaahSearch              *self);
gboolean      telaah_search_is_busy          (TelaahSearch              *self);
GPtrArray    *telaah_search_get_hits         (TelaahSearch              *self);    /* TelaahHit; borrowed, grows */
const char   *telaah_search_get_message      (TelaahSearch              *self);    /* what is wrong with it, or NULL */

/* The index is a file of its own in the user's cache, one a project; a project can be searched without. */
void          telaah_session_index_async     (TelaahSession             *self,     /* brings it up to date in a thread */
                                              gboolean                   anew,     /* makes all of it again */
                                              GFileProgressCallback      progress, /* bytes done, bytes in all; in the main
                                                                                    * context; may be NULL */
                                              gpointer                   progress_data,
                                              GCancellable              *cancellable,
                                              GAsyncReadyCallback        callback,
                                              gpointer                   user_data);
gboolean      telaah_session_index_finish    (TelaahSession             *self,
                                              GAsyncResult              *result,
                                              GError                   **error);
gboolean      telaah_session_index           (TelaahSession             *self,     /* the same at once, for the command line */
                                              gboolean                   anew,
                                              GError                   **error);
gboolean      telaah_session_is_indexed      (TelaahSession             *self);    /* every text as it is now */

G_END_DECLS
