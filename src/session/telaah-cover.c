/* Goes through a source and tells what stands within a passage of a theme already.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "session/telaah-cover.h"

/* @theme: (nullable); borrowed */
void
telaah_cover_init (TelaahCover   *self,
                   TelaahSession *session,
                   const char    *source,
                   const char    *theme)
{
  *self = (TelaahCover) { .passages = telaah_session_get_passages (session, source), .theme = theme };
}

/* Spans are to be asked for in text order, as the passages are. */
gboolean
telaah_cover_has (TelaahCover *self,
                  TelaahSpan   span)
{
  if (self->theme == NULL)
    return FALSE;

  for (; self->next < g_list_model_get_n_items (self->passages); self->next++)
    {
      g_autoptr(TelaahPassage) passage = g_list_model_get_item (self->passages, self->next);
      const TelaahPassageFields *f = telaah_passage_fields (passage);

      if (f->span.start > span.start)
        break;
      if (f->lost == NULL && telaah_passage_has_theme (passage, self->theme))
        self->reach = MAX (self->reach, f->span.end);
    }

  return self->reach >= span.end;
}
