/* What is left to do in the outline, and how many words it has: found in idle time and kept in step with the project.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "analysis/telaah-open-end.h"
#include "session/telaah-session.h"

G_BEGIN_DECLS

/* One of them. Ids; NULL where the kind has none of that. */
typedef struct
{
  TelaahOpenEndKind  kind;
  char              *id;        /* of its own, among all of its kind */
  char              *point;
  char              *source;
  char              *passage;
  char              *theme;
} TelaahOpenPlace;

typedef struct _TelaahOpenEnds TelaahOpenEnds;

typedef void (*TelaahOpenEndsFunc) (TelaahOpenEnds *ends,
                                    gpointer        user_data);

TelaahOpenEnds *telaah_open_ends_new        (TelaahSession       *session,
                                             TelaahOpenEndsFunc   counted,
                                             gpointer             user_data);
void            telaah_open_ends_free       (TelaahOpenEnds      *self);
void            telaah_open_ends_set_active (TelaahOpenEnds      *self,
                                             gboolean             active);
guint           telaah_open_ends_get_count  (TelaahOpenEnds      *self,
                                             TelaahOpenEndKind    kind);

/* (element-type TelaahOpenPlace): replaced after a count, never changed. */
GPtrArray      *telaah_open_ends_get        (TelaahOpenEnds      *self,
                                             TelaahOpenEndKind    kind);

void            telaah_open_ends_count_words (TelaahOpenEnds     *self,
                                             const char          *point,
                                             guint               *written,
                                             guint               *quoted);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahOpenEnds, telaah_open_ends_free)

G_END_DECLS
