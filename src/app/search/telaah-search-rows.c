/* What a search has found as rows: hits, below headings for their sources. They grow with the search, and each
 * stays as it is, so that twenty thousand of them cost what has come in and no more.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/search/telaah-search-rows.h"

struct _TelaahSearchRows
{
  GPtrArray  *hits;        /* TelaahHit: all that there are rows of, and more to come; or NULL */
  GPtrArray  *items;       /* TelaahSearchItem */
  GArray     *positions;   /* guint: where in the items each hit is */
  GHashTable *ids;         /* id, borrowed -> 1 and the number of the hit */
  guint       n_groups[TELAAH_PLACE_SUMMARY + 1];
  GHashTable *folded;      /* ids of groups */
  char       *section;     /* that the last hit stands under, or NULL */
};

/* ---- Items ---- */

static void
clear_item (gpointer data)
{
  TelaahSearchItem *item = data;

  g_free (item->id);
  g_free (item->section);
  g_ptr_array_unref (item->hits);
}

static void
unref_item (gpointer data)
{
  g_rc_box_release_full (data, clear_item);
}

static TelaahSearchItem *
add (TelaahSearchRows     *self,
     TelaahSearchItemKind  kind,
     const TelaahHit      *hit,
     char                 *id)
{
  TelaahSearchItem *item = g_rc_box_new0 (TelaahSearchItem);

  item->id = id;
  item->kind = kind;
  item->place = hit->place;
  item->hit = hit;
  item->hits = g_ptr_array_ref (self->hits);
  g_ptr_array_add (self->items, item);

  return item;
}

static char *
dup_group_id (const TelaahHit *hit)
{
  return hit->place == TELAAH_PLACE_TEXT ? g_strdup (hit->source) : g_strdup (telaah_place_to_string (hit->place));
}

/* Below which the next hit comes; NULL: none yet. */
static TelaahSearchItem *
get_last_group (TelaahSearchRows *self)
{
  for (guint i = self->items->len; i > 0; i--)
    {
      TelaahSearchItem *item = self->items->pdata[i - 1];

      if (item->kind == TELAAH_SEARCH_ITEM_GROUP)
        return item;
    }

  return NULL;
}

static gboolean
is_of (const TelaahSearchItem *group,
       const TelaahHit        *hit)
{
  return group != NULL && group->place == hit->place &&
         (hit->place != TELAAH_PLACE_TEXT || g_strcmp0 (group->hit->source, hit->source) == 0);
}

static TelaahSearchItem *
add_group (TelaahSearchRows *self,
           const TelaahHit  *hit)
{
  TelaahSearchItem *group = add (self, TELAAH_SEARCH_ITEM_GROUP, hit, dup_group_id (hit));

  group->folded = g_hash_table_contains (self->folded, group->id);
  g_clear_pointer (&self->section, g_free);
  self->n_groups[hit->place]++;

  return group;
}

/* Where another section begins. */
static char *
dup_section (TelaahSearchRows *self,
             TelaahSession    *session,
             const TelaahHit  *hit)
{
  const char *words = NULL;

  if (hit->place == TELAAH_PLACE_TEXT)
    words = telaah_session_get_section (session, hit->source, hit->span.start);
  if (words == NULL || *words == '\0' || g_strcmp0 (words, self->section) == 0)
    return NULL;

  g_free (self->section);
  self->section = g_strdup (words);

  return g_strdup (words);
}

static char *
dup_hit_id (const TelaahHit *hit)
{
  return g_strdup_printf ("%d:%s:%s:%u:%u", hit->place, hit->source != NULL ? hit->source : "",
                          hit->target != NULL ? hit->target : "", hit->span.start, hit->span.end);
}

/* ---- All of them ---- */

TelaahSearchRows *
telaah_search_rows_new (void)
{
  TelaahSearchRows *self = g_new0 (TelaahSearchRows, 1);

  self->items = g_ptr_array_new_with_free_func (unref_item);
  self->positions = g_array_new (FALSE, FALSE, sizeof (guint));
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
telaah_search_rows_free (TelaahSearchRows *self)
{
  telaah_search_rows_clear (self);
  g_ptr_array_unref (self->items);
  g_array_unref (self->positions);
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->folded);
  g_free (self);
}

void
telaah_search_rows_clear (TelaahSearchRows *self)
{
  g_hash_table_remove_all (self->ids);
  g_ptr_array_set_size (self->items, 0);
  g_array_set_size (self->positions, 0);
  for (guint i = 0; i < G_N_ELEMENTS (self->n_groups); i++)
    self->n_groups[i] = 0;
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  g_clear_pointer (&self->section, g_free);
}

/**
 * telaah_search_rows_update:
 * @hits: (element-type TelaahHit): those of before and what has come in behind them; or others, and then the rows are too
 *
 * Those of a source come together. Two that are the same are shown once.
 *
 * Returns: whether anything is another
 */
gboolean
telaah_search_rows_update (TelaahSearchRows *self,
                           TelaahSession    *session,
                           GPtrArray        *hits)
{
  gboolean anew = self->hits != hits;
  guint before = anew ? 0 : self->positions->len;
  TelaahSearchItem *group;

  if (anew)
    {
      telaah_search_rows_clear (self);
      self->hits = g_ptr_array_ref (hits);
    }

  group = get_last_group (self);
  for (guint i = before; i < hits->len; i++)
    {
      const TelaahHit *hit = hits->pdata[i];
      g_autofree char *id = dup_hit_id (hit);
      TelaahSearchItem *item;
      guint position;

      if (g_hash_table_contains (self->ids, id))
        {
          /* It has a number all the same, so that these are those of the array. */
          position = g_array_index (self->positions, guint, i - 1);
          g_array_append_val (self->positions, position);
          continue;
        }

      if (!is_of (group, hit))
        group = add_group (self, hit);
      group->n++;
      position = self->items->len;
      g_array_append_val (self->positions, position);
      g_hash_table_insert (self->ids, id, GUINT_TO_POINTER (i + 1));
      item = add (self, TELAAH_SEARCH_ITEM_HIT, hit, g_steal_pointer (&id));
      item->section = dup_section (self, session, hit);
    }

  return anew || hits->len > before;
}

/* Those that are shown: a new array, which keeps them. */
GPtrArray *
telaah_search_rows_dup_items (TelaahSearchRows *self)
{
  GPtrArray *items = g_ptr_array_new_full (self->items->len, unref_item);
  gboolean folded = FALSE;

  for (guint i = 0; i < self->items->len; i++)
    {
      TelaahSearchItem *item = self->items->pdata[i];

      if (item->kind == TELAAH_SEARCH_ITEM_GROUP)
        folded = item->folded;
      else if (folded)
        continue;
      g_ptr_array_add (items, g_rc_box_acquire (item));
    }

  return items;
}

/* Borrowed; NULL: none were set. There are rows of as many as telaah_search_rows_update() has seen. */
GPtrArray *
telaah_search_rows_get_hits (TelaahSearchRows *self)
{
  return self->hits;
}

guint
telaah_search_rows_count_groups (TelaahSearchRows *self,
                                 TelaahPlace       place)
{
  return self->n_groups[place];
}

/* Borrowed; NULL: there are not as many. */
TelaahSearchItem *
telaah_search_rows_get_nth (TelaahSearchRows *self,
                            guint             hit)
{
  return hit < self->positions->len ? self->items->pdata[g_array_index (self->positions, guint, hit)] : NULL;
}

/* The number of a hit; G_MAXUINT: it is not one. */
guint
telaah_search_rows_find (TelaahSearchRows *self,
                         const char       *id)
{
  guint found = id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, id)) : 0;

  return found - 1;
}

/* The one that a hit is below. */
TelaahSearchItem *
telaah_search_rows_get_group (TelaahSearchRows *self,
                              guint             hit)
{
  guint position = hit < self->positions->len ? g_array_index (self->positions, guint, hit) + 1 : 0;

  while (position > 0)
    {
      TelaahSearchItem *item = self->items->pdata[--position];

      if (item->kind == TELAAH_SEARCH_ITEM_GROUP)
        return item;
    }

  return NULL;
}

/* It stays so when something else is searched for. */
void
telaah_search_rows_fold (TelaahSearchRows *self,
                         const char       *group,
                         gboolean          folded)
{
  if (folded)
    g_hash_table_add (self->folded, g_strdup (group));
  else
    g_hash_table_remove (self->folded, group);

  for (guint i = 0; i < self->items->len; i++)
    {
      TelaahSearchItem *item = self->items->pdata[i];

      if (item->kind == TELAAH_SEARCH_ITEM_GROUP && g_str_equal (item->id, group))
        item->folded = folded;
    }
}
