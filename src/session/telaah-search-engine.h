/* Finds in a project what a query asks for: which texts, by the index where there is one, and where in them. Belongs to one
 * thread, as all that it has open.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session/telaah-search-scene.h"
#include "store/telaah-store.h"

G_BEGIN_DECLS

typedef struct _TelaahSearchEngine TelaahSearchEngine;

/* What it has found so far is in the array that was given; it may be taken out. */
typedef void (*TelaahSearchFound) (GPtrArray *hits,
                                   gpointer   user_data);

TelaahQuery        *telaah_search_scene_dup_query (TelaahSearchScene         *scene,
                                                   const TelaahSearchRequest *request,
                                                   GError                   **error);

TelaahSearchEngine *telaah_search_engine_new  (const char                *path,      /* of the project */
                                               TelaahStore               *store);    /* of this thread; NULL: its own */
void                telaah_search_engine_free (TelaahSearchEngine        *self);
gboolean            telaah_search_engine_run  (TelaahSearchEngine        *self,
                                               TelaahSearchScene         *scene,     /* of the request's scope */
                                               TelaahQuery               *query,
                                               const TelaahSearchRequest *request,
                                               GPtrArray                 *hits,      /* TelaahHit; appended */
                                               TelaahSearchFound          found,     /* after each stretch; may be NULL */
                                               gpointer                   user_data,
                                               GCancellable              *cancellable,
                                               GError                   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahSearchEngine, telaah_search_engine_free)

G_END_DECLS
