/* The outlines of a project: which there are, which is at hand, and how their points go along with the themes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/telaah-id.h"
#include "session/telaah-session-private.h"

#define OF_OUTLINE "coalesce (outline, '" TELAAH_FIRST_OUTLINE "')"

/* ---- Following ---- */

/* Those of all sources. */
static GHashTable *
load_attributes (TelaahSession  *self,
                 GPtrArray      *triples)
{
  GHashTable *all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);

  for (guint i = 0; i + 2 < triples->len; i += 3)
    {
      GHashTable *of_source = g_hash_table_lookup (all, triples->pdata[i]);

      if (of_source == NULL)
        {
          of_source = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
          g_hash_table_insert (all, g_strdup (triples->pdata[i]), of_source);
        }
      g_hash_table_insert (of_source, g_strdup (triples->pdata[i + 1]), g_strdup (triples->pdata[i + 2]));
    }

  return all;
}

TelaahOutlineEntry *
telaah_session_dup_entry (TelaahSession *self,
                          const char    *outline)
{
  for (guint i = 0; i < telaah_list_get_length (self->outlines); i++)
    {
      TelaahOutlineEntry *entry = telaah_list_peek (self->outlines, i);

      if (strcmp (telaah_outline_entry_fields (entry)->id, outline) == 0)
        return g_object_ref (entry);
    }

  return NULL;
}

/* The list of them, and what the one at hand hides. Where that one has been removed, the first is at hand. */
gboolean
telaah_session_load_outlines (TelaahSession  *self,
                              GError        **error)
{
  g_autoptr(GPtrArray) outlines = telaah_store_dup_outlines (self->store, error);
  g_autoptr(GPtrArray) triples = outlines != NULL ? telaah_store_dup_all_attributes (self->store, error) : NULL;
  g_autoptr(TelaahOutlineEntry) entry = NULL;
  GHashTable *hidden;

  if (triples == NULL)
    return FALSE;

  telaah_list_update (self->outlines, outlines, telaah_outline_entry_equal);
  entry = telaah_session_dup_entry (self, self->outline);
  if (entry == NULL)
    {
      g_free (self->outline);
      self->outline = g_strdup (TELAAH_FIRST_OUTLINE);
    }

  hidden = telaah_store_dup_hidden (self->store, self->outline, error);
  if (hidden == NULL)
    return FALSE;

  g_clear_pointer (&self->hidden, g_hash_table_unref);
  self->hidden = hidden;
  g_clear_pointer (&self->attributes, g_hash_table_unref);
  self->attributes = load_attributes (self, triples);

  return TRUE;
}

const char *
telaah_session_get_outline (TelaahSession *self)
{
  return self->outline;
}

/* The lists and the cells are those of @outline from here on, in this session. */
gboolean
telaah_session_set_outline (TelaahSession  *self,
                            const char     *outline,
                            GError        **error)
{
  g_autoptr(TelaahOutlineEntry) entry = NULL;
  gboolean done;

  if (!telaah_session_catch_up (self, error))
    return FALSE;

  entry = telaah_session_dup_entry (self, outline);
  if (!telaah_session_need (entry, N_("outline"), error))
    return FALSE;

  if (strcmp (self->outline, outline) == 0)
    return TRUE;

  g_free (self->outline);
  self->outline = g_strdup (outline);
  done = telaah_session_load_trees (self, error);
  self->pending |= TELAAH_CHANGE_OUTLINES | TELAAH_CHANGE_POINTS | TELAAH_CHANGE_CELLS;
  telaah_session_announce (self);

  return done;
}

gboolean
telaah_session_is_hidden (TelaahSession *self,
                          const char    *target)
{
  return g_hash_table_contains (self->hidden, target);
}

const char *
telaah_session_get_attribute (TelaahSession *self,
                              const char    *source,
                              const char    *name)
{
  GHashTable *of_source = g_hash_table_lookup (self->attributes, source);

  return of_source != NULL ? g_hash_table_lookup (of_source, name) : NULL;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* Who has tagged, in the order of their names. */
char **
telaah_session_dup_coders (TelaahSession *self)
{
  g_autoptr(GHashTable) coders = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) names = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->passages_by_id);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const char *coder = telaah_passage_fields (value)->coder;

      if (g_hash_table_add (coders, (gpointer) coder))
        g_ptr_array_add (names, g_strdup (coder));
    }
  g_ptr_array_sort (names, compare_names);

  return (char **) g_ptr_array_steal (names, NULL);
}

/* ---- Points that go along with the themes ---- */

/* The id of the point that stands for a theme where an outline follows them: the same on every machine. */
char *
telaah_session_dup_point_id (const char *theme,
                             const char *outline)
{
  return telaah_id_derive (theme, strcmp (outline, TELAAH_FIRST_OUTLINE) == 0 ? "point" : outline);
}

static gboolean
has_point (TelaahSession *self,
           const char    *point)
{
  g_autofree char *found = telaah_store_dup_value (self->store, "SELECT id FROM point WHERE id = ?1", "s", point);

  return found != NULL;
}

/* Whether an outline has at least one point of a theme. A file may have an outline of free points that says it follows:
 * in the first versions nobody could say otherwise. */
static gboolean
mirrors_any (TelaahSession *self,
             const char    *outline)
{
  for (guint i = 0; i < telaah_list_get_length (self->themes); i++)
    {
      g_autofree char *point =
        telaah_session_dup_point_id (telaah_theme_fields (telaah_list_peek (self->themes, i))->id, outline);

      if (has_point (self, point))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_points (TelaahSession *self,
            const char    *outline)
{
  g_autofree char *found = telaah_store_dup_value (self->store, "SELECT id FROM point WHERE " OF_OUTLINE " = ?1 LIMIT 1",
                                                   "s", outline);

  return found != NULL;
}

/* The first outline without points needs none: its points are implied. */
static gboolean
wants_points (TelaahSession      *self,
              TelaahOutlineEntry *entry)
{
  const TelaahOutlineEntryFields *f = telaah_outline_entry_fields (entry);

  if (!f->follows)
    return FALSE;
  if (!has_points (self, f->id))
    return strcmp (f->id, TELAAH_FIRST_OUTLINE) != 0;

  return mirrors_any (self, f->id);
}

static gboolean
write_mirrored (TelaahSession  *self,
                const char     *outline,
                const char     *theme,
                const char     *name,
                const char     *parent,
                GError        **error)
{
  g_autofree char *point = telaah_session_dup_point_id (theme, outline);
  g_autofree char *above = parent != NULL ? telaah_session_dup_point_id (parent, outline) : NULL;

  if (has_point (self, point) || (above != NULL && !has_point (self, above)))
    return TRUE;

  return telaah_store_run (self->store, error, "INSERT INTO point (id, parent, position, theme, title, outline)"
                           " VALUES (?1, ?2, ?3, ?4, ?5, nullif (?6, '" TELAAH_FIRST_OUTLINE "'))", "ssdsss", point, above,
                           telaah_store_find_position (self->store, "point", above, NULL), theme, name, outline);
}

/* Inside a verb: where an outline follows the themes, a new one has its point there too. */
gboolean
telaah_session_add_mirrored_point (TelaahSession  *self,
                                   const char     *theme,
                                   const char     *name,
                                   const char     *parent,
                                   GError        **error)
{
  for (guint i = 0; i < telaah_list_get_length (self->outlines); i++)
    {
      TelaahOutlineEntry *entry = telaah_list_peek (self->outlines, i);

      if (wants_points (self, entry) &&
          !write_mirrored (self, telaah_outline_entry_fields (entry)->id, theme, name, parent, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_below (TelaahSession *self,
          const char    *point,
          const char    *other)
{
  g_autofree char *found =
    telaah_store_dup_value (self->store, "WITH RECURSIVE up (id) AS (SELECT ?1 UNION SELECT point.parent FROM up"
                            " JOIN point ON point.id = up.id) SELECT id FROM up WHERE id = ?2", "ss", point, other);

  return found != NULL;
}

/* Inside a verb: the points that stand for a theme that has moved go along, where their outline has the place. */
gboolean
telaah_session_move_mirrored_points (TelaahSession  *self,
                                     const char     *theme,
                                     const char     *parent,
                                     const char     *before,
                                     GError        **error)
{
  for (guint i = 0; i < telaah_list_get_length (self->outlines); i++)
    {
      const TelaahOutlineEntryFields *f = telaah_outline_entry_fields (telaah_list_peek (self->outlines, i));
      g_autofree char *point = telaah_session_dup_point_id (theme, f->id);
      g_autofree char *above = parent != NULL ? telaah_session_dup_point_id (parent, f->id) : NULL;
      g_autofree char *next = before != NULL ? telaah_session_dup_point_id (before, f->id) : NULL;

      if (!f->follows || !has_point (self, point) ||
          (above != NULL && (!has_point (self, above) || is_below (self, above, point))))
        continue;

      if (!telaah_store_run (self->store, error, "UPDATE point SET parent = ?1, position = ?2 WHERE id = ?3", "sds", above,
                             telaah_store_find_position (self->store, "point", above, next), point))
        return FALSE;
    }

  return TRUE;
}

/* Inside a verb, before a theme goes: points nobody has written on go with it, where their outline follows the themes.
 * One with words stays, as a point of its own. */
gboolean
telaah_session_drop_mirrored_points (TelaahSession  *self,
                                     const char     *theme,
                                     GError        **error)
{
  static const char *const statements[] = {
    "DELETE FROM hidden WHERE target IN (SELECT id FROM point WHERE theme = ?1)",
    "DELETE FROM stands_for WHERE theme = ?1",
    "DELETE FROM point WHERE theme = ?1 AND similarities IS NULL AND differences IS NULL AND question IS NULL"
    " AND " OF_OUTLINE " IN (SELECT id FROM outline WHERE follows)"
    " AND NOT EXISTS (SELECT 1 FROM cell WHERE cell.point = point.id)"
    " AND NOT EXISTS (SELECT 1 FROM pin WHERE pin.point = point.id)"
    " AND NOT EXISTS (SELECT 1 FROM link WHERE link.point = point.id)"
    " AND NOT EXISTS (SELECT 1 FROM stands_for WHERE stands_for.point = point.id)"
    " AND NOT EXISTS (SELECT 1 FROM note WHERE note.kind = 'point' AND note.target = point.id)"
    " AND NOT EXISTS (SELECT 1 FROM point AS c WHERE c.parent = point.id)",
    "UPDATE point SET theme = NULL WHERE theme = ?1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!telaah_store_run (self->store, error, statements[i], "s", theme))
      return FALSE;

  return TRUE;
}

/* ---- Verbs ---- */

static char *
strip_title (const char  *title,
             GError     **error)
{
  g_autofree char *stripped = title != NULL && g_utf8_validate (title, -1, NULL) ? g_strstrip (g_strdup (title)) : NULL;

  if (stripped != NULL && *stripped != '\0')
    return g_steal_pointer (&stripped);

  g_set_error_literal (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
                       _("An outline needs a title. Write one."));
  return NULL;
}

/* Inside a verb. Returns: (transfer full): its id */
char *
telaah_session_write_outline (TelaahSession  *self,
                              const char     *title,
                              gboolean        follows,
                              GError        **error)
{
  g_autofree char *id = telaah_id_new ();

  return telaah_store_run (self->store, error, "INSERT INTO outline (id, position, title, follows)"
                           " VALUES (?1, (SELECT max (position) + 1 FROM outline), ?2, ?3)", "ssi", id, title,
                           (gint64) follows) ? g_steal_pointer (&id) : NULL;
}

/* Points for the themes that have none there. */
static gboolean
write_all_mirrored (TelaahSession  *self,
                    const char     *outline,
                    GError        **error)
{
  for (guint i = 0; i < telaah_list_get_length (self->themes); i++)
    {
      const TelaahThemeFields *f = telaah_theme_fields (telaah_list_peek (self->themes, i));

      if (!write_mirrored (self, outline, f->id, f->name, f->parent, error))
        return FALSE;
    }

  return TRUE;
}

char *
telaah_session_add_outline (TelaahSession  *self,
                            const char     *title,
                            gboolean        follows,
                            GError        **error)
{
  g_autofree char *stripped = strip_title (title, error);
  g_autofree char *id = NULL;
  gboolean done;

  if (stripped == NULL || !telaah_session_begin (self, error))
    return NULL;

  id = telaah_session_write_outline (self, stripped, follows, error);
  done = id != NULL && (!follows || write_all_mirrored (self, id, error));

  return telaah_session_end (self, done, "add-outline", NULL, error) ? g_steal_pointer (&id) : NULL;
}

gboolean
telaah_session_set_outline_title (TelaahSession  *self,
                                  const char     *outline,
                                  const char     *title,
                                  GError        **error)
{
  g_autofree char *stripped = strip_title (title, error);
  g_autoptr(TelaahOutlineEntry) entry = NULL;
  gboolean done;

  if (stripped == NULL || !telaah_session_begin (self, error))
    return FALSE;

  entry = telaah_session_dup_entry (self, outline);
  done = telaah_session_need (entry, N_("outline"), error) &&
         telaah_store_run (self->store, error, "UPDATE outline SET title = ?1 WHERE id = ?2", "ss", stripped, outline);

  return telaah_session_end (self, done, "set-outline", NULL, error);
}

/* Detached, the first outline keeps the points that were only implied. */
gboolean
telaah_session_set_follows (TelaahSession  *self,
                            const char     *outline,
                            gboolean        follows,
                            GError        **error)
{
  g_autoptr(TelaahOutlineEntry) entry = NULL;
  gboolean done, implied;

  if (!telaah_session_begin (self, error))
    return FALSE;

  entry = telaah_session_dup_entry (self, outline);
  implied = strcmp (outline, TELAAH_FIRST_OUTLINE) == 0 && !has_points (self, outline);
  done = telaah_session_need (entry, N_("outline"), error) &&
         telaah_store_run (self->store, error, "UPDATE outline SET follows = ?1 WHERE id = ?2", "is", (gint64) follows,
                           outline) &&
         (implied == follows || write_all_mirrored (self, outline, error));

  return telaah_session_end (self, done, "set-outline", NULL, error);
}

gboolean
telaah_session_remove_outline (TelaahSession  *self,
                               const char     *outline,
                               GError        **error)
{
  static const char *const statements[] = {
    "DELETE FROM cell WHERE point IN (SELECT id FROM point WHERE outline = ?1)",
    "DELETE FROM pin WHERE point IN (SELECT id FROM point WHERE outline = ?1)",
    "DELETE FROM link WHERE point IN (SELECT id FROM point WHERE outline = ?1)",
    "DELETE FROM stands_for WHERE point IN (SELECT id FROM point WHERE outline = ?1)",
    "DELETE FROM note WHERE kind = 'point' AND target IN (SELECT id FROM point WHERE outline = ?1)",
    "DELETE FROM hidden WHERE outline = ?1",
    "DELETE FROM point WHERE outline = ?1",
    "DELETE FROM outline WHERE id = ?1",
  };
  g_autoptr(TelaahOutlineEntry) entry = NULL;
  gboolean done;

  if (strcmp (outline, TELAAH_FIRST_OUTLINE) == 0)
    {
      g_set_error_literal (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
                           _("The first outline of a project can not be removed. Remove its points instead."));
      return FALSE;
    }

  if (!telaah_session_begin (self, error))
    return FALSE;

  entry = telaah_session_dup_entry (self, outline);
  done = telaah_session_need (entry, N_("outline"), error);
  for (guint i = 0; done && i < G_N_ELEMENTS (statements); i++)
    done = telaah_store_run (self->store, error, statements[i], "s", outline);

  return telaah_session_end (self, done, "remove-outline", NULL, error);
}

gboolean
telaah_session_set_hidden (TelaahSession      *self,
                           const char *const  *targets,
                           gboolean            hidden,
                           GError            **error)
{
  gboolean done;

  if (!telaah_session_begin (self, error))
    return FALSE;

  done = telaah_session_keep_points (self, error);
  for (; done && *targets != NULL; targets++)
    {
      gboolean known = telaah_session_find_point (self, *targets) != NULL ||
                       telaah_session_find_source (self, *targets) != NULL;

      done = telaah_session_need (known ? self : NULL, N_("point"), error) &&
             telaah_store_run (self->store, error, hidden ? "INSERT INTO hidden (outline, target) VALUES (?1, ?2)"
                                                            " ON CONFLICT DO NOTHING"
                                                          : "DELETE FROM hidden WHERE outline = ?1 AND target = ?2",
                               "ss", self->outline, *targets);
    }

  return telaah_session_end (self, done, hidden ? "hide" : "show", NULL, error);
}

gboolean
telaah_session_order_sources (TelaahSession      *self,
                              const char *const  *sources,
                              GError            **error)
{
  guint n = g_strv_length ((char **) sources);
  gboolean done;

  if (!telaah_session_begin (self, error))
    return FALSE;

  done = TRUE;
  if (n != telaah_list_get_length (self->sources))
    {
      g_set_error_literal (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
                           _("The order must name every source once. Look at the list of sources again."));
      done = FALSE;
    }

  for (guint i = 0; done && i < n; i++)
    done = telaah_session_need (telaah_session_find_source (self, sources[i]), N_("source"), error) &&
           telaah_store_run (self->store, error, "UPDATE source SET position = ?1 WHERE id = ?2", "ds", i + 1.0,
                             sources[i]);

  return telaah_session_end (self, done, "order-sources", NULL, error);
}
