/* The verbs of telaah-cli that only look.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cli/telaah-cli.h"

/* What --source and --theme name; NULL where they were not given. */
static gboolean
find_filters (TelaahCli    *cli,
              const char  **source,
              const char  **theme,
              GError      **error)
{
  TelaahSource *only_source = NULL;
  TelaahTheme *only_theme = NULL;

  if ((cli->options.source != NULL &&
       (only_source = telaah_cli_find_source (cli, cli->options.source, error)) == NULL) ||
      (cli->options.theme != NULL && (only_theme = telaah_cli_find_theme (cli, cli->options.theme, error)) == NULL))
    return FALSE;

  *source = only_source != NULL ? telaah_source_fields (only_source)->id : NULL;
  *theme = only_theme != NULL ? telaah_theme_fields (only_theme)->id : NULL;
  return TRUE;
}

/* With a theme, those that have a passage under it. */
gboolean
telaah_cli_sources (TelaahCli  *cli,
                    GError    **error)
{
  GListModel *sources = telaah_session_get_sources (cli->session);
  const char *only, *theme;

  if (!find_filters (cli, &only, &theme, error))
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr(TelaahSource) source = g_list_model_get_item (sources, i);
      const char *id = telaah_source_fields (source)->id;

      if ((only == NULL || strcmp (id, only) == 0) &&
          (theme == NULL || telaah_session_count (cli->session, theme, id) > 0))
        telaah_cli_print_source (cli, source);
    }

  return TRUE;
}

/* With a source, those that have a passage in it. */
gboolean
telaah_cli_themes (TelaahCli  *cli,
                   GError    **error)
{
  GListModel *themes = telaah_session_get_themes (cli->session);
  const char *source, *only;

  if (!find_filters (cli, &source, &only, error))
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr(TelaahTheme) theme = g_list_model_get_item (themes, i);
      const char *id = telaah_theme_fields (theme)->id;

      if ((only == NULL || strcmp (id, only) == 0) &&
          (source == NULL || telaah_session_count (cli->session, id, source) > 0))
        telaah_cli_print_theme (cli, theme, source);
    }

  return TRUE;
}

static void
print_passages (TelaahCli   *cli,
                const char  *source,
                const char  *theme)
{
  GListModel *passages = telaah_session_get_passages (cli->session, source);

  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr(TelaahPassage) passage = g_list_model_get_item (passages, i);

      if (theme == NULL || telaah_passage_has_theme (passage, theme))
        telaah_cli_print_passage (cli, passage, FALSE);
    }
}

/* By source in the order of the list, in it in text order. */
gboolean
telaah_cli_passages (TelaahCli  *cli,
                     GError    **error)
{
  GListModel *sources = telaah_session_get_sources (cli->session);
  const char *only, *theme;

  if (!find_filters (cli, &only, &theme, error))
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr(TelaahSource) source = g_list_model_get_item (sources, i);
      const char *id = telaah_source_fields (source)->id;

      if (only == NULL || strcmp (id, only) == 0)
        print_passages (cli, id, theme);
    }

  return TRUE;
}

gboolean
telaah_cli_history (TelaahCli  *cli,
                    GError    **error)
{
  g_autoptr(GPtrArray) entries = telaah_session_dup_history (cli->session, error);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    telaah_cli_print_history (cli, entries->pdata[i]);

  return entries != NULL;
}

gboolean
telaah_cli_check (TelaahCli  *cli,
                  GError    **error)
{
  g_autoptr(GPtrArray) faults = telaah_session_check (cli->session, error);

  if (faults == NULL)
    return FALSE;

  for (guint i = 0; i < faults->len; i++)
    telaah_cli_print_line (cli, "fault", faults->pdata[i]);

  if (faults->len == 0)
    return TRUE;

  g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
               g_dngettext (GETTEXT_PACKAGE, "%u fault was found. Open a backup of the project.",
                            "%u faults were found. Open a backup of the project.", faults->len), faults->len);
  return FALSE;
}
