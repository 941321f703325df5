/* Searching a project at once, for the command line.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "session/telaah-search-engine.h"
#include "session/telaah-session-private.h"

#define ENGINE "telaah-search-engine"

static TelaahSearchEngine *
need_engine (TelaahSession *self)
{
  TelaahSearchEngine *engine = g_object_get_data (G_OBJECT (self), ENGINE);

  if (engine == NULL)
    {
      engine = telaah_search_engine_new (self->path, self->store);
      g_object_set_data_full (G_OBJECT (self), ENGINE, engine, (GDestroyNotify) telaah_search_engine_free);
    }

  return engine;
}

GPtrArray *
telaah_session_search (TelaahSession              *self,
                       const TelaahSearchRequest  *request,
                       GCancellable               *cancellable,
                       GError                    **error)
{
  g_autoptr(TelaahSearchScene) scene = telaah_session_get_search_scene (self, request->scope);
  g_autoptr(TelaahQuery) query = telaah_search_scene_dup_query (scene, request, error);
  g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_hit_free);

  if (query == NULL ||
      (request->source != NULL &&
       !telaah_session_need (telaah_session_find_source (self, request->source), N_("source"), error)))
    return NULL;

  if (!telaah_search_engine_run (need_engine (self), scene, query, request, hits, NULL, NULL, cancellable, error) &&
      (error == NULL || !g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT)))
    return NULL;

  return g_steal_pointer (&hits);
}
