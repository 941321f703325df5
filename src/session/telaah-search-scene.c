/* What a search needs to know of a project: made once for every change, not for every key.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "session/telaah-search-scene.h"

#include <string.h>

#include "session/telaah-session-private.h"

#define KEEPER "telaah-search-scene"

/* ---- Parts ---- */

static void
source_free (gpointer data)
{
  TelaahSceneSource *source = data;

  g_free (source->id);
  g_free (source->sha256);
  g_free (source->language);
  g_free (source);
}

static void
note_free (gpointer data)
{
  TelaahSceneNote *note = data;

  g_free (note->source);
  g_free (note->target);
  g_free (note->text);
  g_free (note->language);
  g_free (note);
}

static GPtrArray *
list_sources (TelaahSession *self)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func (source_free);

  for (guint i = 0; i < telaah_list_get_length (self->sources); i++)
    {
      const TelaahSourceFields *f = telaah_source_fields (telaah_list_peek (self->sources, i));
      TelaahSceneSource *source = g_new (TelaahSceneSource, 1);

      source->id = g_strdup (f->id);
      source->sha256 = g_strdup (f->sha256);
      source->language = g_strdup (telaah_session_get_reading_language (self, f->id));
      g_ptr_array_add (sources, source);
    }

  return sources;
}

/* What one writes is in the project's language, or else in that of what it is about. */
static const char *
get_language (TelaahSession *self,
              const char    *source)
{
  const char *language = telaah_session_get_language (self);

  if (language == NULL && source == NULL && telaah_list_get_length (self->sources) > 0)
    source = telaah_source_fields (telaah_list_peek (self->sources, 0))->id;

  return language == NULL && source != NULL ? telaah_session_get_reading_language (self, source) : language;
}

static void
add_note (TelaahSession *self,
          GPtrArray     *notes,
          TelaahPlace    place,
          const char    *source,
          const char    *target,
          const char    *text)
{
  TelaahSceneNote *note = g_new (TelaahSceneNote, 1);

  *note = (TelaahSceneNote) {
    place, g_strdup (source), g_strdup (target), g_strdup (text), g_strdup (get_language (self, source)),
  };
  g_ptr_array_add (notes, note);
}

/* Of which source it is, if of any. */
static const char *
find_source_of_note (TelaahSession          *self,
                     const TelaahNoteFields *note)
{
  const char *id = note->target;
  TelaahPassage *passage;

  if (strcmp (note->kind, "passage") == 0)
    {
      passage = telaah_session_find_passage (self, note->target);
      return passage != NULL ? telaah_passage_fields (passage)->source : NULL;
    }

  if (strcmp (note->kind, "cell") == 0)
    id = strrchr (note->target, ' ') != NULL ? strrchr (note->target, ' ') + 1 : NULL;
  else if (strcmp (note->kind, "source") != 0)
    return NULL;

  return id != NULL && telaah_session_find_source (self, id) != NULL ? id : NULL;
}

static GPtrArray *
list_notes (TelaahSession *self)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (note_free);
  TelaahList *list = TELAAH_LIST (telaah_session_get_notes (self));

  for (guint i = 0; i < telaah_list_get_length (list); i++)
    {
      const TelaahNoteFields *f = telaah_note_fields (telaah_list_peek (list, i));

      add_note (self, notes, TELAAH_PLACE_NOTE, find_source_of_note (self, f), f->id, f->text);
    }

  return notes;
}

/* Those of each source in the order of the points at hand; of other outlines behind them. */
static int
compare_cells (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const TelaahCellFields *f = telaah_cell_fields (*(TelaahCell *const *) a);
  const TelaahCellFields *g = telaah_cell_fields (*(TelaahCell *const *) b);
  GHashTable *places = user_data;
  guint x = GPOINTER_TO_UINT (g_hash_table_lookup (places, f->source));
  guint y = GPOINTER_TO_UINT (g_hash_table_lookup (places, g->source));

  if (x == y)
    {
      /* None is G_MAXUINT. */
      x = GPOINTER_TO_UINT (g_hash_table_lookup (places, f->point)) - 1;
      y = GPOINTER_TO_UINT (g_hash_table_lookup (places, g->point)) - 1;
    }

  return x != y ? (x < y ? -1 : 1) : strcmp (f->point, g->point);
}

static GPtrArray *
list_summaries (TelaahSession *self)
{
  GPtrArray *summaries = g_ptr_array_new_with_free_func (note_free);
  g_autoptr(GPtrArray) cells = g_ptr_array_new ();
  g_autoptr(GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer cell;

  for (guint i = 0; i < telaah_list_get_length (self->sources); i++)
    g_hash_table_insert (places, (gpointer) telaah_source_fields (telaah_list_peek (self->sources, i))->id,
                         GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < telaah_list_get_length (self->points); i++)
    g_hash_table_insert (places, (gpointer) telaah_point_fields (telaah_list_peek (self->points, i))->id,
                         GUINT_TO_POINTER (i + 1));

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, NULL, &cell))
    if (telaah_cell_fields (cell)->summary != NULL && g_hash_table_contains (places, telaah_cell_fields (cell)->source))
      g_ptr_array_add (cells, cell);
  g_ptr_array_sort_with_data (cells, compare_cells, places);

  for (guint i = 0; i < cells->len; i++)
    {
      const TelaahCellFields *f = telaah_cell_fields (cells->pdata[i]);

      add_note (self, summaries, TELAAH_PLACE_SUMMARY, f->source, f->point, f->summary);
    }

  return summaries;
}

static GPtrArray *
list_synonyms (TelaahSession *self)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  GListModel *list = telaah_session_get_synonyms (self);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (groups, g_strsplit (telaah_synonyms_fields (telaah_list_peek (TELAAH_LIST (list), i))->words,
                                         "\n", -1));
  g_ptr_array_add (groups, NULL);

  return groups;
}

/* ---- What is kept with the session ---- */

typedef struct
{
  guint      marks;
  GPtrArray *sources;      /* each NULL until asked for */
  GPtrArray *notes;
  GPtrArray *summaries;
  GPtrArray *synonyms;
} Keeper;

static void
keeper_free (gpointer data)
{
  Keeper *keeper = data;

  g_clear_pointer (&keeper->sources, g_ptr_array_unref);
  g_clear_pointer (&keeper->notes, g_ptr_array_unref);
  g_clear_pointer (&keeper->summaries, g_ptr_array_unref);
  g_clear_pointer (&keeper->synonyms, g_ptr_array_unref);
  g_free (keeper);
}

/* Before anybody hears of the changes, and searches again. */
void
telaah_session_forget_search_scene (TelaahSession *self,
                                    TelaahChange   changes)
{
  Keeper *keeper = g_object_get_data (G_OBJECT (self), KEEPER);

  if (keeper == NULL)
    return;

  if (changes & (TELAAH_CHANGE_PROJECT | TELAAH_CHANGE_SOURCES))
    g_clear_pointer (&keeper->sources, g_ptr_array_unref);
  if (changes & (TELAAH_CHANGE_SOURCES | TELAAH_CHANGE_NOTES | TELAAH_CHANGE_PASSAGES))
    g_clear_pointer (&keeper->notes, g_ptr_array_unref);
  if (changes & (TELAAH_CHANGE_SOURCES | TELAAH_CHANGE_CELLS | TELAAH_CHANGE_POINTS | TELAAH_CHANGE_OUTLINES))
    g_clear_pointer (&keeper->summaries, g_ptr_array_unref);
  if (changes & TELAAH_CHANGE_SYNONYMS)
    g_clear_pointer (&keeper->synonyms, g_ptr_array_unref);
  if (changes & (TELAAH_CHANGE_MARKS | TELAAH_CHANGE_SOURCES))
    keeper->marks++;
}

static Keeper *
need_keeper (TelaahSession *self)
{
  Keeper *keeper = g_object_get_data (G_OBJECT (self), KEEPER);

  if (keeper == NULL)
    {
      keeper = g_new0 (Keeper, 1);
      g_object_set_data_full (G_OBJECT (self), KEEPER, keeper, keeper_free);
    }

  return keeper;
}

/* ---- The whole ---- */

TelaahSearchScene *
telaah_session_get_search_scene (TelaahSession     *self,
                                 TelaahSearchScope  scope)
{
  Keeper *keeper = need_keeper (self);
  TelaahSearchScene *scene = g_new0 (TelaahSearchScene, 1);

  if (keeper->sources == NULL)
    keeper->sources = list_sources (self);
  if (keeper->notes == NULL && (scope & TELAAH_SCOPE_NOTES))
    keeper->notes = list_notes (self);
  if (keeper->summaries == NULL && (scope & TELAAH_SCOPE_SUMMARIES))
    keeper->summaries = list_summaries (self);
  if (keeper->synonyms == NULL)
    keeper->synonyms = list_synonyms (self);

  g_atomic_ref_count_init (&scene->ref_count);
  scene->path = g_strdup (self->path);
  scene->marks = keeper->marks;
  scene->sources = g_ptr_array_ref (keeper->sources);
  scene->synonyms = g_ptr_array_ref (keeper->synonyms);
  if (scope & TELAAH_SCOPE_NOTES)
    scene->notes = g_ptr_array_ref (keeper->notes);
  if (scope & TELAAH_SCOPE_SUMMARIES)
    scene->summaries = g_ptr_array_ref (keeper->summaries);

  return scene;
}

TelaahSearchScene *
telaah_search_scene_ref (TelaahSearchScene *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
telaah_search_scene_unref (TelaahSearchScene *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->synonyms);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->summaries, g_ptr_array_unref);
  g_free (self->path);
  g_free (self);
}
