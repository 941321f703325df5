/* Themes made one, or two of one, and points made one: what belongs to them goes along.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "session/telaah-session-private.h"

/* ---- Points ---- */

/* What two points say of one source is said by one: the words one after the other, the status that says more.
 * 'unread' says nothing, 'silent' is denied by whatever was found. */
#define STATUS_RANK(cell) \
  "(CASE " cell ".status WHEN 'treated' THEN 3 WHEN 'implicit' THEN 2 WHEN 'silent' THEN 1 ELSE 0 END)"

/* What is written on either is put one after the other, with this many characters between. */
#define SHIFT(kind, column) \
  "UPDATE link SET start = start + by, end = end + by FROM" \
  " (SELECT source AS whose, length (" column ") + 2 AS by FROM cell WHERE point = ?2 AND " column " IS NOT NULL)" \
  " WHERE link.point = ?1 AND kind = '" kind "' AND link.source = whose AND start < end"
#define SHIFT_OF_POINT(kind) \
  "UPDATE link SET start = start + by, end = end + by FROM" \
  " (SELECT length (" kind ") + 2 AS by FROM point WHERE id = ?2 AND " kind " IS NOT NULL)" \
  " WHERE link.point = ?1 AND kind = '" kind "' AND start < end"
#define BOTH(table, column, between) \
  " " column " = (CASE WHEN " table "." column " IS NULL THEN old." column " WHEN old." column " IS NULL" \
  " THEN " table "." column " ELSE " table "." column " || " between " || old." column " END)"
#define GAP "char (10, 10)"

/* ?1 goes into ?2. */
static const char *const point_statements[] = {
  SHIFT ("summary", "summary"),
  SHIFT ("translation", "translation"),
  SHIFT_OF_POINT ("similarities"),
  SHIFT_OF_POINT ("differences"),
  "UPDATE link SET point = ?2 WHERE point = ?1",
  "UPDATE cell SET"
  "  status = (CASE WHEN " STATUS_RANK ("old") " > " STATUS_RANK ("cell") " THEN old.status ELSE cell.status END),"
  BOTH ("cell", "summary", GAP) "," BOTH ("cell", "translation", GAP) ","
  "  judged = coalesce (cell.judged, old.judged),"
  "  seen = coalesce (cell.seen, old.seen)"
  " FROM cell AS old WHERE old.point = ?1 AND cell.point = ?2 AND cell.source = old.source",
  "DELETE FROM cell WHERE point = ?1 AND source IN (SELECT source FROM cell WHERE point = ?2)",
  "UPDATE cell SET point = ?2 WHERE point = ?1",
  "DELETE FROM pin WHERE point = ?1 AND passage IN (SELECT passage FROM pin WHERE point = ?2)",
  "UPDATE pin SET point = ?2 WHERE point = ?1",
  "UPDATE note SET target = ?2 WHERE kind = 'point' AND target = ?1",
  "UPDATE point SET" BOTH ("point", "question", "' '") "," BOTH ("point", "similarities", GAP) ","
  BOTH ("point", "differences", GAP)
  " FROM point AS old WHERE old.id = ?1 AND point.id = ?2",
  /* Should the one stand below the other, it takes that one's place. */
  "UPDATE point SET parent = (SELECT parent FROM point WHERE id = ?1),"
  "  position = (SELECT position FROM point WHERE id = ?1) WHERE id = ?2 AND ?1 IN"
  "  (WITH RECURSIVE up (id) AS (SELECT parent FROM point WHERE id = ?2 UNION"
  "  SELECT point.parent FROM up JOIN point ON point.id = up.id) SELECT id FROM up WHERE id IS NOT NULL)",
  "UPDATE point SET parent = ?2, position = position + (SELECT coalesce (max (position), 0) FROM point WHERE parent = ?2)"
  " WHERE parent = ?1",
  "DELETE FROM stands_for WHERE point = ?1",
  "DELETE FROM hidden WHERE target = ?1",
  "DELETE FROM point WHERE id = ?1",
};

/* The point that stays stands for the themes of both. */
static const char *const standing_statements[] = {
  "INSERT INTO stands_for (point, theme) SELECT ?2, theme FROM point WHERE id = ?1 AND theme IS NOT NULL"
  " AND (SELECT theme FROM point WHERE id = ?2) <> theme ON CONFLICT DO NOTHING",
  "INSERT INTO stands_for (point, theme) SELECT ?2, theme FROM stands_for WHERE point = ?1"
  " AND theme IS NOT (SELECT theme FROM point WHERE id = ?2) ON CONFLICT DO NOTHING",
  "UPDATE point SET theme = (SELECT theme FROM point WHERE id = ?1) WHERE id = ?2 AND theme IS NULL",
  "DELETE FROM stands_for WHERE point = ?2 AND theme = (SELECT theme FROM point WHERE id = ?2)",
};

/* One of the statements above and below: ?1 goes, and ?2, where it is named, stays. */
static gboolean
run (TelaahSession  *self,
     const char     *sql,
     const char     *gone,
     const char     *kept,
     GError        **error)
{
  return strstr (sql, "?2") != NULL ? telaah_store_run (self->store, error, sql, "ss", gone, kept)
                                    : telaah_store_run (self->store, error, sql, "s", gone);
}

static gboolean
run_all (TelaahSession      *self,
         const char *const  *statements,
         gsize               n_statements,
         const char         *gone,
         const char         *kept,
         GError            **error)
{
  for (gsize i = 0; i < n_statements; i++)
    if (!run (self, statements[i], gone, kept, error))
      return FALSE;

  return TRUE;
}

/* One without a condition, in the outline of @point. */
#define SAME_OUTLINE "SELECT kept.id FROM point AS kept JOIN point AS gone ON kept.outline IS gone.outline" \
                     " WHERE kept.theme = ?1 AND gone.id = ?2 AND kept.coder IS NULL AND kept.attribute IS NULL" \
                     " AND gone.coder IS NULL AND gone.attribute IS NULL ORDER BY kept.position, kept.id"

/* In each outline, the point of a theme that goes becomes one with that of the theme which stays; where there is none,
 * or it is under a condition, it is its. */
static gboolean
merge_points (TelaahSession  *self,
              const char     *into,
              const char     *theme,
              GError        **error)
{
  g_autofree char *gone = NULL;

  while ((gone = telaah_store_dup_value (self->store, "SELECT id FROM point WHERE theme = ?1", "s", theme)) != NULL)
    {
      g_autofree char *kept = telaah_store_dup_value (self->store, SAME_OUTLINE, "ss", into, gone);

      if (kept == NULL ? !run (self, "UPDATE point SET theme = ?2 WHERE id = ?1", gone, into, error)
                       : !run_all (self, point_statements, G_N_ELEMENTS (point_statements), gone, kept, error))
        return FALSE;
      g_clear_pointer (&gone, g_free);
    }

  return TRUE;
}

/**
 * telaah_session_merge_points:
 * @into: the point that stays
 * @points: ids of those that go: what is written in them, their themes, evidence, notes and the points below them
 *   become its
 */
gboolean
telaah_session_merge_points (TelaahSession      *self,
                             const char         *into,
                             const char *const  *points,
                             GError            **error)
{
  gboolean done;

  if (!telaah_session_begin (self, error))
    return FALSE;

  done = telaah_session_need (telaah_session_find_point (self, into), N_("point"), error) &&
         telaah_session_keep_points (self, error);
  for (; done && *points != NULL; points++)
    {
      done = telaah_session_need (telaah_session_find_point (self, *points), N_("point"), error);
      if (done && strcmp (*points, into) == 0)
        {
          g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
                       _("“%s” can not be merged with itself. Choose another point."),
                       telaah_point_fields (telaah_session_find_point (self, into))->title);
          done = FALSE;
        }
      done = done &&
             run_all (self, standing_statements, G_N_ELEMENTS (standing_statements), *points, into, error) &&
             run_all (self, point_statements, G_N_ELEMENTS (point_statements), *points, into, error);
    }

  return telaah_session_end (self, done, "merge-points", NULL, error);
}

/* ---- Themes ---- */

/* ?1 goes into ?2. Its sub-themes are placed by whoever calls. */
static const char *const theme_statements[] = {
  "INSERT INTO coding (passage, theme, position, coder, created)"
  " SELECT passage, ?2, position, coder, created FROM coding WHERE theme = ?1 ON CONFLICT DO NOTHING",
  "DELETE FROM coding WHERE theme = ?1",
  "INSERT INTO refused (theme, source, quote, coder, created)"
  " SELECT ?2, source, quote, coder, created FROM refused WHERE theme = ?1 ON CONFLICT DO NOTHING",
  "DELETE FROM refused WHERE theme = ?1",
  "INSERT INTO stands_for (point, theme) SELECT point, ?2 FROM stands_for JOIN point ON point.id = point"
  " WHERE stands_for.theme = ?1 AND point.theme IS NOT ?2 ON CONFLICT DO NOTHING",
  "DELETE FROM stands_for WHERE theme = ?1",
  "DELETE FROM stands_for WHERE theme = ?2 AND point IN (SELECT id FROM point WHERE theme = ?2)",
  "UPDATE note SET target = ?2 WHERE kind = 'theme' AND target = ?1",
  "UPDATE theme SET description = (CASE WHEN theme.description IS NULL THEN old.description"
  "  WHEN old.description IS NULL THEN theme.description ELSE theme.description || char (10) || old.description END)"
  " FROM theme AS old WHERE old.id = ?1 AND theme.id = ?2",
  "UPDATE theme SET digit = (SELECT digit FROM theme WHERE id = ?1) WHERE id = ?2 AND digit IS NULL",
  "DELETE FROM theme WHERE id = ?1",
};

static gboolean merge_theme (TelaahSession  *self,
                             const char     *into,
                             const char     *theme,
                             GError        **error);

/* They go below the theme that stays; one whose name is there already becomes one with it. */
static gboolean
place_children (TelaahSession  *self,
                const char     *into,
                const char     *theme,
                GError        **error)
{
  g_autofree char *child = NULL;

  while ((child = telaah_store_dup_value (self->store, "SELECT id FROM theme WHERE parent = ?1 ORDER BY position, id",
                                          "s", theme)) != NULL)
    {
      g_autofree char *same =
        telaah_store_dup_value (self->store, "SELECT id FROM theme WHERE parent = ?1 AND name ="
                                " (SELECT name FROM theme WHERE id = ?2)", "ss", into, child);

      if (same != NULL ? !merge_theme (self, same, child, error)
                       : !telaah_store_run (self->store, error, "UPDATE theme SET parent = ?1, position = ?2"
                                            " WHERE id = ?3", "sds", into,
                                            telaah_store_find_position (self->store, "theme", into, NULL), child))
        return FALSE;
      g_clear_pointer (&child, g_free);
    }

  return TRUE;
}

static gboolean
merge_theme (TelaahSession  *self,
             const char     *into,
             const char     *theme,
             GError        **error)
{
  if (!place_children (self, into, theme, error) || !merge_points (self, into, theme, error))
    return FALSE;

  return run_all (self, theme_statements, G_N_ELEMENTS (theme_statements), theme, into, error);
}

static gboolean
check_merge (TelaahSession  *self,
             const char     *into,
             const char     *theme,
             GError        **error)
{
  if (!telaah_session_need (telaah_session_find_theme (self, theme), N_("theme"), error))
    return FALSE;

  if (strcmp (into, theme) == 0)
    {
      g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
                   _("“%s” can not be merged with itself. Choose another theme."),
                   telaah_theme_fields (telaah_session_find_theme (self, into))->name);
      return FALSE;
    }

  if (telaah_session_is_within (self, into, theme))
    {
      g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
                   _("“%s” stands below “%s”. Merge the other way round, or move it out first."),
                   telaah_theme_fields (telaah_session_find_theme (self, into))->name,
                   telaah_theme_fields (telaah_session_find_theme (self, theme))->name);
      return FALSE;
    }

  return TRUE;
}

/**
 * telaah_session_merge_themes:
 * @into: the theme that stays
 * @themes: ids of those that go: their passages, notes, points and sub-themes become its
 */
gboolean
telaah_session_merge_themes (TelaahSession      *self,
                             const char         *into,
                             const char *const  *themes,
                             GError            **error)
{
  gboolean done;

  if (!telaah_session_begin (self, error))
    return FALSE;

  done = telaah_session_need (telaah_session_find_theme (self, into), N_("theme"), error);
  for (guint i = 0; done && themes[i] != NULL; i++)
    done = check_merge (self, into, themes[i], error);

  /* One below another of them has gone with that one. */
  for (guint i = 0; done && themes[i] != NULL; i++)
    {
      g_autofree char *still = telaah_store_dup_value (self->store, "SELECT id FROM theme WHERE id = ?1", "s", themes[i]);

      done = still == NULL || merge_theme (self, into, still, error);
    }

  return telaah_session_end (self, done, "merge-themes", NULL, error);
}

/**
 * telaah_session_split_theme:
 * @passages: ids of those of @theme's passages that go to the new one
 *
 * The new theme stands beside the one that it comes from.
 *
 * Returns: (transfer full): its id, or %NULL with @error set
 */
char *
telaah_session_split_theme (TelaahSession      *self,
                            const char         *theme,
                            const char         *name,
                            const char *const  *passages,
                            GError            **error)
{
  g_autofree char *stripped = name != NULL ? g_strstrip (g_strdup (name)) : NULL;
  g_autofree char *id = NULL, *parent = NULL;
  TelaahTheme *item;
  gboolean done;

  if (!telaah_session_begin (self, error))
    return NULL;

  item = telaah_session_find_theme (self, theme);
  done = telaah_session_need (item, N_("theme"), error);
  if (done)
    {
      parent = g_strdup (telaah_theme_fields (item)->parent);
      done = telaah_session_check_theme_name (self, stripped, parent, NULL, error) &&
             (id = telaah_session_write_theme (self, NULL, stripped, parent, NULL, NULL, error)) != NULL &&
             telaah_session_add_mirrored_point (self, id, stripped, parent, error);
    }

  for (; done && *passages != NULL; passages++)
    {
      TelaahPassage *passage = telaah_session_find_passage (self, *passages);

      done = telaah_session_need (passage != NULL && telaah_passage_has_theme (passage, theme) ? passage : NULL,
                                  N_("passage"), error) &&
             telaah_store_run (self->store, error, "INSERT INTO coding (passage, theme, position, coder, created)"
                               " SELECT passage, ?1, position, coder, created FROM coding"
                               " WHERE passage = ?2 AND theme = ?3", "sss", id, *passages, theme) &&
             telaah_store_run (self->store, error, "DELETE FROM coding WHERE passage = ?1 AND theme = ?2", "ss",
                               *passages, theme);
    }

  return telaah_session_end (self, done, "split-theme", NULL, error) ? g_steal_pointer (&id) : NULL;
}
