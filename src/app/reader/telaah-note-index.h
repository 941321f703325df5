/* All notes of a project, to search and filter as fast as one types.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session/telaah-session.h"

G_BEGIN_DECLS

typedef struct _TelaahNoteIndex TelaahNoteIndex;

typedef struct
{
  const char *words;      /* all of these, in any case and with any accents; "": any */
  const char *kind;       /* NULL: any */
  const char *target;     /* NULL: any */
  const char *coder;      /* NULL: any */
  gboolean    oldest;     /* first; else the newest */
} TelaahNoteQuery;

TelaahNoteIndex *telaah_note_index_new        (void);
void             telaah_note_index_free       (TelaahNoteIndex       *self);
void             telaah_note_index_sync       (TelaahNoteIndex       *self,
                                               TelaahSession         *session,
                                               gboolean               anew);
guint            telaah_note_index_get_n      (TelaahNoteIndex       *self);
GPtrArray       *telaah_note_index_find       (TelaahNoteIndex       *self,
                                               const TelaahNoteQuery *query);
GPtrArray       *telaah_note_index_dup_coders (TelaahNoteIndex       *self);

char            *telaah_note_dup_target_words (TelaahSession         *session,
                                               const char            *kind,
                                               const char            *target);
void             telaah_note_count_all        (TelaahSession         *session);
guint            telaah_note_count_on         (TelaahSession         *session,
                                               const char            *target);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahNoteIndex, telaah_note_index_free)

G_END_DECLS
