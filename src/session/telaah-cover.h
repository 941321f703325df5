/* Goes through a source and tells what stands within a passage of a theme already.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session/telaah-session.h"

G_BEGIN_DECLS

typedef struct
{
  GListModel *passages;    /* of the source; borrowed, as long as they do not change */
  const char *theme;       /* id; NULL: nothing has it */
  guint       next;
  guint       reach;       /* the furthest end of those that start before where one is */
} TelaahCover;

void     telaah_cover_init (TelaahCover   *self,
                            TelaahSession *session,
                            const char    *source,
                            const char    *theme);
gboolean telaah_cover_has  (TelaahCover   *self,
                            TelaahSpan     span);

G_END_DECLS
