/* Reading what is typed as a theme to make, below others.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-theme-steps.h"

/* Between a theme and the one above it, as typed or as shown. */
gboolean
telaah_theme_is_separator (gunichar c)
{
  return c == '/' || c == '>' || c == 0x203a;
}

/**
 * telaah_theme_dup_steps:
 * @text: "Challenges / Cyber security", with "/", ">" or "›"
 *
 * Returns: (transfer full): the names from the top down, trimmed, without empty ones
 */
char **
telaah_theme_dup_steps (const char *text)
{
  g_autoptr(GStrvBuilder) steps = g_strv_builder_new ();
  const char *start = text;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != '\0' && !telaah_theme_is_separator (c))
        continue;

      {
        g_autofree char *step = g_strstrip (g_strndup (start, p - start));

        if (*step != '\0')
          g_strv_builder_add (steps, step);
      }

      if (c == '\0')
        return g_strv_builder_end (steps);
      start = g_utf8_next_char (p);
    }
}

/* Whether two names are one to a reader: "résumé" is not "resume", "Cyber" is "cyber". */
static gboolean
same_name (const char *a,
           const char *b)
{
  g_autofree char *x = g_utf8_casefold (a, -1);
  g_autofree char *y = g_utf8_casefold (b, -1);
  g_autofree char *m = g_utf8_normalize (x, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autofree char *n = g_utf8_normalize (y, -1, G_NORMALIZE_DEFAULT_COMPOSE);

  return g_strcmp0 (m, n) == 0;
}

/* The first theme of that name under @parent, or with @anywhere wherever it is. */
static TelaahTheme *
find_step (GListModel *themes,
           const char *name,
           const char *parent,
           gboolean    anywhere)
{
  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr(TelaahTheme) theme = g_list_model_get_item (themes, i);
      const TelaahThemeFields *f = telaah_theme_fields (theme);

      if ((anywhere || g_strcmp0 (f->parent, parent) == 0) && same_name (f->name, name))
        return theme;   /* the model keeps it */
    }

  return NULL;
}

/**
 * telaah_theme_find_steps:
 * @steps: as of telaah_theme_dup_steps()
 * @n_found: (out): how many of them are there already
 *
 * The first step of several may be a theme at any depth; a step alone is one at the top.
 *
 * Returns: (transfer none) (nullable): the theme of the last step that is there
 */
TelaahTheme *
telaah_theme_find_steps (GListModel        *themes,
                         const char *const *steps,
                         guint             *n_found)
{
  TelaahTheme *found = NULL;

  *n_found = 0;
  for (; *steps != NULL; steps++)
    {
      TelaahTheme *next = find_step (themes, *steps, found != NULL ? telaah_theme_fields (found)->id : NULL, FALSE);

      if (next == NULL && found == NULL && steps[1] != NULL)
        next = find_step (themes, *steps, NULL, TRUE);
      if (next == NULL)
        break;

      found = next;
      *n_found += 1;
    }

  return found;
}
