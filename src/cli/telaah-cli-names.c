/* Finds what a person names: by id, by unique name, or by a unique beginning of either.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cli/telaah-cli.h"

/* The best match so far: an id is better than a whole name, and that than a beginning. */
typedef struct
{
  GObject *item;
  guint    rank;
  guint    n;
} Match;

static guint
rank_name (const char *name,
           const char *asked)
{
  if (name == NULL)
    return 0;
  if (strcmp (name, asked) == 0)
    return 2;

  return g_str_has_prefix (name, asked) ? 1 : 0;
}

static void
offer (Match      *match,
       gpointer    item,
       guint       rank)
{
  if (rank == 0 || rank < match->rank)
    return;

  match->n = rank > match->rank ? 1 : match->n + 1;
  match->rank = rank;
  match->item = item;
}

static guint
rank_item (GObject    *item,
           const char *asked)
{
  const char *id, *name, *other = NULL;

  if (TELAAH_IS_SOURCE (item))
    {
      const TelaahSourceFields *f = telaah_source_fields (TELAAH_SOURCE (item));

      id = f->id, name = f->title, other = f->file_name;
    }
  else if (TELAAH_IS_THEME (item))
    id = telaah_theme_fields (TELAAH_THEME (item))->id, name = telaah_theme_fields (TELAAH_THEME (item))->name;
  else if (TELAAH_IS_POINT (item))
    id = telaah_point_fields (TELAAH_POINT (item))->id, name = telaah_point_fields (TELAAH_POINT (item))->title;
  else
    id = telaah_passage_fields (TELAAH_PASSAGE (item))->id, name = NULL;

  if (strcmp (id, asked) == 0)
    return 3;

  return MAX (MAX (rank_name (name, asked), rank_name (other, asked)), rank_name (id, asked) > 0);
}

static void
search (GListModel *list,
        const char *asked,
        Match      *match)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (list, i);

      offer (match, item, rank_item (item, asked));
    }
}

/* Borrowed: the lists hold the items. @what is a plural, for a sentence. */
static gpointer
decide (const Match  *match,
        const char   *asked,
        const char   *what,
        GError      **error)
{
  if (*asked == '\0' || match->n == 0)
    g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_NOT_FOUND,
                 _("“%s” is none of the %s of this project."), asked, what);
  else if (match->n > 1)
    g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_NOT_FOUND,
                 _("“%s” fits %u of the %s. Write more of it, or the id."), asked, match->n, what);
  else
    return match->item;

  return NULL;
}

TelaahSource *
telaah_cli_find_source (TelaahCli   *cli,
                        const char  *name,
                        GError     **error)
{
  Match match = { NULL };

  search (telaah_session_get_sources (cli->session), name, &match);
  return decide (&match, name, _("sources"), error);
}

TelaahTheme *
telaah_cli_find_theme (TelaahCli   *cli,
                       const char  *name,
                       GError     **error)
{
  Match match = { NULL };

  search (telaah_session_get_themes (cli->session), name, &match);
  return decide (&match, name, _("themes"), error);
}

TelaahPoint *
telaah_cli_find_point (TelaahCli   *cli,
                       const char  *name,
                       GError     **error)
{
  Match match = { NULL };

  search (telaah_session_get_points (cli->session), name, &match);
  return decide (&match, name, _("points"), error);
}

TelaahPassage *
telaah_cli_find_passage (TelaahCli   *cli,
                         const char  *name,
                         GError     **error)
{
  GListModel *sources = telaah_session_get_sources (cli->session);
  TelaahPassage *passage = telaah_session_find_passage (cli->session, name);
  Match match = { NULL };

  for (guint i = 0; passage == NULL && i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr(TelaahSource) source = g_list_model_get_item (sources, i);

      search (telaah_session_get_passages (cli->session, telaah_source_fields (source)->id), name, &match);
    }

  return passage != NULL ? passage : decide (&match, name, _("passages"), error);
}
