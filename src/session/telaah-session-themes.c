/* Verbs on themes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/telaah-id.h"
#include "session/telaah-session-private.h"

/* At least 4.5:1 on white; the window lightens them for the dark style. Chosen so that any two of them can be told apart
 * with any kind of colour blindness, and best those that come first: tests/app/test-palette.c says how well. In the
 * order in which new themes take them. */
static const char *const palette[] = {
  "#C04F00", "#00795A", "#0B63A8", "#571D11", "#54077D", "#980330", "#004A73", "#AC00A8",
  "#56616E", "#791D59", "#092D64", "#AA428F", "#5B7923", "#700AA0", "#782600", "#9B3A23",
};

static gboolean
is_color (const char *color)
{
  if (color == NULL || color[0] != '#' || strlen (color) != 7)
    return FALSE;

  for (guint i = 1; i < 7; i++)
    if (!g_ascii_isxdigit (color[i]))
      return FALSE;

  return TRUE;
}

static gboolean
check_color (const char  *color,
             GError     **error)
{
  if (color == NULL || is_color (color))
    return TRUE;

  g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
               _("“%s” is not a colour. Write it as #RRGGBB."), color);
  return FALSE;
}

/* The one that the fewest themes have, the earliest of these. */
static const char *
pick_color (TelaahSession *self)
{
  guint n_best = G_MAXUINT, best = 0;

  for (guint c = 0; c < G_N_ELEMENTS (palette); c++)
    {
      guint n = 0;

      for (guint i = 0; i < telaah_list_get_length (self->themes); i++)
        {
          const char *color = telaah_theme_fields (telaah_list_peek (self->themes, i))->color;

          n += color != NULL && g_ascii_strcasecmp (color, palette[c]) == 0;
        }
      if (n < n_best)
        {
          n_best = n;
          best = c;
        }
    }

  return palette[best];
}

/* A name says one thing in one place of the tree. @except: the theme that is being renamed or moved, or NULL. */
gboolean
telaah_session_check_theme_name (TelaahSession  *self,
                                 const char     *name,
                                 const char     *parent,
                                 const char     *except,
                                 GError        **error)
{
  if (name == NULL || *name == '\0' || !g_utf8_validate (name, -1, NULL))
    {
      g_set_error_literal (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
                           _("A theme needs a name. Write one."));
      return FALSE;
    }

  for (guint i = 0; i < telaah_list_get_length (self->themes); i++)
    {
      const TelaahThemeFields *f = telaah_theme_fields (telaah_list_peek (self->themes, i));

      if (strcmp (f->name, name) == 0 && g_strcmp0 (f->parent, parent) == 0 && g_strcmp0 (f->id, except) != 0)
        {
          g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
                       _("There is a theme “%s” there already. Choose another name."), name);
          return FALSE;
        }
    }

  return TRUE;
}

/* Shortcut digits are for the top of the tree, as long as there are any. */
#define FREE_DIGIT \
  " (WITH d (n) AS (VALUES (1), (2), (3), (4), (5), (6), (7), (8), (9)) SELECT min (n) FROM d" \
  "  WHERE ?2 IS NULL AND n NOT IN (SELECT digit FROM theme WHERE digit IS NOT NULL))"

/* The writing of a theme, inside a verb; @id NULL: a new one. Returns the id, to free. */
char *
telaah_session_write_theme (TelaahSession  *self,
                            const char     *id,
                            const char     *name,
                            const char     *parent,
                            const char     *color,
                            const char     *description,
                            GError        **error)
{
  g_autofree char *made = id != NULL ? g_strdup (id) : telaah_id_new ();

  if (!telaah_store_run (self->store, error,
                         "INSERT INTO theme (id, parent, position, name, color, description, digit)"
                         " VALUES (?1, ?2, ?3, ?4, ?5, ?6," FREE_DIGIT ")", "ssdsss", made, parent,
                         telaah_store_find_position (self->store, "theme", parent, NULL), name,
                         color != NULL ? color : pick_color (self), description))
    return NULL;

  return g_steal_pointer (&made);
}

char *
telaah_session_add_theme (TelaahSession  *self,
                          const char     *name,
                          const char     *parent,
                          const char     *color,
                          const char     *description,
                          GError        **error)
{
  g_autofree char *stripped = name != NULL ? g_strstrip (g_strdup (name)) : NULL;
  g_autofree char *id = NULL;

  if (!check_color (color, error) || !telaah_session_begin (self, error))
    return NULL;

  if ((parent == NULL || telaah_session_need (telaah_session_find_theme (self, parent), N_("theme"), error)) &&
      telaah_session_check_theme_name (self, stripped, parent, NULL, error))
    id = telaah_session_write_theme (self, NULL, stripped, parent, color, description, error);

  if (!telaah_session_end (self, id != NULL && telaah_session_add_mirrored_point (self, id, stripped, parent, error),
                           "add-theme", NULL, error))
    return NULL;

  return g_steal_pointer (&id);
}

static gboolean
rename_theme (TelaahSession  *self,
              TelaahTheme    *theme,
              const char     *name,
              GError        **error)
{
  const TelaahThemeFields *f = telaah_theme_fields (theme);
  g_autofree char *stripped = name != NULL ? g_strstrip (g_strdup (name)) : NULL;

  /* A point that still bears the theme's name goes with it. */
  return telaah_session_check_theme_name (self, stripped, f->parent, f->id, error) &&
         telaah_store_run (self->store, error, "UPDATE point SET title = ?1 WHERE theme = ?2 AND title = ?3",
                           "sss", stripped, f->id, f->name) &&
         telaah_store_run (self->store, error, "UPDATE theme SET name = ?1 WHERE id = ?2", "ss", stripped, f->id);
}

/* A digit belongs to one theme: whoever has it gives it up. */
static gboolean
set_digit (TelaahSession  *self,
           const char     *theme,
           const char     *value,
           GError        **error)
{
  gboolean none = value == NULL || *value == '\0';
  gint64 digit = none ? 0 : g_ascii_digit_value (*value);

  if (digit < 0 || (!none && value[1] != '\0'))
    {
      g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
                   _("“%s” can not be a shortcut. Choose a digit from 1 to 9."), value);
      return FALSE;
    }

  return telaah_store_run (self->store, error, "UPDATE theme SET digit = NULL WHERE digit = ?1 AND id <> ?2",
                           "is", digit, theme) &&
         telaah_store_run (self->store, error, "UPDATE theme SET digit = nullif (?1, 0) WHERE id = ?2",
                           "is", digit, theme);
}

gboolean
telaah_session_set_theme (TelaahSession  *self,
                          const char     *theme,
                          const char     *key,
                          const char     *value,
                          GError        **error)
{
  TelaahTheme *item;
  gboolean done = FALSE;

  if (!telaah_session_begin (self, error))
    return FALSE;

  item = telaah_session_find_theme (self, theme);
  if (!telaah_session_need (item, N_("theme"), error))
    done = FALSE;
  else if (strcmp (key, "name") == 0)
    done = rename_theme (self, item, value, error);
  else if (strcmp (key, "color") == 0)
    done = check_color (value, error) &&
           telaah_store_run (self->store, error, "UPDATE theme SET color = ?1 WHERE id = ?2", "ss", value, theme);
  else if (strcmp (key, "description") == 0)
    done = telaah_store_run (self->store, error, "UPDATE theme SET description = nullif (?1, '') WHERE id = ?2",
                             "ss", value, theme);
  else if (strcmp (key, "digit") == 0)
    done = set_digit (self, theme, value, error);
  else
    g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
                 _("A theme has no “%s”. It has name, color, description and digit."), key);

  return telaah_session_end (self, done, "set-theme", NULL, error);
}

/* Whether @theme is @other or stands below it. */
gboolean
telaah_session_is_within (TelaahSession *self,
                          const char    *theme,
                          const char    *other)
{
  TelaahTheme *item = telaah_session_find_theme (self, theme);

  for (; item != NULL; item = telaah_session_find_theme (self, telaah_theme_fields (item)->parent))
    if (strcmp (telaah_theme_fields (item)->id, other) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
check_move (TelaahSession  *self,
            const char     *theme,
            const char     *parent,
            GError        **error)
{
  TelaahTheme *item = telaah_session_find_theme (self, theme);

  if (!telaah_session_need (item, N_("theme"), error) ||
      (parent != NULL && !telaah_session_need (telaah_session_find_theme (self, parent), N_("theme"), error)))
    return FALSE;

  if (parent != NULL && telaah_session_is_within (self, parent, theme))
    {
      g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
                   _("“%s” can not go below itself. Choose another place."), telaah_theme_fields (item)->name);
      return FALSE;
    }

  return telaah_session_check_theme_name (self, telaah_theme_fields (item)->name, parent, theme, error);
}

gboolean
telaah_session_move_theme (TelaahSession  *self,
                           const char     *theme,
                           const char     *parent,
                           const char     *before,
                           GError        **error)
{
  gboolean done;

  if (!telaah_session_begin (self, error))
    return FALSE;

  done = check_move (self, theme, parent, error) &&
         telaah_store_run (self->store, error, "UPDATE theme SET parent = ?1, position = ?2 WHERE id = ?3", "sds",
                           parent, telaah_store_find_position (self->store, "theme", parent, before), theme) &&
         telaah_session_move_mirrored_points (self, theme, parent, before, error);

  return telaah_session_end (self, done, "move-theme", NULL, error);
}

/* Codings go with the theme; so do passages that are left with neither theme nor note. */
static gboolean
drop_theme (TelaahSession  *self,
            const char     *theme,
            GError        **error)
{
  GHashTableIter iter;
  gpointer passage;
  g_autoptr(GPtrArray) orphans = g_ptr_array_new_with_free_func (g_free);

  g_hash_table_iter_init (&iter, self->passages_by_id);
  while (g_hash_table_iter_next (&iter, NULL, &passage))
    if (telaah_passage_has_theme (passage, theme))
      g_ptr_array_add (orphans, g_strdup (telaah_passage_fields (passage)->id));

  if (!telaah_store_run (self->store, error, "DELETE FROM coding WHERE theme = ?1", "s", theme) ||
      !telaah_store_run (self->store, error, "DELETE FROM refused WHERE theme = ?1", "s", theme))
    return FALSE;

  for (guint i = 0; i < orphans->len; i++)
    if (!telaah_session_drop_if_bare (self, orphans->pdata[i], error))
      return FALSE;

  return telaah_session_drop_mirrored_points (self, theme, error) &&
         telaah_store_run (self->store, error, "DELETE FROM note WHERE kind = 'theme' AND target = ?1", "s", theme) &&
         telaah_store_run (self->store, error, "DELETE FROM theme WHERE id = ?1", "s", theme);
}

gboolean
telaah_session_remove_theme (TelaahSession  *self,
                             const char     *theme,
                             GError        **error)
{
  gboolean done;

  if (!telaah_session_begin (self, error))
    return FALSE;

  done = telaah_session_need (telaah_session_find_theme (self, theme), N_("theme"), error);

  /* From the leaves up, so that a point's children have gone before it. */
  for (guint i = telaah_list_get_length (self->themes); done && i > 0; i--)
    {
      const char *id = telaah_theme_fields (telaah_list_peek (self->themes, i - 1))->id;

      if (telaah_session_is_within (self, id, theme))
        done = drop_theme (self, id, error);
    }

  return telaah_session_end (self, done, "remove-theme", NULL, error);
}
