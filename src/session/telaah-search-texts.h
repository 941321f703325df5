/* The texts of a project as a search wants them: with their sentences, and with what is clutter in them. The last ones are
 * kept. Belongs to one thread.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session/telaah-search-scene.h"
#include "store/telaah-index.h"
#include "store/telaah-store.h"

G_BEGIN_DECLS

typedef struct _TelaahSearchTexts TelaahSearchTexts;

typedef struct
{
  TelaahText *text;
  GArray     *sentences;    /* TelaahSpan */
  GArray     *clutter;      /* TelaahSpan */
} TelaahReadText;

TelaahSearchTexts    *telaah_search_texts_new       (TelaahStore              *store);
void                  telaah_search_texts_free      (TelaahSearchTexts        *self);
void                  telaah_search_texts_follow    (TelaahSearchTexts        *self,      /* marks are read again if this */
                                                     guint                     marks);    /* is another number */
const TelaahReadText *telaah_search_texts_read      (TelaahSearchTexts        *self,      /* until the next is read */
                                                     const TelaahSceneSource  *source,
                                                     TelaahIndex              *index,     /* nullable */
                                                     GError                  **error);
const GArray         *telaah_search_texts_find_open (TelaahSearchTexts        *self,
                                                     const TelaahSceneSource  *source,
                                                     TelaahIndex              *index,
                                                     const TelaahIndexed      *indexed,
                                                     GError                  **error);
gboolean              telaah_search_texts_is_in     (TelaahSearchTexts        *self,
                                                     const TelaahSceneSource  *source,
                                                     TelaahIndex              *index);
gboolean              telaah_search_texts_index     (TelaahSearchTexts        *self,      /* between its begin and end */
                                                     const TelaahSceneSource  *source,
                                                     TelaahIndex              *index,
                                                     GCancellable             *cancellable,
                                                     GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahSearchTexts, telaah_search_texts_free)

G_END_DECLS
