/* What is left to do in the outline: cells not yet read, stale summaries, passages that are
 * evidence of no point.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session/telaah-session.h"

G_BEGIN_DECLS

typedef enum
{
  TELAAH_OPEN_END_UNREAD,
  TELAAH_OPEN_END_STALE,
  TELAAH_OPEN_END_LOOSE,    /* a passage in no point */
} TelaahOpenEnd;

#define TELAAH_N_OPEN_ENDS (TELAAH_OPEN_END_LOOSE + 1)

/* Counts in idle time, a little at once, so that a large project is not felt. */
typedef struct _TelaahOpenEnds TelaahOpenEnds;

typedef void (*TelaahOpenEndsFunc) (TelaahOpenEnds *ends,
                                    gpointer        user_data);

TelaahOpenEnds *telaah_open_ends_new       (TelaahSession       *session,
                                            TelaahOpenEndsFunc   counted,
                                            gpointer             user_data);
void            telaah_open_ends_free      (TelaahOpenEnds      *self);
void            telaah_open_ends_restart   (TelaahOpenEnds      *self);
guint           telaah_open_ends_get_count (TelaahOpenEnds      *self,
                                            TelaahOpenEnd        kind);
gboolean        telaah_open_ends_next      (TelaahOpenEnds      *self,
                                            TelaahOpenEnd        kind,
                                            char               **first,
                                            char               **second);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahOpenEnds, telaah_open_ends_free)

G_END_DECLS
