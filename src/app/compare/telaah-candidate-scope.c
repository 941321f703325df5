/* Of which themes a cell wants candidates, and why there can be none.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-candidate-scope.h"

#include <glib/gi18n.h>

/* A cell with fewer passages has little to rest on. */
#define ENOUGH 3

/* Whether it asks for more; that a source is silent is a finding, not a gap. */
gboolean
telaah_cell_is_thin (TelaahCell *cell)
{
  return telaah_cell_fields (cell)->status != TELAAH_STATUS_SILENT && telaah_cell_get_evidence (cell)->len < ENOUGH;
}

char **
telaah_candidate_dup_themes (TelaahSession *session,
                             const char    *point)
{
  TelaahPoint *item = telaah_session_find_point (session, point);
  g_auto(GStrv) themes = item != NULL ? telaah_point_dup_themes (item) : NULL;
  g_autoptr(GStrvBuilder) there = g_strv_builder_new ();

  for (char **theme = themes; theme != NULL && *theme != NULL; theme++)
    if (telaah_session_find_theme (session, *theme) != NULL)
      g_strv_builder_add (there, *theme);

  return g_strv_builder_end (there);
}

/* What is tagged here would not come to stand in the cell. */
char *
telaah_candidate_dup_obstacle (TelaahSession *session,
                               const char    *point,
                               const char    *source)
{
  TelaahPoint *item = telaah_session_find_point (session, point);
  const TelaahPointFields *f = item != NULL ? telaah_point_fields (item) : NULL;
  g_auto(GStrv) themes = telaah_candidate_dup_themes (session, point);

  if (f == NULL || *themes == NULL)
    return g_strdup (_("This point stands for no theme. Once it does, sentences like those tagged with that theme "
                       "are offered here."));

  if (f->coder != NULL && g_strcmp0 (f->coder, telaah_session_get_coder (session)) != 0)
    /* Translators: %s is the name of a coder */
    return g_strdup_printf (_("Only what %s tags counts on this point."), f->coder);

  if (f->attribute != NULL &&
      g_strcmp0 (telaah_session_get_attribute (session, source, f->attribute), f->value) != 0)
    /* Translators: an attribute of sources and its value, such as “region” and “Asia” */
    return g_strdup_printf (_("On this point only sources whose “%s” is “%s” count."), f->attribute, f->value);

  return NULL;
}

/* Whether @theme is one of @themes or below one. */
static gboolean
lies_within (TelaahSession     *session,
             TelaahTheme       *theme,
             const char *const *themes)
{
  for (; theme != NULL; theme = telaah_session_find_theme (session, telaah_theme_fields (theme)->parent))
    if (g_strv_contains (themes, telaah_theme_fields (theme)->id))
      return TRUE;

  return FALSE;
}

gboolean
telaah_candidate_has_examples (TelaahSession     *session,
                               const char *const *themes)
{
  GListModel *all = telaah_session_get_themes (session);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(TelaahTheme) theme = g_list_model_get_item (all, i);

      if (lies_within (session, theme, themes) &&
          telaah_session_count (session, telaah_theme_fields (theme)->id, NULL) > 0)
        return TRUE;
    }

  return FALSE;
}

/* One that was refused for several of the themes is one. */
guint
telaah_candidate_count_refused (TelaahSession     *session,
                                const char *const *themes,
                                const char        *source)
{
  g_autoptr(GPtrArray) refused = telaah_session_dup_refused (session, NULL, source, NULL);
  g_autoptr(GHashTable) quotes = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; refused != NULL && i < refused->len; i++)
    {
      const TelaahRefusalFields *f = telaah_refusal_fields (refused->pdata[i]);

      if (g_strv_contains (themes, f->theme))
        g_hash_table_add (quotes, (gpointer) f->quote);
    }

  return g_hash_table_size (quotes);
}
