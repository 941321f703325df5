/* What tests of sessions need: a small project, and the whole of what a session shows as one text.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session/telaah-session.h"
#include "support/telaah-test.h"

G_BEGIN_DECLS

TelaahDocument *telaah_test_document_new  (const char     *file_name,
                                           const char     *body);
TelaahSession  *telaah_test_project_new   (const char     *name,
                                           ...) G_GNUC_NULL_TERMINATED;
TelaahSession  *telaah_test_reopen        (TelaahSession  *session);
void            telaah_test_let_go        (TelaahSession  *session);
const char     *telaah_test_get_id        (GListModel     *list,
                                           guint           position);
char           *telaah_test_tag           (TelaahSession  *session,
                                           const char     *source,
                                           guint           start,
                                           guint           end,
                                           ...) G_GNUC_NULL_TERMINATED;
char           *telaah_test_describe      (TelaahSession  *session);
void            telaah_test_assert_live   (TelaahSession  *session);
void            telaah_test_spin          (guint           milliseconds);

/* Two texts, three themes, one of them below another; no passage yet. For g_test_add(). */
typedef struct
{
  TelaahSession *session;
  char          *path;
  char          *sources[2];
  char          *themes[3];      /* Tantangan, Manfaat, Manfaat → Ekonomi */
} TelaahTestProject;

void telaah_test_project_set_up    (TelaahTestProject *self,
                                    gconstpointer      data);
void telaah_test_project_tear_down (TelaahTestProject *self,
                                    gconstpointer      data);

/* That a @call is refused with @code in one sentence, and that neither the file nor what is shown has changed; it
 * passes &refusal for its error. */
#define telaah_test_refuses(session, error_code, call)                                               \
  G_STMT_START                                                                                       \
  {                                                                                                  \
    g_autofree char *refused_before = telaah_test_dump_all (telaah_session_get_path (session));      \
    g_autofree char *refused_shown = telaah_test_describe (session);                                 \
    g_autofree char *refused_shows = NULL;                                                           \
    g_autoptr(GError) refusal = NULL;                                                                \
                                                                                                     \
    g_assert_false (call);                                                                           \
    telaah_test_assert_refused (telaah_session_get_path (session), refused_before, refusal,          \
                                TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_##error_code);            \
    refused_shows = telaah_test_describe (session);                                                  \
    telaah_test_assert_text (refused_shows, refused_shown);                                              \
  }                                                                                                  \
  G_STMT_END

/* That a @call succeeds, and that what is shown is then what is stored; it passes &fault for its error. */
#define telaah_test_does(session, call)                                                              \
  G_STMT_START                                                                                       \
  {                                                                                                  \
    g_autoptr(GError) fault = NULL;                                                                  \
    gboolean did = (call) != 0;                                                                      \
                                                                                                     \
    g_assert_no_error (fault);                                                                       \
    g_assert_true (did);                                                                             \
    telaah_test_assert_live (session);                                                               \
  }                                                                                                  \
  G_STMT_END

/* A list as somebody sees it who only hears "items-changed". */
typedef struct
{
  GListModel *list;
  GPtrArray  *items;
} TelaahTestWatch;

TelaahTestWatch *telaah_test_watch_new    (GListModel      *list);
void             telaah_test_watch_check  (TelaahTestWatch *self);
void             telaah_test_watch_free   (TelaahTestWatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahTestWatch, telaah_test_watch_free)

G_END_DECLS
