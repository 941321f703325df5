/* The comparison: what each cell says, and what it rests on, worked out from the live lists.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "session/telaah-session-private.h"

/* #rrggbb of what has no colour of its own, nor above it: a neutral grey. */
#define NO_COLOR "#5E5C64"

/* #rrggbb of a theme: its own, else that of the nearest above it. Never NULL. */
const char *
telaah_session_get_color (TelaahSession *self,
                          const char    *theme)
{
  TelaahTheme *item = telaah_session_find_theme (self, theme);

  /* As many steps as there are themes at most, should a damaged file go in a circle. */
  for (guint i = 0; item != NULL && i <= telaah_list_get_length (self->themes); i++)
    {
      const TelaahThemeFields *f = telaah_theme_fields (item);

      if (f->color != NULL)
        return f->color;
      item = telaah_session_find_theme (self, f->parent);
    }

  return NO_COLOR;
}

static TelaahEvidenceMap *
need_map (TelaahSession *self)
{
  if (self->map == NULL)
    self->map = telaah_evidence_map_new (G_LIST_MODEL (self->themes), G_LIST_MODEL (self->points));

  return self->map;
}

static GPtrArray *
need_passages (GHashTable *by_theme,
               const char *theme)
{
  GPtrArray *passages = g_hash_table_lookup (by_theme, theme);

  if (passages == NULL)
    {
      passages = g_ptr_array_new ();
      g_hash_table_insert (by_theme, g_strdup (theme), passages);
    }

  return passages;
}

/* The passages of a source by theme, in text order; made once, then kept in step by telaah_session_index_passage(). */
static GHashTable *
need_by_theme (TelaahSession *self,
               const char    *source)
{
  TelaahList *list = g_hash_table_lookup (self->passages, source);
  GHashTable *by_theme;

  if (self->by_theme == NULL)
    self->by_theme = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);

  if ((by_theme = g_hash_table_lookup (self->by_theme, source)) != NULL)
    return by_theme;

  by_theme = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; list != NULL && i < telaah_list_get_length (list); i++)
    {
      TelaahPassage *passage = telaah_list_peek (list, i);
      const char *const *themes = telaah_passage_fields (passage)->themes;

      for (; *themes != NULL; themes++)
        g_ptr_array_add (need_passages (by_theme, *themes), passage);
    }
  g_hash_table_insert (self->by_theme, g_strdup (source), by_theme);

  return by_theme;
}

/* To be told before the list tells its views, which may ask for a cell. */
void
telaah_session_index_passage (TelaahSession *self,
                              TelaahPassage *passage,
                              gboolean       comes)
{
  const TelaahPassageFields *f = telaah_passage_fields (passage);
  GHashTable *by_theme = self->by_theme != NULL ? g_hash_table_lookup (self->by_theme, f->source) : NULL;

  for (const char *const *theme = f->themes; by_theme != NULL && *theme != NULL; theme++)
    {
      GPtrArray *passages = need_passages (by_theme, *theme);
      guint low = 0, high = passages->len;

      while (low < high)
        {
          guint middle = low + (high - low) / 2;

          if (telaah_passage_compare (passages->pdata[middle], passage) < 0)
            low = middle + 1;
          else
            high = middle;
        }

      if (comes)
        g_ptr_array_insert (passages, low, passage);
      else if (low < passages->len && passages->pdata[low] == passage)
        g_ptr_array_remove_index (passages, low);
    }
}

static TelaahPin *
find_pin (TelaahSession *self,
          const char    *point,
          const char    *passage)
{
  g_autofree char *key = NULL;

  if (g_hash_table_size (self->pins) == 0)
    return NULL;

  key = g_strconcat (point, " ", passage, NULL);
  return g_hash_table_lookup (self->pins, key);
}

typedef struct
{
  TelaahSession *session;
  const char    *point;
} Order;

/* The researcher's order first, then text order. */
static int
compare_evidence (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  TelaahPassage *pa = *(TelaahPassage *const *) a, *pb = *(TelaahPassage *const *) b;
  Order *order = user_data;
  TelaahPin *pin_a = find_pin (order->session, order->point, telaah_passage_fields (pa)->id);
  TelaahPin *pin_b = find_pin (order->session, order->point, telaah_passage_fields (pb)->id);
  double at_a = pin_a != NULL && !isnan (pin_a->position) ? pin_a->position : INFINITY;
  double at_b = pin_b != NULL && !isnan (pin_b->position) ? pin_b->position : INFINITY;

  return at_a < at_b ? -1 : at_a > at_b ? 1 : telaah_passage_compare (pa, pb);
}

static void
add_pinned (TelaahSession *self,
            const char    *point,
            const char    *source,
            GHashTable    *seen,
            GPtrArray     *evidence)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->pins);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TelaahPin *pin = value;
      TelaahPassage *passage;

      if (!pin->pinned || strcmp (pin->point, point) != 0)
        continue;
      passage = telaah_session_find_passage (self, pin->passage);
      if (passage != NULL && telaah_passage_fields (passage)->lost == NULL &&
          strcmp (telaah_passage_fields (passage)->source, source) == 0 &&
          g_hash_table_add (seen, passage))
        g_ptr_array_add (evidence, g_object_ref (passage));
    }
}

/* Passages under the point's themes, plus what is pinned, minus what is hidden, in the researcher's order. */
static GPtrArray *
dup_evidence (TelaahSession *self,
              const char    *point,
              const char    *source)
{
  GPtrArray *evidence = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *themes = g_hash_table_lookup (need_map (self)->themes, point);
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  gboolean in_order = themes != NULL && themes->len == 1 && g_hash_table_size (self->pins) == 0;
  Order order = { self, point };

  for (guint i = 0; themes != NULL && i < themes->len; i++)
    {
      GPtrArray *passages = g_hash_table_lookup (need_by_theme (self, source), themes->pdata[i]);

      for (guint k = 0; passages != NULL && k < passages->len; k++)
        {
          TelaahPassage *passage = passages->pdata[k];
          TelaahPin *pin = find_pin (self, point, telaah_passage_fields (passage)->id);

          if ((pin == NULL || !pin->hidden) && (in_order || g_hash_table_add (seen, passage)))
            g_ptr_array_add (evidence, g_object_ref (passage));
        }
    }

  if (g_hash_table_size (self->pins) > 0)
    add_pinned (self, point, source, seen, evidence);
  if (!in_order)
    g_ptr_array_sort_with_data (evidence, compare_evidence, &order);

  return evidence;
}

/**
 * telaah_session_dup_cell:
 *
 * Returns: (transfer full): what is said of @source on @point; never %NULL, not yet read where nothing was said
 */
TelaahCell *
telaah_session_dup_cell (TelaahSession *self,
                         const char    *point,
                         const char    *source)
{
  g_autofree char *key = g_strconcat (point, " ", source, NULL);
  TelaahCell *stored = g_hash_table_lookup (self->cells, key);
  TelaahCellFields fields = { .point = point, .source = source };
  g_autoptr(GPtrArray) evidence = dup_evidence (self, point, source);
  gboolean stale = FALSE;
  guint n_new = 0;

  if (stored != NULL)
    fields = *telaah_cell_fields (stored);
  if (fields.summary != NULL && fields.seen != NULL)
    n_new = telaah_evidence_count_new (fields.seen, evidence, &stale);

  return telaah_cell_new (&fields, evidence, n_new, stale);
}

/* In how many cells a passage is evidence. */
guint
telaah_session_count_cells (TelaahSession *self,
                            const char    *passage)
{
  TelaahPassage *item = telaah_session_find_passage (self, passage);
  g_autoptr(GHashTable) points = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer pin;

  if (item == NULL || telaah_passage_fields (item)->lost != NULL)
    return 0;

  for (const char *const *theme = telaah_passage_fields (item)->themes; *theme != NULL; theme++)
    {
      GPtrArray *of_theme = g_hash_table_lookup (need_map (self)->points, *theme);

      for (guint i = 0; of_theme != NULL && i < of_theme->len; i++)
        g_hash_table_add (points, of_theme->pdata[i]);
    }

  g_hash_table_iter_init (&iter, self->pins);
  while (g_hash_table_iter_next (&iter, NULL, &pin))
    {
      TelaahPin *p = pin;

      if (strcmp (p->passage, passage) != 0)
        continue;
      if (p->hidden)
        g_hash_table_remove (points, p->point);
      else if (p->pinned)
        g_hash_table_add (points, p->point);
    }

  return g_hash_table_size (points);
}

/* ---- The whole as one value ---- */

static void
copy_items (TelaahList *list,
            GPtrArray  *items)
{
  for (guint i = 0; i < telaah_list_get_length (list); i++)
    g_ptr_array_add (items, g_object_ref (telaah_list_peek (list, i)));
}

static TelaahOutlinePoint *
make_point (TelaahSession *self,
            TelaahPoint   *point)
{
  TelaahOutlinePoint *made = telaah_outline_point_new (point);

  for (guint i = 0; i < telaah_list_get_length (self->sources); i++)
    {
      TelaahSource *source = telaah_list_peek (self->sources, i);

      g_ptr_array_add (made->cells, telaah_session_dup_cell (self, telaah_point_fields (point)->id,
                                                             telaah_source_fields (source)->id));
    }

  return made;
}

/**
 * telaah_session_dup_outline:
 *
 * Returns: (transfer full): the comparative outline as it is now
 */
TelaahOutline *
telaah_session_dup_outline (TelaahSession *self)
{
  TelaahOutline *outline = telaah_outline_new ();
  g_autoptr(GPtrArray) open = g_ptr_array_new ();   /* the branch down to the last point */

  outline->title = g_strdup (telaah_session_get_title (self));
  outline->question = g_strdup (telaah_session_get_question (self));
  outline->language = g_strdup (telaah_session_get_language (self));
  outline->created = g_strdup (g_hash_table_lookup (self->project, "created"));
  outline->modified = telaah_journal_dup_time (self->store);
  if (outline->modified == NULL)
    outline->modified = g_strdup (outline->created);

  copy_items (self->sources, outline->sources);
  copy_items (self->themes, outline->themes);

  for (guint i = 0; i < telaah_list_get_length (self->points); i++)
    {
      TelaahPoint *point = telaah_list_peek (self->points, i);
      TelaahOutlinePoint *made = make_point (self, point);
      guint depth = MIN (telaah_point_fields (point)->depth, open->len);

      g_ptr_array_set_size (open, depth);
      g_ptr_array_add (depth > 0 ? ((TelaahOutlinePoint *) open->pdata[depth - 1])->points : outline->points, made);
      g_ptr_array_add (open, made);
    }

  return outline;
}
