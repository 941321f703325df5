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
