/* Verbs on the outline: points and cells.
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
         telaah_store_run (self->store, error, "INSERT INTO point (id, parent, position, theme, title)"
                           " VALUES (?1, ?2, ?3, ?4, ?5)", "ssdss", id, parent,
                           telaah_store_find_position (self->store, "point", parent, NULL), theme, stripped);

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

  g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
               _("A point has no “%s”. It has title, similarities and differences."), key);
  return NULL;
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
    {
      const char *sql = find_point_sql (pairs[0], pairs[1], error);

      done = sql != NULL && telaah_store_run (self->store, error, sql, "ss", pairs[1], point);
    }

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

/* ---- Cells ---- */

static gboolean
need_cell (TelaahSession  *self,
           const char     *point,
           const char     *source,
           GError        **error)
{
  return telaah_session_need (telaah_session_find_point (self, point), N_("point"), error) &&
         telaah_session_need (telaah_session_find_source (self, source), N_("source"), error);
}

/* Inside a verb. @seen: the evidence that the summary rests on, see telaah_evidence_fingerprint(). */
gboolean
telaah_session_write_cell (TelaahSession  *self,
                           const char     *point,
                           const char     *source,
                           TelaahStatus    status,
                           const char     *summary,
                           const char     *seen,
                           GError        **error)
{
  return telaah_store_run (self->store, error,
                           "INSERT INTO cell (point, source, status, summary, seen)"
                           " VALUES (?1, ?2, ?3, nullif (?4, ''), ?5) ON CONFLICT (point, source) DO UPDATE"
                           " SET status = excluded.status, summary = excluded.summary, seen = excluded.seen",
                           "sssss", point, source, telaah_status_to_string (status), summary, seen);
}

gboolean
telaah_session_set_cell (TelaahSession       *self,
                         const char          *point,
                         const char          *source,
                         const TelaahStatus  *status,
                         const char          *summary,
                         GError             **error)
{
  gboolean done;

  if (!telaah_session_begin (self, error))
    return FALSE;

  done = need_cell (self, point, source, error) && telaah_session_keep_points (self, error);
  if (done)
    {
      g_autoptr(TelaahCell) cell = telaah_session_dup_cell (self, point, source);
      const TelaahCellFields *f = telaah_cell_fields (cell);
      g_autofree char *now = telaah_evidence_fingerprint (telaah_cell_get_evidence (cell));

      done = telaah_session_write_cell (self, point, source, status != NULL ? *status : f->status,
                                        summary != NULL ? summary : f->summary,
                                        summary == NULL ? f->seen : *summary != '\0' ? now : NULL, error);
    }

  return telaah_session_end (self, done, summary != NULL ? "set-summary" : "set-status", NULL, error);
}

gboolean
telaah_session_confirm_cell (TelaahSession  *self,
                             const char     *point,
                             const char     *source,
                             GError        **error)
{
  gboolean done;

  if (!telaah_session_begin (self, error))
    return FALSE;

  done = need_cell (self, point, source, error);
  if (done)
    {
      g_autoptr(TelaahCell) cell = telaah_session_dup_cell (self, point, source);
      const TelaahCellFields *f = telaah_cell_fields (cell);
      g_autofree char *now = telaah_evidence_fingerprint (telaah_cell_get_evidence (cell));

      if (f->summary != NULL)
        done = telaah_session_write_cell (self, point, source, f->status, f->summary, now, error);
    }

  return telaah_session_end (self, done, "confirm-cell", NULL, error);
}
