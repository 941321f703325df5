/* The live lists of a session: filled on opening, then brought up to date from the journal.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "session/telaah-session-private.h"

#define COMPARE ((GCompareFunc) telaah_passage_compare)

/* The texts that are kept at hand. */
#define N_TEXTS 6

typedef struct
{
  char       *sha256;
  TelaahText *text;
} Text;

/* ---- Passages ---- */

static TelaahList *
need_list (TelaahSession *self,
           const char    *source)
{
  TelaahList *list = g_hash_table_lookup (self->passages, source);

  if (list == NULL)
    {
      list = telaah_list_new (TELAAH_TYPE_PASSAGE);
      g_hash_table_insert (self->passages, g_strdup (source), list);
    }

  return list;
}

static void
count (TelaahSession *self,
       TelaahPassage *passage,
       int            by)
{
  const TelaahPassageFields *f = telaah_passage_fields (passage);
  GHashTable *themes = g_hash_table_lookup (self->counts, f->source);

  if (themes == NULL)
    {
      themes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_hash_table_insert (self->counts, g_strdup (f->source), themes);
    }

  for (guint i = 0; f->themes[i] != NULL; i++)
    {
      guint *n = g_hash_table_lookup (themes, f->themes[i]);

      if (n == NULL)
        {
          n = g_new0 (guint, 1);
          g_hash_table_insert (themes, g_strdup (f->themes[i]), n);
        }
      *n += by;
    }
}

/* Those of a source together, in the order that they had in its text. */
static int
compare_review (gconstpointer a,
                gconstpointer b)
{
  int order = strcmp (telaah_passage_fields ((TelaahPassage *) a)->source,
                      telaah_passage_fields ((TelaahPassage *) b)->source);

  return order != 0 ? order : telaah_passage_compare ((TelaahPassage *) a, (TelaahPassage *) b);
}

static void
take_out (TelaahSession *self,
          TelaahPassage *passage)
{
  const TelaahPassageFields *f = telaah_passage_fields (passage);
  g_autoptr(TelaahPassage) kept = g_object_ref (passage);

  g_hash_table_remove (self->passages_by_id, f->id);
  telaah_session_touch (self, passage);
  if (f->lost != NULL)
    {
      telaah_list_remove (self->review, passage, compare_review);
      self->pending |= TELAAH_CHANGE_REVIEW;
      return;
    }

  count (self, passage, -1);
  telaah_session_index_passage (self, passage, FALSE);
  telaah_list_remove (need_list (self, f->source), passage, COMPARE);
}

/* The id in the hash belongs to the passage itself. */
static void
put_in (TelaahSession *self,
        TelaahPassage *passage,
        gboolean       quiet)
{
  const TelaahPassageFields *f = telaah_passage_fields (passage);
  GCompareFunc compare = f->lost != NULL ? compare_review : COMPARE;
  TelaahList *list = f->lost != NULL ? self->review : need_list (self, f->source);

  g_hash_table_replace (self->passages_by_id, (gpointer) f->id, g_object_ref (passage));
  if (!quiet)
    telaah_session_touch (self, passage);
  if (f->lost != NULL)
    self->pending |= TELAAH_CHANGE_REVIEW;
  else
    {
      count (self, passage, 1);
      telaah_session_index_passage (self, passage, TRUE);
    }

  if (quiet)
    telaah_list_append_quiet (list, passage);
  else
    telaah_list_insert (list, passage, compare);
}

static gboolean
load_passages (TelaahSession  *self,
               GError        **error)
{
  g_autoptr(GPtrArray) passages = telaah_store_dup_passages (self->store, NULL, error);
  GHashTableIter iter;
  gpointer list;

  if (passages == NULL)
    return FALSE;

  for (guint i = 0; i < passages->len; i++)
    put_in (self, passages->pdata[i], TRUE);

  g_hash_table_iter_init (&iter, self->passages);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    telaah_list_sort_quiet (list, COMPARE);
  telaah_list_sort_quiet (self->review, compare_review);

  return TRUE;
}

static gboolean
refresh_passage (TelaahSession  *self,
                 const char     *id,
                 GError        **error)
{
  g_autoptr(GPtrArray) now = telaah_store_dup_passages (self->store, id, error);
  TelaahPassage *old = g_hash_table_lookup (self->passages_by_id, id);

  if (now == NULL)
    return FALSE;

  if (old != NULL)
    take_out (self, old);
  if (now->len > 0)
    put_in (self, now->pdata[0], FALSE);

  return TRUE;
}

/* ---- Sources, themes, points ---- */

static void
index_list (TelaahSession *self,
            TelaahList    *list)
{
  for (guint i = 0; i < telaah_list_get_length (list); i++)
    {
      GObject *item = telaah_list_peek (list, i);
      const char *id = TELAAH_IS_SOURCE (item) ? telaah_source_fields (TELAAH_SOURCE (item))->id
                     : TELAAH_IS_THEME (item) ? telaah_theme_fields (TELAAH_THEME (item))->id
                                              : telaah_point_fields (TELAAH_POINT (item))->id;

      g_hash_table_replace (self->by_id, (gpointer) id, item);
    }
}

gboolean
telaah_session_load_trees (TelaahSession  *self,
                           GError        **error)
{
  g_autoptr(GPtrArray) sources = telaah_store_dup_sources (self->store, error);
  g_autoptr(GPtrArray) themes = sources != NULL ? telaah_store_dup_themes (self->store, error) : NULL;
  g_autoptr(GPtrArray) points = themes != NULL && telaah_session_load_outlines (self, error)
                                ? telaah_store_dup_points (self->store, self->outline, error) : NULL;
  g_autoptr(GHashTable) project = points != NULL ? telaah_store_dup_project (self->store, error) : NULL;

  if (project == NULL)
    return FALSE;

  g_clear_pointer (&self->project, g_hash_table_unref);
  self->project = g_steal_pointer (&project);

  /* The ids in the index belong to items that the updates may let go. */
  g_hash_table_remove_all (self->by_id);
  g_clear_pointer (&self->map, telaah_evidence_map_free);

  telaah_list_update (self->sources, sources, telaah_source_equal);
  telaah_list_update (self->themes, themes, telaah_theme_equal);

  self->all_touched = TRUE;
  self->points_implied = points->len == 0 && strcmp (self->outline, TELAAH_FIRST_OUTLINE) == 0;
  if (self->points_implied)
    {
      g_ptr_array_unref (points);
      points = telaah_points_of_themes (G_LIST_MODEL (self->themes));
    }
  telaah_list_update (self->points, points, telaah_point_equal);

  index_list (self, self->sources);
  index_list (self, self->themes);
  index_list (self, self->points);

  telaah_list_flush (self->sources);
  telaah_list_flush (self->themes);
  telaah_list_flush (self->points);
  telaah_list_flush (self->outlines);

  return TRUE;
}

static void
load_history (TelaahSession *self)
{
  g_free (self->undo);
  g_free (self->redo);
  self->undo = telaah_journal_dup_undo (self->store, self->user);
  self->redo = telaah_journal_dup_redo (self->store, self->user);
}

/* For those who share a login, as a seminar does. */
void
telaah_session_set_user (TelaahSession *self,
                         const char    *user)
{
  g_free (self->user);
  self->user = g_strdup (user != NULL && *user != '\0' ? user : g_get_user_name ());
  load_history (self);
  self->pending |= TELAAH_CHANGE_HISTORY;
  telaah_session_announce (self);
}

/* Fills everything; before anybody sees it. */
gboolean
telaah_session_load (TelaahSession  *self,
                     GError        **error)
{
  self->news.seq = telaah_journal_get_last (self->store);
  load_history (self);

  /* At the end, what somebody has written while we read. */
  return telaah_session_load_trees (self, error) && load_passages (self, error) &&
         telaah_session_load_cells (self, error) && telaah_session_load_links (self, error) &&
         telaah_session_load_synonyms (self, error) && telaah_session_pull (self, error);
}

static TelaahChange
changes_of (const TelaahNews *news)
{
  static const TelaahChange changes[TELAAH_N_TABLES] = {
    [TELAAH_TABLE_PROJECT] = TELAAH_CHANGE_PROJECT,
    [TELAAH_TABLE_SOURCE] = TELAAH_CHANGE_SOURCES,
    /* Where no point has been made, the themes are the points. */
    [TELAAH_TABLE_THEME] = TELAAH_CHANGE_THEMES | TELAAH_CHANGE_POINTS,
    [TELAAH_TABLE_PASSAGE] = TELAAH_CHANGE_PASSAGES,
    [TELAAH_TABLE_CODING] = TELAAH_CHANGE_PASSAGES,
    [TELAAH_TABLE_NOTE] = TELAAH_CHANGE_PASSAGES | TELAAH_CHANGE_NOTES,
    [TELAAH_TABLE_POINT] = TELAAH_CHANGE_POINTS,
    [TELAAH_TABLE_CELL] = TELAAH_CHANGE_CELLS,
    [TELAAH_TABLE_PIN] = TELAAH_CHANGE_CELLS,
    [TELAAH_TABLE_MARK] = TELAAH_CHANGE_MARKS,
    [TELAAH_TABLE_ATTRIBUTE] = TELAAH_CHANGE_SOURCES,
    [TELAAH_TABLE_OUTLINE] = TELAAH_CHANGE_OUTLINES,
    [TELAAH_TABLE_STANDS_FOR] = TELAAH_CHANGE_POINTS,
    [TELAAH_TABLE_LINK] = TELAAH_CHANGE_CELLS,
    [TELAAH_TABLE_HIDDEN] = TELAAH_CHANGE_POINTS,
    [TELAAH_TABLE_SYNONYMS] = TELAAH_CHANGE_SYNONYMS,
    [TELAAH_TABLE_REFUSED] = TELAAH_CHANGE_REFUSED,
  };
  TelaahChange all = news->n_rows > 0 ? TELAAH_CHANGE_HISTORY : 0;

  for (guint i = 0; i < TELAAH_N_TABLES; i++)
    if (news->tables[i])
      all |= changes[i];

  return all;
}

/* The small things by themselves; pins links and synonyms, of which there are few, all together. */
static gboolean
pull_cells (TelaahSession  *self,
            GError        **error)
{
  GHashTableIter iter;
  gpointer key;

  if (self->news.tables[TELAAH_TABLE_PIN] && !telaah_session_load_cells (self, error))
    return FALSE;

  g_hash_table_iter_init (&iter, self->news.cells);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!telaah_session_refresh_cell (self, key, error))
      return FALSE;

  if (self->news.tables[TELAAH_TABLE_LINK] && !telaah_session_load_links (self, error))
    return FALSE;
  if (self->news.tables[TELAAH_TABLE_SYNONYMS] && !telaah_session_load_synonyms (self, error))
    return FALSE;

  telaah_news_clear (&self->news);
  return TRUE;
}

/* Brings the lists up to the journal's last row; who asks announces it when the time has come. */
gboolean
telaah_session_pull (TelaahSession  *self,
                     GError        **error)
{
  TelaahChange changes;
  GHashTableIter iter;
  gpointer id;

  if (!telaah_journal_follow (self->store, &self->news, error))
    return FALSE;

  if (self->news.n_rows == 0)
    return TRUE;

  changes = changes_of (&self->news);
  self->pending |= changes;
  load_history (self);

  if ((changes & (TELAAH_CHANGE_PROJECT | TELAAH_CHANGE_SOURCES | TELAAH_CHANGE_THEMES | TELAAH_CHANGE_POINTS |
                  TELAAH_CHANGE_OUTLINES)) && !telaah_session_load_trees (self, error))
    return FALSE;

  g_hash_table_iter_init (&iter, self->news.passages);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!refresh_passage (self, id, error))
      return FALSE;

  g_hash_table_iter_init (&iter, self->news.notes);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!telaah_session_refresh_note (self, id, error))
      return FALSE;

  g_hash_table_iter_init (&iter, self->news.marked);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!telaah_session_refresh_marks (self, id, error))
      return FALSE;

  return pull_cells (self, error);
}

/* ---- Looking up ---- */

GListModel *
telaah_session_get_sources (TelaahSession *self)
{
  return G_LIST_MODEL (self->sources);
}

GListModel *
telaah_session_get_themes (TelaahSession *self)
{
  return G_LIST_MODEL (self->themes);
}

GListModel *
telaah_session_get_outlines (TelaahSession *self)
{
  return G_LIST_MODEL (self->outlines);
}

GListModel *
telaah_session_get_points (TelaahSession *self)
{
  return G_LIST_MODEL (self->points);
}

/* The same list for as long as the session lives, empty where the source is not there. */
GListModel *
telaah_session_get_passages (TelaahSession *self,
                             const char    *source)
{
  return G_LIST_MODEL (need_list (self, source));
}

GListModel *
telaah_session_get_review (TelaahSession *self)
{
  return G_LIST_MODEL (self->review);
}

static gpointer
find (TelaahSession *self,
      const char    *id,
      GType          type)
{
  gpointer item = id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;

  return item != NULL && G_OBJECT_TYPE (item) == type ? item : NULL;
}

TelaahSource *
telaah_session_find_source (TelaahSession *self,
                            const char    *id)
{
  return find (self, id, TELAAH_TYPE_SOURCE);
}

TelaahTheme *
telaah_session_find_theme (TelaahSession *self,
                           const char    *id)
{
  return find (self, id, TELAAH_TYPE_THEME);
}

TelaahPoint *
telaah_session_find_point (TelaahSession *self,
                           const char    *id)
{
  return find (self, id, TELAAH_TYPE_POINT);
}

TelaahPassage *
telaah_session_find_passage (TelaahSession *self,
                             const char    *id)
{
  return id != NULL ? g_hash_table_lookup (self->passages_by_id, id) : NULL;
}

/**
 * telaah_session_dup_text:
 *
 * The last few are kept, so that asking again is free.
 *
 * Returns: (transfer full): the words of a source, or %NULL with @error set
 */
TelaahText *
telaah_session_dup_text (TelaahSession  *self,
                         const char     *source,
                         GError        **error)
{
  TelaahSource *item = telaah_session_find_source (self, source);
  const char *sha256;
  TelaahText *text;
  Text *kept;

  if (!telaah_session_need (item, N_("source"), error))
    return NULL;

  sha256 = telaah_source_fields (item)->sha256;
  for (GList *link = self->texts.head; link != NULL; link = link->next)
    if (strcmp (((Text *) link->data)->sha256, sha256) == 0)
      {
        g_queue_unlink (&self->texts, link);
        g_queue_push_head_link (&self->texts, link);
        return telaah_text_ref (((Text *) link->data)->text);
      }

  if ((text = telaah_store_dup_text (self->store, sha256, error)) == NULL)
    return NULL;

  kept = g_new (Text, 1);
  kept->sha256 = g_strdup (sha256);
  kept->text = telaah_text_ref (text);
  g_queue_push_head (&self->texts, kept);
  if (self->texts.length > N_TEXTS)
    telaah_session_drop_text (g_queue_pop_tail (&self->texts));

  return text;
}

/* Frees one of the texts that are kept. */
void
telaah_session_drop_text (gpointer data)
{
  Text *kept = data;

  g_free (kept->sha256);
  telaah_text_unref (kept->text);
  g_free (kept);
}

/* Passages of a theme (NULL: with or without one) in a source (NULL: in all). */
guint
telaah_session_count (TelaahSession *self,
                      const char    *theme,
                      const char    *source)
{
  GHashTableIter iter;
  gpointer themes;
  guint all = 0, *n;

  if (theme == NULL)
    return source != NULL ? telaah_list_get_length (need_list (self, source))
                          : g_hash_table_size (self->passages_by_id) - telaah_list_get_length (self->review);

  if (source != NULL)
    {
      themes = g_hash_table_lookup (self->counts, source);
      n = themes != NULL ? g_hash_table_lookup (themes, theme) : NULL;
      return n != NULL ? *n : 0;
    }

  g_hash_table_iter_init (&iter, self->counts);
  while (g_hash_table_iter_next (&iter, NULL, &themes))
    if ((n = g_hash_table_lookup (themes, theme)) != NULL)
      all += *n;

  return all;
}
