/* A passage in its text, with what stands before and after it, as a seminar reads it. No GTK.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session/telaah-session.h"

G_BEGIN_DECLS

typedef struct
{
  char       *source;       /* its id */
  char       *name;
  char       *section;      /* or NULL */
  char       *before;       /* paragraphs, or NULL */
  char       *words;        /* the paragraphs that the passage is in */
  char       *after;        /* or NULL */
  TelaahSpan  span;         /* the passage in @words, in bytes */
  gboolean    lost;         /* the text has its words no more: they are all there is */
} TelaahSeminarPlace;

TelaahSeminarPlace *telaah_seminar_place_new  (TelaahSession      *session,
                                               const char         *passage);
void                telaah_seminar_place_free (TelaahSeminarPlace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahSeminarPlace, telaah_seminar_place_free)

G_END_DECLS
