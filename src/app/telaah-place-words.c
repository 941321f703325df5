/* How the place of a passage in its text is told.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/telaah-place-words.h"

#include <glib/gi18n.h>

char *
telaah_place_words_dup (TelaahSession *session,
                        TelaahPassage *passage)
{
  const TelaahPassageFields *f = telaah_passage_fields (passage);

  return telaah_place_words_dup_at (session, f->source, f->span.start);
}

char *
telaah_place_words_dup_at (TelaahSession *session,
                           const char    *source,
                           guint          offset)
{
  const char *words = telaah_session_get_section (session, source, offset);

  /* Translators: the heading of the section that a passage stands in */
  return words != NULL && *words != '\0' ? g_strdup_printf (_("§ %s"), words) : NULL;
}
