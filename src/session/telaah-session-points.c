/* Verbs on the points of an outline.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/telaah-id.h"
#include "session/telaah-session-private.h"

/* Where the points are only implied by the themes, writes them down, inside a verb; their ids stay. */
gboolean
telaah_session_keep_points (TelaahSession  *self,
                            GError        **error)
{
  if (!self->points_implied)
    return TRUE;

  for (guint i = 0; i < telaah_list_get_length (self->points); i++)
    {
      const TelaahPointFields *f = telaah_point_fields (telaah_list_peek (self->points, i));

      if (!telaah_store_run (self->store, error, "INSERT INTO point (id, parent, position, theme, title)"
                             " VALUES (?1, ?2, ?3, ?4, ?5)", "ssdss", f->id, f->parent, (double) (i + 1),
                             f->theme, f->title))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_title (const char  *title,
             GError     **error)
{
  if (title != NULL && title[strspn (title, " \t\r\n")] != '\0' && g_utf8_validate (title, -1, NULL))
    return TRUE;

  g_set_error_literal (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
                       _("A point needs a title. Write one."));
  return FALSE;
}

/* A first point that stands alone says that the outline is to be free. */
static gboolean
leave_themes (TelaahSession  *self,
              GError        **error)
{
  g_autofree char *any = !self->points_implied ? NULL
    : telaah_store_dup_value (self->store, "SELECT id FROM point WHERE outline IS NULL LIMIT 1", "");

  return !self->points_implied || any != NULL ||
         telaah_store_run (self->store, error, "UPDATE outline SET follows = 0 WHERE id = ?1", "s", self->outline);
}

char *
telaah_session_add_point (TelaahSession  *self,
                          const char     *title,
                          const char     *theme,
                          const char     *parent,
                          gboolean        keep,
                          GError        **error)
{
  g_autofree char *stripped = title != NULL ? g_strstrip (g_strdup (title)) : NULL;
  g_autofree char *id = telaah_id_new ();
  gboolean done;

  if (!check_title (stripped, error) || !telaah_session_begin (self, error))
    return NULL;

  done = (theme == NULL || telaah_session_need (telaah_session_find_theme (self, theme), N_("theme"), error)) &&
         (parent == NULL || telaah_session_need (telaah_session_find_point (self, parent), N_("point"), error)) &&
         ((!keep && parent == NULL) || telaah_session_keep_points (self, error)) &&
         leave_themes (self, error) &&
         telaah_store_run (self->store, error, "INSERT INTO point (id, parent, position, theme, title, outline)"
                           " VALUES (?1, ?2, ?3, ?4, ?5, nullif (?6, '" TELAAH_FIRST_OUTLINE "'))", "ssdsss", id, parent,
                           telaah_store_find_position (self->store, "point", parent, NULL), theme, stripped,
                           self->outline);

  return telaah_session_end (self, done, "add-point", NULL, error) ? g_steal_pointer (&id) : NULL;
}

static const char *
find_point_sql (const char  *key,
                const char  *value,
                GError     **error)
{
  if (strcmp (key, "title") == 0)
    return check_title (value, error) ? "UPDATE point SET title = ?1 WHERE id = ?2" : NULL;
  if (strcmp (key, "similarities") == 0)
    return "UPDATE point SET similarities = nullif (?1, '') WHERE id = ?2";
  if (strcmp (key, "differences") == 0)
    return "UPDATE point SET differences = nullif (?1, '') WHERE id = ?2";
  if (strcmp (key, "question") == 0)
    return "UPDATE point SET question = nullif (?1, '') WHERE id = ?2";
  if (strcmp (key, "coder") == 0)
    return "UPDATE point SET coder = nullif (?1, '') WHERE id = ?2";
  if (strcmp (key, "attribute") == 0)
    return "UPDATE point SET attribute = nullif (?1, '') WHERE id = ?2";
  if (strcmp (key, "value") == 0)
    return "UPDATE point SET value = nullif (?1, '') WHERE id = ?2";

  g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
               _("A point has no “%s”. It has title, question, similarities, differences, themes, coder, attribute "
                 "and value."), key);
  return NULL;
}

/* @themes: ids with blanks between; the first is the point's own, the others stand beside it. */
static gboolean
write_themes (TelaahSession  *self,
              const char     *point,
              const char     *themes,
              GError        **error)
{
  g_auto(GStrv) ids = g_strsplit (themes != NULL ? themes : "", " ", -1);
  g_autofree char *first = NULL;

  if (!telaah_store_run (self->store, error, "DELETE FROM stands_for WHERE point = ?1", "s", point))
    return FALSE;

  for (char **id = ids; *id != NULL; id++)
    {
      if (**id == '\0')
        continue;
      if (!telaah_session_need (telaah_session_find_theme (self, *id), N_("theme"), error))
        return FALSE;
      if (first == NULL)
        first = g_strdup (*id);
      else if (strcmp (first, *id) != 0 &&
               !telaah_store_run (self->store, error, "INSERT INTO stands_for (point, theme) VALUES (?1, ?2)"
                                  " ON CONFLICT DO NOTHING", "ss", point, *id))
        return FALSE;
    }

  return telaah_store_run (self->store, error, "UPDATE point SET theme = ?1 WHERE id = ?2", "ss", first, point);
}

/* Inside a verb. */
static gboolean
write_point (TelaahSession  *self,
             const char     *point,
             const char     *key,
             const char     *value,
             GError        **error)
{
  TelaahPoint *item = telaah_session_find_point (self, point);
  const char *sql;

  if (strcmp (key, "themes") == 0)
    return write_themes (self, point, value, error);

  if ((strcmp (key, "similarities") == 0 &&
       !telaah_session_move_links (self, point, NULL, TELAAH_LINK_SIMILARITIES, telaah_point_fields (item)->similarities,
                                   value, error)) ||
      (strcmp (key, "differences") == 0 &&
       !telaah_session_move_links (self, point, NULL, TELAAH_LINK_DIFFERENCES, telaah_point_fields (item)->differences,
                                   value, error)))
    return FALSE;

  sql = find_point_sql (key, value, error);
  return sql != NULL && telaah_store_run (self->store, error, sql, "ss", value, point);
}

/**
 * telaah_session_describe_point:
 * @pairs: key, value, key, value, …, %NULL
 *
 * Several at once, as one verb.
 */
gboolean
telaah_session_describe_point (TelaahSession      *self,
                               const char         *point,
                               const char *const  *pairs,
                               GError            **error)
{
  gboolean done;

  if (!telaah_session_begin (self, error))
    return FALSE;

  done = telaah_session_need (telaah_session_find_point (self, point), N_("point"), error) &&
         telaah_session_keep_points (self, error);
  for (; done && pairs[0] != NULL; pairs += 2)
    done = write_point (self, point, pairs[0], pairs[1], error);

  return telaah_session_end (self, done, "set-point", NULL, error);
}

gboolean
telaah_session_set_point (TelaahSession  *self,
                          const char     *point,
                          const char     *key,
                          const char     *value,
                          GError        **error)
{
  const char *const pairs[] = { key, value != NULL ? value : "", NULL };

  return telaah_session_describe_point (self, point, pairs, error);
}

/* Whether @point is @other or stands below it. */
static gboolean
is_within (TelaahSession *self,
           const char    *point,
           const char    *other)
{
  TelaahPoint *item = telaah_session_find_point (self, point);

  for (; item != NULL; item = telaah_session_find_point (self, telaah_point_fields (item)->parent))
    if (strcmp (telaah_point_fields (item)->id, other) == 0)
      return TRUE;

  return FALSE;
}

/* Inside a verb. */
gboolean
telaah_session_write_point_place (TelaahSession  *self,
                                  const char     *point,
                                  const char     *parent,
                                  const char     *before,
                                  GError        **error)
{
  if (parent != NULL && is_within (self, parent, point))
    {
      g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
                   _("“%s” can not go below itself. Choose another place."),
                   telaah_point_fields (telaah_session_find_point (self, point))->title);
      return FALSE;
    }

  return telaah_store_run (self->store, error, "UPDATE point SET parent = ?1, position = ?2 WHERE id = ?3", "sds",
                           parent, telaah_store_find_position (self->store, "point", parent, before), point);
}

gboolean
telaah_session_move_point (TelaahSession  *self,
                           const char     *point,
                           const char     *parent,
                           const char     *before,
                           GError        **error)
{
  gboolean done;

  if (!telaah_session_begin (self, error))
    return FALSE;

  done = telaah_session_need (telaah_session_find_point (self, point), N_("point"), error) &&
         (parent == NULL || telaah_session_need (telaah_session_find_point (self, parent), N_("point"), error)) &&
         telaah_session_keep_points (self, error) &&
         telaah_session_write_point_place (self, point, parent, before, error);

  return telaah_session_end (self, done, "move-point", NULL, error);
}

gboolean
telaah_session_remove_point (TelaahSession  *self,
                             const char     *point,
                             GError        **error)
{
  static const char *const statements[] = {
    "DELETE FROM cell WHERE point = ?1",
    "DELETE FROM pin WHERE point = ?1",
    "DELETE FROM link WHERE point = ?1",
    "DELETE FROM stands_for WHERE point = ?1",
    "DELETE FROM hidden WHERE target = ?1",
    "DELETE FROM note WHERE kind = 'point' AND target = ?1",
    "DELETE FROM point WHERE id = ?1",
  };
  gboolean done;

  if (!telaah_session_begin (self, error))
    return FALSE;

  done = telaah_session_need (telaah_session_find_point (self, point), N_("point"), error) &&
         telaah_session_keep_points (self, error);

  for (guint i = telaah_list_get_length (self->points); done && i > 0; i--)
    {
      const char *id = telaah_point_fields (telaah_list_peek (self->points, i - 1))->id;

      for (guint k = 0; done && is_within (self, id, point) && k < G_N_ELEMENTS (statements); k++)
        done = telaah_store_run (self->store, error, statements[k], "s", id);
    }

  return telaah_session_end (self, done, "remove-point", NULL, error);
}

/* Points of a theme and of those below it, in their order, below @parent. */
static gboolean
write_points_of_theme (TelaahSession  *self,
                       const char     *theme,
                       const char     *parent,
                       GError        **error)
{
  g_autofree char *id = telaah_id_new ();
  TelaahTheme *item = telaah_session_find_theme (self, theme);

  if (!telaah_session_need (item, N_("theme"), error) ||
      !telaah_store_run (self->store, error, "INSERT INTO point (id, parent, position, theme, title, outline)"
                         " VALUES (?1, ?2, ?3, ?4, ?5, nullif (?6, '" TELAAH_FIRST_OUTLINE "'))", "ssdsss", id, parent,
                         telaah_store_find_position (self->store, "point", parent, NULL), theme,
                         telaah_theme_fields (item)->name, self->outline))
    return FALSE;

  for (guint i = 0; i < telaah_list_get_length (self->themes); i++)
    {
      const TelaahThemeFields *f = telaah_theme_fields (telaah_list_peek (self->themes, i));

      if (g_strcmp0 (f->parent, theme) == 0 && !write_points_of_theme (self, f->id, id, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
telaah_session_add_points_of_themes (TelaahSession      *self,
                                     const char *const  *themes,
                                     const char         *parent,
                                     GError            **error)
{
  gboolean done;

  if (!telaah_session_begin (self, error))
    return FALSE;

  done = (parent == NULL || telaah_session_need (telaah_session_find_point (self, parent), N_("point"), error)) &&
         telaah_session_keep_points (self, error);
  for (; done && *themes != NULL; themes++)
    done = write_points_of_theme (self, *themes, parent, error);

  return telaah_session_end (self, done, "add-point", NULL, error);
}
