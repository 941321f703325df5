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

TelaahEvidenceMap *
telaah_session_need_map (TelaahSession *self)
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
  GPtrArray *pins = g_hash_table_lookup (self->pins_of_point, point);

  for (guint i = 0; pins != NULL && i < pins->len; i++)
    {
      TelaahPin *pin = pins->pdata[i];
      TelaahPassage *passage = pin->pinned ? telaah_session_find_passage (self, pin->passage) : NULL;

      if (passage != NULL && telaah_passage_fields (passage)->lost == NULL &&
          strcmp (telaah_passage_fields (passage)->source, source) == 0 &&
          g_hash_table_add (seen, passage))
        g_ptr_array_add (evidence, g_object_ref (passage));
    }
}

/* Whether the point's condition lets a source's passages in. */
static gboolean
admits_source (TelaahSession *self,
               TelaahPoint   *point,
               const char    *source)
{
  const TelaahPointFields *f = point != NULL ? telaah_point_fields (point) : NULL;

  return f == NULL || f->attribute == NULL ||
         g_strcmp0 (telaah_session_get_attribute (self, source, f->attribute), f->value) == 0;
}

static gboolean
admits_passage (TelaahPoint   *point,
                TelaahPassage *passage)
{
  const char *coder = point != NULL ? telaah_point_fields (point)->coder : NULL;

  return coder == NULL || strcmp (telaah_passage_fields (passage)->coder, coder) == 0;
}

/* Those under one theme. @seen: NULL where none can come twice. */
static void
add_themed (TelaahSession *self,
            TelaahPoint   *point,
            const char    *point_id,
            GPtrArray     *passages,
            GHashTable    *seen,
            GPtrArray     *evidence)
{
  for (guint i = 0; i < passages->len; i++)
    {
      TelaahPassage *passage = passages->pdata[i];
      TelaahPin *pin = find_pin (self, point_id, telaah_passage_fields (passage)->id);

      if (admits_passage (point, passage) && (pin == NULL || !pin->hidden) &&
          (seen == NULL || g_hash_table_add (seen, passage)))
        g_ptr_array_add (evidence, g_object_ref (passage));
    }
}

/* Passages under the point's themes, plus what is pinned, minus what is hidden, in the researcher's order. */
GPtrArray *
telaah_session_dup_evidence (TelaahSession *self,
                             const char    *point,
                             const char    *source)
{
  GPtrArray *evidence = g_ptr_array_new_with_free_func (g_object_unref);
  TelaahPoint *item = telaah_session_find_point (self, point);
  GPtrArray *themes = g_hash_table_lookup (telaah_session_need_map (self)->themes, point);
  gboolean in_order = themes != NULL && themes->len == 1 &&
                      !g_hash_table_contains (self->pins_of_point, point);
  g_autoptr(GHashTable) seen = in_order ? NULL : g_hash_table_new (NULL, NULL);
  Order order = { self, point };

  if (themes != NULL && admits_source (self, item, source))
    for (guint i = 0; i < themes->len; i++)
      {
        GPtrArray *passages = g_hash_table_lookup (need_by_theme (self, source), themes->pdata[i]);

        if (passages != NULL)
          add_themed (self, item, point, passages, seen, evidence);
      }

  if (!in_order)
    {
      add_pinned (self, point, source, seen, evidence);
      g_ptr_array_sort_with_data (evidence, compare_evidence, &order);
    }

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
  g_autoptr(GPtrArray) evidence = telaah_session_dup_evidence (self, point, source);
  gboolean stale = FALSE;
  guint n_new = 0;

  if (stored != NULL)
    fields = *telaah_cell_fields (stored);
  if (fields.summary != NULL && fields.seen != NULL)
    n_new = telaah_evidence_count_new (fields.seen, evidence, &stale);
  fields.proposes = telaah_evidence_propose_status (fields.status, fields.judged, evidence, &fields.proposal);

  return telaah_cell_new (&fields, evidence, n_new, stale);
}

/* Whether @point takes the passage in by its themes. */
static gboolean
comes_by_theme (TelaahSession *self,
                const char    *point,
                TelaahPassage *passage)
{
  TelaahPoint *item = telaah_session_find_point (self, point);

  return item != NULL && admits_passage (item, passage) &&
         admits_source (self, item, telaah_passage_fields (passage)->source);
}

/* In how many cells of the outline at hand a passage is evidence. */
guint
telaah_session_count_cells (TelaahSession *self,
                            const char    *passage)
{
  TelaahPassage *item = telaah_session_find_passage (self, passage);
  g_autoptr(GHashTable) points = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *pins = g_hash_table_lookup (self->pins_of_passage, passage);

  if (item == NULL || telaah_passage_fields (item)->lost != NULL)
    return 0;

  for (const char *const *theme = telaah_passage_fields (item)->themes; *theme != NULL; theme++)
    {
      GPtrArray *of_theme = g_hash_table_lookup (telaah_session_need_map (self)->points, *theme);

      for (guint i = 0; of_theme != NULL && i < of_theme->len; i++)
        if (comes_by_theme (self, of_theme->pdata[i], item))
          g_hash_table_add (points, of_theme->pdata[i]);
    }

  for (guint i = 0; pins != NULL && i < pins->len; i++)
    {
      TelaahPin *pin = pins->pdata[i];

      if (pin->hidden)
        g_hash_table_remove (points, pin->point);
      else if (pin->pinned && telaah_session_find_point (self, pin->point) != NULL)
        g_hash_table_add (points, pin->point);
    }

  return g_hash_table_size (points);
}

/* What a passage that comes, goes or changes may show in. */
void
telaah_session_touch (TelaahSession *self,
                      TelaahPassage *passage)
{
  const TelaahPassageFields *f = telaah_passage_fields (passage);
  GPtrArray *pins = g_hash_table_lookup (self->pins_of_passage, f->id);

  if (self->map == NULL)
    {
      self->all_touched = TRUE;   /* nobody has asked for a cell, or everything is being loaded anew */
      return;
    }

  for (const char *const *theme = f->themes; *theme != NULL; theme++)
    {
      GPtrArray *points = g_hash_table_lookup (self->map->points, *theme);

      for (guint i = 0; points != NULL && i < points->len; i++)
        g_hash_table_add (self->touched, g_strconcat (points->pdata[i], " ", f->source, NULL));
    }

  for (guint i = 0; pins != NULL && i < pins->len; i++)
    g_hash_table_add (self->touched, g_strconcat (((TelaahPin *) pins->pdata[i])->point, " ", f->source, NULL));
}

gboolean
telaah_session_touches (TelaahSession *self,
                        const char    *point,
                        const char    *source)
{
  g_autofree char *key = g_strconcat (point, " ", source, NULL);

  return self->all_touched || g_hash_table_contains (self->touched, key);
}

/* ---- Following ---- */

static void
index_pin (GHashTable *pins,
           const char *key,
           TelaahPin  *pin)
{
  GPtrArray *of_key = g_hash_table_lookup (pins, key);

  if (of_key == NULL)
    {
      of_key = g_ptr_array_new ();
      g_hash_table_insert (pins, g_strdup (key), of_key);
    }
  g_ptr_array_add (of_key, pin);
}

static void
put_cell (TelaahSession *self,
          TelaahCell    *cell)
{
  const TelaahCellFields *f = telaah_cell_fields (cell);

  g_hash_table_insert (self->cells, g_strconcat (f->point, " ", f->source, NULL), g_object_ref (cell));
}

/* All of them, with the pins. */
gboolean
telaah_session_load_cells (TelaahSession  *self,
                           GError        **error)
{
  g_autoptr(GPtrArray) cells = telaah_store_dup_cells (self->store, NULL, NULL, error);
  g_autoptr(GPtrArray) pins = cells != NULL ? telaah_store_dup_pins (self->store, error) : NULL;

  if (pins == NULL)
    return FALSE;

  g_hash_table_remove_all (self->cells);
  for (guint i = 0; i < cells->len; i++)
    put_cell (self, cells->pdata[i]);

  g_hash_table_remove_all (self->pins_of_point);
  g_hash_table_remove_all (self->pins_of_passage);
  g_hash_table_remove_all (self->pins);
  g_ptr_array_set_free_func (pins, NULL);
  for (guint i = 0; i < pins->len; i++)
    {
      TelaahPin *pin = pins->pdata[i];

      g_hash_table_insert (self->pins, g_strconcat (pin->point, " ", pin->passage, NULL), pin);
      index_pin (self->pins_of_point, pin->point, pin);
      index_pin (self->pins_of_passage, pin->passage, pin);
    }
  self->all_touched = TRUE;

  return TRUE;
}

/* One that was written, or is gone. @key: "point source" */
gboolean
telaah_session_refresh_cell (TelaahSession  *self,
                             const char     *key,
                             GError        **error)
{
  g_auto(GStrv) ids = g_strsplit (key, " ", 2);
  g_autoptr(GPtrArray) cells = telaah_store_dup_cells (self->store, ids[0], ids[1], error);

  if (cells == NULL)
    return FALSE;

  g_hash_table_remove (self->cells, key);
  if (cells->len > 0)
    put_cell (self, cells->pdata[0]);
  g_hash_table_add (self->touched, g_strdup (key));

  return TRUE;
}
